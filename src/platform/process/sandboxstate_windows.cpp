#include "platform/process/sandboxstate.h"

using namespace Qt::StringLiterals;

namespace hekim {

QString sandboxState()
{
    return qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX")
               ? u"OFF: switched off from outside (QTWEBENGINE_DISABLE_SANDBOX)"_s
               : u"not switched off; Windows does not tell more"_s;
}

} // namespace hekim
