#include "browser/page/childwindows.h"

#include "browser/page/isolatedpage.h"
#include "browser/page/loadfailure.h"
#include "browser/page/pageparts.h"
#include "browser/page/writtenwindow.h"

#include <QTimer>
#include <QWebEngineDownloadRequest>
#include <QWebEngineNewWindowRequest>

#include <algorithm>
#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
constexpr int emptyWindowMs = 5000;
} // namespace

ChildWindows::ChildWindows(IsolatedPage& owner, PageParts& ownersParts)
    : m_owner(owner), m_ownersParts(ownersParts)
{
    connect(&m_ownersParts.profile.engine, &QWebEngineProfile::downloadRequested, this,
            &ChildWindows::meetDownload);
}

ChildWindows::~ChildWindows() = default;

QList<IsolatedPage*> ChildWindows::pages() const
{
    QList<IsolatedPage*> pages;
    for (const Window& window : m_windows)
        pages.append(window.page);
    return pages;
}

bool ChildWindows::touched() const
{
    return std::ranges::any_of(m_windows, [](const Window& window) { return window.page->touched(); });
}

IsolatedPage& ChildWindows::make()
{
    auto* page = new IsolatedPage(m_owner);
    m_windows.append({.page = page});
    return *page;
}

ChildWindows::Window* ChildWindows::find(const IsolatedPage* page)
{
    const auto found = std::ranges::find(m_windows, page, &Window::page);
    return found == m_windows.end() ? nullptr : &*found;
}

void ChildWindows::answer(QWebEngineNewWindowRequest& request, PageParts& opener)
{
    const QUrl url = request.requestedUrl();
    const bool admitted = opener.gatekeeper.admitsWindow(url, opener.page.url(), request.isUserInitiated());
    if (!request.isUserInitiated())
        opener.page.letScriptsAskForWindows(false);
    if (!admitted)
        return;
    IsolatedPage& window = make();
    PageParts& parts = window.parts();
    parts.gatekeeper.gestures().takeOver(opener.gatekeeper.gestures());
    parts.load.follow(url);
    request.openIn(&parts.page);
    if (url.scheme() == u"about") {
        auto* written = new WrittenWindow(parts.page, &window);
        connect(written, &WrittenWindow::written, &window, &IsolatedPage::showWritten);
        // Abandoned, it must not come into sight by an answer that is still on its way (rule P1).
        connect(&parts.load, &MainLoad::failed, written, [written] { delete written; });
        QTimer::singleShot(emptyWindowMs, &window, [this, &window] {
            if (!isAnnounced(&window))
                m_ownersParts.gatekeeper.tell(Gatekeeper::Notice::WindowLeftEmpty, window.parts().page.url());
        });
    }
}

void ChildWindows::open(const QUrl& url)
{
    make().parts().load.begin(url);
}

bool ChildWindows::isAnnounced(const IsolatedPage* window) const
{
    const auto found = std::ranges::find(m_windows, window, &Window::page);
    return found != m_windows.end() && found->announced;
}

// A window is told of when it has a document or has failed, not before: see WrittenWindow.
void ChildWindows::announce(IsolatedPage* page)
{
    Window* window = find(page);
    if (!window || std::exchange(window->announced, true))
        return;
    const std::function<void()> then = std::exchange(window->whenOpened, {});
    emit opened(page);
    if (then && isAnnounced(page))
        then();
}

void ChildWindows::whenOpened(const IsolatedPage* page, std::function<void()> then)
{
    Window* window = find(page);
    if (window && !window->announced)
        window->whenOpened = std::move(then);
    else
        then();
}

bool ChildWindows::announceFailure(IsolatedPage* page, const Error& error)
{
    const Window* window = find(page);
    if (window && !window->announced && error.step == Step::PageNotShown) {
        // Opened for a file alone, or for nothing.
        QTimer::singleShot(emptyWindowMs, page, [this, page] {
            const Window* still = find(page);
            if (still && !still->isForFile)
                page->retire();
        });
        return false;
    }
    announce(page);
    return true;
}

void ChildWindows::meetDownload(const QWebEngineDownloadRequest* download)
{
    for (Window& window : m_windows) {
        if (&window.page->parts().page != download->page() || window.announced)
            continue;
        window.isForFile = true;
        connect(download, &QWebEngineDownloadRequest::isFinishedChanged, window.page, &IsolatedPage::retire);
        if (download->isFinished())
            window.page->retire();
    }
}

void ChildWindows::frameRefused(const QUrl& url, bool mainFrame, Gatekeeper::Notice why)
{
    PageParts* asking = &m_ownersParts;
    for (const Window& window : std::as_const(m_windows)) {
        if (window.announced && window.page->isLoading())
            asking = &window.page->parts();
    }
    asking->gatekeeper.tell(why, url);
    if (!mainFrame)
        return;
    m_ownersParts.load.refused(url);
    for (const Window& window : std::as_const(m_windows))
        window.page->parts().load.refused(url);
}

void ChildWindows::forget(const IsolatedPage* window)
{
    m_windows.removeIf([window](const Window& known) { return known.page == window; });
}

void ChildWindows::closeAll()
{
    for (const Window& window : std::exchange(m_windows, {}))
        delete window.page;
}

} // namespace hekim
