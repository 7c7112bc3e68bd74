// Where a page may lead: hosts, agents on this computer, and programs (rules S5 and S6).

#include "core/navigation.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;

using Verdict = NavigationRules::Verdict;

class TestNavigationRules : public QObject
{
    Q_OBJECT

private slots:
    void S5_hosts_data();
    void S5_hosts();
    void S5_foreignHostsGoToTheSystemBrowser();
    void S5_customAndExtraHosts();
    void S5_agentsAreForTheReportPageOnly();
    void S5_localContent_data();
    void S5_localContent();
    void S5_pdfViewer();
    void S6_programsByListAndGesture();
    void withoutSettingsNothingIsAllowed();
};

namespace {

const QUrl noPage;

} // namespace

void TestNavigationRules::S5_hosts_data()
{
    QTest::addColumn<EnvironmentName>("environment");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    const auto row = [](EnvironmentName environment, const QString& url, bool allowed) {
        QTest::addRow("%s %s", qPrintable(toString(environment)), qPrintable(url))
            << environment << url << allowed;
    };
    using enum EnvironmentName;
    row(Live, u"https://erapor.saglik.gov.tr/x"_s, true);
    row(Live, u"https://ERAPOR.SAGLIK.GOV.TR/x"_s, true);
    row(Live, u"https://saglik.gov.tr"_s, true);
    row(Live, u"https://cdn.saglik.gov.tr"_s, true);
    row(Live, u"https://a.b.enabiz.gov.tr"_s, true);
    row(Live, u"https://giris.turkiye.gov.tr:443/"_s, true);
    row(Live, u"wss://cdn.saglik.gov.tr/socket"_s, true);
    row(Live, u"https://evil-saglik.gov.tr"_s, false);
    row(Live, u"https://saglik.gov.tr.evil.example"_s, false);
    row(Live, u"https://xsaglik.gov.tr"_s, false);
    row(Live, u"https://gov.tr"_s, false);
    row(Live, u"https://erapor.saglik.gov.tr./"_s, false);
    row(Live, u"https://erapor.saglik.gov.tr:8443/"_s, false);
    row(Live, u"https://erapor.saglik.gov.tr@evil.example/"_s, false);
    row(Live, u"https://user@erapor.saglik.gov.tr/"_s, false);
    row(Live, u"https://s\u0430glik.gov.tr"_s, false); // Cyrillic а
    row(Live, u"https://sağlık.gov.tr"_s, false);
    row(Live, u"http://erapor.saglik.gov.tr/"_s, false);
    row(Live, u"ws://erapor.saglik.gov.tr/"_s, false);
    row(Live, u"https://example.org/erapor.saglik.gov.tr"_s, false);
    row(Live, u"http://127.0.0.1/"_s, false);
    row(Live, u"https://10.0.0.1/"_s, false);
    row(Test, u"https://eraportest.saglik.gov.tr"_s, true);
    row(Test, u"https://other.saglik.gov.tr"_s, true);
    row(Test, u"https://hesservis.turkiye.gov.tr"_s, true);
    row(Test, u"https://erapor.saglik.gov.tr"_s, false);
    row(Test, u"https://erapor.saglik.gov.tr."_s, false);
    row(Test, u"wss://erapor.saglik.gov.tr"_s, false);
    row(Test, u"https://ogn.saglik.gov.tr"_s, false);
    row(Test, u"https://app.teletip.saglik.gov.tr"_s, false);
    row(Test, u"https://teleradyoloji.saglik.gov.tr"_s, false);
    row(Training, u"http://127.0.0.1:5000/x"_s, true);
    row(Training, u"ws://127.0.0.1:5000/x"_s, true);
    row(Training, u"http://127.0.0.1:5001/x"_s, true);
    row(Training, u"http://127.0.0.1:5002/x"_s, false);
    row(Training, u"https://127.0.0.1:5000/x"_s, false);
    row(Training, u"http://localhost:5000/x"_s, false);
    row(Training, u"https://erapor.saglik.gov.tr"_s, false);
    row(Training, u"https://cdn.saglik.gov.tr"_s, false);
}

void TestNavigationRules::S5_hosts()
{
    QFETCH(EnvironmentName, environment);
    QFETCH(QString, url);
    QFETCH(bool, allowed);
    const auto own = rules(environment);
    const QUrl to(url);
    QCOMPARE(own.allowsRequest(to, noPage), allowed);
    if (to.scheme().startsWith(u"http"_s)) {
        QCOMPARE(own.navigation(to, noPage, true, false) == Verdict::Allow, allowed);
        QCOMPARE(own.navigation(to, noPage, false, true), allowed ? Verdict::Allow : Verdict::Refuse);
    } else {
        QCOMPARE(own.navigation(to, noPage, true, true), Verdict::Refuse);
    }
}

void TestNavigationRules::S5_foreignHostsGoToTheSystemBrowser()
{
    const auto live = rules(EnvironmentName::Live);
    for (const QString& address : {u"https://example.org/"_s, u"http://example.org/"_s}) {
        QCOMPARE(live.navigation(QUrl(address), noPage, true, true), Verdict::AskSystemBrowser);
        QCOMPARE(live.navigation(QUrl(address), noPage, true, false), Verdict::NeedsGesture);
        QCOMPARE(live.navigation(QUrl(address), noPage, false, true), Verdict::Refuse);
        QVERIFY(!live.allowsRequest(QUrl(address), noPage));
    }
    // Not even that for the environment's own world by a wrong way.
    QCOMPARE(live.navigation(QUrl(u"http://erapor.saglik.gov.tr/"_s), noPage, true, true), Verdict::Refuse);
    QCOMPARE(live.navigation(QUrl(u"https://a@example.org/"_s), noPage, true, true), Verdict::Refuse);
    const auto test = rules(EnvironmentName::Test);
    QCOMPARE(test.navigation(QUrl(u"https://erapor.saglik.gov.tr/"_s), noPage, true, true), Verdict::Refuse);
    QCOMPARE(test.navigation(QUrl(u"https://erapor.saglik.gov.tr./"_s), noPage, true, true), Verdict::Refuse);
    const auto training = rules(EnvironmentName::Training);
    QCOMPARE(training.navigation(QUrl(u"https://example.org/"_s), noPage, true, true),
             Verdict::AskSystemBrowser);
}

void TestNavigationRules::S5_customAndExtraHosts()
{
    const auto custom =
        rules(EnvironmentName::Custom, {},
              "[endpoints]\nerapor=https://erapor.local:8443/x\nviewer=http://127.0.0.1:7000\n"
              "[web]\nextraHosts=cdn.example, *.wild.example, port.example:444\n");
    const auto allows = [&](const QString& url) { return custom.allowsRequest(QUrl(url), noPage); };
    QVERIFY(allows(u"https://erapor.local:8443/y"_s));
    QVERIFY(!allows(u"https://erapor.local/y"_s));
    QVERIFY(allows(u"http://127.0.0.1:7000/"_s));
    QVERIFY(!allows(u"http://127.0.0.1:7001/"_s));
    QVERIFY(allows(u"https://x.saglik.gov.tr"_s));
    QVERIFY(allows(u"https://cdn.example"_s));
    QVERIFY(!allows(u"http://cdn.example"_s));
    QVERIFY(!allows(u"https://cdn.example:444"_s));
    QVERIFY(!allows(u"https://sub.cdn.example"_s));
    QVERIFY(allows(u"https://a.b.wild.example"_s));
    QVERIFY(!allows(u"https://evilwild.example"_s));
    QVERIFY(allows(u"https://port.example:444"_s));
    QVERIFY(!allows(u"https://port.example"_s));
    // An address without https beyond this machine, however it came into the settings.
    Endpoints plain;
    plain.erapor = QUrl(u"http://10.0.0.1:8080"_s);
    const auto settings = Settings::load({}, EnvironmentName::Custom)->withEndpoints(plain);
    QVERIFY(!NavigationRules(settings, {}).allowsRequest(QUrl(u"http://10.0.0.1:8080/"_s), noPage));
    // An extra host does not open the live ministry to the test environment, nor anything to training.
    const QByteArray extra = "[web]\nextraHosts=erapor.saglik.gov.tr, cdn.example\n";
    QVERIFY(!rules(EnvironmentName::Test, {}, extra)
                 .allowsRequest(QUrl(u"https://erapor.saglik.gov.tr"_s), noPage));
    QVERIFY(
        !rules(EnvironmentName::Training, {}, extra).allowsRequest(QUrl(u"https://cdn.example"_s), noPage));
}

void TestNavigationRules::S5_agentsAreForTheReportPageOnly()
{
    const QUrl erapor(u"https://erapor.saglik.gov.tr/page"_s);
    const QUrl viewer(u"https://teleradyoloji.saglik.gov.tr/page"_s);
    const auto any = rules(EnvironmentName::Live);
    for (const QString& agent : {u"http://127.0.0.1:9000/sign"_s, u"https://localhost:9000/"_s,
                                 u"ws://127.0.0.1:9000/"_s, u"wss://[::1]:9000/"_s}) {
        QVERIFY2(any.allowsRequest(QUrl(agent), erapor), qPrintable(agent));
        QVERIFY(!any.allowsRequest(QUrl(agent), viewer));
        QVERIFY(!any.allowsRequest(QUrl(agent), noPage));
        QVERIFY(!any.allowsRequest(QUrl(agent), QUrl(u"https://erapor.saglik.gov.tr:444/"_s)));
    }
    const QUrl agent(u"http://127.0.0.1:9000/"_s);
    QCOMPARE(any.navigation(agent, erapor, false, false), Verdict::Allow);
    QCOMPARE(any.navigation(agent, viewer, false, true), Verdict::Refuse);
    QVERIFY(any.navigation(agent, erapor, true, true) != Verdict::Allow);

    const auto some = rules(EnvironmentName::Live, {}, "[web]\nagentPorts=9000, 80\n");
    QVERIFY(some.allowsRequest(agent, erapor));
    QVERIFY(some.allowsRequest(QUrl(u"http://localhost/"_s), erapor));
    QVERIFY(!some.allowsRequest(QUrl(u"https://localhost/"_s), erapor));
    QVERIFY(!some.allowsRequest(QUrl(u"http://127.0.0.1:9001/"_s), erapor));
    QVERIFY(!rules(EnvironmentName::Live, {}, "[web]\nagentPorts=\n").allowsRequest(agent, erapor));
    QVERIFY(!any.allowsRequest(QUrl(u"http://192.168.1.1:9000/"_s), erapor));
}

void TestNavigationRules::S5_localContent_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Verdict>("inMainFrame");
    QTest::addColumn<Verdict>("inFrame");
    QTest::addColumn<bool>("asRequest");
    const auto row = [](const char* url, Verdict inMainFrame, Verdict inFrame, bool asRequest) {
        QTest::newRow(url) << QString::fromLatin1(url) << inMainFrame << inFrame << asRequest;
    };
    using enum NavigationRules::Verdict;
    row("about:blank", Allow, Allow, true);
    row("about:srcdoc", Refuse, Allow, true);
    row("about:config", Refuse, Refuse, false);
    row("data:text/html,x", Refuse, Allow, true);
    row("blob:https://erapor.saglik.gov.tr/1-2", Allow, Allow, true);
    row("blob:https://evil.example/1-2", Refuse, Refuse, false);
    row("blob:null/1-2", Refuse, Refuse, false);
    for (const char* never :
         {"file:///etc/passwd", "FILE:///etc/passwd", "qrc:/x", "chrome://gpu/",
          "view-source:https://erapor.saglik.gov.tr", "filesystem:https://erapor.saglik.gov.tr/temporary/x",
          "javascript:alert(1)", "chrome-untrusted://x/", "devtools://devtools/",
          "chrome-extension://abcdefghijklmnopabcdefghijklmnop/x"})
        row(never, Refuse, Refuse, false);
}

void TestNavigationRules::S5_localContent()
{
    QFETCH(QString, url);
    const auto live = rules(EnvironmentName::Live, u"10000000146"_s);
    const QUrl from = form({});
    QTEST(live.navigation(QUrl(url), from, true, true), "inMainFrame");
    QTEST(live.navigation(QUrl(url), from, false, true), "inFrame");
    QTEST(live.allowsRequest(QUrl(url), from), "asRequest");
}

void TestNavigationRules::S5_pdfViewer()
{
    const auto live = rules(EnvironmentName::Live);
    const QUrl viewer(u"chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html"_s);
    const QUrl resource(u"chrome://resources/js/util.js"_s);
    const QUrl page = form({});
    const QUrl foreign(u"https://evil.example/"_s);
    QCOMPARE(live.navigation(viewer, page, false, false), Verdict::Allow);
    QCOMPARE(live.navigation(viewer, foreign, false, false), Verdict::Refuse);
    QCOMPARE(live.navigation(viewer, page, true, true), Verdict::Refuse);
    QVERIFY(live.allowsRequest(viewer, page));
    QVERIFY(live.allowsRequest(resource, viewer));
    QVERIFY(!live.allowsRequest(resource, foreign));
    QVERIFY(!live.allowsRequest(QUrl(u"chrome://settings/"_s), viewer));
}

void TestNavigationRules::S6_programsByListAndGesture()
{
    const auto live = rules(EnvironmentName::Live, {}, "[web]\nexternalSchemes=e-imza\n");
    for (const bool mainFrame : {true, false}) {
        const auto verdict = [&](const char* url, bool gesture) {
            return live.navigation(QUrl(QString::fromLatin1(url)), form({}), mainFrame, gesture);
        };
        QCOMPARE(verdict("e-imza://sign?id=1", true), Verdict::StartProgram);
        QCOMPARE(verdict("E-IMZA:sign", true), Verdict::StartProgram);
        QCOMPARE(verdict("e-imza://sign?id=1", false), Verdict::NeedsGesture);
        QCOMPARE(verdict("e-imza2://sign", true), Verdict::ProgramNotListed);
        QCOMPARE(verdict("mailto:a@b.example", true), Verdict::ProgramNotListed);
        QCOMPARE(verdict("hekim-asistani://open?patient=10000000146", true), Verdict::ProgramNotListed);
        QCOMPARE(verdict("ms-msdt:x", false), Verdict::ProgramNotListed);
    }
    QVERIFY(!live.allowsRequest(QUrl(u"e-imza://sign"_s), form({})));
    const auto training = rules(EnvironmentName::Training);
    QCOMPARE(training.navigation(QUrl(u"hekim-egitim-imza://sign"_s), noPage, true, true),
             Verdict::StartProgram);
    QCOMPARE(rules(EnvironmentName::Live).navigation(QUrl(u"hekim-egitim-imza://sign"_s), noPage, true, true),
             Verdict::ProgramNotListed);
}

void TestNavigationRules::withoutSettingsNothingIsAllowed()
{
    const NavigationRules none;
    QCOMPARE(none.navigation(QUrl(u"about:blank"_s), noPage, true, false), Verdict::Allow);
    for (const QString& url : {u"https://erapor.saglik.gov.tr"_s, u"http://127.0.0.1:5000"_s, u"data:,x"_s,
                               u"imza:x"_s, u"file:///"_s, QString()}) {
        QCOMPARE(none.navigation(QUrl(url), noPage, true, true), Verdict::Refuse);
        QCOMPARE(none.navigation(QUrl(url), noPage, false, true), Verdict::Refuse);
        QVERIFY(!none.allowsRequest(QUrl(url), noPage));
    }
}

QTEST_GUILESS_MAIN(TestNavigationRules)
#include "tst_navigationrules.moc"
