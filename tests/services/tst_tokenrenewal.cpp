// The doctor's token after the login: one request for all who need it, renewed while the doctor works.

#include "services/eraporsite.h"

#include <QSignalSpy>
#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::erapor;

class TokenRenewalTest : public QObject
{
    Q_OBJECT

private slots:
    void fiveCallersShareOneRequest()
    {
        Site site;
        site.answerWithTokens();
        QVERIFY(site.logIn());
        site.session.tokenRefused(site.token()->value);
        QList<Answer<Token>> answers(5);
        for (const auto& answer : answers)
            site.session.token(this, answer.take());
        for (const auto& answer : answers) {
            QCOMPARE(answer.wait()->value, u"token-2"_s);
            QCOMPARE(answer.count(), 1);
        }
        QCOMPARE(site.requests(), 2);
        for (int i = 0; i < 5; ++i)
            QVERIFY(site.token());
        QCOMPARE(site.requests(), 2);
    }

    void renewalFollowsActivityOnly()
    {
        Site site;
        site.answerWithTokens(3);
        QVERIFY(site.logIn());
        QSignalSpy renewed(&site.session, &DoctorSession::tokenRenewed);
        site.session.noteActivity();
        QVERIFY(renewed.wait(5000));
        QCOMPARE(site.requests(), 2);
        // The doctor works no longer: the second token runs out unrenewed.
        QTRY_VERIFY(*site.session.tokenExpiresAt() < QDateTime::currentDateTimeUtc());
        QCOMPARE(site.requests(), 2);
        QCOMPARE(site.session.state(), DoctorSession::State::LoggedIn);
        // Who needs a token gets one all the same.
        QCOMPARE(site.token()->value, u"token-3"_s);
    }

    void lateActivityRenewsBeforeTheEnd()
    {
        Site site;
        site.answerWithTokens(10);
        QVERIFY(site.logIn());
        QSignalSpy renewed(&site.session, &DoctorSession::tokenRenewed);
        // In the last fifth of its life, which no timer has announced.
        QTRY_VERIFY(QDateTime::currentDateTimeUtc().msecsTo(*site.session.tokenExpiresAt()) < 1800);
        QCOMPARE(site.requests(), 1);
        site.session.noteActivity();
        QVERIFY(renewed.wait(2000));
        QCOMPARE(site.requests(), 2);
    }

    void failedRenewalIsTold()
    {
        Site site;
        site.answerWithTokens(3);
        QVERIFY(site.logIn());
        site.server.route(tokenPath, HttpServerReply::json("{}", 503));
        QSignalSpy failed(&site.session, &DoctorSession::renewalFailed);
        site.session.noteActivity();
        QVERIFY(failed.wait(5000));
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, ErrorKind::ServerFailed);
        QCOMPARE(site.session.state(), DoctorSession::State::LoggedIn);
        // A failing service is asked again by the next caller.
        site.answerWithTokens();
        QTRY_VERIFY(*site.session.tokenExpiresAt() < QDateTime::currentDateTimeUtc());
        QVERIFY(site.token());
    }

    void refusedTokenIsRenewedOnce()
    {
        Site site;
        site.session.setRetryAfter(1500ms);
        site.answerWithTokens();
        QVERIFY(site.logIn());
        site.session.tokenRefused(u"token-1"_s);
        QCOMPARE(site.token()->value, u"token-2"_s);
        site.session.tokenRefused(u"token-1"_s); // a late one
        QCOMPARE(site.token()->value, u"token-2"_s);
        site.session.tokenRefused(u"token-2"_s);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(site.token().error().kind, ErrorKind::Unauthorized);
        QCOMPARE(site.requests(), 2);
        QTRY_VERIFY(site.token().has_value());
        QCOMPARE(site.requests(), 3);
    }

    void newLoginEndsTheRefusal()
    {
        Site site;
        site.answerWithTokens();
        QVERIFY(site.logIn());
        site.session.tokenRefused(u"token-1"_s);
        QVERIFY(site.token());
        site.session.tokenRefused(u"token-2"_s);
        QVERIFY(!site.token());
        QVERIFY(site.logIn());
        QCOMPARE(site.token()->value, u"token-3"_s);
    }

    void W3_refusedPasswordIsSentOnce()
    {
        Site site;
        site.answerWithTokens(3);
        QVERIFY(site.logIn());
        site.server.forgetRequests();
        site.server.route(tokenPath, HttpServerReply::json(R"({"error":"invalid_grant"})", 400));
        QSignalSpy failed(&site.session, &DoctorSession::renewalFailed);
        site.session.noteActivity();
        QVERIFY(failed.wait(5000));
        QCOMPARE(site.requests(), 1);
        // Neither activity nor the token's end nor those who need a token send it again.
        site.session.noteActivity();
        QTRY_VERIFY(*site.session.tokenExpiresAt() < QDateTime::currentDateTimeUtc());
        site.session.noteActivity();
        QList<Answer<Token>> answers(5);
        for (const auto& answer : answers)
            site.session.token(this, answer.take());
        for (const auto& answer : answers)
            QCOMPARE(answer.wait().error().kind, ErrorKind::CredentialsRefused);
        for (int i = 0; i < 5; ++i) {
            site.session.tokenRefused(u"token-1"_s);
            QCOMPARE(site.token().error().kind, ErrorKind::CredentialsRefused);
        }
        QCOMPARE(site.requests(), 1);
        // The doctor asks for it: once more, and once only.
        QCOMPARE(site.logIn().error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(site.requests(), 2);
        QCOMPARE(site.session.state(), DoctorSession::State::LoggedOut);
        QCOMPARE(site.token().error().kind, ErrorKind::NotConfigured);
        QCOMPARE(site.requests(), 2);
    }
};

QTEST_GUILESS_MAIN(TokenRenewalTest)
#include "tst_tokenrenewal.moc"
