#include "core/settings/settingsinput.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestSettingsInput : public QObject
{
    Q_OBJECT

private slots:
    void noiseOfThePasteIsTakenOut_data();
    void noiseOfThePasteIsTakenOut();
    void everyBuiltInValueStays();
    void whoHoldsAKey();
    void valuesOverTheUsers();
};

void TestSettingsInput::noiseOfThePasteIsTakenOut_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("told");
    const auto row = [](const QString& key, const QString& typed, const QString& value, bool told) {
        QTest::addRow("%s=%s", qPrintable(key), qPrintable(typed)) << key << typed << value << told;
    };
    // as guide 000 has it in its links
    row(u"erapor/role"_s, u"6AAB18C7-B16B-4A04%20"_s, u"6AAB18C7-B16B-4A04"_s, true);
    row(u"erapor/role"_s, u" 6AAB18C7-B16B-4A04 "_s, u"6AAB18C7-B16B-4A04"_s, false);
    row(u"erapor/role"_s, u"“6AAB18C7-B16B-4A04”"_s, u"6AAB18C7-B16B-4A04"_s, true);
    row(u"erapor/applicationCode"_s, u"USS-1+2"_s, u"USS-1+2"_s, false);
    row(u"erapor/applicationCode"_s, u"USS 1%202"_s, u"USS12"_s, true);
    row(u"erapor/applicationCode"_s, u"%22a%25b%22"_s, u"a%25b"_s, true);
    row(u"institution/code"_s, u"12\u00a034\u200b56"_s, u"123456"_s, true);
    row(u"institution/code"_s, QString(), QString(), false);
    row(u"institution/name"_s, u"Örnek%20Tıp  Merkezi"_s, u"Örnek Tıp Merkezi"_s, true);
    row(u"institution/name"_s, u"\"Örnek Tıp Merkezi\""_s, u"Örnek Tıp Merkezi"_s, true);
    row(u"institution/name"_s, u"Özel \"Şifa\" Kliniği"_s, u"Özel \"Şifa\" Kliniği"_s, false);
    row(u"institution/name"_s, u"Özel \"Şifa\""_s, u"Özel \"Şifa\""_s, false);
    row(u"endpoints/erapor"_s, u"<https://a.example>"_s, u"<https://a.example>"_s, false);
    row(u"endpoints/erapor"_s, u"'https://a.example/%20'"_s, u"https://a.example/"_s, true);
    row(u"hes/latitude"_s, u"39,92"_s, u"39.92"_s, true);
    row(u"web/externalSchemes"_s, u"akisimza, esign"_s, u"akisimza,esign"_s, false);
    row(u"web/externalSchemes"_s, u"\"akisimza\", \"esign\","_s, u"akisimza,esign"_s, true);
    row(u"network/proxy"_s, u"proxy :8080"_s, u"proxy:8080"_s, true);
}

void TestSettingsInput::noiseOfThePasteIsTakenOut()
{
    QFETCH(QString, key);
    QFETCH(QString, typed);
    const CleanedSetting cleaned = cleanSetting(*findSettingsKey(key), typed);
    QTEST(cleaned.value, "value");
    QTEST(cleaned.noiseRemoved, "told");
}

void TestSettingsInput::everyBuiltInValueStays()
{
    for (const SettingsKey& key : allSettingsKeys()) {
        QCOMPARE(cleanSetting(key, key.builtIn).value, key.builtIn);
        QVERIFY(!cleanSetting(key, key.builtIn).noiseRemoved);
    }
}

void TestSettingsInput::whoHoldsAKey()
{
    const QTemporaryDir folder;
    QFile policy(folder.filePath(u"policy.conf"_s));
    QVERIFY(policy.open(QFile::WriteOnly));
    policy.write("[institution]\ncode=1\n");
    policy.close();
    const auto hold = [&policy](const QString& key, EnvironmentName environment,
                                const QMap<QString, QString>& chosen = {}) {
        const SettingsPlaces places{{policy.fileName()}, {}, {}, false};
        return holdOf(*findSettingsKey(key), Settings::load(places, environment, chosen).value());
    };
    QCOMPARE(hold(u"institution/code"_s, EnvironmentName::Custom), SettingHold::Policy);
    QCOMPARE(hold(u"institution/name"_s, EnvironmentName::Live), SettingHold::None);
    QCOMPARE(hold(u"endpoints/hes"_s, EnvironmentName::Custom), SettingHold::None);
    QCOMPARE(hold(u"endpoints/hes"_s, EnvironmentName::Test), SettingHold::OtherEnvironment);
    QCOMPARE(hold(u"launch/urlOpens"_s, EnvironmentName::Live), SettingHold::Administrator);
    QCOMPARE(hold(u"launch/urlOpens"_s, EnvironmentName::Test), SettingHold::None);
    QCOMPARE(hold(u"launch/urlOpens"_s, EnvironmentName::Custom), SettingHold::None);
    QCOMPARE(hold(u"launch/urlOpens"_s, EnvironmentName::Custom,
                  {{u"endpoints/ogn"_s, u"https://ogn.saglik.gov.tr"_s}}),
             SettingHold::Administrator);
}

// What a dialog is about to write is judged as it will be read, with the layers above and below it.
void TestSettingsInput::valuesOverTheUsers()
{
    const QTemporaryDir folder;
    QFile user(folder.filePath(u"settings.ini"_s));
    QVERIFY(user.open(QFile::WriteOnly));
    user.write("[institution]\ncode=1\nname=Eski\n");
    user.close();
    const SettingsPlaces places{{}, {user.fileName()}, {}, false};
    const auto changed =
        Settings::load(places, {}, {{u"institution/code"_s, u"2"_s}, {u"environment/name"_s, u"test"_s}});
    QVERIFY(changed);
    QCOMPARE(changed->institutionCode(), u"2"_s);
    QCOMPARE(changed->institutionName(), u"Eski"_s);
    QVERIFY(changed->environment() == EnvironmentName::Test);
    QCOMPARE(Settings::load(places, {})->institutionCode(), u"1"_s);
    const auto refused = Settings::load(places, {}, {{u"hes/latitude"_s, u"x"_s}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().subject, u"hes/latitude"_s);
}

QTEST_GUILESS_MAIN(TestSettingsInput)
#include "tst_settingsinput.moc"
