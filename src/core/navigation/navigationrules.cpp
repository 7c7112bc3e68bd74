#include "core/navigation/navigationrules.h"

#include <QUrlQuery>

#include <algorithm>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

/// The engine's own PDF viewer: a report's preview is this extension in a frame, with resources of its own
/// scheme.
constexpr QStringView pdfViewer = u"mhjfbmdgcfjbbpaeojofohoefgiehjai";

bool isViewerPage(const QUrl& url)
{
    return url.scheme() == u"chrome-extension" && url.host() == pdfViewer;
}

bool isViewerResource(const QUrl& url)
{
    const bool engine = url.scheme() == u"chrome" || url.scheme() == u"chrome-untrusted";
    return isViewerPage(url) || (engine && (url.host() == u"resources" || url.host() == u"theme"));
}

bool isWebScheme(const QString& scheme)
{
    return scheme == u"https" || scheme == u"http";
}

bool isSocketScheme(const QString& scheme)
{
    return scheme == u"wss" || scheme == u"ws";
}

/// What the engine itself understands and no page of ours needs.
bool isEngineScheme(const QString& scheme)
{
    static const QStringList schemes{u"file"_s,       u"qrc"_s,         u"javascript"_s,
                                     u"filesystem"_s, u"view-source"_s, u"devtools"_s};
    return schemes.contains(scheme) || scheme.startsWith(u"chrome"_s);
}

/// A WebSocket has the origin of the page's kind it belongs to.
QUrl asPage(QUrl url)
{
    if (url.scheme() == u"wss")
        url.setScheme(u"https"_s);
    else if (url.scheme() == u"ws")
        url.setScheme(u"http"_s);
    return url;
}

QString hostOf(const QUrl& url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

/// "*.saglik.gov.tr" is that host and everything below it, label by label.
bool isInDomain(const QString& host, const QString& domain)
{
    return host == domain || host.endsWith(u'.' + domain);
}

bool isInMinistryDomain(const QString& host)
{
    static const QStringList domains{u"saglik.gov.tr"_s, u"enabiz.gov.tr"_s, u"turkiye.gov.tr"_s};
    return std::any_of(domains.begin(), domains.end(),
                       [&](const QString& domain) { return isInDomain(host, domain); });
}

/// An entry of web/extraHosts: "host", "host:port" or "*.domain"; without a port the default one.
bool matchesExtraHost(const QUrl& page, const QString& entry)
{
    const QString host = hostOf(page);
    const int port = page.port(443);
    if (entry.startsWith(u"*."_s))
        return port == 443 && isInDomain(host, entry.sliced(2));
    const qsizetype colon = entry.indexOf(u':');
    if (colon < 0)
        return port == 443 && host == entry;
    return host == entry.first(colon) && port == entry.sliced(colon + 1).toInt();
}

/// What a page that finds its way by the fragment (`#/createreport?patientId=…`) has for an address there.
QUrl routeIn(const QUrl& url)
{
    const QString fragment = url.fragment(QUrl::FullyEncoded);
    // "#patientId=…" is a query without a path.
    return QUrl(fragment.contains(u'?') || !fragment.contains(u'=') ? fragment : u'?' + fragment);
}

/// The page of that name among e-Rapor's, compared without case (the guide prints both spellings).
bool isReportPage(const QUrl& url, QStringView name)
{
    for (const QUrl& address : {url, routeIn(url)}) {
        const QStringList parts = address.path(QUrl::FullyDecoded).toLower().split(u'/', Qt::SkipEmptyParts);
        for (qsizetype i = 1; i < parts.size(); ++i) {
            if (parts.at(i) == name && parts.at(i - 1) == u"singledoctor")
                return true;
        }
    }
    return false;
}

bool isCreateReport(const QUrl& url)
{
    return isReportPage(url, u"createreport");
}

/// The doctor's reports name all of the doctor's patients: never under one patient's banner (P1).
bool isDoctorIndex(const QUrl& url)
{
    return isReportPage(url, u"doctorindex");
}

QString formDecoded(QString text)
{
    return QUrl::fromPercentEncoding(text.replace(u'+', u' ').toUtf8()).trimmed();
}

/// All different values of `patientId` in the query, as a server reads them: names without case, "+" as a
/// blank. And in the fragment, as the page reads it.
QStringList patientIds(const QUrl& url)
{
    QStringList ids;
    const QString inFragment = routeIn(url).query(QUrl::FullyEncoded);
    const QUrlQuery query(url.query(QUrl::FullyEncoded) + u'&' + inFragment);
    for (const auto& [name, value] : query.queryItems(QUrl::FullyEncoded)) {
        if (formDecoded(name).compare(u"patientId"_s, Qt::CaseInsensitive) != 0)
            continue;
        const QString id = formDecoded(value);
        if (!id.isEmpty() && !ids.contains(id))
            ids += id;
    }
    return ids;
}

} // namespace

NavigationRules::NavigationRules(const Settings& settings, const std::optional<IdentityNumber>& patient)
    : m_environment(settings.environment())
    , m_reachesLive(settings.reachesLive())
    , m_extraHosts(settings.extraHosts())
    , m_externalSchemes(settings.externalSchemes())
    , m_agentPorts(settings.agentPorts())
    , m_patient(patient)
{
    const Endpoints& endpoints = settings.endpoints();
    for (const QUrl& url :
         {endpoints.erapor, endpoints.ogn, endpoints.teletip, endpoints.viewer, endpoints.hes}) {
        // S5: nothing of the training ministry is beyond this machine.
        const bool elsewhere = m_environment == EnvironmentName::Training && !isLoopbackHost(url.host());
        if (!url.isEmpty() && !elsewhere)
            m_environmentOrigins += originOf(url);
    }
    if (const QString origin = originOf(endpoints.erapor); m_environmentOrigins.contains(origin))
        m_eraporOrigin = origin;
    for (const QUrl& url : {endpoints.viewer, endpoints.teletip}) {
        if (const QString origin = originOf(url); m_environmentOrigins.contains(origin))
            m_imageOrigins += origin;
    }
    if (endpoints.viewer.isEmpty())
        m_imageOrigins.clear();
}

NavigationRules NavigationRules::forImages(const Settings& settings, const IdentityNumber& patient)
{
    NavigationRules rules(settings, patient);
    rules.m_isForImages = true;
    return rules;
}

NavigationRules::Verdict NavigationRules::navigation(const QUrl& to, const QUrl& from, bool mainFrame,
                                                     bool userGesture) const
{
    const QString scheme = to.scheme().toLower();
    if (scheme == u"about") {
        const bool inner = !mainFrame && to.path() == u"srcdoc";
        return to.path() == u"blank" || inner ? Verdict::Allow : Verdict::Refuse;
    }
    if (m_environmentOrigins.isEmpty() || !to.isValid() || scheme.isEmpty())
        return Verdict::Refuse;
    if (scheme == u"data")
        return mainFrame ? Verdict::Refuse : Verdict::Allow;
    if (scheme == u"blob")
        return isAllowedHost(QUrl(to.path())) ? Verdict::Allow : Verdict::Refuse;
    if (isViewerResource(to) && !mainFrame)
        return isViewerPage(from) || isAllowedHost(from) ? Verdict::Allow : Verdict::Refuse;
    if (isEngineScheme(scheme) || isSocketScheme(scheme))
        return Verdict::Refuse;
    if (!isWebScheme(scheme)) {
        if (!m_externalSchemes.contains(scheme))
            return Verdict::ProgramNotListed;
        return userGesture ? Verdict::StartProgram : Verdict::NeedsGesture;
    }
    if (isAllowedHost(to)) {
        if (m_patient && isDoctorIndex(to))
            return mainFrame ? Verdict::OpenMine : Verdict::Refuse;
        if (m_patient)
            return namesAnother(to) ? Verdict::RefuseOtherPatient : Verdict::Allow;
        const auto named = patientInAddress(to);
        if (!named)
            return Verdict::Allow;
        const bool readable = IdentityNumber::parse(*named, u"patientId"_s).has_value();
        return mainFrame && readable ? Verdict::OpenPatient : Verdict::Refuse;
    }
    if (!mainFrame)
        return isAgent(to) && isErapor(from) ? Verdict::Allow : Verdict::Refuse;
    // The environment's own world by another way (plain http, a user name, the live ministry in test) is a
    // mistake or an attack; the system's browser is no answer to it.
    const bool liveInTest = m_environment == EnvironmentName::Test && isLiveOnlyHost(hostOf(to));
    const bool plain = scheme == u"http" && isInMinistryDomain(hostOf(to));
    if (liveInTest || plain || !to.userInfo().isEmpty())
        return Verdict::Refuse;
    return userGesture ? Verdict::AskSystemBrowser : Verdict::NeedsGesture;
}

bool NavigationRules::allowsRequest(const QUrl& to, const QUrl& from) const
{
    const QString scheme = to.scheme().toLower();
    if (scheme == u"about")
        return to.path() == u"blank" || to.path() == u"srcdoc";
    if (m_environmentOrigins.isEmpty() || !to.isValid())
        return false;
    if (scheme == u"data")
        return true;
    if (scheme == u"blob")
        return isAllowedHost(QUrl(to.path()));
    if (isViewerResource(to))
        return isViewerPage(from) || isAllowedHost(from);
    if (!isWebScheme(scheme) && !isSocketScheme(scheme))
        return false;
    if (isAllowedHost(to))
        return m_patient ? !namesAnother(to) && !isDoctorIndex(to) : !patientInAddress(to);
    return isAgent(to) && isErapor(from);
}

std::optional<QString> NavigationRules::patientInAddress(const QUrl& url)
{
    if (!isCreateReport(url))
        return std::nullopt;
    const QStringList ids = patientIds(url);
    if (ids.isEmpty())
        return std::nullopt;
    return ids.join(u','); // two different ones are no patient's number at all
}

/// P1: whether the address, of a form or of anything else, names another person than this patient.
bool NavigationRules::namesAnother(const QUrl& url) const
{
    return namesAnother(patientIds(url), url);
}

bool NavigationRules::namesAnother(const QStringList& ids, const QUrl& where) const
{
    if (!m_patient)
        return false;
    // The patient id of an archive (DICOM PatientID) is any text of the hospital's own. Only what is an
    // identity number can be another's there.
    const bool isImages = m_imageOrigins.contains(originOf(asPage(where))) && !isErapor(asPage(where));
    return std::any_of(ids.begin(), ids.end(), [&](const QString& id) {
        return id != m_patient->digits() && (!isImages || IdentityNumber::parse(id, u"patientId"_s));
    });
}

bool NavigationRules::isViewer(const QUrl& page) const
{
    return m_isForImages && !m_imageOrigins.isEmpty() && originOf(page) == m_imageOrigins.first();
}

bool NavigationRules::isErapor(const QUrl& page) const
{
    return !m_eraporOrigin.isEmpty() && originOf(page) == m_eraporOrigin;
}

bool NavigationRules::isAllowedHost(const QUrl& url) const
{
    const QUrl page = asPage(url);
    if (!page.isValid() || !isWebScheme(page.scheme()) || !page.userInfo().isEmpty())
        return false;
    const QString host = hostOf(page);
    if (m_environment == EnvironmentName::Test && isLiveOnlyHost(host))
        return false;
    const bool plain = page.scheme() == u"http";
    if (m_environmentOrigins.contains(originOf(page)))
        return !plain || isLoopbackHost(host);
    if (m_environment == EnvironmentName::Training || m_environmentOrigins.isEmpty() || plain)
        return false;
    if (page.port(443) == 443 && isInMinistryDomain(host))
        return true;
    return std::any_of(m_extraHosts.begin(), m_extraHosts.end(),
                       [&](const QString& entry) { return matchesExtraHost(page, entry); });
}

bool NavigationRules::isAgent(const QUrl& url) const
{
    const QUrl agent = asPage(url);
    if (!isWebScheme(agent.scheme()) || !isLoopbackHost(agent.host()))
        return false;
    if (m_agentPorts == u"*")
        return true;
    const int port = agent.port(agent.scheme() == u"https" ? 443 : 80);
    const auto ports = m_agentPorts.split(u',');
    return std::any_of(ports.begin(), ports.end(),
                       [port](const QString& p) { return p.trimmed().toInt() == port; });
}

} // namespace hekim
