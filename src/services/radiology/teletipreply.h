#pragma once

#include "services/http/httpclient.h"

namespace hekim {

/// A reply of any 2xx status of a method under `{teletip}`, as it came. Errors: ServerFailed (5xx, 429),
/// RequestRefused (any other 4xx) and BadReply, with what the service says, redacted, as detail.
Result<HttpReply> readTeletipReply(const HttpReply& reply, Step step, const QString& host);

} // namespace hekim
