#pragma once

#include <QObject>
#include <QPointer>

namespace hekim {

class CredentialsDialog;
class IsolatedPage;
class PageHost;
class PageRecovery;

/// Asks for the user name and the password that a server of the page wants (HTTP authentication), by one
/// dialog over the page's own pane or window, and takes the step again with them.
class LoginQuestions : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the page; `host` shows it, and `recovery` follows it.
    LoginQuestions(IsolatedPage& page, PageHost& host, PageRecovery& recovery);
    ~LoginQuestions() override;

    /// A refusal of the page's server now means that this login is missing, not that the session is over.
    [[nodiscard]] bool isLoginMissing() const { return m_missing; }
    void forget() { m_missing = false; }

private:
    void ask(const QString& origin, const QString& realm, bool refused);
    void use(const QString& origin, const QString& user, const QString& password);

    IsolatedPage& m_page;
    PageHost& m_host;
    PageRecovery& m_recovery;
    QPointer<CredentialsDialog> m_dialog;
    bool m_missing = false;
};

} // namespace hekim
