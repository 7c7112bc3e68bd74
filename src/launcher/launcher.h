#pragma once

#include "core/error/exitcode.h"
#include "core/launch/instancemessage.h"
#include "core/settings/settings.h"
#include "launcher/commandline.h"

#include <QObject>

namespace hekim {

/// One call by an HBYS, from its arguments to the exit code: parse, read the settings, validate, hand over.
class Launcher : public QObject
{
    Q_OBJECT

public:
    explicit Launcher(const QStringList& arguments, QObject* parent = nullptr);

    void start();

signals:
    void finished(int exitCode);

private:
    void carryOut();
    void provision();
    void check();
    void audit();
    void startSetup(const QStringList& arguments, const QByteArray& input);
    void integrate();
    void integrationEnded(const Result<void>& result);
    void readRequest();
    void deliver(const Result<LaunchRequest>& request);
    void replied(const InstanceReply& reply);
    void finish(ExitCode code);
    void fail(const Error& error);
    void print(const QString& text);
    void speak();

    QStringList m_arguments;
    CommandLine m_line;
    std::optional<Settings> m_settings; ///< once they are read
};

} // namespace hekim
