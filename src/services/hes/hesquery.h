#pragma once

#include "core/launch/hescode.h"
#include "core/settings/settings.h"

#include <QByteArray>
#include <QList>

namespace hekim {

/// What a single code is asked for (guide 004 section 5).
enum class HesQuery {
    Visitor,  ///< check-visitor-hes-code: tells the Ministry the place; risky ones go to the Ministry of the
              ///< Interior
    Employee, ///< check-employee-hes-code
    WithDetails ///< check-hes-code-plus: vaccination, immunity and negative test as well
};

/// Where a visitor is checked. Without city, district and address no visitor is asked about.
struct HesPlace
{
    QString city;
    QString district;
    QString address;
    double latitude = 0; ///< degrees; 0 and 0 where not set, as the guide prints it
    double longitude = 0;

    [[nodiscard]] bool isComplete() const;
    static HesPlace of(const Settings& settings);

    friend bool operator==(const HesPlace&, const HesPlace&) = default;
};

/// The last part of a method's address: "/check-visitor-hes-code".
QString hesMethod(HesQuery query);
inline constexpr char16_t hesBatchMethod[] = u"/check-hes-codes";

/// The bodies exactly as the guide has them, compact.
QByteArray hesBody(HesQuery query, const HesCode& code, const HesPlace& place);
QByteArray hesBatchBody(const QList<HesCode>& codes);

} // namespace hekim
