#include "services/secrets/keychaininquiry.h"

#include "core/call/background.h"
#include "core/text/redaction.h"
#include "services/secrets/keyringlock.h"

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

constexpr auto longestQuestion = 24h; // a person's, who may have gone home
const QString unknown = u"the keyring does not say whether it is locked"_s;

Error keychainError(ErrorKind kind, const QString& key, const QString& detail)
{
    return {.kind = kind, .subject = key, .detail = redacted(detail)};
}

} // namespace

QString keychainService()
{
    return u"hekim-asistani"_s;
}

Error keychainUnavailable(const QString& key, const QString& detail)
{
    return keychainError(ErrorKind::KeychainUnavailable, key, detail);
}

KeychainInquiry::KeychainInquiry(Question question, Keychain::Patience patience, const bool& refused,
                                 std::function<void(bool)> waits, Answer answer, QObject* parent)
    : QObject(parent)
    , m_question(std::move(question))
    , m_patience(patience)
    , m_userRefused(refused)
    , m_waits(std::move(waits))
    , m_answer(std::move(answer))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { attemptFailed(u"no answer within the deadline"_s); });
    m_look.setInterval(m_patience.look);
    connect(&m_look, &QTimer::timeout, this, [this] { look([this](const State& state) { poll(state); }); });
    begin();
}

void KeychainInquiry::begin()
{
    toOthers([this](const KeychainInquiry& other) { m_held = m_held || other.m_deciding; });
    if (m_held)
        return;
    if (!m_userRefused) {
        attempt();
        return;
    }
    look([this](const State& state) {
        if (!state)
            finish(tl::make_unexpected(keychainUnavailable(m_question.key, unknown)));
        else if (state->isLocked(m_question.writes))
            finish(stillLocked());
        else
            attempt();
    });
}

void KeychainInquiry::attempt()
{
    m_deciding = false;
    setWaiting(false);
    --m_question.attempts;
    QKeychain::Job* job = m_question.makeJob();
    m_job = job;
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(m_question.key);
    connect(job, &QKeychain::Job::finished, this,
            [this, number = ++m_attempt](QKeychain::Job* finished) { jobFinished(finished, number); });
    m_deadline.start(m_patience.attempt);
    m_look.start();
    job->start();
}

void KeychainInquiry::attemptFailed(const QString& detail)
{
    m_deadline.stop();
    m_look.stop();
    if (m_question.attempts == 0) {
        finish(tl::make_unexpected(keychainUnavailable(m_question.key, detail)));
        return;
    }
    m_deciding = false;
    QTimer::singleShot(m_patience.beforeRetry, this, &KeychainInquiry::begin);
    toOthers(&KeychainInquiry::goOn);
}

// A late success of an earlier attempt counts, its failure was counted when its deadline passed.
void KeychainInquiry::jobFinished(QKeychain::Job* job, int attempt)
{
    if (!m_answer)
        return;
    switch (job->error()) {
    case QKeychain::NoError: {
        auto* reading = qobject_cast<QKeychain::ReadPasswordJob*>(job);
        finish(reading ? Keychain::Entry(reading->textData().toUtf8()) : Keychain::Entry());
        break;
    }
    case QKeychain::EntryNotFound:
        decide([this](const State& state) { judgeAbsence(state); });
        break;
    default:
        if (attempt != m_attempt || !m_look.isActive())
            break;
        decide([this, detail = job->errorString()](const State& state) {
            if (state && state->isLocked(m_question.writes))
                finish(stillLocked());
            else
                attemptFailed(detail);
        });
        break;
    }
}

void KeychainInquiry::look(const std::function<void(const State&)>& seen)
{
    inThreadOfItsOwn(
        this, m_patience.attempt, [key = m_question.key] { return keyringStateOf(keychainService(), key); },
        [seen](const std::optional<State>& state) { seen(state.value_or(std::nullopt)); });
}

/// While the system asks the user, the job is on its way: it is the answer that ends the waiting. Where the
/// keyring does not say that it is locked, the deadline runs.
void KeychainInquiry::poll(const State& state)
{
    if (!m_look.isActive())
        return;
    const bool locked = state && state->isLocked(m_question.writes);
    if (locked)
        m_deadline.stop();
    else if (m_waiting)
        m_deadline.start(m_patience.attempt);
    setWaiting(locked);
}

/// The others wait meanwhile: where a question has just been closed, the next of QtKeychain's jobs would ask
/// the user at once. One that has not begun is forgotten there when it is deleted.
void KeychainInquiry::decide(const std::function<void(const State&)>& seen)
{
    m_deadline.stop();
    m_look.stop();
    m_deciding = true;
    toOthers(&KeychainInquiry::hold);
    look(seen);
}

void KeychainInquiry::judgeAbsence(const State& state)
{
    if (!state)
        attemptFailed(unknown);
    else if (state->entry == KeyringState::Entry::Open)
        attemptFailed(u"the keyring has the entry and did not give it"_s);
    else if (state->entry == KeyringState::Entry::Locked)
        finish(stillLocked()); // the user was asked
    else if (state->isHidden())
        askToUnlock();
    else
        finish(Keychain::Entry());
}

void KeychainInquiry::askToUnlock()
{
    setWaiting(true);
    inThreadOfItsOwn(this, longestQuestion, &unlockKeyring, [this](const std::optional<bool>& isOpen) {
        if (!isOpen.value_or(false)) {
            finish(stillLocked());
            return;
        }
        ++m_question.attempts;
        attempt();
    });
}

void KeychainInquiry::setWaiting(bool waiting)
{
    if (std::exchange(m_waiting, waiting) != waiting)
        m_waits(waiting);
}

void KeychainInquiry::hold()
{
    if (!m_look.isActive())
        return;
    m_deadline.stop();
    m_look.stop();
    delete m_job;
    ++m_question.attempts;
    m_held = true;
}

void KeychainInquiry::goOn()
{
    if (std::exchange(m_held, false))
        begin();
}

void KeychainInquiry::toOthers(const std::function<void(KeychainInquiry&)>& call)
{
    for (QObject* child : parent()->children()) {
        auto* other = dynamic_cast<KeychainInquiry*>(child);
        if (other && other != this)
            call(*other);
    }
}

Result<Keychain::Entry> KeychainInquiry::stillLocked() const
{
    return tl::make_unexpected(
        keychainError(ErrorKind::KeychainLocked, m_question.key, u"the keyring is locked"_s));
}

void KeychainInquiry::finish(Result<Keychain::Entry> result)
{
    deleteLater();
    m_deadline.stop();
    m_look.stop();
    m_deciding = false;
    setWaiting(false);
    const QPointer<KeychainInquiry> alive(this);
    if (const auto answer = std::exchange(m_answer, {}))
        answer(std::move(result));
    if (alive)
        toOthers(&KeychainInquiry::goOn);
}

} // namespace hekim
