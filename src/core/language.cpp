#include "core/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

// Qt's own buttons say what ours do: the translations of these stand among ours, which are asked first.
[[maybe_unused]] constexpr std::array wordsOfQt{QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
                                                QT_TRANSLATE_NOOP("QGnomeTheme", "&Cancel")};

QString codeOf(Language language)
{
    if (language == Language::System)
        language = QLocale::system().language() == QLocale::English ? Language::English : Language::Turkish;
    return language == Language::English ? u"en"_s : u"tr"_s;
}

} // namespace

void installLanguage(QCoreApplication& application, Language language)
{
    const QString code = codeOf(language);
    QLocale::setDefault(code == u"en"_s ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                        : QLocale(QLocale::Turkish, QLocale::Turkey));
    for (const QString& base : {u"qtbase"_s, u"hekim-asistani"_s}) {
        auto* translator = new QTranslator(&application);
        if (translator->load(u":/i18n/%1_%2.qm"_s.arg(base, code)))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace hekim
