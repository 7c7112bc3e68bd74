#include "app/flow.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;

namespace {

using End = EndWish::Reason;

} // namespace

/// Who is let in, and that nothing of one doctor reaches the next.
class SessionControllerTest : public QObject
{
    Q_OBJECT

private slots:
    // The former check of a PIN is over when another login begins, whatever it answers and when.
    void P4_aNewLoginEndsTheOneBefore()
    {
        Flow flow(m_server);
        flow.bring(State::CheckingPin);
        const auto former = flow.checks.constLast();
        flow.session.stopLogin();
        flow.session.logIn(doctorB, pin);
        former.answer(PinAnswer{PinAnswer::Kind::Right, {}});
        QCOMPARE(flow.session.state(), State::CheckingPin);
        flow.answerPin(PinAnswer::Kind::NoPin);
        former.answer(PinAnswer{PinAnswer::Kind::Wrong, {}});
        QCOMPARE(flow.session.state(), State::LoggingIn);
        QCOMPARE(flow.doctorSession.doctor(), doctorB);
        flow.answerLoginWell();
        QVERIFY(flow.session.pin().mustBeChosen());
    }

    // Unknown is not "none": the doctor may have a PIN that cannot be looked at.
    void P4_aPinThatCannotBeReadIsNotMissing_data()
    {
        QTest::addColumn<ErrorKind>("why");
        QTest::newRow("the keyring does not answer") << ErrorKind::KeychainUnavailable;
        QTest::newRow("it is locked") << ErrorKind::KeychainLocked;
        QTest::newRow("its entry is damaged") << ErrorKind::BadSettings;
    }
    void P4_aPinThatCannotBeReadIsNotMissing()
    {
        QFETCH(const ErrorKind, why);
        Flow flow(m_server); // the PIN is optional
        flow.bring(State::CheckingPin);
        const int before = m_server.requests();
        flow.failPin(why);
        QCOMPARE(flow.session.state(), State::Typing);
        QCOMPARE(flow.said, u"x"_s);
        QVERIFY(!flow.session.doctor());
        QCOMPARE(m_server.requests(), before);
    }

    void P4_aWishOfAnotherSessionIsDropped()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        flow.session.askEnd(End::LogOut);
        const EndWish ofA = flow.wishes.takeLast(); // the question stands there
        flow.pageDialog = true;
        flow.session.askEnd(End::LogOut); // and this one waits
        flow.session.servicesFailed(failure(ErrorKind::ConnectionFailed));
        flow.closePageDialog();
        flow.session.servicesReady();
        flow.letIn(doctorB);
        flow.session.end(ofA);
        QCOMPARE(flow.session.state(), State::Working);
        flow.pageDialog = true;
        flow.closePageDialog();
        QVERIFY2(flow.wishes.isEmpty(), "what waited of A's session is not asked in B's");
    }

    void P4_aPinThatIsKeptLateIsNotTheNextDoctors()
    {
        Flow flow(m_server);
        flow.bring(State::CheckingPin);
        flow.answerPin(PinAnswer::Kind::NoPin);
        flow.answerLoginWell();
        flow.session.pin().choose(pin);
        flow.session.end({End::LogOut, {}, flow.session.session()});
        flow.session.logIn(doctorB, {});
        flow.answerPin(PinAnswer::Kind::NoPin);
        flow.answerLoginWell();
        flow.keptPins.constLast()({});
        QVERIFY(!flow.session.pin().isGuarded());
        QVERIFY(flow.session.pin().mustBeChosen());
    }

    void aLoginThatFailedGoesOnAfterItsPin()
    {
        Flow flow(m_server);
        flow.bring(State::LoggingIn);
        flow.answerLogin(HttpServerReply::text("boom", 500));
        const qsizetype checks = flow.checks.size();
        flow.session.retryLogin(flow.failed);
        flow.answerLoginWell();
        QCOMPARE(flow.session.state(), State::Working);
        QCOMPARE(flow.checks.size(), checks);
        QVERIFY(flow.session.pin().isGuarded());
    }

    void P4_aLoginThatFailedDoesNotGoOnAfterAnother()
    {
        Flow flow(m_server);
        flow.bring(State::LoggingIn);
        flow.answerLogin(HttpServerReply::text("boom", 500));
        const SessionId ofA = flow.failed;
        flow.letIn(doctorB);
        flow.session.retryLogin(ofA);
        QCOMPARE(flow.session.doctor(), doctorB);
        flow.session.end({End::LogOut, {}, flow.session.session()});
        flow.session.retryLogin(ofA);
        QCOMPARE(flow.session.state(), State::LoggedOut);
    }

    void P4_aLoginThatFailedDoesNotGoOnWhenItsWriterHasLeft()
    {
        Flow flow(m_server);
        flow.bring(State::LoggingIn);
        flow.answerLogin(HttpServerReply::text("", 407));
        QCOMPARE(flow.session.state(), State::Typing);
        QMetaObject::invokeMethod(&flow.session, "stopTyping"); // no key for a minute
        flow.session.proxyLoginGiven();
        flow.session.retryLogin(flow.failed);
        QCOMPARE(flow.session.state(), State::LoggedOut);
    }

    void P4_whoLeavesDuringALoginIsNotIn_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("PIN") << int(State::CheckingPin);
        QTest::newRow("token") << int(State::LoggingIn);
    }

    void P4_whoLeavesDuringALoginIsNotIn()
    {
        QFETCH(const int, state);
        Flow flow(m_server);
        flow.bring(static_cast<State>(state));
        flow.session.lock(LockCause::System);
        QCOMPARE(flow.session.state(), State::LoggedOut);
        QVERIFY2(flow.said.contains(u'v'), "number and PIN do not wait for the next person");
        flow.answerPin(PinAnswer::Kind::Right);
        QCOMPARE(flow.session.state(), State::LoggedOut);
    }

    void P6_theLockAsksForAPinThatWasChosenBehindIt()
    {
        Flow flow(m_server);
        flow.bring(State::CheckingPin);
        flow.answerPin(PinAnswer::Kind::NoPin);
        flow.answerLoginWell();
        flow.session.pin().choose(pin);
        flow.session.lock(LockCause::Idle);
        flow.keptPins.constLast()({});
        flow.session.unlock(pin);
        QCOMPARE(flow.session.state(), State::Unlocking);
    }

    void P4_theTrailNamesWhoWasMeant()
    {
        Flow flow(m_server);
        flow.bring(State::CheckingPin);
        flow.launches.take(launchOf(doctorB));
        flow.answerPin(PinAnswer::Kind::Wrong);
        flow.letIn(doctorA);
        flow.session.lock(LockCause::Doctor);
        flow.session.unlock(pin);
        flow.answerPin(PinAnswer::Kind::Wrong);
        QList<AuditAction> actions;
        for (const AuditEvent& event : flow.trail) {
            QCOMPARE(event.doctor, doctorA);
            actions.append(event.action);
        }
        QVERIFY(actions == (QList{AuditAction::Login, AuditAction::Lock, AuditAction::Unlock}));
    }

    void W3_whatARenewalLearntCountsAfterTheSession()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        flow.session.renewalFailed(failure(ErrorKind::CredentialsRefused));
        flow.session.end({End::LogOut, {}, flow.session.session()});
        flow.launches.take(launchOf(doctorA));
        QCOMPARE(flow.session.state(), State::Refused);
        QCOMPARE(flow.doctorSession.state(), DoctorSession::State::LoggedOut);
    }

    void withoutThePagesProgramNobodyIsIn()
    {
        Flow flow(m_server);
        flow.bring(State::LoggingIn);
        flow.pagesMissing = failure(ErrorKind::DamagedInstallation);
        flow.answerLoginWell();
        QVERIFY(!flow.session.isIn());
        QCOMPARE(flow.fault(), QString());
        QVERIFY(flow.said.contains(u'!'));
    }

private:
    LoginServer m_server;
};

QTEST_GUILESS_MAIN(SessionControllerTest)
#include "tst_sessioncontroller.moc"
