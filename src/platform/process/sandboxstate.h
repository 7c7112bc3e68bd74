#pragma once

#include <QString>

namespace hekim {

/// Whether the engine's sandbox holds the pages that run now (rule S7), in fixed English words for IT.
QString sandboxState();

} // namespace hekim
