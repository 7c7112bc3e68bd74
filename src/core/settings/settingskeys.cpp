#include "core/settings/settingskeys.h"

#include <QCoreApplication>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

constexpr char context[] = "SettingsKey";

QString translated(const char* source)
{
    return source ? QCoreApplication::translate(context, source) : QString();
}

} // namespace

const SettingsKey* findSettingsKey(QStringView name)
{
    const auto& keys = allSettingsKeys();
    const auto found =
        std::find_if(keys.begin(), keys.end(), [name](const SettingsKey& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

const RetiredKey* findRetiredKey(QStringView name)
{
    static const RetiredKey syslogServer{
        u"audit/syslogServer"_s,
        QT_TRANSLATE_NOOP("SettingsKey", "The program itself sends no copy of the audit trail any more. Set "
                                         "audit/systemLog=true, let this computer's rsyslog or Windows Event "
                                         "Forwarding carry the lines on, and remove this key.")};
    return name == syslogServer.name ? &syslogServer : nullptr;
}

QString RetiredKey::shownAdvice() const
{
    return translated(advice);
}

QString SettingsKey::shownTitle() const
{
    return translated(title);
}

QString SettingsKey::shownExplanation() const
{
    return translated(explanation);
}

QString shownTitle(const SettingChoice& choice)
{
    return translated(choice.title);
}

const QList<SettingPage>& allSettingPages()
{
    static const QList<SettingPage> pages{SettingPage::Institution, SettingPage::Services, SettingPage::Hes,
                                          SettingPage::Addresses,   SettingPage::Login,    SettingPage::Pages,
                                          SettingPage::Computer};
    return pages;
}

const char* titleSource(SettingPage page)
{
    switch (page) {
    case SettingPage::Institution:
        return QT_TRANSLATE_NOOP("SettingsKey", "Institution");
    case SettingPage::Services:
        return QT_TRANSLATE_NOOP("SettingsKey", "e-Rapor and images");
    case SettingPage::Hes:
        return QT_TRANSLATE_NOOP("SettingsKey", "HES");
    case SettingPage::Addresses:
        return QT_TRANSLATE_NOOP("SettingsKey", "Addresses");
    case SettingPage::Login:
        return QT_TRANSLATE_NOOP("SettingsKey", "Login and lock");
    case SettingPage::Pages:
        return QT_TRANSLATE_NOOP("SettingsKey", "Pages and e-signature");
    case SettingPage::Computer:
        return QT_TRANSLATE_NOOP("SettingsKey", "Network and language");
    }
    return "";
}

QString shownTitle(SettingPage page)
{
    return translated(titleSource(page));
}

} // namespace hekim
