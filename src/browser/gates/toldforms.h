#pragma once

#include <QSet>
#include <QString>

class QWebEngineUrlRequestInfo;

namespace hekim {

/// Forms for another patient (rule P1). A form of any page of the profile gives out its data, in the body
/// where no gate sees it; that is told before its request is made, if it makes one. Which request is that
/// form's is not known. So each that names another patient has one form refused, and from then on all are
/// until the next one is told.
class ToldForms
{
public:
    void tell(const QString& form, bool namesAnother);
    /// Whether this request has to be refused as one of them; it counts as theirs then.
    [[nodiscard]] bool refuse(const QWebEngineUrlRequestInfo& request);
    void forget();

private:
    QSet<QString> m_anothers;    ///< told to name another patient; as many are still to be refused
    bool m_refusesForms = false; ///< one was refused since the last was told; it can come again
};

} // namespace hekim
