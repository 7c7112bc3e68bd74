#pragma once

#include "core/launch/launchrequest.h"

#include <QWidget>

#include <optional>

class QToolButton;

namespace hekim {

class MessageBar;

/// What a logged-in doctor works in, as the window sees it; see TabbedWorkspace in src/workspace.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Brings what a launch asks for. A patient who is open already comes to the front as it stands (rule
    /// P2); a tab in which the doctor is typing keeps the keyboard, and the new one is announced in it.
    virtual void open(const LaunchRequest& request) = 0;
    /// A new tab shows the report, and one that is open shows what it shows. A tab for which there is no room
    /// is named in notices().
    virtual void openPatient(const std::optional<IdentityNumber>& patient, std::optional<Reason> reason) = 0;
    virtual void showMine() = 0;

    [[nodiscard]] virtual bool hasPatients() const = 0;
    /// The HES tab is in front.
    [[nodiscard]] virtual bool showsHes() const = 0;
    /// Forms that the doctor worked in (rule P3).
    [[nodiscard]] virtual int touchedForms() const = 0;
    /// Files that are being saved: lost when their tab goes.
    [[nodiscard]] virtual int savingFiles() const = 0;
    /// Whether the doctor types in the tab in front right now: its form is touched and the window has the
    /// keyboard.
    [[nodiscard]] virtual bool isBeingTypedIn() const = 0;
    /// A message for the whole window, above the tabs.
    [[nodiscard]] virtual MessageBar& notices() = 0;
    [[nodiscard]] virtual QToolButton& doctorButton() = 0;

signals:
    void logOutAsked();
    void lockAsked();
    void openAsked(); ///< "New patient"
    void patientClosed();
    void readinessAsked();
    void settingsAsked();
    void checkAsked();   ///< the connection check
    void supportAsked(); ///< the support file
    void aboutAsked();
    void helpAsked();
    void hesLoginTaken(); ///< see HesClient
};

} // namespace hekim
