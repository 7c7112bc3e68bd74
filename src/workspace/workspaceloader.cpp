#include "workspace/workspaceloader.h"

#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPluginLoader>
#include <QTimer>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

const QString partName = u"hekim-asistani-work"_s;

/// Beside the program and nowhere else: what is loaded from there is as trusted as the program (rule S7).
Result<WorkspacePlugin*> findMaker()
{
    const auto damaged = [](const QString& detail) {
        return tl::make_unexpected(
            Error{.kind = ErrorKind::DamagedInstallation, .subject = partName, .detail = detail});
    };
    for (QObject* linked : QPluginLoader::staticInstances()) {
        if (auto* maker = qobject_cast<WorkspacePlugin*>(linked))
            return maker;
    }
    const QString path = QCoreApplication::applicationDirPath() + u'/' + partName;
    QPluginLoader loader(path);
    QObject* root = loader.instance(); // lives until the process ends
    if (loader.fileName().isEmpty())
        return damaged(u"%1 is missing"_s.arg(path));
    if (!root)
        return damaged(u"%1 cannot be loaded: %2"_s.arg(loader.fileName(), loader.errorString()));
    auto* maker = qobject_cast<WorkspacePlugin*>(root);
    if (!maker)
        return damaged(u"%1 is no part of this program"_s.arg(loader.fileName()));
    if (QByteArrayView(maker->programVersion()) != HEKIM_VERSION) {
        return damaged(u"%1 is of version %2, the program of %3"_s.arg(
            loader.fileName(), QLatin1StringView(maker->programVersion()), u"" HEKIM_VERSION ""_s));
    }
    return maker;
}

} // namespace

WorkspaceLoader::WorkspaceLoader(const WorkspaceFactory::Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts)
{
}

WorkspaceLoader::~WorkspaceLoader() = default;

void WorkspaceLoader::prepare()
{
    if (m_preparing)
        return;
    m_preparing = true;
    // An interval of zero fires when the window system's queue is empty.
    QTimer::singleShot(0, this, [this] {
        m_preparing = false;
        if (const auto loaded = load())
            m_engine->warm();
        else
            emit failed(loaded.error());
    });
}

Result<void> WorkspaceLoader::load()
{
    if (m_engine)
        return {};
    const auto maker = findMaker();
    if (!maker)
        return tl::make_unexpected(maker.error());
    m_engine = (*maker)->make(m_parts);
    connect(m_engine.get(), &WorkspaceFactory::started, this, &WorkspaceLoader::engineStarted);
    connect(m_engine.get(), &WorkspaceFactory::dialogClosed, this, &WorkspaceLoader::dialogClosed);
    return {};
}

std::unique_ptr<Workspace> WorkspaceLoader::makeWorkspace(const WorkParts& parts)
{
    return m_engine->makeWorkspace(parts);
}

QString WorkspaceLoader::version()
{
    const auto loaded = load();
    return loaded ? m_engine->version() : loaded.error().detail;
}

} // namespace hekim
