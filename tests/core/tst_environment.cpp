#include "core/settings/environment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestEnvironment : public QObject
{
    Q_OBJECT

private slots:
    void wordsAreExact();
    void publishedAddresses();
    void endpoint_data();
    void endpoint();
    void refusesEndpoint_data();
    void refusesEndpoint();
    void origins_data();
    void origins();
    void loopback();
    void liveOnlyHosts();
};

void TestEnvironment::wordsAreExact()
{
    for (const auto name :
         {EnvironmentName::Live, EnvironmentName::Test, EnvironmentName::Training, EnvironmentName::Custom}) {
        QCOMPARE(environmentFromString(toString(name)), std::optional(name));
        QVERIFY(!displayName(name).isEmpty());
    }
    for (const QString& word : {u"Live"_s, u"LIVE"_s, u"lıve"_s, u" live"_s, QString(), u"prod"_s})
        QVERIFY(!environmentFromString(word));
}

void TestEnvironment::publishedAddresses()
{
    const auto live = publishedEndpoints(EnvironmentName::Live);
    QCOMPARE(live.erapor.toString(), u"https://erapor.saglik.gov.tr"_s);
    QCOMPARE(live.teletip.toString(), u"https://app.teletip.saglik.gov.tr/integrationapi"_s);
    const auto test = publishedEndpoints(EnvironmentName::Test);
    QCOMPARE(test.erapor.toString(), u"https://eraportest.saglik.gov.tr"_s);
    QVERIFY(test.ogn.isEmpty() && test.teletip.isEmpty() && test.viewer.isEmpty());
    QCOMPARE(test.hes.path(), u"/services/g2g/test/saglik/hes"_s);
    QCOMPARE(publishedEndpoints(EnvironmentName::Training), Endpoints());
    QCOMPARE(publishedEndpoints(EnvironmentName::Custom), Endpoints());
}

void TestEnvironment::endpoint_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("url");
    QTest::newRow("https") << u"https://erapor.example"_s << u"https://erapor.example"_s;
    QTest::newRow("slashes at the end") << u"https://h.example/api//"_s << u"https://h.example/api"_s;
    QTest::newRow("root") << u"https://h.example/"_s << u"https://h.example"_s;
    QTest::newRow("private range, port") << u"https://10.1.2.3:8443/x"_s << u"https://10.1.2.3:8443/x"_s;
    QTest::newRow("http on loopback") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("http on localhost") << u"http://localhost:1"_s << u"http://localhost:1"_s;
    QTest::newRow("http on ::1") << u"http://[::1]:8080/a"_s << u"http://[::1]:8080/a"_s;
    QTest::newRow("upper case") << u"HTTPS://H.Example"_s << u"https://h.example"_s;
}

void TestEnvironment::endpoint()
{
    QFETCH(QString, value);
    const auto url = parseEndpoint(u"endpoints/erapor"_s, value);
    QVERIFY(url);
    QTEST(url->toString(QUrl::FullyEncoded), "url");
}

void TestEnvironment::refusesEndpoint_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<InputFault>("fault");
    QTest::newRow("empty") << QString() << InputFault::Empty;
    QTest::newRow("http elsewhere") << u"http://erapor.saglik.gov.tr"_s << InputFault::NotHttps;
    QTest::newRow("http, private range") << u"http://10.0.0.1"_s << InputFault::NotHttps;
    QTest::newRow("name that begins like loopback")
        << u"http://127.0.0.1.evil.example"_s << InputFault::NotHttps;
    QTest::newRow("localhost as a label") << u"http://localhost.evil.example"_s << InputFault::NotHttps;
    QTest::newRow("ftp") << u"ftp://h.example"_s << InputFault::NotHttps;
    QTest::newRow("file") << u"file:///etc/passwd"_s << InputFault::BadUrl;
    QTest::newRow("no scheme") << u"erapor.saglik.gov.tr"_s << InputFault::BadUrl;
    QTest::newRow("user") << u"https://user@h.example"_s << InputFault::BadUrl;
    QTest::newRow("empty user") << u"https://@h.example"_s << InputFault::BadUrl;
    QTest::newRow("password") << u"https://u:p@h.example"_s << InputFault::BadUrl;
    QTest::newRow("query") << u"https://h.example/?a=b"_s << InputFault::BadUrl;
    QTest::newRow("empty query") << u"https://h.example/?"_s << InputFault::BadUrl;
    QTest::newRow("fragment") << u"https://h.example/#a"_s << InputFault::BadUrl;
    QTest::newRow("empty fragment") << u"https://h.example/#"_s << InputFault::BadUrl;
    QTest::newRow("port 0") << u"https://h.example:0"_s << InputFault::BadUrl;
    QTest::newRow("port too high") << u"https://h.example:99999"_s << InputFault::BadUrl;
    QTest::newRow("blank") << u"https://h .example"_s << InputFault::BadUrl;
    QTest::newRow("huge") << u"https://h.example/"_s + QString(100'000, u'a') << InputFault::TooLong;
}

void TestEnvironment::refusesEndpoint()
{
    QFETCH(QString, value);
    const auto url = parseEndpoint(u"endpoints/erapor"_s, value);
    QVERIFY(!url);
    QCOMPARE(url.error().kind, ErrorKind::BadSettings);
    QCOMPARE(url.error().subject, u"endpoints/erapor"_s);
    QTEST(url.error().fault, "fault");
}

void TestEnvironment::origins_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("https") << u"https://Host/a?b#c"_s << u"https://host:443"_s;
    QTest::newRow("written port") << u"https://host:443"_s << u"https://host:443"_s;
    QTest::newRow("http") << u"http://127.0.0.1:8080/x"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("ws") << u"ws://localhost/x"_s << u"ws://localhost:80"_s;
    QTest::newRow("IPv6") << u"http://[::1]/x"_s << u"http://[::1]:80"_s;
}

void TestEnvironment::origins()
{
    QFETCH(QString, url);
    QTEST(originOf(QUrl(url)), "origin");
}

void TestEnvironment::loopback()
{
    for (const QString& host :
         {u"localhost"_s, u"LOCALHOST"_s, u"127.0.0.1"_s, u"127.255.255.254"_s, u"::1"_s})
        QVERIFY2(isLoopbackHost(host), qPrintable(host));
    for (const QString& host :
         {u"128.0.0.1"_s, u"127.0.0.1.example"_s, u"x127.0.0.1"_s, u"localhost.example"_s, u"::2"_s,
          u"0.0.0.0"_s, u"127.1"_s, u"127.0.0.1\n"_s, QString()})
        QVERIFY2(!isLoopbackHost(host), qPrintable(host));
    QVERIFY(isLoopbackHost(QUrl(u"http://[::1]/"_s).host()));
}

void TestEnvironment::liveOnlyHosts()
{
    QVERIFY(isLiveOnlyHost(u"erapor.saglik.gov.tr"_s));
    QVERIFY(isLiveOnlyHost(u"ERAPOR.saglik.gov.tr."_s));
    QVERIFY(isLiveOnlyHost(u"app.teletip.saglik.gov.tr"_s));
    QVERIFY(!isLiveOnlyHost(u"eraportest.saglik.gov.tr"_s));
    QVERIFY(!isLiveOnlyHost(u"hesservis.turkiye.gov.tr"_s)); // the test environment's as well
    QVERIFY(!isLiveOnlyHost(QString()));
}

QTEST_GUILESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
