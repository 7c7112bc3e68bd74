#pragma once

#include "app/session/sessionid.h"
#include "core/identity/identitynumber.h"

#include <optional>

namespace hekim {

/// A wish to end the session, or the window with it, and for which session it was said.
struct EndWish
{
    enum class Reason {
        LogOut,
        OtherDoctor,  ///< from the lock page, where another person than the doctor may stand
        SwitchDoctor, ///< the HBYS named another doctor, and the doctor agreed
        Quit,
        Forced ///< without a question: what the session needs is gone
    };
    Reason reason = Reason::LogOut;
    std::optional<IdentityNumber> next{}; ///< whom the doctor makes room for
    SessionId session = SessionId::None;
};

} // namespace hekim
