#pragma once

#include "core/error/error.h"

#include <QByteArray>
#include <QDateTime>

namespace hekim {

/// An access token, in memory only.
struct Token
{
    QString value;
    QDateTime expiresAt; ///< UTC
};

/// Reads the reply of a token endpoint (e-Rapor and OGN alike; guide 000 section 4 and 002 give no shape):
/// a JSON object with `access_token`, a JSON string, or bare text. `now` is UTC.
Result<Token> readTokenReply(int httpStatus, const QByteArray& body, Step step, const QString& host,
                             const QDateTime& now);

} // namespace hekim
