#pragma once

#include "core/identity/identitynumber.h"

#include <QDeadlineTimer>
#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace hekim {

class MessageBar;

/// Decides whether one more tab may open. Where the operating system lets the program hold no more open
/// files, its page would never load, and those that are open would lose what they need next: the patient is
/// named in the message bar instead, and waits there for at most five minutes.
class TabLimiter : public QObject
{
    Q_OBJECT

public:
    /// Speaks through `bar`, which lives longer.
    explicit TabLimiter(MessageBar& bar, QObject* parent = nullptr);

    /// Whether a tab may be made now. If not, the patient (masked) or the empty form is named as not opened,
    /// and `open` runs when the doctor asks for it again.
    [[nodiscard]] bool admits(const std::optional<IdentityNumber>& patient, std::function<void()> open);

private:
    struct Waiting
    {
        std::optional<IdentityNumber> patient;
        std::function<void()> open;
        QDeadlineTimer until;
    };

    void tell(int limit);
    void openWaiting();

    MessageBar& m_bar;
    QList<Waiting> m_waiting;
    QList<QDeadlineTimer> m_admitted; ///< tabs whose pages might not have taken their files yet
};

} // namespace hekim
