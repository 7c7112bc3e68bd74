#pragma once

#include "training/http/clock.h"

#include <QByteArray>
#include <QHash>

#include <mutex>
#include <optional>

namespace hekim::training {

/// What the session cookie of a page stands for: a doctor, as long as the pages are in use.
class SessionBook
{
public:
    SessionBook(Clock clock, int lifetimeSeconds);

    QByteArray open(const QString& doctor);
    void close(const QByteArray& session);
    /// The doctor's number; being asked for prolongs the session.
    std::optional<QString> doctorOf(const QByteArray& session);

    /// One sentence for the next page of the session.
    void leaveNotice(const QByteArray& session, const QString& text);
    QString takeNotice(const QByteArray& session);

private:
    struct Entry
    {
        QString doctor;
        QDateTime expiresAt;
        QString notice;
    };

    Clock m_clock;
    int m_lifetimeSeconds;
    std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries;
};

} // namespace hekim::training
