#pragma once

#include <QString>

namespace hekim {

/// A program of ours: beside this one, or in ../libexec/hekim-asistani. Empty when it is in neither place;
/// the search path is not asked, since any user could put a program of that name there.
QString findProgram(const QString& name);

} // namespace hekim
