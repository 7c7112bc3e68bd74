#pragma once

#include <QSettings>

namespace hekim {

/// How the user has arranged the window: a file of its own beside the settings, never a policy's business.
/// Holds sizes and orders, nothing of a patient.
class UiState
{
public:
    explicit UiState(const QString& file) : m_file(file, QSettings::IniFormat) {}

    [[nodiscard]] QVariant value(QStringView key) const { return m_file.value(key.toString()); }
    void set(QStringView key, const QVariant& value) { m_file.setValue(key.toString(), value); }
    void remove(QStringView key) { m_file.remove(key.toString()); }

private:
    QSettings m_file;
};

} // namespace hekim
