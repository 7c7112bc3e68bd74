#pragma once

#include "browser/gates/gatekeeper.h"

namespace hekim {

/// What the pane did not do, in one sentence with what to do next.
QString noticeText(Gatekeeper::Notice notice, const QString& hostOrScheme);

} // namespace hekim
