#pragma once

#include "core/settings/settings.h"
#include "services/diagnostics/connectionreport.h"
#include "services/diagnostics/serviceprobe.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace hekim {

class HttpClient;

/// The connection check ("Bağlantı denetimi"): every service that the environment has an address for, all at
/// the same time, each step by step, within one deadline.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    /// How the institution's login is tried. A missing one is not tried. The caller sees to it that a
    /// password that was refused is not sent again (rule W3).
    struct Logins
    {
        LoginTrial erapor; ///< needs a doctor
        LoginTrial ogn;
        std::function<bool()> waitsForKeychain = {}; ///< which the user has not unlocked yet
    };
    struct Patience
    {
        std::chrono::milliseconds step{10'000};
        std::chrono::milliseconds whole{45'000};
    };

    /// `http` outlives it.
    explicit ConnectionCheck(HttpClient& http, QObject* parent = nullptr);
    ~ConnectionCheck() override;

    void setPatience(Patience patience) { m_patience = patience; }
    /// Other folders than localAuthorityFolders(), for tests.
    void setLocalAuthorities(const QStringList& folders) { m_authorityFolders = folders; }

    /// Begins anew; a check that runs is stopped.
    void start(const Settings& settings, Logins logins);
    /// Ends a running check: what has not ended was not reached.
    void stop();

    [[nodiscard]] const ConnectionReport& report() const { return m_report; }

signals:
    void changed();  ///< a step began or ended
    void finished(); ///< also after stop()

private:
    void probe(CheckedService service, const QUrl& address, bool needed, ServiceProbe::Parts parts);
    void probeEnded();
    [[nodiscard]] ServiceProbe::Parts partsFor(const QString& addressKey) const;

    HttpClient& m_http;
    QStringList m_authorityFolders;
    QList<QSslCertificate> m_authorities;
    Patience m_patience;
    ConnectionReport m_report;
    QList<ServiceProbe*> m_probes; ///< in the order of the report
    QTimer m_deadline;
    int m_left = 0;
    bool m_running = false;
};

} // namespace hekim
