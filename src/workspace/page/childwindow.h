#pragma once

#include "browser/page/isolatedpage.h"
#include "browser/page/pageloss.h"
#include "workspace/page/pagehost.h"

#include <QPointer>

class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace hekim {

class PageFiles;
class PageRecovery;

/// A window that a page opened: the same patient under the same banner (rule P1), in sight exactly while its
/// pane is (a locked, minimised or changed tab hides it, rule P6), and gone with it. Its title names the
/// assistant and the masked number, never the page's own words. Its page has the tools of a pane's.
class ChildWindow : public PageHost
{
    Q_OBJECT

public:
    /// `pane` shows the page that opened it.
    ChildWindow(IsolatedPage& page, PageHost& pane);

    [[nodiscard]] IsolatedPage* page() const override { return m_page; }
    [[nodiscard]] bool showsPage() const override;
    [[nodiscard]] bool isTouched() const override { return m_page && m_page->touched(); }
    /// The answer to a form cannot be got once more.
    [[nodiscard]] bool wasLoaded() const override;
    void load() override { loadAgain(); }
    void loadAgain() override;
    [[nodiscard]] MessageBar& notices() override { return *m_notice; }
    [[nodiscard]] PageTools& tools() override { return *m_tools; }
    [[nodiscard]] PageZoom& zoom() override { return m_zoom; }

protected:
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    QWidget* makeFailure();
    void showPage();
    void fail(const Error& error, const PageLoss& loss = {});
    void goAway();

    QPointer<IsolatedPage> m_page;
    PageZoom& m_zoom;
    MessageBar* m_question;
    MessageBar* m_notice;
    QStackedWidget* m_states;
    QVBoxLayout* m_column; ///< below the banner
    QLabel* m_failure;
    QPushButton* m_backToForm;
    QPushButton* m_again;
    QPushButton* m_close;
    PageTools* m_tools = nullptr;
    PageFiles* m_files = nullptr;
    PageRecovery* m_recovery = nullptr;
};

} // namespace hekim
