#pragma once

#include "core/launchrequest.h"
#include "core/settings.h"
#include "gui/viewswitcher.h"
#include "gui/workparts.h"

#include <QTabWidget>
#include <QToolButton>
#include <QWidget>

namespace hekim {

class HesTab;
class MessageBar;
class PageZoom;
class PatientTab;
class PagePane;
class TabRoom;

/// What a logged-in doctor works in: "Raporlarım" and one tab for each patient.
class WorkPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkPage(const WorkParts& parts, QWidget* parent = nullptr);

    /// The HES tab beside "Raporlarım"; without it HES checks are switched off.
    void addHes(HesTab* hes);
    /// Brings what a launch asks for. A patient who is open already comes to the front as it stands (rule
    /// P2); a tab in which somebody is typing keeps the keyboard, and the new one is announced in it.
    void open(const LaunchRequest& request);
    /// Without a `view` a new tab shows the report, and one that is open shows what it shows. A tab for which
    /// there is no room is named in notices().
    void openPatient(const std::optional<IdentityNumber>& patient, std::optional<Reason> reason,
                     std::optional<PatientView> view = {});
    void showMine();

    [[nodiscard]] bool hasPatients() const { return !m_patients.isEmpty(); }
    /// The HES tab is in front.
    [[nodiscard]] bool showsHes() const;
    /// Forms that somebody worked in (rule P3).
    [[nodiscard]] int touchedForms() const;
    /// Files that are being saved: lost when their tab goes.
    [[nodiscard]] int savingFiles() const;
    /// Whether somebody types in the tab in front right now: its form is touched and the window has the
    /// keyboard.
    [[nodiscard]] bool isBeingTypedIn() const;
    /// A message for the whole window, above the tabs.
    [[nodiscard]] MessageBar& notices() { return *m_notices; }
    [[nodiscard]] QToolButton& doctorButton() { return *m_doctor; }

signals:
    void logOutAsked();
    void lockAsked();
    void openAsked(); ///< "New patient"
    void readinessAsked();
    void settingsAsked();
    void checkAsked();   ///< the connection check
    void supportAsked(); ///< the support file
    void aboutAsked();
    void helpAsked();

private:
    QWidget* makeCorner();
    PatientTab* tabOf(const IdentityNumber& patient) const;
    void openHes(const std::optional<HesCode>& code);
    [[nodiscard]] bool hasTab(const std::optional<IdentityNumber>& patient) const;
    void showPatient(const std::optional<IdentityNumber>& patient, std::optional<Reason> reason,
                     std::optional<PatientView> view);
    void bring(PatientTab* tab, std::optional<PatientView> view);
    void addTab(PatientTab* tab);
    void closeTab(PatientTab* tab);
    void removeTab(PatientTab* tab);
    void markTouched(PatientTab* tab, bool touched);

    WorkParts m_parts;
    MessageBar* m_notices;
    TabRoom* m_room;
    PageZoom* m_formZoom;
    PageZoom* m_mineZoom;
    QToolButton* m_doctor = nullptr;
    QTabWidget* m_tabs;
    PagePane* m_mine = nullptr;
    HesTab* m_hes = nullptr;
    QList<PatientTab*> m_patients; ///< also those whose tab is added in the next turn
};

} // namespace hekim
