// The settings dialog with real layers of settings: every key has its field, fixed ones are fixed and say by
// whom, wrong ones say so at their field, and only what was changed is asked to be saved.

#include "gui/settings/settingfield.h"
#include "gui/settings/settingsdialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

using Changes = QMap<QString, QString>;

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyKeyHasAField();
    void lockedKeyStaysAndSaysWhere();
    void liveKeysWaitForTheAdministrator();
    void addressesFollowTheEnvironment();
    void savesWhatWasChanged();
    void wrongValueIsToldAtItsField();
    void noiseIsTakenOutAndTold();
    void searchFindsAcrossPages();
    void newLoginIsSaidBeforehand();

private:
    void write(const QString& name, const QByteArray& text) const;
    void open();
    /// The control of a key.
    template <class Editor>
    Editor* find(const QString& key) const
    {
        const QString title = findSettingsKey(key)->shownTitle();
        const auto editors = m_dialog->findChildren<Editor*>();
        const auto found = std::ranges::find_if(
            editors, [&title](const Editor* one) { return one->accessibleName() == title; });
        return found == editors.end() ? nullptr : *found;
    }
    void type(const QString& key, const QString& text) const;
    QPushButton* save() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    SettingsPlaces m_places;
    std::unique_ptr<SettingsDialog> m_dialog;
};

void TestSettingsDialog::init()
{
    m_dialog.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_places = {{m_folder->filePath(u"policy.conf"_s)},
                {m_folder->filePath(u"settings.ini"_s)},
                {m_folder->filePath(u"defaults.conf"_s)},
                false};
}

void TestSettingsDialog::write(const QString& name, const QByteArray& text) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void TestSettingsDialog::open()
{
    const auto stored = Settings::load(m_places, {});
    QVERIFY(stored);
    m_dialog = std::make_unique<SettingsDialog>(*stored, m_places, nullptr);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestSettingsDialog::type(const QString& key, const QString& text) const
{
    auto* line = find<QLineEdit>(key);
    QVERIFY(line);
    line->setFocus();
    line->selectAll();
    line->insert(text);
    emit line->textEdited(text);
    emit line->editingFinished();
}

QPushButton* TestSettingsDialog::save() const
{
    const auto buttons = m_dialog->findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(buttons, [](const QPushButton* one) { return one->isDefault(); });
    return found == buttons.end() ? nullptr : *found;
}

void TestSettingsDialog::everyKeyHasAField()
{
    open();
    for (const SettingsKey& key : allSettingsKeys()) {
        auto* widget = find<QWidget>(key.name);
        QVERIFY2(widget, qPrintable(key.name));
        QVERIFY2(widget->accessibleDescription().contains(key.shownExplanation()), qPrintable(key.name));
    }
    QCOMPARE(m_dialog->findChildren<SettingField*>().size(), allSettingsKeys().size());
}

void TestSettingsDialog::lockedKeyStaysAndSaysWhere()
{
    write(u"policy.conf"_s, "[institution]\ncode=123456\n[network]\nhttp2=true\n");
    write(u"settings.ini"_s, "[institution]\ncode=999\nname=Merkez\n");
    open();
    auto* code = find<QLineEdit>(u"institution/code"_s);
    QCOMPARE(code->text(), u"123456"_s);
    QVERIFY(code->isReadOnly());
    QVERIFY(code->accessibleDescription().contains(m_places.policy.path));
    QTest::keyClicks(code, u"7"_s);
    QCOMPARE(code->text(), u"123456"_s);
    QVERIFY(!find<QCheckBox>(u"network/http2"_s)->isEnabled());
    QVERIFY(!find<QLineEdit>(u"institution/name"_s)->isReadOnly());
    QVERIFY(!save()->isEnabled());
}

void TestSettingsDialog::liveKeysWaitForTheAdministrator()
{
    write(u"defaults.conf"_s, "[web]\nexternalSchemes=akisimza\n");
    write(u"settings.ini"_s, "[environment]\nname=live\n[web]\nexternalSchemes=esign\n");
    open();
    auto* schemes = find<QLineEdit>(u"web/externalSchemes"_s);
    QCOMPARE(schemes->text(), u"akisimza"_s);
    QVERIFY(schemes->isReadOnly());
    QVERIFY(schemes->accessibleDescription().contains(u"[web] externalSchemes"_s));
    // In another environment they are the user's own again.
    auto* environment = find<QComboBox>(u"environment/name"_s);
    environment->setCurrentIndex(environment->findData(u"test"_s));
    QVERIFY(!schemes->isReadOnly());
    QCOMPARE(schemes->text(), u"esign"_s);
}

void TestSettingsDialog::addressesFollowTheEnvironment()
{
    write(u"settings.ini"_s, "[environment]\nname=test\n[endpoints]\nerapor=https://benim.example\n");
    open();
    auto* address = find<QLineEdit>(u"endpoints/erapor"_s);
    QCOMPARE(address->text(), publishedEndpoints(EnvironmentName::Test).erapor.toString());
    QVERIFY(address->isReadOnly());
    auto* environment = find<QComboBox>(u"environment/name"_s);
    environment->setCurrentIndex(environment->findData(u"custom"_s));
    QVERIFY(!address->isReadOnly());
    QCOMPARE(address->text(), u"https://benim.example"_s);
    const QSignalSpy asked(m_dialog.get(), &SettingsDialog::saveAsked);
    save()->click();
    QCOMPARE(asked.first().first().value<Changes>(), Changes({{u"environment/name"_s, u"custom"_s}}));
}

void TestSettingsDialog::savesWhatWasChanged()
{
    open();
    const QSignalSpy asked(m_dialog.get(), &SettingsDialog::saveAsked);
    QVERIFY(!save()->isEnabled());
    type(u"institution/name"_s, u"Örnek Tıp Merkezi"_s);
    find<QCheckBox>(u"hes/enabled"_s)->click();
    QVERIFY(save()->isEnabled());
    save()->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<Changes>(),
             Changes({{u"institution/name"_s, u"Örnek Tıp Merkezi"_s}, {u"hes/enabled"_s, u"false"_s}}));
}

void TestSettingsDialog::wrongValueIsToldAtItsField()
{
    open();
    const QSignalSpy asked(m_dialog.get(), &SettingsDialog::saveAsked);
    type(u"login/idleLockMinutes"_s, u"241"_s);
    save()->click();
    QCOMPARE(asked.size(), 0);
    auto* minutes = find<QLineEdit>(u"login/idleLockMinutes"_s);
    QVERIFY(minutes->isVisible()); // its page came to the front
    QVERIFY(minutes->accessibleDescription().contains(u"240"_s));
    const QString wrong = minutes->accessibleDescription();
    type(u"login/idleLockMinutes"_s, u"240"_s);
    QVERIFY(minutes->accessibleDescription() != wrong);
    save()->click();
    QCOMPARE(asked.size(), 1);
}

void TestSettingsDialog::noiseIsTakenOutAndTold()
{
    open();
    const QSignalSpy asked(m_dialog.get(), &SettingsDialog::saveAsked);
    type(u"erapor/applicationCode"_s, u"“6AAB 18C7%20”"_s);
    auto* code = find<QLineEdit>(u"erapor/applicationCode"_s);
    QCOMPARE(code->text(), u"6AAB18C7"_s);
    QVERIFY(code->accessibleDescription().contains(u"%20"_s));
    save()->click();
    QCOMPARE(asked.first().first().value<Changes>(), Changes({{u"erapor/applicationCode"_s, u"6AAB18C7"_s}}));
}

void TestSettingsDialog::searchFindsAcrossPages()
{
    open();
    const auto visible = [this] {
        QStringList names;
        for (const SettingField* field : m_dialog->findChildren<SettingField*>()) {
            if (field->isVisible())
                names += field->key().name;
        }
        return names;
    };
    QCOMPARE(visible(), QStringList({u"environment/name"_s, u"institution/code"_s, u"institution/name"_s}));
    QLineEdit* search = nullptr;
    const auto lines = m_dialog->findChildren<QLineEdit*>();
    for (auto* line : lines) {
        if (!line->placeholderText().isEmpty())
            search = line;
    }
    search->setText(u"LATITUDE"_s);
    QCOMPARE(visible(), QStringList({u"hes/latitude"_s}));
    search->setText(u"proxy host"_s);
    QCOMPARE(visible(), QStringList({u"network/proxy"_s}));
    search->setText(u"no such words"_s);
    QCOMPARE(visible(), QStringList());
    m_dialog->findChild<QListWidget*>()->setCurrentRow(1);
    QVERIFY(search->text().isEmpty());
    QVERIFY(visible().contains(u"erapor/role"_s));
}

void TestSettingsDialog::newLoginIsSaidBeforehand()
{
    QVERIFY(needNewLogin({{u"institution/code"_s, u"1"_s}, {u"ui/language"_s, u"tr"_s}}));
    QVERIFY(!needNewLogin({{u"ui/language"_s, u"tr"_s}}));
}

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    Q_INIT_RESOURCE(icons);
    QApplication application(argc, argv);
    TestSettingsDialog test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_settingsdialog.moc"
