#pragma once

#include "readiness/readinessrecord.h"

#include <QByteArray>

namespace hekim {

/// The record on A4 paper for the institution's file: each step with its state, its evidence and whether it
/// was verified or stated. May be called in any thread.
QByteArray readinessPdf(const ReadinessRecord& record, const QString& institutionName,
                        EnvironmentName environment, QDate today);

} // namespace hekim
