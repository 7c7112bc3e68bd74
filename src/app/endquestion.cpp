#include "app/endquestion.h"

#include <QCoreApplication>
#include <QStringList>

namespace hekim {

namespace {

struct EndQuestionText
{
    Q_DECLARE_TR_FUNCTIONS(EndQuestionText)
};

QString formsText(EndWish::Reason reason, int forms)
{
    switch (reason) {
    case EndWish::Reason::OtherDoctor:
    case EndWish::Reason::SwitchDoctor:
        return EndQuestionText::tr(
            "%n form(s) hold something that was typed in. It will be lost when the doctor changes.", nullptr,
            forms);
    case EndWish::Reason::Quit:
        return EndQuestionText::tr(
            "%n form(s) hold something that was typed in. It will be lost when the window closes.", nullptr,
            forms);
    case EndWish::Reason::LogOut:
    case EndWish::Reason::Forced:
        break;
    }
    return EndQuestionText::tr(
        "%n form(s) hold something that was typed in. It will be lost when you log out.", nullptr, forms);
}

QString yesText(EndWish::Reason reason)
{
    switch (reason) {
    case EndWish::Reason::OtherDoctor:
    case EndWish::Reason::SwitchDoctor:
        return EndQuestionText::tr("Change doctor");
    case EndWish::Reason::Quit:
        return EndQuestionText::tr("Close the window");
    case EndWish::Reason::LogOut:
    case EndWish::Reason::Forced:
        break;
    }
    return EndQuestionText::tr("Log out");
}

/// A line for each kind of loss; `forms` says it of touched forms.
QStringList linesOf(const SessionLosses& losses, const QString& forms)
{
    QStringList lines;
    if (losses.touchedForms > 0)
        lines.append(forms);
    if (losses.savingFiles > 0)
        lines.append(EndQuestionText::tr("%n file(s) are still being saved. They will be lost.", nullptr,
                                         losses.savingFiles));
    return lines;
}

} // namespace

EndQuestion questionBeforeEnd(EndWish::Reason reason, const IdentityNumber& doctor,
                              const SessionLosses& losses)
{
    QStringList lines;
    // The person before a locked window need not be the one who works in it.
    if (reason == EndWish::Reason::OtherDoctor)
        lines.append(EndQuestionText::tr("This ends the session of doctor %1.").arg(doctor.masked()));
    lines += linesOf(losses, formsText(reason, losses.touchedForms));
    return {lines.join(u'\n'), yesText(reason)};
}

EndQuestion questionBeforeNewStart(const SessionLosses& losses)
{
    const QString forms = EndQuestionText::tr(
        "%n form(s) hold something that was typed in. It will be lost when the window opens anew.", nullptr,
        losses.touchedForms);
    return {linesOf(losses, forms).join(u'\n'), EndQuestionText::tr("Open anew")};
}

} // namespace hekim
