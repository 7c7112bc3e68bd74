#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace hekim::test {

/// A real Jupyter Notebook on loopback, working in a folder of its own that goes with it.
class Jupyter
{
public:
    ~Jupyter();

    /// What is missing for it here, in one sentence; empty when nothing is.
    static QString missing();
    bool start();
    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] QString filePath(const QString& name) const { return m_work.filePath(name); }
    [[nodiscard]] QString errors() const { return m_errors; }

private:
    QTemporaryDir m_work;
    QTemporaryDir m_home;
    QProcess m_process;
    QString m_errors;
    int m_port = 0;
};

} // namespace hekim::test
