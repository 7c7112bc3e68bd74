#include "core/syslogserver.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace hekim {

std::optional<SyslogServer> SyslogServer::fromString(const QString& text)
{
    // ASCII only, so that a look-alike letter shows up as xn--….
    static const QRegularExpression form(u"\\A(?:(?<name>[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_])?)"
                                         "|\\[(?<address>[0-9a-f:.]{2,45})\\])(?::(?<port>[0-9]{1,5}))?\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch() || text.contains(".."_L1))
        return {};
    SyslogServer server;
    server.host = match.hasCaptured(u"name"_s) && !match.captured(u"name"_s).isEmpty()
                      ? match.captured(u"name"_s)
                      : match.captured(u"address"_s);
    if (match.hasCaptured(u"port"_s)) {
        const int port = match.captured(u"port"_s).toInt();
        if (port < 1 || port > 65535)
            return {};
        server.port = static_cast<quint16>(port);
    }
    return server;
}

QString SyslogServer::toString() const
{
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return name + u':' + QString::number(port);
}

} // namespace hekim
