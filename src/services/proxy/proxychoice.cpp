#include "services/proxy/proxychoice.h"

#include "core/settings/environment.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QNetworkProxyFactory>
#include <QPointer>
#include <QThread>
#include <QTimer>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto goodFor = 10min;
constexpr auto silenceGoodFor = 1min; ///< a look-up that was given up is not asked again at every request

QString placeOf(const QUrl& url)
{
    return url.scheme() + u' ' + url.host();
}

QList<QNetworkProxy> askSystem(const QUrl& url)
{
    return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
}

} // namespace

ProxyChoice::ProxyChoice(QObject* parent) : QObject(parent), m_lookUp(askSystem) {}

ProxyChoice::~ProxyChoice() = default;

void ProxyChoice::setSetting(const QString& setting)
{
    m_found.clear();
    m_system = setting == "system"_L1;
    m_fixed = QNetworkProxy::NoProxy;
    if (m_system || setting == "none"_L1)
        return;
    const QUrl address(u"http://"_s + setting);
    m_fixed =
        QNetworkProxy(QNetworkProxy::HttpProxy, address.host(), static_cast<quint16>(address.port(8080)));
}

void ProxyChoice::setSystemLookUp(SystemLookUp lookUp, std::chrono::milliseconds deadline)
{
    m_lookUp = std::move(lookUp);
    m_deadline = deadline;
    m_found.clear();
}

bool ProxyChoice::isKnown(const QUrl& url) const
{
    if (!m_system || isLoopbackHost(url.host()))
        return true;
    const auto found = m_found.constFind(placeOf(url));
    return found != m_found.cend() && found->until > QDateTime::currentMSecsSinceEpoch();
}

void ProxyChoice::find(const QUrl& url, QObject* context, const std::function<void()>& done)
{
    if (isKnown(url)) {
        QTimer::singleShot(0, context, done);
        return;
    }
    // A thread for itself: one that is stuck must hold up neither the next look-up nor the end of the
    // program. Only the host goes into it: a script has no business with a path or a query (rule S1).
    QUrl place;
    place.setScheme(url.scheme());
    place.setHost(url.host());
    place.setPort(url.port());
    auto* waiting = new QTimer(this);
    waiting->setSingleShot(true);
    const auto finish = [this, waiting, url, context = QPointer(context),
                         done](const QList<QNetworkProxy>& proxies, std::chrono::milliseconds good) {
        waiting->deleteLater();
        take(placeOf(url), proxies, good);
        if (context)
            done();
    };
    connect(waiting, &QTimer::timeout, this, [finish] { finish({}, silenceGoodFor); });
    waiting->start(m_deadline);
    auto* thread = QThread::create([place, lookUp = m_lookUp, waiting = QPointer(waiting), finish] {
        const QList<QNetworkProxy> proxies = lookUp(place);
        // Told to the application, not to this object, which may have gone meanwhile; looked at in its thread
        // only.
        QMetaObject::invokeMethod(qApp, [waiting, finish, proxies] {
            if (waiting && waiting->isActive()) {
                waiting->stop();
                finish(proxies, goodFor);
            }
        });
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void ProxyChoice::take(const QString& place, const QList<QNetworkProxy>& proxies,
                       std::chrono::milliseconds good)
{
    m_found.insert(place, {proxies, QDateTime::currentMSecsSinceEpoch() + good.count()});
}

QList<QNetworkProxy> ProxyChoice::proxiesFor(const QUrl& url) const
{
    if (isLoopbackHost(url.host()))
        return {QNetworkProxy::NoProxy};
    const QList<QNetworkProxy> proxies = m_system ? m_found.value(placeOf(url)).proxies : QList{m_fixed};
    return proxies.isEmpty() ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : proxies;
}

} // namespace hekim
