#include "services/secrets/persondigests.h"

#include "core/call/background.h"
#include "core/call/callback.h"
#include "platform/files/lockfile.h"
#include "services/secrets/keychaininquiry.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

QByteArrayView labelOf(DigestPurpose purpose)
{
    switch (purpose) {
    case DigestPurpose::Audit:
        return "audit";
    case DigestPurpose::Pin:
        return "pin";
    case DigestPurpose::Readiness:
        return "readiness";
    }
    return {};
}

QByteArray randomKey()
{
    std::array<quint32, PersonDigest::keyBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return {reinterpret_cast<const char*>(words.data()), PersonDigest::keyBytes};
}

// Training needs no keychain: its people are invented, and their numbers are printed by its
// --help.
PersonDigest digestForTraining()
{
    return PersonDigest(QCryptographicHash::hash("hekim-asistani training", QCryptographicHash::Sha256));
}

tl::unexpected<Error> noKey(const QString& entryKey)
{
    return tl::make_unexpected(Error{.kind = ErrorKind::NotConfigured, .subject = entryKey});
}

/// Holds off all else of this user that would make a key, unless nothing can be written where locks stand.
/// Waits: not in the window's thread.
std::shared_ptr<QLockFile> lockMaking()
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/hekim-asistani"_s;
    QDir().mkpath(folder);
    auto lock = std::make_shared<QLockFile>(folder + u"/person-key.lock"_s);
    lock->setStaleLockTime(emptyLockFileAge);
    const bool free = lock->tryLock(10s) || lock->error() != QLockFile::LockFailedError;
    return free ? lock : nullptr;
}

// What stands in the keychain as a digest, or why there is none.
Result<PersonDigest> digestIn(const Result<Keychain::Entry>& entry, const QString& entryKey)
{
    if (!entry)
        return tl::make_unexpected(entry.error());
    if (!*entry)
        return noKey(entryKey);
    return decodePersonKey(**entry, entryKey).map([](const QByteArray& key) { return PersonDigest(key); });
}

bool isMissing(const Result<PersonDigest>& digest)
{
    return !digest && digest.error().kind == ErrorKind::NotConfigured;
}

} // namespace

PersonDigest::PersonDigest(QByteArray key) : m_key(std::move(key))
{
    Q_ASSERT(m_key.size() == keyBytes);
}

PersonDigest PersonDigest::forThisProcess()
{
    return PersonDigest(randomKey());
}

QString PersonDigest::of(const IdentityNumber& person, DigestPurpose purpose) const
{
    // The label ends before the number begins: no label holds a ':'.
    return authenticated(labelOf(purpose).toByteArray() + ':' + person.digits().toLatin1());
}

QString PersonDigest::sealOf(const QByteArray& text) const
{
    return authenticated("seal:" + text);
}

QString PersonDigest::keyName() const
{
    constexpr qsizetype nameDigits = 16;
    return authenticated("name:").first(nameDigits);
}

QString PersonDigest::authenticated(const QByteArray& message) const
{
    return QString::fromLatin1(
        QMessageAuthenticationCode::hash(message, m_key, QCryptographicHash::Sha256).toHex());
}

PersonDigests::PersonDigests(Keychain& keychain, QObject* parent) : QObject(parent), m_keychain(keychain) {}

CallHandle PersonDigests::digestFor(EnvironmentName environment, const QString& institutionCode,
                                    QObject* context, std::function<void(Result<PersonDigest>)> done)
{
    const Callback<PersonDigest> callback(context, std::move(done));
    existingDigestFor(environment, institutionCode, this,
                      [this, environment, institutionCode, callback](const Result<PersonDigest>& digest) {
                          if (isMissing(digest))
                              make(environment, institutionCode, callback);
                          else
                              callback.answer(digest);
                      });
    return callback.handle();
}

/// One after the other: a second window at the same moment would write over the key that this one seals with.
void PersonDigests::make(EnvironmentName environment, const QString& institutionCode,
                         const Callback<PersonDigest>& callback)
{
    inBackground(this, &lockMaking, [=, this](const std::shared_ptr<QLockFile>& lock) {
        const QString entryKey = personKeyEntry(environment, institutionCode);
        if (!lock) {
            callback.answer(tl::make_unexpected(
                keychainUnavailable(entryKey, u"another window makes a key and has not ended"_s)));
            return;
        }
        const QByteArray key = randomKey();
        const auto written = [=, this](const Result<void>&) {
            existingDigestFor(environment, institutionCode, this,
                              [this, callback, lock, entryKey,
                               name = PersonDigest(key).keyName()](const Result<PersonDigest>& digest) {
                                  if (digest && digest->keyName() == name)
                                      m_made.insert(entryKey);
                                  callback.answer(digest);
                              });
        };
        existingDigestFor(environment, institutionCode, this, [=, this](const Result<PersonDigest>& digest) {
            if (isMissing(digest))
                m_keychain.write(entryKey, encodePersonKey(key), this, written);
            else
                callback.answer(digest);
        });
    });
}

CallHandle PersonDigests::existingDigestFor(EnvironmentName environment, const QString& institutionCode,
                                            QObject* context, std::function<void(Result<PersonDigest>)> done)
{
    const Callback<PersonDigest> callback(context, std::move(done));
    if (environment == EnvironmentName::Training) {
        callback.answerLater(digestForTraining());
        return callback.handle();
    }
    const QString entryKey = personKeyEntry(environment, institutionCode);
    m_keychain.read(entryKey, this, [entryKey, callback](const Result<Keychain::Entry>& entry) {
        callback.answer(digestIn(entry, entryKey));
    });
    return callback.handle();
}

bool PersonDigests::hasMade(EnvironmentName environment, const QString& institutionCode) const
{
    return m_made.contains(personKeyEntry(environment, institutionCode));
}

QString personKeyEntry(EnvironmentName environment, const QString& institutionCode)
{
    return u"hekim-asistani/%1/personKey/%2"_s.arg(
        toString(environment), QString::fromLatin1(QUrl::toPercentEncoding(institutionCode)));
}

QByteArray encodePersonKey(const QByteArray& key)
{
    return key.toHex();
}

Result<QByteArray> decodePersonKey(const QByteArray& entry, const QString& entryKey)
{
    const QByteArray key = QByteArray::fromHex(entry);
    if (key.size() != PersonDigest::keyBytes || key.toHex() != entry.toLower())
        return badSettings(entryKey, InputFault::BadCharacters, u"the keychain's entry is no key"_s);
    return key;
}

} // namespace hekim
