#include "platform/ipc/startwords.h"

#include "core/error/errortext.h"
#include "core/text/redaction.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr QStringView prefix = u"hekim-asistani-desktop: ";
/// Of a file; a debug variable of Qt's or the loader's fills more.
constexpr qint64 longest = qint64{64} * 1024;
constexpr qsizetype longestLine = 300;

QStringList linesIn(const QString& name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max(qint64(0), file.size() - longest));
    return QString::fromLocal8Bit(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

void StartWords::say(const Error& error)
{
    std::fprintf(stderr, "hekim-asistani: %s\n%s%s\n", qUtf8Printable(sentenceFor(error)),
                 qUtf8Printable(prefix.toString()), qUtf8Printable(lineForIt(error).simplified()));
    std::fflush(stderr);
}

void StartWords::leave(const QString& file)
{
#ifdef Q_OS_WIN
    constexpr const char* nowhere = "NUL";
#else
    if (QFile::symLinkTarget(u"/proc/self/fd/2"_s) != file)
        return; // a terminal's, a developer's
    constexpr const char* nowhere = "/dev/null";
#endif
    if (std::freopen(nowhere, "w", stderr) != nullptr)
        QFile::remove(file);
}

std::optional<Error> StartWords::reasonIn(const QString& file)
{
    const QStringList lines = linesIn(file);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        if (line->startsWith(prefix))
            return errorFromLine(line->mid(prefix.size()));
    }
    return std::nullopt;
}

QString StartWords::lastIn(const QString& file)
{
    const QStringList lines = linesIn(file);
    return lines.isEmpty() ? QString() : redacted(lines.constLast().trimmed().left(longestLine));
}

} // namespace hekim
