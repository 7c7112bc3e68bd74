#pragma once

#include <QStringView>

#include <optional>

namespace hekim {

/// A setting of kind Flag: true, 1, yes or on, and false, 0, no or off, however they are spelt. Everything
/// that reads one goes through here. Nothing where it is neither.
std::optional<bool> flagOf(QStringView text);

inline bool isOn(QStringView text)
{
    return flagOf(text).value_or(false);
}

/// As a file has it: "true" or "false".
QString flagText(bool on);

} // namespace hekim
