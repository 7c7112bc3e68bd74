#include "services/pinstore.h"

#include "core/pinrules.h"
#include "services/background.h"
#include "services/callback.h"
#include "services/keychain.h"
#include "services/pinhash.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// What stands in a keychain entry.
struct Entry
{
    QByteArray hash;
    int wrong = 0;
    QDateTime lastWrong; ///< UTC

    [[nodiscard]] QByteArray encoded() const
    {
        QJsonObject object{{u"hash"_s, QString::fromLatin1(hash)}, {u"wrong"_s, wrong}};
        if (lastWrong.isValid())
            object.insert(u"lastWrong"_s, lastWrong.toString(Qt::ISODate));
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    static std::optional<Entry> decoded(const QByteArray& text)
    {
        const QJsonObject object = QJsonDocument::fromJson(text).object();
        Entry entry{object.value("hash"_L1).toString().toLatin1(), object.value("wrong"_L1).toInt(-1),
                    QDateTime::fromString(object.value("lastWrong"_L1).toString(), Qt::ISODate)};
        if (!entry.hash.startsWith("$argon2id$") || entry.wrong < 0)
            return std::nullopt;
        return entry;
    }
};

} // namespace

QString pinEntry(EnvironmentName environment, const QString& digest)
{
    return u"hekim-asistani/%1/pin/%2"_s.arg(toString(environment), digest);
}

PinStore::PinStore(const Settings& settings, Keychain& keychain, PersonDigests& persons, QObject* parent)
    : QObject(parent), m_settings(settings), m_keychain(keychain), m_persons(persons)
{
}

void PinStore::keyOf(const IdentityNumber& doctor, WithKey then)
{
    const EnvironmentName environment = m_settings.environment();
    m_persons.digestFor(environment, m_settings.institutionCode(), this,
                        [doctor, environment, then = std::move(then)](const Result<PersonDigest>& digest) {
                            then(digest.map([&](const PersonDigest& made) {
                                return pinEntry(environment, made.of(doctor, DigestPurpose::Pin));
                            }));
                        });
}

CallHandle PinStore::check(const IdentityNumber& doctor, const QString& pin, QObject* context,
                           std::function<void(Result<PinAnswer>)> done)
{
    const Callback<PinAnswer> callback(context, std::move(done));
    const auto judged = [this, callback](const QString& key, Entry entry, bool right) {
        const bool hadWrong = entry.wrong > 0;
        entry.wrong = right ? 0 : entry.wrong + 1;
        entry.lastWrong = right ? QDateTime() : QDateTime::currentDateTimeUtc();
        if (right && !hadWrong) {
            callback.answer(PinAnswer{PinAnswer::Kind::Right, {}});
            return;
        }
        m_keychain.write(key, entry.encoded(), this,
                         [callback, right, wrong = entry.wrong](const Result<void>& written) {
                             if (right) // the old count does no harm to whoever knows the PIN
                                 callback.answer(PinAnswer{PinAnswer::Kind::Right, {}});
                             else if (!written)
                                 callback.answer(tl::make_unexpected(written.error()));
                             else
                                 callback.answer(PinAnswer{PinAnswer::Kind::Wrong, pinDelay(wrong)});
                         });
    };
    const auto found = [this, callback, judged, pin](const QString& key, const Keychain::Entry& stored) {
        if (!stored) {
            callback.answer(PinAnswer{});
            return;
        }
        const auto entry = Entry::decoded(*stored);
        if (!entry) {
            callback.answer(badSettings(u"pin"_s, InputFault::BadCharacters));
            return;
        }
        const auto wait = pinWait(entry->wrong, entry->lastWrong, QDateTime::currentDateTimeUtc());
        if (wait.count() > 0) {
            callback.answer(PinAnswer{PinAnswer::Kind::MustWait, wait});
            return;
        }
        if (pin.isEmpty()) { // no try
            callback.answer(PinAnswer{PinAnswer::Kind::Wrong, {}});
            return;
        }
        inBackground(
            this, [hash = entry->hash, typed = pin.toUtf8()] { return pinMatches(hash, typed); },
            [judged, key, entry](bool right) { judged(key, *entry, right); });
    };
    keyOf(doctor, [this, callback, found](const Result<QString>& key) {
        if (!key) {
            callback.answer(tl::make_unexpected(key.error()));
            return;
        }
        m_keychain.read(*key, this, [callback, found, key = *key](const Result<Keychain::Entry>& stored) {
            if (stored)
                found(key, *stored);
            else
                callback.answer(tl::make_unexpected(stored.error()));
        });
    });
    return callback.handle();
}

CallHandle PinStore::set(const IdentityNumber& doctor, const QString& pin, QObject* context,
                         std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    keyOf(doctor, [this, callback, pin](const Result<QString>& key) {
        if (!key) {
            callback.answer(tl::make_unexpected(key.error()));
            return;
        }
        const auto hashed = [this, callback, key = *key](const QByteArray& hash) {
            if (hash.isEmpty()) {
                callback.answer(tl::make_unexpected(Error{ErrorKind::KeychainUnavailable,
                                                          u"pin"_s,
                                                          InputFault::None,
                                                          {},
                                                          0,
                                                          u"not enough memory"_s}));
                return;
            }
            m_keychain.write(key, Entry{hash, 0, {}}.encoded(), this,
                             [callback](const Result<void>& written) { callback.answer(written); });
        };
        inBackground(
            this, [typed = pin.toUtf8()] { return pinHash(typed); }, hashed);
    });
    return callback.handle();
}

} // namespace hekim
