#include "services/diagnostics/serviceprobe.h"

#include "core/text/redaction.h"
#include "services/diagnostics/checkfaults.h"
#include "services/diagnostics/servercertificate.h"
#include "services/diagnostics/serviceway.h"
#include "services/http/httpclient.h"
#include "services/http/httpdate.h"

#include <QMetaEnum>
#include <QPointer>
#include <QSslSocket>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// What a token's dates and certificates can bear.
constexpr qint64 clockTolerance = 120;

constexpr std::array steps{CheckStep::Route, CheckStep::Name,  CheckStep::Connection, CheckStep::Tls,
                           CheckStep::Reply, CheckStep::Clock, CheckStep::Credentials};

QString nameOf(QAbstractSocket::SocketError error)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAbstractSocket::SocketError>().valueToKey(error));
}

/// Refused again and again by gateways and maintenance pages: the service cannot be worked with then.
bool isOutOfService(int status)
{
    return status == 502 || status == 503 || status == 504;
}

} // namespace

ServiceProbe::ServiceProbe(const ServiceReport& service, Parts parts, QObject* parent)
    : QObject(parent), m_report(service), m_parts(std::move(parts))
{
    m_report.steps.clear();
    for (const CheckStep step : steps)
        m_report.steps.append({step});
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ServiceProbe::outOfTime);
    m_way = new ServiceWay(m_parts.http, m_report.address, m_parts.patience, this);
}

ServiceProbe::~ServiceProbe()
{
    leave();
}

void ServiceProbe::start()
{
    begin(CheckStep::Route);
}

void ServiceProbe::stop()
{
    leave();
    m_way->stop();
    if (m_socket)
        std::exchange(m_socket, nullptr)->deleteLater();
    for (StepReport& step : m_report.steps) {
        if (step.state == StepState::Waiting || step.state == StepState::Running)
            step.state = StepState::NotReached;
    }
}

void ServiceProbe::begin(CheckStep step)
{
    m_current = step;
    m_context = new QObject(this);
    m_report.at(step).state = StepState::Running;
    m_elapsed.start();
    // Before a login the keychain is read, which has its own patience.
    m_deadline.start(step == CheckStep::Credentials ? 2 * m_parts.patience : m_parts.patience);
    emit changed();
    switch (step) {
    case CheckStep::Route:
        findRoute();
        break;
    case CheckStep::Name:
        lookUpName();
        break;
    case CheckStep::Connection:
        openConnection();
        break;
    case CheckStep::Tls:
        shakeHands();
        break;
    case CheckStep::Reply:
        askForReply();
        break;
    case CheckStep::Clock:
        compareClocks();
        break;
    case CheckStep::Credentials:
        tryLogin();
        break;
    }
}

/// The socket alone goes on to the next step.
void ServiceProbe::leave()
{
    m_deadline.stop();
    std::exchange(m_call, {}).cancel();
    if (m_context)
        std::exchange(m_context, nullptr)->deleteLater();
    if (m_socket)
        m_socket->disconnect();
}

template <class Function>
auto ServiceProbe::ofThisStep(Function function)
{
    return [self = QPointer(this), context = m_context, function](const auto&... values) {
        if (self && context && self->m_context == context)
            function(values...);
    };
}

void ServiceProbe::end(StepReport result)
{
    result.step = m_current;
    result.milliseconds = m_elapsed.elapsed();
    result.detail = redacted(result.detail);
    m_report.at(m_current) = result;
    leave();
    if (result.state == StepState::Failed || m_current == steps.back()) {
        conclude();
        return;
    }
    emit changed();
    // In a turn of its own: a socket or a reply may be in the middle of telling this.
    const CheckStep next = *std::next(std::ranges::find(steps, m_current));
    m_context = new QObject(this);
    QMetaObject::invokeMethod(
        m_context,
        [this, next, waiting = m_context] {
            waiting->deleteLater();
            begin(next);
        },
        Qt::QueuedConnection);
}

void ServiceProbe::pass(const QString& detail)
{
    StepReport result{m_current, StepState::Passed};
    result.detail = detail;
    end(result);
}

void ServiceProbe::fail(CheckFault fault, const QString& detail, const QString& about)
{
    end({m_current, StepState::Failed, fault, 0, detail, about});
}

void ServiceProbe::conclude()
{
    stop();
    emit changed();
    QMetaObject::invokeMethod(this, &ServiceProbe::finished, Qt::QueuedConnection);
}

void ServiceProbe::outOfTime()
{
    const QString waited = u"no end within %1 ms"_s.arg(m_elapsed.elapsed());
    const bool direct = m_way->proxyName().isEmpty();
    switch (m_current) {
    case CheckStep::Route:
    case CheckStep::Name:
        fail(direct ? CheckFault::NameNotFound : CheckFault::ProxyNotFound, waited, m_way->proxyName());
        break;
    case CheckStep::Connection:
        fail(direct ? CheckFault::Unreachable : CheckFault::ProxyUnreachable, waited, m_way->proxyName());
        break;
    case CheckStep::Tls:
    case CheckStep::Reply:
    case CheckStep::Clock:
        fail(CheckFault::Silent, waited);
        break;
    case CheckStep::Credentials:
        fail(m_parts.waitsForKeychain && m_parts.waitsForKeychain() ? CheckFault::KeychainLocked
                                                                    : CheckFault::Silent,
             waited);
        break;
    }
}

void ServiceProbe::findRoute()
{
    if (m_report.address.isEmpty()) {
        fail(CheckFault::NoAddress, {}, m_parts.addressKey);
        return;
    }
    m_parts.http.proxies().find(m_report.address, m_context, ofThisStep([this] {
                                    StepReport result{m_current, StepState::Passed};
                                    result.about = m_way->proxyName();
                                    result.detail =
                                        result.about.isEmpty() ? u"direct"_s : u"proxy "_s + result.about;
                                    end(result);
                                }));
}

void ServiceProbe::lookUpName()
{
    m_way->lookUpName(ofThisStep([this](const StepReport& result) { end(result); }));
}

void ServiceProbe::openConnection()
{
    m_way->openConnection(ofThisStep([this](const StepReport& result) {
        m_socket = m_way->takeSocket();
        if (m_socket)
            m_socket->setParent(this);
        end(result);
    }));
}

void ServiceProbe::shakeHands()
{
    if (!usesTls()) {
        end({m_current, StepState::NotNeeded});
        return;
    }
    m_tlsErrors.clear();
    connect(m_socket, &QSslSocket::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_tlsErrors += errors; });
    connect(m_socket, &QSslSocket::encrypted, this, ofThisStep([this] { judgeHandshake({}); }));
    connect(m_socket, &QSslSocket::errorOccurred, this,
            ofThisStep([this](QAbstractSocket::SocketError error) { judgeHandshake(nameOf(error)); }));
    m_socket->setPeerVerifyName(m_report.address.host());
    m_socket->startClientEncryption();
}

void ServiceProbe::judgeHandshake(const QString& failure)
{
    if (!failure.isEmpty() && m_tlsErrors.isEmpty())
        fail(CheckFault::TlsFailed, failure);
    else
        end(judgeCertificate(m_socket->peerCertificateChain(), m_tlsErrors, m_parts.localAuthorities,
                             QDateTime::currentDateTimeUtc()));
}

void ServiceProbe::askForReply()
{
    // The base address without anything: whatever is answered, the service is there.
    HttpRequest request;
    request.url = m_report.address;
    if (request.url.path().isEmpty())
        request.url.setPath(u"/"_s);
    request.step = Step::ConnectionCheck;
    request.takesRedirects = true;
    m_call = m_parts.http.send(request, m_context,
                               ofThisStep([this](const Result<HttpReply>& reply) { judgeReply(reply); }));
}

void ServiceProbe::judgeReply(const Result<HttpReply>& reply)
{
    if (!reply) {
        fail(faultOf(reply.error(), isInspected()), reply.error().detail, m_way->proxyName());
        return;
    }
    m_date = reply->date;
    StepReport result{m_current, StepState::Passed};
    result.detail = u"HTTP %1"_s.arg(reply->status);
    if (isOutOfService(reply->status)) {
        result.state = StepState::Failed;
        result.fault = CheckFault::ServerFailed;
    }
    end(result);
}

void ServiceProbe::compareClocks()
{
    const QDateTime there = httpDate(m_date);
    if (!there.isValid()) {
        end({m_current, StepState::NotTried, CheckFault::None, 0, u"the service tells no time"_s});
        return;
    }
    const qint64 ahead = there.secsTo(QDateTime::currentDateTimeUtc());
    StepReport result{m_current, StepState::Passed};
    result.detail =
        u"this computer is %1 s %2"_s.arg(std::abs(ahead)).arg(ahead < 0 ? u"behind"_s : u"ahead"_s);
    if (std::abs(ahead) > clockTolerance) {
        result.state = StepState::Warned;
        result.fault = CheckFault::ClockOff;
        result.about = QString::number(std::max<qint64>(1, (std::abs(ahead) + 30) / 60));
    }
    end(result);
}

void ServiceProbe::tryLogin()
{
    if (!m_parts.login) {
        end(m_parts.withoutLogin);
        return;
    }
    m_call = m_parts.login(m_context, ofThisStep([this](const Result<void>& result) {
                               if (result)
                                   end(m_parts.afterLogin);
                               else
                                   fail(faultOf(result.error(), isInspected()), result.error().detail,
                                        result.error().about());
                           }));
}

} // namespace hekim
