#include "policytemplates/admx.h"

#include "core/settings/settingskeys.h"

#include <QCoreApplication>
#include <QXmlStreamWriter>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr auto schema = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"_L1;
constexpr auto registryKey = "Software\\Policies\\HekimAsistani\\"_L1;
constexpr auto longestText = "2048"_L1; // as settingschecks.cpp has it

/// One writer for both files: the declaration, the indentation and the end of line are the same everywhere.
class Document
{
public:
    explicit Document(const QString& root) : m_xml(&m_bytes)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(root);
        m_xml.writeDefaultNamespace(schema);
        m_xml.writeAttribute("revision"_L1, "1.0"_L1);
        m_xml.writeAttribute("schemaVersion"_L1, "1.0"_L1);
    }
    QXmlStreamWriter& xml() { return m_xml; }
    QByteArray end()
    {
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

using Attributes = QList<std::pair<QLatin1StringView, QString>>;

void start(QXmlStreamWriter& xml, QLatin1StringView name, const Attributes& attributes)
{
    xml.writeStartElement(name);
    for (const auto& [attribute, value] : attributes)
        xml.writeAttribute(attribute, value);
}

void element(QXmlStreamWriter& xml, QLatin1StringView name, const Attributes& attributes)
{
    xml.writeEmptyElement(name);
    for (const auto& [attribute, value] : attributes)
        xml.writeAttribute(attribute, value);
}

QString idOf(const SettingsKey& key)
{
    return QString(key.name).replace(u'/', u'_');
}

QString idOf(SettingPage page)
{
    return u"page_"_s + QString::number(allSettingPages().indexOf(page) + 1);
}

QString choiceId(const SettingsKey& key, const SettingChoice& choice)
{
    return idOf(key) + u'_' + choice.word;
}

QString stringOf(const QString& id)
{
    return u"$(string.%1)"_s.arg(id);
}

void writeStringValue(QXmlStreamWriter& xml, QLatin1StringView name, const QString& value)
{
    xml.writeStartElement(name);
    xml.writeTextElement("string"_L1, value);
    xml.writeEndElement();
}

void writeElements(QXmlStreamWriter& xml, const SettingsKey& key)
{
    const QString id = idOf(key);
    const QString valueName = key.name.section(u'/', 1);
    xml.writeStartElement("elements"_L1);
    if (key.kind == SettingKind::Choice) {
        start(xml, "enum"_L1, {{"id"_L1, id}, {"valueName"_L1, valueName}, {"required"_L1, u"true"_s}});
        for (const SettingChoice& choice : key.choices) {
            start(xml, "item"_L1, {{"displayName"_L1, stringOf(choiceId(key, choice))}});
            writeStringValue(xml, "value"_L1, choice.word);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    } else if (key.kind == SettingKind::Number) {
        element(xml, "decimal"_L1,
                {{"id"_L1, id},
                 {"valueName"_L1, valueName},
                 {"required"_L1, u"true"_s},
                 {"minValue"_L1, QString::number(key.from)},
                 {"maxValue"_L1, QString::number(key.to)},
                 {"storeAsText"_L1, u"true"_s}});
    } else {
        element(xml, "text"_L1, {{"id"_L1, id}, {"valueName"_L1, valueName}, {"maxLength"_L1, longestText}});
    }
    xml.writeEndElement();
}

void writePolicy(QXmlStreamWriter& xml, const SettingsKey& key)
{
    const QString id = idOf(key);
    Attributes attributes{{"name"_L1, id},
                          {"class"_L1, u"Machine"_s},
                          {"displayName"_L1, stringOf(id)},
                          {"explainText"_L1, stringOf(id + u"_help"_s)},
                          {"key"_L1, registryKey + key.name.section(u'/', 0, 0)}};
    if (key.kind == SettingKind::Flag)
        attributes.append({"valueName"_L1, key.name.section(u'/', 1)});
    else
        attributes.append({"presentation"_L1, u"$(presentation.%1)"_s.arg(id)});
    start(xml, "policy"_L1, attributes);
    element(xml, "parentCategory"_L1, {{"ref"_L1, idOf(key.page)}});
    element(xml, "supportedOn"_L1, {{"ref"_L1, u"supported"_s}});
    if (key.kind == SettingKind::Flag) {
        writeStringValue(xml, "enabledValue"_L1, u"true"_s);
        writeStringValue(xml, "disabledValue"_L1, u"false"_s);
    } else {
        writeElements(xml, key);
    }
    xml.writeEndElement();
}

void writeString(QXmlStreamWriter& xml, const QString& id, const QString& text)
{
    start(xml, "string"_L1, {{"id"_L1, id}});
    xml.writeCharacters(text);
    xml.writeEndElement();
}

QString explanationOf(const SettingsKey& key, const TemplateText& text)
{
    QStringList lines{text.ofKey(key.explanation)};
    if (!key.builtIn.isEmpty())
        lines += text.own(QT_TRANSLATE_NOOP("PolicyTemplate", "Without this policy: %1")).arg(key.builtIn);
    lines += text.own(QT_TRANSLATE_NOOP("PolicyTemplate", "Key in policy.conf: %1")).arg(key.name);
    return lines.join(u"\n\n"_s);
}

void writePresentation(QXmlStreamWriter& xml, const SettingsKey& key, const TemplateText& text)
{
    const QString id = idOf(key);
    const QString title = text.ofKey(key.title);
    start(xml, "presentation"_L1, {{"id"_L1, id}});
    if (key.kind == SettingKind::Choice) {
        qsizetype builtIn = 0;
        while (key.choices.at(builtIn).word != key.builtIn)
            ++builtIn;
        start(xml, "dropdownList"_L1,
              {{"refId"_L1, id}, {"noSort"_L1, u"true"_s}, {"defaultItem"_L1, QString::number(builtIn)}});
        xml.writeCharacters(title);
        xml.writeEndElement();
    } else if (key.kind == SettingKind::Number) {
        start(xml, "decimalTextBox"_L1, {{"refId"_L1, id}, {"defaultValue"_L1, key.builtIn}});
        xml.writeCharacters(title);
        xml.writeEndElement();
    } else {
        start(xml, "textBox"_L1, {{"refId"_L1, id}});
        xml.writeTextElement("label"_L1, title);
        if (!key.builtIn.isEmpty())
            xml.writeTextElement("defaultValue"_L1, key.builtIn);
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

} // namespace

QByteArray admx()
{
    Document document(u"policyDefinitions"_s);
    QXmlStreamWriter& xml = document.xml();
    xml.writeStartElement("policyNamespaces"_L1);
    element(xml, "target"_L1,
            {{"prefix"_L1, u"hekimasistani"_s}, {"namespace"_L1, u"HekimAsistani.Policies"_s}});
    xml.writeEndElement();
    element(xml, "resources"_L1, {{"minRequiredRevision"_L1, u"1.0"_s}});
    xml.writeStartElement("supportedOn"_L1);
    xml.writeStartElement("definitions"_L1);
    element(xml, "definition"_L1,
            {{"name"_L1, u"supported"_s}, {"displayName"_L1, stringOf(u"supported"_s)}});
    xml.writeEndElement();
    xml.writeEndElement();

    xml.writeStartElement("categories"_L1);
    element(xml, "category"_L1, {{"name"_L1, u"program"_s}, {"displayName"_L1, stringOf(u"program"_s)}});
    for (const SettingPage page : allSettingPages()) {
        start(xml, "category"_L1, {{"name"_L1, idOf(page)}, {"displayName"_L1, stringOf(idOf(page))}});
        element(xml, "parentCategory"_L1, {{"ref"_L1, u"program"_s}});
        xml.writeEndElement();
    }
    xml.writeEndElement();

    xml.writeStartElement("policies"_L1);
    for (const SettingsKey& key : allSettingsKeys())
        writePolicy(xml, key);
    xml.writeEndElement();
    return document.end();
}

QByteArray adml(const TemplateText& text)
{
    Document document(u"policyDefinitionResources"_s);
    QXmlStreamWriter& xml = document.xml();
    xml.writeTextElement("displayName"_L1, u"Hekim Asistanı"_s);
    xml.writeTextElement("description"_L1,
                         text.own(QT_TRANSLATE_NOOP("PolicyTemplate", "Policy of Hekim Asistanı")));
    xml.writeStartElement("resources"_L1);
    xml.writeStartElement("stringTable"_L1);
    writeString(xml, u"program"_s, u"Hekim Asistanı"_s);
    writeString(xml, u"supported"_s, text.own(QT_TRANSLATE_NOOP("PolicyTemplate", "Windows 10 or newer")));
    for (const SettingPage page : allSettingPages())
        writeString(xml, idOf(page), text.ofKey(titleSource(page)));
    for (const SettingsKey& key : allSettingsKeys()) {
        writeString(xml, idOf(key), text.ofKey(key.title));
        writeString(xml, idOf(key) + u"_help"_s, explanationOf(key, text));
        for (const SettingChoice& choice : key.choices)
            writeString(xml, choiceId(key, choice), text.ofKey(choice.title));
    }
    xml.writeEndElement();
    xml.writeStartElement("presentationTable"_L1);
    for (const SettingsKey& key : allSettingsKeys()) {
        if (key.kind != SettingKind::Flag)
            writePresentation(xml, key, text);
    }
    xml.writeEndElement();
    return document.end();
}

} // namespace hekim
