#include "browser/gates/certificatejudge.h"

#include <QScopeGuard>
#include <QSslConfiguration>
#include <QSslError>

namespace hekim {

CertificateJudge::CertificateJudge() = default;

CertificateJudge::CertificateJudge(QList<QSslCertificate> authorities) : m_authorities(std::move(authorities))
{
}

bool CertificateJudge::accepts(const QList<QSslCertificate>& chain, const QString& host) const
{
    // Without a host verify() leaves the name out of it.
    if (chain.isEmpty() || host.isEmpty())
        return false;
    if (m_authorities.isEmpty())
        return QSslCertificate::verify(chain, host).isEmpty();

    // verify() has no parameter for the authorities: it takes those of the default configuration.
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore = qScopeGuard([&before] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration with = before;
    with.setCaCertificates(before.caCertificates() + m_authorities);
    QSslConfiguration::setDefaultConfiguration(with);
    return QSslCertificate::verify(chain, host).isEmpty();
}

} // namespace hekim
