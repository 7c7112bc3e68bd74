#pragma once

#include "support/testcertificates.h"

#include <QSslCertificate>
#include <QSslConfiguration>

namespace hekim::test {

/// Makes an authority known the way an operating system's store would, for the time of one test.
class Trusted
{
public:
    explicit Trusted(const TestAuthority& authority) : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration configuration = m_before;
        configuration.addCaCertificates(QSslCertificate::fromPath(authority.certificateFile()));
        QSslConfiguration::setDefaultConfiguration(configuration);
    }
    ~Trusted() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Q_DISABLE_COPY_MOVE(Trusted)

private:
    QSslConfiguration m_before;
};

} // namespace hekim::test
