// How the reply is read, whatever shape it has.

#include "services/pastreportssite.h"

#include "core/error/errortext.h"
#include "services/erapor/reportdate.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace hekim;
using namespace hekim::test;
using namespace hekim::test::pastreports;

using Meaning = PastReports::Meaning;

namespace {

QString membersOf(const PastReports& reports)
{
    QStringList members;
    for (const PastReports::Column& column : reports.columns)
        members.append(column.member);
    return members.join(u' ');
}

} // namespace

class PastReportsTest : public QObject
{
    Q_OBJECT

private slots:
    void listsAreFound_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("rows");
        QTest::newRow("array") << QByteArray(R"([{"raporNo":"1"},{"raporNo":"2"}])") << 2;
        QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[{\"raporNo\":\"1\"}]") << 1;
        QTest::newRow("empty array") << QByteArray("[]") << 0;
        QTest::newRow("object with an array")
            << QByteArray(R"({"success":true,"message":null,"data":[{"raporNo":"1"},{"raporNo":"2"}]})") << 2;
        QTest::newRow("object with an empty array") << QByteArray(R"({"data":[],"total":0})") << 0;
        QTest::newRow("array of an inner object")
            << QByteArray(R"({"result":{"items":[{"raporNo":"1"}],"page":1}})") << 1;
        QTest::newRow("empty ones beside it")
            << QByteArray(R"({"errors":[],"data":[{"raporNo":"1"}],"warnings":[]})") << 1;
        QTest::newRow("one report by itself")
            << QByteArray(R"({"raporNo":"1","tanilar":[{"kod":"A"}]})") << 1;
        QTest::newRow("one report in an object")
            << QByteArray(R"({"data":{"raporNo":"1","tanilar":[{"kod":"A"},{"kod":"B"}]}})") << 1;
    }
    void listsAreFound()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, rows);
        Site site;
        const auto reports = site.load(HttpServerReply::json(body));
        QVERIFY2(reports.has_value(), reports ? "" : qPrintable(lineForIt(reports.error())));
        QCOMPARE(reports->rows.size(), rows);
        for (const QVariantList& row : reports->rows)
            QCOMPARE(row.size(), reports->columns.size());
    }

    void noContentIsAnEmptyList()
    {
        Site site;
        const auto reports = site.load(HttpServerReply::text({}, 204));
        QVERIFY(reports);
        QVERIFY(reports->rows.isEmpty());
    }

    void membersAreRecognisedHoweverTheyAreSpelt_data()
    {
        QTest::addColumn<QByteArray>("report");
        QTest::newRow("camel") << QByteArray(
            R"({"zKarar":"x","kurumAdi":"5","hekimAdiSoyadi":"4","verilisNedeni":"3","raporTarihi":"2","raporReferansNo":"1","raporNo":"0"})");
        QTest::newRow("pascal") << QByteArray(
            R"({"ZKarar":"x","KurumAdi":"5","HekimAdi":"4","VerilisNedeni":"3","Tarih":"2","ReferansNo":"1","RaporNo":"0"})");
        QTest::newRow("snake, capitals") << QByteArray(
            R"({"Z_KARAR":"x","TESIS_ADI":"5","DOKTOR_ADI":"4","NEDEN":"3","RAPOR_TARIHI":"2","REFERANS_NUMARASI":"1","RAPOR_NUMARASI":"0"})");
        QTest::newRow("Turkish letters") << QByteArray(
            R"({"Ö":"x","Kurum Adı":"5","Hekim Adı Soyadı":"4","Veriliş Nedeni":"3","Oluşturma Tarihi":"2","Rapor Referans Numarası":"1","Rapor Numarası":"0"})");
        QTest::newRow("English") << QByteArray(
            R"({"zz":"x","institutionName":"5","doctorName":"4","reason":"3","reportDate":"2","referenceNumber":"1","reportNumber":"0"})");
    }
    void membersAreRecognisedHoweverTheyAreSpelt()
    {
        QFETCH(QByteArray, report);
        Site site;
        const auto reports = site.load(HttpServerReply::json('[' + report + ']'));
        QVERIFY(reports);
        const QList<Meaning> meanings{Meaning::Number, Meaning::Reference,   Meaning::Date, Meaning::Reason,
                                      Meaning::Doctor, Meaning::Institution, Meaning::Other};
        QCOMPARE(reports->columns.size(), meanings.size());
        for (qsizetype i = 0; i < meanings.size(); ++i) {
            QCOMPARE(reports->columns.at(i).meaning, meanings.at(i));
            QCOMPARE(reports->rows.first().at(i).toString(), i < 6 ? QString::number(i) : u"x"_s);
        }
    }

    void nothingIsDropped()
    {
        Site site;
        const auto reports = site.load(HttpServerReply::json(
            R"([{"raporNo":12,"RaporNo":"B","imzali":true,"tanilar":[{"kod":"I10"}],"ek":{"a":1}},)"
            R"({"raporNo":9007199254740993,"puan":1.5,"imzali":null,"bos":""}])"));
        QVERIFY(reports);
        QCOMPARE(membersOf(*reports), u"RaporNo ek imzali raporNo tanilar bos puan"_s);
        const auto value = [&](int row, QStringView member) {
            for (qsizetype i = 0; i < reports->columns.size(); ++i)
                if (reports->columns.at(i).member == member)
                    return reports->rows.at(row).at(i);
            return QVariant(u"no such column"_s);
        };
        QCOMPARE(value(0, u"raporNo"), QVariant(12LL));
        QCOMPARE(value(0, u"RaporNo"), QVariant(u"B"_s));
        QCOMPARE(value(0, u"imzali"), QVariant(true));
        QCOMPARE(value(0, u"tanilar"), QVariant(u"[{\"kod\":\"I10\"}]"_s));
        QCOMPARE(value(0, u"ek"), QVariant(u"{\"a\":1}"_s));
        QCOMPARE(value(0, u"puan"), QVariant());
        QCOMPARE(value(1, u"raporNo"), QVariant(9007199254740993LL)); // no double can hold it
        QCOMPARE(value(1, u"puan"), QVariant(1.5));
        QCOMPARE(value(1, u"imzali"), QVariant());
        QCOMPARE(value(1, u"bos"), QVariant());
    }

    void columnsOfDatesAreReadAlike()
    {
        Site site;
        const auto reports = site.load(HttpServerReply::json(
            R"([{"raporTarihi":"03.05.2024","bitisTarihi":"04.05.2024","karar":"05.05.2024","veriliNedeni":"2"}])"));
        QVERIFY(reports);
        QCOMPARE(reports->columns.at(0).meaning, Meaning::Date);
        QCOMPARE(reports->columns.at(1).meaning, Meaning::Reason);
        QCOMPARE(reports->rows.first().at(0), QVariant(QDate(2024, 5, 3)));
        QCOMPARE(reports->rows.first().at(2), QVariant(QDate(2024, 5, 4))); // bitisTarihi
        QCOMPARE(reports->rows.first().at(3), QVariant(u"05.05.2024"_s));   // no column of dates
    }

    void datesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QVariant>("all");
        QTest::addColumn<bool>("isIso");
        const QDate day(2024, 5, 3);
        const auto local = [day](int h, int m, int s, int ms = 0) {
            return QVariant(QDateTime(day, QTime(h, m, s, ms)));
        };
        QTest::newRow("day") << u"2024-05-03"_s << QVariant(day) << true;
        QTest::newRow("time") << u"2024-05-03T10:20:30"_s << local(10, 20, 30) << true;
        QTest::newRow("no seconds") << u"2024-05-03T10:20"_s << local(10, 20, 0) << true;
        QTest::newRow("blank") << u"2024-05-03 10:20:30"_s << local(10, 20, 30) << true;
        QTest::newRow(".NET ticks") << u"2024-05-03T10:20:30.1234567"_s << local(10, 20, 30, 123) << true;
        QTest::newRow("UTC") << u"2024-05-03T10:20:30Z"_s
                             << QVariant(QDateTime(day, QTime(10, 20, 30), QTimeZone::utc())) << true;
        QTest::newRow("zone") << u"2024-05-03T10:20:30+03:00"_s
                              << QVariant(QDateTime(day, QTime(7, 20, 30), QTimeZone::utc())) << true;
        QTest::newRow("Turkish") << u"03.05.2024"_s << QVariant(day) << false;
        QTest::newRow("Turkish, short") << u"3.5.2024 9:05"_s << local(9, 5, 0) << false;
        QTest::newRow("slashes") << u"03/05/2024 10:20:30"_s << local(10, 20, 30) << false;
        QTest::newRow("Microsoft") << u"/Date(1714731630000)/"_s
                                   << QVariant(QDateTime(day, QTime(10, 20, 30), QTimeZone::utc())) << false;
        QTest::newRow("no such day") << u"2024-02-30"_s << QVariant() << false;
        QTest::newRow("no such month") << u"03.13.2024"_s << QVariant() << false;
        QTest::newRow("no such hour") << u"31.12.2026 25:61"_s << QVariant() << false;
        QTest::newRow("no such second") << u"31.12.2026 10:20:60"_s << QVariant() << false;
        QTest::newRow("no such hour, ISO") << u"2026-12-31T25:61:00"_s << QVariant() << false;
        QTest::newRow("none, in .NET") << u"0001-01-01T00:00:00"_s << QVariant() << false;
        QTest::newRow("mixed") << u"03.05/2024"_s << QVariant() << false;
        QTest::newRow("more behind it") << u"2024-05-03 sabah"_s << QVariant() << false;
        QTest::newRow("number") << u"20240503"_s << QVariant() << false;
        QTest::newRow("words") << u"dün"_s << QVariant() << false;
        QTest::newRow("nothing") << QString() << QVariant() << false;
    }
    void datesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QVariant, all);
        QFETCH(bool, isIso);
        QCOMPARE(readReportDate(text, ReportDateForms::All), all);
        QCOMPARE(readReportDate(text, ReportDateForms::IsoOnly), isIso ? all : QVariant());
        // What is no date is shown as it came.
        Site site;
        const QJsonArray list{QJsonObject{{u"raporNo"_s, u"1"_s}, {u"tarih"_s, text}}};
        const auto reports = site.load(HttpServerReply::json(QJsonDocument(list).toJson()));
        QVERIFY(reports);
        QCOMPARE(reports->columns.at(1).meaning, Meaning::Date);
        QCOMPARE(reports->rows.first().at(1), all.isValid()    ? all
                                              : text.isEmpty() ? QVariant()
                                                               : QVariant(text));
    }

    void fiveThousandReportsAreRead()
    {
        QJsonArray list;
        for (int i = 0; i < 5000; ++i)
            list.append(QJsonObject{{u"raporNo"_s, QString::number(100000 + i)},
                                    {u"tarih"_s, u"2024-05-03T10:20:30"_s},
                                    {u"hekimAdi"_s, u"Dr. Şule Özdağlı"_s},
                                    {u"karar"_s, u"Durumu bildirir tek hekim raporudur."_s}});
        Site site;
        const auto reports =
            site.load(HttpServerReply::json(QJsonDocument(list).toJson(QJsonDocument::Compact)));
        QVERIFY(reports);
        QCOMPARE(reports->rows.size(), 5000);
        QCOMPARE(reports->rows.last().first().toString(), u"104999"_s);
    }
};

QTEST_GUILESS_MAIN(PastReportsTest)
#include "tst_pastreports.moc"
