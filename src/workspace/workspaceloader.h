#pragma once

#include "core/error/error.h"
#include "workspace/workspacefactory.h"

#include <QObject>

#include <memory>

namespace hekim {

/// Loads the part of the program that shows pages when it is first needed. The engine in it is larger than
/// all else together: so the login page takes keys before it is read from the disk.
class WorkspaceLoader : public QObject
{
    Q_OBJECT

public:
    explicit WorkspaceLoader(const WorkspaceFactory::Parts& parts, QObject* parent = nullptr);
    ~WorkspaceLoader() override;

    /// Loads it, starts the engine and warms a page, in a later turn of the event loop.
    void prepare();
    /// Loads it now if it is not there yet. Errors: DamagedInstallation.
    Result<void> load();

    /// After load() went well.
    [[nodiscard]] std::unique_ptr<Workspace> makeWorkspace(const WorkParts& parts);
    /// See WorkspaceFactory; a part that is not loaded has no dialogs.
    [[nodiscard]] bool hasDialog() const { return m_engine && m_engine->hasDialog(); }
    void cancelDialog()
    {
        if (m_engine)
            m_engine->cancelDialog();
    }
    /// See WorkspaceFactory; of a part that cannot be loaded, why not.
    [[nodiscard]] QString version();

signals:
    void engineStarted();
    void dialogClosed();
    /// prepare() found the part missing or damaged.
    void failed(const hekim::Error& error);

private:
    WorkspaceFactory::Parts m_parts;
    std::unique_ptr<WorkspaceFactory> m_engine;
    bool m_preparing = false;
};

} // namespace hekim
