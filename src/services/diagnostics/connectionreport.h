#pragma once

#include "core/settings/environment.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

namespace hekim {

/// What a connection check found, as values. Nothing in it is secret (rule S1): hosts, names of certificates,
/// times. connectiontext.h turns it into words and JSON.

enum class CheckedService { Erapor, Ogn, Teletip, Viewer, Hes };

/// What is looked at for each service, in this order.
enum class CheckStep {
    Route,      ///< which proxy, or none
    Name,       ///< the service's name, or the proxy's, as an address
    Connection, ///< TCP; through a proxy as far as the service
    Tls,        ///< handshake and certificate
    Reply,      ///< any answer to a request without credentials
    Clock,      ///< this computer's clock against the reply's Date
    Credentials ///< the institution's login
};

enum class StepState {
    Waiting,
    Running,
    Passed,
    Warned, ///< works, but IT should know
    Failed,
    NotNeeded,
    NotTried,  ///< it could not be tried without doing harm; `detail` says why
    NotReached ///< an earlier step failed, or the check was stopped
};

enum class CheckFault {
    None,
    NoAddress, ///< nothing published, nothing entered
    NameNotFound,
    ConnectionRefused,
    Unreachable, ///< no answer to a connection
    ConnectionCut,
    ProxyNotFound,
    ProxyUnreachable,
    ProxyRefused,
    ProxyLogin,  ///< the proxy wants a login
    ProxyMethod, ///< the proxy wants a login by a method that is not known here
    AddressDead, ///< warning: one of the host's addresses gives no connection
    CertificateUntrusted,
    CertificateExpired,
    CertificateNotYetValid,
    CertificateDatesByClock, ///< expired or not yet valid, but it is this computer's clock that is wrong
    CertificateOfOtherHost,
    TlsFailed,
    Inspected,   ///< warning: an authority of the clinic's own vouches for the service
    ExpiresSoon, ///< warning
    Silent,      ///< no whole answer in time
    ServerFailed,
    NetworkPage,   ///< a page of the clinic's network in the place of the service's answer
    PageInstead,   ///< a web page of the service's own in the place of its answer
    BadReply,      ///< an answer that cannot be read
    ClockOff,      ///< warning: this computer's clock
    ServerClock,   ///< warning: the service's clock; others agree with this computer
    SecretMissing, ///< password or application code were never stored here
    CredentialsRefused,
    KeychainUnavailable,
    KeychainLocked ///< its password was not given
};

enum class FaultSide { None, ThisComputer, ClinicNetwork, Credentials, Ministry };
FaultSide sideOf(CheckFault fault);

struct StepReport
{
    CheckStep step = CheckStep::Route;
    StepState state = StepState::Waiting;
    CheckFault fault = CheckFault::None;
    qint64 milliseconds = 0;
    QString detail = {}; ///< one redacted line for IT in fixed English words; may be empty
    QString about = {};  ///< what the fault's sentence names: a proxy, an issuer, a key; may be empty
};

struct ServiceReport
{
    enum class State { Unfinished, Passed, Warned, Failed };

    CheckedService service = CheckedService::Erapor;
    QUrl address;       ///< base address; empty where there is none
    bool needed = true; ///< the check fails when this service does
    QList<StepReport> steps;

    [[nodiscard]] State state() const;
    /// The step that decides the state: the first that failed, else the first that warns; null when neither.
    [[nodiscard]] const StepReport* finding() const;
    [[nodiscard]] StepReport& at(CheckStep step);
};

struct ConnectionReport
{
    enum class State { Unfinished, Passed, Failed };

    EnvironmentName environment = EnvironmentName::Training;
    QDateTime startedAt; ///< UTC
    QList<ServiceReport> services;

    /// Failed where a needed service failed; Unfinished while one has not ended, or was stopped.
    [[nodiscard]] State state() const;
};

/// What one service's check cannot know alone: whose clock is wrong, and whether dates of a certificate are
/// wrong by it. For a report whose steps have ended.
void judgeTogether(ConnectionReport& report);

} // namespace hekim
