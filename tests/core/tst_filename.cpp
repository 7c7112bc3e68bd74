#include "core/text/filename.h"

#include <QTest>

using namespace hekim;
using namespace Qt::StringLiterals;

/// Names of files that pages offer (rule S1 and what file systems cannot take).
class TestFileName : public QObject
{
    Q_OBJECT

private slots:
    void S1_noIdentityNumber_data();
    void S1_noIdentityNumber();
    void fits_data();
    void fits();
    void isNotTooLong();
};

void TestFileName::S1_noIdentityNumber_data()
{
    QTest::addColumn<QString>("suggested");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bare") << u"10000000146.pdf"_s << u"pdf"_s;
    QTest::newRow("inside") << u"rapor_10000000146_2.pdf"_s << u"rapor_2.pdf"_s;
    QTest::newRow("between letters") << u"TCKN10000000146son.pdf"_s << u"TCKNson.pdf"_s;
    QTest::newRow("grouped") << u"rapor 100 000 001 46.pdf"_s << u"rapor.pdf"_s;
    QTest::newRow("with dots") << u"100.000.001.46.rapor.pdf"_s << u"rapor.pdf"_s;
    QTest::newRow("with underlines") << u"100_000_001_46 rapor.pdf"_s << u"rapor.pdf"_s;
    QTest::newRow("encoded") << u"rapor%20%31%30%30%30%30%30%30%30%31%34%36.pdf"_s << u"rapor.pdf"_s;
    QTest::newRow("in other digits") << u"rapor ١٠٠٠٠٠٠٠١٤٦.pdf"_s << u"rapor.pdf"_s;
    QTest::newRow("a time is none") << u"rapor 20231120083015.pdf"_s << u"rapor 20231120083015.pdf"_s;
}

void TestFileName::S1_noIdentityNumber()
{
    QFETCH(QString, suggested);
    QFETCH(QString, expected);
    QCOMPARE(safeFileName(suggested), expected);
}

void TestFileName::fits_data()
{
    QTest::addColumn<QString>("suggested");
    QTest::addColumn<QString>("expected");
    QTest::newRow("Turkish") << u"Sağlık raporu İĞÜŞÖÇ ığüşöç.pdf"_s << u"Sağlık raporu İĞÜŞÖÇ ığüşöç.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"passwd"_s;
    QTest::newRow("encoded path") << u"..%2F..%2Fetc%2Fpasswd"_s << u"passwd"_s;
    QTest::newRow("Windows path") << u"C:\\Users\\x\\run.exe"_s << u"run.exe"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"bashrc"_s;
    QTest::newRow("dots") << u".."_s << QString();
    QTest::newRow("reserved") << u"a<b>c:d\"e|f?g*h.txt"_s << u"abcdefgh.txt"_s;
    QTest::newRow("control") << u"a\nb\x7f\u202Ecod.exe"_s << u"abcod.exe"_s;
    QTest::newRow("device") << u"nul.txt"_s << u"_nul.txt"_s;
    QTest::newRow("trailing") << u"rapor.pdf. "_s << u"rapor.pdf"_s;
    QTest::newRow("nothing") << u""_s << QString();
}

void TestFileName::fits()
{
    QFETCH(QString, suggested);
    QFETCH(QString, expected);
    QCOMPARE(safeFileName(suggested), expected);
}

void TestFileName::isNotTooLong()
{
    const QString name = safeFileName(QString(400, u'ş') + u".pdf"_s);
    QVERIFY(name.toUtf8().size() <= 150);
    QVERIFY(name.toUtf8().size() > 140);
    QVERIFY(name.endsWith(u"ş.pdf"_s));
    QVERIFY(!safeFileName(QString::fromUtf8("😀").repeated(200)).back().isHighSurrogate());
}

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_filename.moc"
