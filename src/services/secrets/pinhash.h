#pragma once

#include <QByteArray>

namespace hekim {

/// Argon2id of a PIN as libsodium's text, with its salt and cost in it: 64 MiB, a few tenths of a second. Not
/// in the window's thread (rule W2). Empty where there is not enough memory.
QByteArray pinHash(const QByteArray& pin);
bool pinMatches(const QByteArray& hash, const QByteArray& pin);

} // namespace hekim
