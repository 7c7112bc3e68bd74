#include "app/session/pinverdict.h"

namespace hekim {

PinVerdict judgeLoginPin(PinUse use, bool typed, const Result<PinAnswer>& answer)
{
    // Without a keychain there are no PINs, and a doctor who need not have one is not asked for it.
    if (!answer && use == PinUse::Optional && answer.error().kind == ErrorKind::KeychainUnavailable)
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
