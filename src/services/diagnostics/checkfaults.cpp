#include "services/diagnostics/checkfaults.h"

namespace hekim {

CheckFault faultOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return CheckFault::NameNotFound;
    case QAbstractSocket::ConnectionRefusedError:
        return CheckFault::ConnectionRefused;
    case QAbstractSocket::RemoteHostClosedError:
        return CheckFault::ConnectionCut;
    case QAbstractSocket::ProxyNotFoundError:
        return CheckFault::ProxyNotFound;
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
        return CheckFault::ProxyUnreachable;
    case QAbstractSocket::ProxyAuthenticationRequiredError:
        return CheckFault::ProxyLogin;
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyProtocolError:
        return CheckFault::ProxyRefused;
    default:
        return CheckFault::Unreachable;
    }
}

CheckFault faultOf(const Error& error, bool inspected)
{
    switch (error.kind) {
    case ErrorKind::NotConfigured:
        return CheckFault::SecretMissing;
    case ErrorKind::NotPublished:
        return CheckFault::NoAddress;
    case ErrorKind::KeychainUnavailable:
        return CheckFault::KeychainUnavailable;
    case ErrorKind::KeychainLocked:
        return CheckFault::KeychainLocked;
    case ErrorKind::NameNotResolved:
        return CheckFault::NameNotFound;
    case ErrorKind::Proxy:
        return error.httpStatus == 407 ? CheckFault::ProxyLogin : CheckFault::ProxyRefused;
    case ErrorKind::ProxyMethod:
        return CheckFault::ProxyMethod;
    case ErrorKind::Tls:
        return CheckFault::TlsFailed;
    case ErrorKind::TimedOut:
        return CheckFault::Silent;
    case ErrorKind::CredentialsRefused:
    case ErrorKind::Unauthorized:
        return CheckFault::CredentialsRefused;
    case ErrorKind::ServerFailed:
        return CheckFault::ServerFailed;
    case ErrorKind::NetworkLogin:
        // No proxy can put a page of its own into a connection that the service's certificate
        // protects, unless an authority of the clinic's is let in.
        return inspected ? CheckFault::NetworkPage : CheckFault::PageInstead;
    case ErrorKind::ConnectionFailed:
        return CheckFault::ConnectionCut;
    case ErrorKind::Cancelled:
    case ErrorKind::BadInput:
    case ErrorKind::BadSettings:
    case ErrorKind::RequestRefused:
    case ErrorKind::ForeignAddress:
    case ErrorKind::PageCrashed:
    case ErrorKind::BadReply:
    case ErrorKind::InstanceSilent:
    case ErrorKind::InstanceElsewhere:
    case ErrorKind::WindowNotStarted:
    case ErrorKind::DamagedInstallation:
    case ErrorKind::NoRuntimeFolder:
    case ErrorKind::NoDisplay:
    case ErrorKind::TooFewFiles:
    case ErrorKind::ChannelUnsafe:
        break;
    }
    return CheckFault::BadReply;
}

} // namespace hekim
