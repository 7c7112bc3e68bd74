#include "workspace/tabs/tabshortcuts.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace hekim {

TabShortcuts::TabShortcuts(QTabWidget& tabs) : QWidget(&tabs), m_tabs(tabs), m_row(new QWidget(this))
{
    auto* corner = new QHBoxLayout(this);
    corner->setContentsMargins(0, 0, 0, 0);
    corner->addWidget(m_row);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(theme::gapSmall, 0, theme::gapSmall, 0);
    row->setSpacing(theme::gapSmall);
    for (int index = 0; index < tabs.count(); ++index) {
        auto* button = new QToolButton(m_row);
        button->setIcon(tabs.tabIcon(index));
        button->setText(tabs.tabText(index));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, &tabs,
                [&tabs, page = tabs.widget(index)] { tabs.setCurrentWidget(page); });
        row->addWidget(button);
    }
    m_row->hide();
    tabs.setCornerWidget(this, Qt::TopLeftCorner);
    tabs.tabBar()->installEventFilter(this);
}

// What scrolls is painted anew.
bool TabShortcuts::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint)
        QMetaObject::invokeMethod(this, &TabShortcuts::follow, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void TabShortcuts::follow()
{
    m_row->setVisible(m_tabs.tabBar()->tabRect(0).left() < 0);
}

} // namespace hekim
