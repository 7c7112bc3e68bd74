#include "services/diagnostics/connectiontext.h"

#include "services/diagnostics/connectionfaulttext.h"

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
    static QString passed(const StepReport& step);
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
                                "proxyMethod"_L1,
                                "addressDead"_L1,
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
                                "keychainUnavailable"_L1,
                                "keychainLocked"_L1};
static_assert(faultCodes.size() == std::size_t(CheckFault::KeychainLocked) + 1);
static_assert(stateCodes.size() == std::size_t(StepState::NotReached) + 1);

template <class Codes, class Value>
QString codeOf(const Codes& codes, Value value)
{
    return codes.at(static_cast<std::size_t>(value));
}

QString ConnectionText::passed(const StepReport& step)
{
    switch (step.step) {
    case CheckStep::Route:
        return step.about.isEmpty() ? tr("direct") : step.about;
    case CheckStep::Tls:
        return tr("issued by %1").arg(step.about);
    case CheckStep::Name:
    case CheckStep::Connection:
    case CheckStep::Reply:
        return step.detail;
    case CheckStep::Clock:
        return tr("the same as the service's");
    case CheckStep::Credentials:
        return tr("accepted");
    }
    return {};
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
        // What passed in the words of the dialog; what did not, for IT, in English as everywhere.
        const QString note = step.fault == CheckFault::None ? noteFor(service, step) : step.detail;
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
        object.insert(u"sentence"_s, sentenceFor(service, *finding));
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
        .arg(nameOf(sideOf(finding->fault)), sentenceFor(service, *finding));
}

QString noteFor(const ServiceReport& service, const StepReport& step)
{
    if (step.fault != CheckFault::None)
        return sentenceFor(service, step);
    if (step.state == StepState::NotTried)
        return ConnectionText::notTried(service, step);
    return step.state == StepState::Passed ? ConnectionText::passed(step) : QString();
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
