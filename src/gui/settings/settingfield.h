#pragma once

#include "core/settings/settingskeys.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace hekim {

/// One setting: its title, a control of its kind, its explanation, and below them what is to be said of the
/// value: why it is fixed, what is wrong with it, or that a paste was cleaned.
class SettingField : public QWidget
{
    Q_OBJECT

public:
    explicit SettingField(const SettingsKey& key, QWidget* parent = nullptr);

    [[nodiscard]] const SettingsKey& key() const { return m_key; }
    /// As it would be stored.
    [[nodiscard]] QString value() const;
    void setValue(const QString& value);

    /// Why it cannot be changed; empty when it can.
    void setHold(const QString& reason);
    [[nodiscard]] bool isHeld() const { return !m_hold.isEmpty(); }

    /// Whether the value can be stored; says at the field what is wrong with it. A held one is not its
    /// user's to mend.
    bool check();
    void setFault(InputFault fault);
    /// A field that must not stay empty here, though the key may.
    void setRequired(bool required) { m_isRequired = required; }

signals:
    void edited();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeEditor();
    void clean();
    void say();
    [[nodiscard]] QString typed() const;

    const SettingsKey& m_key; ///< of allSettingsKeys()
    QLineEdit* m_line = nullptr;
    QComboBox* m_choice = nullptr;
    QCheckBox* m_flag = nullptr;
    QWidget* m_editor;
    QWidget* m_note;
    QLabel* m_noteIcon;
    QLabel* m_noteText;
    QString m_hold;
    InputFault m_fault = InputFault::None;
    bool m_wasCleaned = false;
    bool m_isRequired = false;
};

} // namespace hekim
