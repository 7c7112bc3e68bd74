#include "gui/readiness/doctornotice.h"

#include "gui/readiness/readinesscontroller.h"
#include "widgets/theme.h"

#include <QMenu>
#include <QToolButton>

namespace hekim {

using namespace Qt::StringLiterals;

DoctorNotice::DoctorNotice(QToolButton& button, const ReadinessController& controller)
    : QObject(&button), m_button(button), m_controller(controller), m_action(new QAction(this))
{
    QMenu* menu = button.menu();
    menu->insertAction(menu->actions().value(0), m_action);
    connect(m_action, &QAction::triggered, this, &DoctorNotice::readinessAsked);
    connect(&controller, &ReadinessController::doctorWarningChanged, this, &DoctorNotice::follow);
    follow();
}

void DoctorNotice::follow()
{
    const QString warning = m_controller.doctorWarning();
    m_action->setVisible(!warning.isEmpty());
    m_action->setText(warning);
    m_action->setIcon(theme::iconOf(theme::State::Warning));
    m_button.setIcon(warning.isEmpty() ? theme::icon(u"doctor"_s) : theme::iconOf(theme::State::Warning));
    m_button.setToolTip(warning);
    m_button.setAccessibleDescription(warning.isEmpty() ? m_button.text()
                                                        : u"%1, %2"_s.arg(m_button.text(), warning));
}

} // namespace hekim
