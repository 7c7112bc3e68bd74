// The templates for administrators against the one list of keys: what stands in installer/policy is what the
// list makes, and what an ADMX writes is what the program reads.

#include "core/settings/settings.h"
#include "policytemplates/templates.h"
#include "support/places.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

struct Policy
{
    QString key; ///< the place in the registry
    QString valueName;
    QStringList words; ///< what it can write
};

QByteArray templateAt(const QString& path)
{
    for (const TemplateFile& file : policyTemplates()) {
        if (file.path == path)
            return file.content;
    }
    return {};
}

QList<Policy> policiesIn(const QByteArray& admx)
{
    QList<Policy> policies;
    QXmlStreamReader xml(admx);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto attributes = xml.attributes();
        if (xml.name() == "policy"_L1)
            policies.append({attributes.value("key"_L1).toString(), {}, {}});
        if (attributes.hasAttribute("valueName"_L1))
            policies.last().valueName = attributes.value("valueName"_L1).toString();
        if (xml.name() == "string"_L1)
            policies.last().words += xml.readElementText();
    }
    return xml.hasError() ? QList<Policy>() : policies;
}

/// What a file refers to and what it defines.
struct Names
{
    QSet<QString> asked;
    QSet<QString> defined;
};

Names namesIn(const QByteArray& document, const QString& kind)
{
    Names names;
    const QRegularExpression asked(u"\\$\\(%1\\.([^)]+)\\)"_s.arg(kind));
    for (const auto& match : asked.globalMatch(QString::fromUtf8(document)))
        names.asked += match.captured(1);
    QXmlStreamReader xml(document);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == kind)
            names.defined += xml.attributes().value("id"_L1).toString();
    }
    return names;
}

} // namespace

class TestPolicyTemplates : public QObject
{
    Q_OBJECT

private slots:
    void filesAreWhatTheListMakes_data();
    void filesAreWhatTheListMakes();
    void everyKeyIsAPolicy();
    void whatAPolicyWritesIsAGoodValue();
    void everyTextIsThere_data();
    void everyTextIsThere();
    void languagesDiffer();
    void exampleNamesEveryKey();
};

void TestPolicyTemplates::filesAreWhatTheListMakes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    for (const TemplateFile& file : policyTemplates())
        QTest::addRow("%s", qPrintable(file.path)) << file.path << file.content;
}

// Otherwise: ninja update_policy_templates
void TestPolicyTemplates::filesAreWhatTheListMakes()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFile file(u"" HEKIM_SOURCE "/installer/policy/"_s + path);
    QVERIFY2(file.open(QFile::ReadOnly), qPrintable(file.fileName()));
    QCOMPARE(QString::fromUtf8(file.readAll()), QString::fromUtf8(content));
}

void TestPolicyTemplates::everyKeyIsAPolicy()
{
    QStringList written;
    for (const Policy& policy : policiesIn(templateAt(u"hekim-asistani.admx"_s))) {
        // settingsplaces_windows.cpp reads below this key; a section is a subkey.
        static const QRegularExpression place(u"\\ASoftware\\\\Policies\\\\HekimAsistani\\\\([a-z]+)\\z"_s);
        const auto match = place.match(policy.key);
        QVERIFY2(match.hasMatch(), qPrintable(policy.key));
        written += match.captured(1) + u'/' + policy.valueName;
    }
    QStringList names;
    for (const SettingsKey& key : allSettingsKeys())
        names += key.name;
    QCOMPARE(written, names);
}

void TestPolicyTemplates::whatAPolicyWritesIsAGoodValue()
{
    for (const Policy& policy : policiesIn(templateAt(u"hekim-asistani.admx"_s))) {
        const QString name = policy.key.section(u'\\', -1) + u'/' + policy.valueName;
        const SettingsKey* key = findSettingsKey(name);
        QVERIFY(key);
        const bool hasWords = key->kind == SettingKind::Choice || key->kind == SettingKind::Flag;
        QCOMPARE(hasWords, !policy.words.isEmpty());
        for (const QString& word : policy.words)
            QVERIFY2(checkSetting(name, word), qPrintable(name + u'=' + word));
    }
}

void TestPolicyTemplates::everyTextIsThere_data()
{
    QTest::addColumn<QString>("adml");
    QTest::newRow("Turkish") << u"tr-TR/hekim-asistani.adml"_s;
    QTest::newRow("English") << u"en-US/hekim-asistani.adml"_s;
}

void TestPolicyTemplates::everyTextIsThere()
{
    QFETCH(QString, adml);
    const QByteArray policies = templateAt(u"hekim-asistani.admx"_s);
    const QByteArray texts = templateAt(adml);
    for (const QString& kind : {u"string"_s, u"presentation"_s}) {
        const QSet<QString> asked = namesIn(policies, kind).asked;
        QVERIFY(!asked.isEmpty());
        QCOMPARE(namesIn(texts, kind).defined, asked);
    }
}

void TestPolicyTemplates::languagesDiffer()
{
    const QString turkish = QString::fromUtf8(templateAt(u"tr-TR/hekim-asistani.adml"_s));
    const QString english = QString::fromUtf8(templateAt(u"en-US/hekim-asistani.adml"_s));
    QVERIFY(turkish.contains(u">Kurum kodu<"_s));
    QVERIFY(english.contains(u">Institution code<"_s));
    QVERIFY(!turkish.contains(u"Without this policy"_s));
}

// Every line taken out of its comment, the example is a policy that can be read.
void TestPolicyTemplates::exampleNamesEveryKey()
{
    QByteArray policy;
    const QList<QByteArray> lines = templateAt(u"policy.conf.example"_s).split('\n');
    for (const QByteArray& line : lines) {
        QVERIFY2(line.isEmpty() || line.startsWith(';'), line.constData());
        if (!line.startsWith("; ") && line.size() > 1)
            policy += line.sliced(1) + '\n';
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"policy.conf"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(policy), policy.size());
    file.close();
    for (const SettingsKey& key : allSettingsKeys())
        QVERIFY2(policy.contains('\n' + key.name.section(u'/', 1).toUtf8() + '='), qPrintable(key.name));
    const auto settings = Settings::load({{file.fileName()}, {}, {}, false}, {});
    QVERIFY(settings);
    QVERIFY(settings->notices().isEmpty());
    QVERIFY(settings->isLocked(u"ui/language"_s));
}

QTEST_GUILESS_MAIN(TestPolicyTemplates)
#include "tst_policytemplates.moc"
