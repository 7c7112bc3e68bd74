#pragma once

#include <QByteArray>
#include <QFile>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#endif

namespace hekim::test {

/// A small disk of its own in the place of a folder, seen by this thread and what it starts. Needs root.
class SmallDisk
{
public:
    static constexpr qint64 block = 4096; ///< a new file takes one at least

    SmallDisk(const QString& folder, const QByteArray& size) : m_folder(folder)
    {
#ifdef Q_OS_LINUX
        const QByteArray options = "mode=700,size=" + size;
        m_isThere =
            ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
            ::mount("none", QFile::encodeName(folder).constData(), "tmpfs", 0, options.constData()) == 0;
#else
        Q_UNUSED(size)
#endif
    }
    ~SmallDisk()
    {
#ifdef Q_OS_LINUX
        if (m_isThere)
            ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
#endif
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const
    {
        return m_isThere;
    }

    /// Until not a byte more fits than `left`, the rest of a block that another file has begun apart.
    [[nodiscard]] bool fill(qint64 left = 0) const
    {
        QFile filler(m_folder + QStringLiteral("/filler"));
        if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        while (filler.write(QByteArray(512, 'x')) > 0)
            ;
        return filler.resize(filler.size() - left);
    }
    [[nodiscard]] bool empty() const
    {
        return QFile::remove(m_folder + QStringLiteral("/filler"));
    }

private:
    QString m_folder;
    bool m_isThere = false;
};

} // namespace hekim::test
