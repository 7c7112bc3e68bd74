#pragma once

#include <QtGlobal>

class QString;

namespace hekim {

/// Qt's message handler while the application object is made: where none of its platforms comes up, Qt ends
/// the process with the advice to reinstall it. Says the true reason instead (StartWords) and ends with 5.
void sayWhyNoPlatform(QtMsgType type, const QMessageLogContext& context, const QString& text);

} // namespace hekim
