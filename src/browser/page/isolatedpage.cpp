#include "browser/page/isolatedpage.h"

#include "browser/page/childwindows.h"
#include "browser/page/loadfailure.h"
#include "browser/page/pagedialogs.h"
#include "browser/page/pagelossmonitor.h"
#include "browser/page/pageparts.h"
#include "browser/watch/dirtyformtracker.h"
#include "browser/watch/loginpagecheck.h"
#include "browser/watch/responsivenessmonitor.h"

#include <QWebEngineNewWindowRequest>

#include <algorithm>
#include <utility>

namespace hekim {

class IsolatedPage::Private
{
public:
    Private(IsolatedPage& page, const CertificateJudge& certificates, PageDialogs& dialogs,
            AllowedPrograms& programs)
        : parts(certificates, dialogs, programs), ownWindows(std::make_unique<ChildWindows>(page, parts))
    {
    }
    explicit Private(IsolatedPage& ownerPage) : owner(&ownerPage), parts(ownerPage.parts()) {}

    IsolatedPage* owner = nullptr; ///< of a child
    PageParts parts;
    PageLossMonitor losses{parts.page, parts.load, parts.controls};
    std::unique_ptr<ChildWindows> ownWindows; ///< not of a child: its windows belong to its owner
    ResponsivenessMonitor responsiveness{
        parts.page, [this] { return hasDocument && !parts.load.isLoading() && !parts.dialogs.isOpen(); }};
    bool opened = false;
    bool hasDocument = false;
    bool shownOnce = false;  ///< loaded() since open(): what comes now are the page's own steps
    bool wantsPrint = false; ///< of a child
    bool printsWhenShown = false;
};

IsolatedPage::IsolatedPage(const CertificateJudge& certificates, PageDialogs& dialogs,
                           AllowedPrograms& programs, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(*this, certificates, dialogs, programs))
{
    connectPage();
    connectProfile();
    connect(d->ownWindows.get(), &ChildWindows::opened, this, &IsolatedPage::windowOpened);
}

IsolatedPage::IsolatedPage(IsolatedPage& owner) : QObject(&owner), d(std::make_unique<Private>(owner))
{
    d->opened = true;
    connectPage();
    connect(&gatekeeper(), &Gatekeeper::patientAsked, &owner.gatekeeper(), &Gatekeeper::patientAsked);
    connect(&gatekeeper(), &Gatekeeper::doctorIndexAsked, &owner.gatekeeper(), &Gatekeeper::doctorIndexAsked);
    connect(this, &IsolatedPage::touchedChanged, &owner,
            [&owner] { emit owner.touchedChanged(owner.touched()); });
}

IsolatedPage::~IsolatedPage()
{
    if (d->ownWindows)
        d->ownWindows->closeAll();
    if (d->owner) {
        d->owner->windows().forget(this);
        if (d->parts.page.dirtyForm().isTouched())
            emit d->owner->touchedChanged(d->owner->touched());
    }
    // Children of the engine speak while they go.
    d->parts.gatekeeper.disconnect();
    d->parts.page.disconnect(this);
    d->parts.load.disconnect(this);
    d->losses.disconnect();
    d->responsiveness.disconnect();
    d->parts.logins.disconnect(this);
    d->parts.controls.disconnect();
    d->parts.profile.downloads.disconnect(this);
}

PageParts& IsolatedPage::parts()
{
    return d->parts;
}

ChildWindows& IsolatedPage::windows()
{
    return d->owner ? *d->owner->d->ownWindows : *d->ownWindows;
}

void IsolatedPage::setWay(const PagesWay* way)
{
    d->parts.setWay(way);
}

void IsolatedPage::connectProfile()
{
    PageProfile& profile = d->parts.profile;
    connect(&profile.downloads, &ProfileDownloads::offered, this, &IsolatedPage::downloadOffered);
    connect(&profile.downloads, &ProfileDownloads::refused, this, [this](const QUrl& from) {
        d->parts.gatekeeper.tell(Gatekeeper::Notice::DownloadRefused, from);
    });
    connect(&profile.requests, &RequestGate::mainFrameRequested, this, &IsolatedPage::underway);
    connect(&profile.requests, &RequestGate::mainFrameRequested, this, [this](const QByteArray& method) {
        if (std::ranges::none_of(windows().pages(), &IsolatedPage::isLoading))
            d->parts.controls.mainFrameRequested(method);
    });
    connect(&d->parts.page.dirtyForm(), &DirtyFormTracker::documentCreated, this,
            [this, &profile] { profile.requests.documentCreated(!windows().pages().isEmpty()); });
    connect(&profile.requests, &RequestGate::frameRefused, &windows(), &ChildWindows::frameRefused);
}

void IsolatedPage::connectPage()
{
    ClinicalPage& page = d->parts.page;
    connect(&page, &QWebEnginePage::newWindowRequested, this,
            [this](QWebEngineNewWindowRequest& request) { windows().answer(request, d->parts); });
    connect(
        &page, &QWebEnginePage::windowCloseRequested, this,
        [this] {
            if (d->wantsPrint)
                return; // print() holds no script up here: the window stays until the user has seen it
            if (hasWindow())
                emit closeAsked();
            else
                retire();
        },
        Qt::QueuedConnection);
    if (d->owner) {
        connect(&page, &QWebEnginePage::printRequested, this, [this] { d->wantsPrint = true; });
        connect(&d->parts.printing, &PrintableDocument::asked, this,
                [this] { d->printsWhenShown = !hasWindow(); });
    }
    connect(&page, &ClinicalPage::certificateAsked, this, [this](const CertificateChoice& choice) {
        IsolatedPage* shown = hasWindow() ? this : d->owner;
        emit shown->certificateAsked(choice);
    });
    connect(&page, &QWebEnginePage::urlChanged, this, [this](const QUrl& url) {
        // What the engine leaves of an address that no page may go to (about:version): an empty document.
        if (d->opened && hasWindow() && isBlockedAddress(url)) {
            d->parts.gatekeeper.tell(Gatekeeper::Notice::AddressRefused, url);
            d->parts.load.abandon(pageError(ErrorKind::BadReply, url, Step::PageRefused));
        }
    });
    connect(&page, &ClinicalPage::consoleWritten, this, [this](const QString& message) {
        if (const auto kind = d->parts.profile.opaqueFrames.read(message))
            d->parts.profile.requests.frames().addOpaque(*kind);
    });
    connect(&d->parts.logins, &PageLogins::asked, this,
            [this](const QString& origin, const QString& realm, bool refused) {
                // It is this page's: asked for over its own window.
                windows().whenOpened(
                    this, [this, origin, realm, refused] { emit loginAsked(origin, realm, refused); });
            });
    connect(&d->parts.dialogs, &PageDialogs::closed, &d->responsiveness, &ResponsivenessMonitor::forget);
    connectDirtyForm();
    connectLoad();
}

void IsolatedPage::connectDirtyForm()
{
    const DirtyFormTracker* watch = &d->parts.page.dirtyForm();
    connect(watch, &DirtyFormTracker::touchedChanged, this, [this] { emit touchedChanged(touched()); });
    connect(watch, &DirtyFormTracker::documentCreated, &d->parts.load, &MainLoad::documentCreated);
    connect(watch, &DirtyFormTracker::documentCreated, this, &IsolatedPage::showDocument,
            Qt::QueuedConnection);
    connect(watch, &DirtyFormTracker::documentCreated, &d->parts.controls, &PageControls::documentCreated);
}

void IsolatedPage::connectLoad()
{
    MainLoad& load = d->parts.load;
    connect(&d->parts.page, &ClinicalPage::mainFrameRefused, &load, &MainLoad::refused);
    connect(&d->parts.page, &ClinicalPage::certificateRefused, &load, &MainLoad::certificateRefused);
    connect(&d->parts.page, &ClinicalPage::certificateAsked, &load, &MainLoad::hold);
    connect(&d->parts.page, &ClinicalPage::certificateAnswered, &load, &MainLoad::release);
    connect(&d->parts.dialogs, &PageDialogs::opened, &load, &MainLoad::hold);
    connect(&d->parts.dialogs, &PageDialogs::closed, &load, &MainLoad::release);
    connect(&load, &MainLoad::loadingChanged, this, &IsolatedPage::loadingChanged);
    connect(&load, &MainLoad::loadingChanged, &d->responsiveness, &ResponsivenessMonitor::forget);
    connect(&load, &MainLoad::loaded, this, &IsolatedPage::showDocument);
    connect(&load, &MainLoad::loaded, this, &IsolatedPage::documentLoaded);
    connect(&load, &MainLoad::failed, this, &IsolatedPage::loadFailed);
    connect(&load, &MainLoad::stepTimedOut, this,
            [this](const QUrl& url) { d->parts.gatekeeper.tell(Gatekeeper::Notice::StepTimedOut, url); });
}

void IsolatedPage::showDocument()
{
    // Told a turn after the document has come: it may be abandoned by now.
    if (d->parts.load.hasDocument() && !MainLoad::isBlank(d->parts.page.url()))
        showWritten();
}

void IsolatedPage::showWritten()
{
    d->hasDocument = true;
    windows().announce(this);
    emit documentShown();
    if (std::exchange(d->printsWhenShown, false))
        emit d->parts.printing.asked();
}

void IsolatedPage::documentLoaded()
{
    checkForLogin(d->parts.page, gatekeeper().rules(), this,
                  [this, round = d->parts.load.round()](bool isLogin) {
                      if (round == d->parts.load.round())
                          settleLoaded(isLogin);
                  });
}

void IsolatedPage::settleLoaded(bool isLogin)
{
    const Error error = pageError(ErrorKind::Unauthorized, d->parts.page.url(), Step::PageLogin);
    if (!isLogin) {
        d->shownOnce = true;
        emit loaded();
    } else if (d->shownOnce) {
        d->losses.tellLogin(error);
    } else {
        d->parts.load.abandon(error);
    }
}

void IsolatedPage::loadFailed(const Error& error)
{
    d->hasDocument = false;
    if (!windows().announceFailure(this, error))
        return;
    const QPointer<IsolatedPage> self(this);
    emit failed(error); // while it is still known whether something was entered
    if (self && !isLoading())
        d->parts.page.dirtyForm().reset(); // it is gone
}

void IsolatedPage::warm()
{
    d->parts.page.load(QUrl(QStringLiteral("about:blank")));
}

void IsolatedPage::open(const NavigationRules& rules, const QUrl& url)
{
    PageParts& parts = d->parts;
    d->opened = true;
    d->shownOnce = false;
    d->losses.forget();
    parts.gatekeeper.setRules(rules);
    parts.profile.patientFields.setPatient(rules.patient() ? rules.patient()->digits() : QString());
    d->parts.page.letFillPane(rules.isViewer(url));
    parts.page.dirtyForm().reset();
    parts.page.leaveWithoutQuestion();
    parts.controls.opened();
    // The engine asks no gate about a load() of ours to chrome:, file: and their like.
    if (parts.gatekeeper.admitsMainFrame(url, url))
        parts.load.begin(url);
    else
        parts.load.beginRefused(url);
}

bool IsolatedPage::isOpen() const
{
    return d->opened;
}

bool IsolatedPage::isLoading() const
{
    return d->parts.load.isLoading();
}

void IsolatedPage::setDeadline(std::chrono::milliseconds deadline)
{
    d->parts.load.setDeadline(deadline);
}

bool IsolatedPage::hasDocument() const
{
    return d->hasDocument;
}

QWidget* IsolatedPage::view(QWidget* parent)
{
    PageParts& parts = d->parts;
    if (!parts.view) {
        parts.view = new PageView(&parts.page, parent);
        parts.gatekeeper.gestures().watch(parts.view);
        parts.page.setViewWidget(parts.view);
        connect(parts.view, &PageView::zoomStepAsked, &parts.controls, &PageControls::zoomStepAsked);
        d->responsiveness.watch(parts.view);
    }
    return parts.view;
}

Gatekeeper& IsolatedPage::gatekeeper()
{
    return d->parts.gatekeeper;
}

PageLogins& IsolatedPage::logins()
{
    return d->parts.logins;
}

ResponsivenessMonitor& IsolatedPage::responsiveness()
{
    return d->responsiveness;
}

PageLossMonitor& IsolatedPage::losses()
{
    return d->losses;
}

PageControls& IsolatedPage::controls()
{
    return d->parts.controls;
}

PrintableDocument& IsolatedPage::printing()
{
    return d->parts.printing;
}

int IsolatedPage::savingFiles() const
{
    return d->parts.profile.downloads.saving();
}

bool IsolatedPage::touched() const
{
    return d->parts.page.dirtyForm().isTouched() || (d->ownWindows && d->ownWindows->touched());
}

bool IsolatedPage::hasWindow() const
{
    return !d->owner || d->owner->d->ownWindows->isAnnounced(this);
}

void IsolatedPage::openWindow(const QUrl& url)
{
    if (d->parts.gatekeeper.admitsBlockedWindow(url, d->parts.page.url()))
        windows().open(url);
}

void IsolatedPage::retire()
{
    PageDialogs& dialogs = d->parts.dialogs;
    if (dialogs.isOpen())
        connect(&dialogs, &PageDialogs::closed, this, &IsolatedPage::retire, Qt::SingleShotConnection);
    else
        deleteLater();
}

} // namespace hekim
