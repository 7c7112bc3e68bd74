#pragma once

#include "platform/network/proxylogins.h"

namespace hekim {

/// How often a proxy's login may still be sent (rule W3). In a tunnel Qt asks again after a refusal as if it
/// had never asked, and would go on for ever; who asks is not told. So a login may be sent once for each
/// request that is on its way, and once more for each that follows.
class LoginTries
{
public:
    void requestStarted();
    void requestEnded();

    /// Whether this login may be sent now; counts it.
    bool take(const QString& proxy, const Login& login);
    /// The user gave a login: whatever was sent before does not count.
    void forget(const QString& proxy) { m_entries.remove(proxy); }

private:
    struct Entry
    {
        Login login;
        int left = 0;
    };
    QHash<QString, Entry> m_entries;
    int m_running = 0;
};

} // namespace hekim
