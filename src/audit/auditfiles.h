#pragma once

#include "audit/auditline.h"
#include "core/settings/environment.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <tuple>

namespace hekim {

/// Where a trail is kept. Each environment has one of its own: no key but its own counts in it, and no other
/// environment's settings remove its months.
struct AuditLocation
{
    QString folder;
    QString mark{}; ///< path of the mark outside the folder (auditend.h); empty: none is kept

    /// `$XDG_STATE_HOME/hekim-asistani/audit/<environment>` (`~/.local/state/…`), and the mark in
    /// `$XDG_CONFIG_HOME/hekim-asistani` (`~/.config/…`), named after place(). Windows:
    /// `%LOCALAPPDATA%\hekim-asistani\log\audit\<environment>`, and `%LOCALAPPDATA%\hekim-asistani`.
    static AuditLocation standard(EnvironmentName environment);

    /// Digest of this computer and the folder, however its path is spelt: a copy is in another place.
    [[nodiscard]] QString place() const;
    /// What place() was, or would be, while links on the way to the folder were folders.
    [[nodiscard]] QStringList placesWithoutLinks() const;
    /// Name of the mark of a place.
    static QString markOf(const QString& place) { return QStringLiteral("audit-%1.mark").arg(place); }
    [[nodiscard]] QString pathOf(const QString& file) const { return folder + u'/' + file; }
};

/// One file of the trail: a month as the clock said it, or a further part of it: "audit-2026-11.jsonl",
/// "audit-2026-11.2.jsonl".
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

    friend bool operator==(const AuditFileName&, const AuditFileName&) = default;
    friend bool operator<(const AuditFileName& a, const AuditFileName& b)
    {
        return std::tie(a.year, a.month, a.part) < std::tie(b.year, b.month, b.part);
    }
};

/// The files in a folder in the order in which they were written: by the number of their first line, whatever
/// the clock said then. Those without a readable line come last.
QList<AuditFileName> auditFilesIn(const QString& folder);

/// The first line of a file that can be read as one.
std::optional<AuditLine> firstLineIn(const QString& path);
/// The line that ends at this byte of the file.
std::optional<AuditLine> lineBefore(const QString& path, qint64 end);
/// Looks through the files for it.
std::optional<AuditLine> lineNumbered(const QString& folder, qint64 number);

/// The last line with a seal, as far as the end of the last files holds one.
std::optional<AuditLine> lastSealedLineIn(const QString& folder);

/// Whether there is a line of this number or a higher one.
bool hasLineFrom(const QString& folder, qint64 number);

/// Makes it and what leads to it, for the user alone, where it is not there.
void makeAuditFolder(const QString& folder);

} // namespace hekim
