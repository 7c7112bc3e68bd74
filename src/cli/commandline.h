#pragma once

#include "core/settings/environment.h"

#include <QDate>
#include <QStringList>

#include <optional>

namespace hekim {

/// What the setup program was asked for; the launcher passes on what needs the keychain but no window.
struct CommandLine
{
    QString provisionFrom; ///< a file, or "-" for standard input; empty for `--check`
    bool checks = false;   ///< `--check`
    bool asJson = false;   ///< `--json`
    /// `--doctor -`: the doctor's number for the check comes on standard input, so that it stands in no
    /// process list a second time.
    bool doctorFollows = false;
    enum class Audit { No, Verify, Export };
    Audit audit = Audit::No;
    QString requestFrom;       ///< `--request`, with `--audit export`: whom to search for
    std::optional<QDate> from; ///< `--from` and `--to`, with `--audit export`; both days included
    std::optional<QDate> to;
    QString settingsFile; ///< `--config`, empty when not given
    std::optional<EnvironmentName> environment;
};

/// Unknown and doubled options, missing values and stray words are errors of kind BadInput (exit 2).
Result<CommandLine> parseCommandLine(const QStringList& arguments);

} // namespace hekim
