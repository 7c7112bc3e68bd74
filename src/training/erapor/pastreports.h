#pragma once

#include "training/erapor/reportbook.h"

namespace hekim::training {

/// Writes some invented reports of the past, so that no list is empty for the agreed people, save for the
/// last patient, who shows what an empty list looks like. The second one shows a long list.
void writePastReports(ReportBook& book, const QDateTime& now);

} // namespace hekim::training
