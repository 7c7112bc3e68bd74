#include "gui/mainwindow.h"

#include "ui_mainwindow.h"

#include "audit/auditevent.h"
#include "core/errortext.h"
#include "gui/auditplace.h"
#include "gui/checklogins.h"
#include "gui/connectiondialog.h"
#include "gui/doctornotice.h"
#include "gui/lockaudit.h"
#include "gui/lockpage.h"
#include "gui/loginpage.h"
#include "gui/messagebar.h"
#include "gui/newpatientdialog.h"
#include "gui/pindesk.h"
#include "gui/question.h"
#include "gui/readinessdialog.h"
#include "gui/secretdialog.h"
#include "gui/servicestatus.h"
#include "gui/supportdialog.h"
#include "gui/workdesk.h"
#include "gui/workspace.h"
#include "platform/foreground.h"
#include "services/credentialstore.h"
#include "services/doctorsession.h"
#include "services/httpclient.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMessageBox>
#include <QOpenGLWidget>
#include <QPointer>
#include <QScreen>
#include <QTimer>
#include <QWindow>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// What a window manager adds above a window, roughly: a window that does not fit is maximised.
constexpr int titleBarHeight = 40;

} // namespace

MainWindow::MainWindow(const Parts& parts)
    : m_parts(parts)
    , m_launches(parts.settings, parts.session)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_login(new LoginPage(parts.settings))
    , m_pins(new PinDesk(parts.settings, parts.pins, *this, this))
    , m_status(new ServiceStatus(parts.session, parts.credentials))
{
    m_ui->setupUi(this);
    new AuditPlace(*this, parts.audit, parts.session);
    setWindowIcon(QIcon(u":/icons/app.svg"_s));
    // A page's view is drawn by the graphics card. A window shown without such a child is thrown away and
    // made anew when the first page comes (Qt 6.4 and later): it would flicker, lose its place and the
    // keyboard. This child, never shown, makes it the right kind from the start.
    (new QOpenGLWidget(this))->hide();
    const QSize room = screen()->availableSize();
    if (room.width() <= width() || room.height() <= height() + titleBarHeight)
        setWindowState(Qt::WindowMaximized);
    m_ui->environment->setEnvironment(parts.settings.environment());
    m_ui->pages->addWidget(m_login);
    m_lock = new LockDesk(parts.settings, parts.session, *m_pins, *m_ui->pages, *this, this);
    m_ui->status->addWidget(m_status, 1);

    connect(m_login, &LoginPage::loginAsked, this, &MainWindow::logIn);
    connect(m_login, &LoginPage::stopAsked, this, [this] {
        m_loginCall.cancel();
        m_parts.session.logOut();
        m_login->setBusy(false);
    });
    connect(m_login, &LoginPage::helpAsked, this, &MainWindow::helpAsked);
    connect(m_login, &LoginPage::servicesAsked, this, &MainWindow::servicesAsked);
    connect(m_login, &LoginPage::checkAsked, this, &MainWindow::checkConnection);
    m_login->menu().addAction(tr("Connection check"), this, &MainWindow::checkConnection);
    m_login->addAction(m_login->menu().addAction(tr("Settings"), Qt::CTRL | Qt::Key_Comma, this,
                                                 &MainWindow::settingsAsked));
    m_login->menu().addAction(tr("Support file"), this, &MainWindow::gatherSupportFile);
    m_login->menu().addAction(tr("About Hekim Asistanı"), this, &MainWindow::showAbout);
    connect(m_login, &LoginPage::setupAsked, this, &MainWindow::setupAsked);
    connect(m_login, &LoginPage::waitingDiscarded, &m_launches, &LaunchDesk::discardWaiting);
    // The engine starts while somebody types; whoever is logged in by the HBYS never types, so a moment later
    // at the latest.
    connect(m_login, &LoginPage::typed, &parts.desk, &WorkDesk::prepare);
    connect(&parts.desk, &WorkDesk::failed, this, &MainWindow::workFailed);

    connect(&parts.session, &DoctorSession::stateChanged, this, &MainWindow::followSession);
    connect(&m_launches, &LaunchDesk::openAsked, this, [this](const LaunchRequest& request) {
        if (m_work)
            m_work->open(request);
    });
    connect(&m_launches, &LaunchDesk::waitingChanged, this, [this] {
        // Out of sight it could still be read.
        m_login->setWaiting(m_lock->isLocked() ? QString() : m_launches.waitingText());
        m_lock->page().setWaiting(m_launches.waiting());
    });
    auditLock(*m_lock, parts.session, parts.audit);
    auditPins(*m_pins, *m_lock, parts.audit);
    connect(m_lock, &LockDesk::locked, &m_launches, &LaunchDesk::hold);
    connect(m_lock, &LockDesk::locked, &m_clipboard, &ClipboardKeeper::close);
    connect(m_lock, &LockDesk::unlocked, &m_clipboard, &ClipboardKeeper::open);
    connect(m_lock, &LockDesk::unlocked, this, [this] {
        whenNoPageDialog([this] {
            if (!m_lock->isLocked())
                m_launches.resume();
        });
    });
    connect(m_pins, &PinDesk::logOutAsked, this, [this] { endNow({}); });
    connect(&m_lock->page(), &LockPage::otherDoctorAsked, this, &MainWindow::changeDoctor);
    connect(&m_launches, &LaunchDesk::doctorProposed, m_login, &LoginPage::proposeDoctor);
    connect(&m_launches, &LaunchDesk::loginAsked, this, &MainWindow::logIn);
    connect(&m_launches, &LaunchDesk::proposed, this, &MainWindow::propose);
    connect(&m_launches, &LaunchDesk::switchAsked, this, &MainWindow::askToSwitch);
    connect(&m_launches, &LaunchDesk::dropped, this, [this](int launches) {
        m_work->notices().show(
            theme::State::Warning,
            tr("%n launches were meant for another doctor and were not opened.", nullptr, launches));
    });
    qApp->installEventFilter(this);
    showLogin();
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

void MainWindow::servicesStarting()
{
    m_login->clearFailure();
    m_login->setServices(LoginPage::Services::Starting);
}

void MainWindow::servicesReady()
{
    m_login->setServices(LoginPage::Services::Ready);
    m_parts.session.prepare();
}

void MainWindow::servicesFailed(const Error& error)
{
    m_parts.session.logOut();
    m_login->setServices(LoginPage::Services::Failed);
    m_login->setFailure(error);
}

void MainWindow::workFailed(const Error& error)
{
    m_parts.session.logOut();
    m_login->setBusy(false);
    m_login->setFailure(error);
}

void MainWindow::showLogin()
{
    // The work page goes with all its pages and profiles: nothing of a doctor's session is left (rule P4). In
    // a later turn, since it may be one of its own buttons that is being clicked.
    m_launches.release();
    m_lock->end();
    m_pins->end();
    m_clipboard.clear();
    m_clipboard.open();
    if (m_work) {
        m_ui->pages->removeWidget(m_work);
        m_work->hide();
        std::exchange(m_work, nullptr)->deleteLater();
    }
    m_ui->pages->setCurrentWidget(m_login);
    m_login->setBusy(false);
    m_login->reset();
    m_login->setWaiting(m_launches.waitingText());
}

void MainWindow::showWork()
{
    m_login->setBusy(false);
    m_login->reset();
    m_work = m_parts.desk
                 .makeWorkspace({m_parts.settings, m_parts.session, m_parts.credentials, m_parts.http,
                                 m_parts.pastReports, m_parts.radiology, m_parts.ui, m_parts.audit})
                 .release(); // the stack of pages takes it
    connect(m_work, &Workspace::hesLoginTaken, &m_parts.readiness, &ReadinessDesk::noteHesLogin);
    const auto showReadiness = [this] { (new ReadinessDialog(m_parts.readiness, m_work))->open(); };
    connect(m_work, &Workspace::readinessAsked, this, showReadiness);
    connect(new DoctorNotice(m_work->doctorButton(), m_parts.readiness), &DoctorNotice::readinessAsked, this,
            showReadiness);
    connect(m_work, &Workspace::lockAsked, this, [this] { m_lock->lock(LockDesk::Cause::Doctor); });
    connect(m_work, &Workspace::openAsked, this, &MainWindow::openPatientDialog);
    connect(m_work, &Workspace::checkAsked, this, &MainWindow::checkConnection);
    connect(m_work, &Workspace::supportAsked, this, &MainWindow::gatherSupportFile);
    connect(m_work, &Workspace::settingsAsked, this, &MainWindow::settingsAsked);
    connect(m_work, &Workspace::helpAsked, this, &MainWindow::helpAsked);
    connect(m_work, &Workspace::aboutAsked, this, &MainWindow::showAbout);
    connect(m_work, &Workspace::logOutAsked, this, &MainWindow::logOut);
    m_ui->pages->addWidget(m_work);
    m_ui->pages->setCurrentWidget(m_work);
    emit workShown(m_work->notices());
}

void MainWindow::followSession()
{
    switch (m_parts.session.state()) {
    case DoctorSession::State::LoggedIn:
        if (m_work)
            break;
        if (const auto loaded = m_parts.desk.load(); !loaded) {
            workFailed(loaded.error());
            break;
        }
        showWork();
        m_pins->begin();
        m_launches.carryOutWaiting();
        if (!m_work->hasPatients() && !m_work->showsHes())
            m_work->showMine();
        break;
    case DoctorSession::State::LoggedOut:
        whenNoPageDialog([this] {
            if (m_work && m_parts.session.state() == DoctorSession::State::LoggedOut)
                showLogin();
        });
        break;
    case DoctorSession::State::LoggingIn:
        break;
    }
}

void MainWindow::logIn(const IdentityNumber& doctor)
{
    m_waitsForProxy.reset();
    m_login->clearFailure();
    m_login->setBusy(true);
    if (!m_pins->isUsed()) {
        startLogin(doctor);
        return;
    }
    m_loginCall = m_pins->admit(doctor, m_login->takePin(), this, [this, doctor](const QString& refusal) {
        if (refusal.isEmpty()) {
            startLogin(doctor);
            return;
        }
        m_login->setBusy(false);
        m_login->setPinRefusal(refusal);
    });
}

void MainWindow::startLogin(const IdentityNumber& doctor)
{
    m_login->setBusy(true);
    // The engine's start blocks for a moment: the request for the token goes out first.
    connect(&m_parts.http, &HttpClient::sent, &m_parts.desk, &WorkDesk::prepare, Qt::SingleShotConnection);
    m_loginCall = m_parts.session.logIn(doctor, this, [this, doctor](const Result<void>& result) {
        m_login->setBusy(false);
        m_refusal.reset();
        if (result)
            return;
        if (result.error().kind == ErrorKind::CredentialsRefused)
            m_refusal = result.error();
        m_login->setFailure(result.error());
        m_parts.audit.record(
            {AuditAction::Login, AuditOutcome::Failed, doctor, {}, {}, auditDetailOf(result.error())});
        if (result.error().kind == ErrorKind::Proxy)
            m_waitsForProxy = doctor;
        const bool typedOneRefused = m_passwordTyped && result.error().kind == ErrorKind::CredentialsRefused;
        if (typedOneRefused || SecretDialog::helpsWith(result.error()))
            askForPassword(doctor);
    });
}

void MainWindow::proxyLoginGiven()
{
    if (const auto doctor = std::exchange(m_waitsForProxy, {}); doctor && !m_work)
        startLogin(*doctor);
}

void MainWindow::askForPassword(const IdentityNumber& doctor)
{
    auto* dialog = new SecretDialog(this);
    connect(dialog, &SecretDialog::given, this, [this, doctor](const QString& password) {
        m_passwordTyped = true;
        m_parts.credentials.keepInMemory(SecretName::UssPassword,
                                         ownerOf(SecretName::UssPassword, m_parts.settings), password);
        m_login->clearFailure();
        startLogin(doctor);
    });
    dialog->open();
}

void MainWindow::endSession(const QString& question, const QString& yesText, std::function<void()> then)
{
    const auto askFirst = [this, question, yesText, then = std::move(then)] {
        if (const QStringList losses = lossesOf(question); !losses.isEmpty())
            ask(&m_lock->asker(), losses.join(u'\n'), yesText, [this, then] { endNow(then); });
        else
            endNow(then);
    };
    if (m_lock->isLocked())
        askFirst();
    else
        whenNoPageDialog(askFirst);
}

void MainWindow::askBeforeEnd(QObject* context, std::function<void()> then)
{
    const QString question =
        tr("%n form(s) hold something that was typed in. It will be lost when the window opens anew.",
           nullptr, touchedForms());
    whenNoPageDialog([this, question, context = QPointer(context), then = std::move(then)] {
        const auto goOn = [context, then] {
            if (context)
                then();
        };
        QWidget* dialog = QApplication::activeModalWidget();
        if (const QStringList losses = lossesOf(question); !losses.isEmpty())
            ask(dialog ? dialog : this, losses.join(u'\n'), tr("Open anew"), goOn);
        else
            goOn();
    });
}

void MainWindow::tellFailure(const Error& error)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, u"Hekim Asistanı"_s, sentenceFor(error),
                                QMessageBox::Close, this);
    box->setIconPixmap(theme::iconOf(theme::State::Error).pixmap(32, 32));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(lineForIt(error));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::endNow(std::function<void()> then)
{
    m_lock->dismissDialogs(); // a page's dialog behind the lock would never be answered
    whenNoPageDialog([this, then = std::move(then)] {
        m_parts.session.logOut();
        if (then)
            then();
    });
}

QStringList MainWindow::lossesOf(const QString& ofForms) const
{
    QStringList losses;
    if (touchedForms() > 0)
        losses.append(ofForms);
    if (savingFiles() > 0)
        losses.append(tr("%n file(s) are still being saved. They will be lost.", nullptr, savingFiles()));
    return losses;
}

// Always after a question: whoever stands before a locked window need not be the one who works in it.
void MainWindow::changeDoctor()
{
    QStringList lines{tr("This ends the session of doctor %1.").arg(m_parts.session.doctor()->masked())};
    lines +=
        lossesOf(tr("%n form(s) hold something that was typed in. It will be lost when the doctor changes.",
                    nullptr, touchedForms()));
    ask(&m_lock->page(), lines.join(u'\n'), tr("Change doctor"), [this] { endNow({}); });
}

void MainWindow::logOut()
{
    endSession(tr("%n form(s) hold something that was typed in. It will be lost when you log out.", nullptr,
                  touchedForms()),
               tr("Log out"), {});
}

int MainWindow::touchedForms() const
{
    return m_work ? m_work->touchedForms() : 0;
}

int MainWindow::savingFiles() const
{
    return m_work ? m_work->savingFiles() : 0;
}

InstanceReply MainWindow::judge(const InstanceMessage& message) const
{
    return m_launches.judge(message);
}

void MainWindow::take(const InstanceMessage& message)
{
    if (m_parts.desk.hasDialog() && !m_lock->isLocked()) {
        whenNoPageDialog([this, message] { take(message); });
        return;
    }
    if (message.command == InstanceMessage::Command::LogOut) {
        if (touchedForms() + savingFiles() > 0)
            come(message.activationToken); // the question must be seen
        logOut();
        return;
    }
    const bool typing = !m_lock->isLocked() && m_work && m_work->isBeingTypedIn();
    m_launches.take(message.request);
    if (typing)
        QApplication::alert(this); // attention without taking the keyboard from a touched form (rule P2)
    else
        come(message.activationToken);
}

void MainWindow::propose(const LaunchRequest& request)
{
    const QString what = request.patient ? tr("patient %1").arg(request.patient->masked()) : tr("a page");
    m_work->notices().show(theme::State::Info, tr("A link proposes to open %1.").arg(what),
                           {{tr("Open"), [this, request] { m_launches.acceptProposal(request); }}});
}

void MainWindow::askToSwitch(const LaunchRequest& request)
{
    m_work->notices().show(
        theme::State::Warning,
        tr("The HBYS asks for doctor %1, but doctor %2 is logged in. Nothing was opened.")
            .arg(request.doctor->masked(), m_parts.session.doctor()->masked()),
        {{tr("Change doctor"), [this, request] {
              endSession(
                  tr("%n form(s) hold something that was typed in. It will be lost when the doctor changes.",
                     nullptr, touchedForms()),
                  tr("Change doctor"), [this, request] { m_launches.waitForDoctor(request); });
          }}});
}

void MainWindow::openPatientDialog()
{
    auto* dialog = new NewPatientDialog(m_parts.settings.environment(), m_work);
    connect(dialog, &NewPatientDialog::chosen, this, [this](const auto& patient, auto reason) {
        if (m_work)
            m_work->openPatient(patient, reason);
    });
    dialog->open();
}

void MainWindow::checkConnection()
{
    auto* dialog = new ConnectionDialog(
        m_parts.http, m_parts.settings,
        [this] { return checkLogins(m_parts.session, m_parts.radiology, m_refusal); }, this);
    dialog->open();
    dialog->start();
}

void MainWindow::gatherSupportFile()
{
    auto* dialog =
        new SupportDialog(m_parts.http, m_parts.credentials, m_parts.settings, m_parts.desk.version(), this);
    dialog->open();
    dialog->start(checkLogins(m_parts.session, m_parts.radiology, m_refusal));
}

void MainWindow::showAbout()
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Hekim Asistanı"),
                                tr("Hekim Asistanı %1\n\nEnvironment: %2\nQt %3")
                                    .arg(u"" HEKIM_VERSION ""_s, displayName(m_parts.settings.environment()),
                                         QString::fromLatin1(qVersion())),
                                QMessageBox::Close, this);
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(windowIcon().pixmap(48, 48));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::come(const QByteArray& activationToken)
{
    if (!isVisible())
        show();
    if (QWindow* handle = windowHandle())
        bringToFront(*handle, activationToken);
}

void MainWindow::whenNoPageDialog(std::function<void()> action)
{
    if (m_parts.desk.hasDialog())
        connect(&m_parts.desk, &WorkDesk::dialogClosed, this, std::move(action),
                static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    else
        action();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_closing || (!m_parts.desk.hasDialog() && touchedForms() + savingFiles() == 0)) {
        event->accept();
        return;
    }
    event->ignore();
    endSession(tr("%n form(s) hold something that was typed in. It will be lost when the window closes.",
                  nullptr, touchedForms()),
               tr("Close the window"), [this] {
                   m_closing = true;
                   close();
               });
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    // Keys and clicks inside pages arrive here as well, on the view's inner widget.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress ||
        event->type() == QEvent::Wheel)
        m_parts.session.noteActivity();
    return QMainWindow::eventFilter(watched, event);
}

} // namespace hekim
