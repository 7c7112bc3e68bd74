#pragma once

#include <QByteArray>
#include <QString>

namespace hekim::training {

/// The first line on standard output: one JSON object with the addresses, for programs.
QByteArray addressLine(int port);

/// What a person needs to try the contract by hand: addresses, institution, invented people, calls.
QString readableList(int port);

} // namespace hekim::training
