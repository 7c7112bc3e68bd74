// The one list of keys: what a person reads of each, and what it can hold.

#include "core/settings/settings.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace hekim;

class TestSettingsKeys : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyIsExplained();
    void titlesAreUnlike();
    void everyPageHasKeys();
    void choicesAreTheWordsThatCount();
    void numbersKeepTheirLimits();
    void builtInValuesAreGood();
};

void TestSettingsKeys::everyKeyIsExplained()
{
    for (const SettingsKey& key : allSettingsKeys()) {
        QVERIFY2(!key.shownTitle().isEmpty(), qPrintable(key.name));
        QVERIFY2(key.shownExplanation().endsWith(u'.'), qPrintable(key.name));
        QCOMPARE(findSettingsKey(key.name), &key);
        QCOMPARE(key.kind == SettingKind::Address, key.name.startsWith(u"endpoints/"_s));
    }
    QCOMPARE(findSettingsKey(u"institution/none"), nullptr);
}

void TestSettingsKeys::titlesAreUnlike()
{
    QSet<QString> titles;
    for (const SettingsKey& key : allSettingsKeys())
        titles += key.shownTitle();
    QCOMPARE(titles.size(), allSettingsKeys().size());
}

void TestSettingsKeys::everyPageHasKeys()
{
    for (const SettingPage page : allSettingPages()) {
        QVERIFY(!shownTitle(page).isEmpty());
        QVERIFY(std::ranges::any_of(allSettingsKeys(),
                                    [page](const SettingsKey& key) { return key.page == page; }));
    }
    for (const SettingsKey& key : allSettingsKeys())
        QVERIFY2(allSettingPages().contains(key.page), qPrintable(key.name));
}

void TestSettingsKeys::choicesAreTheWordsThatCount()
{
    for (const SettingsKey& key : allSettingsKeys()) {
        QCOMPARE(key.kind == SettingKind::Choice, !key.choices.isEmpty());
        for (const SettingChoice& choice : key.choices) {
            QVERIFY2(checkSetting(key.name, choice.word), qPrintable(key.name));
            QVERIFY2(!shownTitle(choice).isEmpty(), qPrintable(key.name));
        }
        if (key.kind == SettingKind::Choice)
            QVERIFY2(!checkSetting(key.name, u"something else"_s), qPrintable(key.name));
    }
}

void TestSettingsKeys::numbersKeepTheirLimits()
{
    for (const SettingsKey& key : allSettingsKeys()) {
        if (key.kind != SettingKind::Number)
            continue;
        QVERIFY2(checkSetting(key.name, QString::number(key.from)), qPrintable(key.name));
        QVERIFY2(checkSetting(key.name, QString::number(key.to)), qPrintable(key.name));
        QVERIFY2(!checkSetting(key.name, QString::number(key.from - 1)), qPrintable(key.name));
        QVERIFY2(!checkSetting(key.name, QString::number(key.to + 1)), qPrintable(key.name));
    }
}

void TestSettingsKeys::builtInValuesAreGood()
{
    for (const SettingsKey& key : allSettingsKeys()) {
        if (!key.isEndpoint())
            QVERIFY2(checkSetting(key.name, key.builtIn), qPrintable(key.name));
    }
}

QTEST_GUILESS_MAIN(TestSettingsKeys)
#include "tst_settingskeys.moc"
