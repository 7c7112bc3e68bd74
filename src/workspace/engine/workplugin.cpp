#include "workspace/engine/engineworkspacefactory.h"

namespace hekim {

/// The door by which WorkspaceLoader comes in.
class WorkPlugin : public QObject, public WorkspacePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID HEKIM_WORK_ENGINE_ID)
    Q_INTERFACES(hekim::WorkspacePlugin)

public:
    [[nodiscard]] const char* programVersion() const override { return HEKIM_VERSION; }
    [[nodiscard]] std::unique_ptr<WorkspaceFactory> make(const WorkspaceFactory::Parts& parts) override
    {
        return std::make_unique<EngineWorkspaceFactory>(parts);
    }
};

} // namespace hekim

#include "workplugin.moc"
