#pragma once

#include "services/diagnostics/connectionreport.h"

#include <QHostAddress>
#include <QList>
#include <QObject>

#include <chrono>
#include <functional>

class QAuthenticator;
class QNetworkProxy;
class QSslSocket;

namespace hekim {

class AddressRace;
class HttpClient;

/// For the connection check, the way to a service as far as a connection: its name, or its proxy's, then TCP,
/// through a proxy as far as the service. All addresses are tried, so that a dead one is told although
/// another one works.
class ServiceWay : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(StepReport)>;

    /// `patience` for a step. The HttpClient outlives it; its proxies and their logins are used.
    ServiceWay(HttpClient& http, const QUrl& address, std::chrono::milliseconds patience, QObject* parent);
    ~ServiceWay() override;

    /// One after the other; without an end where there is no answer.
    void lookUpName(const Done& done);
    void openConnection(const Done& done);
    /// Ends what is on its way.
    void stop();
    /// The connection to the service, the caller's from now on.
    [[nodiscard]] QSslSocket* takeSocket();

    [[nodiscard]] QString proxyName() const; ///< "host:port", empty without one

private:
    void passProxy(const StepReport& reached, const Done& done);
    void answerProxy(const QNetworkProxy& asking, QAuthenticator* authenticator);
    [[nodiscard]] StepReport refusal(int socketError) const;
    [[nodiscard]] StepReport reached(const QString& detail, const QList<QHostAddress>& dead) const;
    [[nodiscard]] QNetworkProxy proxy() const;
    [[nodiscard]] quint16 port() const;

    HttpClient& m_http;
    QUrl m_address;
    std::chrono::milliseconds m_patience;
    QList<QHostAddress> m_addresses;
    AddressRace* m_race = nullptr;
    QSslSocket* m_socket = nullptr;
    bool m_proxyWasAnswered = false;
};

} // namespace hekim
