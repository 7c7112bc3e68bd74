#include "core/error/errortext.h"
#include "core/settings/language.h"
#include "core/text/durationtext.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hekim;

/// Sentences as they are read in Turkish.
class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installLanguage(*QCoreApplication::instance(), Language::Turkish); }

    void durationsAreToldByTheirLargestUnits()
    {
        QCOMPARE(durationText(7min), u"7 dakika"_s);
        QCOMPARE(durationText(60min), u"1 saat"_s);
        QCOMPARE(durationText(125min), u"2 saat 5 dakika"_s);
        QCOMPARE(durationText(24h), u"1 gün"_s);
        QCOMPARE(durationText(24h * 3 + 5h + 59min), u"3 gün 5 saat"_s);
        QCOMPARE(durationText(525600min), u"1 yıl"_s);
        QCOMPARE(durationText(24h * 400), u"1 yıl 35 gün"_s);
    }

    // What Qt says of an error reaches lines for IT only, and those are English.
    void theErrorsOfQtAreEnglish()
    {
        for (const char* context : {"QIODevice", "QFile"})
            QCOMPARE(QCoreApplication::translate(context, "Permission denied"), u"Permission denied"_s);
        QCOMPARE(QCoreApplication::translate("QJsonParseError", "illegal value"), u"illegal value"_s);
        QCOMPARE(QCoreApplication::translate("QAbstractSocket", "Connection refused"),
                 u"Connection refused"_s);
        QCOMPARE(QCoreApplication::translate("QFileDialog", "Look in:"), u"Arama konumu:"_s);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Vazgeç"_s);
    }

    void W1_theTrainingMinistrysEndIsNotTheNetworks()
    {
        const Error ended{
            .kind = ErrorKind::ConnectionFailed, .step = Step::TrainingMinistry, .detail = u"it ended"_s};
        QVERIFY2(sentenceFor(ended).contains(u"Bu bilgisayarda çalışan eğitim bakanlığı"_s),
                 qPrintable(sentenceFor(ended)));
        QVERIFY(!sentenceFor(ended).contains(u"ağ"_s + u' '));
    }
};

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
