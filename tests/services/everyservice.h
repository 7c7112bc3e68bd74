#pragma once

#include "services/answer.h"
#include "services/testsettings.h"
#include "support/httpserver.h"

#include "services/erapor/doctorsession.h"
#include "services/erapor/pastreportsclient.h"
#include "services/hes/hesclient.h"
#include "services/http/httpclient.h"
#include "services/radiology/teleradiology.h"
#include "services/secrets/credentialstore.h"

#include <map>
#include <memory>
#include <optional>

/// Every service of the Ministry, called as the window calls it. A new service gets all that is tried on
/// every one of them by one line in services().
namespace hekim::test {

using namespace Qt::StringLiterals;

inline const QString password = u"p+&#%= /ü\"ş"_s;
inline const QString doctor = u"17291716060"_s;
inline const QString patient = u"10000000146"_s;
inline const HttpServerReply goodToken =
    HttpServerReply::json("{\"access_token\":\"a-good-token-0123456789\"}");
inline const HttpServerReply goodHes = HttpServerReply::json("{\"current_health_status\":\"RISKLESS\"}");
inline const HttpServerReply goodBatch = HttpServerReply::json("{\"success_map\":{},\"unsuccess_map\":{}}");

inline IdentityNumber number(const QString& digits)
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

    /// Gives the request that is not answered little time, and those to services in order, so many before it,
    /// all that a busy machine needs.
    void hurry(int before)
    {
        m_before = before;
        if (m_before == 0)
            http.setDeadline(shortDeadline);
    }

    Result<void> logIn()
    {
        Answer<void> answer;
        session.logIn(number(doctor), &context, answer.take());
        Result<void> in = answer.wait();
        if (m_before == 1)
            http.setDeadline(shortDeadline);
        else if (m_before == 2)
            QObject::connect(&http, &HttpClient::sent, &context, [this] { http.setDeadline(shortDeadline); });
        return in;
    }

    /// As a doctor does after a failure: out and in again, with what IT corrected meanwhile.
    void startAnew()
    {
        m_before.reset();
        http.disconnect(&context);
        http.setDeadline(HttpClient::defaultDeadline);
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

private:
    static constexpr std::chrono::milliseconds shortDeadline{200};
    std::optional<int> m_before;
};

template <class T>
Result<void> outcome(const Answer<T>& answer)
{
    return answer.wait().map([](const auto&) {});
}

inline Result<void> logIn(Bench& bench)
{
    return bench.logIn();
}

inline Result<void> pastReports(Bench& bench)
{
    if (auto in = bench.logIn(); !in)
        return in;
    Answer<PastReports> answer;
    bench.pastReports.load(bench.faulty, number(patient), &bench.context, answer.take());
    return outcome(answer);
}

inline Result<void> helperService(Bench& bench)
{
    if (auto in = bench.logIn(); !in)
        return in;
    Answer<HttpReply> answer;
    bench.radiology.helperServices().get(u"helper"_s, {}, &bench.context, answer.take());
    return outcome(answer);
}

inline Result<void> openImage(Bench& bench)
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

inline Result<void> hesBatch(Bench& bench)
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
    Step step;
    QString called; ///< as sentences call it
    int before;     ///< so many requests to other services
    HttpServerReply good;
    Result<void> (*call)(Bench&);
    std::map<QByteArray, ErrorKind> otherwise{};
};

inline QList<Service> services()
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
        {"e-Rapor token", u"endpoints/erapor"_s, {}, "/AuthApi/connect/token", Step::EraporToken, erapor, 0, goodToken, logIn},
        {"past reports", {}, {}, past, Step::PastReports, erapor, 1, HttpServerReply::json("[]"), pastReports, bearer},
        {"OGN helper token", u"endpoints/ogn"_s, {}, "/connect/token", Step::OgnToken, images, 1, goodToken, helperService},
        {"OGN image token", u"endpoints/ogn"_s, {}, "/connect/token", Step::OgnToken, images, 1, goodToken, openImage},
        {"postOTAC", u"endpoints/teletip"_s, u"/integrationapi"_s, "/integrationapi/postOTAC", Step::PostOtac, images, 2, HttpServerReply::text("otac-code-1"), openImage, otac},
        {"HES visitor", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-visitor-hes-code", Step::Hes, hesService, 0, goodHes, hes<HesQuery::Visitor>},
        {"HES employee", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-employee-hes-code", Step::Hes, hesService, 0, goodHes, hes<HesQuery::Employee>},
        {"HES plus", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-hes-code-plus", Step::Hes, hesService, 0, goodHes, hes<HesQuery::WithDetails>},
        {"HES batch", u"endpoints/hes"_s, u"/hes"_s, "/hes/check-hes-codes", Step::Hes, hesService, 0, goodBatch, hesBatch},
    };
    // clang-format on
}

} // namespace hekim::test
