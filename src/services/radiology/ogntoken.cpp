#include "services/radiology/ogntoken.h"

#include "core/settings/training.h"
#include "services/http/formfields.h"

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

tl::unexpected<Error> missing(const QString& key)
{
    return tl::make_unexpected(Error{.kind = ErrorKind::NotConfigured, .subject = key});
}

} // namespace

Result<HttpRequest> ognTokenRequest(const Settings& settings, const std::optional<ImageSubject>& subject,
                                    const QString& password)
{
    const QUrl base = settings.endpoints().ogn;
    if (base.isEmpty())
        return tl::make_unexpected(
            Error{.kind = ErrorKind::NotPublished, .step = Step::OgnToken, .detail = u"endpoints/ogn"_s});
    // The training ministry knows one institution, whatever this workstation is set up for.
    const bool inTraining = settings.environment() == EnvironmentName::Training;
    const QString institution =
        inTraining ? QStringView(training::institutionCode).toString() : settings.institutionCode();
    const QString application =
        inTraining ? QStringView(training::ognApplicationCode).toString() : settings.ognApplicationCode();
    if (institution.isEmpty())
        return missing(u"institution/code"_s);
    if (application.isEmpty())
        return missing(u"ogn/applicationCode"_s);

    // Names and order as printed in the guide.
    QList<std::pair<QByteArray, QString>> fields{{"client_id", settings.ognClientId()},
                                                 {"grant_type", settings.ognGrantType()},
                                                 {"UserName", institution},
                                                 {"Password", password},
                                                 {"ApplicationCode", application}};
    if (subject) {
        fields.append({"DoctorIdentityNumber", subject->doctor.digits()});
        fields.append({"PatientIdentityNumber", subject->patient.digits()});
    }
    HttpRequest request;
    request.method = "POST";
    request.url =
        QUrl::fromEncoded(base.toEncoded(QUrl::StripTrailingSlash) + "/connect/token", QUrl::StrictMode);
    request.step = Step::OgnToken;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", "application/json, text/plain, */*"}};
    request.body = encodedFields(fields);
    return request;
}

} // namespace hekim
