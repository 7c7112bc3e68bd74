#include "browser/page/pagecontrols.h"

#include "browser/gates/gatekeeper.h"
#include "browser/page/clinicalpage.h"
#include "browser/page/formmemory.h"
#include "browser/watch/dirtyformtracker.h"

#include <QWebEngineFindTextResult>
#include <QWebEngineHistory>
#include <QWebEngineLoadingInfo>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
// Chromium keeps this many entries; beyond, all of them move down by one and our marks mean others.
constexpr int longestHistory = 50;
} // namespace

PageControls::PageControls(ClinicalPage& page, const Gatekeeper& gatekeeper, QObject* parent)
    : QObject(parent), m_page(page), m_gatekeeper(gatekeeper)
{
    connect(&m_page, &QWebEnginePage::urlChanged, this, [this] {
        if (!m_page.isLoading()) // history.pushState(), or a step between such entries
            noteEntry(true);
        emit changed();
    });
    connect(&m_page, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo& info) {
        if (info.status() == QWebEngineLoadingInfo::LoadStartedStatus) {
            m_leftWork = m_page.dirtyForm().isTouched();
        } else if (info.status() == QWebEngineLoadingInfo::LoadSucceededStatus) {
            noteDocument();
        }
        applyZoom();
        emit changed();
    });
    connect(&m_page, &QWebEnginePage::findTextFinished, this, [this](const QWebEngineFindTextResult& result) {
        emit found(result.activeMatch(), result.numberOfMatches());
    });
    connect(&m_page, &QWebEnginePage::loadProgress, this, &PageControls::progress);
    connect(&m_page, &ClinicalPage::fullScreenChanged, this, &PageControls::fullScreenChanged);
}

bool PageControls::stepPossible(int step) const
{
    const QWebEngineHistory& history = *m_page.history();
    const int target = history.currentItemIndex() + step;
    if (m_fresh || target < 0 || target >= history.count() || history.count() >= longestHistory ||
        m_answers.contains(target))
        return false;
    const QUrl url = history.itemAt(target).url();
    return url.scheme().startsWith("http"_L1) && m_gatekeeper.admitsMainFrame(url, url);
}

void PageControls::back()
{
    step(-1);
}

void PageControls::forward()
{
    step(1);
}

void PageControls::step(int by)
{
    if (!stepPossible(by))
        return;
    m_page.leaveWithoutQuestion();
    m_page.triggerAction(by < 0 ? QWebEnginePage::Back : QWebEnginePage::Forward);
}

void PageControls::reload()
{
    if (m_formAnswer)
        return; // the engine would send the form again without a word
    m_page.leaveWithoutQuestion();
    m_startsAnew = true;
    m_page.triggerAction(QWebEnginePage::Reload);
}

void PageControls::find(const QString& text, bool backward)
{
    m_page.findText(text, backward ? QWebEnginePage::FindBackward : QWebEnginePage::FindFlags());
}

void PageControls::setZoom(int percent)
{
    m_zoom = percent;
    applyZoom();
}

void PageControls::leaveFullScreen()
{
    m_page.triggerAction(QWebEnginePage::ExitFullScreen);
}

void PageControls::opened()
{
    m_fresh = true;
    m_formAnswer = false;
    m_method.clear();
    emit changed();
}

void PageControls::documentCreated(bool returned)
{
    m_formAnswer = m_method == "POST";
    if (m_fresh) {
        // What was opened before has another token or another reason than the banner says.
        m_page.history()->clear();
        m_answers.clear();
        m_worked.clear();
        m_leftWork = false;
        m_fresh = false;
    }
    if (std::exchange(m_startsAnew, false))
        m_leftWork = false;
    noteWork(returned);
    noteDocument();
    applyZoom();
    emit changed();
}

void PageControls::noteDocument()
{
    const int index = m_page.history()->currentItemIndex();
    if (m_formAnswer)
        m_answers.insert(index);
    else
        m_answers.remove(index);
}

// What was entered is there again where a step in the history or a reload, ours or the page's own, brings the
// form back: it is touched as it was (rule P3). During such a step the engine counts the entry that it goes
// to as the current one (6.4.2), so the one that is left is remembered.
void PageControls::noteWork(bool returned)
{
    const QByteArray typed = m_page.formMemory().take();
    if (std::exchange(m_leftWork, false))
        m_worked.insert(m_here, {m_hereAddress, typed});
    noteEntry(!returned);
    const Work work = m_worked.take(m_here);
    if (returned && !work.address.isEmpty() && work.address == m_hereAddress) {
        m_page.dirtyForm().entered();
        // A page of several patients shows another one's form under the same names and the same address (P1).
        if (m_gatekeeper.rules().patient())
            m_page.formMemory().refill(m_page, work.typed);
    }
}

// A new entry takes the place of those that stood there and behind it: what was typed in them is another
// form's (rule P1).
void PageControls::noteEntry(bool isNew)
{
    const QWebEngineHistory& history = *m_page.history();
    m_here = history.currentItemIndex();
    m_hereAddress = history.currentItem().url();
    if (isNew && m_here == history.count() - 1)
        m_worked.removeIf([this](const auto& left) { return left.key() >= m_here; });
}

// The engine forgets the zoom when a page moves to another process.
void PageControls::applyZoom()
{
    const qreal factor = m_zoom / 100.0;
    if (!qFuzzyCompare(m_page.zoomFactor(), factor))
        m_page.setZoomFactor(factor);
}

} // namespace hekim
