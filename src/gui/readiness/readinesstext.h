#pragma once

#include "core/error/error.h"
#include "readiness/readinessrecord.h"
#include "widgets/theme.h"

namespace hekim {

/// The words of the readiness lists, one place for window and PDF.
QString displayName(ReadinessState state);
theme::State themeOf(ReadinessState state);
QString displayName(HesPath path);
QString displayName(RemoteService service);

/// "3 of 7 steps done".
QString progressText(const QList<ReadinessState>& states);
/// What a person said, in lines; nothing for none.
QStringList linesOf(const Statement& statement);
/// When and where the program saw it.
QString textOf(const Verification& verification);
/// That a record by hand is not the check that guide 003 asks for.
QString manualRecordWarning();
/// What is missing before live, a line each.
QStringList linesOf(const LiveQuestion& question);

/// A record that cannot be read or written, for the user.
QString readinessSentence(const Error& error);

} // namespace hekim
