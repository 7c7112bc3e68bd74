#pragma once

#include "core/error/step.h"

#include <QObject>
#include <tl/expected.hpp>

namespace hekim {
Q_NAMESPACE

/// What went wrong, in the terms in which the physician and IT are told (rule W1: each kind has its own
/// words). IT reads the enumerators' names: they stay.
enum class ErrorKind {
    Cancelled,           ///< the caller withdrew; never shown
    BadInput,            ///< a launch request, argument or typed value is malformed; see Error::fault
    BadSettings,         ///< settings, policy or provisioning data are unusable; see Error::fault
    NotConfigured,       ///< something the step needs (institution code, password) was never set up
    KeychainUnavailable, ///< the operating system's keychain did not answer or refused
    KeychainLocked,      ///< it is there, and the user did not unlock it
    NotPublished,        ///< the environment has no address for this service
    NameNotResolved,     ///< DNS
    ConnectionFailed,    ///< refused, unreachable or cut
    Proxy,               ///< the proxy refused, wants credentials or is not there
    ProxyMethod,         ///< the proxy wants a login by a method that is not known here; `detail` names it
    Tls,                 ///< the certificate or the handshake failed
    TimedOut,            ///< a deadline passed
    CredentialsRefused,  ///< the service refused user name, password, application code or doctor
    Unauthorized,        ///< a token was refused (401)
    RequestRefused,      ///< the service understood and says no (4xx): it does not know what was asked for
    ForeignAddress,      ///< a service named an address that is not the one it should lead to
    ServerFailed,        ///< 5xx or 429
    NetworkLogin,   ///< a page of the local network (captive portal, proxy) instead of the service's answer
    PageCrashed,    ///< the engine's process for a page ended by itself
    BadReply,       ///< a reply that this program cannot read: HTML, empty, oversize, a redirect elsewhere
    InstanceSilent, ///< the running window did not answer
    InstanceElsewhere,   ///< the running window works in another environment
    WindowNotStarted,    ///< the window could not be started
    DamagedInstallation, ///< a part of the program is missing, damaged or of another version
    NoRuntimeFolder,     ///< the login session has no folder of this user's for the instance channel
    NoDisplay,           ///< no display to show the window on, or one that refuses this user
    TooFewFiles,         ///< the system lets a process hold too few files open for the window
    ChannelUnsafe,       ///< the instance channel is not this user's alone
};
Q_ENUM_NS(ErrorKind)

/// Why an input or a setting was refused (with ErrorKind::BadInput and BadSettings).
enum class InputFault {
    None,
    Empty,
    NotDigits,       ///< something other than ASCII digits in an identity number
    WrongLength,     ///< an identity number that is not 11 digits
    WrongCodeLength, ///< a HES code that is not 10 letters and digits
    WrongStart,      ///< an identity number that starts with 0
    WrongChecksum,   ///< a TCKN whose check digits do not hold
    OutOfRange,      ///< a number or word that is not one of the allowed ones
    BadCharacters,   ///< characters that the field cannot hold
    TooLong,
    TooLarge, ///< a whole document over its limit
    GivenTwice,
    NeedsPatient, ///< a field that means something only together with a patient
    UnknownField,
    NotText, ///< a JSON member of the wrong type
    NotJson,
    NotUtf8,
    Utf16,
    BadUrl,          ///< a hekim-asistani: URL that is not of the documented form
    MixedSources,    ///< two of options, URL and --request together
    Unreadable,      ///< a file that is missing or cannot be read
    MalformedFile,   ///< a settings file that is no INI file
    NotHttps,        ///< an address that is neither https nor on loopback
    LockedByPolicy,  ///< the administrator's policy says otherwise
    NotAllowedHere,  ///< a key or option that does not count in this place or environment
    NotInThisVersion ///< a documented option whose feature this version does not have yet
};
Q_ENUM_NS(InputFault)

/// A failure as a value, made with its members' names: `Error{.kind = …, .step = …, .host = …}`. Nothing in
/// it is secret: `detail` is redacted by its maker (rule S1).
struct Error
{
    ErrorKind kind = ErrorKind::BadReply;
    Step step = Step::None; ///< what was being done
    QString subject = {};   ///< what was wrong or missing: "patient", "endpoints/erapor", a secret, a file
    InputFault fault = InputFault::None;
    QString host = {};   ///< the host involved, without path; empty when none
    int httpStatus = 0;  ///< 0 when no HTTP status was received
    QString detail = {}; ///< one redacted line for IT; may be empty

    /// What it is about, as IT reads it: the subject where there is one.
    [[nodiscard]] QString about() const { return subject.isEmpty() ? stepName(step) : subject; }

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthands for the two kinds that are made in many places.
inline tl::unexpected<Error> badInput(const QString& field, InputFault fault, const QString& detail = {})
{
    return tl::make_unexpected(
        Error{.kind = ErrorKind::BadInput, .subject = field, .fault = fault, .detail = detail});
}
inline tl::unexpected<Error> badSettings(const QString& key, InputFault fault, const QString& detail = {})
{
    return tl::make_unexpected(
        Error{.kind = ErrorKind::BadSettings, .subject = key, .fault = fault, .detail = detail});
}

} // namespace hekim
