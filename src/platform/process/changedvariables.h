#pragma once

#include <QByteArray>
#include <QProcessEnvironment>

namespace hekim {

/// Changes a variable of this process for the engine or the display's driver, which can be told in no other
/// way; what the user had there is kept beside it. At the start only: other threads may read meanwhile.
void changeVariable(const QByteArray& name, const QByteArray& value);
/// As the user had it; nothing happens where it was not changed.
void changeVariableBack(const QByteArray& name);

/// The environment as the user has it: for every program that is started.
QProcessEnvironment userEnvironment();

} // namespace hekim
