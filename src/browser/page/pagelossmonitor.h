#pragma once

#include "browser/page/pageloss.h"

#include <QObject>

namespace hekim {

class ClinicalPage;
class MainLoad;
class PageControls;

/// What a page's own step costs the doctor when it goes wrong, and the way back to the form (rule P3).
class PageLossMonitor : public QObject
{
    Q_OBJECT

public:
    PageLossMonitor(ClinicalPage& page, MainLoad& load, PageControls& controls, QObject* parent = nullptr);

    /// Another address is opened.
    void forget() { m_isReturning = false; }
    /// A login of the Ministry's own stands in the page's place.
    void tellLogin(const Error& error);
    /// After lost() with canReturn: goes back to the former page. The engine fills in again what was typed
    /// there.
    void returnToForm();

signals:
    /// A step after loaded() went wrong: an error answer of the server, the network, a login of the
    /// Ministry's own.
    void lost(const hekim::PageLoss& loss);

private:
    [[nodiscard]] PageLoss lossOf(const Error& error, bool stays) const;
    void tell(const PageLoss& loss);

    ClinicalPage& m_page;
    PageControls& m_controls;
    bool m_hadWork = false;     ///< the document in which the present step began was touched
    bool m_isReturning = false; ///< between returnToForm() and the document it brings back
};

} // namespace hekim
