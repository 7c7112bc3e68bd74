#include "platform/network/socketpatience.h"

#include <winsock2.h>

namespace hekim {

void setUserTimeout(qintptr socket, std::chrono::milliseconds after)
{
    constexpr int tcpMaxRt = 5; // TCP_MAXRT of ws2ipdef.h, which MinGW does not have
    const auto seconds = static_cast<DWORD>(std::chrono::ceil<std::chrono::seconds>(after).count());
    ::setsockopt(static_cast<SOCKET>(socket), IPPROTO_TCP, tcpMaxRt, reinterpret_cast<const char*>(&seconds),
                 sizeof seconds);
}

} // namespace hekim
