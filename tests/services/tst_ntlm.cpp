#include "services/proxy/httphead.h"
#include "services/proxy/ntlm.h"

#include <QTest>

using namespace hekim;
using namespace Qt::StringLiterals;

namespace {

// [MS-NLMP] section 4.2.4, the example of NTLM version 2.
const QByteArray targetInformation = QByteArray::fromHex("02000c0044006f006d00610069006e00"
                                                         "01000c005300650072007600650072000000"
                                                         "0000");
const ntlm::Chance chance{QByteArray::fromHex("aaaaaaaaaaaaaaaa"), 0};

QByteArray challenge()
{
    const QByteArray length = QByteArray(1, char(targetInformation.size())) + '\0';
    return QByteArray("NTLMSSP\0\x02\0\0\0", 12) + QByteArray::fromHex("0000000030000000") +
           QByteArray::fromHex("33828ae2") + QByteArray::fromHex("0123456789abcdef") + QByteArray(8, '\0') +
           length + length + QByteArray::fromHex("30000000") + targetInformation;
}

QByteArray partOf(const QByteArray& message, qsizetype place)
{
    const auto at = [&message](qsizetype i) { return qsizetype(quint8(message.at(i))); };
    return message.mid(at(place + 4) + 256 * at(place + 5), at(place) + 256 * at(place + 1));
}

QByteArray utf16(const QString& text)
{
    return {reinterpret_cast<const char*>(text.utf16()), text.size() * 2};
}

} // namespace

/// What goes between a proxy and its client before a tunnel stands: NTLM's messages, and what a 407 offers.
class TestNtlm : public QObject
{
    Q_OBJECT

private slots:
    void theAnswerIsThatOfThePublishedExample()
    {
        const auto message = ntlm::answer(challenge(), {u"Domain\\User"_s, u"Password"_s}, chance);
        QVERIFY(message);
        QVERIFY(message->startsWith(QByteArray("NTLMSSP\0\x03\0\0\0", 12)));
        QCOMPARE(partOf(*message, 12).toHex(), "86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"_ba);
        const QByteArray response = partOf(*message, 20);
        QCOMPARE(response.left(16).toHex(), "68cd0ab851e51c96aabc927bebef6a1c"_ba);
        QVERIFY(response.contains(targetInformation));
        QCOMPARE(partOf(*message, 28), utf16(u"Domain"_s));
        QCOMPARE(partOf(*message, 36), utf16(u"User"_s));
    }

    void aUserWithoutADomainHasNone()
    {
        for (const QString& user : {u"user"_s, u"user@hastane.local"_s}) {
            const auto message = ntlm::answer(challenge(), {user, u"şifre"_s}, chance);
            QVERIFY(message);
            QVERIFY(partOf(*message, 28).isEmpty());
            QCOMPARE(partOf(*message, 36), utf16(user));
        }
    }

    void whatIsNoChallengeHasNoAnswer()
    {
        const Login login{u"D\\u"_s, u"p"_s};
        for (qsizetype length = 0; length < challenge().size(); ++length)
            (void)ntlm::answer(challenge().left(length), login, chance); // never read beyond its end
        QVERIFY(!ntlm::answer({}, login, chance));
        QVERIFY(!ntlm::answer(challenge().left(20), login, chance));
        QVERIFY(!ntlm::answer(ntlm::negotiation(), login, chance));
        QVERIFY(!ntlm::answer("<html>", login, chance));
        QVERIFY(ntlm::negotiation().startsWith(QByteArray("NTLMSSP\0\x01\0\0\0", 12)));
    }

    void everyOfferOfALoginIsRead_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QStringList>("methods");
        QTest::newRow("none") << QByteArray() << QStringList();
        QTest::newRow("one") << QByteArray("Proxy-Authenticate: NTLM\r\n") << QStringList{u"NTLM"_s};
        QTest::newRow("several headers")
            << QByteArray("Proxy-Authenticate: Negotiate\r\nproxy-authenticate: NTLM\r\n"
                          "Proxy-Authenticate: Basic realm=\"a, b Digest x\"\r\n")
            << QStringList{u"Negotiate"_s, u"NTLM"_s, u"Basic"_s};
        QTest::newRow("one header for all")
            << QByteArray(
                   "Proxy-Authenticate: Negotiate, NTLM, Digest realm=\"x\", qop=\"auth\", nonce=n\r\n")
            << QStringList{u"Negotiate"_s, u"NTLM"_s, u"Digest"_s};
        QTest::newRow("empty") << QByteArray("Proxy-Authenticate:\r\n") << QStringList();
    }
    void everyOfferOfALoginIsRead()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QStringList, methods);
        QStringList read;
        for (const HttpHead::Offer& offer : HttpHead("HTTP/1.1 407 x\r\n" + headers + "\r\n").offers())
            read.append(offer.method);
        QCOMPARE(read, methods);
    }

    void anOffersParameterIsItsOwn()
    {
        const QList<HttpHead::Offer> offers = HttpHead("HTTP/1.1 407 x\r\nProxy-Authenticate: NTLM "
                                                       "TlRMTVNTUAAC=, Basic realm=\"Hastane, 2\"\r\n\r\n")
                                                  .offers();
        QCOMPARE(offers.size(), 2);
        QCOMPARE(offers.at(0).parameter, "TlRMTVNTUAAC="_ba);
        QCOMPARE(offers.at(1).parameter, "realm=\"Hastane, 2\""_ba);
    }
};

QTEST_APPLESS_MAIN(TestNtlm)
#include "tst_ntlm.moc"
