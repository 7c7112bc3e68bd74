#include "browser/page/pagecontrols.h"
#include "browser/page/pagelossmonitor.h"
#include "browser/pane.h"
#include "browser/watch/responsivenessmonitor.h"

#include <QApplication>
#include <QDialog>
#include <QTest>
#include <QTimer>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto formPath = "/healthstatusweb/singledoctor/createreport";
constexpr auto sendPath = "/healthstatusweb/singledoctor/save";

HttpServerReply form(const QByteArray& cacheControl = "no-store")
{
    HttpServerReply reply = html(u"<form method=post action='/healthstatusweb/singledoctor/save'>"
                                 "<p><input id=i name=i><p><button id=send>Gönder</button></form>"
                                 "<p><a id=go href='/healthstatusweb/singledoctor/next'>devam</a>"_s);
    reply.headers.emplaceBack("Cache-Control", cacheControl);
    return reply;
}

struct PaneWithForm : Pane
{
    PaneWithForm() : losses(&page->losses(), &PageLossMonitor::lost) {}

    bool open(HttpServer& server)
    {
        server.route(formPath, form());
        return openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)) &&
               loaded.count() == 1 && type(u"#i"_s, u"Muayene"_s) &&
               until([this] { return page->touched(); });
    }

    [[nodiscard]] PageLoss lastLoss() const
    {
        return losses.isEmpty() ? PageLoss{} : losses.last().at(0).value<PageLoss>();
    }
    [[nodiscard]] QString typed() const
    {
        return evaluate(u"(document.getElementById('i') || {}).value || ''"_s).toString();
    }

    QSignalSpy losses;
};
} // namespace

/// What becomes of a page, and of what was typed into it, when its session, its network or its engine is lost
/// (rules P2, P3, W1).
class TestPaneRecovery : public QObject
{
    Q_OBJECT

private slots:
    void P3_aStepTheNetworkFailsLeavesThePage_data();
    void P3_aStepTheNetworkFailsLeavesThePage();
    void P3_aRefusedFormComesBackWithWhatWasTyped_data();
    void P3_aRefusedFormComesBackWithWhatWasTyped();
    void P3_aFormThatCannotComeBackIsSaidToBeLost();
    void W1_aLoginInPlaceOfTheFormIsARefusedToken_data();
    void W1_aLoginInPlaceOfTheFormIsARefusedToken();
    void P3_aLoginAfterAStepLeavesAWayBack();
    void P3_aFormThatOneGoesBackToIsTouched();
    void aPinFieldOfTheFormIsNoLogin();
    void W1_aPageThatHangsIsToldSoAndAWorkingOneIsNot();
    void aHiddenPageIsNotAskedForAnAnswer();
    void responsivenessWaitsForDialogs();
};

void TestPaneRecovery::P3_aStepTheNetworkFailsLeavesThePage_data()
{
    QTest::addColumn<QString>("control");
    QTest::newRow("form") << u"#send"_s;
    QTest::newRow("link") << u"#go"_s;
}

void TestPaneRecovery::P3_aStepTheNetworkFailsLeavesThePage()
{
    QFETCH(QString, control);
    HttpServer server;
    PaneWithForm pane;
    QVERIFY(pane.open(server));
    server.stop();
    QVERIFY(pane.click(control));
    QTRY_COMPARE(pane.losses.count(), 1);
    QCOMPARE(pane.lastLoss().error.kind, ErrorKind::ConnectionFailed);
    QVERIFY(pane.lastLoss().stays);
    QVERIFY(pane.lastLoss().hadWork);
    QCOMPARE(pane.typed(), u"Muayene"_s);
    QTRY_VERIFY(pane.page->touched());
    QVERIFY(!pane.page->isLoading());
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneRecovery::P3_aRefusedFormComesBackWithWhatWasTyped_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("401") << 401 << QByteArray("oturum yok") << ErrorKind::Unauthorized;
    QTest::newRow("401 empty") << 401 << QByteArray() << ErrorKind::Unauthorized;
    QTest::newRow("500") << 500 << QByteArray("hata") << ErrorKind::ServerFailed;
    QTest::newRow("503 empty") << 503 << QByteArray() << ErrorKind::ServerFailed;
    QTest::newRow("404") << 404 << QByteArray("yok") << ErrorKind::BadReply;
}

void TestPaneRecovery::P3_aRefusedFormComesBackWithWhatWasTyped()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    HttpServer server;
    server.route(sendPath, HttpServerReply::html(body, status));
    PaneWithForm pane;
    QVERIFY(pane.open(server));
    QVERIFY(pane.click(u"#send"_s));
    QTRY_COMPARE(pane.losses.count(), 1);
    const PageLoss loss = pane.lastLoss();
    QCOMPARE(loss.error.kind, kind);
    QVERIFY(!loss.stays);
    QVERIFY(loss.hadWork);
    QVERIFY(loss.canReturn);
    QVERIFY2(pane.page->touched(), "closing the tab would throw the form away without a question");
    QCOMPARE(pane.failed.count(), 0);

    pane.page->losses().returnToForm();
    QTRY_COMPARE(pane.loaded.count(), 2);
    QCOMPARE(pane.typed(), u"Muayene"_s);
    QTRY_VERIFY(pane.page->touched());
    QCOMPARE(server.count(sendPath), 1);
}

void TestPaneRecovery::P3_aFormThatCannotComeBackIsSaidToBeLost()
{
    HttpServer server;
    server.route(sendPath, HttpServerReply::html("oturum yok", 401));
    PaneWithForm pane;
    QVERIFY(pane.open(server));
    server.route(formPath, HttpServerReply::html("oturum yok", 401)); // the address' token has expired
    QVERIFY(pane.click(u"#send"_s));
    QTRY_COMPARE(pane.losses.count(), 1);
    pane.page->losses().returnToForm();
    QTRY_COMPARE(pane.losses.count(), 2);
    QVERIFY(pane.lastLoss().hadWork);
    QVERIFY(!pane.lastLoss().canReturn);
    QVERIFY(!pane.page->touched());
}

void TestPaneRecovery::W1_aLoginInPlaceOfTheFormIsARefusedToken_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::newRow("address") << u"/Account/Login"_s << u"TC kimlik no <input>"_s;
    QTest::newRow("field") << u"/"_s << u"Parola <input type=password>"_s;
}

void TestPaneRecovery::W1_aLoginInPlaceOfTheFormIsARefusedToken()
{
    QFETCH(QString, path);
    QFETCH(QString, body);
    HttpServer server;
    server.route(formPath, HttpServerReply::redirect(QUrl(path)));
    server.route(path.toLatin1(), html(body));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QCOMPARE(pane.loaded.count(), 0);
    QCOMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().kind, ErrorKind::Unauthorized);
    QTRY_VERIFY(!pane.text().contains(u"kimlik") &&
                !pane.text().contains(u"Parola")); // it is not left on screen
}

void TestPaneRecovery::P3_aLoginAfterAStepLeavesAWayBack()
{
    HttpServer server;
    server.route(sendPath, HttpServerReply::redirect(QUrl(u"/giris"_s)));
    server.route("/giris", html(u"Giriş"_s));
    PaneWithForm pane;
    QVERIFY(pane.open(server));
    QVERIFY(pane.click(u"#send"_s));
    QTRY_COMPARE(pane.losses.count(), 1);
    QVERIFY(pane.lastLoss().login);
    QCOMPARE(pane.lastLoss().error.kind, ErrorKind::Unauthorized);
    QVERIFY(pane.lastLoss().canReturn);
    QVERIFY(pane.lastLoss().hadWork);
    QTRY_VERIFY(pane.page->touched());
    pane.page->losses().returnToForm();
    QTRY_COMPARE(pane.typed(), u"Muayene"_s);
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneRecovery::P3_aFormThatOneGoesBackToIsTouched()
{
    HttpServer server;
    server.route("/healthstatusweb/singledoctor/next", html(u"sonraki"_s));
    PaneWithForm pane;
    QVERIFY(pane.open(server));
    QVERIFY(pane.click(u"#go"_s));
    QTRY_COMPARE(pane.loaded.count(), 2);
    QVERIFY(!pane.page->touched());
    pane.page->controls().back();
    QTRY_COMPARE(pane.typed(), u"Muayene"_s);
    QTRY_VERIFY(pane.page->touched());
    pane.page->controls().forward();
    QTRY_COMPARE(pane.text(), u"sonraki"_s);
    QTRY_VERIFY(!pane.page->touched());
    pane.page->controls().back();
    QTRY_COMPARE(pane.typed(), u"Muayene"_s);
    QTRY_VERIFY(pane.page->touched());
}

void TestPaneRecovery::aPinFieldOfTheFormIsNoLogin()
{
    HttpServer server;
    server.route(formPath, html(u"PIN <input type=password>"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA), formOf(server, patientA)));
    QCOMPARE(pane.loaded.count(), 1);
    QCOMPARE(pane.failed.count(), 0);
}

void TestPaneRecovery::W1_aPageThatHangsIsToldSoAndAWorkingOneIsNot()
{
    HttpServer server;
    PaneWithForm pane;
    QSignalSpy silent(&pane.page->responsiveness(), &ResponsivenessMonitor::silentChanged);
    pane.page->responsiveness().setLimits(100ms, 700ms);
    QVERIFY(pane.open(server));
    QCOMPARE(silent.count(), 0);
    // Busy for three seconds, then well again.
    pane.view()->page()->runJavaScript(u"for (const end = Date.now() + 3000; Date.now() < end;);"_s);
    QTRY_COMPARE(silent.count(), 1);
    QCOMPARE(silent.last().at(0).toBool(), true);
    QVERIFY(pane.page->responsiveness().isSilent());
    QTRY_COMPARE(silent.count(), 2);
    QCOMPARE(silent.last().at(0).toBool(), false);
    QCOMPARE(pane.typed(), u"Muayene"_s);
}

void TestPaneRecovery::aHiddenPageIsNotAskedForAnAnswer()
{
    HttpServer server;
    PaneWithForm pane;
    QSignalSpy silent(&pane.page->responsiveness(), &ResponsivenessMonitor::silentChanged);
    pane.page->responsiveness().setLimits(50ms, 300ms);
    QVERIFY(pane.open(server));
    pane.view()->hide();
    bool answered = false;
    pane.view()->page()->runJavaScript(u"for (const end = Date.now() + 1500; Date.now() < end;);"_s,
                                       [&answered](const QVariant&) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(silent.count(), 0);
}

void TestPaneRecovery::responsivenessWaitsForDialogs()
{
    HttpServer server;
    PaneWithForm pane;
    QSignalSpy silent(&pane.page->responsiveness(), &ResponsivenessMonitor::silentChanged);
    pane.page->responsiveness().setLimits(50ms, 300ms);
    QVERIFY(pane.open(server));
    int turns = 0;
    // The dialog stays for a second: the page's script stands still meanwhile.
    connect(&pane.dialogs, &PageDialogs::opened, this, [&turns] {
        QTimer::singleShot(1s, [&turns] {
            ++turns;
            if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget()))
                dialog->accept();
        });
    });
    bool answered = false;
    pane.view()->page()->runJavaScript(u"alert('bekle')"_s,
                                       [&answered](const QVariant&) { answered = true; });
    QTRY_VERIFY(answered);
    QCOMPARE(turns, 1);
    QCOMPARE(silent.count(), 0);
}

QTEST_MAIN(TestPaneRecovery)
#include "tst_pane_recovery.moc"
