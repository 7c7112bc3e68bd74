#pragma once

#include "core/error/error.h"

namespace hekim {

/// What became of a page that was shown and worked in, when its next step went wrong.
struct PageLoss
{
    Error error;
    bool stays = false; ///< what was shown is still there, with what was typed
    /// PageLossMonitor::returnToForm() brings back the former page, with what was typed.
    bool canReturn = false;
    bool hadWork = false;  ///< something was typed into the former page (rule P3)
    bool login = false;    ///< the Ministry's own login stands in its place
    bool onReturn = false; ///< it was the way back to the former page that went wrong
};

} // namespace hekim
