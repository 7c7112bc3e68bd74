#include "gui/help/helpsettings.h"

#include "core/settings/settingskeys.h"

#include <QCoreApplication>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

class HelpSettings
{
    Q_DECLARE_TR_FUNCTIONS(HelpSettings)

public:
    static QString rowOf(const SettingsKey& key)
    {
        QStringList said{u"*%1.* %2"_s.arg(key.shownTitle(), key.shownExplanation())};
        QStringList words;
        for (const SettingChoice& choice : key.choices)
            words.append(u"`%1` (%2)"_s.arg(choice.word, shownTitle(choice)));
        if (!words.isEmpty())
            said.append(tr("Values: %1.").arg(words.join(u", "_s)));
        if (!key.builtIn.isEmpty())
            said.append(tr("Without it: `%1`.").arg(key.builtIn));
        if (key.needsAdministrator(EnvironmentName::Custom, false))
            said.append(tr("In live and custom only from the policy or the machine's defaults."));
        else if (key.liveNeedsAdministrator)
            said.append(tr("In live only from the policy or the machine's defaults."));
        return u"| `%1` | %2 |\n"_s.arg(key.name, said.join(u' ').replace(u'|', u"\\|"_s));
    }

    static QString whole()
    {
        QString markdown;
        for (const SettingPage page : allSettingPages()) {
            markdown += u"### %1 {#settings-%2}\n\n| %3 | %4 |\n|---|---|\n"_s.arg(
                shownTitle(page), QString::number(static_cast<int>(page) + 1), tr("Key"), tr("Meaning"));
            for (const SettingsKey& key : allSettingsKeys())
                if (key.page == page)
                    markdown += rowOf(key);
            markdown += u'\n';
        }
        return markdown;
    }
};

} // namespace

QString settingsAsMarkdown()
{
    return HelpSettings::whole();
}

} // namespace hekim
