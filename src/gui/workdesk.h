#pragma once

#include "core/error.h"
#include "gui/workengine.h"

#include <QObject>

#include <memory>

namespace hekim {

/// Loads the part of the program that shows pages when it is first needed. The engine in it is larger than
/// all else together: so the login page takes keys before it is read from the disk.
class WorkDesk : public QObject
{
    Q_OBJECT

public:
    explicit WorkDesk(const WorkEngine::Parts& parts, QObject* parent = nullptr);
    ~WorkDesk() override;

    /// Loads it, starts the engine and warms a page, in a later turn of the event loop.
    void prepare();
    /// Loads it now if it is not there yet. Errors: DamagedInstallation.
    Result<void> load();

    /// After load() went well.
    [[nodiscard]] std::unique_ptr<Workspace> makeWorkspace(const WorkParts& parts);
    /// See WorkEngine; a part that is not loaded has no dialogs.
    [[nodiscard]] bool hasDialog() const { return m_engine && m_engine->hasDialog(); }
    /// See WorkEngine; of a part that cannot be loaded, why not.
    [[nodiscard]] QString version();

signals:
    void engineStarted();
    void dialogClosed();
    /// prepare() found the part missing or damaged.
    void failed(const hekim::Error& error);

private:
    WorkEngine::Parts m_parts;
    std::unique_ptr<WorkEngine> m_engine;
    bool m_preparing = false;
};

} // namespace hekim
