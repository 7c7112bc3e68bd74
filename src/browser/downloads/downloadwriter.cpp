#include "browser/downloads/downloadwriter.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>

#ifdef Q_OS_LINUX
#include <fcntl.h>
#endif

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 pieceSize = qint64{1024} * 1024;
/// Up to here a file stays in memory whole, so that a document can be shown and saved again.
constexpr qint64 keptWhole = 64 * pieceSize;
} // namespace

DownloadWriter::DownloadWriter(QString source, const QString& target)
    : m_source(std::move(source)), m_to(std::make_unique<QSaveFile>(target))
{
}

DownloadWriter::~DownloadWriter() = default; // an uncommitted QSaveFile takes its file away

void DownloadWriter::begin(qint64 expected)
{
    const QFileInfo target(m_to->fileName());
    const QStorageInfo storage(target.absolutePath());
    if (storage.isValid() && expected > storage.bytesAvailable())
        return giveUp(Failure::NoSpace);
    if (!m_to->open(QIODevice::WriteOnly)) {
        const bool refused =
            m_to->error() == QFileDevice::PermissionsError || !QFileInfo(target.absolutePath()).isWritable();
        giveUp(refused ? Failure::NotAllowed : Failure::NotWritten);
    }
}

bool DownloadWriter::openSource()
{
    if (m_from)
        return true;
    // The engine renames it at its end, perhaps between two looks: the opened file stays the same.
    for (const QString& name : {QString(m_source + u".download"_s), m_source}) {
        auto file = std::make_unique<QFile>(name);
        if (file->open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered)) {
            m_from = std::move(file);
            return true;
        }
    }
    return false;
}

void DownloadWriter::advance()
{
    if (m_failed || !openSource())
        return;
    while (!QThread::currentThread()->isInterruptionRequested()) {
        const QByteArray piece = m_from->read(pieceSize);
        if (piece.isEmpty())
            break;
        if (m_to->write(piece) != piece.size() || !m_to->flush()) {
            const QStorageInfo storage(QFileInfo(m_to->fileName()).absolutePath());
            return giveUp(storage.bytesAvailable() < 2 * pieceSize ? Failure::NoSpace : Failure::NotWritten);
        }
        m_done += piece.size();
    }
    giveBack();
}

void DownloadWriter::giveBack()
{
#if defined(Q_OS_LINUX) && defined(FALLOC_FL_PUNCH_HOLE)
    // A large file must not fill the memory: what is written is given back.
    if (m_done <= keptWhole || m_done - m_givenBack < 8 * pieceSize)
        return;
    if (::fallocate(m_from->handle(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, m_givenBack,
                    m_done - m_givenBack) == 0)
        m_givenBack = m_done;
#endif
}

void DownloadWriter::finish(qint64 total)
{
    advance();
    if (m_failed || QThread::currentThread()->isInterruptionRequested())
        return;
    if (!m_from || m_done < total)
        return giveUp(Failure::NotRead);
    if (!m_to->commit())
        return giveUp(Failure::NotWritten);
    emit written(m_to->fileName());
}

void DownloadWriter::giveUp(Failure why)
{
    m_failed = true;
    m_to->cancelWriting();
    m_to->commit(); // takes the incomplete file away now, not when this object goes
    emit failed(why);
}

} // namespace hekim
