#pragma once

#include "core/call/callhandle.h"
#include "core/identity/identitynumber.h"
#include "core/settings/settings.h"
#include "services/secrets/credentialstore.h"

namespace hekim {

class HttpClient;

/// Whether a password that was typed in is one that its service takes; nothing of it is stored. HES has no
/// request without a consequence, so its login cannot be tried.
bool canBeTried(SecretName name);

/// Asks the service once for a token and forgets it. e-Rapor gives none without a doctor.
CallHandle trySecret(HttpClient& http, SecretName name, const Settings& settings, const QString& secret,
                     const std::optional<IdentityNumber>& doctor, QObject* context,
                     std::function<void(Result<void>)> done);

} // namespace hekim
