#include "platform/socketpatience.h"

#include <winsock2.h>

#include <ws2tcpip.h>

namespace hekim {

void giveUpUnconfirmed(qintptr socket, std::chrono::milliseconds after)
{
#ifdef TCP_MAXRT
    const auto seconds = static_cast<DWORD>(std::chrono::ceil<std::chrono::seconds>(after).count());
    ::setsockopt(static_cast<SOCKET>(socket), IPPROTO_TCP, TCP_MAXRT, reinterpret_cast<const char*>(&seconds),
                 sizeof seconds);
#endif
}

} // namespace hekim
