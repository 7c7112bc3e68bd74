#include "core/launch/reason.h"

#include <QCoreApplication>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

struct ReasonText
{
    Q_DECLARE_TR_FUNCTIONS(Reason)
};

} // namespace

QList<Reason> allReasons()
{
    return {Reason::GeneralCondition, Reason::SmoothboreRifle, Reason::OccupationalHealth,
            Reason::MentalCapacity};
}

Result<Reason> reasonFromString(QStringView text)
{
    const QString field = u"reason"_s;
    if (text.isEmpty())
        return badInput(field, InputFault::Empty);
    for (const Reason reason : allReasons()) {
        if (text == QString::number(static_cast<int>(reason)))
            return reason;
    }
    return badInput(field, InputFault::OutOfRange);
}

// The words of guide 000, table 4.
QString displayName(Reason reason)
{
    switch (reason) {
    case Reason::GeneralCondition:
        return ReasonText::tr("Decision on general condition");
    case Reason::SmoothboreRifle:
        return ReasonText::tr("Decision on a smoothbore rifle");
    case Reason::OccupationalHealth:
        return ReasonText::tr("Decision on occupational health and safety");
    case Reason::MentalCapacity:
        return ReasonText::tr("Decision on mental capacity");
    }
    return {};
}

} // namespace hekim
