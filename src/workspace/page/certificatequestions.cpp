#include "workspace/page/certificatequestions.h"

#include "browser/page/isolatedpage.h"
#include "workspace/page/certificatedialog.h"

#include <QEvent>

namespace hekim {

CertificateQuestions::CertificateQuestions(IsolatedPage& page, QWidget& pane) : QObject(&page), m_pane(&pane)
{
    connect(&page, &IsolatedPage::certificateAsked, this, &CertificateQuestions::take);
    connect(&page, &IsolatedPage::failed, this, [this] {
        m_waiting.clear();
        withdraw();
    });
    pane.installEventFilter(this);
}

CertificateQuestions::~CertificateQuestions()
{
    withdraw();
}

void CertificateQuestions::take(const CertificateChoice& choice)
{
    m_waiting.append(choice);
    askNext();
}

void CertificateQuestions::askNext()
{
    if (m_dialog || m_waiting.isEmpty() || !m_pane || !m_pane->isVisible())
        return;
    const CertificateChoice& choice = m_waiting.first();
    m_dialog = new CertificateDialog(choice.host(), choice.certificates(), m_pane);
    connect(m_dialog, &CertificateDialog::answered, this,
            [this, host = choice.host()](const QSslCertificate& certificate) { answer(host, certificate); });
    m_dialog->open();
}

void CertificateQuestions::answer(const QString& host, const QSslCertificate& certificate)
{
    m_dialog = nullptr; // it deletes itself
    // A page opens several connections, and each asks by itself.
    m_waiting.removeIf([&](const CertificateChoice& choice) {
        if (choice.host() != host)
            return false;
        choice.choose(certificate);
        return true;
    });
    askNext();
}

void CertificateQuestions::withdraw()
{
    if (!m_dialog)
        return;
    m_dialog->disconnect(this);
    m_dialog->hide();
    m_dialog->deleteLater();
    m_dialog = nullptr;
}

bool CertificateQuestions::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_pane && event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &CertificateQuestions::askNext, Qt::QueuedConnection);
    else if (watched == m_pane && event->type() == QEvent::Hide)
        withdraw();
    return QObject::eventFilter(watched, event);
}

} // namespace hekim
