#include "policytemplates/templatetext.h"

namespace hekim {

using namespace Qt::StringLiterals;

TemplateText::TemplateText(Language language) : m_language(language)
{
    if (language == Language::Turkish && !m_translator.load(u":/i18n/hekim-asistani_tr.qm"_s))
        qFatal("the Turkish translation is not linked in");
}

QString TemplateText::code() const
{
    return m_language == Language::Turkish ? u"tr-TR"_s : u"en-US"_s;
}

QString TemplateText::ofKey(const char* source) const
{
    return translated("SettingsKey", source);
}

QString TemplateText::own(const char* source) const
{
    return translated("PolicyTemplate", source);
}

QString TemplateText::translated(const char* context, const char* source) const
{
    const QString found =
        m_language == Language::Turkish ? m_translator.translate(context, source) : QString();
    return found.isEmpty() ? QString::fromUtf8(source) : found;
}

} // namespace hekim
