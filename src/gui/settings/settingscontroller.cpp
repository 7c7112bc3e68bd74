#include "gui/settings/settingscontroller.h"

#include "gui/readiness/livegate.h"
#include "gui/settings/settingsdialog.h"
#include "widgets/dialogs/question.h"

#include <algorithm>

namespace hekim {

namespace {

/// They change whose services are worked with.
bool choosesServices(const QMap<QString, QString>& changes)
{
    const QStringList keys = changes.keys();
    return std::any_of(keys.begin(), keys.end(), [](const QString& name) {
        const SettingsKey* key = findSettingsKey(name);
        return name == QLatin1StringView("environment/name") || (key && key->isEndpoint());
    });
}

} // namespace

SettingsController::SettingsController(const SettingsPlaces& places, QWidget& window,
                                       AskBeforeEnd askBeforeEnd)
    : m_places(places), m_window(window), m_askBeforeEnd(std::move(askBeforeEnd))
{
}

void SettingsController::open()
{
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    // As they stand in the files now: the window may work with options, and they might have been written
    // since.
    const auto stored = Settings::load(m_places, {});
    if (!stored) {
        tellFailure(&m_window, stored.error());
        return;
    }
    m_dialog = new SettingsDialog(*stored, m_places, &m_window);
    connect(m_dialog, &SettingsDialog::saveAsked, this, &SettingsController::save);
    connect(m_dialog, &SettingsDialog::setupAsked, this, [this] {
        m_dialog->reject();
        emit setupAsked();
    });
    m_dialog->open();
}

void SettingsController::save(const QMap<QString, QString>& changes)
{
    // All together as they will be read: good values can still contradict each other.
    const auto read = Settings::load(m_places, {}, changes);
    if (!read) {
        m_dialog->showFailure(read.error());
        return;
    }
    const auto goOn = [this, changes] {
        if (!needNewLogin(changes))
            write(changes);
        else
            m_askBeforeEnd(this, [this, changes] { write(changes); });
    };
    if (choosesServices(changes) && read->reachesLive())
        LiveGate::ask(m_dialog, read->institutionCode(), read->hesEnabled(), goOn);
    else
        goOn();
}

void SettingsController::write(const QMap<QString, QString>& changes)
{
    if (const auto written = writeSettings(m_places.user, changes); !written) {
        if (m_dialog)
            m_dialog->showFailure(written.error());
        return;
    }
    emit written();
    if (m_dialog)
        m_dialog->accept();
    if (needNewLogin(changes))
        emit restartAsked(changes);
}

} // namespace hekim
