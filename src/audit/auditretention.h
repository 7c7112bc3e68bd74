#pragma once

#include "audit/proof/auditend.h"

namespace hekim {

/// How many files, from the first on, retention may remove when a line of the month `present` (as
/// AuditFileName::months()) begins a file. `files` are in the trail's order.
///
/// A month goes when more than `keepMonths` months after it are over, as the trail's own lines show: each has
/// a file of its own, is later than all before it, and a later one has begun. After a leap of the clock the
/// last month does not count as over until a further one begins, so that a leap alone removes nothing.
qsizetype filesToRemove(const QList<AuditFileName>& files, int present, int keepMonths);

/// Which files may go, as the lines themselves prove it. What the files are called and how their first lines
/// follow proves nothing: who can write the folder could let the program remove files of its own, and say in
/// a sealed line that the trail begins where it does not.
struct AuditRetention
{
    struct File
    {
        AuditFileName name;
        QByteArray upTo; ///< "prev" of the first line behind it
        QStringList
            madeKeys{}; ///< that it tells of, in lines with the key (audittrust.h): lines of theirs stay
    };
    QList<File> old{}; ///< in the trail's order
    QString doubt{};   ///< the file where the trail is not one chain as the program wrote it: nothing may go

    /// `end` is how far the trail reaches. The whole trail is read where a month is due: it must be one chain
    /// from its beginning, or from where retention cut it last, and each line must stand in its own month's
    /// file. A month counts where a line of it is sealed with the key. Without the key nothing goes from a
    /// trail that has seals; one without any has its chain alone.
    static AuditRetention of(const QString& folder, const QList<AuditFileName>& files,
                             const AuditFileName& present, int keepMonths, const AuditEnd& end,
                             const PersonDigest* key);
};

} // namespace hekim
