#include "web/isolatedpage.h"

#include "web/clinicalpage.h"
#include "web/downloads.h"
#include "web/gatekeeper.h"
#include "web/heartbeat.h"
#include "web/loadfailure.h"
#include "web/loginpagecheck.h"
#include "web/mainload.h"
#include "web/pagecontrols.h"
#include "web/pagedialogs.h"
#include "web/pagelogins.h"
#include "web/pageprint.h"
#include "web/pageview.h"
#include "web/requestgate.h"
#include "web/spelling.h"
#include "web/touchwatch.h"

#include <QTimer>
#include <QWebEngineDownloadRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineProfile>

#include <algorithm>
#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr int emptyWindowMs = 5000;
constexpr QStringView notShownStep = u"page not shown";
} // namespace

/// In the order in which the parts are made; they go in the opposite one: view, page, profile (the engine
/// insists on it).
class IsolatedPage::Private
{
public:
    Private(const CertificateJudge& certificates_, PageDialogs& dialogs_, AllowedPrograms& programs_)
        : certificates(certificates_)
        , dialogs(dialogs_)
        , programs(programs_)
        , gatekeeper(programs)
        , requests(gatekeeper)
        , ownProfile(std::make_unique<QWebEngineProfile>())
        , profile(*ownProfile)
        , page(&profile, gatekeeper, certificates, dialogs)
        , load(page, nullptr)
        , controls(page, gatekeeper)
        , logins(page, gatekeeper)
        , ownDownloads(std::make_unique<Downloads>(profile, gatekeeper))
        , downloads(*ownDownloads)
        , printing(page, downloads, gatekeeper)
        , heartbeat(page, [this] { return opened && !load.isLoading() && !dialogs.isOpen(); })
    {
        profile.setUrlRequestInterceptor(&requests);
    }
    /// Of a child: the owner's gate serves the whole profile, and its rules are the same.
    explicit Private(IsolatedPage& ownerPage)
        : owner(&ownerPage)
        , certificates(ownerPage.d->certificates)
        , dialogs(ownerPage.d->dialogs)
        , programs(ownerPage.d->programs)
        , gatekeeper(programs)
        , requests(gatekeeper)
        , profile(ownerPage.d->profile)
        , page(&profile, gatekeeper, certificates, dialogs)
        , load(page, nullptr)
        , controls(page, gatekeeper)
        , logins(page, gatekeeper)
        , downloads(ownerPage.d->downloads)
        , printing(page, downloads, gatekeeper)
        , heartbeat(page, [this] { return hasDocument && !load.isLoading() && !dialogs.isOpen(); })
        , opened(true)
    {
        gatekeeper.setRules(ownerPage.rules());
    }
    ~Private()
    {
        Q_ASSERT_X(!dialogs.isOpen(), "IsolatedPage", "deleted while a page dialog is open");
        delete view;
    }

    IsolatedPage* owner = nullptr; ///< of a child
    const CertificateJudge& certificates;
    PageDialogs& dialogs;
    AllowedPrograms& programs;
    Gatekeeper gatekeeper;
    RequestGate requests;
    std::unique_ptr<QWebEngineProfile> ownProfile; // without a name it is off the record (rule S2)
    QWebEngineProfile& profile;
    ClinicalPage page;
    MainLoad load;
    PageControls controls;
    PageLogins logins;
    std::unique_ptr<Downloads> ownDownloads; ///< of the whole profile
    Downloads& downloads;
    PagePrint printing;
    Heartbeat heartbeat;
    QPointer<PageView> view;
    bool opened = false;
    bool shownOnce = false;   ///< loaded() since open(): what comes now are the page's own steps
    bool hadWork = false;     ///< the document in which the present step began was touched
    bool isReturning = false; ///< between returnToForm() and the document it brings back

    [[nodiscard]] PageLoss lossOf(const Error& error, bool stays)
    {
        return {error, stays, !stays && controls.canGoBack(), hadWork, false};
    }
    bool hasDocument = false;
    bool announced = false; ///< of a child
    bool isForFile = false; ///< of a child: it goes with the file that it was opened for
    QList<IsolatedPage*> children;
};

IsolatedPage::IsolatedPage(const CertificateJudge& certificates, PageDialogs& dialogs,
                           AllowedPrograms& programs, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(certificates, dialogs, programs))
{
    d->profile.setHttpCacheType(QWebEngineProfile::MemoryHttpCache);
    d->profile.setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    d->profile.setHttpAcceptLanguage(u"tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7"_s);
    const QString dictionary = spelling::language();
    if (!dictionary.isEmpty())
        d->profile.setSpellCheckLanguages({dictionary});
    d->profile.setSpellCheckEnabled(!dictionary.isEmpty());
    connect(&d->downloads, &Downloads::offered, this, &IsolatedPage::downloadOffered);
    connect(&d->downloads, &Downloads::refused, this,
            [this](const QUrl& from) { d->gatekeeper.tell(Notice::DownloadRefused, from); });
    connectParts();
    connect(&d->profile, &QWebEngineProfile::downloadRequested, this,
            [this](const QWebEngineDownloadRequest* download) {
                for (IsolatedPage* child : std::as_const(d->children)) {
                    if (&child->d->page != download->page() || child->d->announced)
                        continue;
                    child->d->isForFile = true;
                    connect(download, &QWebEngineDownloadRequest::isFinishedChanged, child,
                            &IsolatedPage::retire);
                    if (download->isFinished())
                        child->retire();
                }
            });
    connect(&d->requests, &RequestGate::mainFrameRequested, this, &IsolatedPage::underway);
    connect(&d->requests, &RequestGate::mainFrameRequested, this, [this](const QByteArray& method) {
        if (std::ranges::none_of(d->children, &IsolatedPage::isLoading))
            d->controls.mainFrameRequested(method);
    });
    connect(&d->requests, &RequestGate::frameRefused, this, [this](const QUrl& url, bool mainFrame) {
        // The gate of the profile does not know which window asked: the one that loads.
        QList<IsolatedPage*> asking{this};
        for (IsolatedPage* child : std::as_const(d->children)) {
            if (child->isLoading())
                asking = {child};
        }
        asking.first()->d->gatekeeper.tell(Notice::AddressRefused, url);
        if (mainFrame) {
            for (IsolatedPage* page : QList<IsolatedPage*>{this} + d->children)
                page->d->load.refused(url);
        }
    });
}

IsolatedPage::IsolatedPage(IsolatedPage& owner) : QObject(&owner), d(std::make_unique<Private>(owner))
{
    connectParts();
    connect(this, &IsolatedPage::patientAsked, &owner, &IsolatedPage::patientAsked);
    connect(this, &IsolatedPage::doctorIndexAsked, &owner, &IsolatedPage::doctorIndexAsked);
    connect(this, &IsolatedPage::loginAsked, &owner, &IsolatedPage::loginAsked);
    connect(this, &IsolatedPage::touchedChanged, &owner,
            [&owner] { emit owner.touchedChanged(owner.touched()); });
}

void IsolatedPage::connectParts()
{
    connect(&d->page, &QWebEnginePage::newWindowRequested, this, &IsolatedPage::answerNewWindow);
    connect(
        &d->page, &QWebEnginePage::windowCloseRequested, this,
        [this] {
            if (d->owner && !d->announced)
                retire();
            else
                emit closeAsked();
        },
        Qt::QueuedConnection);
    connect(&d->page, &ClinicalPage::certificateAsked, this, [this](const CertificateChoice& choice) {
        const bool hasWindow = !d->owner || d->announced;
        emit(hasWindow ? this : d->owner)->certificateAsked(choice);
    });
    connect(&d->gatekeeper, &Gatekeeper::windowBlocked, this, &IsolatedPage::windowBlocked);
    connect(&d->gatekeeper, &Gatekeeper::notice, this, &IsolatedPage::notice);
    connect(&d->gatekeeper, &Gatekeeper::systemBrowserAsked, this, &IsolatedPage::systemBrowserAsked);
    connect(&d->gatekeeper, &Gatekeeper::programAsked, this, &IsolatedPage::programAsked);
    connect(&d->gatekeeper, &Gatekeeper::patientAsked, this, &IsolatedPage::patientAsked);
    connect(&d->gatekeeper, &Gatekeeper::doctorIndexAsked, this, &IsolatedPage::doctorIndexAsked);
    connect(&d->page, &ClinicalPage::mainFrameRefused, &d->load, &MainLoad::refused);
    connect(&d->page, &QWebEnginePage::urlChanged, this, [this](const QUrl& url) {
        // history.pushState() asks no gate. The content may be the other patient's already, so it leaves the
        // screen, even with work in it: a form under the wrong name is worse than one to fill in again (rule
        // P1).
        if (d->opened && !d->gatekeeper.admitsAddress(url))
            d->load.abandon(pageError(ErrorKind::BadReply, url, u"page turned to another patient"_s));
    });

    connect(&d->page.touchWatch(), &TouchWatch::touchedChanged, this,
            [this] { emit touchedChanged(touched()); });
    connect(&d->page.touchWatch(), &TouchWatch::documentCreated, &d->load, &MainLoad::documentCreated);
    connect(&d->page.touchWatch(), &TouchWatch::documentCreated, this, &IsolatedPage::showDocument,
            Qt::QueuedConnection);
    connect(&d->page.touchWatch(), &TouchWatch::documentCreated, &d->controls,
            &PageControls::documentCreated);
    connect(&d->page.touchWatch(), &TouchWatch::documentCreated, this, [this] {
        if (std::exchange(d->isReturning, false) && d->hadWork)
            d->page.touchWatch().entered();
    });
    connect(&d->page, &QWebEnginePage::loadProgress, this, &IsolatedPage::progress);
    connect(&d->load, &MainLoad::loadingChanged, this, &IsolatedPage::loadingChanged);
    connect(&d->load, &MainLoad::loadingChanged, &d->heartbeat, &Heartbeat::forget);
    connect(&d->load, &MainLoad::loadingChanged, this, [this](bool loading) {
        if (loading && !d->isReturning)
            d->hadWork = d->page.touchWatch().isTouched();
    });
    connect(&d->logins, &PageLogins::asked, this, &IsolatedPage::loginAsked);
    connect(&d->dialogs, &PageDialogs::closed, &d->heartbeat, &Heartbeat::forget);
    connect(&d->heartbeat, &Heartbeat::silentChanged, this, &IsolatedPage::silentChanged);
    connect(&d->load, &MainLoad::loaded, this, &IsolatedPage::showDocument);
    connect(&d->load, &MainLoad::loaded, this, &IsolatedPage::documentLoaded);
    connect(&d->load, &MainLoad::stepFailed, this,
            [this](const Error& error, bool stays) { tellLoss(d->lossOf(error, stays)); });
    connect(&d->load, &MainLoad::stepTimedOut, this,
            [this](const QUrl& url) { d->gatekeeper.tell(Notice::StepTimedOut, url); });
    connect(&d->load, &MainLoad::failed, this, [this](const Error& error) {
        d->hasDocument = false;
        // Opened for a file alone, or for nothing.
        if (d->owner && !d->announced && error.step == notShownStep) {
            QTimer::singleShot(emptyWindowMs, this, [this] {
                if (!d->isForFile)
                    retire();
            });
            return;
        }
        announce();
        const QPointer<IsolatedPage> self(this);
        emit failed(error); // while it is still known whether something was entered
        if (self && !isLoading())
            d->page.touchWatch().reset(); // it is gone
    });
}

void IsolatedPage::documentLoaded()
{
    checkForLogin(d->page, d->gatekeeper.rules(), this, [this](bool isLogin) {
        const Error error = pageError(ErrorKind::Unauthorized, d->page.url(), u"page asks for a login"_s);
        if (isLogin && !d->shownOnce) {
            d->load.abandon(error);
            return;
        }
        if (isLogin) {
            PageLoss loss = d->lossOf(error, false);
            loss.login = true;
            tellLoss(loss);
            return;
        }
        d->shownOnce = true;
        emit loaded();
    });
}

void IsolatedPage::tellLoss(const PageLoss& loss)
{
    // What can be brought back is not lost yet: closing the tab asks as before (rule P3).
    if (!loss.stays && loss.canReturn && loss.hadWork)
        d->page.touchWatch().entered();
    else if (!loss.stays)
        d->page.touchWatch().reset();
    emit lost(loss);
}

void IsolatedPage::setProxyLogins(ProxyLogins& logins)
{
    d->logins.setProxyLogins(&logins);
}

void IsolatedPage::giveLogin(const QString& origin, const Login& login)
{
    d->logins.give(origin, login);
}

void IsolatedPage::returnToForm()
{
    d->isReturning = true;
    d->controls.back();
}

bool IsolatedPage::isSilent() const
{
    return d->heartbeat.isSilent();
}

void IsolatedPage::setHeartbeat(std::chrono::milliseconds pause, std::chrono::milliseconds patience)
{
    d->heartbeat.setRhythm(pause, patience);
}

IsolatedPage::~IsolatedPage()
{
    // Before the profile that they share.
    const auto children = std::exchange(d->children, {});
    qDeleteAll(children);
    if (d->owner && d->owner->d->children.removeOne(this) && d->page.touchWatch().isTouched())
        emit d->owner->touchedChanged(d->owner->touched());
    // Children of the engine speak while they go.
    d->gatekeeper.disconnect(this);
    d->page.disconnect(this);
    d->load.disconnect(this);
    d->heartbeat.disconnect(this);
    d->logins.disconnect(this);
    d->controls.disconnect();
    d->downloads.disconnect(this);
}

IsolatedPage* IsolatedPage::makeChild()
{
    IsolatedPage& owner = d->owner ? *d->owner : *this;
    auto* child = new IsolatedPage(owner);
    owner.d->children.append(child);
    return child;
}

void IsolatedPage::answerNewWindow(QWebEngineNewWindowRequest& request)
{
    const QUrl url = request.requestedUrl();
    const bool admitted = d->gatekeeper.admitsWindow(url, d->page.url(), request.isUserInitiated());
    if (!request.isUserInitiated())
        d->page.letScriptsAskForWindows(false);
    if (!admitted)
        return;
    IsolatedPage* child = makeChild();
    child->d->gatekeeper.gestures().takeOver(d->gatekeeper.gestures());
    child->d->load.follow(url);
    request.openIn(&child->d->page);
    if (url.scheme() == u"about") {
        QTimer::singleShot(emptyWindowMs, child, [this, child] {
            if (!child->d->announced)
                d->gatekeeper.tell(Notice::WindowLeftEmpty, child->d->page.url());
        });
    }
}

// A child is told of when it has a document or has failed, not before: the engine (6.4.2) crashes on showing
// a window whose opener writes into the empty document that is there before the first navigation.
void IsolatedPage::announce()
{
    if (d->owner && !std::exchange(d->announced, true))
        emit d->owner->windowOpened(this);
}

void IsolatedPage::openWindow(const QUrl& url)
{
    if (d->gatekeeper.admitsBlockedWindow(url, d->page.url()))
        makeChild()->d->load.begin(url);
}

void IsolatedPage::showDocument()
{
    if (MainLoad::isBlank(d->page.url()))
        return;
    d->hasDocument = true;
    announce();
    emit documentShown();
}

bool IsolatedPage::hasDocument() const
{
    return d->hasDocument;
}

void IsolatedPage::retire()
{
    if (d->dialogs.isOpen())
        connect(&d->dialogs, &PageDialogs::closed, this, &IsolatedPage::retire, Qt::SingleShotConnection);
    else
        deleteLater();
}

void IsolatedPage::startProgram(const QUrl& url, const RegisteredProgram& program, ProgramAnswer answer)
{
    d->gatekeeper.startProgram(url, program, answer);
}

void IsolatedPage::warm()
{
    d->page.load(QUrl(u"about:blank"_s));
}

void IsolatedPage::open(const NavigationRules& rules, const QUrl& url)
{
    d->opened = true;
    d->shownOnce = false;
    d->isReturning = false;
    d->gatekeeper.setRules(rules);
    d->page.touchWatch().reset();
    d->page.leaveWithoutQuestion();
    d->controls.opened();
    // The engine asks no gate about a load() of ours to chrome:, file: and their like.
    if (d->gatekeeper.admitsFrameRequest(url, url, true))
        d->load.begin(url);
    else
        d->load.beginRefused(url);
}

const NavigationRules& IsolatedPage::rules() const
{
    return d->gatekeeper.rules();
}

bool IsolatedPage::isOpen() const
{
    return d->opened;
}

bool IsolatedPage::isLoading() const
{
    return d->load.isLoading();
}

void IsolatedPage::setDeadline(std::chrono::milliseconds deadline)
{
    d->load.setDeadline(deadline);
}

QWidget* IsolatedPage::view(QWidget* parent)
{
    if (!d->view) {
        d->view = new PageView(&d->page, parent);
        d->gatekeeper.gestures().watch(d->view);
        d->page.setViewWidget(d->view);
        connect(d->view, &PageView::zoomStepAsked, &d->controls, &PageControls::zoomStepAsked);
        d->heartbeat.watch(d->view);
    }
    return d->view;
}

PageControls& IsolatedPage::controls()
{
    return d->controls;
}

PagePrint& IsolatedPage::printing()
{
    return d->printing;
}

int IsolatedPage::savingFiles() const
{
    return d->downloads.saving();
}

bool IsolatedPage::touched() const
{
    return d->page.touchWatch().isTouched() ||
           std::ranges::any_of(d->children, [](const IsolatedPage* child) { return child->touched(); });
}

} // namespace hekim
