#pragma once

#include <QDialog>
#include <QSslCertificate>

class QPushButton;
class QTreeWidget;

namespace hekim {

/// Lists the user's certificates for a server that wants one. None is chosen until the doctor chooses: the
/// first in the list may be a colleague's card. Identity numbers in it are masked.
class CertificateDialog : public QDialog
{
    Q_OBJECT

public:
    CertificateDialog(const QString& host, const QList<QSslCertificate>& certificates, QWidget* parent);

signals:
    /// Answered by the doctor; null: without a certificate.
    void answered(const QSslCertificate& certificate);

private:
    void fill();
    void followSelection();

    QList<QSslCertificate> m_certificates;
    QTreeWidget* m_list;
    QPushButton* m_use = nullptr;
};

} // namespace hekim
