#pragma once

#include "core/error/error.h"
#include "services/diagnostics/connectioncheck.h"

#include <optional>

namespace hekim {

class DoctorSession;
class Teleradiology;

/// The logins of a connection check in the window: the doctor's session and the institution's own token. They
/// share what is known already, so that nothing that was refused is sent again (rule W3). `refused`: how the
/// last login ended, when the service did not take it.
ConnectionCheck::Logins checkLogins(DoctorSession& session, Teleradiology& radiology,
                                    const std::optional<Error>& refused);

} // namespace hekim
