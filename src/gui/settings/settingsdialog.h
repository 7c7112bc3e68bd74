#pragma once

#include "core/settings/settings.h"

#include <QDialog>
#include <QMap>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace hekim {

class MessageBar;
class SettingField;

/// All settings, page by page or by what is searched for. What is fixed is shown as fixed, and by whom. It
/// writes nothing itself: saveAsked() is answered by closing it or by showFailure().
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `stored` are the settings as they are read without options.
    SettingsDialog(const Settings& stored, const SettingsPlaces& places, QWidget* parent);

    /// At its field where the error names one, else above the fields.
    void showFailure(const Error& error);

signals:
    /// What was changed, each a good value of its key.
    void saveAsked(const QMap<QString, QString>& changes);
    void setupAsked(); ///< the steps that set an institution up

private:
    QWidget* makeFields();
    void followEnvironment();
    void showFields();
    void follow();
    void save();
    [[nodiscard]] QMap<QString, QString> changes() const;
    [[nodiscard]] SettingField* fieldOf(const QString& key) const;
    void bring(SettingField* field);

    const Settings m_stored;
    Settings m_shown; ///< as they would be read in the environment that is chosen
    SettingsPlaces m_places;
    QLineEdit* m_search;
    QListWidget* m_pages;
    QScrollArea* m_area;
    MessageBar* m_failure;
    QLabel* m_nothing;
    QLabel* m_effect;
    QPushButton* m_save;
    QMap<SettingPage, QLabel*> m_titles;
    QList<SettingField*> m_fields;
};

/// Whether one of these counts only after a new login.
bool needNewLogin(const QMap<QString, QString>& changes);

} // namespace hekim
