#pragma once

#include <QString>
#include <QTranslator>

namespace hekim {

/// Source texts in the language of one template, whatever the language of this process is. The program needs
/// the translations (hekim_translations).
class TemplateText
{
public:
    enum class Language { Turkish, English };
    explicit TemplateText(Language language);

    [[nodiscard]] QString code() const; ///< "tr-TR", "en-US"
    /// Of the context "SettingsKey".
    [[nodiscard]] QString ofKey(const char* source) const;
    /// Of the context "PolicyTemplate".
    [[nodiscard]] QString own(const char* source) const;

private:
    [[nodiscard]] QString translated(const char* context, const char* source) const;

    Language m_language;
    QTranslator m_translator;
};

} // namespace hekim
