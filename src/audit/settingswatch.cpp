#include "audit/settingswatch.h"

#include "audit/auditfiles.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qint64 largestFile = qint64{64} * 1024;

QJsonObject stateOf(const Settings& settings)
{
    QJsonObject state;
    for (const SettingsKey& key : allSettingsKeys()) {
        const QByteArray value = settings.value(key.name).toUtf8();
        state.insert(key.name,
                     QJsonObject{{u"value"_s,
                                  QString::fromLatin1(
                                      QCryptographicHash::hash(value, QCryptographicHash::Sha256).toHex())},
                                 {u"policy"_s, settings.isLocked(key.name)}});
    }
    return state;
}

QJsonObject remembered(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(largestFile)).object()
                                          : QJsonObject();
}

void remember(const QString& path, const QJsonObject& state)
{
    makeAuditFolder(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(QJsonDocument(state).toJson(QJsonDocument::Compact)) < 0 || !file.commit())
        qWarning("audit: the settings' state could not be kept: %s", qUtf8Printable(file.errorString()));
}

} // namespace

void SettingsWatch::compare(const Settings& settings, AuditSink& sink,
                            const std::optional<IdentityNumber>& doctor) const
{
    const QJsonObject before = remembered(m_file);
    const QJsonObject now = stateOf(settings);
    if (before == now)
        return;
    remember(m_file, now);
    QStringList byPolicy;
    QStringList others;
    for (auto key = now.begin(); key != now.end() && !before.isEmpty(); ++key) {
        const QJsonObject old = before.value(key.key()).toObject();
        const QJsonObject present = key.value().toObject();
        // A key that an earlier version did not know was not changed by anybody.
        if (old.isEmpty() || old == present)
            continue;
        const bool policy = old.value("policy"_L1).toBool() || present.value("policy"_L1).toBool();
        (policy ? byPolicy : others).append(key.key());
    }
    if (!byPolicy.isEmpty())
        sink.record(
            {.action = AuditAction::PolicyChanged, .doctor = doctor, .detail = byPolicy.join(u", "_s)});
    if (!others.isEmpty())
        sink.record(
            {.action = AuditAction::SettingsChanged, .doctor = doctor, .detail = others.join(u", "_s)});
}

} // namespace hekim
