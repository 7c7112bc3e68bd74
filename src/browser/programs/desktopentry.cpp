#include "browser/programs/desktopentry.h"

#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// "vendor-app.desktop" may lie in the folder "vendor" (Desktop Entry Specification, "Desktop File ID").
QString fileOf(QString id)
{
    if (!id.endsWith(u".desktop") || id.contains(u'/'))
        return {};
    while (true) {
        QString file = QStandardPaths::locate(QStandardPaths::ApplicationsLocation, id);
        const qsizetype dash = id.indexOf(u'-');
        if (!file.isEmpty() || dash < 0)
            return file;
        id[dash] = u'/';
    }
}

} // namespace

QString desktopEntryName(const QString& id)
{
    const QString file = fileOf(id);
    if (file.isEmpty())
        return {};
    QSettings entry(file, QSettings::IniFormat);
    entry.beginGroup(u"Desktop Entry"_s);
    const QString locale = QLocale().name(); // "tr_TR"
    for (const QString& key :
         {u"Name[%1]"_s.arg(locale), u"Name[%1]"_s.arg(locale.section(u'_', 0, 0)), u"Name"_s}) {
        // QSettings reads a comma as a list.
        if (QString name = entry.value(key).toStringList().join(u", "_s); !name.isEmpty())
            return name;
    }
    return {};
}

} // namespace hekim
