#pragma once

#include <QString>

namespace hekim {

/// A text as it is looked up: small letters by the Turkish rules, one i, and no dot above left over from an İ
/// that came in two characters. Text in composed characters keeps its length.
QString folded(const QString& text);

} // namespace hekim
