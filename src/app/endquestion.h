#pragma once

#include "app/session/endwish.h"
#include "core/identity/identitynumber.h"
#include "gui/window/sessionlosses.h"

#include <QString>

namespace hekim {

/// What the doctor is asked before a session ends (rule P3).
struct EndQuestion
{
    QString text; ///< empty: nothing would be lost, nothing is asked
    QString yes;  ///< on the button that ends it
};

EndQuestion questionBeforeEnd(EndWish::Reason reason, const IdentityNumber& doctor,
                              const SessionLosses& losses);
/// The window closes and opens anew.
EndQuestion questionBeforeNewStart(const SessionLosses& losses);

} // namespace hekim
