#pragma once

#include "core/settings/inichange.h"

#include <QSettings>

namespace hekim {

/// How the user has arranged the window: a file of its own beside the settings, never a policy's business.
/// Holds sizes and orders, nothing of a patient. What cannot be kept is as it was the next time.
class UiState
{
public:
    explicit UiState(QString file) : m_file(std::move(file)) {}

    [[nodiscard]] QVariant value(QStringView key) const
    {
        return QSettings(m_file, QSettings::IniFormat).value(key.toString());
    }
    void set(QStringView key, const QVariant& value)
    {
        (void)changeIniFile(m_file, [&](QSettings& state) { state.setValue(key.toString(), value); });
    }
    void remove(QStringView key)
    {
        (void)changeIniFile(m_file, [&](QSettings& state) { state.remove(key.toString()); });
    }

private:
    QString m_file;
};

} // namespace hekim
