// Whose settings count where the Ministry's live services are worked with, how booleans are spelt, and what
// IT is told of settings that can be used all the same.

#include "core/error/errortext.h"
#include "core/settings/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestSettingsRights : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aLiveAddressCountsAsLive_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("live");
        const auto row = [](const QString& key, const QString& address, bool live) {
            QTest::newRow(qPrintable(key + u' ' + address)) << u"endpoints/"_s + key << address << live;
        };
        row(u"erapor"_s, u"https://erapor.saglik.gov.tr"_s, true);
        row(u"ogn"_s, u"https://ogn.saglik.gov.tr"_s, true);
        row(u"teletip"_s, u"https://app.teletip.saglik.gov.tr/integrationapi"_s, true);
        row(u"viewer"_s, u"https://teleradyoloji.saglik.gov.tr"_s, true);
        row(u"hes"_s, u"https://hesservis.turkiye.gov.tr/services/g2g/saglik/hes"_s, true);
        row(u"hes"_s, u"https://hesservis.turkiye.gov.tr/anything"_s, true);
        // Any of them in the place of another.
        row(u"viewer"_s, u"https://erapor.saglik.gov.tr/elsewhere"_s, true);
        for (const QString& spelling :
             {u"https://ERAPOR.Saglik.GOV.tr"_s, u"https://erapor.saglik.gov.tr."_s,
              u"https://erapor.saglik.gov.tr:443"_s, u"https://erapor.saglik.gov.tr:8443/x/"_s,
              u"HTTPS://erapor.saglik.gov.tr/"_s, u"https://ｅｒａｐｏｒ.saglik.gov.tr"_s,
              u"https://erapor。saglik。gov。tr"_s, u"https://erapor．saglik.gov.tr．"_s,
              u"https://%65rapor.saglik.gov.tr"_s, u"https://era\u00adpor.saglik.gov.tr"_s})
            row(u"erapor"_s, spelling, true);
        row(u"erapor"_s, u"https://eraportest.saglik.gov.tr"_s, false);
        row(u"erapor"_s, u"https://erapor.sağlık.gov.tr"_s, false);
        row(u"erapor"_s, u"https://erapor.saglik.gov.tr.example"_s, false);
        row(u"erapor"_s, u"https://example/erapor.saglik.gov.tr"_s, false);
        row(u"erapor"_s, u"http://127.0.0.1:8080"_s, false);
    }
    void aLiveAddressCountsAsLive()
    {
        QFETCH(const QString, key);
        QFETCH(const QString, address);
        QFETCH(const bool, live);
        const QString name = key.section(u'/', 1);
        for (const QString& layer : {u"policy"_s, u"user"_s, u"defaults"_s}) {
            init();
            write(layer, u"[environment]\nname=custom\n[endpoints]\n%1=%2\n"_s.arg(name, address));
            write(u"user"_s, u"[login]\npin=required\nacceptDoctorFromLauncher=yes\nidleLockMinutes=240\n"
                             "[launch]\nurlOpens=open\n[web]\nextraHosts=evil.example\nexternalSchemes="
                             "evil\nagentPorts=1\n"
                             "[audit]\nkeepMonths=1\n"_s);
            const auto settings = load();
            if (!settings) { // no address at all, as the engine reads it
                QCOMPARE(settings.error().fault, InputFault::BadUrl);
                QVERIFY(live);
                continue;
            }
            QCOMPARE(settings->reachesLive(), live);
            QCOMPARE(settings->acceptDoctorFromLauncher(), !live);
            QCOMPARE(settings->urlOpens() == UrlOpens::Open, !live);
            QCOMPARE(settings->value(u"login/pin"_s) == u"required"_s, !live);
            QCOMPARE(settings->value(u"audit/keepMonths"_s), u"24"_s);
            QCOMPARE(settings->extraHosts().isEmpty(), live);
            QCOMPARE(settings->externalSchemes().isEmpty(), live);
            QCOMPARE(settings->notices().size(), live ? 8 : 1);
        }
    }

    // Else a user takes the live addresses out of `custom`, and with them what was done there.
    void T1_inCustomTheTrailIsTheAdministratorsWhateverItsAddresses()
    {
        write(u"user"_s, u"[environment]\nname=custom\n[audit]\nkeepMonths=1\nsystemLog=yes\n"_s);
        QCOMPARE(load()->value(u"audit/keepMonths"_s), u"24"_s);
        QVERIFY(!load()->isOn(u"audit/systemLog"_s));
        QVERIFY(load()->notices().contains(
            {SettingsNotice::Kind::DoesNotCount, u"audit/keepMonths"_s, path(u"user"_s)}));
        QCOMPARE(load(EnvironmentName::Training)->value(u"audit/keepMonths"_s), u"1"_s);
        write(u"defaults"_s, u"[audit]\nkeepMonths=36\n"_s);
        QCOMPARE(load()->value(u"audit/keepMonths"_s), u"36"_s);
    }

    void theAdministratorsStillCount()
    {
        for (const QString& layer : {u"policy"_s, u"defaults"_s}) {
            init();
            write(layer, u"[login]\npin=required\n"_s);
            write(u"user"_s, u"[environment]\nname=custom\n[endpoints]\nogn=https://ogn.saglik.gov.tr\n"
                             "[login]\npin=off\n"_s);
            QCOMPARE(load()->value(u"login/pin"_s), u"required"_s);
        }
    }

    // The strongest one counts: what it hides is not worked with.
    void anAddressThatDoesNotCountChangesNothing()
    {
        write(u"policy"_s, u"[endpoints]\nogn=https://ogn.example\n"_s);
        write(u"user"_s, u"[environment]\nname=custom\n[endpoints]\nogn=https://ogn.saglik.gov.tr\n"
                         "[launch]\nurlOpens=open\n"_s);
        QVERIFY(!load()->reachesLive());
        QCOMPARE(load()->urlOpens(), UrlOpens::Open);
        QVERIFY(!load(EnvironmentName::Training)->reachesLive());
        QVERIFY(load(EnvironmentName::Live)->reachesLive());
    }

    void flagsAreReadTheSameWayEverywhere()
    {
        QStringList flags;
        for (const SettingsKey& key : allSettingsKeys()) {
            if (key.kind == SettingKind::Flag)
                flags += key.name;
        }
        QVERIFY(flags.contains(u"audit/systemLog"_s));
        for (const QString& flag : std::as_const(flags)) {
            for (const QString& word :
                 {u"true"_s, u"True"_s, u"TRUE"_s, u"1"_s, u"yes"_s, u"Yes"_s, u"on"_s, u"ON"_s, u"false"_s,
                  u"False"_s, u"0"_s, u"no"_s, u"NO"_s, u"off"_s, u"Off"_s}) {
                const bool on = QStringList({u"true"_s, u"1"_s, u"yes"_s, u"on"_s}).contains(word.toLower());
                for (const QString& layer : {u"policy"_s, u"user"_s, u"defaults"_s}) {
                    init();
                    write(layer,
                          u"[%1]\n%2=%3\n"_s.arg(flag.section(u'/', 0, 0), flag.section(u'/', 1), word));
                    QCOMPARE(load()->isOn(flag), on);
                    QCOMPARE(load()->value(flag), on ? u"true"_s : u"false"_s);
                }
            }
        }
    }

    void aKeyThatIsNoMoreIsTold()
    {
        for (const QString& layer : {u"policy"_s, u"user"_s, u"defaults"_s}) {
            init();
            write(layer, u"[audit]\nsyslogServer=log.hastane.example\n"_s);
            for (const auto environment : {EnvironmentName::Live, EnvironmentName::Training}) {
                const auto settings = load(environment);
                QVERIFY(settings);
                QCOMPARE(settings->notices(), QList{(SettingsNotice{SettingsNotice::Kind::NoLongerKnown,
                                                                    u"audit/syslogServer"_s, path(layer)})});
                for (const QString& said : {sentenceFor(settings->notices().constFirst()),
                                            lineForIt(settings->notices().constFirst())}) {
                    QVERIFY2(said.contains(u"audit/syslogServer"), qPrintable(said));
                    QVERIFY2(said.contains(path(layer)), qPrintable(said));
                    QVERIFY2(said.contains(u"audit/systemLog=true"), qPrintable(said));
                }
            }
        }
    }

    void whatStandsTwiceIsTold()
    {
        write(u"policy"_s, u"[web]\nwebgl=off\n[ui]\nlanguage=tr\n[web]\nextraHosts=a.example\n"_s);
        const auto settings = load();
        QVERIFY(settings);
        QCOMPARE(settings->extraHosts(), QStringList{u"a.example"_s});
        QCOMPARE(settings->value(u"web/webgl"_s), u"off"_s);
        QCOMPARE(settings->notices(),
                 QList{(SettingsNotice{SettingsNotice::Kind::GivenTwice, u"[web]"_s, path(u"policy"_s)})});
        QVERIFY(sentenceFor(settings->notices().constFirst()).contains(path(u"policy"_s)));
    }

    void utf16IsNamedAsSuch()
    {
        write(u"user"_s, {});
        QFile file(path(u"user"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromHex("fffe5b0075006900"));
        file.close();
        const auto settings = load();
        QVERIFY(!settings);
        QVERIFY2(sentenceFor(settings.error()).contains(u"UTF-16"),
                 qPrintable(sentenceFor(settings.error())));
        QVERIFY(sentenceFor(settings.error()).contains(path(u"user"_s)));
    }

private:
    [[nodiscard]] QString path(const QString& layer) const { return m_folder->filePath(layer); }
    void write(const QString& layer, const QString& text) const
    {
        QFile file(path(layer));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(text.toUtf8()), text.toUtf8().size());
    }
    [[nodiscard]] Result<Settings> load(std::optional<EnvironmentName> asked = {}) const
    {
        return Settings::load({{path(u"policy"_s)}, {path(u"user"_s)}, {path(u"defaults"_s)}, false}, asked);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestSettingsRights)
#include "tst_settingsrights.moc"
