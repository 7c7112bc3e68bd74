#include "web/isolatedpage.h"

#include "web/clinicalpage.h"
#include "web/downloads.h"
#include "web/gatekeeper.h"
#include "web/heartbeat.h"
#include "web/loadfailure.h"
#include "web/loginpagecheck.h"
#include "web/mainload.h"
#include "web/pagecontrols.h"
#include "web/pageprint.h"
#include "web/pagelogins.h"
#include "web/pageview.h"
#include "web/requestgate.h"
#include "web/spelling.h"
#include "web/touchwatch.h"

#include <QWebEngineProfile>

namespace hekim {

using namespace Qt::StringLiterals;

/// In the order in which the parts are made; they go in the opposite one: view, page, profile (the engine
/// insists on it).
class IsolatedPage::Private
{
public:
    Private(const CertificateJudge& certificates, PageDialogs& dialogsOfAll, AllowedPrograms& programs)
        : dialogs(dialogsOfAll)
        , gatekeeper(programs)
        , requests(gatekeeper)
        , page(&profile, gatekeeper, certificates, dialogs)
        , load(page, nullptr)
        , controls(page, gatekeeper)
        , logins(page, gatekeeper)
        , downloads(profile, gatekeeper)
        , printing(page, downloads, gatekeeper)
        , heartbeat(page, [this] { return opened && !load.isLoading() && !dialogs.isOpen(); })
    {
        profile.setUrlRequestInterceptor(&requests);
    }
    ~Private()
    {
        Q_ASSERT_X(!dialogs.isOpen(), "IsolatedPage", "deleted while a page dialog is open");
        delete view;
    }

    PageDialogs& dialogs;
    Gatekeeper gatekeeper;
    RequestGate requests;
    QWebEngineProfile profile; // without a name it is off the record (rule S2)
    ClinicalPage page;
    MainLoad load;
    PageControls controls;
    PageLogins logins;
    Downloads downloads;
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

    connect(&d->gatekeeper, &Gatekeeper::notice, this, &IsolatedPage::notice);
    connect(&d->gatekeeper, &Gatekeeper::systemBrowserAsked, this, &IsolatedPage::systemBrowserAsked);
    connect(&d->gatekeeper, &Gatekeeper::programAsked, this, &IsolatedPage::programAsked);
    connect(&d->gatekeeper, &Gatekeeper::patientAsked, this, &IsolatedPage::patientAsked);
    connect(&d->gatekeeper, &Gatekeeper::doctorIndexAsked, this, &IsolatedPage::doctorIndexAsked);
    connect(&d->page, &ClinicalPage::mainFrameRefused, &d->load, &MainLoad::refused);
    connect(&d->requests, &RequestGate::frameRefused, this, [this](const QUrl& url, bool mainFrame) {
        d->gatekeeper.tell(Notice::AddressRefused, url);
        if (mainFrame)
            d->load.refused(url);
    });
    connect(&d->requests, &RequestGate::mainFrameRequested, this, &IsolatedPage::underway);
    connect(&d->requests, &RequestGate::mainFrameRequested, &d->controls, &PageControls::mainFrameRequested);
    connect(&d->page, &QWebEnginePage::urlChanged, this, [this](const QUrl& url) {
        // history.pushState() asks no gate. The content may be the other patient's already, so it leaves the
        // screen, even with work in it: a form under the wrong name is worse than one to fill in again (rule
        // P1).
        if (d->opened && !d->gatekeeper.admitsAddress(url))
            d->load.abandon(pageError(ErrorKind::BadReply, url, u"page turned to another patient"_s));
    });

    connect(&d->page.touchWatch(), &TouchWatch::touchedChanged, this, &IsolatedPage::touchedChanged);
    connect(&d->page.touchWatch(), &TouchWatch::documentCreated, &d->load, &MainLoad::documentCreated);
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
    connect(&d->load, &MainLoad::loaded, this, &IsolatedPage::documentLoaded);
    connect(&d->load, &MainLoad::stepFailed, this,
            [this](const Error& error, bool stays) { tellLoss(d->lossOf(error, stays)); });
    connect(&d->load, &MainLoad::stepTimedOut, this,
            [this](const QUrl& url) { d->gatekeeper.tell(Notice::StepTimedOut, url); });
    connect(&d->load, &MainLoad::failed, this, [this](const Error& error) {
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
    // Children of the engine speak while they go.
    d->gatekeeper.disconnect(this);
    d->page.disconnect(this);
    d->load.disconnect(this);
    d->heartbeat.disconnect(this);
    d->logins.disconnect(this);
    d->controls.disconnect();
    d->downloads.disconnect(this);
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
    return d->page.touchWatch().isTouched();
}

} // namespace hekim
