#pragma once

#include "core/settings/settings.h"
#include "services/diagnostics/connectioncheck.h"
#include "services/secrets/credentialstore.h"

#include <QDialog>

#include <utility>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace hekim {

/// "Destek dosyası": gathers what a supporter needs, shows all of it, and saves it as one ZIP where the user
/// says.
class SupportDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is a reference outlives it. `engine`: see WorkspaceFactory::version().
    SupportDialog(HttpClient& http, CredentialStore& credentials, const Settings& settings, QString engine,
                  QWidget* parent = nullptr);

    void start(ConnectionCheck::Logins logins);

private:
    void readSecrets();
    void gatheredOne();
    void take(const QList<std::pair<QString, QByteArray>>& files);
    void showFile(int row);
    void chooseFile();
    void saveTo(const QString& path);

    CredentialStore& m_credentials;
    const Settings& m_settings;
    QString m_engine;
    ConnectionCheck m_check;
    QStringList m_secrets;
    int m_missing = 0; ///< what is still being gathered
    QList<std::pair<QString, QByteArray>> m_files;
    QLabel* m_state;
    QProgressBar* m_progress;
    QListWidget* m_names;
    QPlainTextEdit* m_text;
    QPushButton* m_save;
};

} // namespace hekim
