#pragma once

#include "core/navigationrules.h"
#include "services/doctorsession.h"
#include "services/token.h"
#include "web/isolatedpage.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class ReportPane;
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
class ReportPane : public QWidget
{
    Q_OBJECT

public:
    /// Makes the page's address from a token, at every load anew.
    using Address = std::function<QUrl(const Token&)>;

    /// The page itself is taken from `pages` at the first load.
    ReportPane(DoctorSession& session, WarmPages& pages, PageZoom& zoom, NavigationRules rules,
               Address address, QWidget* parent = nullptr);
    ~ReportPane() override;

    /// Gets a token and opens the page; the request goes out before the page has a view.
    void load();
    /// Loads another address of the same kind (a new reason) under the same rules.
    void load(Address address);
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
    /// The user has agreed that the token goes along (rule S1).
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
    void openWith(const Token& token);
    void showPage();
    void showFailure(const Error& error, const QString& more = {});
    void showLoss(const PageLoss& loss);
    void reopen(bool renew);
    void replacePage();
    void askForLogin(const QString& origin, const QString& realm, bool refused);
    void pageFailed(const Error& error);
    void tell(IsolatedPage::Notice notice, const QString& hostOrScheme);

    DoctorSession& m_session;
    WarmPages& m_pages;
    std::unique_ptr<Ui::ReportPane> m_ui;
    MessageBar* m_question; ///< apart from what is only told
    PageRecovery* m_recovery;
    std::unique_ptr<IsolatedPage> m_page;
    NavigationRules m_rules;
    Address m_address;
    PageTools* m_tools = nullptr;
    PageFiles* m_files = nullptr;
    CallHandle m_tokenCall;
    CallHandle m_browserCall;
    QString m_tokenInUse;
    bool m_loadAsked = false;
    bool m_renewalTried = false; ///< a page's 401 renews the token once for each load
    QPointer<QWidget> m_loginDialog;
    bool m_loginAsked = false; ///< the page's own login is what is missing, not a token
    bool m_failedByProxy = false;
    bool m_sessionEnded = false; ///< what failed last needs a new token
    bool m_canReturn = false;    ///< the failure on screen has a form behind it, with what was typed
};

} // namespace hekim
