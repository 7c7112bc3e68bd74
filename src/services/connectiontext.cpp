#include "services/connectiontext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace hekim::connectiontext {

namespace {

class ConnectionText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)

public:
    static QString fault(const ServiceReport& service, const StepReport& step);
    static QString networkFault(const StepReport& step, const QString& host, const QString& port);
    static QString certificateFault(const StepReport& step, const QString& host);
    static QString serviceFault(const ServiceReport& service, const StepReport& step);
    static QString notTried(const ServiceReport& service, const StepReport& step);
};

// Codes of the JSON, in the order of the enumerations.
constexpr std::array serviceCodes{"erapor"_L1, "ogn"_L1, "teletip"_L1, "viewer"_L1, "hes"_L1};
constexpr std::array stepCodes{"route"_L1, "name"_L1,  "connection"_L1, "tls"_L1,
                               "reply"_L1, "clock"_L1, "credentials"_L1};
constexpr std::array stateCodes{"waiting"_L1, "running"_L1,   "passed"_L1,   "warned"_L1,
                                "failed"_L1,  "notNeeded"_L1, "notTried"_L1, "notReached"_L1};
constexpr std::array sideCodes{""_L1, "thisComputer"_L1, "clinicNetwork"_L1, "credentials"_L1, "ministry"_L1};
constexpr std::array serviceStateCodes{"unfinished"_L1, "passed"_L1, "warned"_L1, "failed"_L1};
constexpr std::array resultCodes{"unfinished"_L1, "passed"_L1, "failed"_L1};
constexpr std::array faultCodes{""_L1,
                                "noAddress"_L1,
                                "nameNotFound"_L1,
                                "connectionRefused"_L1,
                                "unreachable"_L1,
                                "connectionCut"_L1,
                                "proxyNotFound"_L1,
                                "proxyUnreachable"_L1,
                                "proxyRefused"_L1,
                                "proxyLogin"_L1,
                                "certificateUntrusted"_L1,
                                "certificateExpired"_L1,
                                "certificateNotYetValid"_L1,
                                "certificateDatesByClock"_L1,
                                "certificateOfOtherHost"_L1,
                                "tlsFailed"_L1,
                                "inspected"_L1,
                                "expiresSoon"_L1,
                                "silent"_L1,
                                "serverFailed"_L1,
                                "networkPage"_L1,
                                "pageInstead"_L1,
                                "badReply"_L1,
                                "clockOff"_L1,
                                "serverClock"_L1,
                                "secretMissing"_L1,
                                "credentialsRefused"_L1,
                                "keychainUnavailable"_L1};
static_assert(faultCodes.size() == std::size_t(CheckFault::KeychainUnavailable) + 1);
static_assert(stateCodes.size() == std::size_t(StepState::NotReached) + 1);

template <class Codes, class Value>
QString codeOf(const Codes& codes, Value value)
{
    return codes.at(static_cast<std::size_t>(value));
}

QString ConnectionText::networkFault(const StepReport& step, const QString& host, const QString& port)
{
    switch (step.fault) {
    case CheckFault::NameNotFound:
        return tr("The name %1 was not found. If no other page opens on this computer either, look at its "
                  "network connection; otherwise the clinic's name service (DNS) does not know it.")
            .arg(host);
    case CheckFault::ConnectionRefused:
        return tr("%1 refuses the connection on port %2. The clinic's firewall must let it through; if it "
                  "does, the service is switched off.")
            .arg(host, port);
    case CheckFault::Unreachable:
        return tr("%1 cannot be reached on port %2: nothing answers. The clinic's firewall must let it "
                  "through, and the Ministry must have released the clinic's outgoing address.")
            .arg(host, port);
    case CheckFault::ConnectionCut:
        return tr("The connection to %1 was cut. A firewall or a filter of the clinic's network does that.")
            .arg(host);
    case CheckFault::ProxyNotFound:
        return tr("The proxy %1 was not found. Correct the proxy setting of this computer (network/proxy).")
            .arg(step.about);
    case CheckFault::ProxyUnreachable:
        return tr("The proxy %1 does not answer. Correct the proxy setting of this computer "
                  "(network/proxy); if it is right, the proxy is switched off.")
            .arg(step.about);
    case CheckFault::ProxyRefused:
        return tr("The proxy %1 does not let %2 through. It must be allowed there.").arg(step.about, host);
    case CheckFault::ProxyLogin:
        return tr("The proxy %1 wants a user name and a password, or refused those it got.").arg(step.about);
    case CheckFault::NetworkPage:
        return tr("A page of the clinic's network came in the place of %1's answer. Log in to the network in "
                  "a browser, or exempt %1 from the inspection.")
            .arg(host);
    default:
        return {};
    }
}

QString ConnectionText::certificateFault(const StepReport& step, const QString& host)
{
    switch (step.fault) {
    case CheckFault::CertificateUntrusted:
        return tr("The certificate of %1 was issued by “%2”, which this computer does not trust. If the "
                  "clinic inspects connections, add that authority to the operating system's store or exempt "
                  "%1; if not, somebody stands between.")
            .arg(host, step.about);
    case CheckFault::CertificateExpired:
        return tr("The certificate of %1 has expired. It must be renewed there; look at this computer's date "
                  "as well.")
            .arg(host);
    case CheckFault::CertificateNotYetValid:
        return tr("The certificate of %1 is not valid yet, so the date of this computer is most likely "
                  "wrong. Correct date and time.")
            .arg(host);
    case CheckFault::CertificateDatesByClock:
        return tr("The certificate of %1 only seems to be invalid, because the date of this computer is "
                  "wrong. Correct date and time.")
            .arg(host);
    case CheckFault::CertificateOfOtherHost:
        return tr("Another server answers at the address of %1: its certificate is for another name. Look "
                  "at the name service (DNS) and the inspection of connections.")
            .arg(host);
    case CheckFault::TlsFailed:
        return tr("No safe connection to %1 came about (TLS). A firewall or an inspection of connections "
                  "cuts it.")
            .arg(host);
    case CheckFault::Inspected:
        return tr("The connection to %1 is inspected: “%2”, an authority added on this computer, vouches for "
                  "it. It works; if that is not meant, ask who added it.")
            .arg(host, step.about);
    case CheckFault::ExpiresSoon:
        return tr("The certificate of %1 expires within two weeks. It must be renewed there.").arg(host);
    default:
        return {};
    }
}

QString ConnectionText::serviceFault(const ServiceReport& service, const StepReport& step)
{
    const QString host = service.address.host();
    switch (step.fault) {
    case CheckFault::NoAddress:
        return tr("No address is entered for this service (%1). Enter it in the settings.").arg(step.about);
    case CheckFault::Silent:
        return tr("%1 takes the connection but does not answer. Try again later.").arg(host);
    case CheckFault::ServerFailed:
        return tr("%1 is out of order at the moment. Nothing is wrong here; try again later.").arg(host);
    case CheckFault::PageInstead:
        return tr("%1 sends a web page in the place of its answer, as during maintenance. Try again later.")
            .arg(host);
    case CheckFault::BadReply:
        return tr("%1 sends an answer that cannot be understood. Try again later, and check the address.")
            .arg(host);
    case CheckFault::ClockOff:
        return tr("The clock of this computer is wrong by about %n minute(s). Correct it, best from a time "
                  "server.",
                  nullptr, step.about.toInt());
    case CheckFault::ServerClock:
        return tr("The clock of %1 is wrong by about %n minute(s); the other services agree with this "
                  "computer.",
                  nullptr, step.about.toInt())
            .arg(host);
    case CheckFault::SecretMissing:
        return tr("What the login needs is not stored on this computer (%1). Enter it in the settings.")
            .arg(step.about);
    case CheckFault::CredentialsRefused:
        return tr("The service refused the institution's login. Check institution code, password and "
                  "application code; the password is not sent again by itself.");
    case CheckFault::KeychainUnavailable:
        return tr("The password store of this computer cannot be used. Unlock it, or install one.");
    default:
        return {};
    }
}

QString ConnectionText::fault(const ServiceReport& service, const StepReport& step)
{
    const QString host = service.address.host();
    const bool tls = service.address.scheme() == "https"_L1;
    const QString port = QString::number(service.address.port(tls ? 443 : 80));
    QString words = networkFault(step, host, port);
    if (words.isEmpty())
        words = certificateFault(step, host);
    return words.isEmpty() ? serviceFault(service, step) : words;
}

QString ConnectionText::notTried(const ServiceReport& service, const StepReport& step)
{
    if (step.step == CheckStep::Clock)
        return tr("the service tells no time");
    switch (service.service) {
    case CheckedService::Erapor:
        return tr("needs a doctor: log in, or name one");
    case CheckedService::Ogn:
        return tr("no application code is entered (ogn/applicationCode)");
    case CheckedService::Hes:
        return tr("cannot be tried without somebody's HES code");
    case CheckedService::Teletip:
    case CheckedService::Viewer:
        break;
    }
    return {};
}

QString stepsAsText(const ServiceReport& service)
{
    QString text;
    for (const StepReport& step : service.steps) {
        const QString time = step.milliseconds > 0 ? u"%1 ms"_s.arg(step.milliseconds) : QString();
        const QString note = step.state == StepState::NotTried ? noteFor(service, step) : step.detail;
        QString line = u"  %1 %2 %3  %4"_s.arg(nameOf(step.step), -24)
                           .arg(wordFor(step.state), -14)
                           .arg(time, 9)
                           .arg(note);
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text;
}

QJsonObject asJson(const StepReport& step)
{
    QJsonObject object{{u"step"_s, codeOf(stepCodes, step.step)},
                       {u"state"_s, codeOf(stateCodes, step.state)},
                       {u"milliseconds"_s, step.milliseconds}};
    if (step.fault != CheckFault::None)
        object.insert(u"fault"_s, codeOf(faultCodes, step.fault));
    if (!step.detail.isEmpty())
        object.insert(u"detail"_s, step.detail);
    return object;
}

QJsonObject asJson(const ServiceReport& service)
{
    QJsonArray steps;
    for (const StepReport& step : service.steps)
        steps.append(asJson(step));
    QJsonObject object{{u"service"_s, codeOf(serviceCodes, service.service)},
                       {u"address"_s, service.address.toString()},
                       {u"needed"_s, service.needed},
                       {u"state"_s, codeOf(serviceStateCodes, service.state())},
                       {u"steps"_s, steps}};
    if (const StepReport* finding = service.finding()) {
        object.insert(u"fault"_s, codeOf(faultCodes, finding->fault));
        object.insert(u"side"_s, codeOf(sideCodes, sideOf(finding->fault)));
        object.insert(u"sentence"_s, ConnectionText::fault(service, *finding));
    }
    return object;
}

} // namespace

QString nameOf(CheckedService service)
{
    switch (service) {
    case CheckedService::Erapor:
        return ConnectionText::tr("e-Rapor");
    case CheckedService::Ogn:
        return ConnectionText::tr("Teleradiology: login (OGN)");
    case CheckedService::Teletip:
        return ConnectionText::tr("Teleradiology: images");
    case CheckedService::Viewer:
        return ConnectionText::tr("Teleradiology: viewer");
    case CheckedService::Hes:
        return ConnectionText::tr("HES");
    }
    return {};
}

QString nameOf(CheckStep step)
{
    switch (step) {
    case CheckStep::Route:
        return ConnectionText::tr("Proxy");
    case CheckStep::Name:
        return ConnectionText::tr("Name (DNS)");
    case CheckStep::Connection:
        return ConnectionText::tr("Connection");
    case CheckStep::Tls:
        return ConnectionText::tr("Certificate (TLS)");
    case CheckStep::Reply:
        return ConnectionText::tr("Answer");
    case CheckStep::Clock:
        return ConnectionText::tr("Clock");
    case CheckStep::Credentials:
        return ConnectionText::tr("Login");
    }
    return {};
}

QString nameOf(FaultSide side)
{
    switch (side) {
    case FaultSide::None:
        break;
    case FaultSide::ThisComputer:
        return ConnectionText::tr("This computer");
    case FaultSide::ClinicNetwork:
        return ConnectionText::tr("The clinic's network");
    case FaultSide::Credentials:
        return ConnectionText::tr("The login data");
    case FaultSide::Ministry:
        return ConnectionText::tr("The Ministry");
    }
    return {};
}

QString wordFor(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return ConnectionText::tr("waiting");
    case StepState::Running:
        return ConnectionText::tr("running…");
    case StepState::Passed:
        return ConnectionText::tr("all right");
    case StepState::Warned:
        return ConnectionText::tr("warning");
    case StepState::Failed:
        return ConnectionText::tr("failed");
    case StepState::NotNeeded:
        return ConnectionText::tr("not needed");
    case StepState::NotTried:
        return ConnectionText::tr("not tried");
    case StepState::NotReached:
        return ConnectionText::tr("not reached");
    }
    return {};
}

QString wordFor(ServiceReport::State state)
{
    switch (state) {
    case ServiceReport::State::Unfinished:
        return ConnectionText::tr("not finished");
    case ServiceReport::State::Passed:
        return wordFor(StepState::Passed);
    case ServiceReport::State::Warned:
        return wordFor(StepState::Warned);
    case ServiceReport::State::Failed:
        return wordFor(StepState::Failed);
    }
    return {};
}

QString sentenceFor(const ServiceReport& service)
{
    const StepReport* finding = service.finding();
    if (!finding)
        return {};
    return ConnectionText::tr("%1: %2", "side of the fault: sentence")
        .arg(nameOf(sideOf(finding->fault)), ConnectionText::fault(service, *finding));
}

QString noteFor(const ServiceReport& service, const StepReport& step)
{
    if (step.fault != CheckFault::None)
        return ConnectionText::fault(service, step);
    return step.state == StepState::NotTried ? ConnectionText::notTried(service, step) : step.detail;
}

QString summaryOf(const ConnectionReport& report)
{
    switch (report.state()) {
    case ConnectionReport::State::Passed:
        return ConnectionText::tr("All services that are needed answer.");
    case ConnectionReport::State::Failed:
        return ConnectionText::tr("A service that is needed does not work.");
    case ConnectionReport::State::Unfinished:
        break;
    }
    return ConnectionText::tr("The check did not come to its end.");
}

QString toText(const ConnectionReport& report)
{
    QString text = ConnectionText::tr("Connection check · %1 · %2", "environment, time")
                       .arg(displayName(report.environment),
                            QLocale().toString(report.startedAt.toLocalTime(), QLocale::ShortFormat)) +
                   u"\nHekim Asistanı "_s + u"" HEKIM_VERSION "\n"_s;
    for (const ServiceReport& service : report.services) {
        text += u"\n%1 · %2"_s.arg(nameOf(service.service), wordFor(service.state()));
        if (!service.needed)
            text += u" · "_s + ConnectionText::tr("not needed here");
        if (!service.address.isEmpty())
            text += u"\n  "_s + service.address.toString();
        text += u'\n' + stepsAsText(service);
        if (const QString sentence = sentenceFor(service); !sentence.isEmpty())
            text += u"  → "_s + sentence + u'\n';
    }
    return text + u'\n' + summaryOf(report) + u'\n';
}

QByteArray toJson(const ConnectionReport& report)
{
    QJsonArray services;
    for (const ServiceReport& service : report.services)
        services.append(asJson(service));
    return QJsonDocument(QJsonObject{{u"version"_s, 1},
                                     {u"program"_s, u"" HEKIM_VERSION ""_s},
                                     {u"environment"_s, toString(report.environment)},
                                     {u"time"_s, report.startedAt.toString(Qt::ISODate)},
                                     {u"result"_s, codeOf(resultCodes, report.state())},
                                     {u"summary"_s, summaryOf(report)},
                                     {u"services"_s, services}})
        .toJson();
}

} // namespace hekim::connectiontext
