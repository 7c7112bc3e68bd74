#pragma once

namespace hekim::training {

/// Ends the process when standard input closes, however the program that started it went away.
void endWithStandardInput();

} // namespace hekim::training
