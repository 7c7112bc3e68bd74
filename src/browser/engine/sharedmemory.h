#pragma once

#include "platform/files/memoryfolder.h"

#include <QString>

#include <optional>

namespace hekim {

/// A file system in memory, as a place for what the engine's processes share.
struct MemoryPlace
{
    bool isThere = false; ///< in memory, and this user may write there
    qint64 free = 0;      ///< bytes
};
MemoryPlace memoryPlaceAt(const QString& folder);

enum class SharedMemory {
    Standard,  ///< /dev/shm
    OfSession, ///< the session's own folder in memory
    Short      ///< too little, and nothing else in memory: pages stay blank in part
};
/// Containers and terminal servers give /dev/shm 16 or 64 MB, or none. A disk is never taken: nothing of a
/// page is written there (rule S2).
SharedMemory chooseSharedMemory(const MemoryPlace& standard, const MemoryPlace& session);

/// Sends pictures and the like that the engine's processes share to where there is room, for as long as it
/// lives: one of these before the engine starts.
class EngineSharedMemory
{
public:
    EngineSharedMemory();
    ~EngineSharedMemory();
    Q_DISABLE_COPY_MOVE(EngineSharedMemory)

    [[nodiscard]] bool isShort() const { return m_choice == SharedMemory::Short; }

private:
    SharedMemory m_choice = SharedMemory::Standard;
    std::optional<MemoryFolder> m_folder;
};

} // namespace hekim
