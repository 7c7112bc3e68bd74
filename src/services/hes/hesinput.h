#pragma once

#include "core/launch/hescode.h"

#include <QList>

namespace hekim {

/// Takes what people type, paste or scan into a field: HesCode's own rules, and besides: dashes of any kind
/// and invisible characters, the "*" that a scanner's "-" becomes on a Turkish keyboard, and a longer text
/// (of a QR code) that holds one code.
Result<HesCode> readHesCode(QStringView text, const QString& field);

/// Every code in a text, in its order, each once. A code inside a text stands alone between other characters,
/// and holds a letter and a digit, which tells it from words and telephone numbers.
QList<HesCode> findHesCodes(QStringView text);

/// Longer texts are refused unread.
inline constexpr qsizetype longestHesInput = 4096;

} // namespace hekim
