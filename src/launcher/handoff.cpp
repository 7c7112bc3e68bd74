#include "launcher/handoff.h"

#include "platform/processwatch.h"

#include <QDir>
#include <QProcess>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

constexpr auto handOffDeadline = 5s;    // DESIGN 1
constexpr auto coldStartDeadline = 30s; // DESIGN 1
constexpr auto retryInterval = 20ms;
constexpr auto graceAfterWindow = 500ms;

Error notStarted(const QString& detail)
{
    return {ErrorKind::WindowNotStarted, u"hekim-asistani-desktop"_s, InputFault::None, {}, 0, detail};
}

} // namespace

HandOff::HandOff(const InstanceChannel& channel, const InstanceMessage& message,
                 const std::optional<Window>& window, QObject* parent)
    : QObject(parent)
    , m_channel(channel)
    , m_message(message)
    , m_window(window)
    , m_launchLock(channel.launchLock)
{
    // A dead holder is known by its process id and the kernel's lock; the time is for a file that a crash
    // left empty.
    m_launchLock.setStaleLockTime(coldStartDeadline + handOffDeadline);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &HandOff::attempt);
}

void HandOff::start()
{
    m_deadline.setRemainingTime(handOffDeadline);
    attempt();
}

void HandOff::attempt()
{
    const auto remaining = std::chrono::ceil<std::chrono::milliseconds>(m_deadline.remainingTimeAsDuration());
    InstanceClient::handOver(m_channel.address, m_message, remaining, this,
                             [this](const Result<HandOver>& result) { attemptEnded(result); });
}

void HandOff::attemptEnded(const Result<HandOver>& result)
{
    if (!result) {
        emit failed(result.error());
        return;
    }
    switch (result->kind) {
    case HandOver::Kind::Answered:
        emit answered(result->reply);
        return;
    case HandOver::Kind::NobodyListens:
        nobodyListens();
        return;
    case HandOver::Kind::Cut:
        // A window that is closing, or full for a moment: what it did not acknowledge it did not carry out.
        if (m_deadline.hasExpired())
            emit failed({ErrorKind::InstanceSilent,
                         u"hand-off"_s,
                         InputFault::None,
                         {},
                         0,
                         u"the connection was cut without an answer"_s});
        else
            m_retry.start();
        return;
    }
}

void HandOff::nobodyListens()
{
    if (!m_window) {
        emit nobodyThere();
        return;
    }
    if (!m_isColdStart) {
        m_isColdStart = true;
        m_deadline.setRemainingTime(coldStartDeadline);
    }
    if (m_deadline.hasExpired())
        emit failed(notStarted(u"the window did not open its channel in time"_s));
    else if (m_windowEnded && m_windowEnded->hasExpired())
        windowEndedUnheard();
    else if (m_windowStarted)
        m_retry.start();
    else if (m_launchLock.isLocked())
        startWindow(); // asked again under the lock, and still nobody
    else
        tryToLead();
}

// A window that is at its end still holds the instance's lock for a moment after it has closed the channel,
// and the one that was started meanwhile gives way to it.
void HandOff::windowEndedUnheard()
{
    if (std::exchange(m_startedAgain, true)) {
        emit failed(notStarted(u"the window ended before it opened its channel"_s));
        return;
    }
    m_windowEnded.reset();
    startWindow();
}

void HandOff::tryToLead()
{
    if (m_launchLock.tryLock())
        attempt(); // the former holder's window may have opened its channel since we asked
    else if (m_launchLock.error() == QLockFile::LockFailedError)
        m_retry.start();
    else
        emit failed(notStarted(u"%1 cannot be written"_s.arg(m_channel.launchLock)));
}

void HandOff::startWindow()
{
    if (m_window->program.isEmpty()) {
        emit failed(notStarted(u"the program is not installed beside the launcher"_s));
        return;
    }
    QProcess process;
    process.setProgram(m_window->program);
    process.setArguments(m_window->arguments);
    process.setWorkingDirectory(QDir::rootPath()); // keeps no folder of the caller busy
    // Whoever reads the launcher's output to its end must not wait for the window's.
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    qint64 processId = 0;
    if (!process.startDetached(&processId)) {
        emit failed(notStarted(process.errorString()));
        return;
    }
    m_windowStarted = true;
    auto* watch = new ProcessWatch(processId, this);
    connect(watch, &ProcessWatch::ended, this, [this] { m_windowEnded = QDeadlineTimer(graceAfterWindow); });
    m_retry.start();
}

} // namespace hekim
