#pragma once

#include "services/answer.h"
#include "services/testsettings.h"
#include "support/httpserver.h"

#include "services/hes/hesclient.h"
#include "services/http/httpclient.h"
#include "services/secrets/credentialstore.h"

namespace hekim::test {

inline const QString hesUser = QStringLiteral("kurum-hes");
inline const QString hesSecret = QStringLiteral("p:+&ş");

inline const QByteArray employeePath = "/hes/check-employee-hes-code";
inline const QByteArray batchPath = "/hes/check-hes-codes";
inline const QByteArray maskedPerson =
    "\"expiration_date\": \"2021-01-01T21:00:00Z\", \"masked_firstname\": \"FA*** \", "
    "\"masked_identity_number\": \"*****909\", \"masked_lastname\": \"GÖ***\"";

/// What the service says of one code.
inline QByteArray hesReply(const QByteArray& status, const QByteArray& more = {})
{
    return "{\"current_health_status\": " + status + ", " + maskedPerson + more + "}";
}

/// A site with a HES service that is not ours: server, settings, client. The login stands in memory.
struct HesSite
{
    explicit HesSite(QMap<QString, QString> more = {}, const QString& path = QStringLiteral("/hes"))
    {
        QMap<QString, QString> values = TestSettings::site(server.url());
        values.insert(QStringLiteral("endpoints/hes"), server.url(path).toString());
        values.insert(more);
        files.setUser(values);
        settings = files.load();
        setLogin(hesUser, hesSecret);
        http.setDeadline(std::chrono::seconds(3));
    }

    void setLogin(const QString& user, const QString& secret)
    {
        credentials.keepInMemory(SecretName::HesUsername, ownerOf(SecretName::HesUsername, settings), user);
        credentials.keepInMemory(SecretName::HesPassword, ownerOf(SecretName::HesPassword, settings), secret);
    }

    [[nodiscard]] Result<HesResult> check(HesQuery query = HesQuery::Employee, const HesPlace& place = {})
    {
        Answer<HesResult> answer;
        client.check(query, *HesCode::parse(u"C4G61346S3", {}), place, &context, answer.take());
        return answer.wait();
    }

    [[nodiscard]] Result<HesResults> checkStaff(const QStringList& texts)
    {
        QList<HesCode> codes;
        for (const QString& text : texts)
            codes += *HesCode::parse(text, {});
        Answer<HesResults> answer;
        client.checkStaff(codes, &context, answer.take());
        return answer.wait();
    }

    HttpServer server;
    TestSettings files;
    Settings settings = files.load();
    HttpClient http;
    Keychain keychain;
    CredentialStore credentials{keychain};
    HesClient client{http, credentials, settings};
    QObject context;
};

} // namespace hekim::test
