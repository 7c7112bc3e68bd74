#include "workspace/page/pagerecovery.h"

#include "browser/page/isolatedpage.h"
#include "browser/page/pagelossmonitor.h"
#include "browser/watch/responsivenessmonitor.h"
#include "core/error/errortext.h"
#include "widgets/dialogs/question.h"
#include "widgets/messagebar.h"

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

PageRecovery::PageRecovery(QWidget& pane, MessageBar& notice, LastResort lastResort, QObject* parent)
    : QObject(parent), m_pane(pane), m_notice(notice), m_lastResort(lastResort)
{
}

void PageRecovery::follow(IsolatedPage& page)
{
    m_page = &page;
    m_tellsOfSilence = false;
    m_loginAsked = false;
    m_isReturning = false;
    connect(&page, &IsolatedPage::loaded, this, [this] {
        m_loginAsked = false;
        m_isReturning = false;
    });
    connect(&page.losses(), &PageLossMonitor::lost, this, &PageRecovery::onLost);
    connect(&page.responsiveness(), &ResponsivenessMonitor::silentChanged, this, &PageRecovery::onSilent);
}

void PageRecovery::returnToForm()
{
    m_isReturning = true;
    m_page->losses().returnToForm();
}

QString PageRecovery::sentenceOfLoss(const PageLoss& loss)
{
    if (!loss.hadWork)
        return {};
    if (loss.onReturn)
        return tr(
            "The form cannot be brought back as it was: the server does not give it out again. What you "
            "typed is lost when the page is opened anew.");
    return loss.canReturn
               ? tr("What you typed was not sent, or nobody knows whether it was. Go back to the form: "
                    "it is filled in again as far as the page allows; send it again or copy it.")
               : tr("What was typed into the page is lost.");
}

void PageRecovery::reopenAfterQuestion(bool somethingTyped, std::function<void()> reopen)
{
    if (somethingTyped)
        ask(&m_pane, tr("What was written in this form since it was loaded will be lost."), tr("Open again"),
            std::move(reopen));
    else
        reopen();
}

void PageRecovery::onLost(const PageLoss& told)
{
    PageLoss loss = told;
    if (std::exchange(m_isReturning, false) && !loss.stays) {
        loss.canReturn = false; // what lies behind is not the form
        loss.onReturn = true;
    }
    const bool loginAsked = std::exchange(m_loginAsked, false);
    const auto reopen = [this, loss](bool renew) {
        reopenAfterQuestion(loss.hadWork, [this, renew] { emit reopenAsked(renew); });
    };
    if (loss.stays) {
        m_notice.show(theme::State::Warning,
                      tr("%1 The page stays as it is: try the step again.\nFor IT: %2")
                          .arg(sentenceFor(loss.error), lineForIt(loss.error)),
                      {{tr("Open again"), [reopen] { reopen(false); }}});
    } else if (loss.login) {
        QList<MessageBar::Action> actions;
        if (loss.canReturn && loss.hadWork)
            actions.append({tr("Back to the form"), [this] { returnToForm(); }});
        actions.append({tr("Open again"), [reopen] { reopen(true); }});
        m_notice.show(
            theme::State::Warning,
            tr("Your session at the Ministry has ended: its page asks for a login of its own, which is not "
               "needed. %1")
                .arg(loss.hadWork ? sentenceOfLoss(loss)
                                  : tr("“Open again” opens the page with a new session.")),
            actions);
    } else if (loss.error.kind == ErrorKind::Unauthorized && !loss.hadWork) {
        if (!loginAsked)
            emit reopenAsked(true);
    } else {
        emit pageGone(loss);
    }
}

void PageRecovery::onSilent(bool silent)
{
    if (!silent) {
        if (std::exchange(m_tellsOfSilence, false))
            m_notice.dismiss();
        return;
    }
    m_tellsOfSilence = true;
    const MessageBar::Action wait{tr("Wait"), [this] { m_tellsOfSilence = false; }};
    if (m_lastResort == LastResort::CloseWindow)
        m_notice.show(theme::State::Warning, tr("This window does not answer. Wait a moment, or close it."),
                      {wait, {tr("Close the window"), [this] { emit replaceAsked(); }}});
    else
        m_notice.show(theme::State::Warning,
                      tr("The Ministry's page does not answer. Wait a moment, or open it again."),
                      {wait, {tr("Open again"), [this] {
                                  m_tellsOfSilence = false;
                                  reopenAfterQuestion(m_page->touched(), [this] { emit replaceAsked(); });
                              }}});
}

} // namespace hekim
