#include "app/windowcontroller.h"

#include "app/endquestion.h"
#include "gui/lock/lockpage.h"
#include "gui/lock/lockscreen.h"
#include "gui/login/loginpage.h"
#include "gui/login/pindialog.h"
#include "gui/login/pintext.h"
#include "gui/login/secretdialog.h"
#include "gui/window/mainwindow.h"
#include "widgets/dialogs/question.h"
#include "widgets/messagebar.h"
#include "workspace/workspace.h"

#include <QApplication>

#include <utility>

namespace hekim {

using State = SessionController::State;

namespace {

QString sentenceFor(const PinRefusal& refusal)
{
    switch (refusal.kind) {
    case PinRefusal::Kind::NotTyped:
        return WindowController::tr("Type your PIN.");
    case PinRefusal::Kind::Answer:
        return hekim::sentenceFor(refusal.answer);
    case PinRefusal::Kind::Error:
        return sentenceForPinError(refusal.error);
    }
    return {};
}

} // namespace

WindowController::WindowController(Parts parts, QObject* parent) : QObject(parent), m_parts(std::move(parts))
{
    SessionController& session = m_parts.session;
    connect(&session, &SessionController::stateChanged, this, &WindowController::follow);
    connect(&session, &SessionController::ended, &m_parts.window, [this] { m_parts.window.dropWork(); });
    connect(&session, &SessionController::loginFailed, this, &WindowController::tellLoginFailure);
    connect(&session, &SessionController::pinRefused, this, &WindowController::tellPinRefusal);
    connect(&session, &SessionController::endAsked, this, &WindowController::askAboutEnd);
    connect(&session.pin(), &DoctorPin::kept, this, [this] {
        m_parts.window.lockScreen().page().setGuarded(true);
        if (m_pinDialog)
            m_pinDialog->accept();
    });
    connect(&session.pin(), &DoctorPin::notKept, this, [this](const Error& error) {
        if (m_pinDialog)
            m_pinDialog->fail(sentenceForPinError(error));
    });
    connect(&m_parts.window, &MainWindow::closeAsked, this,
            [this] { m_parts.session.askEnd(EndWish::Reason::Quit); });
    LockPage& lockPage = m_parts.window.lockScreen().page();
    connect(&lockPage, &LockPage::unlockAsked, &session, &SessionController::unlock);
    connect(&lockPage, &LockPage::otherDoctorAsked, this,
            [this] { m_parts.session.askEnd(EndWish::Reason::OtherDoctor); });
    connect(&m_parts.lock, &LockController::systemLockFailed, this, [this] {
        m_parts.window.lockScreen().page().notices().show(
            theme::State::Warning,
            tr("This computer's own lock did not start. Whoever comes here can go on with “Unlock”; before "
               "you leave, end the session with “Another doctor”."));
    });
    connectLoginPage();
    connectLaunches();
}

void WindowController::connectLoginPage()
{
    LoginPage& page = m_parts.window.loginPage();
    SessionController& session = m_parts.session;
    connect(&page, &LoginPage::loginAsked, &session, &SessionController::logIn);
    connect(&page, &LoginPage::stopAsked, &session, &SessionController::stopLogin);
    connect(&page, &LoginPage::typed, &session, &SessionController::noteTyping);
    connect(&page, &LoginPage::servicesAsked, this, &WindowController::servicesAsked);
    connect(&page, &LoginPage::waitingDiscarded, &m_parts.launches, &LaunchController::discardWaiting);
    connect(&session, &SessionController::typedIsVoid, &page, &LoginPage::clearTyped);
}

void WindowController::connectLaunches()
{
    LaunchController& launches = m_parts.launches;
    connect(&launches, &LaunchController::openAsked, this, [this](const LaunchRequest& request) {
        if (Workspace* work = m_parts.window.workspace())
            work->open(request);
    });
    connect(&launches, &LaunchController::carriedOut, this, [this] {
        Workspace* work = m_parts.window.workspace();
        if (work && !work->hasPatients() && !work->showsHes())
            work->showMine();
    });
    connect(&launches, &LaunchController::waitingChanged, this, &WindowController::showWaiting);
    connect(&launches, &LaunchController::doctorProposed, &m_parts.window.loginPage(),
            &LoginPage::proposeDoctor);
    connect(&launches, &LaunchController::proposed, this, &WindowController::propose);
    connect(&launches, &LaunchController::switchAsked, this, &WindowController::askToSwitch);
    connect(&launches, &LaunchController::dropped, this, [this](int count) {
        if (Workspace* work = m_parts.window.workspace())
            work->notices().show(
                theme::State::Warning,
                tr("%n launches were meant for another doctor and were not opened.", nullptr, count));
    });
    connect(&launches, &LaunchController::notKept, this, [this](const QString& sentences) {
        if (Workspace* work = m_parts.window.workspace())
            work->notices().show(theme::State::Warning, sentences);
    });
}

void WindowController::follow(State before)
{
    MainWindow& window = m_parts.window;
    LoginPage& login = window.loginPage();
    LockPage& lockPage = window.lockScreen().page();
    switch (m_parts.session.state()) {
    case State::Starting:
        login.clearFailure();
        login.setServices(LoginPage::Services::Starting);
        break;
    case State::Unavailable:
        login.setServices(LoginPage::Services::Failed);
        login.setBusy(false);
        login.setFailure(*m_parts.session.servicesFailure());
        break;
    case State::LoggedOut:
    case State::Typing:
    case State::Refused:
        login.setServices(LoginPage::Services::Ready);
        login.setBusy(false);
        if (m_parts.session.state() == State::Refused)
            login.setFailure(*m_parts.session.refusal());
        break;
    case State::CheckingPin:
    case State::LoggingIn:
        if (m_passwordDialog)
            m_passwordDialog->reject();
        login.clearFailure();
        login.setBusy(true);
        break;
    case State::Working:
        if (before == State::LoggingIn)
            showWork();
        else
            window.unlock();
        break;
    case State::Locked:
        if (before == State::Unlocking)
            lockPage.setBusy(false);
        else
            window.lock(*m_parts.session.doctor(), m_parts.session.pin().isGuarded());
        break;
    case State::Unlocking:
        lockPage.setBusy(true);
        break;
    case State::Ending:
        m_parts.cancelPageDialog(); // its page is going
        window.hideWork();
        break;
    case State::Quitting:
        break;
    }
    showWaiting();
}

void WindowController::showWork()
{
    m_parts.window.showWork(m_parts.makeWorkspace());
    Workspace* work = m_parts.window.workspace();
    connect(work, &Workspace::lockAsked, this, [this] { m_parts.lock.lock(LockCause::Doctor); });
    connect(work, &Workspace::logOutAsked, this, [this] { m_parts.session.askEnd(EndWish::Reason::LogOut); });
    emit workShown(*work);
    if (m_parts.session.pin().mustBeChosen())
        choosePin();
}

void WindowController::showWaiting()
{
    LaunchController& launches = m_parts.launches;
    LockScreen& lock = m_parts.window.lockScreen();
    // Out of sight it could still be read.
    m_parts.window.loginPage().setWaiting(m_parts.session.isIn() ? QString() : launches.waitingText());
    lock.page().setWaiting(lock.isShown() ? launches.waiting() : 0);
}

void WindowController::tellLoginFailure(const Error& error, SessionId failed)
{
    m_parts.window.loginPage().setFailure(error);
    const bool typedOneRefused = m_passwordTyped && error.kind == ErrorKind::CredentialsRefused;
    if (failed != SessionId::None && (typedOneRefused || SecretDialog::helpsWith(error)))
        askForPassword(failed);
}

void WindowController::tellPinRefusal(const PinRefusal& refusal)
{
    if (m_parts.session.isIn())
        m_parts.window.lockScreen().page().setRefusal(sentenceFor(refusal));
    else
        m_parts.window.loginPage().setPinRefusal(sentenceFor(refusal));
}

void WindowController::askForPassword(SessionId failed)
{
    auto* dialog = new SecretDialog(&m_parts.window);
    m_passwordDialog = dialog;
    connect(dialog, &SecretDialog::given, this, [this, failed](const QString& password) {
        m_passwordTyped = true;
        m_parts.keepPassword(password);
        m_parts.session.retryLogin(failed);
    });
    dialog->open();
}

// It goes with the work.
void WindowController::choosePin()
{
    SessionController& session = m_parts.session;
    m_pinDialog = new PinDialog(*session.doctor(), session.pin().isRequired(), m_parts.window.workspace());
    connect(m_pinDialog, &PinDialog::chosen, &session.pin(), &DoctorPin::choose);
    connect(m_pinDialog, &QDialog::rejected, &session, &SessionController::declinePin);
    m_pinDialog->open();
}

void WindowController::askAboutEnd(const EndWish& wish)
{
    const EndQuestion question =
        questionBeforeEnd(wish.reason, *m_parts.session.doctor(), m_parts.window.losses());
    if (m_question)
        m_question->reject();
    if (question.text.isEmpty())
        m_parts.session.end(wish);
    else
        m_question = ask(&m_parts.window.dialogParent(), question.text, question.yes,
                         [this, wish] { m_parts.session.end(wish); });
}

void WindowController::askBeforeEnd(QObject* context, std::function<void()> goOn)
{
    const auto goOnInSession = [this, session = m_parts.session.session(), context = QPointer(context),
                                goOn = std::move(goOn)] {
        if (context && m_parts.session.session() == session)
            goOn();
    };
    const EndQuestion question = questionBeforeNewStart(m_parts.window.losses());
    QWidget* dialog = QApplication::activeModalWidget();
    if (question.text.isEmpty())
        goOnInSession();
    else
        ask(dialog ? dialog : &m_parts.window, question.text, question.yes, goOnInSession);
}

void WindowController::take(const InstanceMessage& message)
{
    MainWindow& window = m_parts.window;
    if (message.command == InstanceMessage::Command::LogOut) {
        if (!window.losses().isEmpty())
            window.come(message.activationToken); // the question must be seen
        m_parts.session.askEnd(EndWish::Reason::LogOut);
        return;
    }
    const Workspace* work = window.workspace();
    const bool typing = m_parts.session.state() == State::Working && work && work->isBeingTypedIn();
    m_parts.launches.take(message.request);
    if (typing)
        QApplication::alert(&window); // attention without taking the keyboard from a touched form (rule P2)
    else
        window.come(message.activationToken);
}

void WindowController::propose(const LaunchRequest& request)
{
    const QString what = request.patient ? tr("patient %1").arg(request.patient->masked()) : tr("a page");
    if (Workspace* work = m_parts.window.workspace())
        work->notices().show(theme::State::Info, tr("A link proposes to open %1.").arg(what),
                             {{tr("Open"), [this, request, session = m_parts.session.session()] {
                                   m_parts.launches.accept(request, session);
                               }}});
}

void WindowController::askToSwitch(const LaunchRequest& request)
{
    if (Workspace* work = m_parts.window.workspace())
        work->notices().show(
            theme::State::Warning,
            tr("The HBYS asks for doctor %1, but doctor %2 is logged in. Nothing was opened.")
                .arg(request.doctor->masked(), m_parts.session.doctor()->masked()),
            {{tr("Change doctor"), [this, doctor = request.doctor] {
                  m_parts.session.askEnd(EndWish::Reason::SwitchDoctor, doctor);
              }}});
}

} // namespace hekim
