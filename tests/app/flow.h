#pragma once

#include "services/eraporsite.h"

#include "app/launch/launchcontroller.h"
#include "app/session/sessioncontroller.h"
#include "audit/auditevent.h"

#include <condition_variable>
#include <mutex>

namespace hekim::test {

using namespace Qt::StringLiterals;
using State = SessionController::State;

inline const IdentityNumber doctorA = *IdentityNumber::parse(u"10000000146"_s, u"doctor"_s);
inline const IdentityNumber doctorB = *IdentityNumber::parse(u"17291716060"_s, u"doctor"_s);
inline const IdentityNumber patient = *IdentityNumber::parse(u"23456789060"_s, u"patient"_s);
inline const QString pin = u"482913"_s;

LaunchRequest launchOf(const std::optional<IdentityNumber>& doctor = {},
                       LaunchSource source = LaunchSource::Options, const IdentityNumber& whom = patient);

Error failure(ErrorKind kind);

/// The ministry of all flows of a test: a login waits until the test says how it ends.
class LoginServer
{
public:
    LoginServer();
    ~LoginServer();

    [[nodiscard]] QUrl url() const { return m_server.url(); }
    [[nodiscard]] int requests() const { return m_server.count(erapor::tokenPath); }
    /// Answers those that wait and those that come, until hold().
    void answer(const HttpServerReply& reply);
    void hold();
    /// Those that wait are cut: their flow is gone.
    void letGo();

private:
    HttpServerReply reply();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<HttpServerReply> m_reply;
    int m_generation = 0;
    HttpServer m_server;
};

/// What happened to the doctor of a PIN that was to be checked; the answer can be given twice and too late.
struct PinCheck
{
    IdentityNumber doctor;
    QString typed;
    std::function<void(Result<PinAnswer>)> answer;
};

/// A session with its launches, as the program has them, without a window. Everything it says is written down
/// as one letter each:
///   o a launch is opened         p a link is proposed       s the doctor is asked to switch   f the field is
///   filled w what waits has changed     d launches were dropped    r launches were not kept
///   c what waited is under way t a token is asked for       ! the login failed         x the PIN was refused
///   v what was typed is void q may the session end?       e it has ended             k the PIN was kept    n
///   it was not kept g no page's dialog is open   Q the program may end
class Flow : public AuditSink
{
public:
    explicit Flow(LoginServer& server, const QMap<QString, QString>& more = {},
                  std::chrono::milliseconds launchWait = LaunchQueue::longestWait);
    ~Flow() override { server.letGo(); }

    void record(const AuditEvent& event) override { trail.append(event); }

    /// From the beginning to this state, with doctor A where a doctor is named.
    void bring(State state);
    void letIn(const IdentityNumber& doctor);
    void unlock();
    void answerPin(PinAnswer::Kind kind);
    void failPin(ErrorKind kind);
    /// Ends the login that waits.
    void answerLogin(const HttpServerReply& reply);
    void answerLoginWell();
    void refuseLogin();
    void closePageDialog();

    /// How two doctors are mixed now; empty: they are not.
    [[nodiscard]] QString fault() const;

    LoginServer& server;
    TestSettings files;
    Settings settings;
    HttpClient http;
    Keychain keychain;
    CredentialStore credentials{keychain};
    DoctorSession doctorSession{http, credentials};
    QList<PinCheck> checks;
    std::optional<IdentityNumber> admitted; ///< whose PIN was settled last
    std::optional<IdentityNumber> proposed; ///< on the login page, since a PIN was checked last
    QList<std::function<void(Result<void>)>> keptPins;
    std::optional<Error> pagesMissing;
    bool pageDialog = false;
    QList<AuditEvent> trail;
    SessionController session;
    LaunchController launches;
    QString said;
    QList<LaunchRequest> opened;
    QStringList notKept; ///< what was told of launches
    QList<EndWish> wishes;
    SessionId failed = SessionId::None;
    SessionId last = SessionId::None; ///< the session that was begun last

private:
    void listen();
    void admit(const IdentityNumber& doctor, SessionId id, const Result<PinAnswer>& answer);
    /// Doctor A, who chooses one at this moment.
    void letInWithoutPin();
};

} // namespace hekim::test
