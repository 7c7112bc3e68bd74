#pragma once

#include "core/settings/environment.h"

#include <QList>
#include <QString>

namespace hekim {

/// What a key holds: how it is typed in, and what is taken out of a pasted value.
enum class SettingKind {
    Choice,  ///< one of SettingsKey::choices
    Text,    ///< words that people read
    Code,    ///< an identifier: no blanks in it
    Number,  ///< a whole number of SettingsKey::from to SettingsKey::to
    Degrees, ///< a decimal number with a point
    Address, ///< an https address
    List,    ///< comma separated
    Flag     ///< true or false
};

/// The pages of the settings dialog and the folders of the policy templates.
enum class SettingPage { Institution, Services, Hes, Addresses, Login, Pages, Computer };
const QList<SettingPage>& allSettingPages();

struct SettingChoice
{
    QString word;                ///< as the file has it
    const char* title = nullptr; ///< source text, of the context "SettingsKey"
};

/// A settings key with its built-in value and what a person needs to know of it. The settings dialog, the
/// first start and the policy templates are made from this one list.
struct SettingsKey
{
    QString name; ///< "section/key"
    QString builtIn{};
    SettingPage page = SettingPage::Institution;
    SettingKind kind = SettingKind::Text;
    const char* title = nullptr;         ///< source text, of the context "SettingsKey"
    const char* explanation = nullptr;   ///< likewise; a sentence or two
    bool liveNeedsAdministrator = false; ///< in `live` it counts from policy or machine defaults only
    bool countsAtNextStart = false;      ///< a change of it needs no new login: it waits for the next start
    QList<SettingChoice> choices{};
    int from = 0;
    int to = 0;

    [[nodiscard]] QString shownTitle() const;       ///< translated
    [[nodiscard]] QString shownExplanation() const; ///< translated
    [[nodiscard]] bool isEndpoint() const { return kind == SettingKind::Address; }
    /// It counts from policy or machine defaults only. The trail's do in `custom` too, whatever its addresses
    /// are now: its months tell of those that it had.
    [[nodiscard]] bool needsAdministrator(EnvironmentName environment, bool reachesLive) const
    {
        return liveNeedsAdministrator &&
               (reachesLive || (environment == EnvironmentName::Custom && name.startsWith(u"audit/")));
    }
};
QString shownTitle(const SettingChoice& choice);
const char* titleSource(SettingPage page); ///< of the context "SettingsKey"
QString shownTitle(SettingPage page);

const QList<SettingsKey>& allSettingsKeys();
/// Null where there is no such key.
const SettingsKey* findSettingsKey(QStringView name);

/// A key that earlier versions had, and what to do in its place.
struct RetiredKey
{
    QString name;
    const char* advice = nullptr; ///< source text, of the context "SettingsKey"

    [[nodiscard]] QString shownAdvice() const; ///< translated
};
/// Null where there never was such a key, or it still is one.
const RetiredKey* findRetiredKey(QStringView name);

/// Whether the value is one the key can hold ("10" for login/idleLockMinutes, an https address for
/// endpoints/…).
Result<void> checkSetting(const QString& key, const QString& value);

} // namespace hekim
