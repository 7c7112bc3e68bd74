#include "platform/network/socketpatience.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace hekim {

void setUserTimeout(qintptr socket, std::chrono::milliseconds after)
{
    const auto milliseconds = static_cast<unsigned int>(after.count());
    ::setsockopt(static_cast<int>(socket), IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, sizeof milliseconds);
}

} // namespace hekim
