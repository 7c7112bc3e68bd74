#pragma once

#include "browser/page/pageloss.h"

#include <QObject>

#include <functional>

namespace hekim {

class IsolatedPage;
class MessageBar;

/// Says what happened to a page whose session, network or engine was lost, and finds the way back: the page
/// as it stands where it still stands, the former page with what was typed where the engine can bring it
/// back, the page anew with a new token. What was typed is given up after a question only (rules P2, P3).
class PageRecovery : public QObject
{
    Q_OBJECT

public:
    /// What is left where nothing else helps.
    enum class LastResort { OpenAgain, CloseWindow };

    /// Speaks through `notice`; `pane` is asked over, and lives longer.
    PageRecovery(QWidget& pane, MessageBar& notice, LastResort lastResort, QObject* parent = nullptr);

    /// From now on for this page.
    void follow(IsolatedPage& page);

    /// A server of the page is asking for a login of its own: what it refuses now, it does not refuse to the
    /// session.
    void loginIsAsked() { m_loginAsked = true; }

    /// The way back that a loss with canReturn offers. Where it goes wrong as well, that is told once, and
    /// not offered again: a form that a server keeps out of the browser's memory needs the session that is
    /// gone.
    void returnToForm();

    /// What is shown instead of a page that is gone: a sentence more about what was typed, and whether it can
    /// come back.
    [[nodiscard]] static QString sentenceOfLoss(const PageLoss& loss);
    /// Runs `reopen` after a question where something typed would be lost by it.
    void reopenAfterQuestion(bool somethingTyped, std::function<void()> reopen);

signals:
    /// Nothing useful is shown any more: the pane's failure state.
    void pageGone(const hekim::PageLoss& loss);
    /// Open the page again; `renew` when the session's token was refused.
    void reopenAsked(bool renew);
    /// Throw the engine's page away, and open anew where that is the last resort: it does not answer.
    void replaceAsked();

private:
    void onLost(const PageLoss& loss);
    void onSilent(bool silent);

    QWidget& m_pane;
    MessageBar& m_notice;
    LastResort m_lastResort;
    IsolatedPage* m_page = nullptr;
    bool m_tellsOfSilence = false;
    bool m_loginAsked = false;
    bool m_isReturning = false;
};

} // namespace hekim
