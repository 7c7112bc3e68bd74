#include "browser/engine/spelling.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>

namespace hekim::spelling {

using namespace Qt::StringLiterals;

namespace {
// The one way to tell the engine (6.4 to 6.10) of a folder that is not its own.
constexpr auto variable = "QTWEBENGINE_DICTIONARIES_PATH";

QString turkishIn(const QString& folder)
{
    for (const QString& name : {u"tr-TR"_s, u"tr_TR"_s}) {
        if (QFile::exists(folder + u'/' + name + u".bdic"_s))
            return name;
    }
    return {};
}
} // namespace

QStringList folders()
{
    const QString own = u"/qtwebengine_dictionaries"_s;
    return {QCoreApplication::applicationDirPath() + own, QLibraryInfo::path(QLibraryInfo::DataPath) + own,
            u"/usr/share/hunspell-bdic"_s};
}

void offer(const QStringList& folders)
{
    for (const QString& folder : folders) {
        if (!turkishIn(folder).isEmpty()) {
            qputenv(variable, QFile::encodeName(folder));
            return;
        }
    }
}

QString language()
{
    const QByteArray folder = qgetenv(variable);
    return folder.isEmpty() ? QString() : turkishIn(QFile::decodeName(folder));
}

} // namespace hekim::spelling
