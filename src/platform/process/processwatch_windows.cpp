#include "platform/process/processwatch.h"

#include <QWinEventNotifier>

#include <windows.h>

namespace hekim {

ProcessWatch::ProcessWatch(qint64 processId, QObject* parent) : QObject(parent)
{
    HANDLE handle = ::OpenProcess(SYNCHRONIZE, FALSE, static_cast<DWORD>(processId));
    if (handle == nullptr) {
        QMetaObject::invokeMethod(this, &ProcessWatch::ended, Qt::QueuedConnection);
        return;
    }
    m_handle = reinterpret_cast<qintptr>(handle);
    auto* notifier = new QWinEventNotifier(handle, this);
    connect(notifier, &QWinEventNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        emit ended();
    });
}

ProcessWatch::~ProcessWatch()
{
    qDeleteAll(findChildren<QWinEventNotifier*>()); // before the handle that they watch
    if (m_handle != -1)
        ::CloseHandle(reinterpret_cast<HANDLE>(m_handle));
}

} // namespace hekim
