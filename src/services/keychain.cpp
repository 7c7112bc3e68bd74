#include "services/keychain.h"

#include "core/redaction.h"
#include "services/callback.h"

#include <QTimer>

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

const QString service = QStringLiteral("hekim-asistani");

tl::unexpected<Error> unavailable(const QString& key, const QString& detail)
{
    // The key holds no secret: "hekim-asistani/live/ussPassword".
    return tl::make_unexpected(
        Error{ErrorKind::KeychainUnavailable, key, InputFault::None, {}, 0, redacted(detail)});
}

/// One question to the keychain, with its deadline and, where wanted, one retry. QtKeychain's jobs cannot be
/// ended and are done one after the other: they are left alone and delete themselves, and report to this
/// object only while it lives.
class Inquiry : public QObject
{
public:
    using Answer = std::function<void(Result<Keychain::Entry>)>;
    using MakeJob = std::function<QKeychain::Job*()>;

    Inquiry(QString key, MakeJob makeJob, int attempts, Keychain::Patience patience, Answer answer,
            QObject* parent)
        : QObject(parent)
        , m_key(std::move(key))
        , m_makeJob(std::move(makeJob))
        , m_attemptsLeft(attempts)
        , m_patience(patience)
        , m_answer(std::move(answer))
    {
        m_deadline.setSingleShot(true);
        connect(&m_deadline, &QTimer::timeout, this,
                [this] { attemptFailed(u"no answer within the deadline"_s); });
        attempt();
    }

private:
    void attempt()
    {
        --m_attemptsLeft;
        QKeychain::Job* job = m_makeJob();
        job->setAutoDelete(true);
        job->setInsecureFallback(false);
        job->setKey(m_key);
        connect(job, &QKeychain::Job::finished, this,
                [this, number = ++m_attempt](QKeychain::Job* finished) { jobFinished(finished, number); });
        m_deadline.start(m_patience.attempt);
        job->start();
    }

    // A late success of an earlier attempt counts, its failure was counted when its deadline passed.
    void jobFinished(QKeychain::Job* job, int attempt)
    {
        switch (job->error()) {
        case QKeychain::NoError: {
            auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(job);
            finish(reading ? Keychain::Entry(reading->textData().toUtf8()) : Keychain::Entry());
            break;
        }
        case QKeychain::EntryNotFound:
            finish(Keychain::Entry());
            break;
        default:
            if (attempt == m_attempt && m_deadline.isActive())
                attemptFailed(job->errorString());
            break;
        }
    }

    void attemptFailed(const QString& detail)
    {
        m_deadline.stop();
        if (m_attemptsLeft > 0)
            QTimer::singleShot(m_patience.beforeRetry, this, &Inquiry::attempt);
        else
            finish(unavailable(m_key, detail));
    }

    void finish(Result<Keychain::Entry> result)
    {
        deleteLater();
        m_deadline.stop();
        if (const auto answer = std::exchange(m_answer, {}))
            answer(std::move(result));
    }

    QString m_key;
    MakeJob m_makeJob;
    int m_attemptsLeft;
    int m_attempt = 0;
    Keychain::Patience m_patience;
    Answer m_answer;
    QTimer m_deadline;
};

} // namespace

Keychain::Keychain(QObject* parent) : Keychain(Patience(), parent) {}

Keychain::Keychain(Patience patience, QObject* parent) : QObject(parent), m_patience(patience) {}

Keychain::~Keychain() = default;

void Keychain::noteWorking(bool working)
{
    if (std::exchange(m_working, working) != working)
        emit workingChanged();
}

CallHandle Keychain::read(const QString& key, QObject* context, std::function<void(Result<Entry>)> done)
{
    const Callback<Entry> callback(context, std::move(done));
    // Where the keychain is known to be missing, nobody is kept waiting for a second refusal.
    new Inquiry(
        key, [] { return new QKeychain::ReadPasswordJob(service); }, m_working ? 2 : 1, m_patience,
        [this, callback](const Result<Entry>& result) {
            noteWorking(result.has_value());
            callback.answer(result);
        },
        this);
    return callback.handle();
}

CallHandle Keychain::write(const QString& key, const QByteArray& entry, QObject* context,
                           std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    if (entry.size() > maxEntryBytes) {
        callback.answerLater(badSettings(key, InputFault::TooLong));
        return callback.handle();
    }
    const auto written = [this, key, entry, callback](const Result<Entry>& result) {
        noteWorking(result.has_value());
        if (!result) {
            callback.answer(tl::make_unexpected(result.error()));
            return;
        }
        read(key, this, [key, entry, callback](const Result<Entry>& stored) {
            if (!stored)
                callback.answer(tl::make_unexpected(stored.error()));
            else if (*stored != entry)
                callback.answer(unavailable(key, u"the keychain did not keep the entry"_s));
            else
                callback.answer({});
        });
    };
    const auto makeJob = [entry] {
        auto* job = new QKeychain::WritePasswordJob(service);
        job->setTextData(QString::fromUtf8(entry));
        return job;
    };
    new Inquiry(key, makeJob, 1, m_patience, written, this);
    return callback.handle();
}

CallHandle Keychain::remove(const QString& key, QObject* context, std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    // Asked for first: what QtKeychain answers to the removal of an absent entry differs by backend.
    read(key, this, [this, key, callback](const Result<Entry>& stored) {
        if (!stored) {
            callback.answer(tl::make_unexpected(stored.error()));
        } else if (!*stored) {
            callback.answer({});
        } else {
            new Inquiry(
                key, [] { return new QKeychain::DeletePasswordJob(service); }, 1, m_patience,
                [this, callback](const Result<Entry>& result) {
                    noteWorking(result.has_value());
                    if (result)
                        callback.answer({});
                    else
                        callback.answer(tl::make_unexpected(result.error()));
                },
                this);
        }
    });
    return callback.handle();
}

} // namespace hekim
