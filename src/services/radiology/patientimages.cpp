#include "services/radiology/patientimages.h"

#include "services/radiology/otacreply.h"

using namespace Qt::StringLiterals;

namespace hekim {

PatientImages::PatientImages(HttpClient& http, OgnLogin& login, const Settings& settings,
                             const ImageSubject& subject, QObject* parent)
    : QObject(parent)
    , m_login(login)
    , m_settings(settings)
    , m_subject(subject)
    , m_token(Step::OgnToken,
              [this](QObject* context, std::function<void(Result<Token>)> done) {
                  return m_login.obtain(m_settings, m_subject, context, std::move(done));
              })
    , m_client(http, settings.endpoints().teletip, m_token, Step::PostOtac)
{
}

QString PatientImages::missingAddresses() const
{
    const Endpoints& endpoints = m_settings.endpoints();
    QStringList keys;
    for (const auto& [address, key] :
         {std::pair(endpoints.ogn, u"endpoints/ogn"_s), std::pair(endpoints.teletip, u"endpoints/teletip"_s),
          std::pair(endpoints.viewer, u"endpoints/viewer"_s)}) {
        if (address.isEmpty())
            keys.append(key);
    }
    return keys.join(u", "_s);
}

CallHandle PatientImages::open(const QString& accession, QObject* context,
                               std::function<void(Result<QUrl>)> done)
{
    if (const QString missing = missingAddresses(); !missing.isEmpty()) {
        const Callback<QUrl> callback(context, std::move(done));
        callback.answerLater(tl::make_unexpected(
            Error{.kind = ErrorKind::NotPublished, .step = Step::PostOtac, .detail = missing}));
        return callback.handle();
    }
    // Guide 002 writes PostOtac too; its example call holds.
    return m_client.post(u"postOTAC"_s, {{u"AccessionNumber"_s, accession}}, context,
                         [viewer = m_settings.endpoints().viewer,
                          host = m_settings.endpoints().teletip.host(),
                          done = std::move(done)](const Result<HttpReply>& reply) {
                             done(reply.and_then([&](const HttpReply& whole) {
                                 return viewerAddress(whole.body, viewer, host);
                             }));
                         });
}

void PatientImages::refused()
{
    if (const auto& token = m_token.current())
        m_token.refused(QString(token->value));
}

void PatientImages::retried()
{
    m_login.forgive();
    if (m_token.areCredentialsRefused())
        m_token.forget();
}

} // namespace hekim
