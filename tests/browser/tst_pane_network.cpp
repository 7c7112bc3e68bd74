#include "browser/pane.h"
#include "platform/network/proxylogins.h"
#include "support/proxyserver.h"
#include "workspace/engine/engineworkspacefactory.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace Qt::StringLiterals;

/// What the window's workspace makes of the engine's network: all goes by its gate, with the settings of the
/// window.
class TestPaneNetwork : public QObject
{
    Q_OBJECT

private slots:
    void S5_theWindowsEngineHasOneWayOut()
    {
        HttpServer server;
        ProxyServer proxy(server.port());
        const Settings settings = settingsFor(
            server.url(), {{u"network/proxy"_s, proxy.address()}, {u"web/extraHosts"_s, u"listed"_s}});
        ProxyLogins logins;
        EngineWorkspaceFactory factory({settings, logins, QString()});
        // Past the browser's gates, which know nothing of a host that is listed nowhere.
        const NavigationRules all = rulesFor(server.url(), {}, {{u"web/extraHosts"_s, u"listed,foreign"_s}});
        server.route("/x", html(u"<script>fetch('https://foreign/').catch(()=>fetch('https://listed/'))"
                                ".catch(()=>document.title='done')</script>"_s));
        Pane pane;
        QVERIFY(pane.openAndWait(all, server.url(u"/x"_s)));
        QTRY_COMPARE(pane.view()->title(), u"done"_s);
        QVERIFY(!proxy.requests().isEmpty());
        for (const ProxyServer::Request& request : proxy.requests())
            QVERIFY2(request.line.startsWith("CONNECT listed:443 "), request.line.constData());
    }
};

QTEST_MAIN(TestPaneNetwork)
#include "tst_pane_network.moc"
