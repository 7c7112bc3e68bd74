#pragma once

#include <QString>
#include <QVariant>

namespace hekim {

/// Which ways of writing a date are taken for one.
enum class ReportDateForms {
    IsoOnly, ///< 2024-05-03, 2024-05-03T10:20:30 with or without fraction and zone
    All      ///< also 03.05.2024 and 3/5/2024 with or without time, and /Date(1714723230000)/
};

/// A date as services write it: a QDate, a QDateTime (local where no zone is given), or an invalid value for
/// anything else, also for what lies before 1900: the first day of the calendar is how some say "none".
QVariant readReportDate(const QString& text, ReportDateForms forms);

} // namespace hekim
