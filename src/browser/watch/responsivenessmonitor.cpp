#include "browser/watch/responsivenessmonitor.h"

#include <QEvent>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWidget>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ResponsivenessMonitor::ResponsivenessMonitor(QWebEnginePage& page, std::function<bool()> canAnswer,
                                             QObject* parent)
    : QObject(parent), m_page(page), m_canAnswer(std::move(canAnswer))
{
    m_pause.setSingleShot(true);
    m_patience.setSingleShot(true);
    setLimits(5s, 8s);
    connect(&m_pause, &QTimer::timeout, this, &ResponsivenessMonitor::ask);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        // A dialog that opened meanwhile holds the page up, and so it should.
        if (m_waiting && isWatching() && m_canAnswer())
            setSilent(true);
        else if (m_waiting && isWatching())
            m_patience.start();
    });
}

void ResponsivenessMonitor::setLimits(std::chrono::milliseconds pause, std::chrono::milliseconds patience)
{
    m_pause.setInterval(pause);
    m_patience.setInterval(patience);
}

void ResponsivenessMonitor::watch(QWidget* view)
{
    m_view = view;
    view->installEventFilter(this);
    if (view->isVisible())
        m_pause.start();
}

bool ResponsivenessMonitor::isWatching() const
{
    return m_view && m_view->isVisible();
}

bool ResponsivenessMonitor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::Show) {
        m_pause.start();
        if (m_waiting)
            m_patience.start(); // time in hiding does not count
    } else if (watched == m_view && event->type() == QEvent::Hide) {
        m_pause.stop();
        m_patience.stop();
    }
    return QObject::eventFilter(watched, event);
}

void ResponsivenessMonitor::ask()
{
    if (!isWatching())
        return;
    if (m_waiting || !m_canAnswer()) {
        m_pause.start();
        return;
    }
    m_waiting = true;
    m_patience.start();
    m_page.runJavaScript(u"1"_s, QWebEngineScript::ApplicationWorld,
                         [self = QPointer(this), round = m_round](const QVariant&) {
                             if (self)
                                 self->answered(round);
                         });
}

void ResponsivenessMonitor::answered(int round)
{
    if (round != m_round)
        return;
    m_waiting = false;
    m_patience.stop();
    setSilent(false);
    if (isWatching())
        m_pause.start();
}

void ResponsivenessMonitor::forget()
{
    ++m_round;
    m_waiting = false;
    m_patience.stop();
    setSilent(false);
    if (isWatching())
        m_pause.start();
}

void ResponsivenessMonitor::setSilent(bool silent)
{
    if (std::exchange(m_silent, silent) != silent)
        emit silentChanged(silent);
}

} // namespace hekim
