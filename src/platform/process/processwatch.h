#pragma once

#include <QObject>

namespace hekim {

/// Tells when a process that was started detached has ended: it is no child of this process, so QProcess
/// cannot.
class ProcessWatch : public QObject
{
    Q_OBJECT

public:
    /// Emits ended() in a later turn, also for a process that is gone already.
    ProcessWatch(qint64 processId, QObject* parent);
    ~ProcessWatch() override;

signals:
    void ended();

private:
    qintptr m_handle = -1;
};

} // namespace hekim
