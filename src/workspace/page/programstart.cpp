#include "workspace/page/programstart.h"

#include "browser/programs/externalprogram.h"
#include "workspace/workspace.h"

namespace hekim {

namespace {

/// Its tab may be behind another one: the doctor who chose it is there all the same.
bool isWorkInSight(const QWidget& part)
{
    for (const QWidget* widget = &part; widget; widget = widget->parentWidget()) {
        if (const auto* work = qobject_cast<const Workspace*>(widget))
            return work->isVisible();
    }
    return part.isVisible();
}

} // namespace

bool startInSight(const QWidget& part, const QUrl& url)
{
    if (!isWorkInSight(part))
        return false;
    ExternalProgram().start(url);
    return true;
}

} // namespace hekim
