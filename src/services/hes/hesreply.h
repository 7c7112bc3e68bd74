#pragma once

#include "services/hes/hesresult.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace hekim {

/// Every code that was asked for, by its text: those in neither map are Unanswered.
using HesResults = QHash<QString, HesResult>;

/// Reads the reply for one code (guide 004 sections 5.1, 5.2, 5.4). A 400 with an error key is a result;
/// every other status is an error. `withDetails`: the reply is one of check-hes-code-plus.
Result<HesResult> readHesReply(int httpStatus, const QByteArray& body, bool withDetails, const QString& host);

/// Reads the reply of check-hes-codes, unsuccess_map beside success_map or inside it, as printed. Keys are
/// normalised before matching, those not asked for ignored.
Result<HesResults> readHesBatchReply(int httpStatus, const QByteArray& body, const QList<HesCode>& asked,
                                     const QString& host);

} // namespace hekim
