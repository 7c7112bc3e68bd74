#pragma once

#include "browser/page/isolatedpage.h"

namespace hekim {

/// What the pane did not do, in one sentence with what to do next.
QString noticeText(IsolatedPage::Notice notice, const QString& hostOrScheme);

} // namespace hekim
