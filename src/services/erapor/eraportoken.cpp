#include "services/erapor/eraportoken.h"

#include "core/settings/training.h"
#include "services/http/formfields.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

tl::unexpected<Error> missing(const QString& key)
{
    return tl::make_unexpected(Error{.kind = ErrorKind::NotConfigured, .subject = key});
}

} // namespace

QUrl eraporTokenAddress(const Settings& settings)
{
    const QUrl base = settings.endpoints().erapor;
    if (base.isEmpty())
        return {};
    return QUrl::fromEncoded(base.toEncoded(QUrl::StripTrailingSlash) + "/AuthApi/connect/token",
                             QUrl::StrictMode);
}

Result<HttpRequest> eraporTokenRequest(const Settings& settings, const IdentityNumber& doctor,
                                       const QString& password)
{
    const QUrl address = eraporTokenAddress(settings);
    if (address.isEmpty()) {
        return tl::make_unexpected(Error{
            .kind = ErrorKind::NotPublished, .step = Step::EraporToken, .detail = u"endpoints/erapor"_s});
    }
    // The training ministry knows one institution, whatever this workstation is set up for.
    const bool inTraining = settings.environment() == EnvironmentName::Training;
    const QString institution =
        inTraining ? QStringView(training::institutionCode).toString() : settings.institutionCode();
    const QString application =
        inTraining ? QStringView(training::applicationCode).toString() : settings.eraporApplicationCode();
    if (institution.isEmpty())
        return missing(u"institution/code"_s);
    if (application.isEmpty())
        return missing(u"erapor/applicationCode"_s);

    // Names and order as printed in the guide.
    const QByteArray fields = encodedFields({{"username", institution},
                                             {"password", password},
                                             {"grant_type", u"password"_s},
                                             {"applicationCode", application},
                                             {"identityNumber", doctor.digits()},
                                             {"role", settings.eraporRole()}});
    HttpRequest request;
    request.method = "POST";
    request.url = address;
    request.step = Step::EraporToken;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                       {"Accept", "application/json, text/plain, */*"}};
    if (settings.eraporCredentialsIn() == CredentialsIn::Body)
        request.body = fields;
    else
        request.url = QUrl::fromEncoded(address.toEncoded() + '?' + fields, QUrl::StrictMode);
    return request;
}

} // namespace hekim
