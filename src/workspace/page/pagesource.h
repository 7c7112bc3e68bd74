#pragma once

#include "core/call/callhandle.h"
#include "core/error/error.h"

#include <QString>
#include <QUrl>

#include <functional>

class QObject;

namespace hekim {

/// Where a pane gets its page's address: asked at every opening anew, since the address carries a token or a
/// code. Belongs to one pane.
class PageSource
{
public:
    PageSource() = default;
    virtual ~PageSource() = default;
    PageSource(const PageSource&) = delete;
    PageSource& operator=(const PageSource&) = delete;

    /// The address for one opening. Errors are those of the services that were asked for it.
    virtual CallHandle obtain(QObject* context, std::function<void(Result<QUrl>)> done) = 0;
    /// The page answered 401 to the last address: the next one is made with a renewed token.
    virtual void refused() = 0;
    /// The user asks once more after a failure: a password that was refused may be sent again (rule W3).
    virtual void retried() {}

    /// What stands in the page's place until there is one.
    [[nodiscard]] virtual QString waitingText() const = 0;
    /// An address is good for one opening: each gets a page of its own, without a way back to a former
    /// address.
    [[nodiscard]] virtual bool isGoodOnce() const { return false; }
    /// What a user does in the page is work that must not be lost without a question (rule P3).
    [[nodiscard]] virtual bool holdsWork() const { return true; }
    /// What the user is told before the page opens in the system's browser; empty where it must not (rule
    /// S1).
    [[nodiscard]] virtual QString browserWarning() const = 0;
};

} // namespace hekim
