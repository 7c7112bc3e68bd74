#include "services/erapor/pastreportsclient.h"

#include "core/call/background.h"
#include "core/call/callback.h"
#include "services/erapor/doctorsession.h"

namespace hekim {

PastReportsClient::PastReportsClient(HttpClient& http, DoctorSession& session)
    : m_http(http), m_session(session)
{
}

CallHandle PastReportsClient::load(const QUrl& erapor, const IdentityNumber& patient, QObject* context,
                                   std::function<void(Result<PastReports>)> done) const
{
    const Callback<PastReports> callback(context, std::move(done));
    const Result<HttpRequest> request = pastReportsRequest(erapor, patient);
    if (!request) {
        callback.answerLater(tl::make_unexpected(request.error()));
        return callback.handle();
    }
    const TokenSource tokens{[session = &m_session, doctor = m_session.doctor()](QObject* asker, auto given) {
                                 return session->tokenOf(doctor, asker, std::move(given));
                             },
                             [session = &m_session](const QString& value) { session->tokenRefused(value); }};
    const auto answered = [callback, context = QPointer(context),
                           host = request->url.host()](const Result<HttpReply>& reply) {
        if (!callback.isWanted())
            return;
        if (!reply) {
            callback.answer(tl::make_unexpected(reply.error()));
            return;
        }
        inBackground(
            context.data(), [reply = *reply, host] { return readPastReports(reply, host); },
            [callback](const Result<PastReports>& reports) { callback.answer(reports); });
    };
    auto sending = std::make_shared<CallHandle>(sendAuthorized(m_http, tokens, *request, context, answered));
    return callback.handle([sending] { sending->cancel(); });
}

} // namespace hekim
