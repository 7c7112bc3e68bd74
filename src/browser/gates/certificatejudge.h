#pragma once

#include <QList>
#include <QSslCertificate>

namespace hekim {

/// Decides on a chain that the engine refused (rule S4): accepted only when the operating system's own store
/// finds nothing wrong with it for that host. On Linux the engine does not read that store, so a hospital's
/// inspection CA is met here.
class CertificateJudge
{
public:
    /// With the system's certificate authorities.
    CertificateJudge();
    /// With these authorities, for tests.
    explicit CertificateJudge(QList<QSslCertificate> authorities);

    [[nodiscard]] bool accepts(const QList<QSslCertificate>& chain, const QString& host) const;

private:
    QList<QSslCertificate> m_authorities;
};

} // namespace hekim
