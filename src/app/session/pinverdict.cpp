#include "app/session/pinverdict.h"

namespace hekim {

PinVerdict judgeLoginPin(PinUse use, bool typed, const Result<PinAnswer>& answer)
{
    // A keyring that does not answer is not such a one: the doctor may have a PIN in it.
    if (use == PinUse::Optional && answer && answer->kind == PinAnswer::Kind::NoKeyring)
        return {};
    if (answer && answer->kind == PinAnswer::Kind::NoPin)
        return {{}, PinStanding::ToChoose};
    return judgeUnlockPin(typed, answer);
}

PinVerdict judgeUnlockPin(bool typed, const Result<PinAnswer>& answer)
{
    if (!answer)
        return {PinRefusal{PinRefusal::Kind::Error, {}, answer.error()}};
    if (answer->kind == PinAnswer::Kind::Right)
        return {{}, PinStanding::Guarded};
    if (!typed && answer->kind == PinAnswer::Kind::Wrong)
        return {PinRefusal{PinRefusal::Kind::NotTyped, {}, {}}};
    return {PinRefusal{PinRefusal::Kind::Answer, *answer, {}}};
}

} // namespace hekim
