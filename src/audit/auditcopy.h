#pragma once

#include "audit/syslogconnection.h"

#include <QObject>

#include <memory>

class QThread;

namespace hekim {

/// Copies a trail to a syslog server, in a thread of its own. The trail's files are the queue: a line is sent
/// when it is on the disk, and until the server has taken it the place is remembered (sentmark.h), through
/// outages and ends of the program. So lines may arrive twice, never get lost, and nothing is kept in memory.
/// Of several windows with one trail one sends.
class AuditCopy : public QObject
{
    Q_OBJECT

public:
    struct Patience
    {
        SyslogConnection::Patience connection{};
        std::chrono::milliseconds looking{60'000}; ///< between looks for lines of another window
    };

    AuditCopy(const QString& folder, const SyslogServer& server, const Patience& patience,
              QObject* parent = nullptr);
    /// Hands over what the connection takes at once, and waits for nothing.
    ~AuditCopy() override;

    /// Once, before the first line of this process is written: the first time ever, only lines from here on
    /// are copied. Slow (disk); from any thread, as wake().
    void start();
    /// There may be something to send.
    void wake();

signals:
    /// So many lines could not be sent, since they were removed or changed before.
    void linesLost(qint64 count);

private:
    class Worker;
    QString m_folder;
    std::unique_ptr<QThread> m_thread;
    Worker* m_worker; ///< lives in m_thread
};

} // namespace hekim
