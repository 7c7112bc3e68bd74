#pragma once

#include "services/diagnostics/connectionreport.h"

namespace hekim::connectiontext {

/// What is wrong and what to do about it, without the side on which it lies. Translated.
QString sentenceFor(const ServiceReport& service, const StepReport& step);

} // namespace hekim::connectiontext
