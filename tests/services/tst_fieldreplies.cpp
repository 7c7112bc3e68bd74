// What servers in the field send, read by every service: packed though not asked to, in other encodings,
// padded.

#include "services/everyservice.h"

#include "core/error/errortext.h"
#include "services/erapor/pastreports.h"

#include <QLocale>
#include <QStringEncoder>
#include <QTest>

#include <clocale>

using namespace hekim;
using namespace hekim::test;
using namespace std::chrono_literals;

namespace {

/// A way in which a good reply comes.
struct Manner
{
    const char* name;
    HttpServerReply (*of)(HttpServerReply reply);
};

HttpServerReply gzip(HttpServerReply reply)
{
    return HttpServerReply::packed(reply, "gzip");
}

HttpServerReply deflate(HttpServerReply reply)
{
    return HttpServerReply::packed(reply, "deflate");
}

/// A member more, with a byte that is no UTF-8.
HttpServerReply withTurkishByte(HttpServerReply reply)
{
    reply.body.replace("{\"", "{\"aciklama\":\"\xDE"
                              "ubeye sorun\",\"");
    reply.body.replace("[]", "[{\"RaporNo\":\"7\",\"Hekim\":\"Ay\xFE"
                             "e\"}]");
    return reply;
}

template <QStringConverter::Encoding encoding>
HttpServerReply encoded(HttpServerReply reply)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    reply.body = encoder.encode(QString::fromUtf8(reply.body));
    return reply;
}

const QList<Manner> manners{
    {"gzip", gzip},
    {"deflate", deflate},
    {"deflate without a frame",
     [](HttpServerReply reply) {
         reply = deflate(reply);
         reply.body = reply.body.sliced(2).chopped(4);
         return reply;
     }},
    {"gzip that nothing names",
     [](HttpServerReply reply) {
         reply = gzip(reply);
         reply.headers.clear();
         return reply;
     }},
    {"gzip that a proxy has unpacked",
     [](HttpServerReply reply) {
         reply.headers.emplaceBack("Content-Encoding", "gzip");
         return reply;
     }},
    {"gzip in two parts",
     [](HttpServerReply reply) {
         HttpServerReply end = reply;
         end.body = reply.body.sliced(reply.body.size() / 2);
         reply.body.truncate(reply.body.size() / 2);
         reply = gzip(reply);
         reply.body += gzip(end).body;
         return reply;
     }},
    {"identity",
     [](HttpServerReply reply) {
         reply.headers.emplaceBack("Content-Encoding", "identity");
         return reply;
     }},
    {"byte order mark", encoded<QStringConverter::Utf8>},
    {"UTF-16", encoded<QStringConverter::Utf16LE>},
    {"a Turkish byte", withTurkishByte},
    {"a Turkish byte, packed", [](HttpServerReply reply) { return gzip(withTurkishByte(reply)); }},
    {"padded",
     [](HttpServerReply reply) {
         reply.body = "\r\n\t" + reply.body + "\xC2\xA0\r\n";
         return reply;
     }},
    {"named as text",
     [](HttpServerReply reply) {
         reply.contentType = "text/html; charset=iso-8859-9";
         return reply;
     }},
};

constexpr auto deadline = 10s;

} // namespace

class FieldRepliesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyServiceReadsThem_data()
    {
        QTest::addColumn<int>("serviceIndex");
        QTest::addColumn<int>("mannerIndex");
        const auto all = services();
        for (int service = 0; service < all.size(); ++service)
            for (int manner = 0; manner < manners.size(); ++manner)
                QTest::addRow("%s: %s", all.at(service).name, manners.at(manner).name) << service << manner;
    }
    void everyServiceReadsThem()
    {
        QFETCH(int, serviceIndex);
        QFETCH(int, mannerIndex);
        const Service service = services().at(serviceIndex);
        HttpServer server;
        server.route(service.path, manners.at(mannerIndex).of(service.good));
        Bench bench(service.key, server.url(), service.base);
        bench.http.setDeadline(deadline);
        const auto result = service.call(bench);
        QVERIFY2(result, result ? "" : qPrintable(lineForIt(result.error())));
        QCOMPARE(server.count(), 1);
    }

    void W1_whatCannotBeUnpackedIsABadReply_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("coding");
        const HttpServerReply good = gzip(goodToken);
        QByteArray damaged = good.body;
        damaged[damaged.size() / 2] = char(~damaged.at(damaged.size() / 2));
        QTest::newRow("cut") << good.body.chopped(9) << QByteArray("gzip");
        QTest::newRow("damaged") << damaged << QByteArray("gzip");
        QTest::newRow("no deflate") << QByteArray("{}") << QByteArray("deflate");
        QTest::newRow("Brotli") << QByteArray("\x0b\x01\x80{}\x03") << QByteArray("br");
        // A few kilobytes over the wire, and more than fits when unpacked.
        const HttpServerReply bomb = gzip(HttpServerReply::oversize(64 * HttpClient::maxBodyBytes));
        QVERIFY(bomb.body.size() < HttpClient::maxBodyBytes);
        QTest::newRow("a bomb") << bomb.body << QByteArray("gzip");
    }
    void W1_whatCannotBeUnpackedIsABadReply()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, coding);
        HttpServer server;
        HttpServerReply reply = HttpServerReply::json(body);
        reply.headers.emplaceBack("Content-Encoding", coding);
        server.route("/a", reply);
        HttpServerReply failing = reply;
        failing.status = 503;
        server.route("/failing", failing);
        HttpClient client;
        client.setDeadline(deadline);
        HttpRequest request;
        request.url = server.url(u"/a"_s);
        Answer<HttpReply> answer;
        client.send(request, this, answer.take());
        QCOMPARE(answer.kind(), ErrorKind::BadReply);
        // A failure is known by its status, whatever its body.
        request.url = server.url(u"/failing"_s);
        Answer<HttpReply> failed;
        client.send(request, this, failed.take());
        QCOMPARE(failed.wait().value().status, 503);
    }

    void W3_aRefusalIsOneInAnyEncoding_data()
    {
        QTest::addColumn<HttpServerReply>("reply");
        // "Şifre hatalı" in Windows-1254.
        const HttpServerReply turkish =
            HttpServerReply::json("{\"error\":\"invalid_grant\",\"error_description\":\"\xDE"
                                  "ifre hatal\xFD\"}",
                                  400);
        QTest::newRow("Windows-1254") << turkish;
        QTest::newRow("Windows-1254, packed") << gzip(turkish);
        QTest::newRow("Windows-1254 with 200") << [turkish] {
            HttpServerReply reply = turkish;
            reply.status = 200;
            return reply;
        }();
    }
    void W3_aRefusalIsOneInAnyEncoding()
    {
        QFETCH(HttpServerReply, reply);
        HttpServer server;
        server.route("/AuthApi/connect/token", reply);
        Bench bench(u"endpoints/erapor"_s, server.url(), {});
        bench.http.setDeadline(deadline);
        const auto refused = bench.logIn();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::CredentialsRefused);
        QCOMPARE(refused.error().detail, u"Şifre hatalı"_s);
        QCOMPARE(server.count(), 1);
    }

    void aTurkishRunIsOne()
    {
        const bool turkish = qgetenv("LC_ALL").startsWith("tr_TR");
        QCOMPARE(QByteArray(std::localeconv()->decimal_point), turkish ? "," : ".");
        QCOMPARE(QLocale().language() == QLocale::Turkish, turkish);
    }

    void textsOfOtherMembersStayAsTheyAre()
    {
        const auto reports = readPastReports({200,
                                              "[{\"RaporNo\":\"Gö-1\",\"Hekim\":\"Ay\xFE"
                                              "e \xDD"
                                              "nce\"}]",
                                              "application/json",
                                              {},
                                              {}},
                                             {});
        QVERIFY(reports);
        const QVariantList row = reports->rows.constFirst();
        QVERIFY2(row.contains(u"Gö-1"_s) && row.contains(u"Ayşe İnce"_s),
                 qPrintable(QVariant(row).toStringList().join(u'|')));
    }
};

QTEST_GUILESS_MAIN(FieldRepliesTest)
#include "tst_fieldreplies.moc"
