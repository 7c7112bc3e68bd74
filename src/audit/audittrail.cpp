#include "audit/audittrail.h"

#include "audit/auditcopy.h"
#include "core/redaction.h"
#include "platform/systemlog.h"
#include "services/persondigests.h"

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

constexpr qsizetype longestDetail = 512;

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
    Writer(AuditTrail* trail, AuditBook book) : q(trail), m_book(std::move(book)), m_retry(this)
    {
        m_retry.setSingleShot(true);
        m_retry.setInterval(30s);
        connect(&m_retry, &QTimer::timeout, this, &Writer::write);
    }

    void useKey(const PersonDigest& key) { m_key = key; }
    void setRetryAfter(std::chrono::milliseconds time) { m_retry.setInterval(time); }

    void take(const QJsonObject& entry)
    {
        if (m_entries.size() >= mostWaiting)
            ++m_lost;
        else
            m_entries.append(entry);
        // What waits for a retry does not make each event wait for the disk again.
        if (!m_retry.isActive() && !std::exchange(m_due, true))
            QMetaObject::invokeMethod(this, &Writer::write, Qt::QueuedConnection);
    }

    void write()
    {
        m_due = false;
        const auto done = append();
        if (!done) {
            qWarning("audit: events wait, %s: %s", qUtf8Printable(done.error().step),
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
    /// Whether there was anything.
    Result<bool> append()
    {
        if (m_entries.isEmpty())
            return false;
        const PersonDigest* key = m_key ? &*m_key : nullptr;
        if (auto done = m_book.append(m_entries, key); !done)
            return tl::make_unexpected(done.error());
        if (m_lost > 0) { // after those that were kept, when it is known how many there are
            m_entries = {QJsonObject{{u"time"_s, now()},
                                     {u"event"_s, toString(AuditAction::Lost)},
                                     {u"detail"_s, QString::number(std::exchange(m_lost, 0))}}};
            if (auto done = m_book.append(m_entries, key); !done)
                return tl::make_unexpected(done.error());
        }
        return true;
    }

    AuditTrail* q; // signals only: they may be emitted from here
    AuditBook m_book;
    QTimer m_retry;
    std::optional<PersonDigest> m_key;
    QList<QJsonObject> m_entries;
    qint64 m_lost = 0;
    bool m_due = false;
    bool m_failed = false;
};

AuditTrail::AuditTrail(const QString& folder, const Settings& settings, PersonDigests& digests,
                       QObject* parent)
    : QObject(parent)
    , m_environment(toString(settings.environment()))
    , m_institution(settings.institutionCode())
    , m_station(QSysInfo::machineHostName())
    , m_digests(digests)
    , m_thread(std::make_unique<QThread>())
{
    AuditBook book(folder, auditRulesOf(settings));
    if (settings.value(u"audit/systemLog"_s) == u"true"_s)
        book.setWritten([](const QByteArray& line) { writeToSystemLog(line); });
    m_writer = new Writer(this, std::move(book));
    m_writer->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_writer, &QObject::deleteLater);
    m_thread->setObjectName(u"audit"_s);
    m_thread->start(QThread::LowPriority);
    if (const auto server = SyslogServer::fromString(settings.value(u"audit/syslogServer"_s))) {
        m_copy = std::make_unique<AuditCopy>(folder, *server, AuditCopy::Patience{});
        connect(m_copy.get(), &AuditCopy::linesLost, this, [this](qint64 count) {
            record({.action = AuditAction::CopyLost,
                    .outcome = AuditOutcome::Failed,
                    .detail = QString::number(count)});
        });
        // The writer tells the copy itself, and lets it begin before it writes anything.
        connect(this, &AuditTrail::written, m_copy.get(), &AuditCopy::wake, Qt::DirectConnection);
        QMetaObject::invokeMethod(m_writer, [copy = m_copy.get()] { copy->start(); });
    }
}

AuditTrail::~AuditTrail()
{
    if (!m_waiting.empty()) // the keychain has not answered
        take(tl::make_unexpected(Error{ErrorKind::KeychainUnavailable, {}, InputFault::None, {}, 0, {}}));
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, thread = m_thread.get()] {
        writer->write();
        thread->quit();
    });
    m_thread->wait();
    m_copy.reset(); // with the last lines on the disk
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
    if (std::exchange(m_asked, true))
        return;
    const auto environment = environmentFromString(m_environment).value_or(EnvironmentName::Training);
    m_digests.digestFor(environment, m_institution, this,
                        [this](const Result<PersonDigest>& digest) { take(digest); });
}

void AuditTrail::take(const Result<PersonDigest>& digest)
{
    if (m_digest)
        return;
    m_digest = digest ? *digest : PersonDigest::forThisProcess();
    if (digest)
        QMetaObject::invokeMethod(m_writer, [writer = m_writer, key = *digest] { writer->useKey(key); });
    else
        qWarning("audit: without the institution's key (%s)", qUtf8Printable(auditDetailOf(digest.error())));
    for (const Waiting& waiting : std::exchange(m_waiting, {}))
        send(waiting);
}

void AuditTrail::send(const Waiting& waiting)
{
    const AuditEvent& event = waiting.event;
    QJsonObject entry{{u"time"_s, waiting.time},
                      {u"event"_s, toString(event.action)},
                      {u"outcome"_s, event.outcome == AuditOutcome::Done ? u"done"_s : u"failed"_s},
                      {u"environment"_s, m_environment},
                      {u"station"_s, m_station}};
    insertPerson(entry, u"doctor"_s, event.doctor, *m_digest);
    insertPerson(entry, u"patient"_s, event.patient, *m_digest);
    if (event.source)
        entry.insert("source"_L1, sourceWord(*event.source));
    if (!event.detail.isEmpty())
        entry.insert("detail"_L1, redacted(event.detail).left(longestDetail));
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, entry] { writer->take(entry); });
}

} // namespace hekim
