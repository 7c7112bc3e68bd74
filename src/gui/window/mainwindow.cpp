#include "gui/window/mainwindow.h"

#include "ui_mainwindow.h"

#include "audit/widgets/auditplace.h"
#include "browser/engine/webgl.h"
#include "core/settings/settings.h"
#include "gui/lock/lockpage.h"
#include "gui/lock/lockscreen.h"
#include "gui/lock/screenreader.h"
#include "gui/login/loginpage.h"
#include "gui/window/servicestatus.h"
#include "platform/session/foreground.h"
#include "workspace/workspace.h"

#include <QCloseEvent>
#include <QOpenGLWidget>
#include <QScreen>
#include <QWindow>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// What a window manager adds above a window, roughly: a window that does not fit is maximised.
constexpr int titleBarHeight = 40;

} // namespace

MainWindow::MainWindow(const Settings& settings, const DoctorSession& session,
                       const CredentialStore& credentials, AuditSink& audit)
    : m_ui(std::make_unique<Ui::MainWindow>()), m_login(new LoginPage(settings))
{
    m_ui->setupUi(this);
    new AuditPlace(*this, audit, session);
    setWindowIcon(QIcon(u":/icons/app.svg"_s));
    // A page's view is drawn by the graphics card. A window shown without such a child is thrown away and
    // made anew when the first page comes (Qt 6.4 and later): it would flicker, lose its place and the
    // keyboard. This child, never shown, makes it the right kind from the start.
    if (webgl::isThere())
        (new QOpenGLWidget(this))->hide();
    const QSize room = screen()->availableSize();
    if (room.width() <= width() || room.height() <= height() + titleBarHeight)
        setWindowState(Qt::WindowMaximized);
    m_ui->environment->setEnvironment(settings.environment(), settings.reachesLive());
    m_ui->pages->addWidget(m_login);
    m_lock = new LockScreen(*m_ui->pages, *this, this);
    m_ui->status->addWidget(new ServiceStatus(session, credentials), 1);
    m_ui->pages->setCurrentWidget(m_login);
}

MainWindow::~MainWindow() = default;

QWidget& MainWindow::dialogParent()
{
    if (m_lock->isShown())
        return m_lock->page();
    return m_work ? static_cast<QWidget&>(*m_work) : *this;
}

SessionLosses MainWindow::losses() const
{
    return m_work ? SessionLosses{m_work->touchedForms(), m_work->savingFiles()} : SessionLosses{};
}

void MainWindow::showWork(std::unique_ptr<Workspace> work)
{
    m_login->setBusy(false);
    m_login->reset();
    m_work = work.release(); // the stack of pages takes it
    m_ui->pages->addWidget(m_work);
    m_ui->pages->setCurrentWidget(m_work);
    connect(m_work, &Workspace::patientClosed, &m_freedMemory, &FreedMemory::giveBackSoon);
}

void MainWindow::lock(const IdentityNumber& doctor, bool guarded)
{
    m_lock->show(doctor, guarded);
    m_clipboard.close();
}

void MainWindow::unlock()
{
    m_lock->lift();
    m_clipboard.open();
}

void MainWindow::hideWork()
{
    m_lock->abandon();
    m_clipboard.clearAll();
    m_clipboard.open();
    m_login->setBusy(false);
    m_login->reset();
    m_ui->pages->setCurrentWidget(m_login);
    if (!m_work)
        return;
    screenreader::hide(*m_work);
    const auto parts = m_work->findChildren<QWidget*>();
    for (QWidget* part : parts) {
        if (part->isWindow())
            part->hide();
    }
}

// In a later turn, since it may be one of its own buttons that is being clicked.
void MainWindow::dropWork()
{
    if (Workspace* work = std::exchange(m_work, nullptr)) {
        m_ui->pages->removeWidget(work);
        work->hide();
        work->deleteLater();
        m_freedMemory.giveBackSoon();
    }
}

void MainWindow::come(const QByteArray& activationToken)
{
    if (!isVisible())
        show();
    if (QWindow* handle = windowHandle())
        bringToFront(*handle, activationToken);
}

// The window goes with the program, which ends when what would be lost was asked about.
void MainWindow::closeEvent(QCloseEvent* event)
{
    event->ignore();
    emit closeAsked();
}

} // namespace hekim
