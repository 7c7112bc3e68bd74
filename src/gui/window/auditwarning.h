#pragma once

#include "core/error/error.h"
#include "core/settings/settingsnotice.h"
#include "widgets/messagebar.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

namespace hekim {

class UiState;

/// Tells the doctor who works, once, what is wrong with the audit trail. The work goes on.
class AuditWarning : public QObject
{
    Q_OBJECT

public:
    /// `memory` says what was told before, and outlives it.
    explicit AuditWarning(UiState& memory, QObject* parent = nullptr) : QObject(parent), m_memory(memory) {}

    /// The trail cannot be written at present.
    void trailFailed(const Error& error);
    /// A key is set that is no longer known: what it did for the trail is not done. Once for each user.
    void keyRetired(const SettingsNotice& notice);
    /// A doctor works, and this is where messages for the whole window stand.
    void workShown(MessageBar& notices);

private:
    void tell();

    UiState& m_memory;
    QStringList m_untold;
    QStringList m_retired; ///< names of keys among them
    bool m_told = false;   ///< that it cannot be written
    QPointer<MessageBar> m_notices;
};

} // namespace hekim
