#include "browser/page/pagelossmonitor.h"

#include "browser/page/clinicalpage.h"
#include "browser/page/mainload.h"
#include "browser/page/pagecontrols.h"
#include "browser/watch/dirtyformtracker.h"

#include <utility>

namespace hekim {

PageLossMonitor::PageLossMonitor(ClinicalPage& page, MainLoad& load, PageControls& controls, QObject* parent)
    : QObject(parent), m_page(page), m_controls(controls)
{
    connect(&load, &MainLoad::loadingChanged, this, [this](bool loading) {
        if (loading && !m_isReturning)
            m_hadWork = m_page.dirtyForm().isTouched();
    });
    connect(&load, &MainLoad::stepFailed, this,
            [this](const Error& error, bool stays) { tell(lossOf(error, stays)); });
    connect(&m_page.dirtyForm(), &DirtyFormTracker::documentCreated, this, [this] {
        if (std::exchange(m_isReturning, false) && m_hadWork)
            m_page.dirtyForm().entered();
    });
}

PageLoss PageLossMonitor::lossOf(const Error& error, bool stays) const
{
    return {error, stays, !stays && m_controls.canGoBack(), m_hadWork, false};
}

void PageLossMonitor::tellLogin(const Error& error)
{
    PageLoss loss = lossOf(error, false);
    loss.login = true;
    tell(loss);
}

void PageLossMonitor::tell(const PageLoss& loss)
{
    // What can be brought back is not lost yet: closing the tab asks as before (rule P3).
    DirtyFormTracker& form = m_page.dirtyForm();
    if (!loss.stays && loss.canReturn && loss.hadWork)
        form.entered();
    else if (!loss.stays)
        form.reset();
    emit lost(loss);
}

void PageLossMonitor::returnToForm()
{
    m_isReturning = true;
    m_controls.back();
}

} // namespace hekim
