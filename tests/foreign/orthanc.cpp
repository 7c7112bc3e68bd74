#include "foreign/orthanc.h"
#include "support/waiting.h"

#include "foreign/served.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTest>

#include <httplib.h>

namespace hekim::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
const auto plugin = u"/usr/share/orthanc/plugins/libOrthancDicomWeb.so"_s;
/// It stands where ordinary users' PATH does not lead.
QString program()
{
    return QStandardPaths::findExecutable(u"Orthanc"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
}
} // namespace

QString Orthanc::missing()
{
    if (program().isEmpty())
        return u"Orthanc is not installed (package orthanc)"_s;
    if (!QFileInfo::exists(plugin))
        return u"Orthanc's DICOMweb is not installed (package orthanc-dicomweb)"_s;
    return {};
}

bool Orthanc::start()
{
    m_port = freePort();
    const QJsonObject settings{
        {u"Name"_s, u"Deneme"_s},
        {u"StorageDirectory"_s, m_folder.path()},
        {u"IndexDirectory"_s, m_folder.path()},
        {u"HttpPort"_s, m_port},
        {u"DicomServerEnabled"_s, false},
        {u"RemoteAccessAllowed"_s, false},
        {u"AuthenticationEnabled"_s, false},
        {u"Plugins"_s, QJsonArray{plugin}},
        {u"DicomWeb"_s, QJsonObject{{u"Enable"_s, true}, {u"Root"_s, u"/dicom-web/"_s}}},
    };
    QFile file(m_folder.filePath(u"orthanc.json"_s));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write(QJsonDocument(settings).toJson());
    file.close();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(), {file.fileName()});
    const bool answers = until(
        [this] {
            m_errors += QString::fromUtf8(m_process.readAll());
            const auto reply = httplib::Client("127.0.0.1", m_port).Get("/dicom-web/studies");
            return (reply && reply->status == 200) || m_process.state() == QProcess::NotRunning;
        },
        60s);
    return answers && m_process.state() == QProcess::Running;
}

Orthanc::~Orthanc()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

bool Orthanc::store(const QString& dicomFile)
{
    QFile file(dicomFile);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    httplib::Client client("127.0.0.1", m_port);
    const auto reply = client.Post("/instances", file.readAll().toStdString(), "application/dicom");
    return reply && reply->status == 200;
}

HttpServerReply Orthanc::answer(const HttpServerRequest& request) const
{
    httplib::Client client("127.0.0.1", m_port);
    const httplib::Headers headers{{"Accept", request.header("Accept").toStdString()},
                                   {"Host", request.header("Host").toStdString()}};
    const auto answer = client.Get(request.target.toStdString(), headers);
    if (!answer)
        return HttpServerReply::text("Orthanc does not answer", 502);
    HttpServerReply reply;
    reply.status = answer->status;
    reply.body = QByteArray::fromStdString(answer->body);
    reply.contentType = QByteArray::fromStdString(answer->get_header_value("Content-Type"));
    return reply;
}

} // namespace hekim::test
