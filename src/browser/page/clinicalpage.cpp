#include "browser/page/clinicalpage.h"

#include "browser/gates/certificatejudge.h"
#include "browser/gates/gatekeeper.h"
#include "browser/gates/requestgate.h"
#include "browser/page/formmemory.h"
#include "browser/watch/dirtyformtracker.h"
#include "core/text/redaction.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#else
#include <QWebEngineQuotaRequest>
#endif

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;
using Notice = Gatekeeper::Notice;

namespace {
/// For IT: a hospital's inspection CA is told apart by its name (rule S4).
QString whyRefused(const QWebEngineCertificateError& error)
{
    const QList<QSslCertificate> chain = error.certificateChain();
    const QString issuer =
        chain.isEmpty() ? u"unknown"_s : redacted(chain.constLast().issuerDisplayName().left(80));
    return error.type() == QWebEngineCertificateError::CertificateAuthorityInvalid
               ? u"issuer not trusted: %1"_s.arg(issuer)
               : u"%1; issuer: %2"_s.arg(error.description().left(120), issuer);
}
} // namespace

bool isBlockedAddress(const QUrl& url)
{
    return url.scheme() == u"about" && url.fragment() == u"blocked";
}

ClinicalPage::ClinicalPage(QWebEngineProfile* profile, Gatekeeper& gatekeeper, RequestGate& requests,
                           const CertificateJudge& certificates, PageDialogs& dialogs, QObject* parent)
    : QWebEnginePage(profile, parent)
    , m_gatekeeper(gatekeeper)
    , m_requests(requests)
    , m_certificates(certificates)
    , m_dialogs(dialogs)
    , m_dirtyForm(new DirtyFormTracker(scripts(), this))
    , m_formMemory(new FormMemory(scripts(), this))
{
    closeWhatIsNotNeeded();
    refuseRequests();
    // What is not seen is not heard: not behind the lock (rule P6), not under another patient's banner (P1).
    setAudioMuted(true);
    connect(this, &QWebEnginePage::visibleChanged, this, [this](bool visible) { setAudioMuted(!visible); });
    connect(&m_gatekeeper.gestures(), &GestureWatch::happened, this, [this] {
        m_budget.renew();
        letScriptsAskForWindows(true);
    });
    connect(m_dirtyForm, &DirtyFormTracker::documentCreated, this, [this] { letScriptsAskForWindows(true); });
}

void ClinicalPage::closeWhatIsNotNeeded()
{
    QWebEngineSettings& switches = *settings();
    for (const auto off :
         {QWebEngineSettings::JavascriptCanAccessClipboard, QWebEngineSettings::JavascriptCanPaste,
          QWebEngineSettings::LocalContentCanAccessFileUrls,
          QWebEngineSettings::LocalContentCanAccessRemoteUrls, QWebEngineSettings::NavigateOnDropEnabled,
          QWebEngineSettings::HyperlinkAuditingEnabled, QWebEngineSettings::DnsPrefetchEnabled,
          QWebEngineSettings::ScreenCaptureEnabled, QWebEngineSettings::FullScreenSupportEnabled,
          QWebEngineSettings::AllowRunningInsecureContent,
          QWebEngineSettings::AllowGeolocationOnInsecureOrigins,
          QWebEngineSettings::AllowWindowActivationFromJavaScript,
          QWebEngineSettings::AutoLoadIconsForPage, // an icon is a second request for every page
          QWebEngineSettings::TouchIconsEnabled,
          QWebEngineSettings::ErrorPageEnabled}) // failures are told by widgets
        switches.setAttribute(off, false);
    for (const auto on : {QWebEngineSettings::WebRTCPublicInterfacesOnly, QWebEngineSettings::PluginsEnabled,
                          QWebEngineSettings::PdfViewerEnabled}) // the viewer is a plugin: it needs both
        switches.setAttribute(on, true);
    // Only so does acceptNavigationRequest() see all foreign schemes, those of inner frames included; it
    // refuses each of them and the Gatekeeper starts the program by itself (rule S6).
    switches.setUnknownUrlSchemePolicy(QWebEngineSettings::AllowAllUnknownUrlSchemes);
}

void ClinicalPage::refuseRequests()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this, [this](const QWebEnginePermission& permission) {
        permission.deny();
        m_gatekeeper.tell(Notice::PermissionDenied, permission.origin());
    });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl& origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
                m_gatekeeper.tell(Notice::PermissionDenied, origin);
            });
    connect(this, &QWebEnginePage::quotaRequested, this,
            [](QWebEngineQuotaRequest request) { request.reject(); });
#endif
    connect(this, &QWebEnginePage::fullScreenRequested, this, [this](QWebEngineFullScreenRequest request) {
        // The image viewer alone, for the user alone, and within its pane: the patient's banner stays (P1).
        const bool admitted = !request.toggleOn() || (m_gatekeeper.rules().isViewer(request.origin()) &&
                                                      m_gatekeeper.gestures().isRecent());
        if (admitted) {
            request.accept();
            emit fullScreenChanged(request.toggleOn());
            return;
        }
        request.reject();
        m_gatekeeper.tell(Notice::FullScreenRefused, request.origin());
    });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [this](QWebEngineFileSystemAccessRequest request) {
                request.reject();
                m_gatekeeper.tell(Notice::PermissionDenied, request.origin());
            });
    // User names and passwords are PageLogins' business.
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [this](const QWebEngineClientCertificateSelection& selection) {
                // Told in a later turn: the engine asks in the middle of its own work. The page is gone: no
                // certificate.
                const CertificateChoice choice(selection, [self = QPointer(this)] {
                    if (self)
                        emit self->certificateAnswered();
                });
                QMetaObject::invokeMethod(
                    this, [this, choice] { emit certificateAsked(choice); }, Qt::QueuedConnection);
            });
    connect(this, &QWebEnginePage::certificateError, this, [this](const QWebEngineCertificateError& error) {
        QWebEngineCertificateError answer = error;
        // Only "I do not know this authority" can be the engine's ignorance of the system's store; whatever
        // else is wrong (date, name, key) is found by the judge as well.
        if (error.type() == QWebEngineCertificateError::CertificateAuthorityInvalid &&
            m_certificates.accepts(error.certificateChain(), error.url().host())) {
            answer.acceptCertificate();
            return;
        }
        answer.rejectCertificate();
        emit certificateRefused(error.url().host(), whyRefused(error));
        m_gatekeeper.tell(Notice::CertificateRefused, error.url());
    });
}

// While this is off the engine drops scripted pop-ups by itself, before it makes anything for them.
void ClinicalPage::letScriptsAskForWindows(bool may)
{
    settings()->setAttribute(QWebEngineSettings::JavascriptCanOpenWindows, may);
}

void ClinicalPage::letFillPane(bool may)
{
    settings()->setAttribute(QWebEngineSettings::FullScreenSupportEnabled, may);
}

bool ClinicalPage::acceptNavigationRequest(const QUrl& to, NavigationType type, bool isMainFrame)
{
    m_leaveAgreed = false; // it was for a page that is left by now
    if (isMainFrame && isBlockedAddress(to)) {
        m_gatekeeper.tell(Notice::AddressRefused, to);
        return false;
    }
    const bool admitted = m_gatekeeper.admitsNavigation(to, url(), isMainFrame);
    if (!admitted && isMainFrame)
        emit mainFrameRefused(to);
    if (admitted && !isMainFrame && type == NavigationTypeRedirect && !m_requests.admitsRedirect(to)) {
        m_gatekeeper.tell(Notice::AddressRefused, to);
        return false;
    }
    // Before its document runs: what that tells of itself can come after its first WebSocket.
    if (admitted && !isMainFrame && to.scheme() == u"data" && !OpaqueFrames::runsNothing(to))
        m_requests.frames().addOpaque(OpaqueFrames::Kind::Runs);
    return admitted;
}

PageDialogs::Asker ClinicalPage::asker(const QUrl& origin)
{
    // A frame of an opaque origin, or one that its page writes, has no host of its own.
    const QString host = origin.host().isEmpty() ? url().host() : origin.host();
    const auto& patient = m_gatekeeper.rules().patient();
    return {redacted(host), patient ? patient->masked() : QString(), m_view, m_budget};
}

QStringList ClinicalPage::chooseFiles(FileSelectionMode mode, const QStringList&, const QStringList& accepted)
{
    if (mode != FileSelectOpen && mode != FileSelectOpenMultiple)
        return {};
    return m_dialogs.chooseFiles(asker(url()), mode == FileSelectOpenMultiple, accepted);
}

void ClinicalPage::javaScriptAlert(const QUrl& origin, const QString& message)
{
    m_dialogs.alert(asker(origin), message);
}

namespace {
// The engine asks beforeunload's question as a confirm() with this text of Qt's own (6.4 to 6.9).
QString leaveQuestion()
{
    return QCoreApplication::translate(
        "QWebEnginePage",
        "Are you sure you want to leave this page? Changes that you made may not be saved.");
}
} // namespace

bool ClinicalPage::javaScriptConfirm(const QUrl& origin, const QString& message)
{
    if (message == leaveQuestion())
        return std::exchange(m_leaveAgreed, false) || m_dialogs.confirmLeaving(asker(origin));
    return m_dialogs.confirm(asker(origin), message);
}

bool ClinicalPage::javaScriptPrompt(const QUrl& origin, const QString& message, const QString& preset,
                                    QString* result)
{
    const std::optional<QString> answer = m_dialogs.prompt(asker(origin), message, preset);
    if (answer && result)
        *result = *answer;
    return answer.has_value();
}

// What pages write to their console is not logged: it may hold numbers (rule S1).
void ClinicalPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString& message, int,
                                            const QString&)
{
    m_dirtyForm->hear(message);
    m_formMemory->hear(message);
    emit consoleWritten(message);
}

} // namespace hekim
