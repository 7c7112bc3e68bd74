#pragma once

#include "core/error.h"
#include "gui/messagebar.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace hekim {

/// Tells whoever works, once, that the audit trail cannot be written. The work goes on.
class AuditWarning : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void trailFailed(const Error& error);
    /// A doctor works, and this is where messages for the whole window stand.
    void workShown(MessageBar& notices);

private:
    void tell();

    std::optional<Error> m_untold;
    bool m_told = false;
    QPointer<MessageBar> m_notices;
};

} // namespace hekim
