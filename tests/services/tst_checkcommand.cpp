// `hekim-asistani --check` as clinic IT calls it: exit code, text and JSON. Under with-keyring.sh also with a
// stored password.

#include "services/testsettings.h"
#include "support/httpserver.h"
#include "support/keyring.h"
#include "support/places.h"
#include "support/proxyserver.h"
#include "support/testcertificates.h"
#include "support/waiting.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace hekim;
using namespace hekim::test;

Q_DECLARE_METATYPE(hekim::test::HttpServerReply)

namespace {

const QString doctor = u"17291716060"_s;
const QByteArray password = "p+&#%= /ü";
const QByteArray tokenPath = "/AuthApi/connect/token";

struct Outcome
{
    int code = -1;
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject report() const { return QJsonDocument::fromJson(output).object(); }
    [[nodiscard]] QJsonObject service(const QString& name) const
    {
        const QJsonArray services = report().value("services"_L1).toArray();
        for (const QJsonValue& service : services) {
            if (service.toObject().value("service"_L1).toString() == name)
                return service.toObject();
        }
        return {};
    }
};

/// Its own settings folder, and no keyring but the test's own.
class Workstation
{
public:
    Workstation()
    {
        QDir(m_files.folder()).mkdir(u"hekim-asistani"_s);
        m_environment.insert(u"XDG_CONFIG_HOME"_s, m_files.folder());
        m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        if (!hasKeyring())
            m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
    }

    void setSettings(const QMap<QString, QString>& values) const
    {
        QMap<QString, QString> all = values;
        if (!all.contains(u"ui/language"_s))
            all.insert(u"ui/language"_s, u"en"_s);
        const SettingsPlace place{m_files.folder() + u"/hekim-asistani/settings.ini"_s};
        if (!writeSettings(place, all))
            qFatal("cannot write settings");
    }

    /// As if this computer's administrator had put the authority into the system's store, in the place of all
    /// others. False where the test may not have a view of the file system of its own.
    [[nodiscard]] bool trust(const TestAuthority& authority)
    {
        const QString store = m_files.folder() + u"/store"_s;
        const QString share = geteuid() == 0 ? u"-m"_s : u"-rm"_s;
        m_prefix = {
            u"unshare"_s, share, u"sh"_s, u"-c"_s, uR"(mount --bind "$0" /etc/ssl/certs && exec "$@")"_s,
            store};
        return QDir().mkpath(store) &&
               QFile::copy(authority.certificateFile(), store + u"/authority.pem"_s) &&
               QProcess::execute(m_prefix.constFirst(), m_prefix.sliced(1) + QStringList{u"true"_s}) == 0;
    }

    [[nodiscard]] Outcome run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        const QStringList call =
            m_prefix + QStringList{QStringLiteral(HEKIM_BIN "/hekim-asistani")} + arguments;
        process.start(call.constFirst(), call.sliced(1));
        process.write(input);
        process.closeWriteChannel();
        if (!until([&process] { return process.state() == QProcess::NotRunning; }, 60s))
            qFatal("the check did not end");
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    [[nodiscard]] Outcome check(const QStringList& more = {}) const
    {
        return run(QStringList{u"--check"_s, u"--json"_s} + more);
    }

    void provision(const QUrl& erapor) const
    {
        const QJsonObject data{{u"environment"_s, u"custom"_s},
                               {u"settings"_s, QJsonObject{{u"institution/code"_s, u"123456"_s},
                                                           {u"erapor/applicationCode"_s, u"APP-1"_s},
                                                           {u"ui/language"_s, u"en"_s},
                                                           {u"endpoints/erapor"_s, erapor.toString()}}},
                               {u"secrets"_s, QJsonObject{{u"ussPassword"_s, QString::fromUtf8(password)}}}};
        const Outcome done = run({u"--provision"_s, u"-"_s}, QJsonDocument(data).toJson());
        if (done.code != 0)
            qFatal("provisioning: %s", done.errors.constData());
    }

private:
    TestSettings m_files;
    QStringList m_prefix; ///< what the program is called through
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

HttpServerReply withDate(HttpServerReply reply, qint64 secondsFromNow)
{
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc().addSecs(secondsFromNow),
                                               u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    reply.headers.emplaceBack("Date", date.toLatin1());
    return reply;
}

} // namespace

class CheckCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void trainingIsAllRight()
    {
        const Workstation workstation;
        workstation.setSettings({});
        const Outcome outcome = workstation.check();
        QCOMPARE(outcome.errors, "");
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.report().value("result"_L1).toString(), u"passed"_s);
        QCOMPARE(outcome.report().value("version"_L1).toInt(), 1);
        QCOMPARE(outcome.report().value("environment"_L1).toString(), u"training"_s);
        QCOMPARE(outcome.report().value("services"_L1).toArray().size(), 5);
        QCOMPARE(outcome.service(u"erapor"_s).value("steps"_L1).toArray().size(), 7);
        QVERIFY(outcome.service(u"hes"_s).value("needed"_L1).isBool());
    }

    void textSpeaksTheUsersLanguage()
    {
        const Workstation workstation;
        workstation.setSettings({{u"ui/language"_s, u"tr"_s}});
        const Outcome turkish = workstation.run({u"--check"_s});
        QCOMPARE(turkish.code, 0);
        QVERIFY2(turkish.output.contains("Gerekli bütün servisler yanıt veriyor."), turkish.output);
        workstation.setSettings({{u"ui/language"_s, u"en"_s}});
        const Outcome english = workstation.run({u"--check"_s});
        QVERIFY2(english.output.contains("All services that are needed answer."), english.output);
    }

    void W1_aProxyIsToldByTheLoginThatItWants_data()
    {
        QTest::addColumn<QByteArray>("offers");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("NTLM") << QByteArray("Proxy-Authenticate: NTLM\r\n")
                              << QByteArray("wants a user name and a password");
        QTest::newRow("Negotiate") << QByteArray("Proxy-Authenticate: Negotiate\r\n")
                                   << QByteArray("wants a login by Negotiate");
        QTest::newRow("none") << QByteArray("X-Reason: none\r\n") << QByteArray("names no method");
    }
    void W1_aProxyIsToldByTheLoginThatItWants()
    {
        QFETCH(QByteArray, offers);
        QFETCH(QByteArray, sentence);
        HttpServer nothing;
        ProxyServer proxy(nothing.port());
        proxy.refuseWith(offers);
        const Workstation workstation;
        workstation.setSettings({{u"environment/name"_s, u"custom"_s},
                                 {u"institution/code"_s, u"123456"_s},
                                 {u"erapor/applicationCode"_s, u"APP-1"_s},
                                 {u"endpoints/erapor"_s, u"https://erapor.invalid"_s},
                                 {u"network/proxy"_s, proxy.address()}});
        const Outcome outcome = workstation.run({u"--check"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.output.contains(sentence), outcome.output);
        QVERIFY2(proxy.requests().size() < 12, qPrintable(QString::number(proxy.requests().size())));
    }

    void unusableSettingsAre3()
    {
        const Workstation workstation;
        workstation.setSettings({{u"environment/name"_s, u"nowhere"_s}});
        const Outcome outcome = workstation.check();
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.output, "");
        QCOMPARE(outcome.errors.count('\n'), 1);
    }

    void malformedDoctorIs2()
    {
        const Workstation workstation;
        workstation.setSettings({});
        const Outcome outcome = workstation.check({u"--doctor"_s, u"1729171606"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains("--doctor") && !outcome.errors.contains("1729171606"),
                 outcome.errors);
    }

    void W1_eachFaultIsNamed_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("side");
        QTest::addColumn<int>("code");
        const auto row = [](const char* manner, const char* fault, const char* side, int code) {
            QTest::newRow(manner) << QString::fromLatin1(manner) << QString::fromLatin1(fault)
                                  << QString::fromLatin1(side) << code;
        };
        row("no name", "nameNotFound", "clinicNetwork", 1);
        row("refused port", "connectionRefused", "clinicNetwork", 1);
        row("stuck", "silent", "ministry", 1);
        row("foreign certificate", "certificateUntrusted", "clinicNetwork", 1);
        row("expired certificate", "certificateExpired", "ministry", 1);
        row("wrong proxy", "proxyUnreachable", "thisComputer", 1);
        row("503", "serverFailed", "ministry", 1);
        row("hour off", "clockOff", "thisComputer", 0);
        row("no address", "noAddress", "thisComputer", 1);
    }
    void W1_eachFaultIsNamed()
    {
        QFETCH(QString, manner);
        QFETCH(QString, fault);
        QFETCH(QString, side);
        QFETCH(int, code);
        TestAuthority foreign(u"Hastane Denetim CA"_s);
        HttpServer server;
        const bool isExpired = manner == "expired certificate"_L1;
        const QDateTime end = QDateTime::currentDateTimeUtc().addDays(isExpired ? -1 : 20);
        HttpServer secure(foreign.issue({u"127.0.0.1"_s}, end.addDays(-30), end));
        server.setFallback([manner](const HttpServerRequest&) {
            if (manner == "stuck"_L1)
                return HttpServerReply::stuck();
            if (manner == "503"_L1)
                return HttpServerReply::html("bakım", 503);
            return withDate(HttpServerReply::html(), manner == "hour off"_L1 ? 3600 : 0);
        });
        HttpServer closed;
        const QUrl closedUrl = closed.url();
        closed.stop();
        QMap<QString, QString> values = TestSettings::site(server.url());
        if (manner == "no name"_L1)
            values.insert(u"endpoints/erapor"_s, u"https://erapor.invalid"_s);
        if (manner == "refused port"_L1)
            values.insert(u"endpoints/erapor"_s, closedUrl.toString());
        if (isExpired || manner == "foreign certificate"_L1)
            values.insert(u"endpoints/erapor"_s, secure.url().toString());
        if (manner == "no address"_L1)
            values.remove(u"endpoints/erapor"_s);
        values.insert(u"network/proxy"_s, u"none"_s);
        if (manner == "wrong proxy"_L1) {
            values.insert(u"endpoints/erapor"_s, u"https://erapor.example"_s);
            values.insert(u"network/proxy"_s, u"127.0.0.1:%1"_s.arg(closedUrl.port()));
        }
        Workstation workstation;
        if (isExpired && !workstation.trust(foreign))
            QSKIP("needs a view of the file system of its own (unshare)");
        workstation.setSettings(values);
        const Outcome outcome = workstation.check();
        QCOMPARE(outcome.errors, "");
        const QJsonObject erapor = outcome.service(u"erapor"_s);
        QCOMPARE(erapor.value("fault"_L1).toString(), fault);
        QCOMPARE(erapor.value("side"_L1).toString(), side);
        QVERIFY(!erapor.value("sentence"_L1).toString().isEmpty());
        QCOMPARE(outcome.code, code);
        if (manner == "foreign certificate"_L1)
            QVERIFY(erapor.value("sentence"_L1).toString().contains("Hastane Denetim CA"_L1));
        QCOMPARE(server.count(tokenPath) + secure.count(), 0); // no doctor was named: no login was tried
    }

    void keyring_theLoginIsTriedOnceAndNamed_data()
    {
        QTest::addColumn<HttpServerReply>("reply");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("side");
        QTest::addColumn<int>("code");
        QTest::newRow("good") << HttpServerReply::json("{\"access_token\":\"geheim-token-1234567890\"}")
                              << QString() << QString() << 0;
        QTest::newRow("W3 wrong password") << HttpServerReply::json("{\"error\":\"invalid_grant\"}", 400)
                                           << u"credentialsRefused"_s << u"credentials"_s << 1;
        QTest::newRow("HTML for JSON") << HttpServerReply::html() << u"pageInstead"_s << u"ministry"_s << 1;
        QTest::newRow("503") << HttpServerReply::html("bakım", 503) << u"serverFailed"_s << u"ministry"_s
                             << 1;
    }
    void keyring_theLoginIsTriedOnceAndNamed()
    {
        if (!hasKeyring())
            QSKIP("needs with-keyring.sh");
        QFETCH(HttpServerReply, reply);
        QFETCH(QString, fault);
        QFETCH(QString, side);
        QFETCH(int, code);
        HttpServer server;
        server.setFallback([](const HttpServerRequest&) { return withDate(HttpServerReply::html(), 0); });
        server.route(tokenPath, reply);
        const Workstation workstation;
        workstation.provision(server.url());
        const Outcome outcome = workstation.check({u"--doctor"_s, doctor});
        QCOMPARE(outcome.service(u"erapor"_s).value("fault"_L1).toString(), fault);
        QCOMPARE(outcome.service(u"erapor"_s).value("side"_L1).toString(), side);
        QCOMPARE(outcome.code, code);
        QCOMPARE(server.count(tokenPath), 1);
        for (const QByteArray& secret :
             {password, doctor.toLatin1(), QByteArray("geheim"), QByteArray("123456")})
            QVERIFY2(!outcome.output.contains(secret) && !outcome.errors.contains(secret), outcome.output);
    }
};

QTEST_GUILESS_MAIN(CheckCommandTest)
#include "tst_checkcommand.moc"
