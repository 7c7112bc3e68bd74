#include "services/secrets/keychain.h"

#include "core/call/background.h"
#include "core/call/callback.h"
#include "services/secrets/keychaininquiry.h"
#include "services/secrets/keyringlock.h"

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// An empty file: a keyring has worked for this user.
QString usedFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/hekim-asistani/keyring-used"_s;
}

/// Whether it is written down.
bool rememberUse()
{
    QFile file(usedFile());
    if (file.exists())
        return true;
    QDir().mkpath(QFileInfo(file).absolutePath());
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                  QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return true;
    qWarning("keychain: that it works could not be written down: %s", qUtf8Printable(file.errorString()));
    return false;
}

} // namespace

Keychain::Keychain(QObject* parent) : Keychain(Patience(), parent) {}

Keychain::Keychain(Patience patience, QObject* parent) : QObject(parent), m_patience(patience) {}

Keychain::~Keychain() = default;

template <class T>
void Keychain::noteWorking(const Result<T>& result)
{
    const bool locked = !result && result.error().kind == ErrorKind::KeychainLocked;
    m_userRefused = m_userRefused || locked;
    const bool working = result.has_value() || locked;
    m_hasWorked = m_hasWorked || working;
    if (working && !m_isRemembered)
        m_isRemembered = rememberUse();
    if (std::exchange(m_working, working) != working)
        emit workingChanged();
    if (std::exchange(m_hasFailed, !result) && result)
        emit answersAgain();
}

void Keychain::findWhetherMissing(QObject* context, std::function<void(bool)> done)
{
    inThreadOfItsOwn(
        context, m_patience.attempt,
        [hasWorked = m_hasWorked] {
            return !hasWorked && !QFileInfo::exists(usedFile()) && sessionHasNoKeyring();
        },
        [done = std::move(done)](const std::optional<bool>& isMissing) { done(isMissing.value_or(false)); });
}

void Keychain::askAgain()
{
    m_userRefused = false;
}

void Keychain::noteWaiting(bool waiting)
{
    const bool before = isWaiting();
    m_waiting += waiting ? 1 : -1;
    if (isWaiting() != before)
        emit waitingChanged();
}

CallHandle Keychain::read(const QString& key, QObject* context, std::function<void(Result<Entry>)> done)
{
    const Callback<Entry> callback(context, std::move(done));
    // Where the keychain is known to be missing, no caller is kept waiting for a second refusal.
    new KeychainInquiry(
        {key, [] { return new QKeychain::ReadPasswordJob(keychainService()); }, m_working ? 2 : 1},
        m_patience, m_userRefused, [this](bool waiting) { noteWaiting(waiting); },
        [this, callback](const Result<Entry>& result) {
            noteWorking(result);
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
        noteWorking(result);
        if (!result) {
            callback.answer(tl::make_unexpected(result.error()));
            return;
        }
        read(key, this, [key, entry, callback](const Result<Entry>& stored) {
            if (!stored)
                callback.answer(tl::make_unexpected(stored.error()));
            else if (*stored != entry)
                callback.answer(
                    tl::make_unexpected(keychainUnavailable(key, u"the keychain did not keep the entry"_s)));
            else
                callback.answer({});
        });
    };
    const auto makeJob = [entry] {
        auto* job = new QKeychain::WritePasswordJob(keychainService());
        job->setTextData(QString::fromUtf8(entry));
        return job;
    };
    new KeychainInquiry(
        {key, makeJob, 1, true}, m_patience, m_userRefused, [this](bool waiting) { noteWaiting(waiting); },
        written, this);
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
            new KeychainInquiry(
                {key, [] { return new QKeychain::DeletePasswordJob(keychainService()); }}, m_patience,
                m_userRefused, [this](bool waiting) { noteWaiting(waiting); },
                [this, callback](const Result<Entry>& result) {
                    noteWorking(result);
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
