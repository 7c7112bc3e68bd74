#include "core/navigation/loginaddress.h"
#include "core/settings/environment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

Q_DECLARE_METATYPE(hekim::LoginSuspicion)

/// Which page of e-Rapor may be a login in the place of the form that was opened.
class TestLoginAddress : public QObject
{
    Q_OBJECT

private slots:
    void suspects_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<LoginSuspicion>("suspicion");
        using enum LoginSuspicion;
        const QString own = u"https://erapor.saglik.gov.tr"_s;
        QTest::newRow("form") << own + u"/healthstatusweb/singledoctor/createreport?patientId=1"_s << None;
        QTest::newRow("reports") << own + u"/healthstatusweb/singledoctor/doctorindex"_s << None;
        QTest::newRow("spelling") << own + u"/HealthStatusWeb/SingleDoctor/CreateReport"_s << None;
        QTest::newRow("form below a login") << own + u"/login/createreport"_s << None;
        QTest::newRow("login") << own + u"/Account/Login?ReturnUrl=%2Fhealthstatusweb"_s << ByItsAddress;
        QTest::newRow("giris") << own + u"/giris"_s << ByItsAddress;
        QTest::newRow("giriş") << own + u"/giri%C5%9F"_s << ByItsAddress;
        QTest::newRow("only a part of a word") << own + u"/loginfo"_s << ByFields;
        QTest::newRow("in the query") << own + u"/healthstatusweb/preview?from=/login"_s << ByFields;
        QTest::newRow("start page") << own + u"/"_s << ByFields;
        QTest::newRow("another host") << u"https://giris.turkiye.gov.tr/login"_s << None;
        QTest::newRow("another port") << u"https://erapor.saglik.gov.tr:8443/login"_s << None;
        QTest::newRow("no page") << u"about:blank"_s << None;
    }

    void suspects()
    {
        QFETCH(QString, address);
        QFETCH(LoginSuspicion, suspicion);
        const QString origin = originOf(QUrl(u"https://erapor.saglik.gov.tr"_s));
        QCOMPARE(suspectLogin(QUrl(address), origin), suspicion);
    }

    void withoutAnAddressOfItsOwnNothingIsSuspected()
    {
        QCOMPARE(suspectLogin(QUrl(u"about:blank"_s), {}), LoginSuspicion::None);
    }
};

QTEST_APPLESS_MAIN(TestLoginAddress)
#include "tst_loginaddress.moc"
