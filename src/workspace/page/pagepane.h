#pragma once

#include "browser/gates/gatekeeper.h"
#include "browser/page/isolatedpage.h"
#include "browser/page/pageloss.h"
#include "core/navigation/navigationrules.h"
#include "workspace/page/pagehost.h"
#include "workspace/page/pagesource.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace Ui {
class PagePane;
}

namespace hekim {

class LoginQuestions;
class PageFiles;
class PageRecovery;
class PagePool;

/// One of the Ministry's pages with everything around it: waiting, the page itself, what the gates refused,
/// and a failure with a way to try again.
class PagePane : public PageHost
{
    Q_OBJECT

public:
    /// The page itself is taken from `pages` at the first load.
    PagePane(PagePool& pages, PageZoom& zoom, NavigationRules rules, std::unique_ptr<PageSource> source,
             QWidget* parent = nullptr);
    ~PagePane() override;

    /// Gets an address and opens the page; the request goes out before the page has a view.
    void load() override;
    void loadAgain() override;
    /// Loads another page of the same kind (a new reason) under the same rules.
    void load(std::unique_ptr<PageSource> source);
    [[nodiscard]] bool wasLoaded() const override { return m_loadAsked; }
    [[nodiscard]] bool isTouched() const override
    {
        return m_page && m_page->touched() && m_source->holdsWork();
    }
    /// Files of the page that are being saved; they end with it.
    [[nodiscard]] int savingFiles() const { return m_page ? m_page->savingFiles() : 0; }
    [[nodiscard]] IsolatedPage* page() const override { return m_page.get(); }
    [[nodiscard]] bool showsPage() const override;
    /// The page's tools, for a place that costs no height; keepTools() puts them above the page.
    [[nodiscard]] PageTools& tools() override { return *m_tools; }
    void keepTools();
    [[nodiscard]] bool isGoodOnce() const override { return m_source->isGoodOnce(); }
    [[nodiscard]] QString browserWarning() const override { return m_source->browserWarning(); }
    void openInSystemBrowser() override;
    [[nodiscard]] MessageBar& notices() override;
    [[nodiscard]] PageZoom& zoom() override { return m_zoom; }

signals:
    /// An address that was asked for is used, here or in the system's browser.
    void opened();
    /// The page's request is on its way, or will not go: from now on painting the pane delays nothing.
    void underway();
    void touchedChanged(bool touched);
    void patientAsked(const QString& number);
    void mineAsked(); ///< a patient's page wants to go on to the doctor's reports

protected:
    void showEvent(QShowEvent* event) override;

private:
    void takePage();
    void openAt(const QUrl& address);
    void letGoOfPage();
    [[nodiscard]] bool mayTakeKeyboard() const;
    void showPage();
    void showFailure(const Error& error, const QString& more = {});
    void showLoss(const PageLoss& loss);
    void reopen(bool renew);
    void replacePage();
    void pageFailed(const Error& error);
    void tell(Gatekeeper::Notice notice, const QString& hostOrScheme);

    PagePool& m_pages;
    PageZoom& m_zoom;
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
    bool m_renewalTried = false;       ///< a page's 401 renews the token once for each load
    QPointer<LoginQuestions> m_logins; ///< the page's
    bool m_failedByProxy = false;
    bool m_sessionEnded = false; ///< what failed last needs a new token
    bool m_hasWork = false;      ///< opening anew gives up what was typed
    bool m_canReturn = false;    ///< the failure on screen has a form behind it, with what was typed
};

} // namespace hekim
