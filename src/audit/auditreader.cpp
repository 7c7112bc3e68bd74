#include "audit/auditreader.h"

#include <QFile>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// Number of the line after the last; 0 where the end marker does not tell it.
qint64 endOf(const QString& folder)
{
    const auto end = AuditEnd::read(folder);
    return end && *end ? (*end)->next : 0;
}

QByteArray lineFrom(QFile& file)
{
    return file.readLine(AuditLine::longest + 2);
}

} // namespace

void AuditReader::seek(qint64 number)
{
    m_next = number;
    m_file.reset();
}

bool AuditReader::hasMore() const
{
    const qint64 end = endOf(m_folder);
    return end > 0 && end != m_next;
}

AuditReader::Piece AuditReader::read(qsizetype most)
{
    Piece piece;
    const qint64 end = endOf(m_folder);
    if (end > 0 && end < m_next)
        seek(1);
    if (end <= m_next)
        return piece;
    if (!m_file)
        findFile();
    while (m_file && piece.lines.size() < most && m_next < end) {
        QFile file(m_folder + u'/' + m_file->toString());
        if (!file.open(QIODevice::ReadOnly) || !file.seek(m_position)) {
            m_file.reset(); // removed by its age meanwhile
            break;
        }
        while (!file.atEnd() && piece.lines.size() < most && m_next < end) {
            QByteArray text = lineFrom(file);
            const bool ended = text.endsWith('\n');
            if (ended)
                text.chop(1);
            const auto line = ended ? AuditLine::read(text) : std::nullopt;
            if (line && line->number > m_next) {
                if (!piece.lines.isEmpty())
                    return piece; // what is missing is told before the first of a piece
                piece.missing = line->number - m_next;
                m_next = line->number;
            }
            m_position = file.pos();
            if (line && line->number == m_next) {
                piece.lines.append(*line);
                ++m_next;
            } else if (QThread::currentThread()->isInterruptionRequested()) {
                return piece;
            }
        }
        if (file.atEnd() && m_next < end) {
            m_file = fileAfter(*m_file);
            m_position = 0;
        }
    }
    return piece;
}

/// The last file whose first line is not beyond the next one to read, else the first that there is.
void AuditReader::findFile()
{
    const QList<AuditFileName> files = auditFilesIn(m_folder);
    m_position = 0;
    m_file = files.isEmpty() ? std::nullopt : std::optional(files.constFirst());
    for (auto name = files.rbegin(); name != files.rend(); ++name) {
        QFile file(m_folder + u'/' + name->toString());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = lineFrom(file);
        const auto first = AuditLine::read(text.chopped(text.endsWith('\n') ? 1 : 0));
        if (first && first->number <= m_next) {
            m_file = *name;
            return;
        }
    }
}

std::optional<AuditFileName> AuditReader::fileAfter(const AuditFileName& file) const
{
    const QList<AuditFileName> files = auditFilesIn(m_folder);
    const auto next = std::find_if(files.begin(), files.end(),
                                   [&file](const AuditFileName& other) { return file < other; });
    return next == files.end() ? std::nullopt : std::optional(*next);
}

} // namespace hekim
