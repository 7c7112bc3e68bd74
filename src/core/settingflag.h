#pragma once

#include <QString>

namespace hekim {

/// Whether a setting of kind Flag is on: true or 1, however it is spelt.
inline bool isOn(const QString& value)
{
    return value == u"1" || value.compare(QLatin1StringView("true"), Qt::CaseInsensitive) == 0;
}

} // namespace hekim
