#pragma once

#include "services/secrets/credentialstore.h"

namespace hekim {

/// "hekim-asistani/<environment>/<name>". Whole, since Windows ignores the service's name.
QString keychainKey(SecretName name, EnvironmentName environment);

/// What stands in a keychain entry: compact JSON of the secret and of what it was stored for.
QByteArray encodeEntry(const SecretOwner& owner, const QString& secret);

/// The secret, or nothing where the entry is unreadable or belongs to another institution or origin (rule
/// S3).
std::optional<QString> decodeEntry(const QByteArray& entry, const SecretOwner& owner);

} // namespace hekim
