#pragma once

#include "core/settings.h"

#include <QMap>
#include <QObject>
#include <QPointer>

namespace hekim {

class MainWindow;
class SettingsDialog;

/// Changing the settings of a running window: the dialog, the writing, and the end of the window where they
/// count from a new login only.
class SettingsDesk : public QObject
{
    Q_OBJECT

public:
    /// `window` outlives the desk; dialogs belong to it.
    SettingsDesk(const SettingsPlaces& places, MainWindow& window);

    void open();

signals:
    void written();
    /// The window is to be started anew: these were written.
    void restartAsked(const QMap<QString, QString>& changes);

private:
    void save(const QMap<QString, QString>& changes);
    void write(const QMap<QString, QString>& changes);

    SettingsPlaces m_places;
    MainWindow& m_window;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace hekim
