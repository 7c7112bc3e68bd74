#pragma once

#include <QString>
#include <QTemporaryDir>

namespace hekim {

/// A folder of this user alone whose files are kept in memory, not on a disk: what a page offers waits there
/// until the user has chosen a place for it (rule S2). It goes with its content.
///
/// Where the system has no such file system (Windows), it is a folder among the temporary files.
class MemoryFolder
{
public:
    MemoryFolder();
    /// Takes it away; once more a little later where the engine was just at work in it.
    ~MemoryFolder();
    Q_DISABLE_COPY_MOVE(MemoryFolder)

    [[nodiscard]] bool isValid() const { return m_folder.isValid(); }
    [[nodiscard]] QString path() const { return m_folder.path(); }
    [[nodiscard]] QString filePath(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// Takes away what windows of this user left behind that were killed.
void removeAbandonedMemoryFolders();

/// Sends the engine's own first file of each download into memory, for as long as it lives: one of these in
/// main(), right after the application object.
///
/// Chromium begins to write a download before the user is asked where to, and for an off-the-record profile
/// in the folder XDG_DATA_HOME (tried with 6.4.2: up to some MiB of the page's file in ~/.local/share,
/// refused downloads as well). It looks at the variable at each download, so the variable it is.
class EngineDownloadsInMemory
{
public:
    EngineDownloadsInMemory();
    ~EngineDownloadsInMemory();
    Q_DISABLE_COPY_MOVE(EngineDownloadsInMemory)

private:
    MemoryFolder m_folder;
};

} // namespace hekim
