#include "browser/programs/externalprogram.h"

#include "platform/process/changedvariables.h"

#include <QDesktopServices>
#include <QProcess>

namespace hekim {

using namespace Qt::StringLiterals;

void ExternalProgram::start(const QUrl& url)
{
#ifdef Q_OS_WIN
    const bool done = QDesktopServices::openUrl(url);
#else
    // Not QDesktopServices: it builds a command line out of the URL, and offscreen it does nothing.
    QProcess program;
    program.setProgram(u"xdg-open"_s);
    program.setArguments({QString::fromLatin1(url.toEncoded())});
    program.setProcessEnvironment(userEnvironment());
    program.setStandardInputFile(QProcess::nullDevice());
    const bool done = program.startDetached();
#endif
    if (done)
        emit started(url.scheme());
    else
        emit missing(url.scheme());
}

} // namespace hekim
