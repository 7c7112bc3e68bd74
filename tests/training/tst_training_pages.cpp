#include "ministryprocess.h"

#include "core/settings/training.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QRegularExpression>
#include <QUrl>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

const std::string pages = "/healthstatusweb/singledoctor/";
constexpr char form[] = "application/x-www-form-urlencoded";

QString text(const httplib::Result& reply)
{
    return reply ? QString::fromStdString(reply->body) : QString();
}

QString captured(const QString& page, const QString& pattern)
{
    return QRegularExpression(pattern).match(page).captured(1);
}

std::string encoded(const QString& value)
{
    return QUrl::toPercentEncoding(value).toStdString();
}

/// A browser's part: the cookie that the first page set.
class Visit
{
public:
    Visit(const MinistryProcess& ministry, const QString& doctor)
        : m_client(ministry.client()), m_token(ministry.token(doctor))
    {
        const auto reply = m_client->Get(pages + "doctorindex?authorization=" + m_token);
        first = text(reply);
        setCookie = reply->get_header_value("Set-Cookie");
        m_cookie = setCookie.substr(0, setCookie.find(';'));
    }

    httplib::Result get(const std::string& page, const std::string& accept = "text/html") const
    {
        return m_client->Get(pages + page, {{"Cookie", m_cookie}, {"Accept", accept}});
    }
    httplib::Result post(const std::string& page, const std::string& body,
                         const std::string& accept = "text/html") const
    {
        return m_client->Post(pages + page, {{"Cookie", m_cookie}, {"Accept", accept}}, body, form);
    }
    /// Saves a report and gives its number.
    QString save(const QString& patient, const QString& decision, const QString& key) const
    {
        const auto reply = post("createreport", filled(patient, decision, key));
        return captured(QString::fromStdString(reply->get_header_value("Location")), u"report=(\\d+)$"_s);
    }
    static std::string filled(const QString& patient, const QString& decision, const QString& key,
                              const QString& telephone = u"0500 000 00 00"_s)
    {
        return "patientId=" + encoded(patient) + "&key=" + encoded(key) + "&telephone=" + encoded(telephone) +
               "&institution=Kurum&duty=G%C3%B6rev&reason=2&decision=" + encoded(decision);
    }

    QString first; ///< the page that the token opened
    std::string setCookie;
    [[nodiscard]] const std::string& token() const { return m_token; }

private:
    std::unique_ptr<httplib::Client> m_client;
    std::string m_token;
    std::string m_cookie;
};

} // namespace

class TestTrainingPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_ministry.port() > 0); }

    void everyPageIsMarkedAndGuarded()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto client = m_ministry.client();
        for (const auto& reply :
             {client->Get(pages + "createreport?Authorization=" + visit.token()),
              client->Get(pages + "createreport?Authorization=" + visit.token() +
                          "&patientId=10000000146&Reason=2"),
              client->Get(pages + "doctorindex?authorization=" + visit.token()),
              client->Get(pages + "doctorindex"), client->Get(pages + "nothing"), client->Get("/")}) {
            QVERIFY(reply);
            QVERIFY(text(reply).contains(u"<strong>EĞİTİM</strong>"_s));
            QVERIFY(text(reply).contains(u"<html lang=\"tr\">"_s));
            QVERIFY(!text(reply).contains(QString::fromStdString(visit.token())));
            QVERIFY(!text(reply).contains(u"{{"_s));
            QVERIFY(!text(reply).contains(QRegularExpression(u"<script>|style=|\\son[a-z]+=|https?://"_s)));
            const auto policy = reply->get_header_value("Content-Security-Policy");
            QVERIFY(policy.find("default-src 'none'") != std::string::npos);
            QVERIFY(policy.find("unsafe") == std::string::npos);
            QCOMPARE(reply->get_header_value("X-Content-Type-Options"), std::string("nosniff"));
            QCOMPARE(reply->get_header_value("Referrer-Policy"), std::string("same-origin"));
        }
    }

    void namesAreComparedWithoutCase()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto reply = m_ministry.client()->Get(
            "/HealthStatusWeb/SingleDoctor/CreateReport?authorization=" + visit.token() +
            "&PATIENTID=10000000146&reason=1");
        QCOMPARE(reply->status, 200);
        QVERIFY(text(reply).contains(u"Ayşe Çınarlı"_s));
        QVERIFY(text(reply).contains(QRegularExpression(u"value=\"1\" selected"_s)));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown parameter") << QByteArray("createreport?Authorization=T&x=1") << 400;
        QTest::newRow("doubled") << QByteArray("createreport?Authorization=T&patientId=10000000146"
                                               "&PatientId=10000000146")
                                 << 400;
        QTest::newRow("short number") << QByteArray("createreport?Authorization=T&patientId=123") << 400;
        QTest::newRow("empty number") << QByteArray("createreport?Authorization=T&patientId=") << 400;
        QTest::newRow("checksum") << QByteArray("createreport?Authorization=T&patientId=10000000147") << 400;
        QTest::newRow("reason 4") << QByteArray("createreport?Authorization=T&patientId=10000000146&Reason=4")
                                  << 400;
        QTest::newRow("reason empty") << QByteArray("createreport?Authorization=T&Reason=") << 400;
        QTest::newRow("no token") << QByteArray("createreport?patientId=10000000146") << 401;
        QTest::newRow("unknown token") << QByteArray("createreport?Authorization=abcdefghijklmnop") << 401;
        QTest::newRow("index without token") << QByteArray("doctorindex") << 401;
        QTest::newRow("index unknown parameter") << QByteArray("doctorindex?authorization=T&page=2") << 400;
        QTest::newRow("pdf without token") << QByteArray("reportpdf?report=100200301") << 401;
        QTest::newRow("unknown page") << QByteArray("createreports") << 404;
        QTest::newRow("sign by GET") << QByteArray("signreport") << 405;
    }

    void refuses()
    {
        QFETCH(QByteArray, page);
        QFETCH(int, status);
        page.replace("=T", '=' + QByteArray::fromStdString(m_ministry.token(m_doctor)));
        const auto reply = m_ministry.client()->Get(pages + page.toStdString());
        QVERIFY(reply);
        QCOMPARE(reply->status, status);
        QVERIFY(text(reply).contains(u"<h1>"_s));
    }

    void theCookieCarriesTheSession()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto& cookie = visit.setCookie;
        QVERIFY(cookie.find("HttpOnly") != std::string::npos);
        QVERIFY(cookie.find("SameSite=Strict") != std::string::npos);
        QVERIFY(cookie.find(visit.token()) == std::string::npos);
        QCOMPARE(visit.get("doctorindex")->status, 200);
        QCOMPARE(visit.get("createreport?patientId=10000000146")->status, 200);
        QCOMPARE(visit.get("createreport?Authorization=abcdefghijklmnop")->status, 401);
    }

    void theSamePersonAtEveryCall()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto facts = [&](const std::string& number) {
            return captured(text(visit.get("createreport?patientId=" + number)),
                            u"(?s)<dl class=\"facts\">(.*)</dl>"_s);
        };
        const auto once = facts("17291716060");
        QVERIFY(once.contains(u"Baba adı"_s));
        QCOMPARE(facts("17291716060"), once);
        QVERIFY(facts("23456789060") != once);
        for (const auto& patient : hekim::training::patients()) {
            QVERIFY(facts(patient.number.toStdString()).contains(patient.name));
        }
    }

    void savesAndShows()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto number = visit.save(u"10000000146"_s, u"Çalışmasında sakınca yoktur."_s, u"k1"_s);
        QVERIFY(!number.isEmpty());
        const auto saved = text(visit.get("savedreport?report=" + number.toStdString()));
        QVERIFY(saved.contains(number));
        QVERIFY(saved.contains(u"/healthstatusweb/singledoctor/doctorindex"_s));
        QVERIFY(text(visit.get("doctorindex")).contains(number));
        QVERIFY(text(visit.get("createreport?patientId=10000000146")).contains(number));
        // The page's own script reads an address instead of a redirect.
        const auto forScript =
            visit.post("createreport", Visit::filled(u"10000000146"_s, u"x"_s, u"k2"_s), "application/json");
        QCOMPARE(forScript->status, 200);
        QVERIFY(text(forScript).contains(u"savedreport?report="_s));
    }

    void aFormSentTwiceMakesOneReport()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto once = visit.save(u"10000000146"_s, u"Bir kez"_s, u"k3"_s);
        QCOMPARE(visit.save(u"10000000146"_s, u"Bir kez"_s, u"k3"_s), once);
        QVERIFY(visit.save(u"10000000146"_s, u"Bir kez"_s, u"k4"_s) != once);
    }

    void aFailedSaveLosesNothing()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto reply =
            visit.post("createreport", Visit::filled(u"10000000146"_s, u"Uzun açıklama"_s, u"k5"_s, u"12"_s));
        QCOMPARE(reply->status, 422);
        const auto page = text(reply);
        QVERIFY(page.contains(u"id=\"telephoneFault\""_s));
        QVERIFY(page.contains(
            QRegularExpression(u"name=\"telephone\"[^>]*value=\"12\"[^>]*aria-invalid=\"true\""_s)));
        QVERIFY(page.contains(u"Uzun açıklama"_s));
        QVERIFY(page.contains(QRegularExpression(u"value=\"2\" selected"_s)));
        QVERIFY(page.contains(u"value=\"k5\""_s));
        const auto empty = text(visit.post("createreport", "patientId=10000000146&key=k6"));
        for (const auto& field : {u"telephone"_s, u"reason"_s, u"institution"_s, u"duty"_s, u"decision"_s}) {
            QVERIFY2(empty.contains(u"id=\"%1Fault\""_s.arg(field)), qPrintable(field));
        }
    }

    void formsAreStrict()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto good = Visit::filled(u"10000000146"_s, u"x"_s, u"k7"_s);
        QCOMPARE(visit.post("createreport", good + "&extra=1")->status, 400);
        QCOMPARE(visit.post("createreport", good + "&duty=1")->status, 400);
        QCOMPARE(visit.post("createreport", Visit::filled(u"123"_s, u"x"_s, u"k7"_s))->status, 400);
        QCOMPARE(
            visit.post("createreport", Visit::filled(u"10000000146"_s, QString(2001, u'x'), u"k7"_s))->status,
            422);
        QCOMPARE(visit.post("createreport", std::string(70000, 'x'))->status, 413);
        QCOMPARE(m_ministry.client()->Post(pages + "createreport", good, form)->status, 401);
    }

    void everythingTypedIsEscaped()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto nasty = u"<script>alert('x')</script> & \"ŞĞİIı\""_s;
        const auto harmless = u"&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;ŞĞİIı&quot;"_s;
        // In a text area and in an attribute, after a failed save …
        const auto failed =
            text(visit.post("createreport", Visit::filled(u"10000000146"_s, nasty, u"k8"_s, nasty)));
        QCOMPARE(failed.count(harmless), 2);
        QVERIFY(!failed.contains(u"<script>"_s));
        // … in the table of past reports …
        QVERIFY(!visit.save(u"10000000146"_s, nasty, u"k9"_s).isEmpty());
        const auto past = text(visit.get("createreport?patientId=10000000146"));
        QVERIFY(past.contains(harmless));
        QVERIFY(!past.contains(u"<script>"_s));
        // … in the field that asks for a number, and in a refusal that names a parameter.
        const auto asked = text(visit.post("choosepatient", "reason=&patientId=" + encoded(nasty)));
        QVERIFY(asked.contains(harmless) && !asked.contains(u"<script>"_s));
        const auto refused = text(visit.get("doctorindex?" + encoded(nasty) + "=1"));
        QVERIFY(refused.contains(u"&lt;script&gt;"_s) && !refused.contains(u"<script>"_s));
    }

    void theEmptyFormAsksForTheNumber()
    {
        const Visit visit(m_ministry, m_doctor);
        QVERIFY(text(visit.get("createreport?Reason=3")).contains(u"name=\"patientId\" type=\"text\""_s));
        const auto wrong = visit.post("choosepatient", "reason=3&patientId=123");
        QCOMPARE(wrong->status, 422);
        QVERIFY(text(wrong).contains(u"11 rakam olmalı"_s));
        const auto right = visit.post("choosepatient", "reason=3&patientId=100+000.001+46");
        QCOMPARE(right->status, 303);
        QCOMPARE(right->get_header_value("Location"), pages + "createreport?patientId=10000000146&Reason=3");
    }

    void signsAndDeletes()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto number = visit.save(u"10000000146"_s, u"İmzalanacak"_s, u"k10"_s);
        const auto link = u"hekim-egitim-imza:imzala?rapor="_s + number;
        QVERIFY(text(visit.get("doctorindex")).contains(link));
        QCOMPARE(visit.post("signreport", "report=" + number.toStdString())->status, 303);
        const auto signedPage = text(visit.get("doctorindex"));
        QVERIFY(signedPage.contains(number + u" numaralı rapor imzalandı"_s));
        QVERIFY(!signedPage.contains(link));
        QVERIFY(!text(visit.get("doctorindex")).contains(u"imzalandı olarak işaretlendi"_s)); // said once
        QCOMPARE(visit.post("deletereport", "report=" + number.toStdString())->status, 303);
        QVERIFY(text(visit.get("doctorindex")).contains(number + u" numaralı rapor silindi"_s));
        QVERIFY(!text(visit.get("doctorindex")).contains(number));
    }

    void reportsAreTheirDoctorsAlone()
    {
        const Visit mine(m_ministry, m_doctor);
        const Visit another(m_ministry, u"23456789060"_s);
        const auto number = mine.save(u"10000000146"_s, u"Benim"_s, u"k11"_s).toStdString();
        QCOMPARE(another.get("reportpdf?report=" + number)->status, 404);
        QCOMPARE(another.get("savedreport?report=" + number)->status, 404);
        another.post("deletereport", "report=" + number);
        QVERIFY(text(mine.get("doctorindex")).contains(QString::fromStdString(number)));
        QVERIFY(!text(another.get("doctorindex")).contains(QString::fromStdString(number) + u"</th>"_s));
    }

    void aDoctorWithoutReportsIsToldWhatToDo()
    {
        const Visit visit(m_ministry, u"10000009088"_s);
        QVERIFY(visit.first.contains(u"Henüz rapor vermediniz"_s));
        QVERIFY(visit.first.contains(u"Eğitim Hekimi"_s));
    }

    void thePreviewIsAPdfOfTheReport()
    {
        const Visit visit(m_ministry, m_doctor);
        const auto number = visit.save(u"10000000146"_s, u"Ağır <b>iş</b> & ışık"_s, u"k12"_s);
        const auto reply = visit.get("reportpdf?report=" + number.toStdString());
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->get_header_value("Content-Type"), std::string("application/pdf"));
        QVERIFY(reply->get_header_value("Content-Disposition").starts_with("inline"));
        auto bytes = QByteArray::fromStdString(reply->body);
        QVERIFY(bytes.startsWith("%PDF"));

        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        QPdfDocument document;
        document.load(&buffer);
        QCOMPARE(document.status(), QPdfDocument::Status::Ready);
        const auto words = document.getAllText(0).text();
        QVERIFY2(words.contains(number), qPrintable(words));
        QVERIFY(words.contains(u"100 000 001 46"_s));
        QVERIFY(words.contains(u"<b>iş</b> & ışık"_s));
        QVERIFY(words.contains(u"GERÇEK RAPOR DEĞİLDİR"_s));
    }

private:
    const QString m_doctor = u"17291716060"_s;
    MinistryProcess m_ministry;
};

QTEST_MAIN(TestTrainingPages)
#include "tst_training_pages.moc"
