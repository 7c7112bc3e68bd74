#include "app/platformfailure.h"

#include "platform/ipc/startwords.h"

#include <QByteArrayView>
#include <QString>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace hekim {

void sayWhyNoPlatform(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    static QString displaysWords; // one thread, before any other is there
    static QString pluginsWords;
    constexpr int notStarted = 5;
    const QByteArrayView category(context.category);
    const QString line = text.section(u'\n', 0, 0).trimmed();
    if (type == QtFatalMsg) {
        // A platform that was loaded and then said no could not reach its display.
        const bool isDisplay = !displaysWords.isEmpty();
        StartWords::say({.kind = isDisplay ? ErrorKind::NoDisplay : ErrorKind::WindowNotStarted,
                         .step = Step::Display,
                         .detail = isDisplay                ? displaysWords
                                   : pluginsWords.isEmpty() ? line
                                                            : pluginsWords});
        std::_Exit(notStarted);
    }
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        const bool isPlugins = category == "qt.qpa.plugin" || !category.startsWith("qt.qpa.");
        QString& words = isPlugins ? pluginsWords : displaysWords;
        if (words.isEmpty())
            words = line;
    }
    std::fprintf(stderr, "%s\n", qUtf8Printable(line));
}

} // namespace hekim
