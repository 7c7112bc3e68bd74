#pragma once

#include "app/application.h"

#include <QProcessEnvironment>

namespace hekim {

/// How a window like this one is started, with the variables that the user has.
struct WindowStart
{
    QString program;
    QStringList arguments;
    QProcessEnvironment environment;

    /// Needs the application object. Nothing where the process just ends.
    static std::optional<WindowStart> following(Application::After after, const QString& config,
                                                std::optional<EnvironmentName> environment);
    /// Once the channel of this process is closed: the new one takes it.
    [[nodiscard]] bool run() const;
};

} // namespace hekim
