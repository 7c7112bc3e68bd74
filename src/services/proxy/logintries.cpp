#include "services/proxy/logintries.h"

#include <algorithm>

namespace hekim {

void LoginTries::requestStarted()
{
    ++m_running;
    for (Entry& entry : m_entries)
        ++entry.left;
}

void LoginTries::requestEnded()
{
    --m_running;
    for (Entry& entry : m_entries)
        entry.left = std::min(entry.left, m_running);
}

bool LoginTries::take(const QString& proxy, const Login& login)
{
    auto entry = m_entries.find(proxy);
    if (entry == m_entries.end() || entry->login != login)
        entry = m_entries.insert(proxy, {login, m_running});
    if (entry->left <= 0)
        return false;
    --entry->left;
    return true;
}

} // namespace hekim
