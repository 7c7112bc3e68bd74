#include "core/settings/settings.h"
#include "core/settings/training.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void nothingSetIsTraining();
    void strongerLayerWins();
    void policyBeatsTheOption();
    void optionBeatsTheFiles();
    void values_data();
    void values();
    void badValueNamesKeyAndLayer();
    void overriddenBadValueDoesNotHurt();
    void emptyWhereNoValueIsAsGoodAsAbsent();
    void liveTakesSomeKeysFromTheAdministratorOnly();
    void endpointsCountFromPolicyOrInCustom();
    void S3_testNeverGetsALiveHost();
    void trainingAddressesReplaceAllButPolicy();
    void trainingListsItsOwnScheme();
    void unknownKeysAreReported();
    void namedFileMustExist();
    void typedAccessors();

private:
    [[nodiscard]] SettingsPlaces places() const;
    void write(const QString& name, const QByteArray& text) const;
    [[nodiscard]] SettingsNotice notice(const QString& key, const QString& layer = u"user"_s) const
    {
        return {SettingsNotice::Kind::DoesNotCount, key, m_folder->filePath(layer)};
    }
    [[nodiscard]] Result<Settings> load(std::optional<EnvironmentName> asked = {}) const
    {
        return Settings::load(places(), asked);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

SettingsPlaces TestSettings::places() const
{
    return {{m_folder->filePath(u"policy"_s)},
            {m_folder->filePath(u"user"_s)},
            {m_folder->filePath(u"defaults"_s)},
            false};
}

void TestSettings::write(const QString& name, const QByteArray& text) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestSettings::nothingSetIsTraining()
{
    const auto settings = load();
    QVERIFY(settings);
    QCOMPARE(toString(settings->environment()), u"training"_s);
    QVERIFY(!settings->environmentWasNamed());
    QCOMPARE(settings->endpoints(), Endpoints());
    QVERIFY(settings->notices().isEmpty());
    QCOMPARE(settings->eraporRole(), u"6AAB18C7-B16B-4A04"_s);
    QCOMPARE(settings->value(u"login/idleLockMinutes"_s), u"10"_s);
    QCOMPARE(settings->layerOf(u"login/idleLockMinutes"_s), SettingsLayer::BuiltIn);
}

void TestSettings::strongerLayerWins()
{
    write(u"defaults"_s, "[institution]\ncode=1\nname=Varsayılan\n[ui]\nlanguage=en\n");
    write(u"user"_s, "[institution]\ncode=2\nname=Kullanıcı\n");
    write(u"policy"_s, "[institution]\ncode=3\n");
    const auto settings = load();
    QVERIFY(settings);
    QCOMPARE(settings->institutionCode(), u"3"_s);
    QVERIFY(settings->isLocked(u"institution/code"_s));
    QCOMPARE(settings->institutionName(), u"Kullanıcı"_s);
    QCOMPARE(settings->layerOf(u"institution/name"_s), SettingsLayer::User);
    QVERIFY(!settings->isLocked(u"institution/name"_s));
    QCOMPARE(settings->layerOf(u"ui/language"_s), SettingsLayer::Defaults);
}

void TestSettings::policyBeatsTheOption()
{
    write(u"policy"_s, "[environment]\nname=test\n");
    QCOMPARE(toString(load()->environment()), u"test"_s);
    QVERIFY(load()->isLocked(u"environment/name"_s));
    QVERIFY(load(EnvironmentName::Test));
    const auto conflict = load(EnvironmentName::Live);
    QVERIFY(!conflict);
    QCOMPARE(conflict.error().kind, ErrorKind::BadSettings);
    QCOMPARE(conflict.error().fault, InputFault::LockedByPolicy);
}

void TestSettings::optionBeatsTheFiles()
{
    write(u"user"_s, "[environment]\nname=live\n");
    QCOMPARE(toString(load()->environment()), u"live"_s);
    QVERIFY(load()->environmentWasNamed());
    QCOMPARE(toString(load(EnvironmentName::Test)->environment()), u"test"_s);
    QCOMPARE(load(EnvironmentName::Test)->value(u"environment/name"_s), u"test"_s);
}

void TestSettings::values_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<InputFault>("fault");
    constexpr auto good = InputFault::None;
    constexpr auto range = InputFault::OutOfRange;
    const auto row = [](const QString& key, const QString& value, InputFault fault) {
        QTest::addRow("%s=%s", qPrintable(key), qPrintable(value.left(40))) << key << value << fault;
    };
    row(u"environment/name"_s, u"custom"_s, good);
    row(u"environment/name"_s, u"Live"_s, range);
    row(u"environment/name"_s, QString(), InputFault::Empty);
    row(u"institution/code"_s, u"11223344"_s, good);
    row(u"institution/code"_s, QString(), good);
    row(u"institution/name"_s, u"Şehir, \"Merkez\"; No=5"_s, good);
    row(u"institution/name"_s, u"a\nb"_s, InputFault::BadCharacters);
    row(u"institution/name"_s, QString(QChar::Null), InputFault::BadCharacters);
    row(u"institution/name"_s, QString(5000, u'a'), InputFault::TooLong);
    row(u"erapor/role"_s, u"X-1"_s, good);
    row(u"erapor/role"_s, u"X 1"_s, InputFault::BadCharacters);
    row(u"erapor/role"_s, QString(), InputFault::Empty);
    row(u"erapor/credentialsIn"_s, u"body"_s, good);
    row(u"erapor/credentialsIn"_s, u"header"_s, range);
    row(u"hes/enabled"_s, u"0"_s, good);
    row(u"hes/enabled"_s, u"True"_s, good);
    row(u"hes/enabled"_s, u"evet"_s, range);
    row(u"hes/latitude"_s, u"39.92"_s, good);
    row(u"hes/latitude"_s, QString(), good);
    row(u"hes/latitude"_s, u"39,92"_s, range);
    row(u"hes/latitude"_s, u"nan"_s, range);
    row(u"hes/latitude"_s, u"91"_s, range);
    row(u"hes/longitude"_s, u"-180"_s, good);
    row(u"endpoints/erapor"_s, u"https://h.example"_s, good);
    row(u"endpoints/erapor"_s, u"http://h.example"_s, InputFault::NotHttps);
    row(u"login/pin"_s, u"required"_s, good);
    row(u"login/pin"_s, u"on"_s, range);
    row(u"login/idleLockMinutes"_s, u"240"_s, good);
    row(u"login/idleLockMinutes"_s, u"0"_s, range);
    row(u"login/idleLockMinutes"_s, u"241"_s, range);
    row(u"login/idleLockMinutes"_s, u"１０"_s, range);
    row(u"login/idleLockMinutes"_s, u"-5"_s, range);
    row(u"login/idleLockMinutes"_s, u"99999999999"_s, range);
    row(u"web/extraHosts"_s, u"a.example, *.b.example,c.example:8443"_s, good);
    row(u"web/extraHosts"_s, QString(), good);
    row(u"web/extraHosts"_s, u"*"_s, range);
    row(u"web/extraHosts"_s, u"*.tr"_s, range);
    row(u"web/extraHosts"_s, u"https://a.example"_s, range);
    row(u"web/extraHosts"_s, u"a.example/path"_s, range);
    row(u"web/extraHosts"_s, u"sağlık.example"_s, range);
    row(u"web/extraHosts"_s, u"a..example"_s, range);
    row(u"web/extraHosts"_s, u"a.example:0"_s, range);
    row(u"web/externalSchemes"_s, u"imza,e-imza+1.0"_s, good);
    row(u"web/externalSchemes"_s, u"Imza"_s, range);
    row(u"web/externalSchemes"_s, u"imza:"_s, range);
    row(u"web/externalSchemes"_s, u"imza,file"_s, range);
    row(u"web/externalSchemes"_s, u"javascript"_s, range);
    row(u"web/externalSchemes"_s, u"https"_s, range);
    row(u"web/externalSchemes"_s, u"chrome-extension"_s, range);
    row(u"web/agentPorts"_s, u"*"_s, good);
    row(u"web/agentPorts"_s, u"8080, 65535"_s, good);
    row(u"web/agentPorts"_s, u"0"_s, range);
    row(u"web/agentPorts"_s, u"65536"_s, range);
    row(u"web/agentPorts"_s, u"80-90"_s, range);
    row(u"web/webgl"_s, u"software"_s, good);
    row(u"web/webgl"_s, u"hardware"_s, range);
    row(u"network/proxy"_s, u"none"_s, good);
    row(u"network/proxy"_s, u"proxy.local:3128"_s, good);
    row(u"network/proxy"_s, u"[::1]:3128"_s, good);
    row(u"network/proxy"_s, u"proxy.local"_s, range);
    row(u"network/proxy"_s, u"proxy.local:99999"_s, range);
    row(u"network/proxy"_s, u"http://proxy.local:80"_s, range);

    for (const QString& word :
         {u"true"_s, u"TRUE"_s, u"1"_s, u"Yes"_s, u"on"_s, u"False"_s, u"0"_s, u"NO"_s, u"off"_s})
        row(u"audit/systemLog"_s, word, good);
    for (const QString& word : {u"2"_s, u"-1"_s, u"yess"_s, u"y"_s, u"evet"_s, u"01"_s})
        row(u"audit/systemLog"_s, word, range);
    row(u"audit/syslogServer"_s, u"log.hastane.example"_s, InputFault::UnknownField);
    row(u"launch/urlOpens"_s, u"open"_s, good);
    row(u"launch/urlOpens"_s, u"never"_s, range);
    row(u"ui/language"_s, u"tr"_s, good);
    row(u"ui/language"_s, u"de"_s, range);
    row(u"ui/colour"_s, u"red"_s, InputFault::UnknownField);
}

void TestSettings::values()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(InputFault, fault);
    const auto checked = checkSetting(key, value);
    QCOMPARE(checked ? InputFault::None : checked.error().fault, fault);
    if (!checked) {
        QCOMPARE(checked.error().kind, ErrorKind::BadSettings);
        QCOMPARE(checked.error().subject, key);
    }
}

void TestSettings::badValueNamesKeyAndLayer()
{
    for (const QString& layer : {u"policy"_s, u"user"_s, u"defaults"_s}) {
        init();
        write(layer, "[network]\nproxy=nowhere\n");
        const auto settings = load();
        QVERIFY(!settings);
        QCOMPARE(settings.error().kind, ErrorKind::BadSettings);
        QCOMPARE(settings.error().subject, u"network/proxy"_s);
        QVERIFY(settings.error().detail.startsWith(layer));
    }
    init();
    write(u"user"_s, "[environment]\nname=canlı\n");
    const auto settings = load();
    QVERIFY(!settings);
    QCOMPARE(settings.error().subject, u"environment/name"_s);
}

void TestSettings::overriddenBadValueDoesNotHurt()
{
    write(u"user"_s, "[network]\nproxy=nowhere\n");
    write(u"policy"_s, "[network]\nproxy=none\n");
    QVERIFY(load());
    QCOMPARE(load()->proxy(), u"none"_s);
}

void TestSettings::emptyWhereNoValueIsAsGoodAsAbsent()
{
    write(u"policy"_s, "[environment]\nname=\n[network]\nproxy=\n[endpoints]\nerapor=\n");
    write(u"user"_s, "[environment]\nname=test\n[network]\nproxy=none\n");
    const auto settings = load();
    QVERIFY(settings);
    QCOMPARE(toString(settings->environment()), u"test"_s);
    QCOMPARE(settings->proxy(), u"none"_s);
    QCOMPARE(settings->endpoints(), publishedEndpoints(EnvironmentName::Test));
}

void TestSettings::liveTakesSomeKeysFromTheAdministratorOnly()
{
    const QByteArray loose = "[login]\nacceptDoctorFromLauncher=true\npin=required\nidleLockMinutes=99\n"
                             "[web]\nextraHosts=evil.example\nexternalSchemes=evil\nagentPorts=1\n"
                             "[launch]\nurlOpens=open\n[audit]\nsystemLog=true\n";
    write(u"user"_s, loose);
    const auto live = load(EnvironmentName::Live);
    QVERIFY(live);
    QVERIFY(!live->acceptDoctorFromLauncher());
    QCOMPARE(live->value(u"login/pin"_s), u"off"_s);
    QVERIFY(live->extraHosts().isEmpty());
    QVERIFY(live->externalSchemes().isEmpty());
    QCOMPARE(live->agentPorts(), u"*"_s);
    QCOMPARE(live->urlOpens(), UrlOpens::Ask);
    QVERIFY(!live->isOn(u"audit/systemLog"_s));
    QCOMPARE(live->notices().size(), 8);
    QVERIFY(live->notices().contains(notice(u"web/extraHosts"_s)));

    const auto test = load(EnvironmentName::Test);
    QVERIFY(test->acceptDoctorFromLauncher());
    QCOMPARE(test->extraHosts(), QStringList{u"evil.example"_s});

    for (const QString& layer : {u"policy"_s, u"defaults"_s}) {
        init();
        write(layer, loose);
        const auto byAdministrator = load(EnvironmentName::Live);
        QVERIFY(byAdministrator->acceptDoctorFromLauncher());
        QCOMPARE(byAdministrator->urlOpens(), UrlOpens::Open);
        QVERIFY(byAdministrator->notices().isEmpty());
    }
}

void TestSettings::endpointsCountFromPolicyOrInCustom()
{
    const QByteArray address = "[endpoints]\nogn=https://ogn.example/\n";
    for (const QString& layer : {u"user"_s, u"defaults"_s}) {
        init();
        write(layer, address);
        for (const auto environment :
             {EnvironmentName::Live, EnvironmentName::Test, EnvironmentName::Training}) {
            const auto settings = load(environment);
            QVERIFY(settings);
            QCOMPARE(settings->endpoints(), publishedEndpoints(environment));
            QCOMPARE(settings->notices(), QList{notice(u"endpoints/ogn"_s, layer)});
        }
        QCOMPARE(load(EnvironmentName::Custom)->endpoints().ogn, QUrl(u"https://ogn.example"_s));
    }
    init();
    write(u"policy"_s, address);
    for (const auto environment :
         {EnvironmentName::Live, EnvironmentName::Test, EnvironmentName::Training, EnvironmentName::Custom}) {
        QCOMPARE(load(environment)->endpoints().ogn, QUrl(u"https://ogn.example"_s));
        QCOMPARE(load(environment)->endpoints().erapor, publishedEndpoints(environment).erapor);
    }
}

void TestSettings::S3_testNeverGetsALiveHost()
{
    write(u"policy"_s, "[endpoints]\nerapor=https://erapor.saglik.gov.tr\n");
    for (const auto environment : {EnvironmentName::Test, EnvironmentName::Training}) {
        const auto settings = load(environment);
        QVERIFY(!settings);
        QCOMPARE(settings.error().subject, u"endpoints/erapor"_s);
        QCOMPARE(settings.error().fault, InputFault::NotAllowedHere);
    }
    QVERIFY(load(EnvironmentName::Live));
}

void TestSettings::trainingAddressesReplaceAllButPolicy()
{
    write(u"policy"_s, "[endpoints]\nviewer=http://127.0.0.1:9999\n");
    Endpoints running;
    running.erapor = QUrl(u"http://127.0.0.1:5000"_s);
    running.viewer = QUrl(u"http://127.0.0.1:5000/viewer"_s);
    const auto settings = load();
    const Settings ready = settings->withEndpoints(running);
    QCOMPARE(ready.endpoints().erapor, running.erapor);
    QCOMPARE(ready.value(u"endpoints/erapor"_s), u"http://127.0.0.1:5000"_s);
    QCOMPARE(ready.endpoints().viewer, QUrl(u"http://127.0.0.1:9999"_s));
    QVERIFY(settings->endpoints().erapor.isEmpty());
}

void TestSettings::trainingListsItsOwnScheme()
{
    const QString own = QStringView(training::signatureScheme).toString();
    QCOMPARE(load()->externalSchemes(), QStringList{own});
    write(u"user"_s, "[web]\nexternalSchemes=imza, " + own.toUtf8() + "\n");
    QCOMPARE(load()->externalSchemes(), (QStringList{u"imza"_s, own}));
    init();
    QVERIFY(load(EnvironmentName::Test)->externalSchemes().isEmpty());
}

void TestSettings::unknownKeysAreReported()
{
    write(u"user"_s, "stray=1\n[institution]\ncode=5\ncolour=red\n[Login]\npin=off\n");
    const auto settings = load();
    QVERIFY(settings);
    QCOMPARE(settings->institutionCode(), u"5"_s);
    QVERIFY(settings->notices().contains(notice(u"institution/colour"_s)));
    QVERIFY(settings->notices().contains(notice(u"Login/pin"_s)));
    QCOMPARE(settings->notices().size(), 3);
}

void TestSettings::namedFileMustExist()
{
    SettingsPlaces named = places();
    named.userNamedByOption = true;
    const auto missing = Settings::load(named, {});
    QVERIFY(!missing);
    QCOMPARE(missing.error().fault, InputFault::Unreadable);
    QCOMPARE(missing.error().subject, named.user.path);
    write(u"user"_s, "");
    QVERIFY(Settings::load(named, {}));
    named.user.path.clear();
    QVERIFY(!Settings::load(named, {}));
}

void TestSettings::typedAccessors()
{
    write(u"user"_s,
          "[erapor]\napplicationCode=A-1\ncredentialsIn=body\nrole=R\n[login]\nacceptDoctorFromLauncher=1\n"
          "[web]\nextraHosts=A.example, *.B.example\nagentPorts=1, 2\n[network]\nhttp2=TRUE\nproxy=p:1\n"
          "[launch]\nurlOpens=open\n[ui]\nlanguage=tr\n");
    const auto settings = load();
    QVERIFY(settings);
    QCOMPARE(settings->eraporApplicationCode(), u"A-1"_s);
    QCOMPARE(settings->eraporCredentialsIn(), CredentialsIn::Body);
    QCOMPARE(settings->eraporRole(), u"R"_s);
    QVERIFY(settings->acceptDoctorFromLauncher());
    QCOMPARE(settings->extraHosts(), (QStringList{u"a.example"_s, u"*.b.example"_s}));
    QCOMPARE(settings->agentPorts(), u"1,2"_s);
    QVERIFY(settings->http2());
    QCOMPARE(settings->proxy(), u"p:1"_s);
    QCOMPARE(settings->urlOpens(), UrlOpens::Open);
    QCOMPARE(settings->language(), Language::Turkish);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
