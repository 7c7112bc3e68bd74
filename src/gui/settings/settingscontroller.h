#pragma once

#include "core/settings/settings.h"

#include <QMap>
#include <QObject>
#include <QPointer>

#include <functional>

namespace hekim {

class SettingsDialog;

/// Changing the settings of a running window: the dialog, the writing, and the end of the window where they
/// count from a new login only.
class SettingsController : public QObject
{
    Q_OBJECT

public:
    /// Before the window's process is ended on purpose: asks what would be lost (rule P3), then goes on. The
    /// callback is dropped when `context` dies.
    using AskBeforeEnd = std::function<void(QObject* context, std::function<void()> goOn)>;

    /// `window` outlives the controller; dialogs belong to it.
    SettingsController(const SettingsPlaces& places, QWidget& window, AskBeforeEnd askBeforeEnd);

    void open();

signals:
    void written();
    /// The window is to be started anew: these were written.
    void restartAsked(const QMap<QString, QString>& changes);
    void setupAsked();

private:
    void save(const QMap<QString, QString>& changes);
    void write(const QMap<QString, QString>& changes);

    SettingsPlaces m_places;
    QWidget& m_window;
    AskBeforeEnd m_askBeforeEnd;
    QPointer<SettingsDialog> m_dialog;
};

} // namespace hekim
