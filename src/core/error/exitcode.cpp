#include "core/error/exitcode.h"

namespace hekim {

ExitCode exitCodeFor(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::BadInput:
        return ExitCode::BadRequest;
    case ErrorKind::BadSettings:
    case ErrorKind::NotConfigured:
        return ExitCode::BadSettings;
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
        return ExitCode::NoKeychain;
    case ErrorKind::InstanceSilent:
    case ErrorKind::InstanceElsewhere:
    case ErrorKind::WindowNotStarted:
    case ErrorKind::DamagedInstallation:
    case ErrorKind::NoRuntimeFolder:
    case ErrorKind::NoDisplay:
    case ErrorKind::TooFewFiles:
    case ErrorKind::ChannelUnsafe:
    case ErrorKind::BadReply: // the only replies that are an end here are the window's
        return ExitCode::NoWindow;
    case ErrorKind::Cancelled:
    case ErrorKind::NotPublished:
    case ErrorKind::NameNotResolved:
    case ErrorKind::ConnectionFailed:
    case ErrorKind::Proxy:
    case ErrorKind::ProxyMethod:
    case ErrorKind::Tls:
    case ErrorKind::TimedOut:
    case ErrorKind::CredentialsRefused:
    case ErrorKind::Unauthorized:
    case ErrorKind::RequestRefused:
    case ErrorKind::ForeignAddress:
    case ErrorKind::ServerFailed:
    case ErrorKind::NetworkLogin:
    case ErrorKind::PageCrashed:
        return ExitCode::ServiceFailed;
    }
    return ExitCode::ServiceFailed;
}

} // namespace hekim
