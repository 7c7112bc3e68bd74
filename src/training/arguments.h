#pragma once

#include "training/faults/misbehaviour.h"

#include <QStringList>

namespace hekim::training {

/// The command line of hekim-asistani-training.
struct Arguments
{
    enum class Wish { Serve, Help, Version };

    Wish wish = Wish::Serve;
    int port = 0; ///< 0: any free one
    bool stopWithStdin = false;
    int tokenLifetimeSeconds = 0;
    Misbehaviour::Order misbehaviour;

    /// `words` without the program's name; the refusal is one plain sentence.
    static tl::expected<Arguments, QString> parse(const QStringList& words);
    static QString help();
};

inline constexpr int defaultPort = 8790;
inline constexpr int defaultTokenLifetimeSeconds = 20 * 60;

} // namespace hekim::training
