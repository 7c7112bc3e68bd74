#include "launcher/programs.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hekim {

QString findProgram(const QString& name)
{
    const QDir here(QCoreApplication::applicationDirPath());
    return QStandardPaths::findExecutable(
        name, {here.path(), QDir::cleanPath(here.filePath(u"../libexec/hekim-asistani"_s))});
}

} // namespace hekim
