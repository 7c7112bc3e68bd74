#pragma once

#include "core/launch/hescode.h"

#include <QDateTime>

#include <optional>

namespace hekim {

/// What the service says of a person's risk. Whatever is neither of its two words is unknown (rule P5).
enum class HesRisk { Unknown, Riskless, Risky };

/// "RISKY" and "RISKLESS", exactly; everything else is unknown.
HesRisk hesRiskFromStatus(QStringView status);

/// `true`, `false` and `null` of guide 004 section 5.4. None of the last two says "no" for sure: `null`
/// stands for "not shared", "not so" and "at risk" alike.
enum class HesTruth { NotShown, Yes, No };

/// What check-hes-code-plus tells beyond the others.
struct HesDetails
{
    HesTruth vaccinated = HesTruth::NotShown; ///< two doses
    HesTruth immune = HesTruth::NotShown;     ///< had COVID-19 in the last 6 months
    QDateTime negativeTestAt;                 ///< UTC, of the last 72 hours; invalid: none, or not shown

    friend bool operator==(const HesDetails&, const HesDetails&) = default;
};

/// The answer for one code. A code that is not found or has expired is an answer too, and no failure:
/// the service tells it as a 400 with an errorKey (guide 004 section 5.1).
struct HesResult
{
    enum class Outcome {
        Found,     ///< the service knows the code: `risk` and the person count
        NotFound,  ///< hescodenotfound
        Expired,   ///< hescodehasbeenexpired; `expiresAt` may be known
        Refused,   ///< another error key, see `errorKey`
        Unanswered ///< in neither map of a batch reply
    };
    Outcome outcome = Outcome::Unanswered;
    HesRisk risk = HesRisk::Unknown; ///< anything but unknown with Found only
    QString errorKey;                ///< as the service wrote it
    QString firstName;               ///< masked by the service, as are the next two
    QString lastName;
    QString identityNumber;
    QDateTime expiresAt; ///< UTC; invalid where not said
    std::optional<HesDetails> details;

    friend bool operator==(const HesResult&, const HesResult&) = default;
};

/// Whether the code's validity is over at `now` (UTC): it need not be asked again (guide 004 section 4).
bool isOver(const HesResult& result, const QDateTime& now);

} // namespace hekim
