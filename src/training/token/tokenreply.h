#pragma once

#include "training/http/http.h"

class QJsonObject;

namespace hekim::training {

/// What a token service answers (RFC 6749): no cache may keep it (section 5.1).
Reply tokenReply(const QJsonObject& object);
/// Its refusal (section 5.2), with the words that say why.
Reply tokenRefusal(const QString& error, const QString& description);

} // namespace hekim::training
