#pragma once

#include "core/identity/identitynumber.h"
#include "services/erapor/pastreports.h"
#include "services/token/authorizedcall.h"

#include <functional>

namespace hekim {

class DoctorSession;

/// Asks e-Rapor for the reports that were written for a patient before (guide 000 section 5.3).
class PastReportsClient
{
public:
    /// Both outlive the client.
    PastReportsClient(HttpClient& http, DoctorSession& session);

    /// With the doctor's token; a 401 renews it once. The reply is read off the window's thread.
    CallHandle load(const QUrl& erapor, const IdentityNumber& patient, QObject* context,
                    std::function<void(Result<PastReports>)> done) const;

private:
    HttpClient& m_http;
    DoctorSession& m_session;
};

} // namespace hekim
