#include "browser/gates/certificatechoice.h"

#include <QUrl>
#include <QWebEngineClientCertificateSelection>

#include <utility>

namespace hekim {

class CertificateChoice::Question
{
public:
    Question(const QWebEngineClientCertificateSelection& asked, std::function<void()> whenAnswered)
        : selection(asked), tell(std::move(whenAnswered))
    {
    }
    ~Question() { answer(QSslCertificate()); }
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

    void answer(const QSslCertificate& certificate)
    {
        if (std::exchange(answered, true))
            return;
        // Only what was offered: the engine matches it with the key that belongs to it.
        if (!certificate.isNull() && selection.certificates().contains(certificate))
            selection.select(certificate);
        else
            selection.selectNone();
        tell();
    }

    QWebEngineClientCertificateSelection selection;
    std::function<void()> tell;
    bool answered = false;
};

CertificateChoice::CertificateChoice(const QWebEngineClientCertificateSelection& selection,
                                     std::function<void()> answered)
    : m_question(std::make_shared<Question>(selection, std::move(answered)))
{
}

QString CertificateChoice::host() const
{
    return m_question ? m_question->selection.host().host() : QString();
}

QList<QSslCertificate> CertificateChoice::certificates() const
{
    return m_question ? m_question->selection.certificates() : QList<QSslCertificate>();
}

void CertificateChoice::choose(const QSslCertificate& certificate) const
{
    if (m_question)
        m_question->answer(certificate);
}

void CertificateChoice::chooseNone() const
{
    if (m_question)
        m_question->answer(QSslCertificate());
}

} // namespace hekim
