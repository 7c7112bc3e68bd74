#pragma once

#include "core/settings/settings.h"
#include "platform/network/proxylogins.h"
#include "workspace/workparts.h"

#include <QObject>

#include <memory>

namespace hekim {

class Workspace;

/// What makes workspaces: the pages' engine, and what all pages of the window share. It is a part of the
/// program by itself (src/workspace), which WorkspaceLoader loads.
class WorkspaceFactory : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    struct Parts
    {
        const Settings& settings;
        ProxyLogins& proxyLogins;
        QString allowedProgramsFile; ///< see AllowedPrograms
    };

    /// Starts the engine and warms a page, in a later turn of the event loop.
    virtual void warm() = 0;
    [[nodiscard]] virtual std::unique_ptr<Workspace> makeWorkspace(const WorkParts& parts) = 0;
    /// A dialog that a page opened waits for its answer: nothing else may be done meanwhile (rule W2).
    [[nodiscard]] virtual bool hasDialog() const = 0;
    /// Answers it with "cancel": its page is going. dialogClosed() follows.
    virtual void cancelDialog() = 0;
    /// For people who help: "Qt WebEngine 6.4.2, Chromium 102 (0.5005.177)".
    [[nodiscard]] virtual QString version() const = 0;

signals:
    void started(); ///< the engine runs: warm() has come to its end
    void dialogClosed();
};

/// What the loaded part of the program offers first.
class WorkspacePlugin
{
public:
    /// HEKIM_VERSION of that part: nothing else may be asked of one that is not the program's own. Not in the
    /// interface's name below, since builds do not run moc again when the version alone has changed.
    [[nodiscard]] virtual const char* programVersion() const = 0;
    virtual ~WorkspacePlugin() = default;
    [[nodiscard]] virtual std::unique_ptr<WorkspaceFactory> make(const WorkspaceFactory::Parts& parts) = 0;
};

} // namespace hekim

#define HEKIM_WORK_ENGINE_ID "hekim-asistani.WorkspacePlugin"
Q_DECLARE_INTERFACE(hekim::WorkspacePlugin, HEKIM_WORK_ENGINE_ID)
