#include "gui/help/helpcontroller.h"

#include "widgets/helptopic.h"

#include <QApplication>
#include <QKeyEvent>

namespace hekim {

HelpController::HelpController(QObject* parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

HelpController::~HelpController()
{
    qApp->removeEventFilter(this);
}

void HelpController::open()
{
    // A dialog that a page's script waits for lets no other window be used.
    const QWidget* modal = QApplication::activeModalWidget();
    if (modal && modal->windowModality() == Qt::ApplicationModal)
        return;
    QWidget* active = QApplication::activeWindow();
    if (m_window && active == m_window.get())
        return;
    m_from = active;
    const QWidget* place = QApplication::focusWidget();
    if (!m_window) {
        m_window = std::make_unique<HelpWindow>(HelpBook::languageInUse());
        connect(m_window.get(), &HelpWindow::closed, this, &HelpController::giveBack);
    }
    m_window->showTopic(addressOf(helpTopicOf(place ? place : active)));
}

void HelpController::giveBack()
{
    if (m_from && m_from->isVisible())
        m_from->activateWindow();
}

bool HelpController::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_F1 && key->modifiers() == Qt::NoModifier) {
            if (!key->isAutoRepeat())
                open();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace hekim
