#pragma once

#include "core/error/error.h"
#include "core/identity/pinrules.h"
#include "services/secrets/pinstore.h"

namespace hekim {

/// What the doctor reads about a PIN.
QString sentenceFor(PinFault fault);
/// Of an answer that is not Right.
QString sentenceFor(const PinAnswer& answer);
/// The PIN could not be looked up or kept.
QString sentenceForPinError(const Error& error);

} // namespace hekim
