#include "workspace/tabs/workspacebuttons.h"

#include "widgets/buttonroom.h"
#include "widgets/theme.h"
#include "workspace/workspace.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace hekim {

using namespace Qt::StringLiterals;

WorkspaceButtons::WorkspaceButtons(Workspace& workspace, const std::optional<IdentityNumber>& doctor)
    : QWidget(&workspace), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(theme::gap, 2, theme::gap, 2);
    m_row->setSpacing(theme::gapSmall);

    auto* newPatient = add(u"patient-add"_s, tr("New patient"), tr("New patient"));
    newPatient->setShortcut(QKeySequence::New);
    newPatient->setToolTip(tr("Open a patient's form (%1)").arg(QKeySequence(QKeySequence::New).toString()));
    connect(newPatient, &QToolButton::clicked, &workspace, &Workspace::openAsked);

    const QString number = doctor ? doctor->masked() : QString();
    m_doctor = add(u"doctor"_s, number, tr("Doctor"));
    m_doctor->setAccessibleDescription(number);
    addMenu(workspace);

    auto* lock = add(u"lock"_s, tr("Lock"), tr("Lock"));
    lock->setToolTip(tr("Hide everything until you are back (%1)")
                         .arg(QKeySequence(Qt::CTRL | Qt::Key_L).toString(QKeySequence::NativeText)));
    connect(lock, &QToolButton::clicked, &workspace, &Workspace::lockAsked);

    auto* logOut = add(u"logout"_s, tr("Log out"), tr("Log out"));
    connect(logOut, &QToolButton::clicked, &workspace, &Workspace::logOutAsked);
    keepRowNarrow(*this);
}

QToolButton* WorkspaceButtons::add(const QString& icon, const QString& text, const QString& name)
{
    auto* button = new QToolButton(this);
    button->setIcon(theme::icon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(name);
    m_row->addWidget(button);
    return button;
}

void WorkspaceButtons::addMenu(Workspace& workspace)
{
    auto* menu = new QMenu(m_doctor);
    menu->addAction(tr("Connection check"), &workspace, &Workspace::checkAsked);
    menu->addAction(tr("Readiness"), &workspace, &Workspace::readinessAsked);
    workspace.addAction(
        menu->addAction(tr("Settings"), Qt::CTRL | Qt::Key_Comma, &workspace, &Workspace::settingsAsked));
    menu->addAction(tr("Support file"), &workspace, &Workspace::supportAsked);
    menu->addAction(tr("Help"), &workspace, &Workspace::helpAsked)->setShortcut(QKeySequence(Qt::Key_F1));
    menu->addAction(tr("About Hekim Asistanı"), &workspace, &Workspace::aboutAsked);
    m_doctor->setMenu(menu);
    m_doctor->setPopupMode(QToolButton::InstantPopup);
}

} // namespace hekim
