#include "app/session/lockcause.h"

namespace hekim {

using namespace Qt::StringLiterals;

QString detailOf(LockCause cause)
{
    switch (cause) {
    case LockCause::Doctor:
        return u"by the doctor"_s;
    case LockCause::Idle:
        return u"nobody worked"_s;
    case LockCause::System:
        return u"by the system"_s;
    }
    return {};
}

} // namespace hekim
