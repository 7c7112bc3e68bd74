#include "app/launch/launchcontroller.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = SessionController::State;

LaunchController::LaunchController(const Settings& settings, SessionController& session,
                                   std::chrono::milliseconds wait, QObject* parent)
    : QObject(parent), m_settings(settings), m_session(session), m_queue(wait), m_forAnother(wait)
{
    m_expiry.setInterval(std::min<std::chrono::milliseconds>(10s, wait));
    connect(&m_expiry, &QTimer::timeout, this, &LaunchController::dropExpired);
    connect(&session, &SessionController::stateSettled, this, &LaunchController::follow);
    connect(&session, &SessionController::pageDialogGone, this, &LaunchController::carryOutWaiting);
    connect(&session, &SessionController::ended, this, [this](const EndWish& wish) { m_next = wish.next; });
}

InstanceReply LaunchController::judge(const InstanceMessage& message)
{
    if (message.environment && *message.environment != m_settings.environment())
        return {InstanceReply::Outcome::WrongEnvironment, toString(m_settings.environment())};
    const bool isLaunch = message.command == InstanceMessage::Command::Open;
    const bool mustWait = !message.request.isEmpty() && !m_session.takesLaunches();
    const bool asks = m_session.takesLaunches() && namesAnother(message.request);
    if (isLaunch && (m_session.state() == State::Quitting || (mustWait && m_queue.isFull(m_onTheWay)) ||
                     (asks && m_forAnother.isFull(m_onTheWay))))
        return {InstanceReply::Outcome::Busy, {}};
    if (isLaunch && !message.request.isEmpty()) {
        ++m_onTheWay;
        QMetaObject::invokeMethod(
            this, [this] { --m_onTheWay; }, Qt::QueuedConnection);
    }
    return {InstanceReply::Outcome::Accepted, {}};
}

void LaunchController::take(const LaunchRequest& request)
{
    switch (m_session.state()) {
    case State::Working:
        if (m_session.takesLaunches())
            carryOut(request);
        else
            keep(request);
        break;
    case State::LoggedOut:
        keep(request);
        askLogin(request);
        break;
    case State::Starting:
    case State::Unavailable:
    case State::Refused:
    case State::Typing:
        keep(request);
        proposeDoctor(request.doctor);
        break;
    case State::CheckingPin:
    case State::LoggingIn:
    case State::Locked:
    case State::Unlocking:
    case State::Ending:
        keep(request);
        break;
    case State::Quitting:
        break;
    }
}

// What a person types is not replaced.
void LaunchController::proposeDoctor(const std::optional<IdentityNumber>& doctor)
{
    if (doctor && !m_session.isTyping()) {
        m_session.noteProposed(*doctor);
        emit doctorProposed(*doctor);
    }
}

void LaunchController::askLogin(const LaunchRequest& request)
{
    proposeDoctor(request.doctor);
    if (namesDoctor(request) && m_settings.acceptDoctorFromLauncher())
        m_session.logInByLaunch(*request.doctor);
}

void LaunchController::carryOut(const LaunchRequest& request)
{
    if (request.source == LaunchSource::Url && m_settings.urlOpens() == UrlOpens::Ask)
        emit proposed(request);
    else
        openOrAsk(request);
}

void LaunchController::openOrAsk(const LaunchRequest& request)
{
    if (namesAnother(request))
        askToSwitch({request, m_session.session(), QDateTime::currentDateTimeUtc()});
    else
        emit openAsked(request);
}

void LaunchController::askToSwitch(const LaunchQueue::Waiting& waiting)
{
    if (!m_forAnother.add(waiting)) {
        ++m_withoutRoom;
        tellLost();
        return;
    }
    m_expiry.start();
    emit switchAsked(waiting.request);
}

bool LaunchController::namesAnother(const LaunchRequest& request) const
{
    return namesDoctor(request) && request.doctor != m_session.doctor();
}

void LaunchController::accept(const LaunchRequest& request, SessionId session)
{
    if (session == m_session.session() && m_session.takesLaunches())
        openOrAsk(request);
}

void LaunchController::keep(const LaunchRequest& request)
{
    if (request.isEmpty())
        return;
    LaunchQueue::Waiting waiting{request, SessionId::None, QDateTime::currentDateTimeUtc()};
    if (m_session.isIn())
        waiting.session = m_session.session();
    else if (m_session.isBeingLetIn() && !namesDoctor(request))
        waiting.beingLetIn = m_session.doctor();
    if (!m_queue.add(waiting))
        ++m_withoutRoom;
    m_expiry.start();
    emit waitingChanged();
}

void LaunchController::follow(State before)
{
    if (before == State::Ending) {
        const QList<LaunchQueue::Waiting> forAnother = m_forAnother.take();
        for (const LaunchQueue::Waiting& waiting : forAnother)
            m_withoutRoom += m_queue.add(waiting) ? 0 : 1;
        if (!forAnother.isEmpty())
            emit waitingChanged();
    }
    switch (m_session.state()) {
    case State::Working:
        carryOutWaiting();
        if (before == State::LoggingIn)
            emit carriedOut();
        break;
    case State::Ending:
        m_dropped = m_queue.dropOfSessions();
        break;
    case State::LoggedOut:
        if (before == State::Ending || before == State::Starting || before == State::Unavailable)
            askWaitingLogin();
        break;
    case State::Starting:
    case State::Unavailable:
    case State::Typing:
    case State::Refused:
    case State::CheckingPin:
    case State::LoggingIn:
    case State::Locked:
    case State::Unlocking:
    case State::Quitting:
        break;
    }
}

// What came in this session asks before the doctor is changed; what came before it was meant for another one.
void LaunchController::carryOutWaiting()
{
    if (!m_session.takesLaunches())
        return;
    m_tooOld += m_queue.dropExpired();
    const QList<LaunchQueue::Waiting> waiting = m_queue.take();
    int droppedCount = std::exchange(m_dropped, 0);
    for (const LaunchQueue::Waiting& one : waiting) {
        const bool isOthers = one.beingLetIn && one.beingLetIn != m_session.doctor();
        if (!isOthers && !namesAnother(one.request))
            take(one.request);
        else if (!isOthers && one.session == m_session.session())
            askToSwitch(one);
        else
            ++droppedCount;
    }
    emit waitingChanged();
    if (droppedCount > 0)
        emit dropped(droppedCount);
    tellLost();
}

void LaunchController::tellLost()
{
    const QStringList lost = lostTexts();
    m_withoutRoom = 0;
    m_tooOld = 0;
    if (!lost.isEmpty())
        emit notKept(lost.join(u' '));
}

// The last one that names a doctor, or the one for whom the session ended. Another launch that came in that
// session fills the field only: the person who ended it need not be the doctor whom the launch names.
void LaunchController::askWaitingLogin()
{
    dropExpired();
    const std::optional<IdentityNumber> next = std::exchange(m_next, {});
    const QList<LaunchQueue::Waiting>& all = m_queue.all();
    const auto last = std::find_if(all.rbegin(), all.rend(), [&next](const LaunchQueue::Waiting& waiting) {
        return namesDoctor(waiting.request) && (!next || waiting.request.doctor == next);
    });
    if (last == all.rend()) {
        if (next)
            proposeDoctor(*next);
        return;
    }
    const LaunchRequest request = last->request;
    if (next || last->session == SessionId::None)
        askLogin(request);
    else
        proposeDoctor(*request.doctor);
}

void LaunchController::dropExpired()
{
    if (const int gone = m_queue.dropExpired(); gone > 0) {
        m_tooOld += gone;
        emit waitingChanged();
    }
    m_forAnother.dropExpired();
    if (m_queue.isEmpty() && m_forAnother.isEmpty())
        m_expiry.stop();
}

void LaunchController::discardWaiting()
{
    m_queue.clear();
    m_forAnother.clear();
    m_dropped = 0;
    m_withoutRoom = 0;
    m_tooOld = 0;
    m_expiry.stop();
    emit waitingChanged();
}

QString LaunchController::waitingText() const
{
    QStringList lines;
    if (m_dropped > 0)
        lines.append(
            tr("%n launch(es) came in the session that has ended and were not opened. Open them again "
               "in the HBYS.",
               nullptr, m_dropped));
    lines += lostTexts();
    if (!m_queue.isEmpty())
        lines.append(queueText());
    if (!m_queue.isEmpty() && m_session.state() == State::Refused)
        lines.append(tr("The password was refused, so nothing is sent until you press “Log in”."));
    return lines.join(u'\n');
}

QStringList LaunchController::lostTexts() const
{
    QStringList lines;
    if (m_withoutRoom > 0)
        lines.append(
            tr("%n launch(es) were not opened, since too many waited already. Open them again in the "
               "HBYS.",
               nullptr, m_withoutRoom));
    if (m_tooOld > 0)
        lines.append(tr("%n launch(es) waited longer than 5 minutes and were not opened. Open them again in "
                        "the HBYS.",
                        nullptr, m_tooOld));
    return lines;
}

QString LaunchController::queueText() const
{
    if (m_queue.all().size() > 1)
        return queueTextOfMany();
    const LaunchRequest& last = m_queue.all().last().request;
    const QString what = last.patient ? tr("Patient %1").arg(last.patient->masked()) : tr("A page");
    if (last.source == LaunchSource::Url && m_settings.urlOpens() == UrlOpens::Ask)
        return tr("%1 was proposed by a link. You are asked after the login.").arg(what);
    if (namesDoctor(last))
        return tr("%1 opens when doctor %2 logs in.").arg(what, last.doctor->masked());
    return tr("%1 opens after the login.").arg(what);
}

QString LaunchController::queueTextOfMany() const
{
    constexpr qsizetype mostNamed = 3;
    QStringList doctors; // masked, in the order in which they were called for
    QHash<QString, int> launchesOf;
    bool hasLink = false;
    for (const LaunchQueue::Waiting& waiting : m_queue.all()) {
        const LaunchRequest& request = waiting.request;
        hasLink = hasLink || (request.source == LaunchSource::Url && m_settings.urlOpens() == UrlOpens::Ask);
        if (!namesDoctor(request))
            continue;
        const QString doctor = request.doctor->masked();
        if (++launchesOf[doctor] == 1)
            doctors.append(doctor);
    }
    QStringList sentences{tr("%n launches wait and open after the login.", nullptr, waiting())};
    for (const QString& doctor : doctors.mid(0, mostNamed))
        sentences.append(
            tr("%n of them open(s) only when doctor %1 logs in.", nullptr, launchesOf.value(doctor))
                .arg(doctor));
    int ofOthers = 0;
    for (const QString& doctor : doctors.mid(mostNamed))
        ofOthers += launchesOf.value(doctor);
    if (ofOthers > 0)
        sentences.append(tr("%n of them open(s) only when further doctors log in.", nullptr, ofOthers));
    if (hasLink)
        sentences.append(tr("One was proposed by a link; you are asked about it after the login."));
    return sentences.join(u' ');
}

} // namespace hekim
