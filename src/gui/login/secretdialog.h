#pragma once

#include "core/error/error.h"

#include <QDialog>

class QLineEdit;

namespace hekim {

/// Asks for the institution's USS password where the keychain cannot give it: kept in memory for this session
/// only.
class SecretDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SecretDialog(QWidget* parent = nullptr);

    /// Whether typing the password could mend this failure.
    static bool helpsWith(const Error& error);

signals:
    void given(const QString& password);

private:
    QLineEdit* m_password;
};

} // namespace hekim
