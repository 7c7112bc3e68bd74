#pragma once

#include <QString>

namespace hekim {

/// That the system asks for the keyring's password, and the program waits for it.
QString keyringWaitsText();

} // namespace hekim
