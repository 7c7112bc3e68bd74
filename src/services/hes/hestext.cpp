#include "services/hes/hestext.h"

#include <QCoreApplication>
#include <QLocale>

namespace hekim {

namespace {

struct HesText
{
    Q_DECLARE_TR_FUNCTIONS(HesText)
};

QString localTime(const QDateTime& moment)
{
    return moment.isValid() ? QLocale().toString(moment.toLocalTime(), QLocale::ShortFormat) : QString();
}

// Of a person at risk the service shows none of the three, whatever the person allows.
QString notShown(const HesResult& result, const QString& otherwise)
{
    return result.risk == HesRisk::Risky ? HesText::tr("not shown for a person at risk") : otherwise;
}

} // namespace

QString hesHeadline(const HesResult& result)
{
    switch (result.outcome) {
    case HesResult::Outcome::Found:
        break;
    case HesResult::Outcome::NotFound:
        return HesText::tr("Code not found");
    case HesResult::Outcome::Expired:
        return HesText::tr("Code expired");
    case HesResult::Outcome::Refused:
        return HesText::tr("Not answered");
    case HesResult::Outcome::Unanswered:
        return HesText::tr("Unknown");
    }
    switch (result.risk) {
    case HesRisk::Risky:
        return HesText::tr("Risky");
    case HesRisk::Riskless:
        return HesText::tr("Riskless");
    case HesRisk::Unknown:
        break;
    }
    return HesText::tr("Unknown");
}

QString hesAdvice(const HesResult& result)
{
    switch (result.outcome) {
    case HesResult::Outcome::Found:
        break;
    case HesResult::Outcome::NotFound:
        return HesText::tr("There is no such HES code. Compare it with the person's and check it again.");
    case HesResult::Outcome::Expired:
        return HesText::tr("The code is no longer valid. Ask the person for a new one.");
    case HesResult::Outcome::Refused:
        return HesText::tr("The service did not accept the code (%1). Ask the person for a new one.")
            .arg(result.errorKey);
    case HesResult::Outcome::Unanswered:
        return HesText::tr(
            "The service said nothing about this code. Its risk is not known; check it again.");
    }
    switch (result.risk) {
    case HesRisk::Risky:
        return HesText::tr("The person is at risk for COVID-19 at this moment.");
    case HesRisk::Riskless:
        return HesText::tr("No risk for COVID-19 is known at this moment.");
    case HesRisk::Unknown:
        break;
    }
    return HesText::tr(
        "The service gave no answer about the risk that is known here. Do not take it for riskless.");
}

QString hesPerson(const HesResult& result)
{
    return QStringList{result.firstName, result.lastName}.join(QLatin1Char(' ')).trimmed();
}

QString hesExpiry(const HesResult& result)
{
    return localTime(result.expiresAt);
}

QString hesVaccination(const HesResult& result)
{
    if (!result.details)
        return {};
    switch (result.details->vaccinated) {
    case HesTruth::Yes:
        return HesText::tr("vaccinated (two doses)");
    case HesTruth::No:
        return HesText::tr("not vaccinated, or not all doses");
    case HesTruth::NotShown:
        break;
    }
    return notShown(result, HesText::tr("not vaccinated, or the person does not share it"));
}

QString hesImmunity(const HesResult& result)
{
    if (!result.details)
        return {};
    switch (result.details->immune) {
    case HesTruth::Yes:
        return HesText::tr("immune (had COVID-19 in the last 6 months)");
    case HesTruth::No:
        return HesText::tr("did not have COVID-19 in the last 6 months");
    case HesTruth::NotShown:
        break;
    }
    return notShown(result, HesText::tr("not immune, or the person does not share it"));
}

QString hesNegativeTest(const HesResult& result)
{
    if (!result.details)
        return {};
    if (result.details->negativeTestAt.isValid())
        return HesText::tr("PCR negative, %1").arg(localTime(result.details->negativeTestAt));
    return notShown(result,
                    HesText::tr("no negative PCR in the last 72 hours, or the person does not share it"));
}

} // namespace hekim
