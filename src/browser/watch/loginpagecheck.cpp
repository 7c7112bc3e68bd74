#include "browser/watch/loginpagecheck.h"

#include "core/navigation/loginaddress.h"
#include "core/navigation/navigationrules.h"

#include <QPointer>
#include <QWebEnginePage>
#include <QWebEngineScript>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
// A field that is not on screen asks for nothing.
const QString asksForPassword =
    u"[...document.querySelectorAll('input[type=password]')].some(field => field.getClientRects().length > 0)"_s;
} // namespace

void checkForLogin(QWebEnginePage& page, const NavigationRules& rules, QObject* context,
                   const std::function<void(bool)>& answer)
{
    const LoginSuspicion suspicion = suspectLogin(page.url(), rules.eraporOrigin());
    if (suspicion != LoginSuspicion::ByFields) {
        answer(suspicion == LoginSuspicion::ByItsAddress);
        return;
    }
    page.runJavaScript(asksForPassword, QWebEngineScript::ApplicationWorld,
                       [context = QPointer(context), answer](const QVariant& asks) {
                           if (context)
                               answer(asks.toBool());
                       });
}

} // namespace hekim
