#include "core/settings/settingsinput.h"

#include <QRegularExpression>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// Percent-encoded blanks, line ends and quotation marks; anything else may be meant.
QString withoutEncodedNoise(QString text)
{
    static const QRegularExpression blank(u"%(?:20|09|0A|0D|C2%A0)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quotation(u"%(?:22|27)"_s);
    return text.replace(blank, u" "_s).replace(quotation, u"\""_s);
}

/// Blanks of every kind become plain ones; what has no width goes.
QString withPlainBlanks(const QString& text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Format || c == QChar::ByteOrderMark)
            continue;
        plain += c.isSpace() || c.category() == QChar::Other_Control ? u' ' : c;
    }
    return plain;
}

QString withoutQuotation(QString text)
{
    static const QRegularExpression ends(u"^[\\s\"'`“”„‘’«»]+|[\\s\"'`“”„‘’«»]+$"_s);
    return text.remove(ends);
}

QString withoutBlanks(QString text)
{
    return text.remove(u' ');
}

QString cleanedList(const QString& text)
{
    QStringList items;
    for (const QString& item : text.split(u',', Qt::SkipEmptyParts)) {
        if (const QString cleaned = withoutBlanks(withoutQuotation(item)); !cleaned.isEmpty())
            items += cleaned;
    }
    return items.join(u',');
}

/// Blanks at the ends and after a comma are typed with care, and are no fault.
QString plainlyTyped(const SettingsKey& key, const QString& typed)
{
    QString plain = typed.trimmed();
    if (key.kind == SettingKind::List)
        plain.replace(u", "_s, u","_s);
    return plain;
}

} // namespace

CleanedSetting cleanSetting(const SettingsKey& key, const QString& typed)
{
    QString value = withPlainBlanks(withoutEncodedNoise(typed));
    switch (key.kind) {
    case SettingKind::List:
        value = cleanedList(value);
        break;
    case SettingKind::Text:
        // Quotation marks inside a name are the name's own: only a pair around all of it goes.
        value = value.simplified();
        if (const QString inner = withoutQuotation(value); inner.size() == value.size() - 2)
            value = inner;
        break;
    case SettingKind::Degrees:
        value = withoutBlanks(withoutQuotation(value)).replace(u',', u'.');
        break;
    case SettingKind::Choice:
    case SettingKind::Code:
    case SettingKind::Number:
    case SettingKind::Address:
    case SettingKind::Flag:
        value = withoutBlanks(withoutQuotation(value));
        break;
    }
    return {value, value != plainlyTyped(key, typed)};
}

SettingHold holdOf(const SettingsKey& key, const Settings& settings)
{
    if (settings.isLocked(key.name))
        return SettingHold::Policy;
    if (key.isEndpoint() && settings.environment() != EnvironmentName::Custom)
        return SettingHold::OtherEnvironment;
    if (key.needsAdministrator(settings.environment(), settings.reachesLive()))
        return SettingHold::Administrator;
    return SettingHold::None;
}

} // namespace hekim
