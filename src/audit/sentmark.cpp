#include "audit/sentmark.h"

#include "audit/auditfiles.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace hekim::sentmark {

namespace {

constexpr qint64 largestFile = 1024;

QString pathIn(const QString& folder)
{
    return folder + u"/audit.sent"_s;
}

} // namespace

std::optional<qint64> read(const QString& folder)
{
    QFile file(pathIn(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const qint64 number =
        QJsonDocument::fromJson(file.read(largestFile)).object().value("seq"_L1).toInteger(-1);
    return number < 0 ? std::nullopt : std::optional(number);
}

void write(const QString& folder, qint64 number)
{
    makeAuditFolder(folder);
    QSaveFile file(pathIn(folder));
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(QJsonDocument(QJsonObject{{u"seq"_s, number}}).toJson(QJsonDocument::Compact)) < 0 ||
        !file.commit())
        qWarning("audit: how far the copy has got could not be kept: %s", qUtf8Printable(file.errorString()));
}

qint64 begin(const QString& folder)
{
    if (const auto number = read(folder))
        return *number;
    const auto end = AuditEnd::read(folder);
    const qint64 number = end && *end ? (*end)->next - 1 : 0;
    write(folder, number);
    return number;
}

} // namespace hekim::sentmark
