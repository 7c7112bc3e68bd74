#include "core/text/redaction.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestRedaction : public QObject
{
    Q_OBJECT

private slots:
    void S1_masksIdentityNumbers_data();
    void S1_masksIdentityNumbers();
    void S1_hidesSecrets_data();
    void S1_hidesSecrets();
    void S1_addressesLoseQueryAndFragment_data();
    void S1_addressesLoseQueryAndFragment();
    void S1_urlObjects();
    void oneEntryStaysOneLine();
    void leavesWhatItNeeds_data();
    void leavesWhatItNeeds();
    void hugeTextEnds();
};

void TestRedaction::S1_masksIdentityNumbers_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"10000000146", "patient 10000000146.", "a10000000146b", "100 000 001 46", "100.000.001.46",
          "100-000-001-46", "1 0 0 0 0 0 0 0 1 4 6", "5 10000000146 7", "number=10000000146",
          "100%20000%20001%2046", "%31%30%30%30%30%30%30%30%31%34%36",
          "%2531%2530%2530%2530%2530%2530%2530%2530%2531%2534%2536", "٫١٠٠٠٠٠٠٠١٤٦", "/files/10000000146.pdf",
          "{\"patient\":\"10000000146\"}", "reason 2 100 000 001 46"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRedaction::S1_masksIdentityNumbers()
{
    QFETCH(QString, text);
    QString digits;
    for (const QChar c : redacted(text)) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
    }
    QVERIFY2(!digits.contains(u"10000000146"_s), qPrintable(redacted(text)));
    QVERIFY2(redacted(text).contains(u"\u2022\u2022\u2022\u2022\u2022"_s), qPrintable(redacted(text)));
}

void TestRedaction::S1_hidesSecrets_data()
{
    QTest::addColumn<QString>("text");
    // Each holds "sEcr3t" as the secret, or a part of it.
    for (const char* text : {"password=sEcr3t",
                             "Password = sEcr3t",
                             "ussPassword=sEcr3t+&sEcr3t",
                             "\"ussPassword\":\"a sEcr3t \\\" sEcr3t\"",
                             "{\"access_token\": \"sEcr3t\"}",
                             "{\\\"access_token\\\":\\\"sEcr3t\\\"}",
                             "otac=sEcr3t",
                             "OTAC: sEcr3t",
                             "Authorization: Bearer sEcr3t",
                             "Authorization: Basic sEcr3t==",
                             "authorization=sEcr3t&x",
                             "Bearer sEcr3t",
                             "basic sEcr3t",
                             "token=sEcr3t",
                             "refresh_token : 'sEcr3t'",
                             "hesPassword: sEcr3t",
                             "Set-Cookie: sid=sEcr3t",
                             "password%3DsEcr3t%26x",
                             "password%253DsEcr3t",
                             "std::pair(\"ussPassword\",\"sEcr3t\")",
                             "Parola: sEcr3t",
                             "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzRWNyM3QifQ.sEcr3t-_x",
                             "got sEcr3tAbCdEfGhIjKlMnOpQrStUvWxYz01 back",
                             "POST /connect/token?username=1&password=sEcr3t",
                             "\"password\":\"cut off sEcr3t"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRedaction::S1_hidesSecrets()
{
    QFETCH(QString, text);
    const QString shown = redacted(text);
    QVERIFY2(!shown.contains(u"sEcr3t"_s) && !shown.contains(u"eyJ"_s), qPrintable(shown));
}

void TestRedaction::S1_addressesLoseQueryAndFragment_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("query") << u"GET https://h.example/a/b?x=hidden&y=1 failed"_s
                           << u"GET https://h.example/a/b failed"_s;
    QTest::newRow("fragment") << u"https://h.example/viewer/#/viewpatient?x=hidden"_s
                              << u"https://h.example/viewer/"_s;
    QTest::newRow("custom scheme") << u"hekim-asistani://open?doctor=hidden"_s << u"hekim-asistani://open"_s;
    QTest::newRow("debug output of QUrl")
        << u"QUrl(\"https://h.example/?x=a hidden b\") ok"_s << u"QUrl(\"https://h.example/\") ok"_s;
    QTest::newRow("user") << u"https://user:hidden@h.example/a"_s << u"https://h.example/a"_s;
    QTest::newRow("encoded") << u"next=https%3A%2F%2Fh.example%2F%3Fx%3Dhidden%2520more"_s
                             << u"next=https://h.example/"_s;
    QTest::newRow("relative") << u"/connect/token?x=hidden end"_s << u"/connect/token end"_s;
    QTest::newRow("in JSON") << u"{\"url\":\"https://h.example/v?x=hidden\"}"_s
                             << u"{\"url\":\"https://h.example/v\"}"_s;
    QTest::newRow("two") << u"https://a.example/?hidden https://b.example/#hidden"_s
                         << u"https://a.example/ https://b.example/"_s;
}

void TestRedaction::S1_addressesLoseQueryAndFragment()
{
    QFETCH(QString, text);
    QTEST(redacted(text), "shown");
}

void TestRedaction::S1_urlObjects()
{
    QCOMPARE(redacted(QUrl(u"https://u:p@h.example:8443/a/10000000146?b=c#d"_s)),
             u"https://h.example:8443/a/100\u2022\u2022\u2022\u2022\u2022146"_s);
    QCOMPARE(redacted(QUrl(u"data:text/plain,10000000146"_s)), u"data:"_s);
    QCOMPARE(redacted(QUrl(u"hekim-asistani://open?patient=10000000146"_s)), u"hekim-asistani:"_s);
    QCOMPARE(redacted(QUrl()), u"(no address)"_s);
}

void TestRedaction::oneEntryStaysOneLine()
{
    const QString shown =
        redacted(u"first\r\n2024 forged entry\u2028third\x1b[2J\u202eturned"_s + QChar::Null);
    for (const QChar c : shown)
        QVERIFY2(c.isPrint(), qPrintable(shown));
    QVERIFY(shown.startsWith(u"first \u23ce 2024 forged entry \u23ce third"_s));
}

void TestRedaction::leavesWhatItNeeds_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"2024-01-02 10:11:12 ready", "host 192.168.10.100:8443", "10 digits 1234567890",
                             "12 digits 123456789012", "epoch 1700000000000", "Türkçe şğıİöü",
                             "https://erapor.saglik.gov.tr/healthstatusweb/singledoctor/createreport", "",
                             "TimedOut step=\"e-Rapor token\" host=erapor.saglik.gov.tr http=500",
                             "/home/doctor/.config/hekim-asistani"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestRedaction::leavesWhatItNeeds()
{
    QFETCH(QString, text);
    QCOMPARE(redacted(text), text);
    QCOMPARE(redacted(redacted(text)), text);
}

void TestRedaction::hugeTextEnds()
{
    const QString shown = redacted(QString(5'000'000, u'9') + u" 10000000146"_s);
    QVERIFY(shown.size() < 20'000);
    QVERIFY(redacted(QString(50'000, u'%')).size() < 20'000);
    QVERIFY(redacted(u"password=\""_s + QString(50'000, u'\\')).size() < 20'000);
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
