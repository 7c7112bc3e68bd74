#pragma once

#include "core/call/callhandle.h"
#include "core/error/error.h"
#include "core/identity/identitynumber.h"
#include "core/settings/environment.h"

#include <QByteArray>
#include <QObject>
#include <QSet>

#include <functional>

namespace hekim {

template <class T>
class Callback;
class Keychain;

/// What a digest is used for. Digests of one purpose never equal those of another, so that two files that are
/// lost together cannot be joined by them.
enum class DigestPurpose { Audit, Pin, Readiness };

/// Stands for an identity number where the number itself must not stand (rule S1): HMAC-SHA-256 with a key of
/// the institution. Without the key not all numbers can be gone through and compared.
class PersonDigest
{
public:
    static constexpr qsizetype keyBytes = 32;

    /// `key` must hold keyBytes bytes.
    explicit PersonDigest(QByteArray key);
    /// With a key that is not kept: the same person is recognised in this process and nowhere else.
    static PersonDigest forThisProcess();

    /// 64 lower-case hexadecimal digits.
    [[nodiscard]] QString of(const IdentityNumber& person, DigestPurpose purpose) const;
    /// A seal of the institution on any text: 64 lower-case hexadecimal digits.
    [[nodiscard]] QString sealOf(const QByteArray& text) const;
    /// Tells keys apart and nothing else of them: 16 hexadecimal digits.
    [[nodiscard]] QString keyName() const;

private:
    [[nodiscard]] QString authenticated(const QByteArray& message) const;
    QByteArray m_key;
};

/// The institutions' keys in the operating system's keychain, one for each institution and environment.
/// Training has a key that everybody knows, and asks no keychain.
class PersonDigests : public QObject
{
    Q_OBJECT

public:
    /// `keychain` must outlive this object.
    explicit PersonDigests(Keychain& keychain, QObject* parent = nullptr);

    /// Gets the institution's key, and makes one where there is none yet. An entry that is no key is an error
    /// of kind BadSettings and is left as it stands: with another key no person could be found again.
    CallHandle digestFor(EnvironmentName environment, const QString& institutionCode, QObject* context,
                         std::function<void(Result<PersonDigest>)> done);
    /// Gets the key and makes none: NotConfigured where there is none.
    CallHandle existingDigestFor(EnvironmentName environment, const QString& institutionCode,
                                 QObject* context, std::function<void(Result<PersonDigest>)> done);
    /// This process put the key there: nothing was sealed with it before.
    [[nodiscard]] bool hasMade(EnvironmentName environment, const QString& institutionCode) const;

private:
    void make(EnvironmentName environment, const QString& institutionCode,
              const Callback<PersonDigest>& callback);

    Keychain& m_keychain;
    QSet<QString> m_made; ///< entries
};

/// The key of the keychain's entry: "hekim-asistani/<environment>/personKey/<institution code>".
QString personKeyEntry(EnvironmentName environment, const QString& institutionCode);
/// The entry holds the key as 64 hexadecimal digits.
QByteArray encodePersonKey(const QByteArray& key);
Result<QByteArray> decodePersonKey(const QByteArray& entry, const QString& entryKey);

} // namespace hekim
