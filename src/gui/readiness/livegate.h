#pragma once

#include "readiness/readinessfile.h"

#include <QDialog>

#include <functional>

namespace hekim {

class Settings;

/// What must be done before the live environment: asks, and records who went on without and when.
class LiveGate : public QDialog
{
    Q_OBJECT

public:
    /// Before the environment is switched to live for this institution. `goOn` runs in a later turn of the
    /// event loop, at once where nothing is missing, else when a person has given their name; never when they
    /// cancel or `parent` is gone.
    static void ask(QWidget* parent, const QString& institutionCode, bool hesEnabled,
                    std::function<void()> goOn);
    /// For a window that starts in live and never did before. Where the administrator's policy or the
    /// machine's defaults say live, they have answered it.
    static void askOnFirstStart(QWidget* parent, const Settings& settings);

private:
    LiveGate(const ReadinessFile& file, const LiveQuestion& question, QWidget* parent);
    void goOn(const QString& name);

    ReadinessFile m_file;
    LiveQuestion m_question;

signals:
    void answered();
    void failed(const QString& sentence);
};

} // namespace hekim
