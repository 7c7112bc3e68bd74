#include "training/pages/sessionbook.h"

#include "training/token/keybook.h"

namespace hekim::training {

SessionBook::SessionBook(Clock clock, int lifetimeSeconds)
    : m_clock(std::move(clock)), m_lifetimeSeconds(lifetimeSeconds)
{
}

QByteArray SessionBook::open(const QString& doctor)
{
    const auto now = m_clock();
    auto session = randomKey();
    const std::scoped_lock lock(m_mutex);
    m_entries.removeIf([&](const auto& entry) { return entry.value().expiresAt <= now; });
    m_entries.insert(session, {doctor, now.addSecs(m_lifetimeSeconds), {}});
    return session;
}

void SessionBook::close(const QByteArray& session)
{
    const std::scoped_lock lock(m_mutex);
    m_entries.remove(session);
}

std::optional<QString> SessionBook::doctorOf(const QByteArray& session)
{
    const auto now = m_clock();
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.find(session);
    if (entry == m_entries.end() || entry->expiresAt <= now) {
        return std::nullopt;
    }
    entry->expiresAt = now.addSecs(m_lifetimeSeconds);
    return entry->doctor;
}

void SessionBook::leaveNotice(const QByteArray& session, const QString& text)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto entry = m_entries.find(session); entry != m_entries.end()) {
        entry->notice = text;
    }
}

QString SessionBook::takeNotice(const QByteArray& session)
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.find(session);
    return entry == m_entries.end() ? QString() : std::exchange(entry->notice, {});
}

} // namespace hekim::training
