// Changes single bytes of a real trail and sees whether the verification names the line:
//
//     audit-flips <folder of the trail> <every>
//
// Works on a copy. Every <every>-th byte is changed in four ways, one at a time; 1 is each byte there is.

#include "audit/audittest.h"

#include "audit/proof/auditverifier.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>

using namespace hekim;
using namespace hekim::test;

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QTemporaryDir place;
    const int every = arguments.value(2).toInt();
    if (every < 1)
        return 2;
    const QDir folder(arguments.at(1));
    for (const QString& name : folder.entryList({u"audit*"_s}, QDir::Files))
        QFile::copy(folder.filePath(name), place.filePath(name));
    if (const auto verdict = verifyAudit({place.path()}, nullptr);
        !verdict.faults.isEmpty() || verdict.lines == 0) {
        std::puts("the trail is not whole to begin with");
        return 1;
    }
    int changes = 0;
    for (const AuditFileName& name : auditFilesIn(place.path())) {
        const QString path = place.filePath(name.toString());
        const QByteArray whole = contentOf(path);
        qint64 line = 1;
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (const char change : {char(whole.at(i) ^ 1), '\n', char(whole.at(i) ^ 0x20), '\0'}) {
                if (i % every != 0 || change == whole.at(i))
                    continue;
                QByteArray changed = whole;
                changed[i] = change;
                setContent(path, changed);
                ++changes;
                const auto faults = verifyAudit({place.path()}, nullptr).faults;
                const AuditFault wanted{AuditFault::Kind::Changed, name.toString(), line};
                if (faults.isEmpty() || faults.constFirst() != wanted) {
                    std::printf("%s:%lld: byte %lld was changed, and that is not found\n",
                                qPrintable(name.toString()), static_cast<long long>(line),
                                static_cast<long long>(i));
                    return 1;
                }
            }
            if (whole.at(i) == '\n')
                ++line;
        }
        setContent(path, whole);
    }
    std::printf("%d single changes, each found and its line named\n", changes);
    return 0;
}
