#include "services/imagesite.h"

#include "core/error/errortext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::images;

Q_DECLARE_METATYPE(hekim::ErrorKind)

class OtacReplyTest : public QObject
{
    Q_OBJECT

private slots:
    void everyReplyShapeIsRead_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("address");
        const QString guides =
            u"https://viewer.example/viewer/#/viewpatient?otac=g5QYrE7NKFVnHfSea9nfCrevL3FtL3zHilHyUzigUug"_s;
        const QByteArray url = guides.toUtf8();
        QTest::newRow("bare URL") << url << guides;
        QTest::newRow("bare URL with blanks, BOM") << "\xef\xbb\xbf  " + url + "\r\n" << guides;
        QTest::newRow("JSON string") << '"' + url + '"' << guides;
        QTest::newRow("JSON string, escaped slashes")
            << QByteArray('"' + QByteArray(url).replace("/", "\\/") + '"') << guides;
        QTest::newRow("object") << "{\"id\":7,\"ok\":true,\"viewerUrl\":\"" + url + "\"}" << guides;
        QTest::newRow("bare code") << QByteArray("g5QYrE7NKFVnHfSea9nfCrevL3FtL3zHilHyUzigUug") << guides;
        QTest::newRow("code as JSON string")
            << QByteArray("\"g5QYrE7NKFVnHfSea9nfCrevL3FtL3zHilHyUzigUug\"") << guides;
        QTest::newRow("code of digits") << QByteArray("123456789012")
                                        << u"https://viewer.example/viewer/#/viewpatient?otac=123456789012"_s;
        QTest::newRow("code that needs encoding")
            << QByteArray("ab+/cdefgh==")
            << u"https://viewer.example/viewer/#/viewpatient?otac=ab%2B%2Fcdefgh%3D%3D"_s;
        QTest::newRow("default port written out")
            << QByteArray("https://viewer.example:443/v?x=1#a") << u"https://viewer.example:443/v?x=1#a"_s;
    }

    void everyReplyShapeIsRead()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QString, address);
        Site site;
        site.server.route(otacPath, HttpServerReply::text(reply));
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY2(got, got ? "" : qPrintable(lineForIt(got.error())));
        QCOMPARE(got->toString(QUrl::FullyEncoded), address);
    }

    void otherRepliesAreTold_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("empty") << 200 << QByteArray() << ErrorKind::BadReply;
        QTest::newRow("blank string") << 200 << QByteArray("\"\"") << ErrorKind::BadReply;
        QTest::newRow("page") << 200 << QByteArray("<html>portal</html>") << ErrorKind::NetworkLogin;
        QTest::newRow("null") << 200 << QByteArray("null") << ErrorKind::BadReply;
        QTest::newRow("array") << 200 << QByteArray("[\"https://viewer.example/\"]") << ErrorKind::BadReply;
        QTest::newRow("two URLs")
            << 200 << QByteArray("{\"a\":\"https://viewer.example/1\",\"b\":\"https://viewer.example/2\"}")
            << ErrorKind::BadReply;
        QTest::newRow("no URL") << 200 << QByteArray("{\"id\":5}") << ErrorKind::BadReply;
        QTest::newRow("words") << 200 << QByteArray("no such study") << ErrorKind::BadReply;
        QTest::newRow("refusal in 200")
            << 200 << QByteArray("{\"Message\":\"yok\"}") << ErrorKind::RequestRefused;
        QTest::newRow("unknown accession")
            << 404 << QByteArray("{\"Message\":\"yok\"}") << ErrorKind::RequestRefused;
        QTest::newRow("bad request") << 400 << QByteArray() << ErrorKind::RequestRefused;
        QTest::newRow("forbidden") << 403 << QByteArray("no") << ErrorKind::RequestRefused;
        QTest::newRow("gateway's page") << 403 << QByteArray("<html>blocked</html>") << ErrorKind::BadReply;
        QTest::newRow("fault") << 500 << QByteArray("<html>") << ErrorKind::ServerFailed;
        QTest::newRow("too many") << 429 << QByteArray() << ErrorKind::ServerFailed;
    }

    void otherRepliesAreTold()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, reply);
        QFETCH(ErrorKind, kind);
        Site site;
        site.server.route(otacPath, HttpServerReply::text(reply, status));
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, kind);
        QVERIFY(!sentenceFor(got.error()).isEmpty());
        QCOMPARE(site.server.count(otacPath), 1);
    }

    void S3_anotherOriginGetsNoCode_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("host") << u"https://evil.example/viewer/#/viewpatient?otac=secret-code"_s;
        QTest::newRow("port") << u"https://viewer.example:8443/viewer/#/?otac=secret-code"_s;
        QTest::newRow("plain") << u"http://viewer.example/viewer/#/?otac=secret-code"_s;
        QTest::newRow("host below") << u"https://viewer.example.evil.example/#/?otac=secret-code"_s;
        QTest::newRow("user name") << u"https://viewer.example@evil.example/#/?otac=secret-code"_s;
        QTest::newRow("user name before ours") << u"https://evil@viewer.example/#/?otac=secret-code"_s;
        QTest::newRow("other scheme") << u"file://viewer.example/etc/passwd#secret-code"_s;
    }

    void S3_anotherOriginGetsNoCode()
    {
        QFETCH(QString, address);
        Site site;
        site.server.route(otacPath, HttpServerReply::json('"' + address.toUtf8() + '"'));
        const auto got = site.open(*site.imagesOf(patient));
        QVERIFY(!got);
        QCOMPARE(got.error().kind, ErrorKind::ForeignAddress);
        QVERIFY(!lineForIt(got.error()).contains(u"secret-code"_s));
        QVERIFY(!sentenceFor(got.error()).contains(u"secret-code"_s));
    }
};

QTEST_GUILESS_MAIN(OtacReplyTest)
#include "tst_otacreply.moc"
