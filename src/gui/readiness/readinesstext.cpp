#include "gui/readiness/readinesstext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace hekim {

namespace {

struct Readiness
{
    Q_DECLARE_TR_FUNCTIONS(Readiness)
};

QString dayText(QDate day)
{
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString timeText(const QDateTime& time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

} // namespace

QString displayName(ReadinessState state)
{
    switch (state) {
    case ReadinessState::Open:
        return Readiness::tr("Not done");
    case ReadinessState::Stated:
        return Readiness::tr("Stated");
    case ReadinessState::NotNeeded:
        return Readiness::tr("Not needed");
    case ReadinessState::RunOut:
        return Readiness::tr("Run out");
    case ReadinessState::Verified:
        return Readiness::tr("Verified");
    case ReadinessState::Refused:
        return Readiness::tr("Refused");
    }
    return {};
}

theme::State themeOf(ReadinessState state)
{
    switch (state) {
    case ReadinessState::Open:
    case ReadinessState::NotNeeded:
        return theme::State::Info;
    case ReadinessState::Stated:
    case ReadinessState::Verified:
        return theme::State::Ok;
    case ReadinessState::RunOut:
        return theme::State::Warning;
    case ReadinessState::Refused:
        return theme::State::Error;
    }
    return theme::State::Info;
}

QString displayName(HesPath path)
{
    switch (path) {
    case HesPath::NotChosen:
        return Readiness::tr("Not chosen yet");
    case HesPath::Clinic:
        return Readiness::tr("Health institution (guide 004)");
    case HesPath::LocalAuthority:
        return Readiness::tr("Local authority (guide 001)");
    case HesPath::NotUsed:
        return Readiness::tr("HES is not used");
    }
    return {};
}

QString displayName(RemoteService service)
{
    switch (service) {
    case RemoteService::NotChosen:
        return Readiness::tr("Not chosen yet");
    case RemoteService::Given:
        return Readiness::tr("It is given (guide 003)");
    case RemoteService::NotGiven:
        return Readiness::tr("It is not given");
    }
    return {};
}

QString progressText(const QList<ReadinessState>& states)
{
    const auto done = std::ranges::count_if(states, &isSettled);
    return Readiness::tr("%1 of %n step(s) done", nullptr, static_cast<int>(states.size())).arg(done);
}

QStringList linesOf(const Statement& statement)
{
    QStringList lines;
    if (!statement.document.isEmpty() && statement.documentDate.isValid())
        lines.append(
            Readiness::tr("Document %1 of %2").arg(statement.document, dayText(statement.documentDate)));
    else if (!statement.document.isEmpty())
        lines.append(Readiness::tr("Document %1").arg(statement.document));
    else if (statement.documentDate.isValid())
        lines.append(Readiness::tr("Document of %1").arg(dayText(statement.documentDate)));
    lines.append(Readiness::tr("Stated by %1 on %2").arg(statement.by, timeText(statement.made)));
    if (statement.renewBy.isValid())
        lines.append(Readiness::tr("To be renewed by %1").arg(dayText(statement.renewBy)));
    if (!statement.note.isEmpty())
        lines.append(statement.note);
    return lines;
}

QString textOf(const Verification& verification)
{
    const QString what =
        verification.proof == Proof::HesLogin ? Readiness::tr("HES query") : Readiness::tr("e-Rapor login");
    const QString text = verification.passed ? Readiness::tr("Verified by the program: %1, %2, %3")
                                             : Readiness::tr("Refused when the program tried: %1, %2, %3");
    return text.arg(what, displayName(verification.environment), timeText(verification.made));
}

QString manualRecordWarning()
{
    return Readiness::tr(
        "A record by hand is not the check with the ÇKYS Doktor Bilgi Bankası that guide 003 "
        "asks for, and enables nothing. The address of that service is not published.");
}

QStringList linesOf(const LiveQuestion& question)
{
    QStringList lines;
    if (question.hesNotChosen)
        lines.append(Readiness::tr("HES access: not chosen which steps apply"));
    if (question.remoteNotChosen)
        lines.append(Readiness::tr("Remote health service: not chosen whether it is given"));
    for (const ChecklistStep& step : question.missing)
        lines.append(Readiness::tr("%1 (%2)", "step (guide and section)").arg(step.title, step.source));
    return lines;
}

QString readinessSentence(const Error& error)
{
    const QString name = QFileInfo(error.subject).fileName();
    switch (error.fault) {
    case InputFault::NotInThisVersion:
        return Readiness::tr(
                   "The readiness record %1 was written by a newer version. Install that version, or "
                   "put the record aside and begin a new one.")
            .arg(name);
    case InputFault::TooLarge:
        return Readiness::tr(
                   "The readiness record %1 is too large and was not read. Put it aside and begin a "
                   "new one.")
            .arg(name);
    case InputFault::GivenTwice:
        return Readiness::tr(
            "Another window has changed the readiness record in the meantime. Close this one "
            "and open it again.");
    case InputFault::Unreadable:
        return Readiness::tr("The readiness record %1 cannot be read or written. Ask your IT to look at the "
                             "rights of that file and its folder.")
            .arg(name);
    default:
        return Readiness::tr(
                   "The readiness record %1 is damaged and was not read. Put it aside and begin a new "
                   "one.")
            .arg(name);
    }
}

} // namespace hekim
