#pragma once

#include "core/launch/launchrequest.h"

#include <QStringList>

#include <optional>

namespace hekim {

/// What the arguments say, before anything is read or validated that needs the settings.
struct CommandLine
{
    enum class Action { Open, LogOut, Provision, Check, Audit, Integrate, RemoveIntegration, Help, Version };

    Action action = Action::Open;
    std::optional<EnvironmentName> environment;
    QString settingsFile;    ///< --config
    QString requestSource;   ///< --request: a file, or "-"
    QString provisionSource; ///< --provision: a file, or "-"
    QString audit;           ///< --audit: "verify" or "export"
    QStringList auditRange;  ///< --from and --to with their days, as they were given
    bool asJson = false;     ///< --json, with --check
    QString url;
    LaunchFields fields; ///< --patient, --reason …, in the documented order
};

/// `arguments` as the program got them, its own name first. Errors are of kind BadInput and echo no value.
Result<CommandLine> parseCommandLine(const QStringList& arguments);

} // namespace hekim
