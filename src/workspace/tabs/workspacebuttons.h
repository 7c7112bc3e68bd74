#pragma once

#include "core/identity/identitynumber.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;
class QToolButton;

namespace hekim {

class Workspace;

/// Right of the tabs: new patient, the doctor with the menu, lock, log out. Each is a wish of the workspace.
class WorkspaceButtons : public QWidget
{
    Q_OBJECT

public:
    WorkspaceButtons(Workspace& workspace, const std::optional<IdentityNumber>& doctor);

    [[nodiscard]] QToolButton& doctor() { return *m_doctor; }

private:
    QToolButton* add(const QString& icon, const QString& text, const QString& name);
    void addMenu(Workspace& workspace);

    QHBoxLayout* m_row;
    QToolButton* m_doctor;
};

} // namespace hekim
