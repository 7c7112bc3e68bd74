#include "core/files/wholefile.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace hekim {

Result<QByteArray> readSmallFile(const QString& path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badSettings(path, InputFault::Unreadable);
    // read(most) fetches that much memory even for a file of a few lines. What grew meanwhile, or says that
    // it is empty as the system's own files do, is read as far as it goes.
    const qint64 size = file.size();
    QByteArray content = size > 0 ? file.read(std::min(size, most) + 1) : QByteArray();
    if (content.size() > size || size <= 0)
        content += file.read(most + 1 - content.size());
    if (file.error() != QFileDevice::NoError)
        return badSettings(path, InputFault::Unreadable);
    if (content.size() > most)
        return badSettings(path, InputFault::TooLarge);
    return content;
}

tl::expected<void, QString> writeWholeFile(const QString& path, const QByteArray& bytes,
                                           QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    // Unbuffered: what does not fit when a buffer is emptied is no error to commit(), which then puts an
    // empty file in the place of the former one (seen with Qt 6.4.2).
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
        (!permissions || file.setPermissions(permissions)) && file.write(bytes) == bytes.size() &&
        file.commit())
        return {};
    return tl::make_unexpected(file.errorString());
}

} // namespace hekim
