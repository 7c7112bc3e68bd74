#pragma once

#include <QDateTime>
#include <QString>

namespace hekim::training {

/// Words of the Ministry's pages. They are Turkish whatever the assistant's language is, as the real pages
/// are.
QString reasonText(int reason); ///< guide 000, table 4

QString dateText(const QDate& date);
/// In Turkey's time, which is UTC+3 throughout the year since 2016.
QString momentText(const QDateTime& utc);
QString isoText(const QDateTime& utc);

} // namespace hekim::training
