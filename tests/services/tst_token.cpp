#include "services/erapor/eraporpages.h"
#include "services/token/token.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hekim;

Q_DECLARE_METATYPE(hekim::ErrorKind)

namespace {

const QDateTime now = QDateTime(QDate(2030, 1, 2), QTime(3, 4, 5), QTimeZone::utc());
constexpr qint64 twentyMinutes = 1200;
constexpr qint64 oneDay = 86400;

Result<Token> read(int status, const QByteArray& body)
{
    return readTokenReply(status, body, Step::EraporToken, u"erapor.example"_s, now);
}

QByteArray jwt(const QByteArray& payload)
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray(R"({"alg":"none"})").toBase64(options) + '.' + payload.toBase64(options) +
           ".c2lnbmF0dXJl";
}

QByteArray withExpiry(const QByteArray& expiresIn, const QByteArray& token)
{
    return "{\"expires_in\":" + expiresIn + ",\"access_token\":\"" + token + "\"}";
}

QByteArray expiring(qint64 secondsFromNow)
{
    return "{\"exp\":" + QByteArray::number(now.toSecsSinceEpoch() + secondsFromNow) + '}';
}

} // namespace

class TokenTest : public QObject
{
    Q_OBJECT

private slots:
    void tokenAndExpiryAreRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("seconds");
        const QByteArray bare = "abcDEF0123456789-._~+/=";
        QTest::newRow("object") << QByteArray(R"({"access_token":"t-1","expires_in":300})")
                                << QByteArray("t-1") << 300LL;
        QTest::newRow("numeric text")
            << QByteArray(R"({"access_token":"t","expires_in":"300"})") << QByteArray("t") << 300LL;
        QTest::newRow("no expiry") << QByteArray(R"({"access_token":"t"})") << QByteArray("t")
                                   << twentyMinutes;
        QTest::newRow("expiry 0") << QByteArray(R"({"access_token":"t","expires_in":0})") << QByteArray("t")
                                  << twentyMinutes;
        QTest::newRow("expiry negative")
            << QByteArray(R"({"access_token":"t","expires_in":-5})") << QByteArray("t") << twentyMinutes;
        QTest::newRow("expiry absurd")
            << QByteArray(R"({"access_token":"t","expires_in":1e300})") << QByteArray("t") << oneDay;
        QTest::newRow("expiry infinite")
            << QByteArray(R"({"access_token":"t","expires_in":"inf"})") << QByteArray("t") << twentyMinutes;
        QTest::newRow("expiry words")
            << QByteArray(R"({"access_token":"t","expires_in":"soon"})") << QByteArray("t") << twentyMinutes;
        QTest::newRow("token beside an error")
            << QByteArray(R"({"access_token":"t","error":"x"})") << QByteArray("t") << twentyMinutes;
        QTest::newRow("json string") << '"' + bare + '"' << bare << twentyMinutes;
        QTest::newRow("bare text") << bare << bare << twentyMinutes;
        QTest::newRow("bare text with line end") << bare + "\r\n" << bare << twentyMinutes;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf") + bare << bare << twentyMinutes;
        QTest::newRow("jwt") << jwt(expiring(90)) << jwt(expiring(90)) << 90LL;
        QTest::newRow("jwt in object") << withExpiry("null", jwt(expiring(90))) << jwt(expiring(90)) << 90LL;
        QTest::newRow("expires_in before jwt")
            << withExpiry("60", jwt(expiring(90))) << jwt(expiring(90)) << 60LL;
        QTest::newRow("jwt of the past") << jwt(expiring(-90)) << jwt(expiring(-90)) << twentyMinutes;
        QTest::newRow("jwt for ever") << jwt(expiring(1LL << 40)) << jwt(expiring(1LL << 40)) << oneDay;
        QTest::newRow("jwt without exp") << jwt("{}") << jwt("{}") << twentyMinutes;
        QTest::newRow("looks like a jwt") << QByteArray("aaaaaaaa.%%%%.bbbbbbbb").replace('%', '~')
                                          << QByteArray("aaaaaaaa.~~~~.bbbbbbbb") << twentyMinutes;
        QTest::newRow("bare of digits")
            << QByteArray("01234567890123456789") << QByteArray("01234567890123456789") << twentyMinutes;
        const auto spoilt = [](const QByteArray& token) {
            return "{\"bildiri\":\"\xDE"
                   "ubat\",\"access_token\":\"" +
                   token + "\"}";
        };
        QTest::newRow("a byte that is no UTF-8") << spoilt("t-1") << QByteArray("t-1") << twentyMinutes;
        QTest::newRow("line end inside the text")
            << spoilt("t-1\\r\\n") << QByteArray("t-1") << twentyMinutes;
        QTest::newRow("json string with a line end") << '"' + bare + "\\n\"" << bare << twentyMinutes;
        QTest::newRow("bare text with U+00A0") << "\xC2\xA0" + bare << bare << twentyMinutes;
        QTest::newRow("jwt with a text for exp")
            << jwt("{\"exp\":\"" + QByteArray::number(now.toSecsSinceEpoch() + 90) + "\",\"name\":\"\xDE\"}")
            << jwt("{\"exp\":\"" + QByteArray::number(now.toSecsSinceEpoch() + 90) + "\",\"name\":\"\xDE\"}")
            << 90LL;
        QTest::newRow("longest bare") << QByteArray(8192, 'a') << QByteArray(8192, 'a') << twentyMinutes;
    }
    void tokenAndExpiryAreRead()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, value);
        QFETCH(qint64, seconds);
        for (const int status : {200, 201}) {
            const auto token = read(status, body);
            QVERIFY(token);
            QCOMPARE(token->value.toUtf8(), value);
            QCOMPARE(now.secsTo(token->expiresAt), seconds);
        }
    }

    void W1_everyBadReplyIsOfItsOwnKind_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray good = R"({"access_token":"t"})";
        QTest::newRow("500") << 500 << good << ErrorKind::ServerFailed;
        QTest::newRow("503 with an error")
            << 503 << QByteArray(R"({"error":"x"})") << ErrorKind::ServerFailed;
        QTest::newRow("429") << 429 << QByteArray(R"({"message":"slower"})") << ErrorKind::ServerFailed;
        for (const int status : {200, 400, 401, 403, 404}) {
            for (const char* member : {"error", "error_description", "Message", "message"}) {
                QTest::addRow("%s %d", member, status)
                    << status << QByteArray("{\"") + member + "\":\"no\"}" << ErrorKind::CredentialsRefused;
            }
        }
        QTest::newRow("token with 400") << 400 << good << ErrorKind::BadReply;
        QTest::newRow("error object")
            << 400 << QByteArray(R"({"error":{"code":1}})") << ErrorKind::CredentialsRefused;
        QTest::newRow("error in Windows-1254")
            << 400
            << QByteArray("{\"error\":\"invalid_grant\",\"error_description\":\"\xDE"
                          "ifre\"}")
            << ErrorKind::CredentialsRefused;
        QTest::newRow("title alone") << 400 << QByteArray(R"({"title":"Bad Request"})")
                                     << ErrorKind::BadReply;
        QTest::newRow("token with a blank inside")
            << 200 << QByteArray(R"({"access_token":"a b"})") << ErrorKind::BadReply;
        QTest::newRow("error null") << 200 << QByteArray(R"({"error":null})") << ErrorKind::BadReply;
        QTest::newRow("401 empty") << 401 << QByteArray() << ErrorKind::CredentialsRefused;
        QTest::newRow("403 html") << 403 << QByteArray("<html>") << ErrorKind::CredentialsRefused;
        QTest::newRow("400 empty") << 400 << QByteArray() << ErrorKind::BadReply;
        QTest::newRow("404 html") << 404 << QByteArray("<html>") << ErrorKind::BadReply;
        QTest::newRow("200 empty") << 200 << QByteArray() << ErrorKind::BadReply;
        QTest::newRow("200 blanks") << 200 << QByteArray("  \n") << ErrorKind::BadReply;
        QTest::newRow("204") << 204 << QByteArray() << ErrorKind::BadReply;
        QTest::newRow("html") << 200 << QByteArray("<!DOCTYPE html><html></html>") << ErrorKind::NetworkLogin;
        QTest::newRow("empty object") << 200 << QByteArray("{}") << ErrorKind::BadReply;
        QTest::newRow("empty token") << 200 << QByteArray(R"({"access_token":""})") << ErrorKind::BadReply;
        QTest::newRow("token of a wrong type")
            << 200 << QByteArray(R"({"access_token":5})") << ErrorKind::BadReply;
        QTest::newRow("token that ends a header")
            << 200 << QByteArray("{\"access_token\":\"a\\r\\nX: y\"}") << ErrorKind::BadReply;
        QTest::newRow("array") << 200 << QByteArray(R"(["abcDEF0123456789"])") << ErrorKind::BadReply;
        QTest::newRow("null") << 200 << QByteArray("null") << ErrorKind::BadReply;
        QTest::newRow("number") << 200 << QByteArray("5") << ErrorKind::BadReply;
        QTest::newRow("short text") << 200 << QByteArray("abc") << ErrorKind::BadReply;
        QTest::newRow("sentence") << 200 << QByteArray("Kullanici adi veya sifre hatali")
                                  << ErrorKind::BadReply;
        QTest::newRow("sentence as json string")
            << 200 << QByteArray("\"Sifreniz hatali veya eksik\"") << ErrorKind::BadReply;
        QTest::newRow("too long bare") << 200 << QByteArray(8193, 'a') << ErrorKind::BadReply;
        QTest::newRow("binary") << 200 << QByteArray("\0\1\2\xff\xfe", 5) << ErrorKind::BadReply;
        QTest::newRow("cut json") << 200 << QByteArray("{\"access_token\":\"abc") << ErrorKind::BadReply;
    }
    void W1_everyBadReplyIsOfItsOwnKind()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        const auto token = read(status, body);
        QVERIFY(!token);
        QCOMPARE(token.error().kind, kind);
        QCOMPARE(token.error().httpStatus, status);
        QCOMPARE(token.error().step, Step::EraporToken);
        QCOMPARE(token.error().host, u"erapor.example"_s);
    }

    void S1_refusalIsQuotedWithoutNumbers()
    {
        const auto token =
            read(400, R"({"error":"invalid_grant","error_description":"Hekim 10000000146 bulunamadı"})");
        QVERIFY(!token);
        QVERIFY(token.error().detail.contains(u"bulunamadı"_s));
        QVERIFY(!token.error().detail.contains(u"10000000146"_s));
    }

    void pageAddressesAreAsPrinted()
    {
        const QUrl base(u"https://erapor.example"_s);
        const Token token{u"a+b/c=&d#%e"_s, now};
        const auto patient = IdentityNumber::parse(u"10000000146", u"patient"_s);
        QVERIFY(patient);
        QCOMPARE(createReportPage(base, token, *patient, Reason::OccupationalHealth).toEncoded(),
                 "https://erapor.example/healthstatusweb/singledoctor/createreport?Authorization="
                 "a%2Bb%2Fc%3D%26d%23%25e&patientId=10000000146&Reason=2");
        QCOMPARE(createReportPage(base, token, {}, {}).toEncoded(),
                 "https://erapor.example/healthstatusweb/singledoctor/createreport?Authorization="
                 "a%2Bb%2Fc%3D%26d%23%25e");
        QCOMPARE(doctorIndexPage(QUrl(u"https://erapor.example/sub/"_s), token).toEncoded(),
                 "https://erapor.example/sub/healthstatusweb/singledoctor/doctorindex?authorization="
                 "a%2Bb%2Fc%3D%26d%23%25e");
    }
};

QTEST_GUILESS_MAIN(TokenTest)
#include "tst_token.moc"
