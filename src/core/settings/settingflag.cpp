#include "core/settings/settingflag.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hekim {

std::optional<bool> flagOf(QStringView text)
{
    const auto isOneOf = [text](const auto& words) {
        return std::any_of(words.begin(), words.end(), [text](QLatin1StringView word) {
            return text.compare(word, Qt::CaseInsensitive) == 0;
        });
    };
    if (isOneOf(std::array{"true"_L1, "1"_L1, "yes"_L1, "on"_L1}))
        return true;
    if (isOneOf(std::array{"false"_L1, "0"_L1, "no"_L1, "off"_L1}))
        return false;
    return {};
}

QString flagText(bool on)
{
    return on ? u"true"_s : u"false"_s;
}

} // namespace hekim
