#include "core/text/durationtext.h"

#include <QCoreApplication>

namespace hekim {

namespace {

struct DurationText
{
    Q_DECLARE_TR_FUNCTIONS(DurationText)
};

QString joined(const QString& larger, int rest, const QString& smaller)
{
    return rest == 0 ? larger : larger + u' ' + smaller;
}

} // namespace

QString durationText(std::chrono::minutes duration)
{
    const auto minutes = static_cast<int>(duration.count());
    const int hours = minutes / 60;
    const int days = hours / 24;
    const int years = days / 365;
    const auto inDays = [](int n) { return DurationText::tr("%n day(s)", nullptr, n); };
    const auto inHours = [](int n) { return DurationText::tr("%n hour(s)", nullptr, n); };
    const auto inMinutes = [](int n) { return DurationText::tr("%n minute(s)", nullptr, n); };
    if (years > 0)
        return joined(DurationText::tr("%n year(s)", nullptr, years), days % 365, inDays(days % 365));
    if (days > 0)
        return joined(inDays(days), hours % 24, inHours(hours % 24));
    if (hours > 0)
        return joined(inHours(hours), minutes % 60, inMinutes(minutes % 60));
    return inMinutes(minutes);
}

} // namespace hekim
