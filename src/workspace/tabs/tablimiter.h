#pragma once

#include "core/identity/identitynumber.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace hekim {

class MessageBar;

/// Decides whether one more tab may open. Where the operating system lets the program hold no more open
/// files, its page would never load, and those that are open would lose what they need next: the patient is
/// named in the message bar instead, and waits there for at most five minutes. One that waits no longer is
/// told as such.
class TabLimiter : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes longestWait{5};

    /// Speaks through `bar`, which lives longer. `wait`: how long a tab may wait, for tests.
    TabLimiter(MessageBar& bar, std::chrono::milliseconds wait = longestWait, QObject* parent = nullptr);

    /// Whether a tab may be made now. If not, the patient (masked) or the empty form is named as not opened,
    /// and `open` runs when the doctor asks for it again.
    [[nodiscard]] bool admits(const std::optional<IdentityNumber>& patient, std::function<void()> open);

private:
    struct Waiting
    {
        std::optional<IdentityNumber> patient;
        std::function<void()> open;
        QDateTime came;
    };

    [[nodiscard]] bool isTooOld(const Waiting& waiting) const;
    void dropTooOld();
    void tell();
    void openWaiting();

    MessageBar& m_bar;
    std::chrono::milliseconds m_wait;
    int m_limit = 0; ///< of open files, when a tab was refused last
    QList<Waiting> m_waiting;
    QStringList m_tooOld;    ///< titles of what waits no longer, as long as the message bar tells them
    QStringList m_pushedOut; ///< likewise, since others took its place
    QString m_told;
    QList<QDeadlineTimer> m_admitted; ///< tabs whose pages might not have taken their files yet
};

} // namespace hekim
