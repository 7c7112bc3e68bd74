#include "services/http/httpfailure.h"

#include "core/text/redaction.h"

#include <QMetaEnum>
#include <QSslCertificate>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

template <class Enumeration>
QString nameOf(Enumeration value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enumeration>().valueToKey(value));
}

// What is wrong with a certificate, in words that IT can act on: which date, which name, which issuer.
QString inWords(const QSslError& error)
{
    const QSslCertificate certificate = error.certificate();
    switch (error.error()) {
    case QSslError::CertificateExpired:
        return u"certificate expired on %1"_s.arg(certificate.expiryDate().toUTC().toString(Qt::ISODate));
    case QSslError::CertificateNotYetValid:
        return u"certificate is not valid before %1"_s.arg(
            certificate.effectiveDate().toUTC().toString(Qt::ISODate));
    case QSslError::HostNameMismatch: {
        QStringList names = certificate.subjectAlternativeNames().values();
        names += certificate.subjectInfo(QSslCertificate::CommonName);
        names.removeDuplicates();
        return u"certificate is for another host (%1)"_s.arg(names.join(u", "_s));
    }
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
        return u"self-signed certificate, issuer not trusted: %1"_s.arg(certificate.issuerDisplayName());
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return u"issuer not trusted: %1"_s.arg(certificate.issuerDisplayName());
    default:
        return nameOf(error.error());
    }
}

QString inWords(const QList<QSslError>& errors)
{
    QStringList words;
    for (const QSslError& error : errors)
        words.append(inWords(error));
    words.removeDuplicates();
    return words.join(u"; "_s);
}

ErrorKind kindOf(QNetworkReply::NetworkError failure)
{
    switch (failure) {
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::NameNotResolved;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // how QNetworkAccessManager words its transfer timeout
        return ErrorKind::TimedOut;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::Proxy;
    case QNetworkReply::UnknownContentError: // a body that cannot be unpacked
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return ErrorKind::BadReply;
    default:
        return ErrorKind::ConnectionFailed;
    }
}

} // namespace

Error httpFailure(QNetworkReply::NetworkError failure, const QList<QSslError>& tlsErrors, Step step,
                  const QString& host)
{
    Error error{.kind = kindOf(failure), .step = step, .host = host};
    // A refused certificate ends the connection; which of the two QNetworkReply names depends on who was
    // faster.
    if (!tlsErrors.isEmpty())
        error.kind = ErrorKind::Tls;
    error.detail = tlsErrors.isEmpty() ? nameOf(failure) : redacted(inWords(tlsErrors));
    return error;
}

bool isWholeReply(QNetworkReply::NetworkError failure, int httpStatus)
{
    if (failure == QNetworkReply::NoError)
        return true;
    // 2xx of the enumeration are 4xx of HTTP, 4xx are 5xx: there was a reply, and it can be read. Without
    // such a status they say something else, as a body that cannot be unpacked.
    if (httpStatus < 400)
        return false;
    const auto isBetween = [failure](auto first, auto last) { return failure >= first && failure <= last; };
    return isBetween(QNetworkReply::ContentAccessDenied, QNetworkReply::UnknownContentError) ||
           isBetween(QNetworkReply::InternalServerError, QNetworkReply::UnknownServerError) ||
           failure == QNetworkReply::ProtocolInvalidOperationError; // how it calls a 400
}

} // namespace hekim
