#include "services/diagnostics/connectioncheck.h"

#include "services/diagnostics/servercertificate.h"
#include "services/http/httpclient.h"

using namespace Qt::StringLiterals;

namespace hekim {

namespace {

/// What the step Credentials says where nothing is sent.
StepReport credentials(StepState state, const QString& detail)
{
    return {CheckStep::Credentials, state, CheckFault::None, 0, detail};
}

/// The institution uses images: the three services of teleradiology are needed then.
bool usesImages(const Settings& settings)
{
    return settings.environment() == EnvironmentName::Training || !settings.ognApplicationCode().isEmpty();
}

} // namespace

ConnectionCheck::ConnectionCheck(HttpClient& http, QObject* parent)
    : QObject(parent), m_http(http), m_authorityFolders(localAuthorityFolders())
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &ConnectionCheck::stop);
}

ConnectionCheck::~ConnectionCheck() = default;

ServiceProbe::Parts ConnectionCheck::partsFor(const QString& addressKey) const
{
    ServiceProbe::Parts parts{m_http, m_authorities, m_patience.step, addressKey};
    parts.withoutLogin = credentials(StepState::NotNeeded, {});
    parts.afterLogin = credentials(StepState::Passed, u"token obtained"_s);
    return parts;
}

void ConnectionCheck::start(const Settings& settings, Logins logins)
{
    qDeleteAll(std::exchange(m_probes, {}));
    m_authorities = authoritiesIn(m_authorityFolders);
    m_report = {settings.environment(), QDateTime::currentDateTimeUtc(), {}};
    m_running = true;
    m_left = 0;

    const Endpoints& endpoints = settings.endpoints();
    auto erapor = partsFor(u"endpoints/erapor"_s);
    erapor.withoutLogin = credentials(StepState::NotTried, u"no doctor is logged in"_s);
    erapor.login = std::move(logins.erapor);
    erapor.waitsForKeychain = logins.waitsForKeychain;
    probe(CheckedService::Erapor, endpoints.erapor, true, std::move(erapor));

    const bool images = usesImages(settings);
    if (!endpoints.ogn.isEmpty()) {
        auto ogn = partsFor(u"endpoints/ogn"_s);
        ogn.withoutLogin = credentials(StepState::NotTried, u"not asked for"_s);
        ogn.login = std::move(logins.ogn);
        ogn.waitsForKeychain = logins.waitsForKeychain;
        if (!images) {
            ogn.login = {};
            ogn.withoutLogin = credentials(StepState::NotTried, u"ogn/applicationCode is not set"_s);
        }
        probe(CheckedService::Ogn, endpoints.ogn, images, std::move(ogn));
    }
    if (!endpoints.teletip.isEmpty())
        probe(CheckedService::Teletip, endpoints.teletip, images, partsFor(u"endpoints/teletip"_s));
    if (!endpoints.viewer.isEmpty())
        probe(CheckedService::Viewer, endpoints.viewer, images, partsFor(u"endpoints/viewer"_s));
    if (!endpoints.hes.isEmpty() && settings.hesEnabled()) {
        // Every method of the service asks about a person's code, and a made-up one is never sent. Not
        // needed: HES control ended in 2022, and no clinic's work stops without it.
        auto hes = partsFor(u"endpoints/hes"_s);
        hes.withoutLogin = credentials(StepState::NotTried, u"no method of HES is without a code"_s);
        probe(CheckedService::Hes, endpoints.hes, false, std::move(hes));
    }

    m_deadline.start(m_patience.whole);
    for (ServiceProbe* probe : std::as_const(m_probes))
        probe->start();
}

void ConnectionCheck::probe(CheckedService service, const QUrl& address, bool needed,
                            ServiceProbe::Parts parts)
{
    auto* probe = new ServiceProbe({service, address, needed, {}}, std::move(parts), this);
    const qsizetype place = m_probes.size();
    m_probes.append(probe);
    m_report.services.append(probe->report());
    ++m_left;
    connect(probe, &ServiceProbe::changed, this, [this, probe, place] {
        m_report.services[place] = probe->report();
        emit changed();
    });
    connect(probe, &ServiceProbe::finished, this, &ConnectionCheck::probeEnded);
}

void ConnectionCheck::probeEnded()
{
    if (--m_left > 0)
        return;
    m_deadline.stop();
    m_running = false;
    judgeTogether(m_report);
    emit finished();
}

void ConnectionCheck::stop()
{
    if (!m_running)
        return;
    m_deadline.stop();
    m_running = false;
    for (qsizetype i = 0; i < m_probes.size(); ++i) {
        m_probes.at(i)->disconnect(this);
        m_probes.at(i)->stop();
        m_report.services[i] = m_probes.at(i)->report();
    }
    judgeTogether(m_report);
    emit changed();
    emit finished();
}

} // namespace hekim
