#include "platform/process/sandboxstate.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A line of /proc/<process>/status.
QByteArray fieldOf(const QByteArray& status, const QByteArray& name)
{
    const auto lines = status.split('\n');
    for (const QByteArray& line : lines) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace

QString sandboxState()
{
    QHash<qint64, qint64> parents;
    QHash<qint64, QByteArray> filters; // of the processes that draw pages
    const QStringList processes = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
    for (const QString& process : processes) {
        const QByteArray status = contentOf(u"/proc/%1/status"_s.arg(process));
        parents.insert(process.toLongLong(), fieldOf(status, "PPid").toLongLong());
        if (contentOf(u"/proc/%1/cmdline"_s.arg(process)).contains("--type=renderer"))
            filters.insert(process.toLongLong(), fieldOf(status, "Seccomp"));
    }
    int filtered = 0;
    int pages = 0;
    for (auto page = filters.cbegin(); page != filters.cend(); ++page) {
        qint64 ancestor = page.key();
        while (ancestor > 1 && ancestor != QCoreApplication::applicationPid())
            ancestor = parents.value(ancestor);
        if (ancestor != QCoreApplication::applicationPid())
            continue;
        ++pages;
        filtered += page.value() == "2" ? 1 : 0; // a filter of system calls, which the sandbox sets up last
    }
    QString state = pages == 0 ? u"unknown: no page runs"_s
                    : filtered == pages
                        ? u"on: %1 of %2 page processes are confined (seccomp)"_s.arg(filtered).arg(pages)
                        : u"OFF: %1 of %2 page processes are confined (seccomp)"_s.arg(filtered).arg(pages);
    if (qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        state += u"; switched off from outside (QTWEBENGINE_DISABLE_SANDBOX)"_s;
    return state;
}

} // namespace hekim
