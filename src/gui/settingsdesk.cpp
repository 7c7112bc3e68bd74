#include "gui/settingsdesk.h"

#include "gui/livegate.h"
#include "gui/mainwindow.h"
#include "gui/settingsdialog.h"

namespace hekim {

SettingsDesk::SettingsDesk(const SettingsPlaces& places, MainWindow& window)
    : m_places(places), m_window(window)
{
    connect(&m_window, &MainWindow::settingsAsked, this, &SettingsDesk::open);
}

void SettingsDesk::open()
{
    if (m_dialog) {
        m_dialog->activateWindow();
        return;
    }
    // As they stand in the files now: the window may work with options, and somebody may have written since.
    const auto stored = Settings::load(m_places, {});
    if (!stored) {
        m_window.tellFailure(stored.error());
        return;
    }
    m_dialog = new SettingsDialog(*stored, m_places, &m_window);
    connect(m_dialog, &SettingsDialog::saveAsked, this, &SettingsDesk::save);
    connect(m_dialog, &SettingsDialog::setupAsked, this, [this] {
        m_dialog->reject();
        emit m_window.setupAsked();
    });
    m_dialog->open();
}

void SettingsDesk::save(const QMap<QString, QString>& changes)
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
            m_window.askBeforeEnd(this, [this, changes] { write(changes); });
    };
    if (changes.contains(QStringLiteral("environment/name")) && read->environment() == EnvironmentName::Live)
        LiveGate::ask(m_dialog, read->institutionCode(), read->hesEnabled(), goOn);
    else
        goOn();
}

void SettingsDesk::write(const QMap<QString, QString>& changes)
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
