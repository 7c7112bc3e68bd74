#pragma once

#include "workspace/reports/pastreportstable.h"

#include <QByteArray>

namespace hekim {

/// These rows of a table on A4 paper, its headings on every page and `title` above it. Can take seconds for
/// thousands of rows, and may be called in any thread.
QByteArray pastReportsPdf(const PastReportsTable& table, const QList<int>& rows, const QString& title);

} // namespace hekim
