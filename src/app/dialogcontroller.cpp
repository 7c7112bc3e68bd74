#include "app/dialogcontroller.h"

#include "app/session/sessioncontroller.h"
#include "gui/diagnostics/checklogins.h"
#include "gui/diagnostics/connectiondialog.h"
#include "gui/diagnostics/supportdialog.h"
#include "gui/login/loginpage.h"
#include "gui/readiness/doctornotice.h"
#include "gui/readiness/readinesscontroller.h"
#include "gui/readiness/readinessdialog.h"
#include "gui/window/mainwindow.h"
#include "gui/window/newpatientdialog.h"
#include "workspace/workspace.h"
#include "workspace/workspaceloader.h"

#include <QMenu>
#include <QMessageBox>

namespace hekim {

using namespace Qt::StringLiterals;

DialogController::DialogController(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    serveLoginPage();
}

void DialogController::serveLoginPage()
{
    LoginPage& page = m_parts.window.loginPage();
    connect(&page, &LoginPage::helpAsked, this, &DialogController::helpAsked);
    connect(&page, &LoginPage::setupAsked, this, &DialogController::setupAsked);
    connect(&page, &LoginPage::checkAsked, this, &DialogController::checkConnection);
    QMenu& menu = page.menu();
    menu.addAction(tr("Connection check"), this, &DialogController::checkConnection);
    page.addAction(
        menu.addAction(tr("Settings"), Qt::CTRL | Qt::Key_Comma, this, &DialogController::settingsAsked));
    menu.addAction(tr("Support file"), this, &DialogController::gatherSupportFile);
    menu.addAction(tr("About Hekim Asistanı"), this, &DialogController::showAbout);
}

void DialogController::serve(Workspace& work)
{
    const auto readiness = [this, &work] { showReadiness(work); };
    connect(&work, &Workspace::hesLoginTaken, &m_parts.readiness, &ReadinessController::noteHesLogin);
    connect(&work, &Workspace::readinessAsked, this, readiness);
    connect(new DoctorNotice(work.doctorButton(), m_parts.readiness), &DoctorNotice::readinessAsked, this,
            readiness);
    connect(&work, &Workspace::openAsked, this, [this, &work] { openPatient(work); });
    connect(&work, &Workspace::checkAsked, this, &DialogController::checkConnection);
    connect(&work, &Workspace::supportAsked, this, &DialogController::gatherSupportFile);
    connect(&work, &Workspace::settingsAsked, this, &DialogController::settingsAsked);
    connect(&work, &Workspace::helpAsked, this, &DialogController::helpAsked);
    connect(&work, &Workspace::aboutAsked, this, &DialogController::showAbout);
}

void DialogController::openPatient(Workspace& work)
{
    auto* dialog = new NewPatientDialog(m_parts.settings.environment(), &work);
    connect(dialog, &NewPatientDialog::chosen, &work, &Workspace::openPatient);
    dialog->open();
}

ConnectionCheck::Logins DialogController::logins() const
{
    auto logins = checkLogins(m_parts.doctorSession, m_parts.radiology, m_parts.session.refusal());
    logins.waitsForKeychain = [&credentials = m_parts.credentials] { return credentials.isWaiting(); };
    return logins;
}

void DialogController::checkConnection()
{
    auto* dialog = new ConnectionDialog(
        m_parts.http, m_parts.settings, [this] { return logins(); }, &m_parts.window.dialogParent());
    dialog->open();
    dialog->start();
}

void DialogController::gatherSupportFile()
{
    auto* dialog = new SupportDialog(m_parts.http, m_parts.credentials, m_parts.settings,
                                     m_parts.pages.version(), &m_parts.window.dialogParent());
    dialog->open();
    dialog->start(logins());
}

void DialogController::showReadiness(Workspace& work)
{
    (new ReadinessDialog(m_parts.readiness, &work))->open();
}

void DialogController::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Hekim Asistanı"),
                                tr("Hekim Asistanı %1\n\nEnvironment: %2\nQt %3")
                                    .arg(u"" HEKIM_VERSION ""_s, displayName(m_parts.settings.environment()),
                                         QString::fromLatin1(qVersion())),
                                QMessageBox::Close, &m_parts.window.dialogParent());
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(m_parts.window.windowIcon().pixmap(48, 48));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace hekim
