#pragma once

#include "core/identity/identitynumber.h"

#include <QDateTime>

#include <chrono>

namespace hekim {

/// login/pin
enum class PinUse { Off, Optional, Required };
PinUse pinUseFromString(QStringView text);

enum class PinFault { None, NotDigits, TooShort, TooLong, Repeats, Run, OfNumber };

constexpr qsizetype shortestPin = 6;
constexpr qsizetype longestPin = 32;

/// Whether a doctor may choose this PIN: digits only, and none that would be tried first: one digit or a
/// short group over and over, digits in a row, a part of the doctor's own number.
PinFault judgeNewPin(QStringView pin, const IdentityNumber& doctor);

/// Wrong tries that cost nothing.
constexpr int freePinTries = 4;
/// How long the next try has to wait after so many wrong ones: from the fifth on 30 s, twice as long with
/// each further one, an hour at most.
std::chrono::seconds pinDelay(int wrongTries);
/// What is left of it. A clock that was set back waits the whole time.
std::chrono::seconds pinWait(int wrongTries, const QDateTime& lastWrong, const QDateTime& now);

} // namespace hekim
