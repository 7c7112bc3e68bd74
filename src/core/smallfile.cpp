#include "core/smallfile.h"

#include <QFile>

namespace hekim {

Result<QByteArray> readSmallFile(const QString& path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badSettings(path, InputFault::Unreadable);
    QByteArray content = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return badSettings(path, InputFault::Unreadable);
    if (content.size() > most)
        return badSettings(path, InputFault::TooLarge);
    return content;
}

} // namespace hekim
