#include "services/radiology/teleradiology.h"

#include "services/erapor/doctorsession.h"

namespace hekim {

Teleradiology::Teleradiology(HttpClient& http, CredentialStore& credentials, DoctorSession& session,
                             QObject* parent)
    : QObject(parent)
    , m_http(http)
    , m_session(session)
    , m_login(http, credentials)
    , m_helperToken(Step::OgnToken,
                    [this](QObject* context, std::function<void(Result<Token>)> done) {
                        return m_login.obtain(m_settings, std::nullopt, context, std::move(done));
                    })
    , m_helperServices(std::make_unique<TeletipClient>(m_http, QUrl(), m_helperToken, Step::HelperService))
{
    connect(&m_session, &DoctorSession::stateChanged, this, &Teleradiology::followSession);
}

Teleradiology::~Teleradiology() = default;

void Teleradiology::setSettings(const Settings& settings)
{
    m_settings = settings;
    m_login.forgive();
    m_helperToken.forget();
    m_helperServices = std::make_unique<TeletipClient>(m_http, settings.endpoints().teletip, m_helperToken,
                                                       Step::HelperService);
}

CallHandle Teleradiology::helperToken(QObject* context, std::function<void(Result<Token>)> done)
{
    return m_helperToken.get(context, std::move(done));
}

std::unique_ptr<PatientImages> Teleradiology::imagesOf(const IdentityNumber& patient)
{
    const auto doctor = m_session.doctor();
    if (!doctor)
        return {};
    auto images =
        std::make_unique<PatientImages>(m_http, m_login, m_settings, ImageSubject{*doctor, patient});
    m_images.removeIf([](const auto& gone) { return gone.isNull(); });
    m_images.append(images.get());
    return images;
}

void Teleradiology::followSession()
{
    if (m_session.state() != DoctorSession::State::LoggedOut)
        return;
    m_login.forgive();
    m_helperToken.forget();
    for (const auto& images : std::exchange(m_images, {})) {
        if (images)
            images->forget();
    }
}

} // namespace hekim
