#pragma once

#include "core/error/error.h"

#include <QDialog>

class QLineEdit;

namespace hekim {

/// Asks for the institution's HES user name and password where the keychain cannot give them: kept in memory
/// until the window closes.
class HesLoginDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HesLoginDialog(QWidget* parent);

    /// Whether typing them could mend this failure.
    static bool helpsWith(const Error& error);

signals:
    void given(const QString& user, const QString& password);

private:
    QLineEdit* m_user;
    QLineEdit* m_password;
};

} // namespace hekim
