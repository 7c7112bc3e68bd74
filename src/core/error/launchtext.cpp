#include "core/error/launchtext.h"

#include <QCoreApplication>

namespace hekim {

namespace {

class ErrorText // the translations' name for what is said of errors
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString launchSentence(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InstanceSilent:
        return ErrorText::tr(
            "The open Hekim Asistanı window does not answer. Close it and call the patient again.");
    case ErrorKind::InstanceElsewhere:
        return ErrorText::tr(
            "Hekim Asistanı is already open in another environment. Close it and call the patient again.");
    case ErrorKind::WindowNotStarted:
        return ErrorText::tr(
            "The Hekim Asistanı window could not be started. Try again; if it stays so, ask your IT to "
            "install it anew.");
    case ErrorKind::DamagedInstallation:
        return ErrorText::tr(
            "Hekim Asistanı is not installed completely or is damaged, so no pages can be shown. Ask your IT "
            "to install the program anew.");
    case ErrorKind::NoRuntimeFolder:
        return ErrorText::tr(
            "The Hekim Asistanı window could not be started: the login session on this computer has no "
            "folder of its own (XDG_RUNTIME_DIR). Log in to the computer again; if it stays so, tell your "
            "IT.");
    case ErrorKind::NoDisplay:
        return ErrorText::tr(
            "The Hekim Asistanı window could not be started: there is no screen that it can be shown on, or "
            "the screen refuses it. Call it from the desktop where it is to be seen; if it stays so, tell "
            "your IT.");
    case ErrorKind::TooFewFiles:
        return ErrorText::tr(
            "The Hekim Asistanı window could not be started: this computer lets a program hold too few "
            "files open at once. Ask your IT to raise the limit (ulimit -n).");
    case ErrorKind::ChannelUnsafe:
        return ErrorText::tr(
            "The patient was not handed over: another user of this computer could have read it. Log in to "
            "the computer again and tell your IT.");
    case ErrorKind::Cancelled:
    case ErrorKind::BadInput:
    case ErrorKind::BadSettings:
    case ErrorKind::NotConfigured:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
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
    case ErrorKind::BadReply:
        break; // errortext.cpp has their words
    }
    return {};
}

} // namespace hekim
