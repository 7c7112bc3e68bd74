#include "browser/engine/engineswitches.h"

#include "platform/process/changedvariables.h"

namespace hekim {

namespace {
constexpr char variable[] = "QTWEBENGINE_CHROMIUM_FLAGS";
}

QByteArrayList closingSwitches()
{
    return {
        // No Referer and no document.referrer names more than the origin to another one, whatever policy a
        // page sets (tried with 6.4.2 and 6.11.2).
        "--enable-features=CapReferrerToOriginOnCrossOrigin",
        // Both open sockets that no request interceptor sees. 6.11.2 knows the first switch no longer.
        "--disable-blink-features=WebTransport",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
        // A server names any host as its HTTP/3 alternative.
        "--disable-quic",
    };
}

void addEngineSwitches(const QByteArrayList& switches)
{
    QByteArrayList all = qgetenv(variable).split(' ');
    all.removeAll({});
    const qsizetype before = all.size();
    for (const QByteArray& one : switches) {
        if (!all.contains(one))
            all.append(one);
    }
    if (all.size() > before)
        changeVariable(variable, all.join(' '));
}

} // namespace hekim
