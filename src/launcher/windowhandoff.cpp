#include "launcher/windowhandoff.h"

#include "platform/ipc/startwords.h"
#include "platform/process/openfiles.h"
#include "platform/process/processwatch.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

constexpr auto retryInterval = 20ms;
constexpr auto graceAfterWindow = 500ms;

Error notStarted(const QString& detail)
{
    return {.kind = ErrorKind::WindowNotStarted, .subject = u"hekim-asistani-desktop"_s, .detail = detail};
}

} // namespace

WindowHandOff::WindowHandOff(const InstanceChannel& channel, const InstanceMessage& message,
                             const std::optional<Window>& window, const Deadlines& deadlines, QObject* parent)
    : QObject(parent)
    , m_channel(channel)
    , m_message(message)
    , m_window(window)
    , m_deadlines(deadlines)
    , m_launchLock(channel.launchLock)
{
    // A dead holder is known by its process id and the kernel's lock; the time is for a file that a crash
    // left empty.
    m_launchLock.setStaleLockTime(m_deadlines.coldStart + m_deadlines.handOff);
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryInterval);
    connect(&m_retry, &QTimer::timeout, this, &WindowHandOff::attempt);
}

void WindowHandOff::start()
{
    m_deadline.setRemainingTime(m_deadlines.handOff);
    attempt();
}

void WindowHandOff::attempt()
{
    const auto remaining = std::chrono::ceil<std::chrono::milliseconds>(m_deadline.remainingTimeAsDuration());
    InstanceClient::deliver(m_channel.address, m_message, remaining, this,
                            [this](const Result<Delivery>& result) { attemptEnded(result); });
}

void WindowHandOff::attemptEnded(const Result<Delivery>& result)
{
    if (!result) {
        emit failed(result.error());
        return;
    }
    switch (result->kind) {
    case Delivery::Kind::Answered:
        emit answered(result->reply);
        return;
    case Delivery::Kind::NobodyListens:
        nobodyListens();
        return;
    case Delivery::Kind::Cut:
        // A window that is closing, or full for a moment: what it did not acknowledge it did not carry out.
        if (m_deadline.hasExpired())
            emit failed({.kind = ErrorKind::InstanceSilent,
                         .step = Step::WindowHandOff,
                         .detail = u"the connection was cut without an answer"_s});
        else
            m_retry.start();
        return;
    }
}

void WindowHandOff::nobodyListens()
{
    if (!m_window) {
        emit nobodyThere();
        return;
    }
    if (!m_isColdStart) {
        m_isColdStart = true;
        m_deadline.setRemainingTime(m_deadlines.coldStart);
    }
    if (m_deadline.hasExpired())
        emit failed(unheard(u"the window did not open its channel in time"_s));
    else if (m_windowEnded && m_windowEnded->hasExpired())
        windowEndedUnheard();
    else if (m_windowStarted)
        m_retry.start();
    else if (m_launchLock.isLocked())
        startWindow(); // asked again under the lock, and still no window
    else
        tryToLead();
}

/// With what a window that gave no reason said last: the loader's words, or a library's.
Error WindowHandOff::unheard(const QString& detail) const
{
    const QString last = m_windowStarted ? StartWords::lastIn(m_channel.startWords) : QString();
    return notStarted(last.isEmpty() ? detail : detail + u": "_s + last);
}

// A window that is at its end still holds the instance's lock for a moment after it has closed the channel,
// and the one that was started meanwhile gives way to it.
void WindowHandOff::windowEndedUnheard()
{
    if (const std::optional<Error> reason = StartWords::reasonIn(m_channel.startWords)) {
        emit failed(*reason);
        return;
    }
    if (std::exchange(m_startedAgain, true)) {
        emit failed(unheard(u"the window ended before it opened its channel"_s));
        return;
    }
    m_windowEnded.reset();
    startWindow();
}

void WindowHandOff::tryToLead()
{
    if (m_launchLock.tryLock())
        attempt(); // the former holder's window may have opened its channel since we asked
    else if (m_launchLock.error() == QLockFile::LockFailedError)
        m_retry.start();
    else
        emit failed(notStarted(u"%1 cannot be written"_s.arg(m_channel.launchLock)));
}

void WindowHandOff::startWindow()
{
    if (m_window->program.isEmpty()) {
        emit failed(notStarted(u"the program is not installed beside the launcher"_s));
        return;
    }
    if (const std::optional<Error> error = OpenFiles::tooFewForWindow()) {
        emit failed(*error);
        return;
    }
    QProcess process;
    process.setProgram(m_window->program);
    process.setArguments(m_window->arguments);
    process.setWorkingDirectory(QDir::rootPath()); // keeps no folder of the caller busy
    if (!m_channel.runtimeFolder.isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_channel.runtimeFolder); // also where its bus is found
        process.setProcessEnvironment(environment);
    }
    // A caller that reads the launcher's output to its end must not wait for the window's.
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(m_channel.startWords);
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
