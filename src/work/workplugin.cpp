#include "work/pagesengine.h"

namespace hekim {

/// The door by which WorkDesk comes in.
class WorkPlugin : public QObject, public WorkEngineMaker
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID HEKIM_WORK_ENGINE_ID)
    Q_INTERFACES(hekim::WorkEngineMaker)

public:
    [[nodiscard]] const char* programVersion() const override { return HEKIM_VERSION; }
    [[nodiscard]] std::unique_ptr<WorkEngine> make(const WorkEngine::Parts& parts) override
    {
        return std::make_unique<PagesEngine>(parts);
    }
};

} // namespace hekim

#include "workplugin.moc"
