#include "foreign/served.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QTcpServer>

namespace hekim::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray typeOf(const QString& path)
{
    static const QHash<QString, QByteArray> types{
        {u"html"_s, "text/html; charset=utf-8"},
        {u"js"_s, "text/javascript"},
        {u"mjs"_s, "text/javascript"},
        {u"css"_s, "text/css"},
        {u"wasm"_s, "application/wasm"},
        {u"json"_s, "application/json"},
        {u"svg"_s, "image/svg+xml"},
        {u"png"_s, "image/png"},
        {u"pdf"_s, "application/pdf"},
    };
    return types.value(QFileInfo(path).suffix(), "application/octet-stream");
}

} // namespace

HttpServer::Handler filesOf(const QString& folder)
{
    return [folder](const HttpServerRequest& request) {
        QString path = folder + QString::fromUtf8(request.path);
        if (request.path.contains("..") || !QFileInfo(path).isFile()) {
            if (!QFileInfo(path).suffix().isEmpty())
                return HttpServerReply::text("not here", 404);
            path = folder + u"/index.html"_s;
        }
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return HttpServerReply::text("not readable", 500);
        HttpServerReply reply;
        reply.body = file.readAll();
        reply.contentType = typeOf(path);
        return reply;
    };
}

int freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

} // namespace hekim::test
