#pragma once

#include <QString>

#include <optional>

namespace hekim {

/// A server that takes syslog messages over TLS (setting audit/syslogServer): "host", "host:port",
/// "[IPv6]:port". Exactly one host: no address with a scheme, a path or a user.
struct SyslogServer
{
    static constexpr quint16 usualPort = 6514; ///< RFC 5425 section 4.1

    QString host; ///< an IPv6 address without brackets
    quint16 port = usualPort;

    static std::optional<SyslogServer> fromString(const QString& text);
    [[nodiscard]] QString toString() const; ///< always with the port

    friend bool operator==(const SyslogServer&, const SyslogServer&) = default;
};

} // namespace hekim
