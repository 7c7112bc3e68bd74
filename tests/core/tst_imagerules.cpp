#include "core/launch/accession.h"
#include "core/navigation/navigationrules.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

using Verdict = NavigationRules::Verdict;

namespace {

const QString patient = u"10000000146"_s;

} // namespace

/// Where a pane that shows a patient's images may go, and what names a study.
class ImageRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(writeSettings({m_folder.filePath(u"settings.ini"_s)},
                              {{u"environment/name"_s, u"custom"_s},
                               {u"endpoints/erapor"_s, u"https://erapor.example"_s},
                               {u"endpoints/teletip"_s, u"https://teletip.example/integrationapi"_s},
                               {u"endpoints/viewer"_s, u"https://viewer.example"_s}}));
        m_settings = Settings::load({{m_folder.filePath(u"policy.conf"_s)},
                                     {m_folder.filePath(u"settings.ini"_s)},
                                     {m_folder.filePath(u"defaults.conf"_s)}},
                                    {})
                         .value();
    }

    void P1_theArchivesOwnPatientIdsAreNoOthers_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("allowed");
        const QString study = u"https://viewer.example/dicom-web/studies?PatientID="_s;
        QTest::newRow("hospital's own number") << QString(study + u"PID-0042"_s) << true;
        QTest::newRow("short number") << QString(study + u"123456"_s) << true;
        QTest::newRow("this patient") << QString(study + patient) << true;
        QTest::newRow("another patient") << QString(study + u"10000008098"_s) << false;
        QTest::newRow("another foreigner") << QString(study + u"99183746546"_s) << false;
        QTest::newRow("at e-Rapor every other text")
            << u"https://erapor.example/x?patientId=PID-0042"_s << false;
    }

    void P1_theArchivesOwnPatientIdsAreNoOthers()
    {
        QFETCH(QString, address);
        QFETCH(bool, allowed);
        const auto rules = NavigationRules::forImages(m_settings, number());
        const QUrl viewer(u"https://viewer.example/viewer/"_s);
        QCOMPARE(rules.allowsRequest(QUrl(address), viewer), allowed);
        QCOMPARE(rules.navigation(QUrl(address), viewer, true, true) == Verdict::Allow, allowed);
    }

    void P1_thePaneBelongsToItsPatient()
    {
        const auto rules = NavigationRules::forImages(m_settings, number());
        const QUrl viewer(u"https://viewer.example/viewer/"_s);
        QCOMPARE(rules.patient(), number());
        QCOMPARE(rules.navigation(
                     QUrl(u"https://erapor.example/a/singledoctor/createreport?patientId=10000008098"_s),
                     viewer, true, true),
                 Verdict::RefuseOtherPatient);
        QVERIFY(!rules.allowsRequest(QUrl(u"https://evil.example/"_s), viewer));
    }

    void onlyTheViewerInAPaneForImagesFillsIt()
    {
        const auto images = NavigationRules::forImages(m_settings, number());
        QVERIFY(images.isViewer(QUrl(u"https://viewer.example/viewer/#/x"_s)));
        QVERIFY(!images.isViewer(QUrl(u"https://viewer.example:8443/"_s)));
        QVERIFY(!images.isViewer(QUrl(u"https://erapor.example/"_s)));
        const NavigationRules report(m_settings, number());
        QVERIFY(!report.isViewer(QUrl(u"https://viewer.example/"_s)));
        QVERIFY(!NavigationRules().isViewer(QUrl()));
    }

    void accessionNumbers()
    {
        QCOMPARE(parseAccession(u"  TR-2026/00 17 "_s), u"TR-2026/00 17"_s);
        QCOMPARE(parseAccession(u" "_s).error().fault, InputFault::Empty);
        QCOMPARE(parseAccession(u"a\"b/ç"_s), u"a\"b/ç"_s);
        QCOMPARE(parseAccession(u"a\\b"_s).error().fault, InputFault::BadCharacters);
        QCOMPARE(parseAccession(u"a\tb"_s).error().fault, InputFault::BadCharacters);
        QCOMPARE(parseAccession(QString(65, u'1')).error().fault, InputFault::TooLong);
    }

private:
    [[nodiscard]] static IdentityNumber number()
    {
        return IdentityNumber::parse(patient, u"patient"_s).value();
    }

    QTemporaryDir m_folder;
    Settings m_settings;
};

QTEST_GUILESS_MAIN(ImageRulesTest)
#include "tst_imagerules.moc"
