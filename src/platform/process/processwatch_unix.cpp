#include "platform/process/processwatch.h"

#include <QSocketNotifier>

#include <cerrno>
#include <sys/syscall.h>
#include <unistd.h>

namespace hekim {

ProcessWatch::ProcessWatch(qint64 processId, QObject* parent) : QObject(parent)
{
    // By number: glibc has had the wrapper since 2.36 only. A kernel without it (before 5.3) leaves the
    // deadline.
    m_handle = ::syscall(SYS_pidfd_open, static_cast<pid_t>(processId), 0U);
    if (m_handle >= 0) {
        auto* notifier = new QSocketNotifier(m_handle, QSocketNotifier::Read, this);
        connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
            notifier->setEnabled(false);
            emit ended();
        });
    } else if (errno == ESRCH) {
        QMetaObject::invokeMethod(this, &ProcessWatch::ended, Qt::QueuedConnection);
    }
}

ProcessWatch::~ProcessWatch()
{
    qDeleteAll(findChildren<QSocketNotifier*>()); // before the descriptor that they watch
    if (m_handle >= 0)
        ::close(static_cast<int>(m_handle));
}

} // namespace hekim
