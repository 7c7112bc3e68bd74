#pragma once

#include "core/call/callhandle.h"
#include "core/error/error.h"
#include "services/diagnostics/connectionreport.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslCertificate>
#include <QSslError>
#include <QTimer>

#include <chrono>
#include <functional>

class QSslSocket;

namespace hekim {

class HttpClient;
class ServiceWay;
struct HttpReply;

/// Tries the institution's login at a service. What it answers is the result of that; nothing of the token.
using LoginTrial = std::function<CallHandle(QObject* context, std::function<void(Result<void>)> done)>;

/// The connection check of one service, step by step. A step that fails ends it: nothing, and no password
/// above all, is sent over a way that is not known to be good.
class ServiceProbe : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        HttpClient& http;
        QList<QSslCertificate> localAuthorities;
        std::chrono::milliseconds patience{10'000}; ///< for each step
        QString addressKey;                         ///< what is to be set where there is no address
        LoginTrial login = {};                      ///< may be missing
        std::function<bool()> waitsForKeychain =
            {};                       ///< may be missing; asked when the login has taken too long
        StepReport withoutLogin = {}; ///< the step Credentials where there is no `login`
        StepReport afterLogin = {};   ///< and where it succeeded
    };

    /// The HttpClient outlives the probe; its proxies and their logins are the probe's.
    ServiceProbe(const ServiceReport& service, Parts parts, QObject* parent = nullptr);
    ~ServiceProbe() override;

    void start();
    /// Ends without finished(): what has not ended was not reached.
    void stop();

    [[nodiscard]] const ServiceReport& report() const { return m_report; }

signals:
    void changed();
    void finished();

private:
    void begin(CheckStep step);
    void end(StepReport result);
    void pass(const QString& detail = {});
    void fail(CheckFault fault, const QString& detail = {}, const QString& about = {});
    void outOfTime();
    void leave();
    void conclude();
    /// A callback of the step that runs now, dropped once that has ended.
    template <class Function>
    [[nodiscard]] auto ofThisStep(Function function);

    void findRoute();
    void lookUpName();
    void openConnection();
    void shakeHands();
    void judgeHandshake(const QString& failure);
    void askForReply();
    void judgeReply(const Result<HttpReply>& reply);
    void compareClocks();
    void tryLogin();

    [[nodiscard]] bool usesTls() const { return m_report.address.scheme() != QLatin1StringView("http"); }
    [[nodiscard]] bool isInspected() { return m_report.at(CheckStep::Tls).fault == CheckFault::Inspected; }

    ServiceReport m_report;
    Parts m_parts;
    CheckStep m_current = CheckStep::Route;
    QObject* m_context = nullptr; ///< of the step that runs
    ServiceWay* m_way = nullptr;
    QSslSocket* m_socket = nullptr;
    QList<QSslError> m_tlsErrors;
    QByteArray m_date; ///< of the reply
    CallHandle m_call;
    QElapsedTimer m_elapsed;
    QTimer m_deadline;
};

} // namespace hekim
