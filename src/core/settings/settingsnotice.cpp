#include "core/settings/settingsnotice.h"

#include "core/settings/settingskeys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

constexpr char context[] = "SettingsNotice";

const char* sourceFor(SettingsNotice::Kind kind)
{
    switch (kind) {
    case SettingsNotice::Kind::DoesNotCount:
        return QT_TRANSLATE_NOOP("SettingsNotice", "%1 in %2 does not count here.");
    case SettingsNotice::Kind::NoLongerKnown:
        return QT_TRANSLATE_NOOP("SettingsNotice", "%1 in %2 is no longer known and does nothing.");
    case SettingsNotice::Kind::GivenTwice:
        return QT_TRANSLATE_NOOP("SettingsNotice",
                                 "%1 stands twice in %2; of a key that does, the last one counts. Put "
                                 "together what belongs together.");
    }
    return "";
}

} // namespace

QString sentenceFor(const SettingsNotice& notice)
{
    const QString sentence =
        QCoreApplication::translate(context, sourceFor(notice.kind)).arg(notice.name, notice.path);
    const RetiredKey* retired = findRetiredKey(notice.name);
    return retired ? sentence + u' ' + retired->shownAdvice() : sentence;
}

QString lineForIt(const SettingsNotice& notice)
{
    const QString line = QString::fromLatin1(sourceFor(notice.kind)).arg(notice.name, notice.path);
    const RetiredKey* retired = findRetiredKey(notice.name);
    return retired ? line + u' ' + QString::fromLatin1(retired->advice) : line;
}

} // namespace hekim
