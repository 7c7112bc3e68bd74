#include "web/externalprogram.h"

#include <QDesktopServices>
#include <QProcess>
#include <QTimer>

namespace hekim {

using namespace Qt::StringLiterals;

#ifdef Q_OS_WIN

void ExternalProgram::start(const QUrl& url)
{
    // ShellExecute says by itself when nothing is registered for the scheme.
    open(url);
}

void ExternalProgram::open(const QUrl& url)
{
    if (QDesktopServices::openUrl(url))
        emit started(url.scheme());
    else
        emit missing(url.scheme());
}

#else

namespace {
constexpr int queryMs = 5000;
}

// xdg-open tells of a missing handler only by opening a browser, or not at all: ask first.
void ExternalProgram::start(const QUrl& url)
{
    auto* query = new QProcess(this);
    auto* deadline = new QTimer(query);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, query, &QProcess::kill);
    connect(query, &QProcess::errorOccurred, this, [this, query, url](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        query->deleteLater();
        open(url); // xdg-mime is not there: nothing is known
    });
    connect(query, &QProcess::finished, this, [this, query, url](int, QProcess::ExitStatus status) {
        query->deleteLater();
        if (status == QProcess::NormalExit && query->readAllStandardOutput().trimmed().isEmpty())
            emit missing(url.scheme());
        else
            open(url);
    });
    query->setStandardInputFile(QProcess::nullDevice());
    query->start(u"xdg-mime"_s, {u"query"_s, u"default"_s, u"x-scheme-handler/"_s + url.scheme()});
    deadline->start(queryMs);
}

void ExternalProgram::open(const QUrl& url)
{
    // Not QDesktopServices: it builds a command line out of the URL, and offscreen it does nothing.
    QProcess program;
    program.setProgram(u"xdg-open"_s);
    program.setArguments({QString::fromLatin1(url.toEncoded())});
    program.setStandardInputFile(QProcess::nullDevice());
    if (program.startDetached())
        emit started(url.scheme());
    else
        emit missing(url.scheme());
}

#endif

} // namespace hekim
