#pragma once

#include "core/launch/launchrequest.h"
#include "core/settings/settings.h"
#include "workspace/tabs/viewswitcher.h"
#include "workspace/workparts.h"
#include "workspace/workspace.h"

#include <QTabWidget>
#include <QWidget>

namespace hekim {

class HesTab;
class MessageBar;
class PageZoom;
class PatientTab;
class PagePane;
class PagePool;
class TabLimiter;
class WorkspaceButtons;

/// "Raporlarım", the HES tab where it is switched on, and one tab for each patient.
class TabbedWorkspace : public Workspace
{
    Q_OBJECT

public:
    /// `pages` outlives it.
    TabbedWorkspace(const WorkParts& parts, PagePool& pages, QWidget* parent = nullptr);

    void open(const LaunchRequest& request) override;
    void openPatient(const std::optional<IdentityNumber>& patient, std::optional<Reason> reason) override;
    void showMine() override;

    [[nodiscard]] bool hasPatients() const override { return !m_patients.isEmpty(); }
    [[nodiscard]] bool showsHes() const override;
    [[nodiscard]] int touchedForms() const override;
    [[nodiscard]] int savingFiles() const override;
    [[nodiscard]] bool isBeingTypedIn() const override;
    [[nodiscard]] MessageBar& notices() override { return *m_notices; }
    [[nodiscard]] QToolButton& doctorButton() override;

private:
    void addHes();
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
    PagePool& m_pages;
    MessageBar* m_notices;
    TabLimiter* m_room;
    PageZoom* m_formZoom;
    PageZoom* m_mineZoom;
    QTabWidget* m_tabs;
    WorkspaceButtons* m_buttons;
    PagePane* m_mine = nullptr;
    HesTab* m_hes = nullptr;
    QList<PatientTab*> m_patients; ///< also those whose tab is added in the next turn
};

} // namespace hekim
