// The patient in a page's address: no tab leads to another's page (rule P1).

#include "core/navigation.h"

#include <QTest>

using namespace hekim;
using namespace hekim::test;

using Verdict = NavigationRules::Verdict;

class TestPatientAddress : public QObject
{
    Q_OBJECT

private slots:
    void P1_anotherPatientIsRefused_data();
    void P1_anotherPatientIsRefused();
    void P1_ownPatientIsAllowed_data();
    void P1_ownPatientIsAllowed();
    void P1_pageWithoutPatientHandsOver();
    void P1_doctorsReportsLeaveThePatientsTab();
    void patientInAddress_data();
    void patientInAddress();
};

void TestPatientAddress::P1_anotherPatientIsRefused_data()
{
    QTest::addColumn<QUrl>("url");
    const auto row = [](const QUrl& url) { QTest::newRow(url.toEncoded().constData()) << url; };
    row(form(u"patientId=10000008098"_s));
    row(form(u"Authorization=t&patientId=10000008098&Reason=1"_s));
    row(form(u"PATIENTID=10000008098"_s));
    row(form(u"p%61tientId=%310000008098"_s));
    row(form(u"+patientId=10000008098"_s));
    row(form(u"patientId=10000000146&patientId=10000008098"_s));
    row(form(u"patientId=10000008098&patientId=10000000146"_s));
    row(form(u"patientId=10000000146&PatientID=10000008098"_s));
    row(form(u"patientId=10000000146x"_s));
    row(form(u"patientId=10000000146,10000008098"_s));
    row(form(u"patientId=10000008098"_s, u"/HealthStatusWeb/SingleDoctor/CreateReport/"_s));
    row(form(u"patientId=10000008098"_s, u"/healthstatusweb/singledoctor/%63reatereport"_s));
    row(form(u"patientId=10000008098"_s, u"/healthstatusweb//singledoctor//createreport"_s));
    row(form(u"patientId=10000008098"_s, u"/healthstatusweb/singledoctor/pastreports"_s));
    row(QUrl(u"https://eraportest.saglik.gov.tr/x/singledoctor/createreport?patientId=10000008098"_s));
    row(form(u"patientId=10000000146#/createreport?patientId=10000008098"_s));
    row(form(u"patientId=10000000146#PatientId=10000008098&x=1"_s));
    row(form(u"x=1#!/a?b=c&p%61tientId=10000008098"_s));
}

void TestPatientAddress::P1_anotherPatientIsRefused()
{
    QFETCH(QUrl, url);
    const auto own = rules(EnvironmentName::Live, u"10000000146"_s);
    const QUrl from = form(u"patientId=10000000146"_s);
    for (const bool mainFrame : {true, false}) {
        for (const bool gesture : {true, false})
            QCOMPARE(own.navigation(url, from, mainFrame, gesture), Verdict::RefuseOtherPatient);
    }
    QVERIFY(!own.allowsRequest(url, from));
}

void TestPatientAddress::P1_ownPatientIsAllowed_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("own") << form(u"Authorization=t&patientId=10000000146&Reason=2"_s);
    QTest::newRow("own, twice") << form(u"patientId=10000000146&PATIENTID=1%30000000146"_s);
    QTest::newRow("no number") << form(QString());
    QTest::newRow("empty number") << form(u"patientId="_s);
    QTest::newRow("own, in the fragment too")
        << form(u"patientId=10000000146#/createreport?patientId=10000000146"_s);
    QTest::newRow("a place in the page") << form(u"patientId=10000000146#10000008098"_s);
    QTest::newRow("another page") << form(u"id=10000008098"_s, u"/healthstatusweb/report/view"_s);
}

void TestPatientAddress::P1_ownPatientIsAllowed()
{
    QFETCH(QUrl, url);
    const auto own = rules(EnvironmentName::Live, u"10000000146"_s);
    QCOMPARE(own.navigation(url, url, true, false), Verdict::Allow);
    QCOMPARE(own.navigation(url, url, false, false), Verdict::Allow);
    QVERIFY(own.allowsRequest(url, url));
}

void TestPatientAddress::P1_pageWithoutPatientHandsOver()
{
    const auto index = rules(EnvironmentName::Live);
    const QUrl from = form({}, u"/healthstatusweb/singledoctor/doctorindex"_s);
    QCOMPARE(index.navigation(form(u"patientId=10000000146"_s), from, true, true), Verdict::OpenPatient);
    QCOMPARE(index.navigation(form(u"patientId=10000000146"_s), from, true, false), Verdict::OpenPatient);
    QCOMPARE(index.navigation(form(u"patientId=10000000146"_s), from, false, true), Verdict::Refuse);
    QVERIFY(!index.allowsRequest(form(u"patientId=10000000146"_s), from));
    QCOMPARE(index.navigation(form({}), from, true, false), Verdict::Allow);
    QVERIFY(index.allowsRequest(form({}), from));
    QCOMPARE(index.navigation(form(u"patientId=10000000146&patientId=10000008098"_s), from, true, true),
             Verdict::Refuse);
    QCOMPARE(index.navigation(form(u"patientId=abc"_s), from, true, true), Verdict::Refuse);
}

void TestPatientAddress::P1_doctorsReportsLeaveThePatientsTab()
{
    const QUrl from(u"https://erapor.saglik.gov.tr/healthstatusweb/singledoctor/createreport"_s);
    const NavigationRules patient = rules(EnvironmentName::Live, u"10000000146"_s);
    const NavigationRules none = rules(EnvironmentName::Live);
    for (const QString& page : {u"singledoctor/doctorindex"_s, u"SingleDoctor/DoctorIndex/"_s}) {
        const QUrl list(u"https://erapor.saglik.gov.tr/healthstatusweb/"_s + page);
        QCOMPARE(patient.navigation(list, from, true, true), Verdict::OpenMine);
        QCOMPARE(patient.navigation(list, from, false, true), Verdict::Refuse);
        QVERIFY(!patient.allowsRequest(list, from));
        QCOMPARE(none.navigation(list, from, true, true), Verdict::Allow);
        QVERIFY(none.allowsRequest(list, from));
    }
}

void TestPatientAddress::patientInAddress_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("patient");
    QTest::newRow("plain") << form(u"a=b&patientId=10000000146"_s) << u"10000000146"_s;
    QTest::newRow("case") << form(u"PatientID=10000000146"_s, u"/X/SINGLEDOCTOR/CREATEREPORT"_s)
                          << u"10000000146"_s;
    QTest::newRow("in the fragment")
        << QUrl(u"https://erapor.saglik.gov.tr/#/singledoctor/createreport?patientId=10000000146"_s)
        << u"10000000146"_s;
    QTest::newRow("two") << form(u"patientId=1&patientId=2"_s) << u"1,2"_s;
    QTest::newRow("none") << form(u"a=b"_s) << QString();
    QTest::newRow("other page") << form(u"patientId=10000000146"_s, u"/x/singledoctor/doctorindex"_s)
                                << QString();
    QTest::newRow("part of a word") << form(u"patientId=10000000146"_s, u"/x/singledoctor/xcreatereport"_s)
                                    << QString();
    QTest::newRow("nothing") << QUrl() << QString();
}

void TestPatientAddress::patientInAddress()
{
    QFETCH(QUrl, url);
    QTEST(NavigationRules::patientInAddress(url).value_or(QString()), "patient");
}

QTEST_GUILESS_MAIN(TestPatientAddress)
#include "tst_patientaddress.moc"
