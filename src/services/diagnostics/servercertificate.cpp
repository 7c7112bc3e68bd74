#include "services/diagnostics/servercertificate.h"

#include "core/text/redaction.h"
#include "services/http/httpfailure.h"

#include <QDirIterator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr int soonDays = 14;

CheckFault faultOf(const QList<QSslError>& errors)
{
    // Dates and names say more than "not trusted", which might only follow from them; but where no authority
    // trusted issued it, its dates and names mean nothing.
    CheckFault fault = CheckFault::TlsFailed;
    for (const QSslError& error : errors) {
        switch (error.error()) {
        case QSslError::SelfSignedCertificate:
        case QSslError::SelfSignedCertificateInChain:
        case QSslError::UnableToGetIssuerCertificate:
        case QSslError::UnableToGetLocalIssuerCertificate:
        case QSslError::UnableToVerifyFirstCertificate:
        case QSslError::CertificateUntrusted:
            return CheckFault::CertificateUntrusted;
        case QSslError::CertificateExpired:
            fault = CheckFault::CertificateExpired;
            break;
        case QSslError::CertificateNotYetValid:
            fault = CheckFault::CertificateNotYetValid;
            break;
        case QSslError::HostNameMismatch:
            if (fault == CheckFault::TlsFailed)
                fault = CheckFault::CertificateOfOtherHost;
            break;
        default:
            break;
        }
    }
    return fault;
}

} // namespace

StepReport judgeCertificate(const QList<QSslCertificate>& chain, const QList<QSslError>& errors,
                            const QList<QSslCertificate>& localAuthorities, const QDateTime& now)
{
    StepReport step{CheckStep::Tls, StepState::Passed};
    const QString issuer =
        chain.isEmpty() ? QString() : redacted(chain.constFirst().issuerDisplayName()).left(100);
    step.about = issuer;
    if (!errors.isEmpty()) {
        step.state = StepState::Failed;
        step.fault = faultOf(errors);
        step.detail = httpFailure(QNetworkReply::SslHandshakeFailedError, errors, {}, {}).detail;
        return step;
    }
    if (chain.isEmpty()) {
        step.detail = u"no certificate"_s;
        return step;
    }
    const QDateTime expiry = chain.constFirst().expiryDate().toUTC();
    step.detail = u"issued by %1, valid until %2"_s.arg(issuer, expiry.date().toString(Qt::ISODate));
    const auto vouchesFor = [&chain](const QSslCertificate& authority) {
        return std::ranges::any_of(chain, [&](const QSslCertificate& certificate) {
            return certificate == authority ||
                   (!authority.subjectDisplayName().isEmpty() &&
                    certificate.issuerDisplayName() == authority.subjectDisplayName());
        });
    };
    const auto inspector = std::ranges::find_if(localAuthorities, vouchesFor);
    if (inspector != localAuthorities.end()) {
        step.state = StepState::Warned;
        step.fault = CheckFault::Inspected;
        step.about = redacted(inspector->subjectDisplayName()).left(100);
    } else if (now.daysTo(expiry) < soonDays) {
        step.state = StepState::Warned;
        step.fault = CheckFault::ExpiresSoon;
    }
    return step;
}

QStringList localAuthorityFolders()
{
#ifdef Q_OS_LINUX
    return {u"/usr/local/share/ca-certificates"_s, u"/etc/pki/ca-trust/source/anchors"_s};
#else
    return {};
#endif
}

QList<QSslCertificate> authoritiesIn(const QStringList& folders)
{
    QList<QSslCertificate> authorities;
    for (const QString& folder : folders) {
        QDirIterator files(folder, {u"*.crt"_s, u"*.pem"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            authorities += QSslCertificate::fromPath(files.next());
    }
    return authorities;
}

} // namespace hekim
