#include "audit/settingswatch.h"

#include "services/secrets/persondigests.h"

#include <QCryptographicHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr QLatin1StringView byPolicy(" policy");

/// Of each key: a digest of its value, and whether the policy sets it.
QJsonObject stateOf(const Settings& settings)
{
    constexpr qsizetype digits = 16; // enough to tell values apart
    QJsonObject state;
    for (const SettingsKey& key : allSettingsKeys()) {
        const QByteArray value = settings.value(key.name).toUtf8();
        const QByteArray digest = QCryptographicHash::hash(value, QCryptographicHash::Sha256).toHex();
        state.insert(key.name, QString::fromLatin1(digest.first(digits)) +
                                   (settings.isLocked(key.name) ? QString(byPolicy) : QString()));
    }
    return state;
}

/// The line that an end was written with: the one before it, of a beginning the first.
std::optional<AuditLine> lineOf(const AuditEnd& end, const AuditLocation& location)
{
    if (end.next > 1)
        return lineBefore(location.pathOf(end.file), end.size);
    const QList<AuditFileName> files = auditFilesIn(location.folder);
    return files.isEmpty() ? std::nullopt : firstLineIn(location.pathOf(files.constFirst().toString()));
}

} // namespace

SettingsWatch::SettingsWatch(AuditLocation location, PersonDigests& persons, AuditSink& sink, QObject* parent)
    : QObject(parent), m_location(std::move(location)), m_persons(persons), m_sink(sink)
{
}

SettingsWatch::~SettingsWatch()
{
    const auto isChange = [this](const Seen& seen) { return seen.state != m_waiting.front().state; };
    if (std::ranges::any_of(m_waiting, isChange))
        answer({});
}

void SettingsWatch::compare(const Settings& settings, const std::optional<IdentityNumber>& doctor)
{
    m_waiting.push_back({stateOf(settings), doctor});
    if (m_isAnswered) {
        tellWaiting();
    } else if (m_waiting.size() == 1) {
        readEnds({settings.environment(), settings.institutionCode()});
        askForKeys();
    }
}

void SettingsWatch::askForKeyAgain()
{
    if (!m_isAnswered && !m_waiting.empty())
        askForKeys();
}

/// The ends are read before this process writes any.
void SettingsWatch::readEnds(const AuditKeyOwner& present)
{
    m_owners = {present};
    m_hasLines = !auditFilesIn(m_location.folder).isEmpty();
    m_hasTrail = m_hasLines;
    for (const QString& path : {AuditEnd::pathIn(m_location.folder), m_location.mark}) {
        const auto read = AuditEnd::read(path);
        if (read && !*read)
            continue;
        m_hasTrail = m_hasTrail || !read || (*read)->next > 1 || !(*read)->settings.isEmpty();
        if (!read)
            continue;
        const auto line = lineOf(**read, m_location);
        m_ends.push_back({**read, line});
        const auto owner = line ? auditKeyOwnerOf(*line) : std::nullopt;
        if (owner && owner->first == present.first) // no other environment's key counts in this trail
            m_owners.insert(*owner);
    }
}

/// What was asked for twice is answered once.
void SettingsWatch::askForKeys()
{
    findAuditKeys(m_persons, m_owners, this,
                  [this](const AuditKeys& keys, const std::optional<Error>& refused) {
                      if (!m_isAnswered && !(refused && lacksKey(keys)))
                          answer(keys);
                  });
}

/// An end that can be a true one is sealed with a key that is not at hand.
bool SettingsWatch::lacksKey(const AuditKeys& keys) const
{
    return std::ranges::any_of(m_ends, [&](const Reached& reached) {
        const auto& [end, line] = reached;
        return fits(reached) && !end.line->seal.isEmpty() && !keys.contains(end.line->keyName()) &&
               (!line || end.isSealedLike(*line, nullptr));
    });
}

/// Its line is there, where there are any.
bool SettingsWatch::fits(const Reached& reached) const
{
    const auto& [end, line] = reached;
    return line ? end.next == 1 || line->hash == end.prev : !m_hasLines;
}

void SettingsWatch::answer(const AuditKeys& keys)
{
    qint64 furthest = 0;
    for (const Reached& reached : m_ends) {
        if (reached.end.next > furthest && isProven(reached, keys)) {
            furthest = reached.end.next;
            m_last = reached.end.settings;
        }
    }
    m_isAnswered = true;
    tellWaiting();
}

/// Sealed with a key of the trail; where there is none, unsealed as its line is.
bool SettingsWatch::isProven(const Reached& reached, const AuditKeys& keys) const
{
    const auto& [end, line] = reached;
    if (!fits(reached))
        return false;
    if (end.line->seal.isEmpty())
        return keys.isEmpty() && (!line || line->seal.isEmpty());
    const auto key = keys.constFind(end.line->keyName());
    return key != keys.constEnd() && end.line->isSealedBy(key->key);
}

void SettingsWatch::tellWaiting()
{
    for (const Seen& seen : std::exchange(m_waiting, {}))
        tell(seen);
    emit compared();
}

void SettingsWatch::tell(const Seen& seen)
{
    const QJsonObject before = std::exchange(m_last, seen.state);
    if (before.isEmpty() && m_hasTrail) {
        m_sink.record({.action = AuditAction::SettingsLost,
                       .outcome = AuditOutcome::Failed,
                       .doctor = seen.doctor,
                       .settings = m_last});
        return;
    }
    QStringList locked;
    QStringList others;
    for (auto key = m_last.constBegin(); key != m_last.constEnd(); ++key) {
        const QString old = before.value(key.key()).toString();
        const QString present = key.value().toString();
        // A key that an earlier version did not know was not changed by a person.
        if (!old.isEmpty() && old != present)
            (old.endsWith(byPolicy) || present.endsWith(byPolicy) ? locked : others).append(key.key());
    }
    const auto record = [&](AuditAction action, const QStringList& keys) {
        if (!keys.isEmpty())
            m_sink.record(
                {.action = action, .doctor = seen.doctor, .detail = keys.join(u", "_s), .settings = m_last});
    };
    record(AuditAction::PolicyChanged, locked);
    record(AuditAction::SettingsChanged, others);
    if (before != m_last && locked.isEmpty() && others.isEmpty())
        m_sink.noteSettings(m_last);
}

} // namespace hekim
