#include "services/secrets/pinstore.h"

#include "core/call/background.h"
#include "core/call/callback.h"
#include "core/identity/pinrules.h"
#include "services/secrets/keychaininquiry.h"
#include "services/secrets/pinhash.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr auto hashMember = "hash"_L1;

Error damaged()
{
    return badSettings(u"pin"_s, InputFault::BadCharacters).value();
}

/// What stands in the PIN's entry; empty where it is damaged. Versions before kept the tries here too.
QByteArray hashIn(const QByteArray& entry)
{
    const QByteArray hash = QJsonDocument::fromJson(entry).object().value(hashMember).toString().toLatin1();
    return hash.startsWith("$argon2id$") ? hash : QByteArray();
}

/// The wrong tries at one PIN, in an entry of their own: what counts them never writes the PIN, so that one
/// which is changed or removed meanwhile stays so.
struct Tries
{
    int wrong = 0;
    QDateTime lastWrong{}; ///< UTC

    [[nodiscard]] QByteArray encoded(const QByteArray& hash) const
    {
        QJsonObject object{{u"of"_s, nameOf(hash)}, {u"wrong"_s, wrong}};
        if (lastWrong.isValid())
            object.insert(u"lastWrong"_s, lastWrong.toString(Qt::ISODate));
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    /// None where those in the entry were at another PIN; nothing where it is damaged.
    static std::optional<Tries> decoded(const Keychain::Entry& entry, const QByteArray& hash)
    {
        if (!entry)
            return Tries();
        const QJsonObject object = QJsonDocument::fromJson(*entry).object();
        const QString of = object.value("of"_L1).toString();
        const Tries tries{object.value("wrong"_L1).toInt(-1),
                          QDateTime::fromString(object.value("lastWrong"_L1).toString(), Qt::ISODate)};
        if (of.isEmpty() || tries.wrong < 0)
            return std::nullopt;
        return of == nameOf(hash) ? tries : Tries();
    }

private:
    static QString nameOf(const QByteArray& hash)
    {
        constexpr qsizetype digits = 16; // enough to tell PINs apart
        return QString::fromLatin1(
            QCryptographicHash::hash(hash, QCryptographicHash::Sha256).toHex().first(digits));
    }
};

} // namespace

QString pinEntry(EnvironmentName environment, const QString& digest)
{
    return u"hekim-asistani/%1/pin/%2"_s.arg(toString(environment), digest);
}

QString pinTriesEntry(const QString& pinEntry)
{
    return pinEntry + u"/tries"_s;
}

PinStore::PinStore(const Settings& settings, Keychain& keychain, PersonDigests& persons, QObject* parent)
    : QObject(parent), m_settings(settings), m_keychain(keychain), m_persons(persons)
{
}

QString PinStore::entryOf(const IdentityNumber& doctor, const PersonDigest& digest) const
{
    return pinEntry(m_settings.environment(), digest.of(doctor, DigestPurpose::Pin));
}

CallHandle PinStore::check(const IdentityNumber& doctor, const QString& pin, QObject* context,
                           std::function<void(Result<PinAnswer>)> done)
{
    const Callback<PinAnswer> callback(context, std::move(done));
    const auto fail = [callback](const Error& error) { callback.answer(tl::make_unexpected(error)); };
    // Whether there is a PIN is not known then, unless there cannot be any.
    const auto failToLook = [this, callback, fail](const Error& error) {
        if (error.kind != ErrorKind::KeychainUnavailable) {
            fail(error);
            return;
        }
        m_keychain.findWhetherMissing(this, [callback, fail, error](bool isMissing) {
            if (isMissing)
                callback.answer(PinAnswer{PinAnswer::Kind::NoKeyring, {}});
            else
                fail(error);
        });
    };
    const auto count = [this, callback, fail, pin](const QString& key, const QByteArray& hash, Tries tries) {
        ++tries.wrong;
        tries.lastWrong = QDateTime::currentDateTimeUtc();
        const auto judged = [this, callback, key, hash, tries](bool right) {
            if (!right) {
                callback.answer(PinAnswer{PinAnswer::Kind::Wrong, pinDelay(tries.wrong)});
                return;
            }
            m_keychain.write(pinTriesEntry(key), Tries().encoded(hash), this,
                             [callback](const Result<void>&) {
                                 // The old count does no harm to who knows the PIN.
                                 callback.answer(PinAnswer{PinAnswer::Kind::Right, {}});
                             });
        };
        // Counted before it is judged: a check that is given up, or another window's, would judge a second
        // guess on the same count.
        m_keychain.write(pinTriesEntry(key), tries.encoded(hash), this,
                         [this, fail, judged, pin, hash](const Result<void>& written) {
                             if (!written) {
                                 fail(written.error());
                                 return;
                             }
                             inBackground(
                                 this, [hash, typed = pin.toUtf8()] { return pinMatches(hash, typed); },
                                 judged);
                         });
    };
    const auto found = [this, callback, fail, count, pin](const QString& key, const QByteArray& hash) {
        m_keychain.read(pinTriesEntry(key), this, [=](const Result<Keychain::Entry>& stored) {
            if (!stored) {
                fail(stored.error());
                return;
            }
            const auto tries = Tries::decoded(*stored, hash);
            if (!tries) {
                fail(damaged());
                return;
            }
            const auto wait = pinWait(tries->wrong, tries->lastWrong, QDateTime::currentDateTimeUtc());
            if (wait.count() > 0)
                callback.answer(PinAnswer{PinAnswer::Kind::MustWait, wait});
            else if (pin.isEmpty()) // no try
                callback.answer(PinAnswer{PinAnswer::Kind::Wrong, {}});
            else
                count(key, hash, *tries);
        });
    };
    const auto look = [this, callback, fail, failToLook, found](const QString& key) {
        m_keychain.read(key, this, [=](const Result<Keychain::Entry>& stored) {
            if (!stored)
                failToLook(stored.error());
            else if (!*stored)
                callback.answer(PinAnswer());
            else if (const QByteArray hash = hashIn(**stored); hash.isEmpty())
                fail(damaged());
            else
                found(key, hash);
        });
    };
    m_persons.existingDigestFor(
        m_settings.environment(), m_settings.institutionCode(), this,
        [this, callback, failToLook, look, doctor](const Result<PersonDigest>& digest) {
            if (digest)
                look(entryOf(doctor, *digest));
            else if (digest.error().kind == ErrorKind::NotConfigured)
                callback.answer(PinAnswer()); // without a key there are no PINs
            else
                failToLook(digest.error());
        });
    return callback.handle();
}

CallHandle PinStore::set(const IdentityNumber& doctor, const QString& pin, QObject* context,
                         std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    const auto hashed = [this, callback, doctor](const QString& key, const QByteArray& hash) {
        if (!callback.isWanted())
            return;
        if (hash.isEmpty()) {
            callback.answer(tl::make_unexpected(keychainUnavailable(u"pin"_s, u"not enough memory"_s)));
            return;
        }
        const QJsonObject entry{{hashMember, QString::fromLatin1(hash)}};
        m_keychain.write(key, QJsonDocument(entry).toJson(QJsonDocument::Compact), this,
                         [this, callback, doctor](const Result<void>& written) {
                             if (written)
                                 emit changed(doctor);
                             callback.answer(written);
                         });
    };
    m_persons.digestFor(
        m_settings.environment(), m_settings.institutionCode(), this,
        [this, callback, hashed, doctor, pin](const Result<PersonDigest>& digest) {
            if (!digest) {
                callback.answer(tl::make_unexpected(digest.error()));
                return;
            }
            inBackground(
                this, [typed = pin.toUtf8()] { return pinHash(typed); },
                [hashed, key = entryOf(doctor, *digest)](const QByteArray& hash) { hashed(key, hash); });
        });
    return callback.handle();
}

} // namespace hekim
