#pragma once

#include "core/identity/identitynumber.h"
#include "core/launch/reason.h"
#include "services/token/token.h"

#include <QUrl>

namespace hekim {

/// Addresses of the e-Rapor pages (guide 000 section 4), each query value percent-encoded as a component.
QUrl createReportPage(const QUrl& erapor, const Token& token, const std::optional<IdentityNumber>& patient,
                      std::optional<Reason> reason);
QUrl doctorIndexPage(const QUrl& erapor, const Token& token);

} // namespace hekim
