#pragma once

namespace hekim {

/// What the end of a session loses (rule P3).
struct SessionLosses
{
    int touchedForms = 0;
    int savingFiles = 0;

    [[nodiscard]] bool isEmpty() const { return touchedForms + savingFiles == 0; }
};

} // namespace hekim
