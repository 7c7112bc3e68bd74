#pragma once

#include "core/launch/instancemessage.h"
#include "support/waiting.h"

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>

namespace hekim::test {

/// How a launcher ended.
struct Run
{
    int exitCode = -1;
    QString output;
    QString error;
};

/// A folder of its own for one test: the built launcher beside a stand-in window, a runtime folder, settings
/// and a record of what the window was given. Whatever window was started in it ends with it.
class LaunchFolder
{
public:
    LaunchFolder();
    ~LaunchFolder();
    LaunchFolder(const LaunchFolder&) = delete;
    LaunchFolder& operator=(const LaunchFolder&) = delete;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString launcher() const { return path(QStringLiteral("bin/hekim-asistani")); }
    [[nodiscard]] QString runtimeFolder() const { return path(QStringLiteral("run")); }
    [[nodiscard]] QString socketPath() const;
    /// Changes what the launchers see; `windowManner` in it is told to the stand-in window.
    [[nodiscard]] QProcessEnvironment& environment() { return m_environment; }
    void setWindowManner(const QString& manner);
    /// Lets this process see it as well, and the windows that it starts.
    void enter() const;

    [[nodiscard]] QString writeFile(const QString& name, const QByteArray& content) const;
    void writeSettings(const QByteArray& ini) const;

    /// Starts a launcher; the caller waits for it.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& arguments) const;
    [[nodiscard]] Run run(const QStringList& arguments, const QByteArray& input = {}) const;
    [[nodiscard]] static Run finish(QProcess& process);

    [[nodiscard]] QList<QJsonObject> messages() const; ///< what the window accepted, in order
    [[nodiscard]] QList<QJsonObject> windows() const;  ///< every window process that was started
    [[nodiscard]] qint64 windowProcess() const;        ///< of the one that listens, 0 when none does

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// Lets a process run as the user "nobody"; only for root.
void runAsNobody(QProcess& process);
bool giveToNobody(const QString& path);
bool isRoot();

/// Whether a text holds eleven digits in a row.
bool holdsWholeNumber(const QString& text);

} // namespace hekim::test
