#pragma once

#include "core/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace hekim {

/// What a failed exchange is called (rule W1). `tlsErrors` are those the handshake reported.
Error httpFailure(QNetworkReply::NetworkError failure, const QString& words,
                  const QList<QSslError>& tlsErrors, const QString& step, const QString& host);

/// Whether a reply came whole, whatever its HTTP status says.
bool isWholeReply(QNetworkReply::NetworkError failure, int httpStatus);

} // namespace hekim
