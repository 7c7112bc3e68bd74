#include "browser/gates/opaqueframes.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUuid>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
// A picture of SVG and XML of any kind run scripts. A PDF does not, but what the engine's viewer is made of
// cannot always be told from other frames (seen with 6.4.2 once, in some twenty runs of all tests): its
// address counts, and its frames need not tell of themselves.
const QString runsNothingPattern = u"(?:image/(?:png|jpeg|gif|webp|bmp)|text/plain)"_s;

// The engine shows a PDF in an empty frame inside its document. In a document that may run scripts the
// content of noscript is text: so the engine's own parser tells whether it may, in HTML.
//
// A console message can come after the frame's first WebSocket (seen with 6.4.2 on a busy machine, in 7 of
// 600 tries). A request that the script waits for cannot: the gate refuses it, and only then the frame's own
// scripts run.
const QString tellingScript = uR"((() => {
    if (self.origin !== "null")
        return;
    const runsNothing = view => /^(?:application\/pdf|PATTERN)$/.test(view.document.contentType);
    const isPdfsOwn = () => {
        try { return document.URL === "about:blank" && runsNothing(parent); } catch (otherOrigin) { return false; }
    };
    if (runsNothing(self) || isPdfsOwn())
        return;
    const probe = document.createElement("p");
    if (document.contentType === "text/html")
        probe.innerHTML = "<noscript><b></b></noscript>";
    const silent = probe.querySelector("b") !== null;
    console.debug("NONCE" + (silent ? "silent" : "runs"));
    if (silent)
        return;
    const telling = new XMLHttpRequest();
    telling.open("GET", "https://NONCE.invalid/", false);
    try { telling.send(); } catch (refused) {}
})();)"_s;
} // namespace

OpaqueFrames::OpaqueFrames(QWebEngineScriptCollection& scriptsOfProfile)
    : m_nonce(QUuid::createUuid().toString(QUuid::Id128)) // of the system's generator
{
    QWebEngineScript script;
    script.setName(u"opaqueframes"_s);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(QString(tellingScript)
                             .replace(u"PATTERN"_s, QString(runsNothingPattern).replace(u"/"_s, u"\\/"_s))
                             .replace(u"NONCE"_s, m_nonce));
    scriptsOfProfile.insert(script);
}

std::optional<OpaqueFrames::Kind> OpaqueFrames::read(const QString& consoleMessage) const
{
    if (!consoleMessage.startsWith(m_nonce))
        return std::nullopt;
    return consoleMessage.endsWith(u"silent") ? Kind::Silent : Kind::Runs;
}

bool OpaqueFrames::isTelling(const QUrl& request) const
{
    return request.host() == m_nonce + u".invalid"_s;
}

// Only what can be read in one way: the engine reads a type and its parameters by rules of its own.
bool OpaqueFrames::runsNothing(const QUrl& data)
{
    static const QRegularExpression plain(u"^data:%1(?:;base64)?,"_s.arg(runsNothingPattern));
    return plain.match(data.toString(QUrl::FullyEncoded)).hasMatch();
}

} // namespace hekim
