// Writes the policy templates into a folder: hekim-policy-templates installer/policy

#include "policytemplates/templates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: hekim-policy-templates <folder>\n", stderr);
        return 2;
    }
    const QDir folder(arguments.constLast());
    for (const hekim::TemplateFile& file : hekim::policyTemplates()) {
        const QString path = folder.filePath(file.path);
        QSaveFile out(path);
        if (!QDir().mkpath(QFileInfo(path).path()) || !out.open(QSaveFile::WriteOnly) ||
            out.write(file.content) != file.content.size() || !out.commit()) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(path), qUtf8Printable(out.errorString()));
            return 1;
        }
    }
    return 0;
}
