#pragma once

#include <QObject>
#include <QUrl>

namespace hekim {

/// Starts the program that the operating system has for a scheme (an e-signature module), without a shell and
/// with the URL as it stands. Whether it may is decided before (rule S6).
class ExternalProgram : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start(const QUrl& url);

signals:
    void started(const QString& scheme);
    /// It could not be started.
    void missing(const QString& scheme);
};

} // namespace hekim
