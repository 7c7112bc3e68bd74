#pragma once

#include "training/http/clock.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <mutex>
#include <optional>

namespace hekim::training {

/// What OGN and the integration API remember: tokens of both kinds, and codes that open one study once.
class ImageBook
{
public:
    /// Codes live a minute, or as long as tokens where those live shorter.
    ImageBook(Clock clock, int tokenLifetimeSeconds);

    /// Whom a token was given for; both empty: the institution's own, for the helper services.
    struct Subject
    {
        QString doctor;
        QString patient;
        [[nodiscard]] bool isForImages() const { return !patient.isEmpty(); }
    };
    struct Study
    {
        QString patient;
        QString accession;
    };

    QByteArray issueToken(const Subject& subject);
    [[nodiscard]] std::optional<Subject> subjectOf(const QByteArray& token) const;
    QByteArray issueCode(const Study& study);
    /// Good once.
    std::optional<Study> redeem(const QByteArray& code);
    [[nodiscard]] int lifetimeSeconds() const { return m_lifetimeSeconds; }

private:
    template <class What>
    struct Entry
    {
        What what;
        QDateTime expiresAt;
    };

    Clock m_clock;
    int m_lifetimeSeconds;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Entry<Subject>> m_tokens;
    QHash<QByteArray, Entry<Study>> m_codes;
};

} // namespace hekim::training
