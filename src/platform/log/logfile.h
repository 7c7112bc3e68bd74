#pragma once

#include <QFile>
#include <QMutex>
#include <QString>

namespace hekim {

/// The rotating log: everything that Qt's logging says goes through redaction (rule S1) into one file of at
/// most 1 MiB, four older ones kept, readable by the user alone. While it lives it is the process's message
/// handler.
class LogFile
{
public:
    /// `folder` is created when missing; without a writable one, lines go (redacted) to standard error only.
    explicit LogFile(const QString& folder, const QString& name);
    ~LogFile();
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    [[nodiscard]] QString path() const;
    /// `~/.local/state/hekim-asistani` ($XDG_STATE_HOME); Windows: `%LOCALAPPDATA%\hekim-asistani\log`.
    static QString standardFolder();

private:
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& text);
    void write(const QByteArray& line);
    void rotate();

    QFile m_file;
    QMutex m_mutex;
};

} // namespace hekim
