#include "gui/window/servicestatus.h"

#include "core/error/errortext.h"
#include "gui/login/keyringtext.h"
#include "services/erapor/doctorsession.h"
#include "services/secrets/credentialstore.h"
#include "widgets/theme.h"

#include <QLocale>

namespace hekim {

using namespace Qt::StringLiterals;

ServiceStatus::ServiceStatus(const DoctorSession& session, const CredentialStore& credentials,
                             QWidget* parent)
    : QLabel(parent), m_session(session), m_credentials(credentials)
{
    setTextFormat(Qt::PlainText);
    setContentsMargins(theme::gapLarge, 0, theme::gapLarge, 0);
    theme::setTextSize(*this, theme::TextSize::Small);
    connect(&session, &DoctorSession::stateChanged, this, [this] {
        m_renewalFailure.reset();
        tellState();
    });
    connect(&session, &DoctorSession::tokenRenewed, this, [this] {
        m_renewalFailure.reset();
        tellState();
    });
    connect(&session, &DoctorSession::renewalFailed, this, [this](const Error& error) {
        m_renewalFailure = error;
        tellState();
    });
    connect(&credentials, &CredentialStore::memoryOnlyChanged, this, &ServiceStatus::tellState);
    connect(&credentials, &CredentialStore::waitingChanged, this, &ServiceStatus::tellState);
    tellState();
}

void ServiceStatus::tellState()
{
    QString text;
    if (m_renewalFailure) {
        text = tr("e-Rapor: %1").arg(sentenceFor(*m_renewalFailure));
    } else {
        switch (m_session.state()) {
        case DoctorSession::State::LoggedOut:
            text = tr("e-Rapor: nobody is logged in");
            break;
        case DoctorSession::State::LoggingIn:
            text = tr("e-Rapor: logging in…");
            break;
        case DoctorSession::State::LoggedIn:
            text = tr("e-Rapor: session open");
            if (const auto end = m_session.tokenExpiresAt())
                text = tr("e-Rapor: session open until %1")
                           .arg(QLocale().toString(end->toLocalTime().time(), QLocale::ShortFormat));
            break;
        }
    }
    if (m_credentials.isWaiting())
        text += u"  ·  "_s + keyringWaitsText();
    else if (m_credentials.isMemoryOnly())
        text += tr("  ·  No keychain on this computer: passwords are kept for this session only");
    setText(text);
    setAccessibleName(text);
}

} // namespace hekim
