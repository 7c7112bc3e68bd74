#include "workspace/page/loginquestions.h"

#include "browser/gates/pagelogins.h"
#include "browser/page/isolatedpage.h"
#include "widgets/dialogs/credentialsdialog.h"
#include "workspace/page/pagehost.h"
#include "workspace/page/pagerecovery.h"
#include "workspace/page/pagetools.h"

#include <QUrl>

namespace hekim {

LoginQuestions::LoginQuestions(IsolatedPage& page, PageHost& host, PageRecovery& recovery)
    : QObject(&page), m_page(page), m_host(host), m_recovery(recovery)
{
    connect(&page, &IsolatedPage::loginAsked, this, &LoginQuestions::ask);
}

// There is no page left to give the login to.
LoginQuestions::~LoginQuestions()
{
    if (m_dialog)
        m_dialog->close();
}

void LoginQuestions::ask(const QString& origin, const QString& realm, bool refused)
{
    m_missing = true;
    m_recovery.loginIsAsked();
    if (m_dialog)
        return;
    m_dialog =
        new CredentialsDialog(CredentialsDialog::For::Page, QUrl(origin).host(), realm, refused, &m_host);
    connect(m_dialog, &CredentialsDialog::given, this,
            [this, origin](const QString& user, const QString& password) { use(origin, user, password); });
    m_dialog->open();
}

void LoginQuestions::use(const QString& origin, const QString& user, const QString& password)
{
    m_page.logins().give(origin, {user, password});
    m_recovery.reopenAfterQuestion(m_host.isTouched(), [self = QPointer(this)] {
        if (!self)
            return;
        self->m_missing = false;
        self->m_host.tools().reload(); // a later step may have wanted it: that step again, not the way to it
    });
}

} // namespace hekim
