#include "core/launch/reason.h"
#include "workspace/reports/pastreportsmodel.h"
#include "workspace/reports/pastreportspdf.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QGuiApplication>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace hekim;

using Meaning = PastReports::Meaning;

namespace {

const QLocale turkish(QLocale::Turkish, QLocale::Turkey);

PastReportsTable tableOf(const QList<PastReports::Column>& columns, const QList<QVariantList>& rows)
{
    return {PastReports{columns, rows}, turkish};
}

/// One column of texts.
PastReportsTable tableOf(const QVariantList& values, Meaning meaning = Meaning::Other)
{
    QList<QVariantList> rows;
    for (const QVariant& value : values)
        rows.append({value});
    return tableOf({{meaning, u"uye"_s}}, rows);
}

QStringList shown(const PastReportsModel& model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, 0).data().toString());
    return texts;
}

QStringList filtered(const QVariantList& values, const QString& filter)
{
    PastReportsModel model;
    model.setTable(tableOf(values));
    model.setFilter(filter);
    return shown(model);
}

QStringList sorted(const QVariantList& values, Qt::SortOrder order = Qt::AscendingOrder,
                   Meaning meaning = Meaning::Other)
{
    PastReportsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTable(tableOf(values, meaning));
    model.sort(0, order);
    return shown(model);
}

} // namespace

class PastReportsModelTest : public QObject
{
    Q_OBJECT

private slots:
    void datesAreShownInTheLocalWay()
    {
        const QDate day(2024, 5, 3);
        const QDateTime time(day, QTime(9, 5));
        QCOMPARE(sorted({time}), QStringList{turkish.toString(time, QLocale::ShortFormat)});
        QVERIFY(sorted({time}).first().startsWith(u"3.05.2024"_s));
        QCOMPARE(sorted({day}), QStringList{u"3.05.2024"_s});
        // Days that come as midnights are days.
        QCOMPARE(sorted({day.startOfDay(), day.addDays(1).startOfDay()}),
                 (QStringList{u"3.05.2024"_s, u"4.05.2024"_s}));
        // Another zone's time is told in this computer's.
        const QDateTime utc(day, QTime(22, 30), QTimeZone::utc());
        QCOMPARE(sorted({utc}), QStringList{turkish.toString(utc.toLocalTime(), QLocale::ShortFormat)});
    }

    void codesAndTruthsAreWords()
    {
        QCOMPARE(sorted({2}, Qt::AscendingOrder, Meaning::Reason), QStringList{displayName(Reason(2))});
        QCOMPARE(sorted({u"7"_s}, Qt::AscendingOrder, Meaning::Reason), QStringList{u"7"_s});
        QCOMPARE(sorted({true}), QStringList{u"Yes"_s});
        QCOMPARE(sorted({9007199254740993LL}), QStringList{u"9007199254740993"_s});
    }

    void headingsAreWords()
    {
        PastReportsModel model;
        model.setTable(tableOf({{Meaning::Number, u"raporNo"_s},
                                {Meaning::Other, u"raporTuru"_s},
                                {Meaning::Other, u"hastaTCKN"_s},
                                {Meaning::Other, u"_"_s}},
                               {{1, 2, 3, 4}}));
        const auto heading = [&](int column) { return model.headerData(column, Qt::Horizontal).toString(); };
        QCOMPARE(heading(0), u"Report no."_s);
        QCOMPARE(heading(1), u"Rapor Türü"_s);
        QCOMPARE(heading(2), u"Hasta TCKN"_s);
        QCOMPARE(heading(3), u"_"_s);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString(), u"raporTuru"_s);
        model.setTable(tableOf({{Meaning::Other, u"veriliNedeni"_s},
                                {Meaning::Other, u"raporPDFAdresi"_s},
                                {Meaning::Other, u"hastaTckn"_s}},
                               {{1, 2, 3}}));
        QCOMPARE(heading(0), u"Veriliş Nedeni"_s);
        QCOMPARE(heading(1), u"Rapor PDF Adresi"_s);
        QCOMPARE(heading(2), u"Hasta TCKN"_s);
    }

    void numbersStandUnderEachOther()
    {
        PastReportsModel model;
        model.setTable(tableOf({{Meaning::Number, u"raporNo"_s},
                                {Meaning::Other, u"boy"_s},
                                {Meaning::Other, u"karar"_s},
                                {Meaning::Reason, u"neden"_s}},
                               {{u"17"_s, 1.5, u"3"_s, 2}, {u"1204"_s, QVariant(), u"uygun"_s, 0}}));
        const auto side = [&](int column) {
            return model.index(0, column).data(Qt::TextAlignmentRole).toInt() & Qt::AlignHorizontal_Mask;
        };
        QCOMPARE(side(0), int(Qt::AlignRight));
        QCOMPARE(side(1), int(Qt::AlignRight));
        QCOMPARE(side(2), int(Qt::AlignLeft));
        QCOMPARE(side(3), int(Qt::AlignLeft)); // told in words
        QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::TextAlignmentRole).toInt() &
                     Qt::AlignHorizontal_Mask,
                 int(Qt::AlignRight));
    }

    void sortsByTheTurkishAlphabet()
    {
        QCOMPARE(sorted({u"Şule"_s, u"Sude"_s, u"Irmak"_s, u"İpek"_s, u"Zeki"_s, u"Çağla"_s, u"Cem"_s,
                         u"Özge"_s, u"Oya"_s}),
                 (QStringList{u"Cem"_s, u"Çağla"_s, u"Irmak"_s, u"İpek"_s, u"Oya"_s, u"Özge"_s, u"Sude"_s,
                              u"Şule"_s, u"Zeki"_s}));
    }

    void sortsNumbersBySizeAndDatesByTime()
    {
        QCOMPARE(sorted({u"100"_s, u"20"_s, u"3"_s}), (QStringList{u"3"_s, u"20"_s, u"100"_s}));
        QCOMPARE(sorted({u"R-100"_s, u"R-20"_s}), (QStringList{u"R-20"_s, u"R-100"_s}));
        QCOMPARE(sorted({100, 20, 3.5}), (QStringList{u"3,5"_s, u"20"_s, u"100"_s}));
        // As texts they would stand the other way round; a date that is none comes after all dates.
        QCOMPARE(sorted({QDate(2024, 12, 1), u"belirsiz"_s, QDate(2025, 2, 10)}, Qt::AscendingOrder,
                        Meaning::Date),
                 (QStringList{u"1.12.2024"_s, u"10.02.2025"_s, u"belirsiz"_s}));
        QCOMPARE(sorted({QDate(2024, 12, 1), u"belirsiz"_s, QDate(2025, 2, 10)}, Qt::DescendingOrder,
                        Meaning::Date),
                 (QStringList{u"10.02.2025"_s, u"1.12.2024"_s, u"belirsiz"_s}));
    }

    void whatIsEmptyComesLastInBothDirections()
    {
        const QVariantList values{QVariant(), u"b"_s, u"a"_s};
        QCOMPARE(sorted(values), (QStringList{u"a"_s, u"b"_s, QString()}));
        QCOMPARE(sorted(values, Qt::DescendingOrder), (QStringList{u"b"_s, u"a"_s, QString()}));
    }

    void filterFollowsTheTurkishLetters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("found");
        QTest::newRow("dotted") << u"İSTANBUL"_s << u"istanbul"_s << true;
        QTest::newRow("dotted, other way") << u"istanbul"_s << u"İST"_s << true;
        QTest::newRow("dotless") << u"Isparta"_s << u"ısp"_s << true;
        QTest::newRow("dotless, other way") << u"ısparta"_s << u"ISP"_s << true;
        QTest::newRow("code typed small") << u"EGT-1I0"_s << u"egt-1i"_s << true;
        QTest::newRow("decomposed") << u"I\u0307zmir"_s << u"izmir"_s << true;
        QTest::newRow("other letters") << u"ŞÜKRÜ ÖZÇAĞ"_s << u"şükrü özçağ"_s << true;
        QTest::newRow("s is no ş") << u"Şule"_s << u"sule"_s << false;
        QTest::newRow("words in any order") << u"Dr. Elif Karaçay"_s << u"  kara   elif "_s << true;
        QTest::newRow("one word missing") << u"Dr. Elif Karaçay"_s << u"elif mert"_s << false;
        QTest::newRow("nothing typed") << u"x"_s << u"  "_s << true;
    }

    void filterFollowsTheTurkishLetters()
    {
        QFETCH(QString, text);
        QFETCH(QString, typed);
        QFETCH(bool, found);
        QCOMPARE(!filtered({text}, typed).isEmpty(), found);
    }

    void filterLooksAtWhatIsShown()
    {
        QCOMPARE(filtered({QDate(2024, 5, 3), QDate(2025, 5, 3)}, u"2025"_s), QStringList{u"3.05.2025"_s});
        // Neighbouring cells are no common word.
        PastReportsModel model;
        model.setTable(tableOf({{Meaning::Other, u"a"_s}, {Meaning::Other, u"b"_s}}, {{u"ab"_s, u"cd"_s}}));
        model.setFilter(u"bc"_s);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter(u"b c"_s);
        QCOMPARE(model.rowCount(), 1);
    }

    void filterKeepsTheOrderAndSortingTheFilter()
    {
        PastReportsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTable(tableOf({u"a1"_s, u"a3"_s, u"b"_s, u"a2"_s}));
        model.sort(0, Qt::DescendingOrder);
        model.setFilter(u"a"_s);
        QCOMPARE(shown(model), (QStringList{u"a3"_s, u"a2"_s, u"a1"_s}));
        const QPersistentModelIndex current = model.index(0, 0);
        model.sort(0, Qt::AscendingOrder);
        QCOMPARE(shown(model), (QStringList{u"a1"_s, u"a2"_s, u"a3"_s}));
        QCOMPARE(current.row(), 2); // what was chosen stays chosen
        QCOMPARE(model.shownRow(model.tableRow(1)), 1);
        QCOMPARE(model.total(), 4);
        // A list that was asked for anew comes into the same filter and order.
        model.setTable(tableOf({u"b"_s, u"a9"_s, u"a0"_s}));
        QCOMPARE(shown(model), (QStringList{u"a0"_s, u"a9"_s}));
    }

    void theListCanBePrinted()
    {
        QVariantList values;
        for (int i = 0; i < 200; ++i)
            values.append(u"Rapor %1"_s.arg(i));
        const PastReportsTable table = tableOf(values);
        const QByteArray pdf = pastReportsPdf(table, table.matching(u"rapor"_s), u"Geçmiş raporlar"_s);
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.count("/Type /Page\n") > 1 || pdf.count("/Type/Page") > 1 || pdf.count("/Page") > 2);
    }
};

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    PastReportsModelTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_pastreportsmodel.moc"
