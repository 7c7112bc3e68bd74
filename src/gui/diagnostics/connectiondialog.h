#pragma once

#include "services/diagnostics/connectioncheck.h"

#include <QDialog>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hekim {

class CheckTree;

/// "Bağlantı denetimi": the connection check on screen. It begins when the dialog opens.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    /// `http` and `settings` outlive it. `logins` is asked at each beginning: a doctor may have logged in
    /// since.
    ConnectionDialog(HttpClient& http, const Settings& settings,
                     std::function<ConnectionCheck::Logins()> logins, QWidget* parent = nullptr);

    void start();

private:
    void showProgress();
    void showResult();
    void copy();

    const Settings& m_settings;
    std::function<ConnectionCheck::Logins()> m_logins;
    ConnectionCheck m_check;
    QLabel* m_icon;
    QLabel* m_summary;
    QProgressBar* m_progress;
    CheckTree* m_tree;
    QLabel* m_findings;
    QPushButton* m_again;
    QPushButton* m_stop;
    QPushButton* m_copy;
};

} // namespace hekim
