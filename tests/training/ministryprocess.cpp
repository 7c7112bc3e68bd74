#include "ministryprocess.h"

#include "support/places.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

constexpr int startMilliseconds = 15000;

} // namespace

MinistryProcess::MinistryProcess(const QStringList& arguments)
{
    m_process.start(QStringLiteral(HEKIM_BIN "/hekim-asistani-training"),
                    QStringList{u"--port"_s, u"0"_s, u"--stop-with-stdin"_s} + arguments);
    while (!m_process.canReadLine() && m_process.waitForReadyRead(startMilliseconds)) {
    }
    const auto line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_port = QUrl(line.value(u"erapor"_s).toString()).port(0);
}

MinistryProcess::~MinistryProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(startMilliseconds)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

std::unique_ptr<httplib::Client> MinistryProcess::client(int seconds) const
{
    auto client = std::make_unique<httplib::Client>("127.0.0.1", m_port);
    client->set_url_encode(false);
    client->set_follow_location(false);
    client->set_read_timeout(seconds);
    return client;
}

std::string MinistryProcess::tokenQuery(const QStringList& changes)
{
    QList<std::pair<QString, QString>> fields{{u"username"_s, u"900001"_s},
                                              {u"password"_s, u"egitim+&#%=ü"_s},
                                              {u"grant_type"_s, u"password"_s},
                                              {u"applicationCode"_s, u"EGITIM-USS-0001"_s},
                                              {u"identityNumber"_s, u"17291716060"_s},
                                              {u"role"_s, u"6AAB18C7-B16B-4A04"_s}};
    QStringList query;
    for (auto& [name, value] : fields) {
        if (const auto at = changes.indexOf(name); at >= 0) {
            value = changes.value(at + 1);
        }
        if (!value.isNull()) {
            query.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
        }
    }
    return query.join(u'&').toStdString();
}

std::string MinistryProcess::token(const QString& doctor) const
{
    const auto reply = client()->Post("/AuthApi/connect/token?" + tokenQuery({u"identityNumber"_s, doctor}));
    if (!reply) {
        return {};
    }
    return QJsonDocument::fromJson(QByteArray::fromStdString(reply->body))
        .object()
        .value(u"access_token"_s)
        .toString()
        .toStdString();
}

void MinistryProcess::misbehave(const std::string& what, const std::string& where, int times) const
{
    const auto count = times > 0 ? "&times=" + std::to_string(times) : std::string();
    client()->Post("/training/misbehave?what=" + what + "&where=" + where + count);
}
