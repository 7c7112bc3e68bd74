#pragma once

#include "training/token/keybook.h"

#include <algorithm>

namespace hekim::training {

/// What OGN and the integration API remember: tokens of both kinds, and codes that open one study once.
struct ImageBooks
{
    /// Codes live a minute, or as long as tokens where those live shorter.
    ImageBooks(const Clock& clock, int tokenLifetimeSeconds)
        : tokens(clock, tokenLifetimeSeconds), codes(clock, std::min(60, tokenLifetimeSeconds))
    {
    }

    /// Whom a token was given for; both empty: the institution's own, for the helper services.
    struct Subject
    {
        QString doctor;
        QString patient;
        [[nodiscard]] bool isForImages() const { return !patient.isEmpty(); }
    };
    struct Study
    {
        QString patient;
        QString accession;
    };

    KeyBook<Subject> tokens;
    KeyBook<Study> codes;
};

} // namespace hekim::training
