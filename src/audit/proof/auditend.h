#pragma once

#include "audit/auditfiles.h"
#include "core/error/error.h"

namespace hekim {

/// How far a trail reached when it was last written, so that lines which are cut off at its end are missed.
/// Kept twice, as a line of the trail's own form each: in the folder (the end marker, "audit.end"), and
/// outside of it (the mark), for a folder that was emptied or put back. "seq" and "prev" are those that the
/// next line will have. Written after the lines: after a crash either may be behind, never ahead.
/// A line of the trail is none ("event"), and none is a line of the trail ("file").
struct AuditEnd
{
    QString file;    ///< name of the last file; empty before the first
    qint64 size = 0; ///< of that file, bytes
    qint64 next = 1;
    QByteArray prev = auditBeginning();
    QJsonObject settings{};          ///< state of the settings as the trail's lines tell it (settingswatch.h)
    QStringList marks{};             ///< places (AuditLocation::place()) in which a mark is kept
    std::optional<AuditLine> line{}; ///< as it was read, with its seal

    /// Nothing where there is none; BadSettings where it is damaged.
    static Result<std::optional<AuditEnd>> read(const QString& path);
    static QString pathIn(const QString& folder) { return folder + QLatin1StringView("/audit.end"); }
    [[nodiscard]] Result<void> write(const QString& path, const PersonDigest* key) const;

    /// Written by the one who wrote that line, the last before it (of a trail's beginning: the first): with
    /// the same key, or both without. Where the key is at hand its seal is checked.
    [[nodiscard]] bool isSealedLike(const AuditLine& neighbour, const PersonDigest* key) const;

    /// The places that this end names and that have no mark any more: this one (`mark` is what is there), and
    /// those whose place a link has taken. A folder that was copied elsewhere has none there.
    [[nodiscard]] QStringList missedMarks(const std::optional<AuditEnd>& mark,
                                          const AuditLocation& location) const;

    /// The marks of other places that are kept beside this one's and are of the same trail: this end names
    /// them, they name this place, or a link has taken the place of their folder. An older state of the
    /// folder that lies behind a link is in another place, and its own mark tells nothing of what came after
    /// it.
    [[nodiscard]] QList<AuditEnd> marksElsewhere(const AuditLocation& location) const;

    /// For the line that follows with another key: lets the holder of this end's key see that it was there,
    /// and does not let it be made anew, since it holds a digest of the seal in the seal's place.
    [[nodiscard]] QJsonObject proof() const;
    /// The end that it is of, as far as where it was: nothing unless that was sealed with the key of this
    /// name. Where the key is at hand the seal is checked.
    static std::optional<AuditEnd> proven(const QJsonObject& proof, const QString& keyName,
                                          const PersonDigest* key);
};

} // namespace hekim
