#include "services/hes/hesclient.h"

#include "core/settings/training.h"
#include "services/http/httpdate.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hekim {

namespace {

constexpr std::chrono::seconds longestPause = 24h;

Error failure(ErrorKind kind, const QUrl& service, const QString& detail = {}, int status = 0)
{
    return {.kind = kind, .step = Step::Hes, .host = service.host(), .httpStatus = status, .detail = detail};
}

// Seconds, or a date as HTTP writes it (RFC 9110 section 10.2.3).
std::chrono::milliseconds pauseOf(const QByteArray& retryAfter)
{
    bool isNumber = false;
    const qlonglong number = retryAfter.trimmed().toLongLong(&isNumber);
    qlonglong wanted = number;
    if (!isNumber) {
        const QDateTime until = httpDate(retryAfter);
        wanted = until.isValid() ? QDateTime::currentDateTimeUtc().secsTo(until) : 0;
    }
    return std::chrono::seconds(std::clamp<qlonglong>(wanted, 0, longestPause.count()));
}

} // namespace

HesClient::HesClient(HttpClient& http, CredentialStore& credentials, const Settings& settings,
                     QObject* parent)
    : QObject(parent), m_http(http), m_credentials(credentials), m_settings(settings)
{
}

HesClient::~HesClient()
{
    m_refused.password.fill(u'\0');
}

std::chrono::milliseconds HesClient::pause() const
{
    return std::chrono::milliseconds(m_pause.remainingTime());
}

CallHandle HesClient::check(HesQuery query, const HesCode& code, const HesPlace& place, QObject* context,
                            std::function<void(Result<HesResult>)> done)
{
    const Callback<HesResult> callback(context, std::move(done));
    if (query == HesQuery::Visitor && !place.isComplete()) {
        callback.answerLater(badInput(u"hes/address"_s, InputFault::Empty));
        return callback.handle();
    }
    const QString host = m_settings.endpoints().hes.host();
    const bool withDetails = query == HesQuery::WithDetails;
    const auto sending = std::make_shared<CallHandle>();
    *sending = post(hesMethod(query), hesBody(query, code, place),
                    Callback<HttpReply>(this, [callback, host, withDetails](const Result<HttpReply>& reply) {
                        callback.answer(reply.and_then([&](const HttpReply& whole) {
                            return readHesReply(whole.status, whole.body, withDetails, host);
                        }));
                    }));
    return callback.handle([sending] { sending->cancel(); });
}

CallHandle HesClient::checkStaff(const QList<HesCode>& codes, QObject* context,
                                 std::function<void(Result<HesResults>)> done)
{
    const Callback<HesResults> callback(context, std::move(done));
    const QString host = m_settings.endpoints().hes.host();
    const auto sending = std::make_shared<CallHandle>();
    *sending = post(QStringView(hesBatchMethod).toString(), hesBatchBody(codes),
                    Callback<HttpReply>(this, [callback, host, codes](const Result<HttpReply>& reply) {
                        callback.answer(reply.and_then([&](const HttpReply& whole) {
                            return readHesBatchReply(whole.status, whole.body, codes, host);
                        }));
                    }));
    return callback.handle([sending] { sending->cancel(); });
}

CallHandle HesClient::post(const QString& method, const QByteArray& body, const Callback<HttpReply>& callback)
{
    const QUrl service = m_settings.endpoints().hes;
    if (service.isEmpty()) {
        callback.answerLater(tl::make_unexpected(failure(ErrorKind::NotPublished, service)));
        return callback.handle();
    }
    if (const auto left = pause(); left > 0ms) {
        const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
        callback.answerLater(tl::make_unexpected(
            failure(ErrorKind::ServerFailed, service, u"it asked to wait %1 s more"_s.arg(seconds))));
        return callback.handle();
    }
    const auto sending = std::make_shared<CallHandle>();
    const auto send = [this, service, method, body, callback, sending](const Result<Login>& login) {
        if (!callback.isWanted())
            return;
        if (!login) {
            callback.answer(tl::make_unexpected(login.error()));
            return;
        }
        if (*login == m_refused) { // rule W3
            callback.answer(tl::make_unexpected(
                failure(ErrorKind::CredentialsRefused, service, u"refused before, not sent again"_s)));
            return;
        }
        HttpRequest request{"POST", service, {}, body, Step::Hes};
        request.url.setPath(service.path(QUrl::FullyEncoded) + method, QUrl::StrictMode);
        const QByteArray pair = login->user.toUtf8() + ':' + login->password.toUtf8();
        request.headers = {{"Authorization", "Basic " + pair.toBase64()},
                           {"Content-Type", "application/json"},
                           {"Accept", "application/json"}};
        *sending =
            m_http.send(request, this, [this, callback, login = *login](const Result<HttpReply>& reply) {
                if (reply)
                    note(*reply, login);
                callback.answer(reply);
            });
    };
    readLogin(Callback<Login>(this, send));
    return callback.handle([sending] { sending->cancel(); });
}

void HesClient::readLogin(const Callback<Login>& callback)
{
    if (m_settings.environment() == EnvironmentName::Training) {
        callback.answerLater(Login{QStringView(training::hesUsername).toString(),
                                   QStringView(training::hesPassword).toString()});
        return;
    }
    // Read anew each time: what IT corrects counts at once.
    m_credentials.read(SecretName::HesUsername, ownerOf(SecretName::HesUsername, m_settings), this,
                       [this, callback](const Result<QString>& user) {
                           if (!user) {
                               callback.answer(tl::make_unexpected(user.error()));
                               return;
                           }
                           m_credentials.read(
                               SecretName::HesPassword, ownerOf(SecretName::HesPassword, m_settings), this,
                               [callback, user = *user](const Result<QString>& password) {
                                   callback.answer(password.map([&user](const QString& secret) {
                                       return Login{user, secret};
                                   }));
                               });
                       });
}

void HesClient::note(const HttpReply& reply, const Login& login)
{
    if (reply.status == 401 || reply.status == 403)
        m_refused = login;
    if (reply.status == 429 || reply.status >= 500)
        m_pause.setRemainingTime(pauseOf(reply.retryAfter));
    // Anything between can answer 400 as well, though not in JSON (guide 004: a code's fault is told that
    // way).
    if ((reply.status == 200 || reply.status == 400) && reply.contentType.contains("json"))
        emit loginTaken();
}

} // namespace hekim
