#include "browser/gates/toldforms.h"

#include <QWebEngineUrlRequestInfo>

namespace hekim {

using Info = QWebEngineUrlRequestInfo;

void ToldForms::tell(const QString& form, bool namesAnother)
{
    if (namesAnother)
        m_anothers.insert(form);
    else if (m_anothers.isEmpty())
        m_refusesForms = false;
}

bool ToldForms::refuse(const Info& request)
{
    // An answer that is loaded anew was judged when its form went.
    const bool isForm = request.requestMethod() == "POST" &&
                        request.navigationType() != Info::NavigationTypeReload &&
                        request.navigationType() != Info::NavigationTypeBackForward;
    if (!isForm || (m_anothers.isEmpty() && !m_refusesForms))
        return false;
    if (!m_anothers.isEmpty())
        m_anothers.erase(m_anothers.cbegin());
    m_refusesForms = true;
    return true;
}

void ToldForms::forget()
{
    m_anothers.clear();
    m_refusesForms = false;
}

} // namespace hekim
