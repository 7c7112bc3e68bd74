#include "services/diagnostics/connectionfaulttext.h"

#include "core/text/durationtext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

class ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
};

QString networkFault(const StepReport& step, const QString& host, const QString& port, const QString& proxy)
{
    switch (step.fault) {
    case CheckFault::NameNotFound:
        return ConnectionText::tr(
                   "The name %1 was not found. If no other page opens on this computer either, look at its "
                   "network connection; otherwise the clinic's name service (DNS) does not know it.")
            .arg(host);
    case CheckFault::ConnectionRefused:
        return ConnectionText::tr(
                   "%1 refuses the connection on port %2. The clinic's firewall must let it through; if it "
                   "does, the service is switched off.")
            .arg(host, port);
    case CheckFault::Unreachable:
        return ConnectionText::tr(
                   "%1 cannot be reached on port %2: nothing answers. The clinic's firewall must let it "
                   "through, and the Ministry must have released the clinic's outgoing address.")
            .arg(host, port);
    case CheckFault::ConnectionCut:
        return ConnectionText::tr(
                   "The connection to %1 was cut. A firewall or a filter of the clinic's network does that.")
            .arg(host);
    case CheckFault::ProxyNotFound:
        return ConnectionText::tr(
                   "The proxy %1 was not found. Correct the proxy setting of this computer (network/proxy).")
            .arg(step.about);
    case CheckFault::ProxyUnreachable:
        return ConnectionText::tr("The proxy %1 does not answer. Correct the proxy setting of this computer "
                                  "(network/proxy); if it is right, the proxy is switched off.")
            .arg(step.about);
    case CheckFault::ProxyRefused:
        return ConnectionText::tr("The proxy %1 does not let %2 through. It must be allowed there.")
            .arg(step.about, host);
    case CheckFault::ProxyLogin:
        return ConnectionText::tr("The proxy %1 wants a user name and a password, or refused those it got.")
            .arg(step.about);
    case CheckFault::ProxyMethod:
        return step.about.isEmpty()
                   ? ConnectionText::tr("The proxy %1 wants a login but names no method that this program "
                                        "knows. Basic, Digest or NTLM must be allowed there.")
                         .arg(proxy)
                   : ConnectionText::tr("The proxy %1 wants a login by %2, which this computer cannot give. "
                                        "Basic, Digest or NTLM must be allowed there as well.")
                         .arg(proxy, step.about);
    case CheckFault::AddressDead:
        return proxy.isEmpty()
                   ? ConnectionText::tr(
                         "Not every address of %1 gives a connection (%2). It works by another "
                         "one, but pages can open slowly. Ask who runs the firewall and the "
                         "name service (DNS).")
                         .arg(host, step.about)
                   : ConnectionText::tr("Not every address of the proxy %1 gives a connection (%2). It works "
                                        "by another one, but pages can open slowly. Ask who runs the proxy "
                                        "and the name service (DNS).")
                         .arg(proxy, step.about);
    case CheckFault::NetworkPage:
        return ConnectionText::
            tr("A page of the clinic's network came in the place of %1's answer. Log in to the network in "
               "a browser, or exempt %1 from the inspection.")
                .arg(host);
    default:
        return {};
    }
}

QString certificateFault(const StepReport& step, const QString& host)
{
    switch (step.fault) {
    case CheckFault::CertificateUntrusted:
        return ConnectionText::
            tr("The certificate of %1 was issued by “%2”, which this computer does not trust. If the "
               "clinic inspects connections, add that authority to the operating system's store or exempt "
               "%1; if not, somebody stands between.")
                .arg(host, step.about);
    case CheckFault::CertificateExpired:
        return ConnectionText::
            tr("The certificate of %1 has expired. It must be renewed there; look at this computer's date "
               "as well.")
                .arg(host);
    case CheckFault::CertificateNotYetValid:
        return ConnectionText::tr(
                   "The certificate of %1 is not valid yet, so the date of this computer is most likely "
                   "wrong. Correct date and time.")
            .arg(host);
    case CheckFault::CertificateDatesByClock:
        return ConnectionText::tr(
                   "The certificate of %1 only seems to be invalid, because the date of this computer is "
                   "wrong. Correct date and time.")
            .arg(host);
    case CheckFault::CertificateOfOtherHost:
        return ConnectionText::tr(
                   "Another server answers at the address of %1: its certificate is for another name. Look "
                   "at the name service (DNS) and the inspection of connections.")
            .arg(host);
    case CheckFault::TlsFailed:
        return ConnectionText::tr(
                   "No safe connection to %1 came about (TLS). A firewall or an inspection of connections "
                   "cuts it.")
            .arg(host);
    case CheckFault::Inspected:
        return ConnectionText::
            tr("The connection to %1 is inspected: “%2”, an authority added on this computer, vouches for "
               "it. It works; if that is not meant, ask who added it.")
                .arg(host, step.about);
    case CheckFault::ExpiresSoon:
        return ConnectionText::tr("The certificate of %1 expires within two weeks. It must be renewed there.")
            .arg(host);
    default:
        return {};
    }
}

QString serviceFault(const ServiceReport& service, const StepReport& step)
{
    const QString host = service.address.host();
    switch (step.fault) {
    case CheckFault::NoAddress:
        return ConnectionText::tr("No address is entered for this service (%1). Enter it in the settings.")
            .arg(step.about);
    case CheckFault::Silent:
        return ConnectionText::tr("%1 takes the connection but does not answer. Try again later.").arg(host);
    case CheckFault::ServerFailed:
        return ConnectionText::tr("%1 is out of order at the moment. Nothing is wrong here; try again later.")
            .arg(host);
    case CheckFault::PageInstead:
        return ConnectionText::tr(
                   "%1 sends a web page in the place of its answer, as during maintenance. Try again later.")
            .arg(host);
    case CheckFault::BadReply:
        return ConnectionText::tr(
                   "%1 sends an answer that cannot be understood. Try again later, and check the address.")
            .arg(host);
    case CheckFault::ClockOff:
        return ConnectionText::tr(
                   "The clock of this computer is wrong by about %1. Correct it, best from a time server.")
            .arg(durationText(std::chrono::minutes(step.about.toInt())));
    case CheckFault::ServerClock:
        return ConnectionText::tr(
                   "The clock of %1 is wrong by about %2; the other services agree with this computer.")
            .arg(host, durationText(std::chrono::minutes(step.about.toInt())));
    case CheckFault::SecretMissing:
        return ConnectionText::tr(
                   "What the login needs is not stored on this computer (%1). Enter it in the settings.")
            .arg(step.about);
    case CheckFault::CredentialsRefused:
        return ConnectionText::tr(
            "The service refused the institution's login. Check institution code, password and "
            "application code; the password is not sent again by itself.");
    case CheckFault::KeychainUnavailable:
        return ConnectionText::tr(
            "The password store of this computer cannot be used. Unlock it, or install one.");
    case CheckFault::KeychainLocked:
        return ConnectionText::tr(
            "The password store of this computer is locked and waits for its password. Give "
            "it, then check again.");
    default:
        return {};
    }
}

} // namespace

QString connectiontext::sentenceFor(const ServiceReport& service, const StepReport& step)
{
    const QString host = service.address.host();
    const bool tls = service.address.scheme() == "https"_L1;
    const QString port = QString::number(service.address.port(tls ? 443 : 80));
    const auto route = std::ranges::find(service.steps, CheckStep::Route, &StepReport::step);
    const QString proxy = route == service.steps.end() ? QString() : route->about;
    QString words = networkFault(step, host, port, proxy);
    if (words.isEmpty())
        words = certificateFault(step, host);
    return words.isEmpty() ? serviceFault(service, step) : words;
}

} // namespace hekim
