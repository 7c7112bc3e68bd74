#pragma once

#include "core/environment.h"

#include <QObject>
#include <QProcess>

namespace hekim {

/// Runs `hekim-asistani-training` beside the window and learns its addresses. It ends with this object: the child watches
/// its standard input, so that it ends even when the window crashes.
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
    void failed(const hekim::Error& error);

private:
    QProcess m_process;
    QString m_program;
    QByteArray m_output;
};

} // namespace hekim
