#pragma once

#include "core/identitynumber.h"
#include "core/settings.h"
#include "services/httpclient.h"

namespace hekim {

/// The request for a doctor's e-Rapor token (guide 000 section 4). Errors: NotPublished, or NotConfigured
/// naming the key that is missing.
Result<HttpRequest> eraporTokenRequest(const Settings& settings, const IdentityNumber& doctor,
                                       const QString& password);

/// What to open a connection to beforehand; empty where nothing is published.
QUrl eraporTokenAddress(const Settings& settings);

/// The step's name in errors.
QString eraporTokenStep();

} // namespace hekim
