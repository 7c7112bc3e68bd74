#include "platform/files/userfolders.h"

#include <QDir>
#include <QStandardPaths>

namespace hekim {

QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace hekim
