#pragma once

#include "core/error/error.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace hekim {

/// What a failed exchange is called (rule W1). `tlsErrors` are those the handshake reported.
/// The detail is made of names, not of Qt's sentences: those are translated and may quote the address,
/// password included (rule S1).
Error httpFailure(QNetworkReply::NetworkError failure, const QList<QSslError>& tlsErrors, Step step,
                  const QString& host);

/// Whether a reply came whole, whatever its HTTP status says.
bool isWholeReply(QNetworkReply::NetworkError failure, int httpStatus);

} // namespace hekim
