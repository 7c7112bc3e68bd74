#include "browser/pane.h"

#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

namespace {

/// An e-signature module that listens on this computer: HTTP, and a WebSocket that says back what it is told.
class Agent
{
public:
    Agent() : m_sockets(u"agent"_s, QWebSocketServer::NonSecureMode)
    {
        HttpServerReply reply = HttpServerReply::json(R"("imzalandi")");
        reply.headers = {{"Access-Control-Allow-Origin", "*"}};
        m_http.route("/sign", reply);
        if (!m_sockets.listen(QHostAddress::LocalHost))
            qFatal("the agent cannot listen");
        QObject::connect(&m_sockets, &QWebSocketServer::newConnection, &m_sockets, [this] {
            QWebSocket* socket = m_sockets.nextPendingConnection();
            ++connections;
            socket->setParent(&m_sockets);
            QObject::connect(socket, &QWebSocket::textMessageReceived, socket, [socket](const QString& text) {
                socket->sendTextMessage(u"imzalandi: "_s + text);
            });
        });
    }

    [[nodiscard]] QString fetchScript() const
    {
        return u"fetch('%1').then(r=>r.json()).then(t=>document.title='fetch '+t,()=>document.title='fetch yok');"_s
            .arg(m_http.url(u"/sign"_s).toString());
    }
    [[nodiscard]] QString socketScript() const
    {
        return u"{ const s = new WebSocket('ws://127.0.0.1:%1'); s.onopen = () => s.send('belge');"
               " s.onmessage = e => document.title = 'socket ' + e.data;"
               " s.onclose = () => { if (!document.title.startsWith('socket i')) document.title = 'socket yok'; } }"_s
                   .arg(m_sockets.serverPort());
    }
    [[nodiscard]] QString url(const QString& path) const { return m_http.url(path).toString(); }
    [[nodiscard]] QString socketUrl() const { return u"ws://127.0.0.1:%1"_s.arg(m_sockets.serverPort()); }
    [[nodiscard]] QString ports() const { return u"%1, %2"_s.arg(m_http.port()).arg(m_sockets.serverPort()); }
    [[nodiscard]] int requests() const { return m_http.count(); }
    [[nodiscard]] QByteArrayList asked() const
    {
        QByteArrayList targets;
        for (const HttpServerRequest& request : m_http.requests())
            targets.append(request.target);
        return targets;
    }

    int connections = 0;

private:
    HttpServer m_http;
    QWebSocketServer m_sockets;
};

} // namespace

/// e-signature modules on this computer: for pages of the e-Rapor, on the ports of web/agentPorts (rule S5).
class TestPaneAgents : public QObject
{
    Q_OBJECT

private slots:
    void aListedAgentAnswers_data();
    void aListedAgentAnswers();
    void S5_anUnlistedPortIsOutOfReach();
    void S5_otherOriginsReachNoAgent();
    void S5_noFrameBorrowsAnAgent();
    void S5_noOpaqueFrameBorrowsAnAgent_data();
    void S5_noOpaqueFrameBorrowsAnAgent();
    void S5_aFrameInAWindowCountsOn();
    void anAgentAnswersBesideAPreview_data();
    void anAgentAnswersBesideAPreview();
    void theReportsOwnFramesReachTheirAgent();
};

void TestPaneAgents::aListedAgentAnswers_data()
{
    QTest::addColumn<bool>("all");
    QTest::newRow("by number") << false;
    QTest::newRow("all") << true;
}

void TestPaneAgents::aListedAgentAnswers()
{
    QFETCH(bool, all);
    Agent agent;
    HttpServer server;
    server.route("/x", html(u"x"_s));
    Pane pane;
    const QMap<QString, QString> settings{{u"web/agentPorts"_s, all ? u"*"_s : agent.ports()}};
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA, settings), server.url(u"/x"_s)));
    pane.evaluate(agent.fetchScript());
    QTRY_COMPARE(pane.view()->title(), u"fetch imzalandi"_s);
    pane.evaluate(agent.socketScript());
    QTRY_COMPARE(pane.view()->title(), u"socket imzalandi: belge"_s);
}

void TestPaneAgents::S5_anUnlistedPortIsOutOfReach()
{
    Agent agent;
    Agent listed;
    HttpServer server;
    server.route("/x", html(u"x"_s));
    Pane pane;
    const QMap<QString, QString> settings{{u"web/agentPorts"_s, listed.ports()}};
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA, settings), server.url(u"/x"_s)));
    pane.evaluate(agent.fetchScript());
    QTRY_COMPARE(pane.view()->title(), u"fetch yok"_s);
    pane.evaluate(agent.socketScript());
    QTRY_COMPARE(pane.view()->title(), u"socket yok"_s);
    QCOMPARE(agent.requests(), 0);
    QCOMPARE(agent.connections, 0);
    // The same page reaches the listed one.
    pane.evaluate(listed.socketScript());
    QTRY_COMPARE(pane.view()->title(), u"socket imzalandi: belge"_s);
}

void TestPaneAgents::S5_otherOriginsReachNoAgent()
{
    // The viewer belongs to the environment, and its pages may be shown; but an agent signs for the e-Rapor.
    Agent agent;
    HttpServer server;
    HttpServer viewer;
    server.route("/x", html(u"x"_s));
    viewer.route("/x", html(u"x"_s));
    Pane pane;
    const QMap<QString, QString> settings{{u"web/agentPorts"_s, agent.ports()},
                                          {u"endpoints/viewer"_s, viewer.url().toString()}};
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA, settings), viewer.url(u"/x"_s)));
    QCOMPARE(pane.loaded.count(), 1);
    pane.evaluate(agent.fetchScript());
    QTRY_COMPARE(pane.view()->title(), u"fetch yok"_s);
    pane.evaluate(agent.socketScript());
    QTRY_COMPARE(pane.view()->title(), u"socket yok"_s);
    QCOMPARE(agent.requests(), 0);
    QCOMPARE(agent.connections, 0);
}

void TestPaneAgents::S5_noFrameBorrowsAnAgent()
{
    const Agent agent;
    HttpServer server;
    HttpServer other; // of the environment, and in frames of e-Rapor's page
    QStringList ways{
        u"<script>FETCH</script>"_s,
        u"<script>SOCKET</script>"_s,
        u"<script>new Worker(URL.createObjectURL(new Blob([`FETCH;SOCKET`])))</script>"_s,
        u"<iframe src='AGENT'></iframe>"_s,
        u"<iframe></iframe><script>frames[0].location='AGENT'</script>"_s,
        u"<iframe name=in></iframe><form method=post target=in action='AGENT'><input name=cmd "
        u"value=sign></form>"
        "<script>document.forms[0].submit()</script>"_s,
        u"<iframe src='/redirect?1'></iframe>"_s,
        u"<object data='AGENT' type='text/html'></object>"_s,
        u"<img src='AGENT'><link rel=stylesheet href='AGENT'><script src='AGENT'></script>"_s,
        u"<iframe sandbox='allow-scripts' srcdoc=\"<script>FETCH;SOCKET</script>\"></iframe>"_s,
        u"<iframe sandbox='allow-scripts' srcdoc=\"<script>location='AGENT'</script>\"></iframe>"_s,
        u"<iframe src=\"data:text/html,<script>FETCH;SOCKET</script>\"></iframe>"_s,
        u"<script>location='AGENT'</script>"_s,
        u"<script>location='/redirect?2'</script>"_s,
    };
    QString frames = u"<iframe src='%1'></iframe>"_s.arg(other.url(u"/redirect"_s).toString());
    for (qsizetype way = 0; way < ways.size(); ++way) {
        const QString sign = agent.url(u"/sign"_s) + u"?way=%1"_s.arg(way); // tells which one came through
        frames += u"<iframe src='%1?%2'></iframe>"_s.arg(other.url(u"/inner"_s).toString()).arg(way);
        ways[way]
            .replace(u"FETCH"_s, u"fetch('AGENT',{mode:'no-cors'}).catch(()=>0)"_s)
            .replace(u"SOCKET"_s, u"new WebSocket('%1')"_s.arg(agent.socketUrl()))
            .replace(u"AGENT"_s, sign);
    }
    server.route("/x", html(frames));
    server.route("/after", html(u"sonra"_s));
    other.route("/inner", [&](const HttpServerRequest& request) {
        return html(ways.at(request.target.split('?').last().toInt()));
    });
    other.route("/redirect", HttpServerReply::redirect(QUrl(agent.url(u"/sign?way=redirect"_s))));
    Pane pane;
    const QMap<QString, QString> settings{{u"web/agentPorts"_s, agent.ports()},
                                          {u"endpoints/viewer"_s, other.url().toString()}};
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA, settings), server.url(u"/x"_s)));
    QTRY_COMPARE(other.count("/inner"), ways.size());
    QTRY_COMPARE(other.count("/redirect"), 3);
    for (int round = 1; round <= 3; ++round) {
        pane.evaluate(u"fetch('/after?%1').catch(()=>0)"_s.arg(round));
        QTRY_COMPARE(server.count("/after"), round);
    }
    QCOMPARE(agent.asked().join(' '), QByteArray()); // told by its way
    QCOMPARE(agent.connections, 0);
}

void TestPaneAgents::S5_noOpaqueFrameBorrowsAnAgent_data()
{
    QTest::addColumn<QString>("frame");
    QTest::newRow("data") << u"<iframe src=\"data:text/html,SCRIPT\"></iframe>"_s;
    QTest::newRow("sandboxed") << u"<iframe sandbox=allow-scripts srcdoc=\"SCRIPT\"></iframe>"_s;
    QTest::newRow("sandboxed, the report's") << u"<iframe sandbox=allow-scripts src=/own></iframe>"_s;
    QTest::newRow("an image with scripts")
        << u"<iframe src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>SCRIPT</svg>\"></iframe>"_s;
    QTest::newRow("a document of its own kind")
        << u"<iframe src=\"data:application/xhtml+xml,<html "
           u"xmlns='http://www.w3.org/1999/xhtml'>SCRIPT</html>\"></iframe>"_s;
    QTest::newRow("a type behind a type")
        << u"<iframe src=\"data:text/html;application/pdf,SCRIPT\"></iframe>"_s;
    QTest::newRow("under a policy of the page's")
        << u"<meta http-equiv=Content-Security-Policy content='connect-src ws:'>"
           "<iframe sandbox=allow-scripts srcdoc=\"SCRIPT\"></iframe>"_s;
    QTest::newRow("beside a document without scripts")
        << u"<iframe sandbox srcdoc=x></iframe><iframe sandbox=allow-scripts srcdoc=\"SCRIPT\"></iframe>"_s;
}

void TestPaneAgents::S5_noOpaqueFrameBorrowsAnAgent()
{
    QFETCH(QString, frame);
    const Agent agent;
    HttpServer server;
    const QString script =
        u"<script>new WebSocket('%1').onerror=()=>top.postMessage('bitti','*')</script>"_s.arg(
            agent.socketUrl());
    server.route("/x", html(u"<script>onmessage=e=>document.title=e.data</script>"_s +
                            frame.replace(u"SCRIPT"_s, script)));
    server.route("/own", html(script));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA, {{u"web/agentPorts"_s, agent.ports()}}),
                             server.url(u"/x"_s)));
    QTRY_VERIFY(pane.view()->title() == u"bitti" || agent.connections > 0);
    QCOMPARE(agent.connections, 0);
}

void TestPaneAgents::anAgentAnswersBesideAPreview_data()
{
    QTest::addColumn<QString>("frame");
    QTest::newRow("picture") << u"<iframe src='data:image/png;base64,iVBORw0KGgo=' id=f></iframe>"_s;
    QTest::newRow("text") << u"<iframe src='data:text/plain,Rapor' id=f></iframe>"_s;
    QTest::newRow("without scripts") << u"<iframe sandbox srcdoc='<p>Rapor' id=f></iframe>"_s;
    QTest::newRow("without scripts, from the server") << u"<iframe sandbox src=/own id=f></iframe>"_s;
}

// In what runs no script, nothing can open a WebSocket in the page's name.
void TestPaneAgents::anAgentAnswersBesideAPreview()
{
    QFETCH(QString, frame);
    Agent agent;
    HttpServer server;
    server.route("/x", html(u"<body>"_s + frame));
    server.route("/own", html(u"Rapor"_s));
    Pane pane;
    QVERIFY(pane.openAndWait(rulesFor(server.url(), patientA, {{u"web/agentPorts"_s, agent.ports()}}),
                             server.url(u"/x"_s)));
    QVERIFY(pane.takesInput()); // drawn, and so are the frames
    pane.evaluate(agent.socketScript());
    QTRY_COMPARE(pane.view()->title(), u"socket imzalandi: belge"_s);
}

void TestPaneAgents::S5_aFrameInAWindowCountsOn()
{
    const Agent agent;
    HttpServer server;
    HttpServer other;
    server.route("/x", html(u"<a id=go target=_blank href=/window>x</a>"_s));
    server.route("/window",
                 html(u"<script>onmessage=e=>document.title=e.data</script><iframe src='%1'></iframe>"_s.arg(
                     other.url(u"/inner"_s).toString())));
    other.route("/inner",
                html(u"<script>onmessage=()=>{const s=new WebSocket('%1');"
                     "s.onerror=()=>parent.postMessage('yok','*');s.onopen=()=>parent.postMessage('var','*')}"
                     "</script>"_s.arg(agent.socketUrl())));
    Pane pane;
    QVERIFY(pane.openAndWait(
        rulesFor(server.url(), patientA,
                 {{u"web/agentPorts"_s, agent.ports()}, {u"endpoints/viewer"_s, other.url().toString()}}),
        server.url(u"/x"_s)));
    QVERIFY(pane.click(u"#go"_s));
    QVERIFY(pane.turnToChild());
    QWebEngineView* window = pane.view();
    pane.turnBack();
    pane.evaluate(u"location.reload()"_s); // the frame in the window is there still
    QTRY_COMPARE(pane.loaded.count(), 2);
    window->page()->runJavaScript(u"frames[0].postMessage('','*')"_s);
    QTRY_COMPARE(window->title(), u"yok"_s);
    QCOMPARE(agent.connections, 0);
}

void TestPaneAgents::theReportsOwnFramesReachTheirAgent()
{
    const Agent agent;
    HttpServer server;
    HttpServer other;
    server.route("/x", html(u"<iframe src=/own></iframe>"_s));
    server.route("/own",
                 html(u"<iframe name=in></iframe><form method=post target=in action='%1'></form><script>"
                      "document.forms[0].submit();new WebSocket('%2')</script>"_s.arg(agent.url(u"/sign"_s),
                                                                                      agent.socketUrl())));
    server.route("/framing", html(u"<iframe src='%1'></iframe>"_s.arg(other.url(u"/inner"_s).toString())));
    other.route("/inner", html(u"x"_s));
    const NavigationRules rules =
        rulesFor(server.url(), patientA,
                 {{u"web/agentPorts"_s, agent.ports()}, {u"endpoints/viewer"_s, other.url().toString()}});
    Pane pane;
    QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
    QTRY_COMPARE(agent.requests(), 1);
    QTRY_COMPARE(agent.connections, 1);
    // A frame of another origin is of no consequence any longer when its page is left.
    QVERIFY(pane.openAndWait(rules, server.url(u"/framing"_s)));
    QTRY_COMPARE(other.count("/inner"), 1);
    QVERIFY(pane.openAndWait(rules, server.url(u"/x"_s)));
    QTRY_COMPARE(agent.requests(), 2);
    QTRY_COMPARE(agent.connections, 2);
}

QTEST_MAIN(TestPaneAgents)
#include "tst_pane_agents.moc"
