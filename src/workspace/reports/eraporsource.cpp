#include "workspace/reports/eraporsource.h"

#include "services/erapor/doctorsession.h"

namespace hekim {

EraporSource::EraporSource(DoctorSession& session, Address address)
    : m_session(session)
    , m_doctor(session.doctor())
    , m_address(std::move(address))
    , m_tokenInUse(std::make_shared<QString>())
{
}

CallHandle EraporSource::obtain(QObject* context, std::function<void(Result<QUrl>)> done)
{
    // Values of their own: the pane may get another source while the token is under way.
    return m_session.tokenOf(
        m_doctor, context,
        [address = m_address, inUse = m_tokenInUse, done = std::move(done)](const Result<Token>& token) {
            if (token)
                *inUse = token->value;
            done(token.map(address));
        });
}

void EraporSource::refused()
{
    m_session.tokenRefused(*m_tokenInUse);
}

QString EraporSource::waitingText() const
{
    return tr("Opening the Ministry's page…");
}

QString EraporSource::browserWarning() const
{
    return tr("The page opens in your own browser, outside Hekim Asistanı, as it was when it was first "
              "opened. Its address carries your e-Rapor session and the patient's number; the browser may "
              "keep it in its history.");
}

} // namespace hekim
