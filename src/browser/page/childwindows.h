#pragma once

#include "browser/gates/gatekeeper.h"

#include <QList>
#include <QObject>

#include <functional>

class QUrl;
class QWebEngineDownloadRequest;
class QWebEngineNewWindowRequest;

namespace hekim {

class IsolatedPage;
class PageParts;
struct Error;

/// The windows of a page and of its windows: makes them, tells of each when it has something to show, and
/// takes those away that were opened for a file alone or for nothing.
class ChildWindows : public QObject
{
    Q_OBJECT

public:
    ChildWindows(IsolatedPage& owner, PageParts& ownersParts);
    ~ChildWindows() override;

    [[nodiscard]] QList<IsolatedPage*> pages() const;
    [[nodiscard]] bool touched() const;

    /// Answers the engine. `opener` is the owner or one of its windows.
    void answer(QWebEngineNewWindowRequest& request, PageParts& opener);
    /// The user allows a window that the gates had held back.
    void open(const QUrl& url);
    [[nodiscard]] bool isAnnounced(const IsolatedPage* window) const;
    void announce(IsolatedPage* window);
    /// At once, for the owner and for a window that was announced; for another one when it is, the last one
    /// asked for.
    void whenOpened(const IsolatedPage* page, std::function<void()> then);
    /// The window's load has failed: false when there is nothing to tell the user of.
    [[nodiscard]] bool announceFailure(IsolatedPage* window, const Error& error);
    /// The window is being deleted.
    void forget(const IsolatedPage* window);
    /// The gate of the profile does not know which window asked: the one that loads.
    void frameRefused(const QUrl& url, bool mainFrame, Gatekeeper::Notice why);
    /// Deletes all windows: they go before the profile that they share.
    void closeAll();

signals:
    void opened(hekim::IsolatedPage* window);

private:
    struct Window
    {
        IsolatedPage* page = nullptr;
        bool announced = false;
        bool isForFile = false; ///< it goes with the file that it was opened for
        std::function<void()> whenOpened{};
    };
    IsolatedPage& make();
    [[nodiscard]] Window* find(const IsolatedPage* page);
    void meetDownload(const QWebEngineDownloadRequest* download);

    IsolatedPage& m_owner;
    PageParts& m_ownersParts;
    QList<Window> m_windows;
};

} // namespace hekim
