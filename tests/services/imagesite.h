#pragma once

#include "services/answer.h"
#include "services/testsettings.h"
#include "support/httpserver.h"

#include "services/erapor/doctorsession.h"
#include "services/http/httpclient.h"
#include "services/radiology/teleradiology.h"
#include "services/secrets/credentialstore.h"

#include <QTest>

#include <atomic>

/// What the tests of the images share: a hospital and a ministry of its own for each test.
namespace hekim::test::images {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString password = u"p+&#%= /ü\"ş"_s;
inline const QByteArray loginPath = "/AuthApi/connect/token";
inline const QByteArray tokenPath = "/connect/token";
inline const QByteArray otacPath = "/integrationapi/postOTAC";
// The bytes that have to be on the wire, written out by hand.
inline const QByteArray institutionFields =
    "client_id=ogn.sbys.api&grant_type=client_sbys&UserName=123456"
    "&Password=p%2B%26%23%25%3D%20%2F%C3%BC%22%C5%9F&ApplicationCode=SBYS%201%2B2";
inline const QByteArray imageFields =
    institutionFields + "&DoctorIdentityNumber=17291716060&PatientIdentityNumber=10000000146";

inline const QString doctor = u"17291716060"_s;
inline const QString patient = u"10000000146"_s;
inline const QString otherPatient = u"10000008098"_s;

inline IdentityNumber number(const QString& digits)
{
    return *IdentityNumber::parse(digits, u"patient"_s);
}

/// A site with its ministry: e-Rapor, OGN and teletip on one server, a viewer with an origin of its own.
struct Site
{
    explicit Site(const QMap<QString, QString>& more = {})
    {
        QMap<QString, QString> values = TestSettings::site(server.url());
        values.insert(u"ogn/applicationCode"_s, u"SBYS 1+2"_s);
        values.insert(u"endpoints/ogn"_s, server.url().toString());
        values.insert(u"endpoints/teletip"_s, server.url(u"/integrationapi"_s).toString());
        values.insert(u"endpoints/viewer"_s, u"https://viewer.example"_s);
        values.insert(more);
        files.setUser(values);
        const Settings settings = files.load();
        keep(SecretName::UssPassword, settings);
        keep(SecretName::EnabizPassword, settings);
        session.setSettings(settings);
        radiology.setSettings(settings);
        http.setDeadline(3s);
        server.route(loginPath, HttpServerReply::json("{\"access_token\":\"erapor-token\"}"));
        server.route(tokenPath, [this](const HttpServerRequest&) {
            return HttpServerReply::json("{\"access_token\":\"ogn-" + QByteArray::number(++issued) + "\"}");
        });
        server.route(otacPath, [this](const HttpServerRequest&) {
            return HttpServerReply::text("https://viewer.example/viewer/#/viewpatient?otac=code-" +
                                         QByteArray::number(++codes));
        });
    }

    void keep(SecretName name, const Settings& settings)
    {
        credentials.keepInMemory(name, ownerOf(name, settings), password);
    }

    std::unique_ptr<PatientImages> imagesOf(const QString& digits, const QString& who = doctor)
    {
        if (!session.doctor() || session.doctor()->digits() != who) {
            Answer<void> answer;
            session.logIn(number(who), &context, answer.take());
            if (!answer.wait())
                qFatal("the login failed");
        }
        return radiology.imagesOf(number(digits));
    }

    Result<QUrl> open(PatientImages& images, const QString& accession = u"ACC-1"_s)
    {
        Answer<QUrl> answer;
        images.open(accession, &context, answer.take());
        return answer.wait();
    }

    [[nodiscard]] QByteArray bearer(int request) const
    {
        return server.requests(otacPath).at(request).header("Authorization");
    }

    std::atomic<int> issued = 0;
    std::atomic<int> codes = 0;
    HttpServer server;
    TestSettings files;
    HttpClient http;
    Keychain keychain;
    CredentialStore credentials{keychain};
    DoctorSession session{http, credentials};
    Teleradiology radiology{http, credentials, session};
    QObject context;
};

} // namespace hekim::test::images
