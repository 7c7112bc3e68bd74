#include "platform/log/logfile.h"

#include "core/text/redaction.h"

#include <QAtomicPointer>
#include <QDateTime>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr qint64 maxBytes = qint64{1024} * 1024;
constexpr int olderFiles = 4;
constexpr qsizetype longestLine = qsizetype{16} * 1024;
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// Qt's message handler is a bare function: this is the one way it finds its object.
QAtomicPointer<LogFile> current;

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return "unknown"_L1;
}

QString olderPath(const QString& path, int age)
{
    return path + u'.' + QString::number(age);
}

} // namespace

LogFile::LogFile(const QString& folder, const QString& name) : m_file(folder + u'/' + name)
{
    const QFileInfo info(folder);
    QDir().mkpath(info.absolutePath());
    QDir(info.absolutePath()).mkdir(info.fileName(), ownerOnly | QFileDevice::ExeOwner);
    const QMutexLocker guard(&m_mutex);
    rotate();
    current.storeRelease(this);
    qInstallMessageHandler(&LogFile::handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(nullptr);
    const QMutexLocker guard(&m_mutex); // a line that another thread is writing ends first
    current.storeRelease(nullptr);
}

QString LogFile::path() const
{
    return m_file.fileName();
}

void LogFile::handle(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    QString line = redacted(text);
    line.truncate(longestLine);                     // after redaction: a cut number would not be known as one
    line.replace(u'\r', u' ').replace(u'\n', u' '); // one event, one line: a text cannot forge another
    const QByteArray bytes =
        u"%1 %2 %3: %4\n"_s
            .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), levelName(type),
                 QString::fromUtf8(context.category != nullptr ? context.category : "default"), line)
            .toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    if (LogFile* log = current.loadAcquire())
        log->write(bytes);
}

void LogFile::write(const QByteArray& line)
{
    const QMutexLocker guard(&m_mutex);
    if (!m_file.isOpen())
        return;
    if (m_file.size() + line.size() > maxBytes)
        rotate();
    m_file.write(line);
    m_file.flush(); // the last lines before a crash are the ones that matter
}

/// Opens the file, after moving a full one aside. Called with the mutex held.
void LogFile::rotate()
{
    const QString path = m_file.fileName();
    m_file.close();
    if (QFileInfo(path).size() > maxBytes / 2) {
        QFile::remove(olderPath(path, olderFiles));
        for (int age = olderFiles - 1; age >= 1; --age)
            QFile::rename(olderPath(path, age), olderPath(path, age + 1));
        if (!QFile::rename(path, olderPath(path, 1)))
            QFile::remove(path);
    }
    // Without a writable folder the file stays closed, and the lines go to standard error alone.
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append, ownerOnly))
        m_file.setPermissions(ownerOnly); // also where an older file was left readable
}

QString LogFile::standardFolder()
{
#ifdef Q_OS_WIN
    return qEnvironmentVariable("LOCALAPPDATA") + u"/hekim-asistani/log"_s;
#else
    const QString state = qEnvironmentVariable("XDG_STATE_HOME"); // Qt knows this place from 6.7 on
    return (QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s) +
           u"/hekim-asistani"_s;
#endif
}

} // namespace hekim
