#pragma once

#include "core/identity/pinrules.h"
#include "services/secrets/pinstore.h"

#include <functional>
#include <optional>

namespace hekim {

/// PinStore::check() and PinStore::set().
using CheckPin = std::function<CallHandle(const IdentityNumber& doctor, const QString& pin, QObject* context,
                                          std::function<void(Result<PinAnswer>)> done)>;
using SetPin = std::function<CallHandle(const IdentityNumber& doctor, const QString& pin, QObject* context,
                                        std::function<void(Result<void>)> done)>;

/// How a doctor stands to the PIN.
enum class PinStanding { Unguarded, ToChoose, Guarded };

/// Why a PIN did not let the doctor in.
struct PinRefusal
{
    enum class Kind { NotTyped, Answer, Error };
    Kind kind = Kind::NotTyped;
    PinAnswer answer{};
    Error error{};

    /// A PIN was tried.
    [[nodiscard]] bool isTry() const
    {
        return kind == Kind::Answer && answer.kind != PinAnswer::Kind::NoKeyring;
    }
};

struct PinVerdict
{
    std::optional<PinRefusal> refusal{}; ///< nothing: the doctor may go on
    PinStanding standing = PinStanding::Unguarded;
};

/// What an answer means at the login; `typed`: a PIN was.
PinVerdict judgeLoginPin(PinUse use, bool typed, const Result<PinAnswer>& answer);
/// And at the lock, where only the right one counts.
PinVerdict judgeUnlockPin(bool typed, const Result<PinAnswer>& answer);

} // namespace hekim
