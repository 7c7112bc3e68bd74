#pragma once

#include "core/error/error.h"

#include <QUrl>

#include <optional>

namespace hekim {

/// Which Ministry the assistant talks to.
enum class EnvironmentName { Live, Test, Training, Custom };

QString toString(EnvironmentName name); ///< "live", "test", "training", "custom"
std::optional<EnvironmentName> environmentFromString(QStringView text); ///< exact, lower case
QString displayName(EnvironmentName name); ///< translated, for the banner and the login page

/// Base addresses of the services, without a trailing slash. An empty one is not published: its feature stays
/// off.
struct Endpoints
{
    QUrl erapor;
    QUrl ogn;
    QUrl teletip;
    QUrl viewer;
    QUrl hes;

    friend bool operator==(const Endpoints&, const Endpoints&) = default;
};

/// The addresses printed in the guides. Training and custom have none of their own: the training ministry's
/// are known when it runs, custom's come from the settings.
Endpoints publishedEndpoints(EnvironmentName name);

/// Reads an `endpoints/…` value: https anywhere, http on loopback only; no user, query or fragment.
Result<QUrl> parseEndpoint(const QString& key, const QString& value);

/// "localhost", 127.0.0.0/8 and ::1.
bool isLoopbackHost(const QString& host);

/// A host of the live Ministry, however it is spelt: what is reserved to the administrator in `live` is so
/// wherever it is worked with.
bool isLiveHost(const QString& host);

/// One that no other environment has: the test environment keeps away from it (rule S5).
bool isLiveOnlyHost(const QString& host);

/// Scheme, host and port as one comparable text ("https://host:443"), the default port written out.
QString originOf(const QUrl& url);

} // namespace hekim
