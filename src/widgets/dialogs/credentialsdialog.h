#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace hekim {

/// Asks for a user name and a password that a server or a proxy wants, by its own dialog that holds nothing
/// up (rule W2). Deletes itself.
class CredentialsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Whose login it is decides the words and whether it may be kept in the keychain.
    enum class For { Page, Proxy };

    /// `place` is the host that asks, `realm` what it calls itself; `refused` when what was typed before was
    /// wrong.
    CredentialsDialog(For what, const QString& place, const QString& realm, bool refused, QWidget* parent);

signals:
    void given(const QString& user, const QString& password, bool keep);

private:
    QLineEdit* m_user;
    QLineEdit* m_password;
    QCheckBox* m_keep;
};

} // namespace hekim
