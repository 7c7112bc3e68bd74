#pragma once

#include "core/identitynumber.h"
#include "core/settings.h"
#include "services/httpclient.h"

namespace hekim {

/// Whose images an image token opens (guide 002 section 2). A token without it is for the helper services.
struct ImageSubject
{
    IdentityNumber doctor;
    IdentityNumber patient;
};

/// The request for a token of the Ministry's common entrance, OGN (guide 002). Errors: NotPublished, or
/// NotConfigured naming the key that is missing.
Result<HttpRequest> ognTokenRequest(const Settings& settings, const std::optional<ImageSubject>& subject,
                                    const QString& password);

/// The step's name in errors.
QString ognTokenStep();

} // namespace hekim
