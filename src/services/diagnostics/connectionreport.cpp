#include "services/diagnostics/connectionreport.h"

#include <algorithm>

namespace hekim {

namespace {

bool hasStep(const ServiceReport& service, StepState state)
{
    return std::ranges::any_of(service.steps, [state](const StepReport& s) { return s.state == state; });
}

const StepReport* firstWith(const ServiceReport& service, StepState state)
{
    const auto found =
        std::ranges::find_if(service.steps, [state](const StepReport& s) { return s.state == state; });
    return found == service.steps.end() ? nullptr : &*found;
}

} // namespace

FaultSide sideOf(CheckFault fault)
{
    switch (fault) {
    case CheckFault::None:
        return FaultSide::None;
    case CheckFault::NoAddress:
    case CheckFault::ProxyNotFound:
    case CheckFault::ProxyUnreachable:
    case CheckFault::CertificateNotYetValid:
    case CheckFault::CertificateDatesByClock:
    case CheckFault::ClockOff:
    case CheckFault::KeychainUnavailable:
    case CheckFault::KeychainLocked:
        return FaultSide::ThisComputer;
    case CheckFault::NameNotFound:
    case CheckFault::ConnectionRefused:
    case CheckFault::Unreachable:
    case CheckFault::ConnectionCut:
    case CheckFault::ProxyRefused:
    case CheckFault::ProxyLogin:
    case CheckFault::ProxyMethod:
    case CheckFault::AddressDead:
    case CheckFault::CertificateUntrusted:
    case CheckFault::CertificateOfOtherHost:
    case CheckFault::TlsFailed:
    case CheckFault::Inspected:
    case CheckFault::NetworkPage:
        return FaultSide::ClinicNetwork;
    case CheckFault::SecretMissing:
    case CheckFault::CredentialsRefused:
        return FaultSide::Credentials;
    case CheckFault::CertificateExpired:
    case CheckFault::ExpiresSoon:
    case CheckFault::Silent:
    case CheckFault::ServerFailed:
    case CheckFault::PageInstead:
    case CheckFault::BadReply:
    case CheckFault::ServerClock:
        return FaultSide::Ministry;
    }
    return FaultSide::None;
}

ServiceReport::State ServiceReport::state() const
{
    if (hasStep(*this, StepState::Failed))
        return State::Failed;
    if (steps.isEmpty() || hasStep(*this, StepState::Waiting) || hasStep(*this, StepState::Running) ||
        hasStep(*this, StepState::NotReached))
        return State::Unfinished;
    return hasStep(*this, StepState::Warned) ? State::Warned : State::Passed;
}

const StepReport* ServiceReport::finding() const
{
    const StepReport* failed = firstWith(*this, StepState::Failed);
    return failed ? failed : firstWith(*this, StepState::Warned);
}

StepReport& ServiceReport::at(CheckStep step)
{
    const auto found = std::ranges::find(steps, step, &StepReport::step);
    Q_ASSERT(found != steps.end());
    return *found;
}

ConnectionReport::State ConnectionReport::state() const
{
    bool failed = false;
    for (const ServiceReport& service : services) {
        if (service.needed && service.state() == ServiceReport::State::Unfinished)
            return State::Unfinished;
        failed |= service.needed && service.state() == ServiceReport::State::Failed;
    }
    return failed || services.isEmpty() ? State::Failed : State::Passed;
}

void judgeTogether(ConnectionReport& report)
{
    const auto clocks = [&report](StepState state) {
        return std::ranges::any_of(report.services, [state](const ServiceReport& service) {
            return std::ranges::any_of(service.steps, [state](const StepReport& step) {
                return step.step == CheckStep::Clock && step.state == state;
            });
        });
    };
    const bool someAgree = clocks(StepState::Passed);
    const bool someDiffer = clocks(StepState::Warned);
    for (ServiceReport& service : report.services) {
        for (StepReport& step : service.steps) {
            if (step.fault == CheckFault::ClockOff && someAgree)
                step.fault = CheckFault::ServerClock;
            const bool datesAreWrong = step.fault == CheckFault::CertificateExpired ||
                                       step.fault == CheckFault::CertificateNotYetValid;
            if (datesAreWrong && someDiffer && !someAgree)
                step.fault = CheckFault::CertificateDatesByClock;
        }
    }
}

} // namespace hekim
