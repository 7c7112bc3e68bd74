#pragma once

#include <QStringList>

namespace hekim {

/// Turkish spell checking, where a dictionary of the engine's kind (tr-TR.bdic or tr_TR.bdic) is on this
/// computer. Nothing leaves the computer for it.
namespace spelling {

/// Where dictionaries are looked for: beside the program, in Qt's own data, and where Debian keeps them.
QStringList folders();
/// Tells the engine of the first of the folders that has a Turkish dictionary. Before the first page: the
/// engine looks once. What the environment said is gone by then (rule S7).
void offer(const QStringList& folders);
/// The dictionary's name for the engine; empty when there is none.
QString language();

} // namespace spelling
} // namespace hekim
