#include "browser/page/mainload.h"

#include "browser/page/clinicalpage.h"
#include "browser/page/loadfailure.h"
#include "platform/network/pagesway.h"

#include <QPointer>
#include <QWebEngineLoadingInfo>
#include <QWebEngineScript>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;
using Info = QWebEngineLoadingInfo;

namespace {
constexpr int netAborted = -3;          // ERR_ABORTED: 204, a download, a newer navigation, stop()
constexpr int netBlockedByClient = -20; // ERR_BLOCKED_BY_CLIENT: our interceptor
constexpr int netTunnelFailed = -111;   // ERR_TUNNEL_CONNECTION_FAILED: all that our own gate can say

// html, head and body are there in every document; a page of frames or scripts has more, a bare text has
// characters.
const QString emptyDocumentScript =
    u"document.documentElement === null || (document.getElementsByTagName('*').length <= 3"
    u" && document.documentElement.textContent.trim() === '')"_s;
} // namespace

MainLoad::MainLoad(ClinicalPage& page, QObject* parent) : QObject(parent), m_page(page)
{
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(std::chrono::seconds(30));
    m_answer.setSingleShot(true);
    m_answer.setInterval(std::chrono::seconds(3));
    connect(&m_answer, &QTimer::timeout, this, [this] { settle(false); });
    connect(&m_deadline, &QTimer::timeout, this, &MainLoad::onTimeout);
    connect(&m_page, &QWebEnginePage::loadingChanged, this, &MainLoad::onLoadingChanged);
    connect(&m_page, &QWebEnginePage::renderProcessTerminated, this,
            [this](QWebEnginePage::RenderProcessTerminationStatus, int) {
                m_leaving = false;
                if (m_begun)
                    fail(pageError(ErrorKind::PageCrashed, m_target, Step::Page));
            });
}

void MainLoad::begin(const QUrl& url)
{
    newRound();
    // Also of about:blank, when a page is still warming.
    const bool hasFormer = std::exchange(m_begun, true) || m_leaving || m_page.isLoading();
    m_pending = true;
    m_shown = false;
    m_target = url;
    m_refused.clear();
    startDeadline();
    setLoading(true);
    if (hasFormer)
        leave();
    else
        m_page.load(url);
}

void MainLoad::beginRefused(const QUrl& url)
{
    m_begun = false; // what becomes of about:blank is no load of a page
    m_pending = false;
    m_shown = false;
    m_target = url;
    setLoading(true);
    leave();
    QMetaObject::invokeMethod(
        this,
        [this, round = m_round] {
            if (round == m_round)
                fail(pageError(ErrorKind::BadReply, m_target, Step::PageRefused));
        },
        Qt::QueuedConnection);
}

// What was asked of the document before says nothing about the next one.
void MainLoad::newRound()
{
    ++m_round;
    m_answer.stop();
}

bool MainLoad::isBlank(const QUrl& url)
{
    return url.isEmpty() || url.scheme() == u"about";
}

void MainLoad::follow(const QUrl& url)
{
    newRound();
    m_begun = true;
    m_target = url;
    m_shown = isBlank(url);
    m_pending = !m_shown;
    if (m_pending) {
        startDeadline();
        setLoading(true);
    }
}

void MainLoad::documentCreated()
{
    // The page tells of its document by itself, on a busy machine after the engine has told of the failure
    // that it belongs to: it would show a white page in the place of the sentence.
    if (!m_begun || m_leaving || !m_loading)
        return;
    m_shown = true;
    stopDeadline();
}

void MainLoad::refused(const QUrl& url)
{
    if (!m_begun)
        return;
    m_refused = url;
}

void MainLoad::abandon(const Error& error)
{
    m_page.triggerAction(QWebEnginePage::Stop);
    m_begun = false;
    leave();
    fail(error); // last: what hears of it may begin anew
}

// A page that goes on by itself at this moment takes the place of a load() of ours whose reply is there
// already (seen with 6.4.2): the server has been asked, and nothing is told of it. The engine also tells one
// end for what goes on at once, with the address of either. about:blank asks no server and goes nowhere, so
// it can be tried again until it stands.
void MainLoad::leave()
{
    newRound();
    m_leaving = true;
    m_page.leaveWithoutQuestion();
    m_page.load(QUrl(u"about:blank"_s));
}

void MainLoad::lookWhetherLeft()
{
    m_page.runJavaScript(u"document.URL"_s, QWebEngineScript::ApplicationWorld,
                         [self = QPointer(this), round = m_round](const QVariant& url) {
                             if (self && self->m_leaving && self->m_round == round)
                                 self->onStanding(QUrl(url.toString()));
                         });
}

void MainLoad::onStanding(const QUrl& url)
{
    if (m_page.isLoading())
        return; // its end is told
    if (url.scheme() != u"about") {
        leave();
        return;
    }
    m_leaving = false;
    if (m_begun && m_pending)
        m_page.load(m_target);
}

// Seen with 6.4.2: a status of 400 and above arrives as LoadFailedStatus in HttpStatusCodeDomain, with a body
// (which is shown all the same) as well as without one (204 and a 200 that is cut short come as an aborted
// load).
void MainLoad::onLoadingChanged(const Info& info)
{
    if (m_leaving) {
        if (info.status() != Info::LoadStartedStatus)
            lookWhetherLeft();
        return;
    }
    // A page can still be warming when its first load begins.
    if (!m_begun || (isBlank(info.url()) && !isBlank(m_target)))
        return;
    switch (info.status()) {
    case Info::LoadStartedStatus:
        m_refused.clear();
        if (!m_isDue)
            startDeadline();
        setLoading(true);
        break;
    case Info::LoadSucceededStatus:
        finish();
        break;
    case Info::LoadStoppedStatus:
    case Info::LoadFailedStatus: {
        if (!m_loading)
            break; // the end was told already; this is what stopping it brings
        const bool ours = info.errorDomain() != Info::HttpStatusCodeDomain &&
                          (info.status() == Info::LoadStoppedStatus || info.errorCode() == netAborted ||
                           info.errorCode() == netBlockedByClient);
        if (ours && m_shown && m_pending) {
            finish(); // the page itself wanted to go on at once and was not let: it stays, and it is the one
                      // asked for
        } else if (ours && m_shown) {
            stopDeadline();
            setLoading(false);
        } else if (ours) {
            fail(pageError(ErrorKind::BadReply, m_refused.isEmpty() ? info.url() : m_refused,
                           m_refused.isEmpty() ? Step::PageNotShown : Step::PageRefused));
        } else if (m_shown && !m_pending) {
            // Without error pages of its own the engine puts nothing in the place of a document that the
            // network did not let go on (tried with 6.4.2: links and posted forms).
            stopDeadline();
            setLoading(false);
            emit stepFailed(failureOf(info), info.errorDomain() != Info::HttpStatusCodeDomain);
        } else {
            fail(failureOf(info));
        }
        break;
    }
    }
}

Error MainLoad::failureOf(const Info& info) const
{
    Error error = loadFailure(info.url(), info.errorDomain(), info.errorCode());
    if (error.kind == ErrorKind::Tls && !m_whyUntrusted.isEmpty() && info.url().host() == m_untrustedHost)
        error.detail = u"%1 (%2)"_s.arg(m_whyUntrusted, error.detail);
    if (m_way && info.errorCode() == netTunnelFailed) {
        if (const auto trouble = m_way->troubleWith(info.url().host())) {
            error.kind = trouble->kind;
            error.detail = u"%1 (%2)"_s.arg(trouble->detail, error.detail);
        }
    }
    return error;
}

void MainLoad::certificateRefused(const QString& host, const QString& why)
{
    m_untrustedHost = host;
    m_whyUntrusted = why;
}

void MainLoad::hold()
{
    ++m_held;
    m_deadline.stop();
}

void MainLoad::release()
{
    if (m_held == 0 || --m_held > 0) // 0: what held it was there before this page
        return;
    if (m_isDue)
        m_deadline.start();
}

void MainLoad::startDeadline()
{
    m_isDue = true;
    if (m_held == 0)
        m_deadline.start();
}

void MainLoad::stopDeadline()
{
    m_isDue = false;
    m_deadline.stop();
}

void MainLoad::onTimeout()
{
    m_isDue = false;
    if (m_shown) {
        emit stepTimedOut(m_target);
        m_page.triggerAction(QWebEnginePage::Stop);
        setLoading(false);
        return;
    }
    fail(pageError(ErrorKind::TimedOut, m_target, Step::Page));
    m_page.triggerAction(QWebEnginePage::Stop);
}

void MainLoad::finish()
{
    stopDeadline();
    // An empty 200 is a white page that cannot be told from a slow one: it counts as a bad reply (rule W1).
    m_page.runJavaScript(emptyDocumentScript, QWebEngineScript::ApplicationWorld,
                         [self = QPointer(this), round = m_round](const QVariant& empty) {
                             if (self && self->m_round == round)
                                 self->settle(empty.toBool());
                         });
    // The engine loses answers when the page tries to leave at the same moment (seen with 6.4.2), and a page
    // that hangs gives none: it is shown then.
    if (!m_answer.isActive())
        m_answer.start();
}

void MainLoad::settle(bool empty)
{
    m_answer.stop();
    if (!m_loading || m_leaving)
        return;
    if (empty && !isBlank(m_page.url())) {
        fail(pageError(ErrorKind::BadReply, m_target, Step::PageEmpty));
        return;
    }
    m_shown = true;
    m_pending = false;
    setLoading(false);
    emit loaded();
}

void MainLoad::fail(const Error& error)
{
    stopDeadline();
    m_answer.stop();
    m_pending = false;
    m_shown = false;
    setLoading(false);
    emit failed(error);
}

void MainLoad::setLoading(bool loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    emit loadingChanged(loading);
}

} // namespace hekim
