#include "web/pane.h"

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
    [[nodiscard]] QString ports() const { return u"%1, %2"_s.arg(m_http.port()).arg(m_sockets.serverPort()); }
    [[nodiscard]] int requests() const { return m_http.count(); }

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

QTEST_MAIN(TestPaneAgents)
#include "tst_pane_agents.moc"
