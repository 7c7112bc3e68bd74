#pragma once

#include "core/navigationrules.h"
#include "services/doctorsession.h"
#include "services/token.h"
#include "web/isolatedpage.h"

#include <QWidget>

#include <functional>
#include <memory>

namespace Ui {
class ReportPane;
}

namespace hekim {

class MessageBar;
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
    ReportPane(DoctorSession& session, WarmPages& pages, NavigationRules rules, Address address,
               QWidget* parent = nullptr);
    ~ReportPane() override;

    /// Gets a token and opens the page; the request goes out before the page has a view.
    void load();
    /// Loads another address of the same kind (a new reason) under the same rules.
    void load(Address address);
    [[nodiscard]] bool wasLoaded() const { return m_loadAsked; }
    /// Somebody worked in the page since it was loaded (rule P3).
    [[nodiscard]] bool isTouched() const { return m_page && m_page->touched(); }
    [[nodiscard]] MessageBar& notices();

signals:
    void touchedChanged(bool touched);
    void patientAsked(const QString& number);
    void mineAsked(); ///< a patient's page wants to go on to the doctor's reports

protected:
    void showEvent(QShowEvent* event) override;

private:
    void takePage();
    void openWith(const Token& token);
    void showPage();
    void showFailure(const Error& error);
    void pageFailed(const Error& error);
    void tell(IsolatedPage::Notice notice, const QString& hostOrScheme);
    void offerSystemBrowser(const QUrl& url);

    DoctorSession& m_session;
    WarmPages& m_pages;
    std::unique_ptr<Ui::ReportPane> m_ui;
    MessageBar* m_question; ///< apart from what is only told
    std::unique_ptr<IsolatedPage> m_page;
    NavigationRules m_rules;
    Address m_address;
    CallHandle m_tokenCall;
    QString m_tokenInUse;
    bool m_loadAsked = false;
    bool m_renewalTried = false; ///< a page's 401 renews the token once for each load
};

} // namespace hekim
