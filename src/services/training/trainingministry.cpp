#include "services/training/trainingministry.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

constexpr qsizetype longestOutput = qsizetype{64} * 1024;

Error failure(ErrorKind kind, const QString& detail)
{
    return {.kind = kind, .step = Step::TrainingMinistry, .detail = detail};
}

// The addresses in the line; nothing where it is some other line.
Result<std::optional<Endpoints>> endpointsIn(const QByteArray& line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject())
        return std::optional<Endpoints>();
    const QJsonObject object = document.object();
    Endpoints endpoints;
    for (const auto& [name, target] :
         {std::pair("erapor"_L1, &endpoints.erapor), std::pair("ogn"_L1, &endpoints.ogn),
          std::pair("teletip"_L1, &endpoints.teletip), std::pair("viewer"_L1, &endpoints.viewer),
          std::pair("hes"_L1, &endpoints.hes)}) {
        if (!object.contains(name))
            continue;
        const auto url = parseEndpoint(u"endpoints/"_s + name, object.value(name).toString());
        // Training talks to loopback and to nothing else.
        if (!url || !isLoopbackHost(url->host()))
            return tl::make_unexpected(failure(ErrorKind::BadReply, u"an address is not on loopback"_s));
        *target = *url;
    }
    if (endpoints.erapor.isEmpty())
        return tl::make_unexpected(failure(ErrorKind::BadReply, u"it named no address"_s));
    return std::optional(endpoints);
}

} // namespace

TrainingMinistry::TrainingMinistry(const QString& program, QObject* parent)
    : QObject(parent), m_program(program)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(10s);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { fail(failure(ErrorKind::TimedOut, u"it did not say its addresses"_s)); });
}

TrainingMinistry::~TrainingMinistry()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel();
    // Its end by standard input takes milliseconds; one that does not hear that is ended at once. No window
    // waits for it (rule W2): this goes with the program, after its event loop.
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(500)) {
        m_process->kill();
        m_process->waitForFinished(500);
    }
}

void TrainingMinistry::start()
{
    if (m_state != State::Stopped)
        return;
    m_state = State::Starting;
    m_output.clear();
    m_deadline.start();
    m_process = new QProcess(this);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &TrainingMinistry::readOutput);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(failure(ErrorKind::ConnectionFailed, u"it could not be started"_s));
    });
    connect(m_process, &QProcess::finished, this,
            [this] { fail(failure(ErrorKind::ConnectionFailed, u"it ended"_s)); });
    m_process->start(m_program, {u"--port"_s, u"0"_s, u"--stop-with-stdin"_s});
}

// A process that failed ends on its own, and is deleted when it has.
void TrainingMinistry::letGoOfProcess()
{
    QProcess* process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        process->kill();
}

void TrainingMinistry::readOutput()
{
    const QByteArray bytes = m_process->readAllStandardOutput();
    if (m_state != State::Starting)
        return; // read all the same, so that the pipe never fills up
    m_output += bytes;
    for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
        const auto endpoints = endpointsIn(m_output.left(end));
        m_output.remove(0, end + 1);
        if (!endpoints) {
            fail(endpoints.error());
            return;
        }
        if (*endpoints) {
            m_deadline.stop();
            m_output.clear();
            m_state = State::Running;
            emit ready(**endpoints);
            return;
        }
    }
    if (m_output.size() > longestOutput)
        fail(failure(ErrorKind::BadReply, u"it said too much"_s));
}

void TrainingMinistry::fail(const Error& error)
{
    if (m_state == State::Stopped)
        return;
    m_state = State::Stopped;
    m_deadline.stop();
    letGoOfProcess();
    // Later: a program that is not there is known before start() returns.
    QTimer::singleShot(0, this, [this, error] { emit failed(error); });
}

} // namespace hekim
