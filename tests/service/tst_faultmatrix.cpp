// Every service against every fault: each ends in its own right sentence, within the deadline, says nothing
// secret, and leaves the client usable. A new service gets the whole matrix by one line in services().

#include "service/answer.h"
#include "service/faults.h"
#include "service/testsettings.h"
#include "service/trusted.h"
#include "support/httpserver.h"

#include "core/errortext.h"
#include "services/credentialstore.h"
#include "services/doctorsession.h"
#include "services/hesclient.h"
#include "services/httpclient.h"
#include "services/pastreportsclient.h"
#include "services/teleradiology.h"

#include <QElapsedTimer>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QString password = u"p+&#%= /ü\"ş"_s;
const QString doctor = u"17291716060"_s;
const QString patient = u"10000000146"_s;
const HttpServerReply goodToken = HttpServerReply::json("{\"access_token\":\"a-good-token-0123456789\"}");
const HttpServerReply goodHes = HttpServerReply::json("{\"current_health_status\":\"RISKLESS\"}");
const HttpServerReply goodBatch = HttpServerReply::json("{\"success_map\":{},\"unsuccess_map\":{}}");

IdentityNumber number(const QString& digits)
{
    return *IdentityNumber::parse(digits, u"patient"_s);
}

/// An institution whose services are all in order but one.
struct Bench
{
    /// `key` is the endpoint of the service that stands at `place`; its path there is `base`.
    Bench(const QString& key, const QUrl& place, const QString& base) : faulty(place)
    {
        healthy.route("/AuthApi/connect/token", goodToken);
        healthy.route("/connect/token", goodToken);
        healthy.route("/integrationapi/helper", HttpServerReply::json("{}"));
        healthy.route("/integrationapi/postOTAC", HttpServerReply::text("otac-code-1"));
        healthy.route("/alive", HttpServerReply::json("{}"));
        QMap<QString, QString> values = TestSettings::site(healthy.url());
        values.insert(u"ogn/applicationCode"_s, u"SBYS-1"_s);
        values.insert(u"endpoints/ogn"_s, healthy.url().toString());
        values.insert(u"endpoints/teletip"_s, healthy.url(u"/integrationapi"_s).toString());
        values.insert(u"endpoints/viewer"_s, u"https://viewer.example"_s);
        values.insert(u"endpoints/hes"_s, healthy.url(u"/hes"_s).toString());
        if (!key.isEmpty())
            values.insert(key, place.toString() + base);
        files.setUser(values);
        settings = files.load();
        for (const SecretName name : {SecretName::UssPassword, SecretName::EnabizPassword,
                                      SecretName::HesUsername, SecretName::HesPassword})
            credentials.keepInMemory(name, ownerOf(name, settings), password);
        hes.emplace(http, credentials, settings);
        session.setSettings(settings);
        radiology.setSettings(settings);
    }

    Result<void> logIn()
    {
        Answer<void> answer;
        session.logIn(number(doctor), &context, answer.take());
        return answer.wait();
    }

    /// As a doctor does after a failure: out and in again, with what IT corrected meanwhile.
    void startAnew()
    {
        session.logOut();
        images.reset();
        hes.emplace(http, credentials, settings);
    }

    QUrl faulty;
    HttpServer healthy;
    TestSettings files;
    Settings settings = files.load();
    HttpClient http;
    Keychain keychain;
    CredentialStore credentials{keychain};
    DoctorSession session{http, credentials};
    PastReportsClient pastReports{http, session};
    Teleradiology radiology{http, credentials, session};
    std::optional<HesClient> hes;
    std::unique_ptr<PatientImages> images;
    QObject context;
};

template <class T>
Result<void> outcome(const Answer<T>& answer)
{
    return answer.wait().map([](const auto&) {});
}

Result<void> logIn(Bench& bench)
{
    return bench.logIn();
}

Result<void> pastReports(Bench& bench)
{
    if (auto in = bench.logIn(); !in)
        return in;
    Answer<PastReports> answer;
    bench.pastReports.load(bench.faulty, number(patient), &bench.context, answer.take());
    return outcome(answer);
}

Result<void> helperService(Bench& bench)
{
    if (auto in = bench.logIn(); !in)
        return in;
    Answer<HttpReply> answer;
    bench.radiology.helperServices().get(u"helper"_s, {}, &bench.context, answer.take());
    return outcome(answer);
}

Result<void> openImage(Bench& bench)
{
    if (auto in = bench.logIn(); !in)
        return in;
    bench.images = bench.radiology.imagesOf(number(patient));
    Answer<QUrl> answer;
    bench.images->open(u"ACC-1"_s, &bench.context, answer.take());
    return outcome(answer);
}

template <HesQuery query>
Result<void> hes(Bench& bench)
{
    const HesPlace place{u"Ankara"_s, u"Çankaya"_s, u"Sağlık Sk. 1"_s, 0, 0};
    Answer<HesResult> answer;
    bench.hes->check(query, *HesCode::parse(u"C4G61346S3", {}), place, &bench.context, answer.take());
    return outcome(answer);
}

Result<void> hesBatch(Bench& bench)
{
    Answer<HesResults> answer;
    bench.hes->checkStaff({*HesCode::parse(u"C4G61346S3", {})}, &bench.context, answer.take());
    return outcome(answer);
}

/// A service, and what its contract says otherwise than the faults' own kinds.
struct Service
{
    const char* name;
    QString key;     ///< the endpoint that leads to it; none where the call itself names the address
    QString base;    ///< path of the endpoint
    QByteArray path; ///< of the request that fails
    QString step;
    QString called; ///< as sentences call it
    HttpServerReply good;
    Result<void> (*call)(Bench&);
    std::map<QByteArray, ErrorKind> otherwise{};
};

QList<Service> services()
{
    const QString erapor = u"The Ministry's e-Rapor service"_s;
    const QString images = u"The Ministry's teleradiology service"_s;
    const QString hesService = u"The HES service"_s;
    const QByteArray past = "/externalapi/api/Hbys/HastaninDurumBildirirRaporlari";
    const std::map<QByteArray, ErrorKind> bearer{{"401", ErrorKind::Unauthorized}};
    const std::map<QByteArray, ErrorKind> otac{{"401", ErrorKind::Unauthorized},
                                               {"403", ErrorKind::RequestRefused}};
    // clang-format off
    return {
        {"e-Rapor token", u"endpoints/erapor"_s, {}, "/AuthApi/connect/token", u"e-Rapor token"_s, erapor, goodToken, logIn},
        {"past reports", {}, {}, past, u"e-Rapor past reports"_s, erapor, HttpServerReply::json("[]"), pastReports, bearer},
        {"OGN helper token", u"endpoints/ogn"_s, {}, "/connect/token", u"OGN token"_s, images, goodToken, helperService},
        {"OGN image token", u"endpoints/ogn"_s, {}, "/connect/token", u"OGN token"_s, images, goodToken, openImage},
        {"postOTAC", u"endpoints/teletip"_s, u"/integrationapi"_s, "/integrationapi/postOTAC", u"teleradiology postOTAC"_s, images, HttpServerReply::text("otac-code-1"), openImage, otac},
        {"HES visitor", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-visitor-hes-code", u"HES"_s, hesService, goodHes, hes<HesQuery::Visitor>},
        {"HES employee", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-employee-hes-code", u"HES"_s, hesService, goodHes, hes<HesQuery::Employee>},
        {"HES plus", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-hes-code-plus", u"HES"_s, hesService, goodHes, hes<HesQuery::WithDetails>},
        {"HES batch", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-hes-codes", u"HES"_s, hesService, goodBatch, hesBatch},
    };
    // clang-format on
}

/// What a sentence about this kind has to say, whoever it is about (English sources).
QString saidOf(ErrorKind kind, const QString& step)
{
    const bool isHes = step == u"HES";
    switch (kind) {
    case ErrorKind::NameNotResolved:
        return isHes ? u"no longer answers at its address"_s : u"could not be found on the network"_s;
    case ErrorKind::ConnectionFailed:
        return u"could not be reached, or the connection was cut"_s;
    case ErrorKind::TimedOut:
        return u"did not answer in time"_s;
    case ErrorKind::CredentialsRefused:
        return isHes ? u"refused the institution's user name and password"_s : u"refused the login"_s;
    case ErrorKind::Unauthorized:
        return u"no longer accepts this session"_s;
    case ErrorKind::RequestRefused:
        return u"knows no images under this accession number"_s;
    case ErrorKind::ServerFailed:
        return u"has a fault of its own"_s;
    case ErrorKind::NetworkLogin:
        return u"A page of your own network came"_s;
    case ErrorKind::BadReply:
        return u"sent an answer that cannot be understood"_s;
    case ErrorKind::Tls:
        return u"is not safe"_s;
    default:
        return u"(no sentence belongs here)"_s;
    }
}

constexpr auto shortDeadline = 1s;
constexpr auto generousDeadline = 10s;

} // namespace

class FaultMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void everyServiceIsInOrderByItself_data();
    void everyServiceIsInOrderByItself();
    void W1_W2_everyFaultOfEveryService_data();
    void W1_W2_everyFaultOfEveryService();
};

void FaultMatrixTest::everyServiceIsInOrderByItself_data()
{
    QTest::addColumn<int>("index");
    const auto all = services();
    for (int index = 0; index < all.size(); ++index)
        QTest::newRow(all.at(index).name) << index;
}

/// Otherwise the matrix would prove nothing.
void FaultMatrixTest::everyServiceIsInOrderByItself()
{
    QFETCH(int, index);
    const Service service = services().at(index);
    HttpServer server;
    server.route(service.path, service.good);
    Bench bench(service.key, server.url(), service.base);
    const auto result = service.call(bench);
    QVERIFY2(result, result ? "" : qPrintable(lineForIt(result.error())));
    QCOMPARE(server.count(), 1);
    QCOMPARE(server.count(service.path), 1);
}

void FaultMatrixTest::W1_W2_everyFaultOfEveryService_data()
{
    QTest::addColumn<int>("serviceIndex");
    QTest::addColumn<int>("faultIndex");
    const auto all = services();
    const auto faults = allFaults();
    for (int service = 0; service < all.size(); ++service)
        for (int fault = 0; fault < faults.size(); ++fault)
            QTest::addRow("%s: %s", all.at(service).name, faults.at(fault).name) << service << fault;
}

void FaultMatrixTest::W1_W2_everyFaultOfEveryService()
{
    QFETCH(int, serviceIndex);
    QFETCH(int, faultIndex);
    const Service service = services().at(serviceIndex);
    const Fault fault = allFaults().at(faultIndex);
    FaultyPlace place;
    fault.arrange(place);
    const Trusted trusted(place.authority);
    Bench bench(service.key, place.address, service.base);
    bench.http.setDeadline(fault.waits ? shortDeadline : generousDeadline);

    QElapsedTimer elapsed;
    elapsed.start();
    const auto result = service.call(bench);
    QVERIFY2(!result, "a fault must not pass for an answer");
    QVERIFY(elapsed.elapsed() < std::chrono::milliseconds(generousDeadline).count());

    const Error& error = result.error();
    const auto otherwise = service.otherwise.find(fault.name);
    const ErrorKind kind = otherwise == service.otherwise.end() ? fault.kind : otherwise->second;
    QVERIFY2(error.kind == kind, qPrintable(lineForIt(error)));
    QCOMPARE(error.step, service.step);
    QCOMPARE(error.host, place.address.host());

    // The physician: what happened and to whom, and what to do. IT: which step, which host.
    const QString sentence = sentenceFor(error);
    QVERIFY2(sentence.contains(saidOf(kind, service.step)), qPrintable(sentence));
    QVERIFY2(sentence.contains(service.called) || sentence.contains(error.host), qPrintable(sentence));
    const QString line = lineForIt(error);
    QVERIFY2(line.contains(u"step=\"%1\""_s.arg(service.step)), qPrintable(line));
    QVERIFY2(line.contains(fault.told), qPrintable(line));
    QVERIFY2(line.contains(u"host="_s + place.address.host()), qPrintable(line));
    for (const QString& secret : {password, QString::fromLatin1(QUrl::toPercentEncoding(password)), doctor,
                                  patient, u"a-good-token"_s})
        QVERIFY2(!line.contains(secret) && !sentence.contains(secret), qPrintable(line));

    // Rule W3, and nothing is sent over and over: once, and once more with a new token where one was refused.
    // A GET that got no reply at all is repeated by Qt a few times, within the deadline.
    if (place.server() && place.server()->count() > 0) {
        const bool repeated = QLatin1String(fault.name) == "cut before the reply"_L1 &&
                              place.server()->requests().constFirst().method == "GET";
        QVERIFY(place.server()->count() <= (repeated ? 4 : kind == ErrorKind::Unauthorized ? 2 : 1));
    }

    // The client serves the others as if nothing had been.
    bench.http.setDeadline(generousDeadline);
    HttpRequest alive;
    alive.url = bench.healthy.url(u"/alive"_s);
    Answer<HttpReply> other;
    bench.http.send(alive, &bench.context, other.take());
    QVERIFY(other.wait());

    // And this service too, once it is in order again.
    if (!fault.heals)
        return;
    place.server()->route(service.path, service.good);
    bench.startAnew();
    const auto again = service.call(bench);
    QVERIFY2(again, again ? "" : qPrintable(lineForIt(again.error())));
}

QTEST_GUILESS_MAIN(FaultMatrixTest)
#include "tst_faultmatrix.moc"
