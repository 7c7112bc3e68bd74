#include "app/flow.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;

namespace {

const IdentityNumber secondPatient = *IdentityNumber::parse(u"10000008098"_s, u"patient"_s);
using End = EndWish::Reason;

const QMap<QString, QString> withoutPin{{u"login/pin"_s, u"off"_s}};

InstanceMessage messageOf(const LaunchRequest& request)
{
    InstanceMessage message;
    message.request = request;
    return message;
}

/// One of many that differ, for this doctor where one is named.
LaunchRequest launchNumber(int number, const std::optional<IdentityNumber>& doctor = {})
{
    LaunchRequest request;
    request.doctor = doctor;
    request.hes = HesCode::parse(u"A1B2%1C3"_s.arg(1000 + number), u"hes"_s).value();
    return request;
}

InstanceReply::Outcome judge(Flow& flow, const LaunchRequest& request)
{
    return flow.launches.judge(messageOf(request)).outcome;
}

/// As the channel does: what is accepted is taken in the next turn.
void deliver(Flow& flow, const LaunchRequest& request)
{
    QCOMPARE(judge(flow, request), InstanceReply::Outcome::Accepted);
    QCoreApplication::sendPostedEvents(&flow.launches);
    flow.launches.take(request);
}

} // namespace

/// What becomes of launches when two doctors come together, and while no doctor can be let in.
class LaunchControllerTest : public QObject
{
    Q_OBJECT

private slots:
    void P4_aLaunchWaitsWhileAnotherDoctorsPinIsChecked()
    {
        Flow flow(m_server);
        flow.bring(State::CheckingPin);
        flow.launches.take(launchOf(doctorB));
        QCOMPARE(flow.checks.constLast().doctor, doctorA);
        flow.answerPin(PinAnswer::Kind::Right);
        flow.launches.take(launchOf(doctorB, LaunchSource::Request, secondPatient));
        flow.answerLoginWell();
        QCOMPARE(flow.session.state(), State::Working);
        QCOMPARE(flow.session.doctor(), doctorA);
        QCOMPARE(flow.doctorSession.doctor(), doctorA);
        QVERIFY(flow.session.pin().isGuarded());
        QVERIFY(flow.opened.isEmpty());
        QVERIFY2(flow.said.contains(u'd'), "the doctor is told that they were dropped");

        flow.session.lock(LockCause::Doctor);
        flow.session.unlock(pin);
        QCOMPARE(flow.checks.constLast().doctor, doctorA);
    }

    void P4_aLaunchDoesNotUseWhatIsTyped()
    {
        Flow flow(m_server);
        flow.bring(State::Typing);
        flow.launches.take(launchOf(doctorB));
        QCOMPARE(flow.session.state(), State::Typing);
        QVERIFY2(!flow.said.contains(u'f'), "what a person types is not replaced");
        flow.session.lock(LockCause::Idle);
        flow.launches.take(launchOf(doctorB));
        QCOMPARE(flow.checks.constLast().doctor, doctorB);
        QCOMPARE(flow.checks.constLast().typed, QString());
    }

    // The same patient is opened once, with the images of each launch.
    void P2_noStudyOfALaunchThatWaitsIsLost()
    {
        Flow flow(m_server);
        flow.bring(State::Locked);
        for (const QStringList& studies : {QStringList{u"A1"_s}, {}, {u"A2"_s, u"A1"_s}}) {
            LaunchRequest request = launchOf();
            request.accessions = studies;
            flow.launches.take(request);
        }
        flow.session.unlock(pin);
        flow.answerPin(PinAnswer::Kind::Right);
        QCOMPARE(flow.opened.size(), 1);
        QCOMPARE(flow.opened.constFirst().accessions, (QStringList{u"A1"_s, u"A2"_s}));
    }

    void P2_whatComesWhileADoctorTypesIsNamedWithItsDoctor_data()
    {
        QTest::addColumn<QList<LaunchRequest>>("launches");
        QTest::addColumn<QStringList>("named");
        const LaunchRequest ofB = launchOf(doctorB);
        const LaunchRequest secondOfB = launchOf(doctorB, LaunchSource::Request, secondPatient);
        LaunchRequest onlyB;
        onlyB.doctor = doctorB;
        QTest::newRow("one") << QList{ofB} << QStringList{patient.masked(), doctorB.masked()};
        QTest::newRow("the doctor alone") << QList{onlyB} << QStringList{doctorB.masked()};
        QTest::newRow("two") << QList{ofB, secondOfB} << QStringList{u"2 launches"_s, doctorB.masked()};
        QTest::newRow("two doctors") << QList{launchOf(doctorA), secondOfB}
                                     << QStringList{doctorA.masked(), doctorB.masked()};
        QTest::newRow("one that names none")
            << QList{launchOf(), secondOfB} << QStringList{u"1 of them"_s, doctorB.masked()};
        QTest::newRow("one of a link") << QList{secondOfB, launchOf(doctorA, LaunchSource::Url)}
                                       << QStringList{u"1 of them"_s, doctorB.masked(), u"link"_s};
    }

    void P2_whatComesWhileADoctorTypesIsNamedWithItsDoctor()
    {
        QFETCH(const QList<LaunchRequest>, launches);
        QFETCH(const QStringList, named);
        Flow flow(m_server);
        flow.bring(State::Typing);
        for (const LaunchRequest& request : launches)
            flow.launches.take(request);
        QCOMPARE(flow.session.state(), State::Typing);
        const QString text = flow.launches.waitingText();
        for (const QString& name : named)
            QVERIFY2(text.contains(name), qPrintable(text));
        QVERIFY2(!flow.said.contains(u'f'), "what is typed stays");
        QMetaObject::invokeMethod(&flow.session, "stopTyping"); // no key for a minute
        QVERIFY2(!flow.said.contains(u'f'), "it stays then too");
        QCOMPARE(flow.launches.waitingText(), text);
    }

    void P4_aFailedLoginDoesNotGoOnForTheDoctorWhoIsProposedNext_data()
    {
        QTest::addColumn<IdentityNumber>("next");
        QTest::addColumn<bool>("byProxy");
        QTest::addColumn<State>("after");
        QTest::newRow("another doctor, the proxy's login") << doctorB << true << State::LoggedOut;
        QTest::newRow("another doctor, the password") << doctorB << false << State::LoggedOut;
        QTest::newRow("the same doctor, the proxy's login") << doctorA << true << State::LoggingIn;
        QTest::newRow("the same doctor, the password") << doctorA << false << State::LoggingIn;
    }

    // The dialog that asks what was lacking stays open, and the next doctor may be the one who answers it.
    void P4_aFailedLoginDoesNotGoOnForTheDoctorWhoIsProposedNext()
    {
        QFETCH(const IdentityNumber, next);
        QFETCH(const bool, byProxy);
        QFETCH(const State, after);
        Flow flow(m_server);
        flow.bring(State::LoggedOut);
        flow.session.logInByLaunch(doctorA);
        flow.answerPin(PinAnswer::Kind::NoPin);
        flow.answerLogin(HttpServerReply::text("", 407));
        QCOMPARE(flow.session.state(), State::LoggedOut);

        flow.launches.take(launchOf(next, LaunchSource::Url)); // fills the field, and logs no doctor in
        QVERIFY(flow.said.contains(u'f'));
        if (byProxy)
            flow.session.proxyLoginGiven();
        else
            flow.session.retryLogin(flow.failed);
        QCOMPARE(flow.session.state(), after);
        QCOMPARE(flow.fault(), QString());
    }

    void P4_whatCameWhileADoctorWasLetInIsForNoOther_data()
    {
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("opens");
        for (const State state : {State::CheckingPin, State::LoggingIn}) {
            QTest::addRow("the same doctor again, %d", int(state)) << state << true;
            QTest::addRow("another one, %d", int(state)) << state << false;
        }
    }

    void P4_whatCameWhileADoctorWasLetInIsForNoOther()
    {
        QFETCH(State, state);
        QFETCH(bool, opens);
        Flow flow(m_server);
        flow.bring(state);
        flow.launches.take(launchOf());
        flow.session.stopLogin();
        QCOMPARE(flow.launches.waiting(), 1);
        flow.letIn(opens ? doctorA : doctorB);
        QCOMPARE(flow.opened.size(), opens ? 1 : 0);
        QCOMPARE(flow.said.contains(u'd'), !opens);
    }

    void P4_theFirstLaunchLogsInWhenTheServicesAreReady()
    {
        Flow flow(m_server, withoutPin);
        flow.launches.take(launchOf(doctorA));
        flow.launches.take(launchOf(doctorB, LaunchSource::Options, secondPatient));
        QCOMPARE(flow.session.state(), State::Starting);
        flow.session.servicesReady();
        QCOMPARE(flow.session.state(), State::LoggingIn);
        flow.answerLoginWell();
        QCOMPARE(flow.session.doctor(), doctorB); // the last one who was called for
        QCOMPARE(flow.opened, QList{launchOf(doctorB, LaunchSource::Options, secondPatient)});
    }

    void P4_aFirstLaunchWaitsForServicesThatAreStartedAgain()
    {
        Flow flow(m_server, withoutPin);
        flow.session.servicesFailed(failure(ErrorKind::TimedOut));
        flow.launches.take(launchOf(doctorB));
        flow.session.servicesStarting();
        flow.session.servicesReady();
        QCOMPARE(flow.session.doctor(), doctorB);
    }

    void P4_aFirstLaunchDoesNotReplaceWhatIsTypedMeanwhile()
    {
        Flow flow(m_server, withoutPin);
        flow.launches.take(launchOf(doctorB));
        flow.session.noteTyping();
        flow.session.servicesReady();
        QCOMPARE(flow.session.state(), State::Typing);
        QCOMPARE(flow.launches.waiting(), 1);
    }

    void P4_theHbysLogsNobodyInWhereItMustNot()
    {
        Flow flow(m_server, {{u"login/acceptDoctorFromLauncher"_s, u"false"_s}, {u"login/pin"_s, u"off"_s}});
        flow.launches.take(launchOf(doctorB));
        flow.session.servicesReady();
        flow.launches.take(launchOf(doctorB));
        QCOMPARE(flow.session.state(), State::LoggedOut);
        QVERIFY(flow.said.contains(u'f'));
    }

    void P4_whatCameInASessionEndsWithIt()
    {
        Flow flow(m_server);
        flow.bring(State::Locked);
        flow.launches.take(launchOf());
        flow.launches.take(launchOf({}, LaunchSource::Url, secondPatient));
        QCOMPARE(flow.launches.waiting(), 2);
        flow.session.askEnd(End::OtherDoctor);
        flow.session.end(flow.wishes.takeLast());
        QCOMPARE(flow.session.state(), State::LoggedOut);
        QCOMPARE(flow.launches.waiting(), 0);
        QVERIFY2(!flow.launches.waitingText().isEmpty(), "the login page tells of them");
        QVERIFY(!flow.launches.waitingText().contains(patient.masked()));
        flow.letIn(doctorB);
        QVERIFY(flow.opened.isEmpty());
        QVERIFY(flow.said.contains(u'd'));
        QVERIFY(flow.launches.waitingText().isEmpty());
    }

    void P4_whatCameUnderAPagesDialogEndsWithItsSession()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        flow.pageDialog = true;
        flow.session.askEnd(End::LogOut);
        flow.launches.take(launchOf());
        connect(&flow.session, &SessionController::endAsked, &flow.session, &SessionController::end);
        flow.closePageDialog();
        flow.letIn(doctorB);
        QVERIFY(flow.opened.isEmpty());
    }

    void P4_aLaunchThatNamesItsDoctorWaitsForNobodyElse_data()
    {
        QTest::addColumn<IdentityNumber>("next");
        QTest::addColumn<int>("opened");
        QTest::newRow("the doctor it names") << doctorB << 1;
        QTest::newRow("another one") << doctorA << 0;
    }

    void P4_aLaunchThatNamesItsDoctorWaitsForNobodyElse()
    {
        QFETCH(const IdentityNumber, next);
        QFETCH(const int, opened);
        Flow flow(m_server);
        flow.bring(State::Locked);
        flow.launches.take(launchOf(doctorB));
        flow.session.end({End::OtherDoctor, {}, flow.session.session()});
        QCOMPARE(flow.session.state(), State::LoggedOut); // it fills the field, and logs no doctor in
        flow.letIn(next);
        QCOMPARE(flow.opened.size(), opened);
        QCOMPARE(flow.launches.waiting(), 0);
    }

    void P4_aLaunchForAnotherDoctorAsksAndThenSwitches()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        const LaunchRequest second = launchOf(doctorB, LaunchSource::Options, secondPatient);
        flow.launches.take(launchOf(doctorB));
        flow.launches.take(second);
        QCOMPARE(flow.said, u"ss"_s);
        flow.session.askEnd(End::SwitchDoctor, doctorB);
        flow.session.end(flow.wishes.takeLast());
        QCOMPARE(flow.session.state(), State::CheckingPin);
        QCOMPARE(flow.session.doctor(), doctorB);
        flow.answerPin(PinAnswer::Kind::NoPin);
        flow.answerLoginWell();
        QCOMPARE(flow.opened, (QList{launchOf(doctorB), second}));
    }

    void P4_aSwitchThatIsAgreedToLateLetsNoDoctorIn()
    {
        Flow flow(m_server, withoutPin, std::chrono::milliseconds(0));
        flow.bring(State::Working);
        flow.launches.take(launchOf(doctorB));
        const int before = m_server.requests();
        flow.session.end({End::SwitchDoctor, doctorB, flow.session.session()});
        QCOMPARE(flow.session.state(), State::LoggedOut);
        QVERIFY2(flow.said.contains(u'f'), "the field is filled");
        QCOMPARE(m_server.requests(), before);
        flow.letIn(doctorB);
        QVERIFY(flow.opened.isEmpty());
    }

    void P4_aLaunchForAnotherDoctorWaitsThroughALogOut_data()
    {
        QTest::addColumn<IdentityNumber>("next");
        QTest::addColumn<int>("opened");
        QTest::newRow("that doctor") << doctorB << 1;
        QTest::newRow("the same again") << doctorA << 0;
    }
    void P4_aLaunchForAnotherDoctorWaitsThroughALogOut()
    {
        QFETCH(const IdentityNumber, next);
        QFETCH(const int, opened);
        Flow flow(m_server);
        flow.bring(State::Working);
        flow.launches.take(launchOf(doctorB));
        flow.session.end({End::LogOut, {}, flow.session.session()});
        QCOMPARE(flow.session.state(), State::LoggedOut); // it fills the field, and logs no doctor in
        QCOMPARE(flow.launches.waiting(), 1);
        flow.letIn(next);
        QCOMPARE(flow.opened.size(), opened);
        QCOMPARE(flow.launches.waiting(), 0);
    }

    void W2_launchesForAnotherDoctorAreLimited()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        for (int number = 0; number < LaunchQueue::capacity; ++number)
            deliver(flow, launchNumber(number, doctorB));
        QCOMPARE(judge(flow, launchOf(doctorB)), InstanceReply::Outcome::Busy);
        QCOMPARE(judge(flow, launchOf()), InstanceReply::Outcome::Accepted);
    }

    void P4_aLinkOfAnotherSessionIsNotOpened()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        const SessionId ofA = flow.session.session();
        flow.session.end({End::LogOut, {}, ofA});
        flow.letIn(doctorB);
        flow.launches.accept(launchOf({}, LaunchSource::Url), ofA);
        QVERIFY(flow.opened.isEmpty());
        flow.launches.accept(launchOf({}, LaunchSource::Url), flow.session.session());
        QCOMPARE(flow.opened.size(), 1);
    }

    void W2_launchesUnderAPagesDialogAreLimited()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        flow.pageDialog = true;
        for (int number = 0; number < LaunchQueue::capacity; ++number)
            deliver(flow, launchNumber(number));
        QCOMPARE(judge(flow, launchOf()), InstanceReply::Outcome::Busy);
        InstanceMessage logOut;
        logOut.command = InstanceMessage::Command::LogOut;
        QCOMPARE(flow.launches.judge(logOut).outcome, InstanceReply::Outcome::Accepted);
        flow.closePageDialog();
        QCOMPARE(flow.opened.size(), LaunchQueue::capacity);
    }

    void W2_launchesUnderAPagesDialogAreTooOldAtLast()
    {
        Flow flow(m_server, {}, std::chrono::milliseconds(0));
        flow.bring(State::Working);
        flow.pageDialog = true;
        flow.launches.take(launchOf());
        flow.closePageDialog();
        QVERIFY(flow.opened.isEmpty());
        QCOMPARE(flow.launches.waiting(), 0);
    }

    // Their callers hear of it at once: each is told before any of them is taken.
    void P2_callsAtOnceAreAcceptedAsFarAsThereIsRoom()
    {
        Flow flow(m_server);
        flow.bring(State::Locked);
        QList<LaunchRequest> accepted;
        for (int number = 0; number < 2 * LaunchQueue::capacity; ++number) {
            if (judge(flow, launchNumber(number)) == InstanceReply::Outcome::Accepted)
                accepted.append(launchNumber(number));
        }
        QCOMPARE(accepted.size(), LaunchQueue::capacity);
        QCoreApplication::sendPostedEvents(&flow.launches);
        for (const LaunchRequest& request : accepted)
            flow.launches.take(request);
        flow.unlock();
        QCOMPARE(flow.opened, accepted);
        QVERIFY(flow.notKept.isEmpty());
    }

    // Accepted while it could be opened, and then it could not.
    void P2_aLaunchThatFindsNoRoomIsTold()
    {
        Flow flow(m_server);
        flow.bring(State::Locked);
        for (int number = 0; number < LaunchQueue::capacity; ++number)
            deliver(flow, launchNumber(number));
        flow.launches.take(launchOf());
        QVERIFY(flow.notKept.isEmpty());
        flow.unlock();
        QCOMPARE(flow.opened.size(), LaunchQueue::capacity);
        QCOMPARE(flow.notKept.size(), 1);
        QVERIFY2(flow.notKept.constFirst().startsWith(u"1 launch"), qPrintable(flow.notKept.constFirst()));
    }

    void P2_aLaunchForAnotherDoctorThatFindsNoRoomIsTold()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        for (int number = 0; number < LaunchQueue::capacity; ++number)
            deliver(flow, launchNumber(number, doctorB));
        flow.said.clear();
        flow.launches.take(launchOf(doctorB));
        QCOMPARE(flow.said, u"r"_s);
    }

    void P2_whatFindsNoRoomAtALogOutIsToldOnTheLoginPage()
    {
        Flow flow(m_server);
        flow.bring(State::Working);
        for (int number = 0; number < LaunchQueue::capacity; ++number)
            deliver(flow, launchNumber(number, doctorB));
        flow.pageDialog = true;
        for (int number = 0; number < 3; ++number)
            deliver(flow, launchNumber(100 + number, doctorB));
        flow.pageDialog = false;
        flow.session.end({End::LogOut, {}, flow.session.session()});
        QCOMPARE(flow.launches.waiting(), LaunchQueue::capacity);
        QVERIFY2(flow.launches.waitingText().contains(u"3 launch"), qPrintable(flow.launches.waitingText()));
        flow.letIn(doctorB);
        QCOMPARE(flow.notKept.size(), 1);
        QVERIFY(flow.launches.waitingText().isEmpty());
    }

    void P2_aLaunchThatWaitedTooLongIsTold()
    {
        Flow flow(m_server, {}, std::chrono::milliseconds(0));
        flow.bring(State::Locked);
        deliver(flow, launchOf());
        flow.unlock();
        QVERIFY(flow.opened.isEmpty());
        QCOMPARE(flow.notKept.size(), 1);
        QVERIFY2(flow.notKept.constFirst().contains(u"5 minutes"), qPrintable(flow.notKept.constFirst()));
    }

    void W3_launchesDoNotSendARefusedPasswordAgain()
    {
        Flow flow(m_server, withoutPin);
        flow.session.servicesReady();
        const int before = m_server.requests();
        flow.launches.take(launchOf(doctorA));
        flow.refuseLogin();
        QCOMPARE(flow.session.state(), State::Refused);
        flow.launches.take(launchOf(doctorA));
        flow.launches.take(launchOf(doctorB));
        flow.launches.take(launchOf(doctorA, LaunchSource::Request, secondPatient));
        QCOMPARE(flow.doctorSession.state(), DoctorSession::State::LoggedOut);
        QCOMPARE(m_server.requests(), before + 1);
        QVERIFY2(flow.launches.waitingText().contains(u"refused"), "the login page says why");

        flow.session.logIn(doctorA, {}); // asked for in the window
        flow.answerLoginWell();
        QCOMPARE(m_server.requests(), before + 2);
        QCOMPARE(flow.opened.size(), 2);
        flow.session.end({End::LogOut, {}, flow.session.session()});
        flow.launches.take(launchOf(doctorB)); // it is known to be good now
        QCOMPARE(flow.session.state(), State::LoggingIn);
    }

    void S8_aLinkLogsNobodyIn()
    {
        Flow flow(m_server, withoutPin);
        flow.launches.take(launchOf(doctorB, LaunchSource::Url));
        flow.session.servicesReady();
        flow.launches.take(launchOf(doctorB, LaunchSource::Url));
        QCOMPARE(flow.session.state(), State::LoggedOut);
    }

    void S8_aLinkTakesNoLaunchsPlace()
    {
        Flow flow(m_server);
        flow.bring(State::LoggedOut);
        flow.launches.take(launchOf());
        flow.launches.take(launchOf({}, LaunchSource::Url));
        flow.launches.take(launchOf({}, LaunchSource::Url, secondPatient));
        QCOMPARE(flow.launches.waiting(), 2);
        flow.letIn(doctorA);
        QCOMPARE(flow.opened, QList{launchOf()});
        QVERIFY(flow.said.contains(u'p'));
    }

    void S8_aLaunchTakesNothingOfALinks()
    {
        Flow flow(m_server);
        flow.bring(State::LoggedOut);
        LaunchRequest link = launchOf({}, LaunchSource::Url);
        link.accessions = {u"X1"_s};
        flow.launches.take(link);
        flow.launches.take(launchOf());
        QCOMPARE(flow.launches.waiting(), 2);
        flow.letIn(doctorA);
        QCOMPARE(flow.opened, QList{launchOf()});
        QVERIFY2(flow.said.contains(u'p'), "the link is still proposed");
    }

    void nothingIsTakenWhileTheProgramEnds()
    {
        Flow flow(m_server);
        flow.bring(State::Quitting);
        QCOMPARE(flow.launches.judge(messageOf(launchOf())).outcome, InstanceReply::Outcome::Busy);
        flow.session.logIn(doctorA, pin);
        QCOMPARE(flow.session.state(), State::Quitting);
    }

private:
    LoginServer m_server;
};

QTEST_GUILESS_MAIN(LaunchControllerTest)
#include "tst_launchcontroller.moc"
