#include "readiness/readinessfile.h"

#include "core/files/wholefile.h"
#include "readiness/readinessjson.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr auto userOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString fileNameOf(const QString& institution)
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(institution, {}, "."));
    return (name.isEmpty() ? u"without-code"_s : name) + u".json"_s;
}

} // namespace

ReadinessFile::ReadinessFile(const QString& folder, QString institution)
    : m_institution(std::move(institution)), m_path(QDir(folder).filePath(fileNameOf(m_institution)))
{
}

Result<QByteArray> ReadinessFile::content() const
{
    if (const QFileInfo file(m_path); !file.exists() && !file.isSymLink())
        return QByteArray();
    Result<QByteArray> content = readSmallFile(m_path, maxBytes);
    // An empty file is no empty record: something has cut it.
    if (content && content->isEmpty())
        return badSettings(m_path, InputFault::NotJson);
    return content;
}

Result<ReadinessRecord> ReadinessFile::load()
{
    const auto found = content();
    if (!found)
        return tl::make_unexpected(found.error());
    ReadinessRecord record;
    record.institution = m_institution;
    if (!found->isEmpty()) {
        const auto read = recordFromJson(*found, m_path);
        if (!read)
            return tl::make_unexpected(read.error());
        if (read->institution != m_institution)
            return badSettings(m_path, InputFault::NotText);
        record = *read;
    }
    m_loaded = *found;
    return record;
}

Result<void> ReadinessFile::save(const ReadinessRecord& record)
{
    const auto found = content();
    if (!found)
        return tl::make_unexpected(found.error());
    if (*found != m_loaded)
        return badSettings(m_path, InputFault::GivenTwice);
    const QByteArray json = toJson(record);
    if (json.size() > maxBytes)
        return badSettings(m_path, InputFault::TooLarge);
    const QDir folder = QFileInfo(m_path).absoluteDir();
    if (!folder.exists() && (!QDir().mkpath(QFileInfo(folder.path()).path()) ||
                             !QDir().mkdir(folder.path(), userOnly | QFileDevice::ExeOwner)))
        return badSettings(m_path, InputFault::Unreadable);
    if (!writeWholeFile(m_path, json, userOnly))
        return badSettings(m_path, InputFault::Unreadable);
    m_loaded = json;
    return {};
}

Result<QString> ReadinessFile::setAside()
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    const QString aside = m_path.chopped(5) + u".set-aside-"_s + stamp + u".json"_s;
    if (!QFile::rename(m_path, aside))
        return badSettings(m_path, InputFault::Unreadable);
    m_loaded.clear();
    return aside;
}

} // namespace hekim
