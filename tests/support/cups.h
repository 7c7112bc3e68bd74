#pragma once

#include "support/httpserver.h"

#include <QTcpServer>

namespace hekim::test {

/// Lets this process's printing system be the one at that port, for as long as it lives.
class CupsAt
{
public:
    explicit CupsAt(int port) { qputenv("CUPS_SERVER", "127.0.0.1:" + QByteArray::number(port)); }
    ~CupsAt() { qunsetenv("CUPS_SERVER"); }
    Q_DISABLE_COPY_MOVE(CupsAt)
};

/// A print server with these printers, the first of which is the usual one (IPP, RFC 8011): it takes each
/// job. What it was asked is in its requests. `before` is called in the server's thread before each answer,
/// and can hold it back.
class CupsServer
{
public:
    explicit CupsServer(const QByteArrayList& printers, const std::function<void()>& before = {})
    {
        m_server.setFallback([printers, before](const HttpServerRequest& request) {
            if (before)
                before();
            if (request.method != "POST" || request.body.size() < 8)
                return HttpServerReply::text({}, 404); // no PPD: a printer without a driver
            return reply(request.body, printers);
        });
    }
    [[nodiscard]] int port() const { return m_server.port(); }
    /// The documents that came, with what was asked for them before.
    [[nodiscard]] QByteArrayList jobs() const
    {
        QByteArrayList found;
        for (const HttpServerRequest& request : m_server.requests()) {
            if (request.body.contains("%PDF"))
                found.append(request.body);
        }
        return found;
    }
    [[nodiscard]] QByteArray all() const
    {
        QByteArray bodies;
        for (const HttpServerRequest& request : m_server.requests())
            bodies += request.body;
        return bodies;
    }

private:
    static QByteArray attribute(char tag, const QByteArray& name, const QByteArray& value)
    {
        const auto counted = [](const QByteArray& text) {
            return QByteArray(1, static_cast<char>(text.size() >> 8)) + static_cast<char>(text.size()) + text;
        };
        return tag + counted(name) + counted(value);
    }
    static QByteArray number(int value) { return QByteArray(3, 0) + static_cast<char>(value); }

    static HttpServerReply reply(const QByteArray& asked, const QByteArrayList& printers)
    {
        constexpr char operationGroup = 1, jobGroup = 2, end = 3, printerGroup = 4;
        constexpr char integer = 0x21, enumeration = 0x23, text = 0x41, name = 0x42, keyword = 0x44,
                       uri = 0x45, charset = 0x47, language = 0x48;
        constexpr char createJob = 5, sendDocument = 6, printJob = 2, getDefault = 1;
        const char operation = asked.at(3);
        const bool ofCups = asked.at(2) == 0x40;
        QByteArray body = asked.left(2) + QByteArray("\0\0", 2) + asked.mid(4, 4) + operationGroup +
                          attribute(charset, "attributes-charset", "utf-8") +
                          attribute(language, "attributes-natural-language", "en");
        if (!ofCups && (operation == createJob || operation == sendDocument || operation == printJob)) {
            body += jobGroup + attribute(integer, "job-id", number(7)) +
                    attribute(enumeration, "job-state", number(9)) +
                    attribute(uri, "job-uri", "ipp://localhost/jobs/7");
        } else {
            const bool one = ofCups && operation == getDefault;
            for (const QByteArray& printer :
                 one ? printers.first(qMin(qsizetype(1), printers.size())) : printers) {
                if (!ofCups && !asked.contains("/printers/" + printer))
                    continue;
                body += printerGroup + attribute(name, "printer-name", printer) +
                        attribute(uri, "printer-uri-supported", "ipp://localhost/printers/" + printer) +
                        attribute(text, "printer-info", printer) +
                        attribute(enumeration, "printer-type", number(4)) +
                        attribute(keyword, "media-default", "iso_a4_210x297mm");
            }
        }
        HttpServerReply answer = HttpServerReply::text(body + end);
        answer.contentType = "application/ipp";
        return answer;
    }

    HttpServer m_server;
    CupsAt m_place{m_server.port()};
};

/// A print server that takes connections and never says a word.
class SilentCups
{
private:
    static int listen(QTcpServer& server)
    {
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }
    QTcpServer m_server;
    CupsAt m_place{listen(m_server)};
};

} // namespace hekim::test
