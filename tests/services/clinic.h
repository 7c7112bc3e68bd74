#pragma once

#include "services/testsettings.h"
#include "support/httpserver.h"
#include "support/waiting.h"

#include "services/diagnostics/connectioncheck.h"
#include "services/diagnostics/connectiontext.h"
#include "services/erapor/eraporlogin.h"
#include "services/http/httpclient.h"
#include "services/radiology/ognlogin.h"
#include "services/secrets/credentialstore.h"

#include <QLocale>
#include <QTest>

/// What the tests of the connection check share.
namespace hekim::test::connection {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString password = u"p+&#%= /ü\"ş"_s;
inline const QString doctor = u"17291716060"_s;
inline const QByteArray tokenPath = "/AuthApi/connect/token";
inline const QByteArray ognPath = "/connect/token";

inline QByteArray httpDate(qint64 secondsFromNow)
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc().addSecs(secondsFromNow),
                  u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

inline HttpServerReply withDate(HttpServerReply reply, qint64 secondsFromNow = 0)
{
    reply.headers.emplaceBack("Date", httpDate(secondsFromNow));
    return reply;
}

/// A clinic with its own e-Rapor: settings, secrets and the logins as the program makes them.
struct Clinic
{
    explicit Clinic(const QUrl& address, const QMap<QString, QString>& more = {})
    {
        QMap<QString, QString> values = TestSettings::site(address);
        values.insert(u"network/proxy"_s, u"none"_s);
        values.insert(more);
        files.setUser(values);
        settings = files.load();
        http.configure(settings);
        for (const SecretName name : {SecretName::UssPassword, SecretName::EnabizPassword})
            credentials.keepInMemory(name, ownerOf(name, settings), password);
        check.setPatience({600ms, 5s});
        check.setLocalAuthorities({});
    }

    ConnectionCheck::Logins logins()
    {
        const auto number = *IdentityNumber::parse(doctor, u"doctor"_s);
        return {[this, number](QObject* context, const auto& done) {
                    return erapor.obtain(settings, number, context, [done](const Result<Token>& token) {
                        done(token.map([](const Token&) {}));
                    });
                },
                [this](QObject* context, const auto& done) {
                    return ogn.obtain(settings, std::nullopt, context, [done](const Result<Token>& token) {
                        done(token.map([](const Token&) {}));
                    });
                }};
    }

    const ConnectionReport& run()
    {
        bool hasEnded = false;
        const auto ended =
            QObject::connect(&check, &ConnectionCheck::finished, [&hasEnded] { hasEnded = true; });
        check.start(settings, logins());
        const bool inTime = until([&hasEnded] { return hasEnded; });
        QObject::disconnect(ended);
        if (!inTime)
            qFatal("the check does not end");
        return check.report();
    }

    TestSettings files;
    Settings settings = files.load();
    HttpClient http;
    Keychain keychain{Keychain::Patience{200ms, 50ms}, nullptr};
    CredentialStore credentials{keychain};
    EraporLogin erapor{http, credentials};
    OgnLogin ogn{http, credentials};
    ConnectionCheck check{http};
};

inline const StepReport* found(const ConnectionReport& report)
{
    return report.services.constFirst().finding();
}

inline QByteArray wordsOf(const ConnectionReport& report)
{
    return connectiontext::toText(report).toUtf8();
}

} // namespace hekim::test::connection
