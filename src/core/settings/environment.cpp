#include "core/settings/environment.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct EnvironmentText
{
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

struct NamedEnvironment
{
    EnvironmentName name{};
    QStringView word;
};

constexpr std::array environments{
    NamedEnvironment{EnvironmentName::Live, u"live"},
    NamedEnvironment{EnvironmentName::Test, u"test"},
    NamedEnvironment{EnvironmentName::Training, u"training"},
    NamedEnvironment{EnvironmentName::Custom, u"custom"},
};

QString defaultPort(const QString& scheme)
{
    if (scheme == u"https" || scheme == u"wss")
        return u"443"_s;
    if (scheme == u"http" || scheme == u"ws")
        return u"80"_s;
    return {};
}

/// The name as DNS looks for it: letters of every width, dots of every kind and a dot at the end are the same
/// to it.
QString lookedUpName(const QString& host)
{
    QUrl url;
    url.setHost(host);
    QString name = url.host(QUrl::FullyEncoded).toLower();
    while (name.endsWith(u'.'))
        name.chop(1);
    return name;
}

bool isHostOf(EnvironmentName environment, const QString& host)
{
    const QString name = lookedUpName(host);
    const Endpoints e = publishedEndpoints(environment);
    const std::array urls{e.erapor, e.ogn, e.teletip, e.viewer, e.hes};
    return !name.isEmpty() &&
           std::any_of(urls.begin(), urls.end(), [&](const QUrl& url) { return url.host() == name; });
}

} // namespace

QString toString(EnvironmentName name)
{
    for (const auto& environment : environments) {
        if (environment.name == name)
            return environment.word.toString();
    }
    return {};
}

std::optional<EnvironmentName> environmentFromString(QStringView text)
{
    for (const auto& environment : environments) {
        if (environment.word == text)
            return environment.name;
    }
    return std::nullopt;
}

QString displayName(EnvironmentName name)
{
    switch (name) {
    case EnvironmentName::Live:
        return EnvironmentText::tr("Live");
    case EnvironmentName::Test:
        return EnvironmentText::tr("Test");
    case EnvironmentName::Training:
        return EnvironmentText::tr("Training");
    case EnvironmentName::Custom:
        return EnvironmentText::tr("Custom");
    }
    return {};
}

Endpoints publishedEndpoints(EnvironmentName name)
{
    Endpoints endpoints;
    if (name == EnvironmentName::Live) {
        endpoints.erapor = QUrl(u"https://erapor.saglik.gov.tr"_s);
        endpoints.ogn = QUrl(u"https://ogn.saglik.gov.tr"_s);
        endpoints.teletip = QUrl(u"https://app.teletip.saglik.gov.tr/integrationapi"_s);
        endpoints.viewer = QUrl(u"https://teleradyoloji.saglik.gov.tr"_s);
        endpoints.hes = QUrl(u"https://hesservis.turkiye.gov.tr/services/g2g/saglik/hes"_s);
    } else if (name == EnvironmentName::Test) {
        endpoints.erapor = QUrl(u"https://eraportest.saglik.gov.tr"_s);
        endpoints.hes = QUrl(u"https://hesservis.turkiye.gov.tr/services/g2g/test/saglik/hes"_s);
    }
    return endpoints;
}

Result<QUrl> parseEndpoint(const QString& key, const QString& value)
{
    if (value.isEmpty())
        return badSettings(key, InputFault::Empty);
    if (value.size() > 2048)
        return badSettings(key, InputFault::TooLong);
    QUrl url(value, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative() || url.host().isEmpty() || url.port() == 0)
        return badSettings(key, InputFault::BadUrl);
    // hasQuery() and hasFragment() are true for an empty "?" and "#" as well; userInfo() is not, hence the
    // "@".
    if (url.hasQuery() || url.hasFragment() || url.authority().contains(u'@'))
        return badSettings(key, InputFault::BadUrl);
    const bool plainOnLoopback = url.scheme() == u"http" && isLoopbackHost(url.host());
    if (url.scheme() != u"https" && !plainOnLoopback)
        return badSettings(key, InputFault::NotHttps);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

bool isLoopbackHost(const QString& host)
{
    // QUrl writes the short and hexadecimal forms of an IPv4 address as four decimal parts, and drops the
    // brackets of ::1.
    static const QRegularExpression ipv4(u"\\A127\\.(?:[0-9]{1,3})\\.(?:[0-9]{1,3})\\.(?:[0-9]{1,3})\\z"_s);
    const QString lower = host.toLower();
    return lower == u"localhost" || lower == u"::1" || lower == u"[::1]" || ipv4.match(lower).hasMatch();
}

bool isLiveHost(const QString& host)
{
    return isHostOf(EnvironmentName::Live, host);
}

bool isLiveOnlyHost(const QString& host)
{
    return isLiveHost(host) && !isHostOf(EnvironmentName::Test, host); // both share one for HES
}

QString originOf(const QUrl& url)
{
    const QString scheme = url.scheme().toLower();
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u'[' + host + u']';
    const QString port = url.port() >= 0 ? QString::number(url.port()) : defaultPort(scheme);
    return scheme + u"://"_s + host + (port.isEmpty() ? QString() : u':' + port);
}

} // namespace hekim
