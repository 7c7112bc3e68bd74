#include "core/settings/smallfile.h"

#include <QFile>

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

} // namespace hekim
