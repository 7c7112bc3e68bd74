#include "browser/downloads/download.h"
#include "browser/hostile.h"

#include <QLayout>

#include <csignal>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

/// Pages that take all they can get: time, memory, disk.
class TestHostileLoads : public QObject
{
    Q_OBJECT

private slots:
    void anInfiniteScript();
    void anInfiniteScriptInAClick();
    void aHugePage();
    void aDownloadWithoutEnd();
};

void TestHostileLoads::anInfiniteScript()
{
    HttpServer server;
    server.route("/x", html(u"<p>seite</p><script>while(true);</script>"_s));
    Pane pane;
    const Turns turns;
    pane.page->open(rulesFor(server.url()), server.url(u"/x"_s));
    auto* view = qobject_cast<QWebEngineView*>(pane.page->view(&pane.window));
    pane.window.layout()->addWidget(view);
    pane.window.show();
    QTRY_COMPARE(server.count("/x"), 1);
    QTRY_VERIFY(view->page()->renderProcessPid() > 0);
    QVERIFY(anotherPageLoads());
    const auto renderer = pid_t(view->page()->renderProcessPid());
    QCOMPARE(::kill(renderer, 0), 0);
    pane.page.reset(); // its tab is closed
    QTRY_COMPARE(::kill(renderer, 0), -1);
    QVERIFY(anotherPageLoads());
    QVERIFY(turns.areShort());
}

void TestHostileLoads::anInfiniteScriptInAClick()
{
    HttpServer server;
    server.route("/x", html(u"<button id=go onclick='while(true);'>x</button>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const Turns turns;
    QVERIFY(pane.click(u"#go"_s));
    // Keys and clicks into the hanging page do not hang the window.
    QTest::keyClicks(pane.inner(), u"abc"_s);
    QTest::mouseClick(pane.inner(), Qt::LeftButton, {}, {20, 20});
    QVERIFY(anotherPageLoads());
    const auto renderer = pid_t(pane.view()->page()->renderProcessPid());
    pane.page.reset();
    QTRY_COMPARE(::kill(renderer, 0), -1);
    QVERIFY(turns.areShort());
}

void TestHostileLoads::aHugePage()
{
    HttpServer server;
    server.route("/x", flood(u"(window.many=window.many||[]).push(new Uint8Array(1<<20).fill(1));"
                             "for(let n=0;n<200;++n)document.body.append(document.createElement('div'))"_s,
                             200, 1));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const Turns turns;
    QVERIFY(hasTried(pane, 200));
    QVERIFY(anotherPageLoads());
    QVERIFY(turns.areShort());
}

void TestHostileLoads::aDownloadWithoutEnd()
{
    HttpServer server;
    server.route("/x", flood(u"const a=document.createElement('a');a.href='/file';a.download='x';"
                             "document.body.append(a);a.click();a.remove()"_s,
                             40, 20));
    server.route("/file", [](const HttpServerRequest&) {
        HttpServerReply reply = HttpServerReply::drip();
        reply.contentType = "application/octet-stream";
        reply.headers = {{"Content-Disposition", "attachment; filename=\"x\""}};
        reply.pause = std::chrono::milliseconds(1);
        return reply;
    });
    Pane pane;
    QSignalSpy offered(pane.page.get(), &IsolatedPage::downloadOffered);
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const Turns turns;
    QVERIFY(hasTried(pane, 40));
    QVERIFY(anotherPageLoads());
    QCOMPARE(pane.page->savingFiles(), 0); // it was not asked for
    QVERIFY(pane.text().startsWith(u"seite"));
    pane.page.reset(); // and nothing holds the tab
    QVERIFY(anotherPageLoads());
    QVERIFY(turns.areShort());
    server.stop();
}

QTEST_MAIN(TestHostileLoads)
#include "tst_hostile_loads.moc"
