#include "policytemplates/policyexample.h"

#include "core/settings/settingskeys.h"

#include <QCoreApplication>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

QString wordsOf(const SettingsKey& key)
{
    QStringList words;
    for (const SettingChoice& choice : key.choices)
        words += choice.word;
    if (key.kind == SettingKind::Flag)
        words = {u"true"_s, u"false"_s};
    return words.join(u" | "_s);
}

} // namespace

QByteArray policyExample(const TemplateText& text)
{
    QStringList lines;
    const auto say = [&lines](const QString& line) { lines += line.isEmpty() ? u";"_s : u"; "_s + line; };
    say(text.own(QT_TRANSLATE_NOOP("PolicyTemplate", "The administrator's policy for Hekim Asistanı.")));
    say(text.own(QT_TRANSLATE_NOOP("PolicyTemplate",
                                   "Nothing reads this file: copy it to policy.conf beside it and "
                                   "take the semicolon from the lines that are wanted.")));
    say(text.own(QT_TRANSLATE_NOOP("PolicyTemplate",
                                   "What stands there is locked for every user; the same keys in "
                                   "defaults.conf are only the machine's defaults.")));
    say(text.own(QT_TRANSLATE_NOOP("PolicyTemplate",
                                   "A value that holds , or ; stands in quotation marks. Passwords "
                                   "never stand here.")));
    QString section;
    for (const SettingsKey& key : allSettingsKeys()) {
        if (const QString own = key.name.section(u'/', 0, 0); own != section) {
            section = own;
            lines += u";"_s;
            lines += u";["_s + section + u']';
        }
        QString title = text.ofKey(key.title);
        if (const QString words = wordsOf(key); !words.isEmpty())
            title += u" ("_s + words + u')';
        say(title + u": "_s + text.ofKey(key.explanation));
        lines += u';' + key.name.section(u'/', 1) + u'=' + key.builtIn;
    }
    return (lines.join(u'\n') + u'\n').toUtf8();
}

} // namespace hekim
