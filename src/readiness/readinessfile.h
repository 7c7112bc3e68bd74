#pragma once

#include "core/error/error.h"
#include "readiness/readinessrecord.h"

#include <QByteArray>

namespace hekim {

/// An institution's record on disk, for this user alone: one JSON file an institution, read and written whole
/// or not at all. What cannot be understood (damaged, oversize, of a newer version) is told and stays as it
/// is until a person has it set aside.
class ReadinessFile
{
public:
    static constexpr qint64 maxBytes = qint64(1024) * 1024;

    /// `folder` is made when something is written for the first time.
    ReadinessFile(const QString& folder, QString institution);

    /// A missing file is an empty record. Errors are BadSettings naming the file: Unreadable, TooLarge,
    /// NotJson, NotText, NotInThisVersion.
    Result<ReadinessRecord> load();
    /// Refused with GivenTwice where the file is not the one that was loaded any more: another window of the
    /// same user has written it.
    Result<void> save(const ReadinessRecord& record);
    /// Renames what could not be understood and answers its new path; the next load() finds nothing.
    Result<QString> setAside();

    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] Result<QByteArray> content() const;

    QString m_institution;
    QString m_path;
    QByteArray m_loaded;
};

} // namespace hekim
