#pragma once

#include <QList>
#include <QMetaType>
#include <QSslCertificate>

#include <functional>
#include <memory>

class QWebEngineClientCertificateSelection;

namespace hekim {

/// A server's question which of the user's certificates (of a card, of the system) the page shows it. May be
/// kept and answered later; copies are the same question. When the last one goes without an answer, none is
/// shown: the engine's own way would be the first.
class CertificateChoice
{
public:
    CertificateChoice() = default;
    /// `answered` is called once, whatever the answer is and however it comes.
    CertificateChoice(const QWebEngineClientCertificateSelection& selection, std::function<void()> answered);

    [[nodiscard]] QString host() const;
    [[nodiscard]] QList<QSslCertificate> certificates() const;
    void choose(const QSslCertificate& certificate) const;
    void chooseNone() const;

private:
    class Question;
    std::shared_ptr<Question> m_question;
};

} // namespace hekim

Q_DECLARE_METATYPE(hekim::CertificateChoice)
