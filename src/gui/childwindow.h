#pragma once

#include "web/isolatedpage.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace hekim {

class MessageBar;

/// A window that a page opened: the same patient under the same banner (rule P1), in sight exactly while its
/// pane is (a locked, minimised or changed tab hides it, rule P6), and gone with it. Its title names the
/// assistant and the masked number, never the page's own words.
class ChildWindow : public QWidget
{
    Q_OBJECT

public:
    /// `pane` shows the page that opened it.
    ChildWindow(IsolatedPage& page, QWidget& pane);

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showPage();
    void fail(const Error& error);
    void goAway();

    QPointer<IsolatedPage> m_page;
    MessageBar* m_question;
    MessageBar* m_notice;
    QLabel* m_failure;
    QStackedWidget* m_states;
};

} // namespace hekim
