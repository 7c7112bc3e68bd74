#include "browser/engine/pagesproxy.h"

#include <QNetworkProxy>
#include <QUrl>

namespace hekim {

using namespace Qt::StringLiterals;

void setPagesProxy(const QString& setting)
{
    if (setting == "system"_L1) {
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        return;
    }
    const QUrl address(u"http://"_s + setting);
    const QNetworkProxy proxy = setting == "none"_L1
                                    ? QNetworkProxy(QNetworkProxy::NoProxy)
                                    : QNetworkProxy(QNetworkProxy::HttpProxy, address.host(),
                                                    static_cast<quint16>(address.port(8080)));
    QNetworkProxy::setApplicationProxy(proxy);
}

} // namespace hekim
