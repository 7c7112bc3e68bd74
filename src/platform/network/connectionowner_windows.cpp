#include "platform/network/connectionowner.h"

namespace hekim {

bool isOwnUsersConnection(quint16, quint16)
{
    return true;
}

} // namespace hekim
