#pragma once

#include "audit/auditline.h"
#include "core/error.h"

#include <QDate>
#include <QString>

#include <optional>
#include <tuple>

namespace hekim {

/// One file of the trail: a month, or a further part of it: "audit-2026-11.jsonl", "audit-2026-11.2.jsonl".
struct AuditFileName
{
    int year = 0;
    int month = 0;
    int part = 1;

    static std::optional<AuditFileName> fromString(const QString& name);
    static AuditFileName ofMonth(const QDate& day) { return {day.year(), day.month(), 1}; }
    [[nodiscard]] QString toString() const;
    /// Months since the year 0: how old a file is, is a difference.
    [[nodiscard]] int months() const { return year * 12 + month; }
    [[nodiscard]] AuditFileName nextPart() const { return {year, month, part + 1}; }

    friend bool operator==(const AuditFileName&, const AuditFileName&) = default;
    friend bool operator<(const AuditFileName& a, const AuditFileName& b)
    {
        return std::tie(a.year, a.month, a.part) < std::tie(b.year, b.month, b.part);
    }
};

/// The files in a folder, in their order.
QList<AuditFileName> auditFilesIn(const QString& folder);

/// The end marker: how far the trail reached when it was last written, in a file of its own ("audit.end"), so
/// that lines cut off at the end are missed. It is a line of the same form: "seq" and "prev" are those that
/// the next line will have. It may be behind by what was written just before a crash, never ahead.
struct AuditEnd
{
    QString file;    ///< name of the last file; empty before the first
    qint64 size = 0; ///< of that file, bytes
    qint64 next = 1;
    QByteArray prev = auditBeginning();
    std::optional<AuditLine> line; ///< as it was read, with its seal

    /// Nothing where there is none; BadSettings where it is damaged.
    static Result<std::optional<AuditEnd>> read(const QString& folder);
    [[nodiscard]] Result<void> write(const QString& folder, const PersonDigest* key) const;
};

/// `$XDG_STATE_HOME/hekim-asistani/audit` (`~/.local/state/…`); Windows:
/// `%LOCALAPPDATA%\hekim-asistani\log\audit`.
QString standardAuditFolder();
/// Makes it, for the user alone, where it is not there.
void makeAuditFolder(const QString& folder);

} // namespace hekim
