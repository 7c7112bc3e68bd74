#include "browser/downloads/download.h"

#include "browser/downloads/downloadwriter.h"

#include <QFile>
#include <QThread>
#include <QWebEngineDownloadRequest>

#include <memory>
#include <optional>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestDocument = qint64{64} * 1024 * 1024;
constexpr unsigned long longestWaitMs = 40;

Download::Failure failureOf(QWebEngineDownloadRequest::DownloadInterruptReason reason)
{
    using Reason = QWebEngineDownloadRequest;
    switch (reason) {
    case Reason::FileFailed:
    case Reason::FileAccessDenied:
    case Reason::FileNoSpace:
    case Reason::FileTooLarge:
    case Reason::FileTransientError:
        return Download::Failure::TooLarge; // the place in memory, not the user's
    case Reason::ServerFailed:
    case Reason::ServerBadContent:
    case Reason::ServerUnauthorized:
    case Reason::ServerForbidden:
    case Reason::ServerCertProblem:
        return Download::Failure::ServerFailed;
    default:
        return Download::Failure::Cut;
    }
}
} // namespace

Download::Download(QWebEngineDownloadRequest& request, DownloadOffer offer, QObject* parent)
    : QObject(parent), m_request(&request), m_id(request.id()), m_offer(std::move(offer))
{
    connect(&request, &QWebEngineDownloadRequest::receivedBytesChanged, this, &Download::onReceived);
    connect(&request, &QWebEngineDownloadRequest::stateChanged, this, &Download::follow);
    // The engine tells late that it pauses, and does not resume what has not paused yet.
    connect(&request, &QWebEngineDownloadRequest::isPausedChanged, this, [this] {
        if (m_use != Use::None && m_request && m_request->isPaused())
            m_request->resume();
    });
    request.setDownloadDirectory(m_folder.path());
    request.setDownloadFileName(u"file"_s);
    // Before Qt 6.10 the engine wants its answer at once. Held back, it receives some MiB and waits for us.
    request.accept();
    request.pause();
}

Download::~Download()
{
    cancel();
}

QString Download::file() const
{
    return m_folder.filePath(u"file"_s);
}

qint64 Download::size() const
{
    if (m_total >= 0)
        return m_total;
    return m_request && m_request->totalBytes() > 0 ? m_request->totalBytes() : -1;
}

bool Download::canBeShown() const
{
    return m_offer.isPdf && size() <= largestDocument;
}

qint64 Download::received() const
{
    return m_total >= 0 ? m_total : m_request ? m_request->receivedBytes() : 0;
}

void Download::save(const QString& path)
{
    stopCarrying();
    m_use = Use::Save;
    m_writer = new DownloadWriter(file(), path);
    m_thread = new QThread;
    m_writer->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    connect(m_writer, &DownloadWriter::written, this, [this](const QString& target) {
        stopCarrying();
        m_use = Use::None;
        emit saved(target);
    });
    connect(m_writer, &DownloadWriter::failed, this, [this](DownloadWriter::Failure why) {
        switch (why) {
        case DownloadWriter::Failure::NoSpace:
            return fail(Failure::NoSpace);
        case DownloadWriter::Failure::NotAllowed:
            return fail(Failure::NotAllowed);
        case DownloadWriter::Failure::NotWritten:
            return fail(Failure::NotWritten);
        case DownloadWriter::Failure::NotRead:
            return fail(Failure::TooLarge);
        }
    });
    m_thread->start(QThread::LowPriority);
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, expected = size()] { writer->begin(expected); });
    resume();
}

void Download::read()
{
    m_use = Use::Read;
    resume();
}

void Download::resume()
{
    if (m_interrupted) {
        QMetaObject::invokeMethod(
            this, [this] { fail(m_interruption); }, Qt::QueuedConnection);
        return;
    }
    if (m_total >= 0) {
        QMetaObject::invokeMethod(this, &Download::deliver, Qt::QueuedConnection);
        return;
    }
    if (m_request)
        m_request->resume();
}

void Download::onReceived()
{
    if (m_use == Use::Read && received() > largestDocument)
        return fail(Failure::TooLarge);
    if (m_writer)
        QMetaObject::invokeMethod(m_writer, &DownloadWriter::advance);
    if (m_use != Use::None)
        emit progress(received(), size());
}

void Download::follow()
{
    if (!m_request)
        return;
    switch (m_request->state()) {
    case QWebEngineDownloadRequest::DownloadCompleted:
        m_total = m_request->receivedBytes();
        deliver();
        break;
    case QWebEngineDownloadRequest::DownloadInterrupted:
        m_interrupted = true;
        m_interruption = failureOf(m_request->interruptReason());
        if (m_use != Use::None)
            fail(m_interruption);
        break;
    default:
        break;
    }
}

bool Download::isAbout(const QWebEngineDownloadRequest& request) const
{
    return m_id == request.id();
}

void Download::cutShort()
{
    m_interrupted = true;
    m_interruption = Failure::Cut;
    if (m_use != Use::None)
        fail(m_interruption);
}

void Download::deliver()
{
    if (m_use == Use::Save && m_writer) {
        QMetaObject::invokeMethod(m_writer, [writer = m_writer, total = m_total] { writer->finish(total); });
    } else if (m_use == Use::Read) {
        m_use = Use::None;
        if (m_total > largestDocument)
            return fail(Failure::TooLarge);
        readWhole();
    }
}

// The file is in memory, but to copy 60 MB of it takes 50 ms (rule W2).
void Download::readWhole()
{
    auto bytes = std::make_shared<std::optional<QByteArray>>();
    QThread* reader = QThread::create([bytes, path = file()] {
        QFile whole(path);
        if (whole.open(QIODevice::ReadOnly))
            *bytes = whole.readAll();
    });
    connect(reader, &QThread::finished, this, [this, bytes] {
        if (*bytes)
            emit ready(**bytes);
        else
            fail(Failure::TooLarge);
    });
    connect(reader, &QThread::finished, reader, &QObject::deleteLater);
    reader->start();
}

void Download::fail(Failure why)
{
    cancel();
    emit failed(why);
}

void Download::stopCarrying()
{
    if (!m_writer)
        return;
    m_writer->disconnect(this);
    m_writer = nullptr;
    m_thread->requestInterruption();
    m_thread->quit();
    // It ends after the piece it is writing and takes the incomplete file away, as a rule before we go on.
    // One that hangs in a dead network drive must not hold the window (rule W2): it goes when it can.
    m_thread->wait(longestWaitMs);
    m_thread = nullptr;
}

void Download::cancel()
{
    m_use = Use::None;
    stopCarrying();
    if (m_request && !m_request->isFinished())
        m_request->cancel();
}

} // namespace hekim
