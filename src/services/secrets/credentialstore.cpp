#include "services/secrets/credentialstore.h"

#include "core/call/callback.h"
#include "services/secrets/credentialentry.h"

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

bool isSame(const SecretOwner& one, const SecretOwner& other)
{
    return one.environment == other.environment && one.institutionCode == other.institutionCode &&
           one.origin == other.origin;
}

Step stepOf(SecretName name)
{
    switch (name) {
    case SecretName::UssPassword:
        return Step::EraporToken;
    case SecretName::EnabizPassword:
        return Step::OgnToken;
    case SecretName::HesUsername:
    case SecretName::HesPassword:
        return Step::Hes;
    }
    return Step::None;
}

tl::unexpected<Error> absent(SecretName name, const QString& detail)
{
    return tl::make_unexpected(Error{
        .kind = ErrorKind::NotConfigured, .step = stepOf(name), .subject = toString(name), .detail = detail});
}

} // namespace

CredentialStore::CredentialStore(Keychain& keychain, QObject* parent) : QObject(parent), m_keychain(keychain)
{
    connect(&m_keychain, &Keychain::workingChanged, this, &CredentialStore::memoryOnlyChanged);
    connect(&m_keychain, &Keychain::waitingChanged, this, &CredentialStore::waitingChanged);
}

CredentialStore::~CredentialStore()
{
    while (!m_kept.isEmpty())
        forget(m_kept.constLast().name, m_kept.constLast().owner.environment);
}

CallHandle CredentialStore::read(SecretName name, const SecretOwner& owner, QObject* context,
                                 std::function<void(Result<QString>)> done)
{
    const Callback<QString> callback(context, std::move(done));
    for (const Kept& kept : std::as_const(m_kept)) {
        if (kept.name == name && isSame(kept.owner, owner)) {
            callback.answerLater(kept.secret);
            return callback.handle();
        }
    }
    m_keychain.read(keychainKey(name, owner.environment), this,
                    [name, owner, callback](const Result<Keychain::Entry>& entry) {
                        if (!entry) {
                            callback.answer(tl::make_unexpected(entry.error()));
                        } else if (!*entry) {
                            callback.answer(absent(name, u"no such entry in the keychain"_s));
                        } else if (const auto secret = decodeEntry(**entry, owner)) {
                            callback.answer(*secret);
                        } else {
                            callback.answer(absent(name, u"stored for another institution or address"_s));
                        }
                    });
    return callback.handle();
}

CallHandle CredentialStore::write(SecretName name, const SecretOwner& owner, const QString& secret,
                                  QObject* context, std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    m_keychain.write(keychainKey(name, owner.environment), encodeEntry(owner, secret), this,
                     [this, name, owner, callback](const Result<void>& written) {
                         // From now on the keychain's is the one that counts.
                         if (written)
                             forget(name, owner.environment);
                         callback.answer(written);
                     });
    return callback.handle();
}

CallHandle CredentialStore::remove(SecretName name, EnvironmentName environment, QObject* context,
                                   std::function<void(Result<void>)> done)
{
    const Callback<void> callback(context, std::move(done));
    forget(name, environment);
    m_keychain.remove(keychainKey(name, environment), this,
                      [callback](const Result<void>& removed) { callback.answer(removed); });
    return callback.handle();
}

void CredentialStore::keepInMemory(SecretName name, const SecretOwner& owner, const QString& secret)
{
    forget(name, owner.environment);
    m_kept.append({name, owner, secret});
}

void CredentialStore::forget(SecretName name, EnvironmentName environment)
{
    for (Kept& kept : m_kept) {
        if (kept.name == name && kept.owner.environment == environment)
            kept.secret.fill(u'\0');
    }
    m_kept.removeIf(
        [&](const Kept& kept) { return kept.name == name && kept.owner.environment == environment; });
}

} // namespace hekim
