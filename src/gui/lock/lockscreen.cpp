#include "gui/lock/lockscreen.h"

#include "gui/lock/lockpage.h"
#include "gui/lock/screenreader.h"
#include "widgets/messagebar.h"

#include <QDialog>
#include <QStackedWidget>

#include <utility>

namespace hekim {

LockScreen::LockScreen(QStackedWidget& pages, QWidget& window, QObject* parent)
    : QObject(parent)
    , m_pages(pages)
    , m_window(window)
    , m_page(new LockPage(&pages))
    , m_otherWindows(window, *m_page)
{
    screenreader::install();
    m_pages.addWidget(m_page);
}

void LockScreen::show(const IdentityNumber& doctor, bool guarded)
{
    m_work = m_pages.currentWidget();
    m_page->clear();
    m_page->setDoctor(doctor);
    m_page->setGuarded(guarded);
    m_pages.setCurrentWidget(m_page); // windows of pages and images hide with their tab
    screenreader::hide(*m_work);
    m_otherWindows.hideAll();
    screenreader::renewPages();
    m_page->setFocus();
    qInfo("lock: locked");
    m_window.repaint(); // at once: the computer may fall asleep next
}

void LockScreen::lift()
{
    if (!isShown())
        return;
    QWidget* work = std::exchange(m_work, nullptr);
    screenreader::show(*work);
    m_pages.setCurrentWidget(work);
    m_page->clear();
    m_otherWindows.showAgain();
    qInfo("lock: unlocked");
}

void LockScreen::abandon()
{
    if (!isShown())
        return;
    // It stays silent until it is deleted.
    const QPointer<QWidget> work = std::exchange(m_work, nullptr);
    m_otherWindows.abandon(*work);
    const auto questions = m_page->findChildren<QDialog*>();
    for (QDialog* question : questions)
        question->reject();
    m_page->clear();
}

} // namespace hekim
