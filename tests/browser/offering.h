#pragma once

#include "browser/downloads/download.h"
#include "browser/pane.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <optional>

namespace hekim::test {

/// The end of one offered file, heard as the window hears it.
struct Ending
{
    explicit Ending(Download* download)
        : saved(download, &Download::saved)
        , ready(download, &Download::ready)
        , failed(download, &Download::failed)
    {
    }
    bool wait()
    {
        return until([this] { return saved.count() + ready.count() + failed.count() > 0; });
    }
    [[nodiscard]] std::optional<Download::Failure> failure() const
    {
        if (failed.isEmpty())
            return std::nullopt;
        return failed.first().at(0).value<Download::Failure>();
    }

    QSignalSpy saved;
    QSignalSpy ready;
    QSignalSpy failed;
};

inline HttpServerReply attachment(const QByteArray& body, const QByteArray& name,
                                  const QByteArray& type = "application/octet-stream")
{
    HttpServerReply reply = HttpServerReply::text(body);
    reply.contentType = type;
    reply.headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""}};
    return reply;
}

/// A page with one link, and the offers it led to.
struct Offering
{
    explicit Offering(const QString& body = QStringLiteral("<a id=a href=/file>file</a>"))
        : offered(pane.page.get(), &IsolatedPage::downloadOffered)
    {
        server.route("/x", html(body));
    }
    bool open() { return pane.openAndWait(rulesFor(server.url()), server.url(QStringLiteral("/x"))); }
    Download* wait()
    {
        if (!until([this] { return !offered.isEmpty(); }))
            return nullptr;
        return offered.takeFirst().at(0).value<Download*>();
    }
    Download* click() { return open() && pane.click(QStringLiteral("#a")) ? wait() : nullptr; }

    HttpServer server;
    Pane pane;
    QSignalSpy offered;
};

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not readable)");
}

inline QStringList everythingIn(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

inline QByteArray pattern(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char((i * 2654435761ULL) >> 13);
    return bytes;
}

} // namespace hekim::test
