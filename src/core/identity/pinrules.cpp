#include "core/identity/pinrules.h"

#include <algorithm>

namespace hekim {

using namespace std::chrono_literals;

namespace {

constexpr auto firstDelay = 30s;
constexpr std::chrono::seconds longestDelay = 1h;
constexpr qsizetype longestGroup = 3;

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool repeats(QStringView pin, qsizetype group)
{
    for (qsizetype i = group; i < pin.size(); ++i) {
        if (pin.at(i) != pin.at(i - group))
            return false;
    }
    return true;
}

// 0 follows 9 in both directions.
bool isRun(QStringView pin, int step)
{
    for (qsizetype i = 1; i < pin.size(); ++i) {
        if ((pin.at(i).digitValue() - pin.at(i - 1).digitValue() - step) % 10 != 0)
            return false;
    }
    return true;
}

} // namespace

PinUse pinUseFromString(QStringView text)
{
    if (text == u"required")
        return PinUse::Required;
    return text == u"optional" ? PinUse::Optional : PinUse::Off;
}

PinFault judgeNewPin(QStringView pin, const IdentityNumber& doctor)
{
    if (!std::all_of(pin.begin(), pin.end(), isDigit))
        return PinFault::NotDigits;
    if (pin.size() < shortestPin)
        return PinFault::TooShort;
    if (pin.size() > longestPin)
        return PinFault::TooLong;
    for (qsizetype group = 1; group <= longestGroup; ++group) {
        if (repeats(pin, group))
            return PinFault::Repeats;
    }
    if (isRun(pin, 1) || isRun(pin, -1))
        return PinFault::Run;
    const QString number = doctor.digits();
    for (qsizetype i = 0; i + shortestPin <= number.size(); ++i) {
        if (pin.contains(QStringView(number).mid(i, shortestPin)))
            return PinFault::OfNumber;
    }
    return PinFault::None;
}

std::chrono::seconds pinDelay(int wrongTries)
{
    if (wrongTries <= freePinTries)
        return 0s;
    const int doublings = std::min(wrongTries - freePinTries - 1, 10);
    return std::min(longestDelay, std::chrono::seconds(firstDelay) * (1 << doublings));
}

std::chrono::seconds pinWait(int wrongTries, const QDateTime& lastWrong, const QDateTime& now)
{
    const std::chrono::seconds delay = pinDelay(wrongTries);
    const qint64 passed = lastWrong.isValid() ? std::max<qint64>(lastWrong.secsTo(now), 0) : 0;
    return std::max(delay - std::chrono::seconds(passed), 0s);
}

} // namespace hekim
