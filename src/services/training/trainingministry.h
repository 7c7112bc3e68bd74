#pragma once

#include "core/settings/environment.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

namespace hekim {

/// Runs `hekim-asistani-training` beside the window and learns its addresses. It ends with this object: the
/// child watches its standard input, so that it ends even when the window crashes.
class TrainingMinistry : public QObject
{
    Q_OBJECT

public:
    /// `program` is the executable's path.
    explicit TrainingMinistry(const QString& program, QObject* parent = nullptr);
    ~TrainingMinistry() override;

    void start(); ///< answers with ready() or failed() within 10 s; may be called again after failed()

signals:
    void ready(const hekim::Endpoints& endpoints);
    /// Also when it ends by itself after ready().
    void failed(const hekim::Error& error);

private:
    enum class State { Stopped, Starting, Running };
    void readOutput();
    void letGoOfProcess();
    void fail(const Error& error);

    QProcess* m_process = nullptr; ///< a fresh one for each start
    QTimer m_deadline;
    QString m_program;
    QByteArray m_output;
    State m_state = State::Stopped;
};

} // namespace hekim
