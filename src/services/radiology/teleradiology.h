#pragma once

#include "services/radiology/patientimages.h"

#include <memory>

namespace hekim {

class DoctorSession;

/// The Ministry's teleradiology as guide 002 gives it: images of patients, each with a token of its own, and
/// the helper services with the institution's. The two kinds of token never meet.
class Teleradiology : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. What belongs to a doctor is forgotten when the session ends (rule P4).
    Teleradiology(HttpClient& http, CredentialStore& credentials, DoctorSession& session,
                  QObject* parent = nullptr);
    ~Teleradiology() override;

    /// In training they arrive when the training ministry runs. Tokens at hand are dropped.
    void setSettings(const Settings& settings);

    /// For the doctor who is logged in; none without one. Belongs to the caller and must go before this.
    [[nodiscard]] std::unique_ptr<PatientImages> imagesOf(const IdentityNumber& patient);
    /// The institution's own token: the one at hand, or a new one.
    CallHandle helperToken(QObject* context, std::function<void(Result<Token>)> done);
    /// The methods under `{teletip}` that the Ministry tells an institution with its access, called with the
    /// institution's own token (guide 002 section 1). Good until the next setSettings().
    [[nodiscard]] TeletipClient& helperServices() { return *m_helperServices; }

private:
    void followSession();

    HttpClient& m_http;
    DoctorSession& m_session;
    OgnLogin m_login;
    Settings m_settings;
    SharedToken m_helperToken;
    std::unique_ptr<TeletipClient> m_helperServices;
    QList<QPointer<PatientImages>> m_images;
};

} // namespace hekim
