#pragma once

#include "services/answer.h"
#include "services/testsettings.h"
#include "support/httpserver.h"

#include "services/erapor/doctorsession.h"
#include "services/http/httpclient.h"
#include "services/secrets/credentialstore.h"

#include <atomic>

/// What the tests of e-Rapor share: a hospital and a ministry of its own for each test.
namespace hekim::test::erapor {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString password = u"p+&#%= /ü\"ş"_s;
inline const QByteArray tokenPath = "/AuthApi/connect/token";

inline IdentityNumber number(QStringView digits = u"10000000146")
{
    return *IdentityNumber::parse(digits, u"number"_s);
}

/// A site with its ministry: server, settings, session. The password stands in memory, as without a keychain.
struct Site
{
    explicit Site(QMap<QString, QString> more = {}, QUrl erapor = {})
    {
        if (erapor.isEmpty())
            erapor = server.url();
        QMap<QString, QString> values = TestSettings::site(erapor);
        values.insert(more);
        files.setUser(values);
        const Settings settings = files.load();
        credentials.keepInMemory(SecretName::UssPassword, ownerOf(SecretName::UssPassword, settings),
                                 password);
        session.setSettings(settings);
        http.setDeadline(3s);
    }

    void answerWithTokens(int expiresIn = 1200)
    {
        server.route(tokenPath, [this, expiresIn](const HttpServerRequest&) {
            return HttpServerReply::json("{\"access_token\":\"token-" + QByteArray::number(++issued) +
                                         "\",\"expires_in\":" + QByteArray::number(expiresIn) + '}');
        });
    }

    [[nodiscard]] Result<void> logIn()
    {
        Answer<void> answer;
        session.logIn(number(), &context, answer.take());
        return answer.wait();
    }

    [[nodiscard]] Result<Token> token()
    {
        Answer<Token> answer;
        session.token(&context, answer.take());
        return answer.wait();
    }

    [[nodiscard]] int requests() const { return server.count(tokenPath); }

    std::atomic<int> issued = 0;
    HttpServer server;
    TestSettings files;
    HttpClient http;
    Keychain keychain;
    CredentialStore credentials{keychain};
    DoctorSession session{http, credentials};
    QObject context;
};

} // namespace hekim::test::erapor
