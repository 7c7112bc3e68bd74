#include "browser/gates/closedinterfaces.h"

#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

// A frame made by a script has its window before any script of ours ran in it: what a page gets hold of there
// is closed as the frame is put into the page.
const QString closingScript = uR"((() => {
    const names = ["RTCPeerConnection", "webkitRTCPeerConnection", "RTCDataChannel", "WebTransport"];
    const close = view => {
        try { for (const name of names) delete view[name]; } catch (otherOrigin) {}
    };
    close(window);
    for (const name of ["contentWindow", "contentDocument"]) {
        for (const type of [HTMLIFrameElement, HTMLFrameElement, HTMLObjectElement, HTMLEmbedElement]) {
            const found = Object.getOwnPropertyDescriptor(type.prototype, name);
            if (!found || !found.get)
                continue;
            Object.defineProperty(type.prototype, name, { configurable: false, enumerable: found.enumerable, get() {
                const value = found.get.call(this);
                if (value) close(name === "contentWindow" ? value : value.defaultView);
                return value;
            } });
        }
    }
})();)"_s;

} // namespace

void closeUngatedInterfaces(QWebEngineScriptCollection& scripts)
{
    QWebEngineScript script;
    script.setName(u"closedinterfaces"_s);
    script.setWorldId(QWebEngineScript::MainWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(closingScript);
    scripts.insert(script);
}

} // namespace hekim
