#include "foreign/jupyter.h"
#include "support/waiting.h"

#include "foreign/served.h"

#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

#include <httplib.h>

namespace hekim::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString Jupyter::missing()
{
    if (QStandardPaths::findExecutable(u"jupyter-notebook"_s).isEmpty())
        return u"Jupyter Notebook is not installed (package jupyter-notebook)"_s;
    return {};
}

bool Jupyter::start()
{
    m_port = freePort();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"JUPYTER_RUNTIME_DIR"_s, m_home.path());
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"jupyter-notebook"_s,
                    {u"--no-browser"_s, u"--allow-root"_s, u"--ip=127.0.0.1"_s,
                     u"--port="_s + QString::number(m_port), u"--port-retries=0"_s,
                     u"--NotebookApp.token=deneme"_s, u"--NotebookApp.notebook_dir="_s + m_work.path()});
    const bool answers = until(
        [this] {
            m_errors += QString::fromUtf8(m_process.readAll());
            const auto reply = httplib::Client("127.0.0.1", m_port).Get("/api");
            return (reply && reply->status == 200) || m_process.state() == QProcess::NotRunning;
        },
        90s);
    return answers && m_process.state() == QProcess::Running;
}

Jupyter::~Jupyter()
{
    m_process.terminate(); // ends its kernels too
    if (!m_process.waitForFinished(20000))
        m_process.kill();
    m_process.waitForFinished(5000);
}

QUrl Jupyter::url(const QString& path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

} // namespace hekim::test
