#pragma once

#include <QtGlobal>

namespace hekim {

/// Names one stay of one doctor, from the moment a login begins to the end of the session. Late answers,
/// queued wishes and waiting launches carry it: what belongs to another stay is dropped (rule P4).
enum class SessionId : quint64 {
    None ///< no doctor is being let in or is in
};

} // namespace hekim
