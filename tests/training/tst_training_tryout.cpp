#include "ministryprocess.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

const std::string pages = "/healthstatusweb/singledoctor/";
constexpr char form[] = "application/x-www-form-urlencoded";
constexpr size_t mebibyte = size_t{1024} * 1024;

QString text(const httplib::Result& reply)
{
    return reply ? QString::fromStdString(reply->body) : QString();
}

/// A browser's part: the page opened by a token, from then on its cookie.
class Visit
{
public:
    explicit Visit(const MinistryProcess& ministry, const QString& doctor = u"17291716060"_s)
        : m_client(ministry.client(30))
    {
        const auto reply = m_client->Get(pages + "tryout?Authorization=" + ministry.token(doctor));
        status = reply ? reply->status : 0;
        first = text(reply);
        policy = QString::fromStdString(reply->get_header_value("Content-Security-Policy"));
        const auto cookie = reply->get_header_value("Set-Cookie");
        m_cookie = cookie.substr(0, cookie.find(';'));
    }

    httplib::Result get(const std::string& page, const httplib::Headers& more = {}) const
    {
        httplib::Headers headers{{"Cookie", m_cookie}, {"Accept", "text/html"}};
        headers.insert(more.begin(), more.end());
        return m_client->Get(pages + page, headers);
    }
    httplib::Result post(const std::string& page, const std::string& body,
                         const std::string& accept = "text/html") const
    {
        return m_client->Post(pages + page, {{"Cookie", m_cookie}, {"Accept", accept}}, body, form);
    }
    /// How many bytes came, and whether they were all that were announced.
    std::pair<size_t, bool> receive(const std::string& page) const
    {
        size_t came = 0;
        const auto reply =
            m_client->Get(pages + page, {{"Cookie", m_cookie}}, [&came](const char*, size_t size) {
                came += size;
                return true;
            });
        return {came, bool(reply)};
    }

    int status = 0;
    QString first;
    QString policy;

private:
    std::unique_ptr<httplib::Client> m_client;
    std::string m_cookie;
};

} // namespace

/// "Deneme sayfası": the page and what stands behind its buttons.
class TestTrainingTryout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_ministry.port() > 0); }

    void theTokenOpensIt()
    {
        const Visit visit(m_ministry);
        QCOMPARE(visit.status, 200);
        QVERIFY(visit.first.contains(u"<h1>Deneme sayfası</h1>"_s));
        QVERIFY(visit.first.contains(u"Dr. Elif Karaçay"_s));
        QVERIFY(visit.first.contains(u"hekim-egitim-imza:deneme"_s));
        QVERIFY(!visit.first.contains(u"{{"_s));
        // Nothing inline, and nothing further than this page needs.
        QVERIFY(!visit.first.contains(QRegularExpression(u"<script>|style=|\\son[a-z]+="_s)));
        QVERIFY(visit.policy.startsWith(u"default-src 'none'"_s) && !visit.policy.contains(u"unsafe"_s));
        QVERIFY(visit.policy.contains(u"ws://127.0.0.1:*"_s));
        QCOMPARE(visit.get("tryout")->status, 200);
        QCOMPARE(m_ministry.client()->Get("/healthstatusweb/content/tryout.js")->status, 200);
    }

    void itIsFoundFromTheOtherPages()
    {
        const Visit visit(m_ministry);
        for (const auto& page : {"doctorindex", "createreport?patientId=10000000146"}) {
            QVERIFY(text(visit.get(page)).contains(u"href=\"/healthstatusweb/singledoctor/tryout\""_s));
        }
        const Visit newcomer(m_ministry, u"10000009088"_s);
        QVERIFY(text(newcomer.get("doctorindex")).contains(u"singledoctor/tryout\""_s));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::newRow("tryout") << QByteArray("tryout");
        QTest::newRow("window") << QByteArray("tryoutwindow");
        QTest::newRow("pdf") << QByteArray("tryoutpdf?as=inline");
        QTest::newRow("file") << QByteArray("tryoutfile?kind=small");
        QTest::newRow("protected") << QByteArray("tryoutprotected");
    }

    void refuses()
    {
        QFETCH(QByteArray, page);
        const auto client = m_ministry.client();
        QCOMPARE(client->Get(pages + page.toStdString())->status, 401);
        const Visit visit(m_ministry);
        const auto more = page + (page.contains('?') ? "&" : "?") + "x=1";
        QCOMPARE(visit.get(more.toStdString())->status, 400);
        QCOMPARE(visit.post(page.toStdString(), {})->status, 405);
    }

    void refusesWhatItDoesNotKnow()
    {
        const Visit visit(m_ministry);
        for (const auto& page :
             {"tryoutpdf", "tryoutpdf?as=x", "tryoutfile", "tryoutfile?kind=x", "tryoutnext?x=1"}) {
            QCOMPARE(visit.get(page)->status, 400);
        }
        QCOMPARE(m_ministry.client()->Get("/healthstatusweb/giris?x=1")->status, 400);
        QCOMPARE(visit.post("tryoutstep", "note=a&outcome=x")->status, 400);
        QCOMPARE(visit.post("tryoutstep", "note=a&outcome=ok&x=1")->status, 400);
        QCOMPARE(visit.post("tryoutend", "x=1")->status, 400);
        QCOMPARE(visit.get("tryoutstep")->status, 405);
        QCOMPARE(m_ministry.client()->Get(pages + "tryout?Authorization=abcdefghijklmnop")->status, 401);
    }

    void documents()
    {
        const Visit visit(m_ministry);
        for (const std::string as : {"inline", "attachment"}) {
            const auto reply = visit.get("tryoutpdf?as=" + as);
            QCOMPARE(reply->get_header_value("Content-Type"), std::string("application/pdf"));
            QVERIFY(reply->get_header_value("Content-Disposition").starts_with(as + ';'));
            QVERIFY(reply->body.starts_with("%PDF"));
        }
    }

    void files()
    {
        const Visit visit(m_ministry);
        const auto small = visit.get("tryoutfile?kind=small");
        QCOMPARE(small->body.size(), size_t{20} * 1024);
        QVERIFY(small->get_header_value("Content-Disposition").starts_with("attachment"));
        QVERIFY(visit.get("tryoutfile?kind=program")
                    ->get_header_value("Content-Disposition")
                    .ends_with(".exe\""));
        QCOMPARE(visit.get("tryoutfile?kind=jnlp")->get_header_value("Content-Type"),
                 std::string("application/x-java-jnlp-file"));
    }

    void aFileThatIsCut()
    {
        const auto [came, whole] = Visit(m_ministry).receive("tryoutfile?kind=cut");
        QCOMPARE(came, 2 * mebibyte);
        QVERIFY(!whole);
    }

    void aFileThatTakesItsTime()
    {
        QElapsedTimer clock;
        clock.start();
        const auto [came, whole] = Visit(m_ministry).receive("tryoutfile?kind=large");
        QCOMPARE(came, 50 * mebibyte);
        QVERIFY(whole);
        QVERIFY2(clock.elapsed() > 15000, qPrintable(QString::number(clock.elapsed())));
    }

    void thePasswordOfItsOwn()
    {
        const Visit visit(m_ministry);
        const auto refused = visit.get("tryoutprotected");
        QCOMPARE(refused->status, 401);
        QVERIFY(refused->get_header_value("WWW-Authenticate").starts_with("Basic realm="));
        const auto wrong = httplib::make_basic_authentication_header("deneme", "yanlis");
        QCOMPARE(visit.get("tryoutprotected", {wrong})->status, 401);
        const auto right = httplib::make_basic_authentication_header("deneme", "egitim-2026");
        QCOMPARE(visit.get("tryoutprotected", {right})->status, 200);
        QVERIFY(visit.first.contains(u"<code>egitim-2026</code>"_s)); // as printed on the page
        // It does not stand for the session.
        const auto stranger = m_ministry.client()->Get(pages + "tryoutprotected", {right});
        QCOMPARE(stranger->status, 401);
        QVERIFY(!stranger->has_header("WWW-Authenticate"));
    }

    void steps()
    {
        const Visit visit(m_ministry);
        const auto done = visit.post("tryoutstep", "note=%3Cb%3E%C5%9F&outcome=ok");
        QCOMPARE(done->status, 303);
        QVERIFY(text(visit.get("tryout")).contains(u"Adım tamamlandı: &lt;b&gt;ş"_s));
        QCOMPARE(visit.post("tryoutstep", "note=a&outcome=500")->status, 500);
        QCOMPARE(visit.get("tryoutnext")->get_header_value("Location"), pages + "tryout");
    }

    void aSessionEndsForItsPageOnly()
    {
        const Visit visit(m_ministry);
        const Visit another(m_ministry);
        const auto ended = visit.post("tryoutend", {}, "application/json");
        QCOMPARE(ended->status, 200);
        QCOMPARE(visit.post("tryoutstep", "note=a&outcome=ok")->status, 401);
        QCOMPARE(visit.post("tryoutend", {})->status, 401);
        const auto next = visit.get("tryoutnext");
        QCOMPARE(next->status, 303);
        QCOMPARE(next->get_header_value("Location"), std::string("/healthstatusweb/giris"));
        const auto login = m_ministry.client()->Get("/healthstatusweb/giris");
        QCOMPARE(login->status, 200);
        QVERIFY(text(login).contains(u"type=\"password\""_s));
        QCOMPARE(another.get("tryout")->status, 200);
    }

private:
    MinistryProcess m_ministry;
};

QTEST_GUILESS_MAIN(TestTrainingTryout)
#include "tst_training_tryout.moc"
