#include "browser/engine/sharedmemory.h"

#include "browser/engine/engineswitches.h"
#include "platform/process/changedvariables.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = qint64{1024} * 1024;
/// A window with a page is some 4 MB, an image in a viewer some 30; blobs and several pages come on top.
constexpr qint64 enough = 256 * mebibyte;
#ifdef Q_OS_LINUX
constexpr char temporaryFolder[] = "TMPDIR";
#endif

} // namespace

MemoryPlace memoryPlaceAt(const QString& folder)
{
    const QStorageInfo place(folder);
    const bool inMemory = place.isValid() && place.isReady() && !place.isReadOnly() &&
                          place.fileSystemType() == "tmpfs" && QFileInfo(folder).isWritable();
    return {inMemory, inMemory ? place.bytesAvailable() : 0};
}

SharedMemory chooseSharedMemory(const MemoryPlace& standard, const MemoryPlace& session)
{
    if (standard.isThere && standard.free >= enough)
        return SharedMemory::Standard;
    if (session.isThere && session.free > standard.free)
        return SharedMemory::OfSession;
    return SharedMemory::Short;
}

EngineSharedMemory::EngineSharedMemory()
{
#ifdef Q_OS_LINUX
    const MemoryPlace standard = memoryPlaceAt(u"/dev/shm"_s);
    const MemoryPlace session =
        memoryPlaceAt(QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation));
    m_choice = chooseSharedMemory(standard, session);
    if (m_choice == SharedMemory::OfSession) {
        m_folder.emplace();
        // Without /dev/shm the engine takes the temporary folder.
        changeVariable(temporaryFolder, QFile::encodeName(m_folder->path()));
        addEngineSwitches({"--disable-dev-shm-usage"});
    }
    if (m_choice != SharedMemory::Standard)
        qWarning("web: /dev/shm has %lld MiB free, the session's folder in memory %lld: %s",
                 standard.free / mebibyte, session.free / mebibyte,
                 isShort() ? "pages can stay blank" : "the engine uses the latter");
#endif
}

EngineSharedMemory::~EngineSharedMemory()
{
#ifdef Q_OS_LINUX
    if (m_folder)
        changeVariableBack(temporaryFolder);
#endif
}

} // namespace hekim
