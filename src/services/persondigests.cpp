#include "services/persondigests.h"

#include "services/callback.h"
#include "services/keychain.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QUrl>

#include <array>

using namespace Qt::StringLiterals;

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

// Training needs no keychain (DESIGN 3): its people are invented, and their numbers are printed by its
// --help.
PersonDigest digestForTraining()
{
    return PersonDigest(QCryptographicHash::hash("hekim-asistani training", QCryptographicHash::Sha256));
}

tl::unexpected<Error> noKey(const QString& entryKey)
{
    return tl::make_unexpected(Error{ErrorKind::NotConfigured, entryKey, InputFault::None, {}, 0, {}});
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
    if (environment == EnvironmentName::Training) {
        callback.answerLater(digestForTraining());
        return callback.handle();
    }
    const QString entryKey = personKeyEntry(environment, institutionCode);
    m_keychain.read(entryKey, this, [this, entryKey, callback](const Result<Keychain::Entry>& entry) {
        if (!entry || *entry) {
            callback.answer(digestIn(entry, entryKey));
            return;
        }
        // Another session of the same user may make one at the same moment: what stands in the keychain
        // afterwards is the key, whoever wrote it.
        m_keychain.write(
            entryKey, encodePersonKey(randomKey()), this, [this, entryKey, callback](const Result<void>&) {
                m_keychain.read(entryKey, this, [entryKey, callback](const Result<Keychain::Entry>& stored) {
                    callback.answer(digestIn(stored, entryKey));
                });
            });
    });
    return callback.handle();
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
