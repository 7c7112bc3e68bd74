#include "readiness/checklist.h"
#include "support/places.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace hekim;

/// The Turkish words of the lists against the guides' own text, beside this file as it was published.
class TestChecklist : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void localAuthoritiesHaveTheSevenStepsInOrder();
    void clinicsHaveTheThreeParagraphsInOrder();
    void remoteServiceSaysWhatTheDrawingSays();
    void remoteServiceLeavesNothingOut();
    void theThreeChecksComeFirst();
    void addressesStandInTheGuide();
    void everyStepCitesItsGuideAndHasAnIdOfItsOwn();
    void idsStay();

private:
    QTranslator m_turkish;
};

namespace {

/// Letters and digits alone: blanks, quotation marks and line ends differ between a printed page and a text
/// file.
QString bare(const QString& text)
{
    static const QRegularExpression noise(u"[^\\p{L}\\p{N}]+"_s);
    return QString(text).remove(noise);
}

QString guide(const QString& name)
{
    QFile file(QStringLiteral(HEKIM_SOURCE) + u"/tests/readiness/guides/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // Two words run into each other there and lost a letter.
    return QString::fromUtf8(file.readAll()).replace(u"bilgisiniçermelidir"_s, u"bilgisini içermelidir"_s);
}

QList<ChecklistStep> allSteps()
{
    return hesClinicSteps() + hesLocalAuthoritySteps() + remoteServiceSteps();
}

} // namespace

void TestChecklist::initTestCase()
{
    Q_INIT_RESOURCE(translations);
    QVERIFY(m_turkish.load(u":/i18n/hekim-asistani_tr.qm"_s));
    QCoreApplication::installTranslator(&m_turkish);
}

void TestChecklist::localAuthoritiesHaveTheSevenStepsInOrder()
{
    const QString text = bare(guide(u"001.txt"_s));
    const auto steps = hesLocalAuthoritySteps();
    QCOMPARE(steps.size(), 7);
    qsizetype from = 0;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        // Each with the guide's own number before it.
        const qsizetype at = text.indexOf(QString::number(i + 1) + bare(steps.at(i).wording), from);
        QVERIFY2(at >= from, qPrintable(steps.at(i).id));
        from = at + 1;
    }
    // Nothing stands between or behind the steps: together they are the guide's list.
    QString together;
    for (qsizetype i = 0; i < steps.size(); ++i)
        together += QString::number(i + 1) + bare(steps.at(i).wording);
    QVERIFY(text.endsWith(together));
}

void TestChecklist::clinicsHaveTheThreeParagraphsInOrder()
{
    const auto steps = hesClinicSteps();
    QCOMPARE(steps.size(), 4);
    // Addresses and contact stand in one sentence.
    QCOMPARE(steps.at(1).wording, steps.at(2).wording);
    QVERIFY(bare(guide(u"004-2.txt"_s))
                .endsWith(bare(steps.at(0).wording) + bare(steps.at(1).wording) + bare(steps.at(3).wording)));
}

void TestChecklist::remoteServiceSaysWhatTheDrawingSays()
{
    const QString text = bare(guide(u"003.txt"_s));
    const auto steps = remoteServiceSteps();
    QCOMPARE(steps.size(), 25);
    for (const ChecklistStep& step : steps) {
        QVERIFY2(text.contains(bare(step.title)), qPrintable(step.title));
        if (!step.addresses.isEmpty())
            continue; // the address and its sentence stand on the same line of the drawing
        QVERIFY2(text.contains(bare(step.wording)), qPrintable(step.wording));
    }
}

void TestChecklist::remoteServiceLeavesNothingOut()
{
    // What is left of the guide when the steps' sentences are taken out of it: headings, abbreviations, the
    // answers of the drawing's branches, and nothing that has to be done.
    QString text = bare(guide(u"003.txt"_s));
    for (const ChecklistStep& step : remoteServiceSteps())
        text.remove(bare(step.title)).remove(bare(step.wording));
    for (const QString& verb :
         {u"Yapar"_s, u"Verilir"_s, u"İmzalanır"_s, u"Düzenler"_s, u"Kaydeder"_s, u"Gönderir"_s,
          u"Kontrol Eder"_s, u"edilir"_s, u"Edilir"_s, u"yapılır"_s, u"Yapılır"_s, u"etmelidir"_s})
        QVERIFY2(!text.contains(bare(verb)), qPrintable(verb));
}

void TestChecklist::theThreeChecksComeFirst()
{
    const auto steps = remoteServiceSteps();
    const QList<bool> perDoctor{false, true, true};
    for (qsizetype i = 0; i < perDoctor.size(); ++i) {
        QCOMPARE(steps.at(i).proof, Proof::DoctorRegistry);
        QCOMPARE(steps.at(i).perDoctor, perDoctor.at(i));
    }
    for (const ChecklistStep& step : steps.sliced(perDoctor.size()))
        QVERIFY(step.proof != Proof::DoctorRegistry && !step.perDoctor);
    // The three authorities, one after the other.
    QStringList parts;
    for (const ChecklistStep& step : steps) {
        if (parts.isEmpty() || parts.last() != step.part)
            parts.append(step.part);
    }
    QCOMPARE(
        parts,
        (QStringList{u"Hizmet öncesi kontroller"_s, u"Sağlık Bilgi Sistemleri Genel Müdürlüğü aşamaları"_s,
                     u"İl Sağlık Müdürlüğü aşamaları"_s, u"Sağlık Hizmetleri Genel Müdürlüğü aşamaları"_s}));
}

void TestChecklist::addressesStandInTheGuide()
{
    for (const ChecklistStep& step : hesLocalAuthoritySteps() + remoteServiceSteps()) {
        const QString text = guide(step.id.startsWith(u"001"_s) ? u"001.txt"_s : u"003.txt"_s);
        for (const QString& address : step.addresses) {
            QVERIFY2(text.contains(address, Qt::CaseInsensitive), qPrintable(address));
            QVERIFY2(step.wording.contains(address), qPrintable(address));
        }
    }
}

void TestChecklist::everyStepCitesItsGuideAndHasAnIdOfItsOwn()
{
    QSet<QString> ids;
    for (const ChecklistStep& step : allSteps()) {
        QVERIFY(!ids.contains(step.id));
        ids.insert(step.id);
        QVERIFY2(step.source.startsWith(u"Kılavuz %1"_s.arg(step.id.first(3))), qPrintable(step.source));
        QVERIFY(!step.title.isEmpty() && !step.who.isEmpty() && !step.part.isEmpty());
    }
}

void TestChecklist::idsStay()
{
    // They stand in the files of institutions.
    QStringList ids;
    for (const ChecklistStep& step : allSteps())
        ids.append(step.id);
    QCOMPARE(ids.first(4).join(u' '), u"004-2/1 004-2/2 004-2/3 004-2/4"_s);
    QCOMPARE(ids.sliced(4, 7).join(u' '), u"001/1 001/2 001/3 001/4 001/5 001/6 001/7"_s);
    QCOMPARE(ids.sliced(11, 3).join(u' '), u"003-checks/1 003-checks/2 003-checks/3"_s);
    QCOMPARE(
        ids.sliced(14).join(u' '),
        u"003-sbsgm/1 003-sbsgm/2 003-sbsgm/3 003-sbsgm/4 003-sbsgm/5 003-sbsgm/6 003-sbsgm/7 003-sbsgm/8 "
        "003-sbsgm/9 003-sbsgm/10 003-sbsgm/11 003-sbsgm/12 003-sbsgm/13 003-sbsgm/14 003-sbsgm/15 "
        "003-sbsgm/16 003-ism/1 003-ism/2 003-ism/3 003-ism/4 003-shgm/1 003-shgm/2"_s);
}

QTEST_GUILESS_MAIN(TestChecklist)
#include "tst_checklist.moc"
