#pragma once

#include "services/radiology/ognlogin.h"
#include "services/radiology/teletipclient.h"

namespace hekim {

/// Opens one patient's images for one doctor (guide 002 section 2). The image token lives and dies with it:
/// there is no way by which it could serve another patient or doctor.
class PatientImages : public QObject
{
    Q_OBJECT

public:
    /// Client and login outlive it.
    PatientImages(HttpClient& http, OgnLogin& login, const Settings& settings, const ImageSubject& subject,
                  QObject* parent = nullptr);

    /// A viewer address with a one-time code for the study of this accession number: each call asks for
    /// another. Errors: those of TeletipClient::post() and viewerAddress(); NotPublished for each of the
    /// three addresses, before anything is sent.
    CallHandle open(const QString& accession, QObject* context, std::function<void(Result<QUrl>)> done);
    /// The viewer answered 401: the next code comes with a renewed token.
    void refused();
    /// The doctor asks once more: the password may be sent again (rule W3).
    void retried();
    /// Nothing of the doctor's is left in memory (rule P4).
    void forget() { m_token.forget(); }

    /// The keys of the addresses that the environment lacks: "endpoints/ogn, endpoints/viewer". Empty when
    /// images can be opened.
    [[nodiscard]] QString missingAddresses() const;
    [[nodiscard]] const ImageSubject& subject() const { return m_subject; }

private:
    OgnLogin& m_login;
    Settings m_settings;
    ImageSubject m_subject;
    SharedToken m_token;
    TeletipClient m_client;
};

} // namespace hekim
