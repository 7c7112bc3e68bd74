#pragma once

#include "core/identity/identitynumber.h"
#include "core/settings/settings.h"
#include "services/http/httpclient.h"

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

} // namespace hekim
