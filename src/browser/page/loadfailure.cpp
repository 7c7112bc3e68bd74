#include "browser/page/loadfailure.h"

#include "core/text/redaction.h"

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
// Chromium's net/base/net_error_list.h: -100 to -199 connection, -200 to -299 certificates, -300 to -399
// HTTP, -800 to -899 DNS.
ErrorKind kindOfNetError(int code)
{
    switch (code) {
    case -7:   // TIMED_OUT
    case -118: // CONNECTION_TIMED_OUT
        return ErrorKind::TimedOut;
    case -105: // NAME_NOT_RESOLVED
    case -137: // NAME_RESOLUTION_FAILED
        return ErrorKind::NameNotResolved;
    case -111: // TUNNEL_CONNECTION_FAILED
    case -120: // SOCKS_CONNECTION_FAILED
    case -121: // SOCKS_CONNECTION_HOST_UNREACHABLE
    case -127: // PROXY_AUTH_REQUESTED
    case -130: // PROXY_CONNECTION_FAILED
    case -131: // MANDATORY_PROXY_CONFIGURATION_FAILED
    case -136: // PROXY_CERTIFICATE_INVALID
    case -140: // HTTPS_PROXY_TUNNEL_RESPONSE_REDIRECT
    case -336: // NO_SUPPORTED_PROXIES
        return ErrorKind::Proxy;
    case -115: // PROXY_AUTH_UNSUPPORTED
        return ErrorKind::ProxyMethod;
    case -107: // SSL_PROTOCOL_ERROR
    case -110: // SSL_CLIENT_AUTH_CERT_NEEDED
    case -113: // SSL_VERSION_OR_CIPHER_MISMATCH
    case -114: // SSL_RENEGOTIATION_REQUESTED
    case -117: // BAD_SSL_CLIENT_AUTH_CERT
    case -123: // SSL_NO_RENEGOTIATION
    case -125: // SSL_DECOMPRESSION_FAILURE_ALERT
    case -126: // SSL_BAD_RECORD_MAC_ALERT
    case -129: // SSL_WEAK_SERVER_EPHEMERAL_DH_KEY
    case -134: // SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED
    case -135: // SSL_CLIENT_AUTH_CERT_NO_PRIVATE_KEY
    case -141: // SSL_CLIENT_AUTH_SIGNATURE_FAILED
    case -148: // SSL_HANDSHAKE_NOT_COMPLETED
    case -149: // SSL_BAD_PEER_PUBLIC_KEY
    case -150: // SSL_PINNED_KEY_NOT_IN_CERT_CHAIN
    case -153: // SSL_DECRYPT_ERROR_ALERT
    case -159: // SSL_SERVER_CERT_CHANGED
    case -164: // SSL_CLIENT_AUTH_CERT_BAD_FORMAT
    case -167: // SSL_SERVER_CERT_BAD_FORMAT
    case -172: // SSL_OBSOLETE_CIPHER
    case -501: // INSECURE_RESPONSE
        return ErrorKind::Tls;
    case -324: // EMPTY_RESPONSE: cut before the first byte
        return ErrorKind::ConnectionFailed;
    default:
        break;
    }
    if (code <= -800 && code > -900)
        return ErrorKind::NameNotResolved;
    if (code <= -200 && code > -300)
        return ErrorKind::Tls;
    if (code <= -100 && code > -200)
        return ErrorKind::ConnectionFailed;
    return ErrorKind::BadReply;
}

ErrorKind kindOfStatus(int status)
{
    if (status == 401)
        return ErrorKind::Unauthorized;
    if (status == 407)
        return ErrorKind::Proxy;
    return status >= 500 || status == 429 ? ErrorKind::ServerFailed : ErrorKind::BadReply;
}
} // namespace

Error pageError(ErrorKind kind, const QUrl& url, Step step)
{
    return {.kind = kind, .step = step, .host = redacted(url.host())};
}

Error loadFailure(const QUrl& url, QWebEngineLoadingInfo::ErrorDomain domain, int code)
{
    if (domain == QWebEngineLoadingInfo::HttpStatusCodeDomain) {
        Error error = pageError(kindOfStatus(code), url, Step::Page);
        error.httpStatus = code;
        return error;
    }
    Error error = pageError(kindOfNetError(code), url, Step::Page);
    error.detail = u"net error %1"_s.arg(code);
    return error;
}

} // namespace hekim
