// What Windows Installer knows of settings (installer/windows/settings.wxi) against the program's own list of
// keys: every machine default is a public property, and nothing else is.

#include "core/settings/settings.h"
#include "support/places.h"

#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace hekim;

namespace {

/// Where a property is searched for and written to, as "key\name".
struct Places
{
    QStringList searched;
    QStringList written;
};

QString placeOf(const QXmlStreamAttributes& attributes)
{
    QStringList parts;
    for (const auto& name : {"Root"_L1, "Key"_L1, "Name"_L1})
        parts += attributes.value(name).toString();
    return parts.join(u'\\');
}

QString propertyOf(const QString& key)
{
    return key == u"environment/name" ? u"ENVIRONMENT"_s : QString(key).remove(u'/').toUpper();
}

} // namespace

class TestInstallerSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyKeyIsAProperty_data();
    void everyKeyIsAProperty();
    void nothingElseIs();
    void S1_noSecretIsAProperty();

private:
    QMap<QString, Places> m_places;
    QStringList m_given;
    QMap<QString, QString> m_kept; ///< property: what it takes its value from where none is given
    QString m_text;
};

void TestInstallerSettings::initTestCase()
{
    QFile file(QStringLiteral(HEKIM_SOURCE "/installer/windows/settings.wxi"));
    QVERIFY(file.open(QFile::ReadOnly));
    m_text = QString::fromUtf8(file.readAll());
    QXmlStreamReader xml(m_text);
    QString property;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes attributes = xml.attributes();
        const QString id = attributes.value("Id"_L1).toString();
        if (xml.name() == "Property"_L1) {
            QCOMPARE(attributes.value("Secure"_L1), "yes"_L1); // else Windows drops what is given
            if (id.startsWith(u"PREVIOUS_"))
                property = id.mid(9);
            else
                m_given += id;
        } else if (xml.name() == "RegistrySearch"_L1) {
            m_places[property].searched += placeOf(attributes);
        } else if (xml.name() == "RegistryValue"_L1) {
            QCOMPARE(attributes.value("Type"_L1), "string"_L1);
            const QString value = attributes.value("Value"_L1).toString();
            m_places[value.mid(1, value.size() - 2)].written += placeOf(attributes);
        } else if (xml.name() == "CustomAction"_L1) {
            m_kept[attributes.value("Property"_L1).toString()] = attributes.value("Value"_L1).toString();
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestInstallerSettings::everyKeyIsAProperty_data()
{
    QTest::addColumn<QString>("key");
    for (const SettingsKey& key : allSettingsKeys())
        QTest::newRow(qPrintable(key.name)) << key.name;
}

void TestInstallerSettings::everyKeyIsAProperty()
{
    QFETCH(QString, key);
    const QString property = propertyOf(key);
    static const QRegularExpression publicName(
        u"\\A[A-Z][A-Z0-9]{0,61}\\z"_s); // "PREVIOUS_" before it, 72 in all
    QVERIFY2(publicName.match(property).hasMatch(), qPrintable(property));
    // Machine defaults, never the policy.
    const QString place =
        u"HKLM\\Software\\HekimAsistani\\%1\\%2"_s.arg(key.section(u'/', 0, 0), key.section(u'/', 1));
    QCOMPARE(m_places.value(property).written, QStringList{place});
    QCOMPARE(m_places.value(property).searched, QStringList{place});
    QVERIFY(m_given.contains(property));
    QCOMPARE(m_kept.value(property), u"[PREVIOUS_%1]"_s.arg(property));
}

void TestInstallerSettings::nothingElseIs()
{
    QCOMPARE(m_places.size(), allSettingsKeys().size());
    QCOMPARE(m_kept.size(), allSettingsKeys().size());
    QCOMPARE(m_given.size(), allSettingsKeys().size());
}

void TestInstallerSettings::S1_noSecretIsAProperty()
{
    for (const QString& word : {u"password"_s, u"secret"_s, u"username"_s, u"parola"_s})
        QVERIFY2(!m_text.contains(word, Qt::CaseInsensitive), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestInstallerSettings)
#include "tst_installersettings.moc"
