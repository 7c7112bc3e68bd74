#include "services/secrets/provisioning.h"

#include "core/call/callback.h"
#include "services/secrets/credentialentry.h"
#include "services/secrets/keychain.h"
#include "services/secrets/persondigests.h"
#include "services/secrets/pinstore.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

struct Change
{
    QString key;
    Keychain::Entry wanted;
    Keychain::Entry previous;
    std::optional<IdentityNumber> doctor{}; ///< whose PIN it is
    bool isPersonKey = false;
};

const QString reservedToTheAdministrator = u"here it counts from the policy or the machine's defaults only"_s;

// The settings as they will be in force: those of all layers now, with these written into the user's.
Result<Settings> settingsInForce(const SettingsPlaces& places, const ProvisioningData& data)
{
    SettingsPlaces existing = places;
    // Provisioning may make the file that --config names.
    if (existing.userNamedByOption && !QFileInfo::exists(existing.user.path))
        existing.userNamedByOption = false;
    auto loaded = Settings::load(existing, data.environment, data.settings);
    if (!loaded)
        return loaded;
    for (const QString& key : data.settings.keys()) {
        if (loaded->isLocked(key))
            return badSettings(key, InputFault::LockedByPolicy);
        if (loaded->notices().contains({SettingsNotice::Kind::DoesNotCount, key, existing.user.path}))
            return badSettings(key, InputFault::NotAllowedHere, reservedToTheAdministrator);
    }
    return loaded;
}

Result<QList<Change>> changesOf(const ProvisioningData& data, const Settings& settings)
{
    QList<Change> changes;
    for (auto secret = data.secrets.begin(); secret != data.secrets.end(); ++secret) {
        const SecretName name = secret.key();
        Change change{keychainKey(name, data.environment), {}, {}};
        if (secret.value()) {
            SecretOwner owner = ownerOf(name, settings);
            owner.institutionCode = data.settings.value(u"institution/code"_s, owner.institutionCode);
            const QString subject = u"secrets/"_s + toString(name);
            // A secret that belongs to nothing would count as absent for ever.
            if (owner.origin.isEmpty()) {
                return badSettings(subject, InputFault::NotAllowedHere,
                                   u"its service has no address in this environment"_s);
            }
            const bool codeIsUserName = name == SecretName::UssPassword || name == SecretName::EnabizPassword;
            if (codeIsUserName && owner.institutionCode.isEmpty()) {
                return badSettings(u"institution/code"_s, InputFault::Empty,
                                   u"%1 is stored for an institution"_s.arg(subject));
            }
            const QByteArray entry = encodeEntry(owner, *secret.value());
            if (entry.size() > Keychain::maxEntryBytes)
                return badSettings(subject, InputFault::TooLong);
            change.wanted = entry;
        }
        changes.append(change);
    }
    if (data.personKey) {
        const QString code = data.settings.value(u"institution/code"_s, settings.institutionCode());
        if (code.isEmpty()) {
            return badSettings(u"institution/code"_s, InputFault::Empty,
                               u"secrets/personKey is stored for an institution"_s);
        }
        Change change{personKeyEntry(data.environment, code), {}, {}};
        change.isPersonKey = true;
        if (*data.personKey)
            change.wanted = encodePersonKey(**data.personKey);
        changes.append(change);
    }
    return changes;
}

} // namespace

class Provisioner::Private
{
public:
    Private(Provisioner* provisioner, Keychain& store, SettingsPlaces where)
        : q(provisioner), keychain(store), places(std::move(where))
    {
    }

    // An institution without a key has no PINs.
    void findPins(const QList<IdentityNumber>& doctors, EnvironmentName environment,
                  const QString& institution)
    {
        if (doctors.isEmpty()) {
            readPrevious(0);
            return;
        }
        persons.existingDigestFor(
            environment, institution, q, [this, doctors, environment](const Result<PersonDigest>& digest) {
                if (!digest && digest.error().kind != ErrorKind::NotConfigured) {
                    done.answer(tl::make_unexpected(digest.error()));
                    return;
                }
                for (const IdentityNumber& doctor : doctors) {
                    if (!digest)
                        continue;
                    const QString pin = pinEntry(environment, digest->of(doctor, DigestPurpose::Pin));
                    changes.append({pin, {}, {}, doctor});
                    changes.append({pinTriesEntry(pin), {}, {}});
                }
                readPrevious(0);
            });
    }

    // What stood there before is remembered first, so that every later step can be taken back.
    void readPrevious(qsizetype index)
    {
        if (index == changes.size()) {
            writeEntry(0);
            return;
        }
        keychain.read(changes.at(index).key, q, [this, index](const Result<Keychain::Entry>& previous) {
            if (!previous) {
                done.answer(tl::make_unexpected(previous.error()));
                return;
            }
            changes[index].previous = *previous;
            readPrevious(index + 1);
        });
    }

    void writeEntry(qsizetype index)
    {
        if (index == changes.size()) {
            if (const auto written = writeSettings(places.user, values); !written)
                takeBack(index - 1, written.error());
            else
                done.answer({});
            return;
        }
        put(changes.at(index).key, changes.at(index).wanted, [this, index](const Result<void>& written) {
            // The entry that failed is put back as well: a write that was not confirmed may have landed.
            if (!written)
                takeBack(index, written.error());
            else
                writeEntry(index + 1);
        });
    }

    void takeBack(qsizetype index, const Error& reason)
    {
        if (index < 0) {
            done.answer(tl::make_unexpected(reason));
            return;
        }
        put(changes.at(index).key, changes.at(index).previous,
            [this, index, reason](const Result<void>& restored) {
                Error told = reason;
                if (!restored)
                    told.detail = u"%1 could not be put back"_s.arg(changes.at(index).key);
                takeBack(index - 1, told);
            });
    }

    void put(const QString& key, const Keychain::Entry& entry, const std::function<void(Result<void>)>& then)
    {
        if (entry)
            keychain.write(key, *entry, q, then);
        else
            keychain.remove(key, q, then);
    }

    Provisioner* q;
    Keychain& keychain;
    PersonDigests persons{keychain};
    SettingsPlaces places;
    QList<Change> changes;
    QMap<QString, QString> values;
    Callback<void> done;
};

Provisioner::Provisioner(Keychain& keychain, SettingsPlaces places, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(this, keychain, std::move(places)))
{
}

Provisioner::~Provisioner() = default;

QList<IdentityNumber> Provisioner::doctorsWithoutPin() const
{
    QList<IdentityNumber> doctors;
    for (const Change& change : d->changes) {
        if (change.doctor && change.previous)
            doctors.append(*change.doctor);
    }
    return doctors;
}

std::optional<PersonKeyChange> Provisioner::personKeyChange() const
{
    const auto keyIn = [](const Keychain::Entry& entry) -> std::optional<PersonDigest> {
        if (!entry)
            return {};
        const auto key = decodePersonKey(*entry, {}); // what is none is replaced like none
        return key ? std::optional(PersonDigest(*key)) : std::nullopt;
    };
    for (const Change& change : d->changes) {
        const PersonKeyChange keys{keyIn(change.previous), keyIn(change.wanted)};
        const auto nameOf = [](const auto& key) { return key ? key->keyName() : QString(); };
        if (change.isPersonKey && nameOf(keys.before) != nameOf(keys.after))
            return keys;
    }
    return {};
}

void Provisioner::apply(const ProvisioningData& data, QObject* context,
                        std::function<void(Result<void>)> done)
{
    d->done = Callback<void>(context, std::move(done));
    QString institution;
    const auto changes = settingsInForce(d->places, data).and_then([&](const Settings& settings) {
        institution = data.settings.value(u"institution/code"_s, settings.institutionCode());
        return changesOf(data, settings);
    });
    if (!changes) {
        d->done.answerLater(tl::make_unexpected(changes.error()));
        return;
    }
    d->changes = *changes;
    d->values = data.settings;
    d->values.insert(u"environment/name"_s, toString(data.environment));
    QTimer::singleShot(0, this,
                       [this, doctors = data.resetPins, environment = data.environment, institution] {
                           d->findPins(doctors, environment, institution);
                       });
}

} // namespace hekim
