#include "browser/engine/pagesproxy.h"

#include "browser/engine/engineswitches.h"

#include <QNetworkProxyFactory>

namespace hekim {

void sendPagesThrough(quint16 port)
{
    // Else the engine asks applicationProxy() instead of its switches.
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    // "<-loopback>" takes the engine's own exceptions away. A "?" is one letter at most: there is no name to
    // be looked up that could carry anything.
    addEngineSwitches({"--proxy-server=http://127.0.0.1:" + QByteArray::number(port),
                       "--proxy-bypass-list=<-loopback>;127.0.0.0/8;[::1];localhost",
                       "--host-resolver-rules=\"MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE [::1],EXCLUDE ::1,"
                       "EXCLUDE 127.0.0.???\""});
}

} // namespace hekim
