#include "browser/page/pagepool.h"
#include "browser/pane.h"
#include "browser/watch/dirtyformtracker.h"

#include <QTest>

#include <csignal>
#include <utility>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {
constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";
}

/// What becomes of a load: shown, failed with which error, warmed (rules W1, W2).
class TestPaneLoad : public QObject
{
    Q_OBJECT

private slots:
    void showsThePage();
    void loadsBeforeThereIsAView();
    void asksForTheFormOnceAndForNothingElse();
    void speaksTurkishFirst();
    void W1_failuresAreToldApart_data();
    void W1_failuresAreToldApart();
    void W1_aDocumentThatTellsOfItselfLateHidesNoFailure();
    void W1_aConnectionRefusedIsNoDnsFailure();
    void W1_aNameThatIsNotThereIsToldSo();
    void W1_aPageThatGoesToTheEnginesOwnAddressIsNotBlank();
    void W1_whatWasAskedOfAPageIsNotToldOfTheNext();
    void W1_aCrashedPageIsToldSo();
    void W2_aStuckServerIsGivenUp();
    void W2_aStuckStepLeavesThePageAsItStands();
    void aPageCanBeOpenedAgainAfterAFailure();
    void showsPdf();
    void pagePoolHandsOutTheReserve();
};

void TestPaneLoad::showsThePage()
{
    HttpServer server;
    server.route(formPath, html(u"Rapor"_s));
    Pane pane;
    QSignalSpy loading(pane.page.get(), &IsolatedPage::loadingChanged);
    QVERIFY(!pane.page->isOpen());
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QCOMPARE(pane.failed.count(), 0);
    QCOMPARE(pane.loaded.count(), 1);
    QCOMPARE(pane.text(), u"Rapor"_s);
    QVERIFY(pane.page->isOpen());
    QVERIFY(!pane.page->isLoading());
    QCOMPARE(loading.count(), 2);
    QVERIFY(!pane.page->touched());
}

void TestPaneLoad::loadsBeforeThereIsAView()
{
    HttpServer server;
    server.route(formPath, html(u"Rapor"_s));
    Pane pane;
    pane.page->open(rulesFor(server.url(), patientA), formOf(server, patientA));
    QVERIFY(pane.waitForEnd());
    QCOMPARE(pane.loaded.count(), 1);
    QCOMPARE(server.count(formPath), 1);
}

void TestPaneLoad::asksForTheFormOnceAndForNothingElse()
{
    HttpServer server;
    server.route(formPath, html(u"Rapor"_s));
    Pane pane;
    const QUrl form = formOf(server, patientA);
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), form));
    QCOMPARE(pane.text(), u"Rapor"_s);
    QCOMPARE(server.count(), 1);
    QCOMPARE(server.requests().first().target, form.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority));
}

void TestPaneLoad::speaksTurkishFirst()
{
    HttpServer server;
    server.route("/x", html(u"x"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(server.requests().first().header("Accept-Language").startsWith("tr-TR,tr;q=0.9"));
}

void TestPaneLoad::W1_failuresAreToldApart_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("manner");
    QTest::addColumn<ErrorKind>("kind");
    using Manner = HttpServerReply::Manner;
    const int answer = int(Manner::Answer);
    const QByteArray page = "<html><body>Error page of a gateway</body></html>";
    QTest::newRow("401") << 401 << page << answer << ErrorKind::Unauthorized;
    QTest::newRow("401 empty") << 401 << QByteArray() << answer << ErrorKind::Unauthorized;
    QTest::newRow("403") << 403 << page << answer << ErrorKind::BadReply;
    QTest::newRow("404") << 404 << page << answer << ErrorKind::BadReply;
    QTest::newRow("404 empty") << 404 << QByteArray() << answer << ErrorKind::BadReply;
    QTest::newRow("429") << 429 << page << answer << ErrorKind::ServerFailed;
    QTest::newRow("500") << 500 << page << answer << ErrorKind::ServerFailed;
    QTest::newRow("500 empty") << 500 << QByteArray() << answer << ErrorKind::ServerFailed;
    QTest::newRow("503") << 503 << page << answer << ErrorKind::ServerFailed;
    QTest::newRow("200 empty") << 200 << QByteArray() << answer << ErrorKind::BadReply;
    QTest::newRow("200 blank page") << 200 << QByteArray("<html><body> </body></html>") << answer
                                    << ErrorKind::BadReply;
    QTest::newRow("204") << 204 << QByteArray() << answer << ErrorKind::BadReply;
    QTest::newRow("cut") << 200 << QByteArray() << int(Manner::CutBefore) << ErrorKind::ConnectionFailed;
}

void TestPaneLoad::W1_failuresAreToldApart()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, manner);
    QFETCH(ErrorKind, kind);
    HttpServer server;
    HttpServerReply reply = HttpServerReply::html(body, status);
    reply.manner = HttpServerReply::Manner(manner);
    server.route(formPath, reply);
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QCOMPARE(pane.loaded.count(), 0);
    QCOMPARE(pane.failed.count(), 1);
    const Error error = pane.lastError();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status >= 400 ? status : 0);
    QCOMPARE(error.host, u"127.0.0.1"_s);
    QVERIFY(!error.detail.contains(u"token-of-the-test"));
    QVERIFY(!error.detail.contains(patientA));
    QVERIFY(!pane.page->isLoading());
}

void TestPaneLoad::W1_aDocumentThatTellsOfItselfLateHidesNoFailure()
{
    HttpServer server;
    server.route("/x", HttpServerReply::html({}, 503));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.failed.count(), 1);
    const QSignalSpy shown(pane.page.get(), &IsolatedPage::documentShown);
    auto* tracker = pane.view()->page()->findChild<DirtyFormTracker*>();
    QVERIFY(tracker);
    emit tracker->documentCreated(false);                  // as on a busy machine
    QVERIFY(!pane.evaluate(u"document.title"_s).isNull()); // its turn has passed
    QCOMPARE(shown.count(), 0);
    QVERIFY(!pane.page->hasDocument());
}

void TestPaneLoad::W1_aConnectionRefusedIsNoDnsFailure()
{
    HttpServer server;
    const QUrl url = server.url(u"/x"_s);
    server.stop();
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), url));
    QCOMPARE(pane.lastError().kind, ErrorKind::ConnectionFailed);
}

void TestPaneLoad::W1_aNameThatIsNotThereIsToldSo()
{
    Pane pane;
    const QUrl url(u"https://erapor.invalid"_s);
    QVERIFY(pane.openAndWait(rulesFor(url), url));
    QCOMPARE(pane.lastError().kind, ErrorKind::NameNotResolved);
    QCOMPARE(pane.lastError().host, u"erapor.invalid"_s);
}

void TestPaneLoad::W1_aPageThatGoesToTheEnginesOwnAddressIsNotBlank()
{
    HttpServer server;
    server.route("/x", html(u"form"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), server.url(u"/x"_s)));
    pane.evaluate(u"setTimeout(() => location = 'about:version', 0); 1"_s);
    QTRY_COMPARE(pane.noticed(Gatekeeper::Notice::AddressRefused), 1);
    if (pane.failed.isEmpty())
        QCOMPARE(pane.text(), u"form"_s);
    else
        QCOMPARE(pane.lastError().step, Step::PageRefused);
}

// A page is asked whether it is a login as soon as it is loaded; the next one is opened before it can answer.
void TestPaneLoad::W1_whatWasAskedOfAPageIsNotToldOfTheNext()
{
    HttpServer server;
    server.route("/x", html(u"<input type=password>"_s));
    server.route("/y", html(u"y"_s));
    const NavigationRules rules = rulesFor(server.url());
    Pane pane;
    bool opened = false;
    connect(pane.page.get(), &IsolatedPage::documentShown, this, [&] {
        if (pane.page->isLoading() || std::exchange(opened, true))
            return;
        QMetaObject::invokeMethod(
            pane.page.get(), [&] { pane.page->open(rules, server.url(u"/y"_s)); }, Qt::QueuedConnection);
    });
    QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
    QVERIFY(opened);
    QCOMPARE(pane.failed.count(), 0);
    QCOMPARE(pane.loaded.count(), 1);
    QCOMPARE(pane.text(), u"y"_s);
}

void TestPaneLoad::W1_aCrashedPageIsToldSo()
{
    HttpServer server;
    server.route("/x", html(u"<input id=i>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QVERIFY(pane.type(u"#i"_s, u"abc"_s));
    QTRY_VERIFY(pane.page->touched());
    ::kill(pid_t(pane.view()->page()->renderProcessPid()), SIGKILL);
    QTRY_COMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().kind, ErrorKind::PageCrashed);
    QVERIFY(!pane.page->touched());
    // It can be opened again.
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.loaded.count(), 1);
}

void TestPaneLoad::W2_aStuckServerIsGivenUp()
{
    HttpServer server;
    server.route("/x", HttpServerReply::stuck());
    Pane pane;
    pane.page->setDeadline(std::chrono::milliseconds(500));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.lastError().kind, ErrorKind::TimedOut);
    QVERIFY(!pane.page->isLoading());
    server.stop();
    QCOMPARE(pane.failed.count(), 1);
}

void TestPaneLoad::W2_aStuckStepLeavesThePageAsItStands()
{
    HttpServer server;
    server.route("/x", html(u"<input id=i><a href=/stuck>weiter</a>"_s));
    server.route("/stuck", HttpServerReply::stuck());
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.loaded.count(), 1);
    QVERIFY(pane.type(u"#i"_s, u"abc"_s));
    pane.page->setDeadline(std::chrono::milliseconds(500));
    QVERIFY(pane.click(u"a"_s));
    QTRY_COMPARE(pane.noticed(Gatekeeper::Notice::StepTimedOut), 1);
    QCOMPARE(pane.evaluate(u"document.querySelector('#i').value"_s).toString(), u"abc"_s);
    QTRY_VERIFY(pane.page->touched());
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneLoad::aPageCanBeOpenedAgainAfterAFailure()
{
    HttpServer server;
    server.route("/x", HttpServerReply::html("down", 503));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.failed.count(), 1);
    server.route("/x", html(u"da"_s));
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    QCOMPARE(pane.failed.count(), 0);
    QCOMPARE(pane.text(), u"da"_s);
}

void TestPaneLoad::showsPdf()
{
    const QByteArray pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
                           "trailer<</Root 1 0 R>>\n%%EOF\n";
    HttpServer server;
    HttpServerReply reply;
    reply.body = pdf;
    reply.contentType = "application/pdf";
    server.route("/report.pdf", reply);
    server.route(
        "/x", html(u"<style>body{margin:0}</style><iframe src=/report.pdf width=600 height=500></iframe>"_s));
    Pane pane;
    for (const QString& path : {u"/report.pdf"_s, u"/x"_s}) {
        server.forgetRequests();
        QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(path)));
        QCOMPARE(pane.failed.count(), 0);
        // Without its viewer the place of a PDF stays white; with it, the page lies on grey, beside a list of
        // all pages where the viewer finds room for one.
        QTRY_COMPARE(pane.view()->grab().toImage().pixelColor(560, 420), QColor(u"#525659"_s));
        QCOMPARE(pane.notices.count(), 0);
        QCOMPARE(server.count("/report.pdf"), 1);
    }
}

void TestPaneLoad::pagePoolHandsOutTheReserve()
{
    HttpServer server;
    server.route("/x", html(u"x"_s));
    const CertificateJudge judge;
    PageDialogs dialogs;
    const QTemporaryDir folder;
    AllowedPrograms programs(folder.filePath(u"allowed-programs.ini"_s),
                             settingsFor(QUrl(u"http://127.0.0.1:1"_s)));
    PagePool warm(judge, dialogs, programs);
    warm.prepare();
    const auto cold = warm.take(); // before anything could be prepared
    QVERIFY(cold);
    QVERIFY(!cold->isOpen());
    QSignalSpy loaded(cold.get(), &IsolatedPage::loaded);
    QSignalSpy failed(cold.get(), &IsolatedPage::failed);
    cold->open(rulesFor(server.url()), server.url(u"/x"_s));
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(failed.count(), 0);
    const auto second = warm.take();
    QVERIFY(second);
    QVERIFY(second.get() != cold.get());
    QSignalSpy secondLoaded(second.get(), &IsolatedPage::loaded);
    second->open(rulesFor(server.url()), server.url(u"/x"_s));
    QTRY_COMPARE(secondLoaded.count(), 1);
    QCOMPARE(server.count("/x"), 2);
}

QTEST_MAIN(TestPaneLoad)
#include "tst_pane_load.moc"
