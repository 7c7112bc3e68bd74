// The support file: what was planted into log, settings and the check's result is not in it (rule S1).

#include "gui/diagnostics/supportfile.h"
#include "services/testsettings.h"

#include <QFile>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace hekim;
using namespace hekim::test;

namespace {

const QString password = u"Gizli parola+1/ü"_s;
const QString number = u"10000000146"_s;
const QString token = u"k7Jh2kS9dkQ0plM3nB5vC8xZ1aQ4wE6r"_s;
const QString code = u"USS-77-GIZLI-KOD"_s;

void write(const QString& path, const QString& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        qFatal("cannot write");
}

/// Each secret in every form in which a careless line may have it.
QStringList plants()
{
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(password));
    const QString basic = QString::fromLatin1((u"kurum:"_s + password).toUtf8().toBase64());
    return {
        u"a bare word %1 in a sentence"_s.arg(password),
        u"POST https://erapor.example/AuthApi/connect/token?username=1&password=%1&identityNumber=%2"_s.arg(
            encoded, number),
        u"Authorization: Bearer %1"_s.arg(token),
        u"Authorization: Basic %1"_s.arg(basic),
        u"{\"access_token\":\"%1\",\"hastaTCKN\":\"%2\"}"_s.arg(token, number),
        u"patient %1 and 100 000 001 46"_s.arg(number),
        u"once more encoded: %1"_s.arg(encoded),
        u"in base64: %1"_s.arg(QString::fromLatin1(password.toUtf8().toBase64())),
    };
}

} // namespace

class SupportFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_site = std::make_unique<TestSettings>();
        QMap<QString, QString> values = TestSettings::site(QUrl(u"https://erapor.example"_s));
        values.insert(u"erapor/applicationCode"_s, code);
        values.insert(u"ogn/applicationCode"_s, code);
        values.insert(u"institution/name"_s, u"Hastane %1 %2"_s.arg(number, password));
        values.insert(u"network/proxy"_s, u"proxy.example:8080"_s);
        m_site->setUser(values);
        m_log = m_site->folder() + u"/desktop.log"_s;
        write(m_log, u"2026-11-21T05:00:00.000Z info default: the last line\n"_s);
        write(m_log + u".1"_s, plants().join(u'\n') + u'\n');
    }

    void S1_nothingSecretIsInIt()
    {
        const auto files = supportFiles(facts());
        QCOMPARE(files.size(), 6);
        for (const auto& [name, content] : files) {
            const QString text = QString::fromUtf8(content);
            for (const QString& secret : {password, number, token, code, u"100 000 001 46"_s, u"Gizli"_s,
                                          QString::fromLatin1(QUrl::toPercentEncoding(password)),
                                          QString::fromLatin1(password.toUtf8().toBase64()),
                                          QString::fromLatin1((u"kurum:"_s + password).toUtf8().toBase64())})
                QVERIFY2(!text.contains(secret), qPrintable(name + u": "_s + text));
        }
    }

    void whatHelpsIsInIt()
    {
        const auto files = supportFiles(facts());
        const auto contentOf = [&files](const QString& wanted) {
            for (const auto& [name, content] : files) {
                if (name == wanted)
                    return QString::fromUtf8(content);
            }
            return QString();
        };
        QVERIFY(contentOf(u"versions.txt"_s).contains(u"" HEKIM_VERSION ""_s));
        QVERIFY(contentOf(u"versions.txt"_s).contains(u"Chromium"_s));
        QVERIFY2(!contentOf(u"versions.txt"_s).contains(u'•'), "a version is nobody's number");
        QVERIFY(contentOf(u"versions.txt"_s).contains(u"llvmpipe"_s));
        QVERIFY(contentOf(u"versions.txt"_s).contains(u"on: 1 of 1"_s));
        const QString settings = contentOf(u"settings.txt"_s);
        for (const SettingsKey& key : allSettingsKeys())
            QVERIFY2(settings.contains(key.name + u" = "_s), qPrintable(key.name));
        QVERIFY(settings.contains(u"erapor/applicationCode = (set)   [user]"_s));
        QVERIFY(settings.contains(u"network/proxy = proxy.example:8080   [user]"_s));
        QVERIFY(contentOf(u"connection.txt"_s).contains(u"https://erapor.example"_s));
        QVERIFY(contentOf(u"connection.json"_s).contains(u"\"result\""_s));
        const QString log = contentOf(u"log.txt"_s);
        QVERIFY(log.contains(u"the last line"_s) && log.contains(u"a bare word ••• in a sentence"_s));
        QVERIFY2(log.indexOf(u"a bare word"_s) < log.indexOf(u"the last line"_s), "in the order of time");
        QVERIFY(contentOf(u"readme.txt"_s).contains(u"plain text"_s));
    }

    void aLongLogIsCutAtALine()
    {
        QString lines;
        for (int i = 0; i < 30'000; ++i)
            lines += u"2026-11-21T05:00:00.000Z info default: line %1 of many, long enough\n"_s.arg(i);
        write(m_log, lines);
        const auto files = supportFiles(facts());
        const QByteArray log = files.constLast().second;
        QVERIFY(log.size() <= 1024 * 1024 && log.size() > 1000 * 1000);
        QVERIFY(log.startsWith("2026-11-21T05:00:00.000Z info default: line "));
        QVERIFY(log.contains("line 29999 of many"));
    }

private:
    SupportFacts facts() const
    {
        ServiceReport service{CheckedService::Erapor, QUrl(u"https://erapor.example"_s), true, {}};
        service.steps = {{CheckStep::Reply, StepState::Failed, CheckFault::BadReply, 3,
                          u"it said %1 to %2"_s.arg(password, number)}};
        return {m_site->load(),
                {EnvironmentName::Custom, QDateTime::currentDateTimeUtc(), {service}},
                {m_log + u".1"_s, m_log},
                u"Qt WebEngine 6.4.2, Chromium 102 (0.5005.177)"_s,
                u"llvmpipe (LLVM 15)"_s,
                u"on: 1 of 1 page processes are confined (seccomp)"_s,
                {password}};
    }

    std::unique_ptr<TestSettings> m_site;
    QString m_log;
};

QTEST_GUILESS_MAIN(SupportFileTest)
#include "tst_supportfile.moc"
