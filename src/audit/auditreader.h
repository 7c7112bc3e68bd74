#pragma once

#include "audit/auditfiles.h"

#include <QList>

#include <optional>

namespace hekim {

/// Reads the lines of a trail one after another while others write it: only whole lines that the end marker
/// vouches for, so that none is read that a failed write takes back. Slow (disk): never in the window's
/// thread.
class AuditReader
{
public:
    struct Piece
    {
        QList<AuditLine> lines; ///< empty: no more at present
        qint64 missing = 0;     ///< lines before the first of these that are no longer there, or unreadable
    };

    explicit AuditReader(QString folder) : m_folder(std::move(folder)) {}

    /// The next line to read is that with this number (1 and up).
    void seek(qint64 number);
    /// Whether there is anything to read at present.
    [[nodiscard]] bool hasMore() const;
    /// At most `most` lines. A trail that ends before the place read up to is another one, and is read from
    /// its beginning. Looking for the place ends early where the thread is asked to.
    Piece read(qsizetype most);

private:
    void findFile();
    [[nodiscard]] std::optional<AuditFileName> fileAfter(const AuditFileName& file) const;

    QString m_folder;
    qint64 m_next = 1;
    std::optional<AuditFileName> m_file; ///< that is being read
    qint64 m_position = 0;               ///< in it, bytes
};

} // namespace hekim
