#include "gui/window/appimageoffer.h"

#include "core/settings/inichange.h"
#include "platform/process/changedvariables.h"
#include "widgets/messagebar.h"

#include <QProcess>
#include <QSettings>
#include <QStandardPaths>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

const auto answeredKey = u"links/answered"_s;

} // namespace

AppImageOffer::AppImageOffer(const AppImage& image, const QString& memoryFile, QObject* parent)
    : QObject(parent), m_image(image), m_memoryFile(memoryFile)
{
}

void AppImageOffer::ask(MessageBar& notices)
{
    if (!isDue())
        return;
    m_notices = &notices;
    notices.show(
        theme::State::Info,
        tr("Links of the HBYS do not open this program yet, and it is not in the menu. Register it for "
           "your user account?"),
        {{tr("Register"),
          [this] {
              remember();
              registerLinks();
          }},
         {tr("Do not ask again"), [this] { remember(); }}});
}

bool AppImageOffer::isDue() const
{
    const QString entry =
        QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"applications/hekim-asistani.desktop"_s);
    return entry.isEmpty() && !QSettings(m_memoryFile, QSettings::IniFormat).value(answeredKey).toBool();
}

void AppImageOffer::remember() const
{
    (void)changeIniFile(m_memoryFile, [](QSettings& memory) { memory.setValue(answeredKey, true); });
}

void AppImageOffer::registerLinks()
{
    auto* launcher = new QProcess(this);
    launcher->setProcessEnvironment(userEnvironment()); // the user's own data folder, not the engine's
    launcher->setStandardOutputFile(QProcess::nullDevice());
    launcher->setStandardErrorFile(QProcess::nullDevice());
    connect(launcher, &QProcess::finished, this, [this, launcher](int code, QProcess::ExitStatus status) {
        launcher->deleteLater();
        tellResult(status == QProcess::NormalExit && code == 0);
    });
    connect(launcher, &QProcess::errorOccurred, this, [this, launcher](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) // what has started also finishes
            return;
        launcher->deleteLater();
        tellResult(false);
    });
    launcher->start(m_image.folder + u"/usr/bin/hekim-asistani"_s, {u"--integrate"_s});
}

void AppImageOffer::tellResult(bool done)
{
    if (!m_notices) // logged out meanwhile
        return;
    if (done)
        m_notices->show(theme::State::Ok, tr("Links of the HBYS and the menu now open this program."));
    else
        m_notices->show(theme::State::Error,
                        tr("The program could not be registered. Ask your IT to run it with --integrate."));
}

} // namespace hekim
