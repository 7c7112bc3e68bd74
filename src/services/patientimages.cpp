#include "services/patientimages.h"

#include "services/otacreply.h"

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

// Guide 002 writes PostOtac too; the example call holds (guides/README).
QString openMethod()
{
    return u"postOTAC"_s;
}

} // namespace

PatientImages::PatientImages(HttpClient& http, OgnLogin& login, const Settings& settings,
                             const ImageSubject& subject, QObject* parent)
    : QObject(parent)
    , m_login(login)
    , m_settings(settings)
    , m_subject(subject)
    , m_token(ognTokenStep(),
              [this](QObject* context, std::function<void(Result<Token>)> done) {
                  return m_login.obtain(m_settings, m_subject, context, std::move(done));
              })
    , m_client(http, settings.endpoints().teletip, m_token)
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
    const QString step = u"teleradiology "_s + openMethod();
    if (const QString missing = missingAddresses(); !missing.isEmpty()) {
        const Callback<QUrl> callback(context, std::move(done));
        callback.answerLater(
            tl::make_unexpected(Error{ErrorKind::NotPublished, step, InputFault::None, {}, 0, missing}));
        return callback.handle();
    }
    return m_client.post(openMethod(), {{u"AccessionNumber"_s, accession}}, context,
                         [step, viewer = m_settings.endpoints().viewer,
                          host = m_settings.endpoints().teletip.host(),
                          done = std::move(done)](const Result<HttpReply>& reply) {
                             done(reply.and_then([&](const HttpReply& whole) {
                                 return viewerAddress(whole.body, viewer, step, host);
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
