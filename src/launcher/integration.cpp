#include "launcher/integration.h"

#include "core/files/wholefile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

const auto entryName = u"applications/hekim-asistani.desktop"_s;
const auto iconName = u"icons/hicolor/scalable/apps/hekim-asistani.svg"_s;
constexpr auto ownMark = "X-HekimAsistani-AppImage=true"; ///< tells our entry from another's
constexpr int desktopDeadlineMs = 5000;

tl::unexpected<Error> failed(const QString& file, const QString& detail)
{
    return badSettings(file, InputFault::Unreadable, detail);
}

Result<QByteArray> readWhole(const QString& name)
{
    QFile file(name);
    if (!file.open(QFile::ReadOnly))
        return failed(name, file.errorString());
    return file.readAll();
}

Result<void> writeWhole(const QString& name, const QByteArray& content)
{
    QDir().mkpath(QFileInfo(name).path());
    if (const auto written = writeWholeFile(name, content); !written)
        return failed(name, written.error());
    return {};
}

/// An argument of the Exec key: no field code in it; where it has to be it is quoted, and escaped once more
/// as every string of a desktop entry is (Desktop Entry Specification, "The Exec key"). Only there: the
/// xdg-open of desktops without a tool of their own (xdg-utils 1.1.3) takes quotation marks for a part of the
/// name.
QByteArray execArgument(const QString& text)
{
    static const QRegularExpression reserved(u"[\\s\"'\\\\><~|&;$*?#()`]"_s);
    QString argument = QString(text).replace(u'%', u"%%"_s);
    if (!argument.contains(reserved))
        return argument.toUtf8();
    argument.replace(QRegularExpression(u"([\"`$\\\\])"_s), u"\\\\1"_s).replace(u'\\', u"\\\\"_s);
    return '"' + argument.toUtf8() + '"';
}

bool isOurs(const QString& entry)
{
    const Result<QByteArray> content = readWhole(entry);
    return content && content->split('\n').contains(ownMark);
}

} // namespace

Integration::Integration()
    : m_dataFolder(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
    , m_entry(m_dataFolder + u'/' + entryName)
    , m_icon(m_dataFolder + u'/' + iconName)
{
}

QByteArray Integration::entryFor(const QByteArray& bundledEntry, const QString& file)
{
    QByteArray entry;
    for (const QByteArray& line : bundledEntry.trimmed().split('\n')) {
        if (line.startsWith("Exec="))
            entry += "Exec=" + execArgument(file) + " -- %u\n" + ownMark + '\n';
        else
            entry += line + '\n';
    }
    return entry;
}

Result<void> Integration::set(const AppImage& image) const
{
    if (QFile::exists(m_entry) && !isOurs(m_entry))
        return failed(m_entry, u"another program's entry stands there"_s);
    const QString share = image.folder + u"/usr/share/"_s;
    const Result<QByteArray> entry = readWhole(share + entryName);
    if (!entry)
        return tl::make_unexpected(entry.error());
    const Result<QByteArray> icon = readWhole(share + iconName);
    if (!icon)
        return tl::make_unexpected(icon.error());
    if (Result<void> written = writeWhole(m_icon, *icon); !written)
        return written;
    if (Result<void> written = writeWhole(m_entry, entryFor(*entry, image.file)); !written)
        return written;
    tellDesktop();
    return {};
}

Result<void> Integration::remove() const
{
    if (!isOurs(m_entry))
        return {};
    for (const QString& name : {m_entry, m_icon}) {
        QFile file(name);
        if (file.exists() && !file.remove())
            return failed(name, file.errorString());
    }
    tellDesktop();
    for (const QString& name : {entryName, iconName}) {
        // rmdir takes empty folders only; the first that is not ends it.
        QString folder = QFileInfo(name).path();
        while (folder != u"." && QDir(m_dataFolder).rmdir(folder))
            folder = QFileInfo(folder).path();
    }
    return {};
}

/// Links are found through a cache on most desktops. Where the tool for it is missing the desktop reads the
/// entries themselves, or takes the entry up at the next login.
void Integration::tellDesktop() const
{
    const QString folder = m_dataFolder + u"/applications"_s;
    const QString tool = QStandardPaths::findExecutable(u"update-desktop-database"_s);
    if (!tool.isEmpty()) {
        QProcess update;
        update.start(tool, {u"-q"_s, folder});
        update.waitForFinished(desktopDeadlineMs); // the launcher has no window that would wait
    }
    const QString cache = folder + u"/mimeinfo.cache"_s;
    if (const Result<QByteArray> content = readWhole(cache); content && content->trimmed() == "[MIME Cache]")
        QFile::remove(cache);
}

} // namespace hekim
