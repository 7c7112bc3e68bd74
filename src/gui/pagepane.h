#pragma once

#include "core/navigationrules.h"
#include "gui/pagesource.h"
#include "web/isolatedpage.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class PagePane;
}

namespace hekim {

class MessageBar;
class PageFiles;
class PageTools;
class PageZoom;
class PageRecovery;
class WarmPages;

/// One of the Ministry's pages with everything around it: waiting, the page itself, what the gates refused,
/// and a failure with a way to try again.
class PagePane : public QWidget
{
    Q_OBJECT

public:
    /// The page itself is taken from `pages` at the first load.
    PagePane(WarmPages& pages, PageZoom& zoom, NavigationRules rules, std::unique_ptr<PageSource> source,
             QWidget* parent = nullptr);
    ~PagePane() override;

    /// Gets an address and opens the page; the request goes out before the page has a view.
    void load();
    /// Loads another page of the same kind (a new reason) under the same rules.
    void load(std::unique_ptr<PageSource> source);
    [[nodiscard]] bool wasLoaded() const { return m_loadAsked; }
    /// Somebody worked in the page since it was loaded (rule P3).
    [[nodiscard]] bool isTouched() const { return m_page && m_page->touched(); }
    /// Files of the page that are being saved; they end with it.
    [[nodiscard]] int savingFiles() const { return m_page ? m_page->savingFiles() : 0; }
    /// The page, once one was taken.
    [[nodiscard]] IsolatedPage* page() const { return m_page.get(); }
    /// The page itself is what the pane shows, and no failure or waiting text.
    [[nodiscard]] bool showsPage() const;
    /// The page's tools, for a place that costs no height; keepTools() puts them above the page.
    [[nodiscard]] PageTools& tools() { return *m_tools; }
    void keepTools();
    [[nodiscard]] const PageSource& source() const { return *m_source; }
    /// The user has agreed to PageSource::browserWarning().
    void openInSystemBrowser();
    [[nodiscard]] MessageBar& notices();

signals:
    /// The page's request is on its way, or will not go: from now on painting the pane delays nothing.
    void underway();
    void touchedChanged(bool touched);
    void pageTaken(hekim::IsolatedPage* page);
    void stateChanged(); ///< waiting, page or failure
    void patientAsked(const QString& number);
    void mineAsked(); ///< a patient's page wants to go on to the doctor's reports

protected:
    void showEvent(QShowEvent* event) override;

private:
    void takePage();
    void openAt(const QUrl& address);
    void letGoOfPage();
    void showPage();
    void showFailure(const Error& error, const QString& more = {});
    void showLoss(const PageLoss& loss);
    void reopen(bool renew);
    void replacePage();
    void askForLogin(const QString& origin, const QString& realm, bool refused);
    void pageFailed(const Error& error);
    void tell(IsolatedPage::Notice notice, const QString& hostOrScheme);

    WarmPages& m_pages;
    std::unique_ptr<Ui::PagePane> m_ui;
    MessageBar* m_question; ///< apart from what is only told
    PageRecovery* m_recovery;
    NavigationRules m_rules;
    std::unique_ptr<PageSource> m_source; ///< before the page: its end is told, and the tools ask the source
    std::unique_ptr<IsolatedPage> m_page;
    PageTools* m_tools = nullptr;
    PageFiles* m_files = nullptr;
    CallHandle m_addressCall;
    CallHandle m_browserCall;
    bool m_loadAsked = false;
    bool m_renewalTried = false; ///< a page's 401 renews the token once for each load
    QPointer<QWidget> m_loginDialog;
    bool m_loginAsked = false; ///< the page's own login is what is missing, not a token
    bool m_failedByProxy = false;
    bool m_sessionEnded = false; ///< what failed last needs a new token
    bool m_canReturn = false;    ///< the failure on screen has a form behind it, with what was typed
};

} // namespace hekim
