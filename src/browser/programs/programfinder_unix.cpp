#include "browser/programs/programfinder.h"

#include "browser/programs/desktopentry.h"
#include "platform/process/changedvariables.h"

#include <QMimeDatabase>
#include <QProcess>
#include <QTimer>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr int queryMs = 5000;
}

// xdg-open tells of a missing handler only by opening a browser, or not at all: ask first.
void ProgramFinder::find(const QUrl& url)
{
    const QString handled =
        url.isLocalFile()
            ? QMimeDatabase().mimeTypeForFile(url.toLocalFile(), QMimeDatabase::MatchExtension).name()
            : u"x-scheme-handler/"_s + url.scheme();
    auto* query = new QProcess(this);
    auto* deadline = new QTimer(query);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, query, &QProcess::kill);
    connect(query, &QProcess::errorOccurred, this, [this, query, url](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        query->deleteLater();
        emit found(url, {}); // xdg-mime is not there: nothing is known
    });
    connect(query, &QProcess::finished, this, [this, query, url](int, QProcess::ExitStatus status) {
        query->deleteLater();
        // Several may be registered; the first is the default.
        const QString id = QString::fromUtf8(query->readAllStandardOutput())
                               .section(u'\n', 0, 0)
                               .section(u';', 0, 0)
                               .trimmed();
        if (status == QProcess::NormalExit && id.isEmpty())
            emit missing(url.scheme());
        else
            emit found(url, {id, desktopEntryName(id)});
    });
    query->setProcessEnvironment(userEnvironment());
    query->setStandardInputFile(QProcess::nullDevice());
    query->start(u"xdg-mime"_s, {u"query"_s, u"default"_s, handled});
    deadline->start(queryMs);
}

} // namespace hekim
