#include "audit/audittrail.h"

#include "audit/proof/auditkeys.h"
#include "core/text/redaction.h"
#include "platform/log/systemlog.h"
#include "services/secrets/persondigests.h"

#include <QDateTime>
#include <QSysInfo>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

constexpr qsizetype longestDetail = 2048;

QString sourceWord(LaunchSource source)
{
    switch (source) {
    case LaunchSource::Options:
        return u"options"_s;
    case LaunchSource::Request:
        return u"file"_s;
    case LaunchSource::Url:
        return u"url"_s;
    }
    return {};
}

QString now()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

void insertPerson(QJsonObject& entry, const QString& name, const std::optional<IdentityNumber>& person,
                  const PersonDigest& digest)
{
    if (!person)
        return;
    entry.insert(name, digest.of(*person, DigestPurpose::Audit));
    entry.insert(name + u"Masked"_s, person->masked());
}

} // namespace

AuditRules auditRulesOf(const Settings& settings)
{
    AuditRules rules;
    rules.keepMonths = settings.value(u"audit/keepMonths"_s).toInt();
    rules.largestFile = settings.value(u"audit/maxMegabytes"_s).toLongLong() * 1024 * 1024;
    return rules;
}

/// In the trail's own thread: writes what came, and tries again what failed.
class AuditTrail::Writer : public QObject
{
public:
    Writer(AuditTrail* trail, AuditBook book, QJsonObject place)
        : q(trail), m_book(std::move(book)), m_place(std::move(place)), m_retry(this)
    {
        m_retry.setSingleShot(true);
        m_retry.setInterval(30s);
        connect(&m_retry, &QTimer::timeout, this, &Writer::write);
    }

    void useKey(const PersonDigest& key) { m_key = key; }
    void setFormerKey(const AuditFormerKey& former) { m_book.setFormerKey(former); }
    void setRetryAfter(std::chrono::milliseconds time) { m_retry.setInterval(time); }

    /// In the trail's beginning at once, else with the next line.
    void note(const QJsonObject& settings)
    {
        m_noted = settings;
        writeSoon();
    }

    void take(QJsonObject entry)
    {
        if (m_entries.size() >= mostWaiting) {
            ++m_lost;
        } else {
            const QJsonObject noted = std::exchange(m_noted, {});
            if (!noted.isEmpty() && !entry.contains("settings"_L1))
                entry.insert("settings"_L1, noted);
            m_entries.append(entry);
        }
        writeSoon();
    }

    void write()
    {
        m_due = false;
        const auto done = append();
        if (!done) {
            qWarning("audit: events wait, %s: %s", qUtf8Printable(done.error().subject),
                     qUtf8Printable(done.error().detail));
            if (!std::exchange(m_failed, true))
                emit q->failed(done.error());
            m_retry.start();
        } else if (*done) {
            m_failed = false;
            emit q->written();
        }
    }

private:
    void writeSoon()
    {
        // What waits for a retry does not make each event wait for the disk again.
        if (!m_retry.isActive() && !std::exchange(m_due, true))
            QMetaObject::invokeMethod(this, &Writer::write, Qt::QueuedConnection);
    }

    /// Whether there was anything.
    Result<bool> append()
    {
        const PersonDigest* key = m_key ? &*m_key : nullptr;
        if (m_entries.isEmpty() && !m_noted.isEmpty()) {
            if (m_book.begin(m_noted, key))
                m_noted = {};
        }
        if (m_entries.isEmpty())
            return false;
        if (auto done = m_book.append(m_entries, key); !done)
            return tl::make_unexpected(done.error());
        if (m_lost > 0) { // after those that were kept, when it is known how many there are
            QJsonObject lost = m_place;
            lost.insert("time"_L1, now());
            lost.insert("event"_L1, toString(AuditAction::Lost));
            lost.insert("detail"_L1, QString::number(std::exchange(m_lost, 0)));
            m_entries = {lost};
            if (auto done = m_book.append(m_entries, key); !done)
                return tl::make_unexpected(done.error());
        }
        return true;
    }

    AuditTrail* q; // signals only: they may be emitted from here
    AuditBook m_book;
    QJsonObject m_place; ///< whose key it is, and the station: in every entry
    QTimer m_retry;
    std::optional<PersonDigest> m_key;
    QList<QJsonObject> m_entries;
    QJsonObject m_noted; ///< for the trail's beginning, or else for the next line
    qint64 m_lost = 0;
    bool m_due = false;
    bool m_failed = false;
};

AuditTrail::AuditTrail(const AuditLocation& location, const Settings& settings, PersonDigests& digests,
                       QObject* parent)
    : QObject(parent)
    , m_location(location)
    , m_environment(toString(settings.environment()))
    , m_institution(settings.institutionCode())
    , m_place{{u"environment"_s, m_environment}, {u"station"_s, QSysInfo::machineHostName()}}
    , m_digests(digests)
    , m_thread(std::make_unique<QThread>())
{
    if (!m_institution.isEmpty())
        m_place.insert("institution"_L1, m_institution);
    AuditBook book(location, auditRulesOf(settings));
    if (settings.isOn(u"audit/systemLog"_s))
        book.setWritten([](const QByteArray& line) { writeToSystemLog(line); });
    m_writer = new Writer(this, std::move(book), m_place);
    m_writer->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_writer, &QObject::deleteLater);
    m_thread->setObjectName(u"audit"_s);
    m_thread->start(QThread::LowPriority);
}

AuditTrail::~AuditTrail()
{
    endDeeds();
    if (m_asked) // and the keychain has not answered
        take(m_arrived ? Result<PersonDigest>(*m_arrived)
                       : tl::make_unexpected(Error{.kind = ErrorKind::KeychainUnavailable}));
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, thread = m_thread.get()] {
        writer->write();
        thread->quit();
    });
    m_thread->wait();
}

void AuditTrail::setRetryAfter(std::chrono::milliseconds time)
{
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, time] { writer->setRetryAfter(time); });
}

void AuditTrail::record(const AuditEvent& event)
{
    const Waiting waiting{event, now()};
    if (m_digest) {
        send(waiting);
        return;
    }
    m_waiting.push_back(waiting);
    askForKey();
}

void AuditTrail::noteSettings(const QJsonObject& state)
{
    m_noted = state;
    if (m_digest)
        sendNoted();
    else
        askForKey();
}

void AuditTrail::askForKey()
{
    if (!std::exchange(m_asked, true))
        readKey();
}

void AuditTrail::noteNewKey(const std::optional<PersonDigest>& former)
{
    m_former = former;
    m_isGiven = true;
}

void AuditTrail::noteRemovedKey(const PersonDigest& former)
{
    m_asked = true;
    take(former);
}

void AuditTrail::askForKeyAgain()
{
    if (m_digest && !m_hasKey)
        readKey();
}

void AuditTrail::readKey()
{
    const auto environment = environmentFromString(m_environment).value_or(EnvironmentName::Training);
    m_digests.digestFor(environment, m_institution, this, [this](const Result<PersonDigest>& digest) {
        if (digest && !m_hasKey)
            findFormerKey(*digest);
        else
            take(digest);
    });
}

/// Of the trail's end, where that is another one: the change is told under it (auditbook.h).
void AuditTrail::findFormerKey(const PersonDigest& digest)
{
    using Origin = AuditFormerKey::Origin;
    const auto environment = environmentFromString(m_environment).value_or(EnvironmentName::Training);
    const bool isMade = m_digests.hasMade(environment, m_institution);
    const Origin origin = m_isGiven ? Origin::Given : isMade ? Origin::Made : Origin::Known;
    const auto found = [this, digest, origin](const std::optional<PersonDigest>& former) {
        if (former)
            QMetaObject::invokeMethod(m_writer, [writer = m_writer, told = AuditFormerKey{*former, origin}] {
                writer->setFormerKey(told);
            });
        m_arrived.reset();
        take(digest);
    };
    const auto last = lastSealedLineIn(m_location.folder);
    const auto owner = last ? auditKeyOwnerOf(*last) : std::nullopt;
    const bool isChange = last && last->keyName() != digest.keyName();
    if (isChange && m_former && last->isSealedBy(*m_former)) {
        found(m_former);
    } else if (!isChange || !owner || owner->first != environment) {
        found({});
    } else {
        m_arrived = digest;
        m_digests.existingDigestFor(environment, owner->second, this,
                                    [found](const Result<PersonDigest>& former) {
                                        found(former ? std::optional(*former) : std::nullopt);
                                    });
    }
}

void AuditTrail::take(const Result<PersonDigest>& digest)
{
    if (m_hasKey || (m_digest && !digest))
        return;
    m_hasKey = digest.has_value();
    m_digest = digest ? *digest : PersonDigest::forThisProcess();
    if (digest)
        QMetaObject::invokeMethod(m_writer, [writer = m_writer, key = *digest] { writer->useKey(key); });
    else
        qWarning("audit: without the institution's key (%s)", qUtf8Printable(auditDetailOf(digest.error())));
    sendNoted();
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        send(waiting);
}

void AuditTrail::sendNoted()
{
    if (!m_noted.isEmpty())
        QMetaObject::invokeMethod(
            m_writer, [writer = m_writer, state = std::exchange(m_noted, {})] { writer->note(state); });
}

void AuditTrail::send(const Waiting& waiting)
{
    const AuditEvent& event = waiting.event;
    QJsonObject entry = m_place;
    entry.insert("time"_L1, waiting.time);
    entry.insert("event"_L1, toString(event.action));
    entry.insert("outcome"_L1, event.outcome == AuditOutcome::Done ? u"done"_s : u"failed"_s);
    insertPerson(entry, u"doctor"_s, event.doctor, *m_digest);
    insertPerson(entry, u"patient"_s, event.patient, *m_digest);
    if (event.source)
        entry.insert("source"_L1, sourceWord(*event.source));
    if (!event.settings.isEmpty())
        entry.insert("settings"_L1, event.settings);
    if (!event.detail.isEmpty())
        entry.insert("detail"_L1, redacted(event.detail).left(longestDetail));
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, entry] { writer->take(entry); });
}

} // namespace hekim
