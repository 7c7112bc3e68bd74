#pragma once

#include "core/identity/identitynumber.h"
#include "core/settings/settings.h"
#include "services/http/httpclient.h"

namespace hekim {

/// The request for a doctor's e-Rapor token (guide 000 section 4). Errors: NotPublished, or NotConfigured
/// naming the key that is missing.
Result<HttpRequest> eraporTokenRequest(const Settings& settings, const IdentityNumber& doctor,
                                       const QString& password);

/// What to open a connection to beforehand; empty where nothing is published.
QUrl eraporTokenAddress(const Settings& settings);

} // namespace hekim
