#pragma once

#include "training/http/clock.h"

#include <QByteArray>
#include <QHash>

#include <mutex>

namespace hekim::training {

/// The access tokens given out: random, good until they expire, for one doctor each.
class TokenBook
{
public:
    TokenBook(Clock clock, int lifetimeSeconds);

    enum class State { Unknown, Expired, Valid };
    struct Finding
    {
        State state = State::Unknown;
        QString doctor; ///< the identity number, when valid
    };

    QByteArray issue(const QString& doctor);
    [[nodiscard]] Finding find(const QByteArray& token) const;
    [[nodiscard]] int lifetimeSeconds() const { return m_lifetimeSeconds; }

private:
    struct Entry
    {
        QString doctor;
        QDateTime expiresAt;
    };
    void forgetOld(const QDateTime& now);

    Clock m_clock;
    int m_lifetimeSeconds;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries;
};

/// 32 random bytes in the alphabet of URLs: for tokens, session cookies and form keys.
QByteArray randomKey();

} // namespace hekim::training
