#pragma once

#include "core/error/error.h"

#include <QLabel>

namespace hekim {

class CredentialStore;
class DoctorSession;

/// The line at the window's foot: the state of each service in words.
class ServiceStatus : public QLabel
{
    Q_OBJECT

public:
    ServiceStatus(const DoctorSession& session, const CredentialStore& credentials,
                  QWidget* parent = nullptr);

private:
    void tellState();

    const DoctorSession& m_session;
    const CredentialStore& m_credentials;
    std::optional<Error> m_renewalFailure;
};

} // namespace hekim
