#pragma once

#include "training/http/clock.h"

#include <QByteArray>
#include <QHash>

#include <mutex>
#include <utility>

namespace hekim::training {

/// 32 random bytes in the alphabet of URLs: for tokens, codes, session cookies and form keys.
QByteArray randomKey();

/// The keys given out: random, good until they expire, for one value each.
template <class Value>
class KeyBook
{
public:
    KeyBook(Clock clock, int lifetimeSeconds) : m_clock(std::move(clock)), m_lifetimeSeconds(lifetimeSeconds)
    {
    }

    enum class State { Unknown, Expired, Valid };
    struct Finding
    {
        State state = State::Unknown;
        Value value; ///< when valid
    };

    QByteArray issue(const Value& value)
    {
        const auto now = m_clock();
        auto key = randomKey();
        const std::scoped_lock lock(m_mutex);
        m_entries.removeIf([&](const auto& entry) {
            return entry.value().expiresAt.addSecs(rememberExpiredSeconds) <= now;
        });
        m_entries.insert(key, {value, now.addSecs(m_lifetimeSeconds)});
        return key;
    }

    [[nodiscard]] Finding find(const QByteArray& key) const
    {
        const auto now = m_clock();
        const std::scoped_lock lock(m_mutex);
        const auto entry = m_entries.constFind(key);
        if (entry == m_entries.cend())
            return {};
        return entry->expiresAt <= now ? Finding{State::Expired, {}} : Finding{State::Valid, entry->value};
    }

    /// Of a key that is good once.
    Finding take(const QByteArray& key)
    {
        const auto now = m_clock();
        const std::scoped_lock lock(m_mutex);
        if (const auto entry = m_entries.constFind(key); entry == m_entries.cend() || entry->expiresAt <= now)
            return {};
        return {State::Valid, m_entries.take(key).value};
    }

    [[nodiscard]] int lifetimeSeconds() const { return m_lifetimeSeconds; }

private:
    /// An expired key is remembered this long, so that "expired" can be told from "never heard of it".
    static constexpr qint64 rememberExpiredSeconds = 24LL * 60 * 60;

    struct Entry
    {
        Value value;
        QDateTime expiresAt;
    };

    Clock m_clock;
    int m_lifetimeSeconds;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries;
};

/// The access tokens: for the identity number of one doctor each.
using TokenBook = KeyBook<QString>;

} // namespace hekim::training
