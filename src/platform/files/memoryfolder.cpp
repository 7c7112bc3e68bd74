#include "platform/files/memoryfolder.h"

#include "platform/process/changedvariables.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <unistd.h>
#endif

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondTryMs = 1000;
#ifdef Q_OS_LINUX
constexpr char dataHome[] = "XDG_DATA_HOME";
constexpr char dataFolders[] = "XDG_DATA_DIRS";
#endif

bool isInMemory(const QString& folder)
{
    const QStorageInfo place(folder);
    return place.isValid() && place.isReady() && !place.isReadOnly() && place.fileSystemType() == "tmpfs";
}

QString place()
{
#ifdef Q_OS_LINUX
    // Both are looked at: the session's folder is this user's alone but small, the shared memory is there
    // without a session. A container may have neither.
    for (const QString& folder :
         {QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation), u"/dev/shm"_s}) {
        if (!folder.isEmpty() && isInMemory(folder))
            return folder;
    }
#endif
    return QDir::tempPath();
}

const auto prefix = u"hekim-asistani-"_s;

/// The process stands in the name, so that another one can tell whether it still lives.
QString pattern()
{
    return place() + u'/' + prefix + QString::number(QCoreApplication::applicationPid()) + u"-XXXXXX"_s;
}

} // namespace

MemoryFolder::MemoryFolder() : m_folder(pattern()) {}

MemoryFolder::~MemoryFolder()
{
    // A download that is cancelled ends in the engine's own threads, which may make a last file meanwhile.
    if (!m_folder.isValid() || m_folder.remove() || !QCoreApplication::instance())
        return;
    QTimer::singleShot(secondTryMs, QCoreApplication::instance(),
                       [path = m_folder.path()] { QDir(path).removeRecursively(); });
}

void removeAbandonedMemoryFolders()
{
#ifdef Q_OS_UNIX
    const auto folders = QDir(place()).entryInfoList({prefix + u'*'}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo& folder : folders) {
        bool isNumber = false;
        const int process = folder.fileName().section(u'-', -2, -2).toInt(&isNumber);
        const bool gone = isNumber && process > 0 && ::kill(process, 0) != 0 && errno == ESRCH;
        if (gone && folder.ownerId() == ::geteuid())
            QDir(folder.filePath()).removeRecursively();
    }
#endif
}

EngineDownloadsInMemory::EngineDownloadsInMemory()
{
    removeAbandonedMemoryFolders();
#ifdef Q_OS_LINUX
    if (!m_folder.isValid())
        return;
    // What the user has in the folder that is no longer named (desktop entries, icons) is found as before.
    const QStringList folders = QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation);
    changeVariable(dataFolders, QFile::encodeName(folders.join(u':')));
    changeVariable(dataHome, QFile::encodeName(m_folder.path()));
#endif
}

EngineDownloadsInMemory::~EngineDownloadsInMemory()
{
#ifdef Q_OS_LINUX
    changeVariableBack(dataHome);
    changeVariableBack(dataFolders);
#endif
}

} // namespace hekim
