#include "gui/launchdesk.h"

#include "services/doctorsession.h"

#include <QFileInfo>

#include <chrono>

namespace hekim {

using namespace std::chrono_literals;

namespace {

constexpr auto longestWait = 5min;
constexpr qsizetype mostWaiting = 64;

} // namespace

LaunchDesk::LaunchDesk(const Settings& settings, DoctorSession& session, QObject* parent)
    : QObject(parent), m_settings(settings), m_session(session)
{
    m_expiry.setInterval(10s);
    connect(&m_expiry, &QTimer::timeout, this, &LaunchDesk::dropExpired);
}

InstanceReply LaunchDesk::judge(const InstanceMessage& message) const
{
    if (message.environment && *message.environment != m_settings.environment())
        return {InstanceReply::Outcome::WrongEnvironment, toString(m_settings.environment())};
    const bool mustWait = m_held || m_session.state() != DoctorSession::State::LoggedIn;
    if (mustWait && m_waiting.size() >= mostWaiting)
        return {InstanceReply::Outcome::Busy, {}};
    return {InstanceReply::Outcome::Accepted, {}};
}

void LaunchDesk::take(const LaunchRequest& request)
{
    if (m_held) {
        keep(request);
        return;
    }
    if (m_session.state() != DoctorSession::State::LoggedIn) {
        keep(request);
        if (!request.doctor || m_session.state() == DoctorSession::State::LoggingIn)
            return;
        emit doctorProposed(*request.doctor);
        if (m_settings.acceptDoctorFromLauncher() && request.source != LaunchSource::Url)
            emit loginAsked(*request.doctor);
        return;
    }
    if (request.source == LaunchSource::Url && m_settings.urlOpens() == UrlOpens::Ask) {
        emit proposed(request);
        return;
    }
    acceptProposal(request);
}

void LaunchDesk::acceptProposal(const LaunchRequest& request)
{
    // A URL may fill the login field with a doctor, but says nothing about who should be logged in (rule S8).
    const bool namesDoctor = request.doctor && request.source != LaunchSource::Url;
    if (namesDoctor && request.doctor != m_session.doctor())
        emit switchAsked(request);
    else
        emit openAsked(request);
}

void LaunchDesk::waitForDoctor(const LaunchRequest& request)
{
    keep(request);
    emit doctorProposed(*request.doctor);
    if (m_settings.acceptDoctorFromLauncher())
        emit loginAsked(*request.doctor);
}

void LaunchDesk::keep(const LaunchRequest& request)
{
    if (request.isEmpty())
        return;
    const bool proposal = request.source == LaunchSource::Url;
    m_waiting.removeIf([&](const Waiting& waiting) {
        const bool samePatient = request.patient && waiting.request.patient == request.patient;
        const bool earlierProposal = proposal && waiting.request.source == LaunchSource::Url;
        return samePatient || earlierProposal; // one proposal waits at a time (DESIGN 1)
    });
    m_waiting.append(
        {request, QDateTime::currentDateTimeUtc().addMSecs(std::chrono::milliseconds(longestWait).count())});
    m_expiry.start();
    emit waitingChanged();
}

void LaunchDesk::carryOutWaiting()
{
    dropExpired();
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    m_expiry.stop();
    int droppedCount = 0;
    for (const auto& [request, until] : waiting) {
        const bool meantForOther =
            request.doctor && request.source != LaunchSource::Url && request.doctor != m_session.doctor();
        if (meantForOther)
            ++droppedCount;
        else
            take(request);
    }
    emit waitingChanged();
    if (droppedCount > 0)
        emit dropped(droppedCount);
}

void LaunchDesk::dropExpired()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_waiting.removeIf([&](const Waiting& waiting) { return waiting.until <= now; }) > 0)
        emit waitingChanged();
    if (m_waiting.isEmpty())
        m_expiry.stop();
}

void LaunchDesk::discardWaiting()
{
    m_waiting.clear();
    m_expiry.stop();
    emit waitingChanged();
}

void LaunchDesk::hold()
{
    m_held = true;
}

void LaunchDesk::resume()
{
    release();
    dropExpired();
    m_expiry.stop();
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const auto& [request, until] : waiting)
        take(request);
    emit waitingChanged();
}

QString LaunchDesk::waitingText() const
{
    if (m_waiting.isEmpty())
        return {};
    const LaunchRequest& last = m_waiting.last().request;
    if (m_waiting.size() > 1)
        return tr("%n launches wait and open after the login.", nullptr, static_cast<int>(m_waiting.size()));
    const QString what = last.patient ? tr("Patient %1").arg(last.patient->masked()) : tr("A page");
    if (last.source == LaunchSource::Url && m_settings.urlOpens() == UrlOpens::Ask)
        return tr("%1 was proposed by a link. You are asked after the login.").arg(what);
    if (last.doctor && last.source != LaunchSource::Url)
        return tr("%1 opens when doctor %2 logs in.").arg(what, last.doctor->masked());
    return tr("%1 opens after the login.").arg(what);
}

} // namespace hekim
