#pragma once

#include "browser/gates/certificatechoice.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

namespace hekim {

class CertificateDialog;
class IsolatedPage;

/// Asks for a page which certificate it may show, one dialog at a time and only while its pane is in sight:
/// what comes before, or stands when the pane is hidden, waits (rule P6). Nothing is chosen for a page that
/// goes.
class CertificateQuestions : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the page.
    CertificateQuestions(IsolatedPage& page, QWidget& pane);
    ~CertificateQuestions() override;

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take(const CertificateChoice& choice);
    void askNext();
    void answer(const QString& host, const QSslCertificate& certificate);
    void withdraw();

    QPointer<QWidget> m_pane;
    QPointer<CertificateDialog> m_dialog;
    QList<CertificateChoice> m_waiting;
};

} // namespace hekim
