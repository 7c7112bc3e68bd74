// How the list is asked for, and what becomes of a call that fails.

#include "services/pastreportssite.h"

#include "core/error/errortext.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::pastreports;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(hekim::ErrorKind)
Q_DECLARE_METATYPE(hekim::test::HttpServerReply)

class PastReportsClientTest : public QObject
{
    Q_OBJECT

private slots:
    void requestIsExactlyTheGuides()
    {
        Site site;
        QVERIFY(site.load(HttpServerReply::json("[]")));
        QCOMPARE(site.server.count(listPath), 1);
        const HttpServerRequest request = site.server.requests(listPath).constFirst();
        QCOMPARE(request.method, "GET");
        QCOMPARE(request.target, listPath + "?hastaTCKN=23456789060&reportType=5");
        QCOMPARE(request.header("Authorization"), "Bearer token-1");
        QVERIFY(!request.hasHeader("Cookie"));
    }

    void failuresAreToldApart_data()
    {
        QTest::addColumn<HttpServerReply>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("500") << HttpServerReply::json("[]", 500) << ErrorKind::ServerFailed;
        QTest::newRow("429") << HttpServerReply::text("busy", 429) << ErrorKind::ServerFailed;
        QTest::newRow("403") << HttpServerReply::json(R"({"Message":"yetki yok"})", 403)
                             << ErrorKind::CredentialsRefused;
        QTest::newRow("400") << HttpServerReply::json(R"({"Message":"hata"})", 400) << ErrorKind::BadReply;
        QTest::newRow("404") << HttpServerReply::text("yok", 404) << ErrorKind::BadReply;
        QTest::newRow("HTML") << HttpServerReply::html() << ErrorKind::NetworkLogin;
        QTest::newRow("empty") << HttpServerReply::json({}) << ErrorKind::BadReply;
        QTest::newRow("no JSON") << HttpServerReply::json("[{") << ErrorKind::BadReply;
        QTest::newRow("null") << HttpServerReply::json("null") << ErrorKind::BadReply;
        QTest::newRow("text") << HttpServerReply::json("\"yok\"") << ErrorKind::BadReply;
        QTest::newRow("numbers") << HttpServerReply::json("[1,2]") << ErrorKind::BadReply;
        QTest::newRow("object without a list")
            << HttpServerReply::json(R"({"Message":"hata"})") << ErrorKind::BadReply;
        QTest::newRow("two lists") << HttpServerReply::json(R"({"a":[{"x":1}],"b":[{"y":1}]})")
                                   << ErrorKind::BadReply;
        QTest::newRow("list that is null")
            << HttpServerReply::json(R"({"data":null})") << ErrorKind::BadReply;
        QTest::newRow("too large") << HttpServerReply::oversize(HttpClient::maxBodyBytes + 1)
                                   << ErrorKind::BadReply;
        QTest::newRow("redirect") << HttpServerReply::redirect(QUrl(u"/baska"_s)) << ErrorKind::BadReply;
        QTest::newRow("cut") << HttpServerReply::cutInside() << ErrorKind::ConnectionFailed;
        QTest::newRow("stuck") << HttpServerReply::stuck() << ErrorKind::TimedOut;
    }
    void failuresAreToldApart()
    {
        QFETCH(HttpServerReply, reply);
        QFETCH(ErrorKind, kind);
        Site site;
        const auto reports = site.load(reply);
        QVERIFY(!reports);
        QCOMPARE(reports.error().kind, kind);
        QCOMPARE(reports.error().step, Step::PastReports);
        QVERIFY(!sentenceFor(reports.error()).isEmpty());
    }

    void withoutAnAddressItIsNotPublished()
    {
        Site site;
        Answer<PastReports> answer;
        site.client.load({}, number(u"23456789060"), &site.context, answer.take());
        QVERIFY(!answer.isThere()); // never synchronous
        QCOMPARE(answer.kind(), ErrorKind::NotPublished);
        QVERIFY(sentenceFor(answer.wait().error()).contains(u"endpoints/erapor"_s));
    }

    void a401RenewsTheTokenOnce()
    {
        Site site;
        site.server.route(listPath, [](const HttpServerRequest& request) {
            return request.header("Authorization") == "Bearer token-1"
                       ? HttpServerReply::json(R"({"Message":"süresi dolmuş"})", 401)
                       : HttpServerReply::json(R"([{"raporNo":"7"}])");
        });
        const auto reports = site.load();
        QVERIFY(reports);
        QCOMPARE(reports->rows.size(), 1);
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count(listPath), 2);
        QCOMPARE(site.server.requests(listPath).constLast().header("Authorization"), "Bearer token-2");
    }

    void P4_whatOneDoctorAskedForIsNotAskedWithTheNextOnesToken()
    {
        Site site;
        site.server.route(listPath, HttpServerReply::slow(200ms, HttpServerReply::json("{}", 401)));
        Answer<PastReports> answer;
        site.client.load(site.server.url(), number(u"23456789060"), &site.context, answer.take());
        QTRY_COMPARE(site.server.count(listPath), 1);
        Answer<void> next;
        site.session.logIn(number(u"17291716060"), &site.context, next.take());
        QVERIFY(!answer.wait());
        QVERIFY(next.wait());
        QCOMPARE(site.server.count(listPath), 1);
    }

    void W3_aSecond401IsTheEnd()
    {
        Site site;
        const auto reports = site.load(HttpServerReply::json(R"({"Message":"yok"})", 401));
        QVERIFY(!reports);
        QCOMPARE(reports.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count(listPath), 2);
        // Neither is anything sent again by asking once more.
        QCOMPARE(site.load().error().kind, ErrorKind::Unauthorized);
        QCOMPARE(site.server.count(tokenPath), 2);
        QCOMPARE(site.server.count(listPath), 2);
    }

    void S3_noRedirectCarriesTheToken()
    {
        Site site;
        HttpServer foreign;
        foreign.setFallback([](const HttpServerRequest&) { return HttpServerReply::json("[]"); });
        const auto reports = site.load(HttpServerReply::redirect(foreign.url(u"/x"_s)));
        QVERIFY(!reports);
        QCOMPARE(foreign.count(), 0);
    }

    void S1_anErrorTellsNeitherNumberNorToken()
    {
        Site site;
        const auto reports = site.load(
            HttpServerReply::json(R"({"Message":"23456789060 için Bearer token-1 geçersiz"})", 400));
        QVERIFY(!reports);
        const QString told = sentenceFor(reports.error()) + lineForIt(reports.error());
        QVERIFY2(!told.contains(u"23456789060"_s), qPrintable(told));
        QVERIFY2(!told.contains(u"token-1"_s), qPrintable(told));
    }

    void P1_aCancelledOrForsakenCallAnswersNobody()
    {
        Site site;
        site.server.route(listPath,
                          HttpServerReply::slow(200ms, HttpServerReply::json(R"([{"raporNo":"1"}])")));
        Answer<PastReports> cancelled;
        CallHandle call =
            site.client.load(site.server.url(), number(u"23456789060"), &site.context, cancelled.take());
        Answer<PastReports> forsaken;
        auto tab = std::make_unique<QObject>();
        site.client.load(site.server.url(), number(u"10000008098"), tab.get(), forsaken.take());
        QTRY_COMPARE(site.server.count(listPath), 2);
        call.cancel();
        tab.reset();
        // A later call is answered, and by then the others would have been.
        Answer<PastReports> later;
        site.client.load(site.server.url(), number(u"10000009088"), &site.context, later.take());
        QVERIFY(later.wait());
        QVERIFY(!cancelled.isThere());
        QVERIFY(!forsaken.isThere());
    }

    void aLogoutEndsIt()
    {
        Site site;
        site.server.route(listPath, HttpServerReply::json("{}", 401));
        Answer<PastReports> answer;
        site.client.load(site.server.url(), number(u"23456789060"), &site.context, answer.take());
        QTRY_VERIFY(site.server.count(listPath) >= 1);
        site.session.logOut();
        QVERIFY(!answer.wait());
        QVERIFY(site.server.count(tokenPath) <= 2);
    }
};

QTEST_GUILESS_MAIN(PastReportsClientTest)
#include "tst_pastreportsclient.moc"
