// Writes the policy templates into a folder: hekim-policy-templates installer/policy

#include "core/files/wholefile.h"
#include "policytemplates/templates.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

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
        QDir().mkpath(QFileInfo(path).path());
        if (const auto written = hekim::writeWholeFile(path, file.content); !written) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(path), qUtf8Printable(written.error()));
            return 1;
        }
    }
    return 0;
}
