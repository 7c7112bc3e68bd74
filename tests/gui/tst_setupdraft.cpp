// What the steps of the first start hand to provisioning: what was changed and may be changed, nothing else.

#include "gui/firstrun/setupdraft.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestSetupDraft : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void bringsWhatWasTyped();
    void leavesWhatIsHeldOrTheSame();
    void passwordsOfNoServiceStayBehind();
    void emptyPasswordsStayAsTheyAre();

private:
    [[nodiscard]] Result<ProvisioningData> data() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    SettingsPlaces m_places;
    SetupDraft m_draft;
};

void TestSetupDraft::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_places = {{m_folder->filePath(u"policy.conf"_s)}, {m_folder->filePath(u"settings.ini"_s)}, {}, false};
    m_draft = {};
}

Result<ProvisioningData> TestSetupDraft::data() const
{
    const auto stored = Settings::load(m_places, {});
    const auto shown = Settings::load(m_places, {}, m_draft.settings);
    return shown.and_then([&](const Settings& settings) { return m_draft.data(*stored, settings); });
}

void TestSetupDraft::bringsWhatWasTyped()
{
    m_draft.settings = {{u"environment/name"_s, u"custom"_s},
                        {u"institution/code"_s, u"340001"_s},
                        {u"endpoints/erapor"_s, u"https://e.example"_s},
                        {u"endpoints/hes"_s, QString()},
                        {u"web/externalSchemes"_s, u"akisimza"_s}};
    m_draft.secrets = {{SecretName::UssPassword, u"gizli"_s}};
    const auto brought = data();
    QVERIFY(brought);
    QVERIFY(brought->environment == EnvironmentName::Custom);
    const QMap<QString, QString> expected{{u"institution/code"_s, u"340001"_s},
                                          {u"endpoints/erapor"_s, u"https://e.example"_s},
                                          {u"web/externalSchemes"_s, u"akisimza"_s}};
    QCOMPARE(brought->settings, expected);
    QCOMPARE(brought->secrets.size(), 1);
    QCOMPARE(*brought->secrets.value(SecretName::UssPassword), u"gizli"_s);
}

void TestSetupDraft::leavesWhatIsHeldOrTheSame()
{
    QFile policy(m_places.policy.path);
    QVERIFY(policy.open(QFile::WriteOnly));
    policy.write("[institution]\ncode=123456\n");
    policy.close();
    m_draft.settings = {{u"environment/name"_s, u"live"_s},
                        {u"institution/code"_s, u"999"_s}, // the policy's
                        {u"institution/name"_s, u"Örnek"_s},
                        {u"erapor/role"_s, u"6AAB18C7-B16B-4A04"_s},     // as it is
                        {u"endpoints/erapor"_s, u"https://e.example"_s}, // of the custom environment
                        {u"web/externalSchemes"_s, u"akisimza"_s}};      // the administrator's in live
    const auto brought = data();
    QVERIFY(brought);
    const QMap<QString, QString> expected{{u"institution/name"_s, u"Örnek"_s}};
    QCOMPARE(brought->settings, expected);
}

void TestSetupDraft::passwordsOfNoServiceStayBehind()
{
    m_draft.settings = {{u"environment/name"_s, u"test"_s}, {u"institution/code"_s, u"1"_s}};
    m_draft.secrets = {{SecretName::UssPassword, u"a"_s}, {SecretName::EnabizPassword, u"b"_s}};
    const auto brought = data();
    QVERIFY(brought);
    QVERIFY(brought->secrets.keys() == QList{SecretName::UssPassword}); // OGN has no address in test
}

void TestSetupDraft::emptyPasswordsStayAsTheyAre()
{
    m_draft.settings = {{u"environment/name"_s, u"live"_s}, {u"institution/code"_s, u"1"_s}};
    m_draft.secrets = {{SecretName::UssPassword, QString()}};
    const auto brought = data();
    QVERIFY(brought);
    QVERIFY(brought->secrets.isEmpty());
}

QTEST_GUILESS_MAIN(TestSetupDraft)
#include "tst_setupdraft.moc"
