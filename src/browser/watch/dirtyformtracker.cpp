#include "browser/watch/dirtyformtracker.h"

#include <QRandomGenerator>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

#include <array>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
QString makeNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char*>(words.data()), qsizetype(sizeof words)).toHex());
}

// document.open() takes all listeners of the window away; the new root element that follows brings them back.
// Adding a listener that is there already changes nothing.
const QString watchScript = uR"((() => {
    const tell = what => console.debug("NONCE" + what);
    const onInput = event => { if (event.isTrusted) tell("touched"); };
    const listen = () => {
        for (const type of ["input", "change", "drop", "paste"])
            window.addEventListener(type, onInput, { capture: true, passive: true });
    };
    listen();
    new MutationObserver(listen).observe(document, { childList: true });
    if (window === window.top && location.protocol.startsWith("http")) {
        const navigation = performance.getEntriesByType("navigation")[0];
        const returns = navigation && ["back_forward", "reload"].includes(navigation.type);
        tell(returns ? "returned" : "document");
    }
})();)"_s;
} // namespace

DirtyFormTracker::DirtyFormTracker(QWebEngineScriptCollection& scripts, QObject* parent)
    : QObject(parent), m_nonce(makeNonce())
{
    QWebEngineScript script;
    script.setName(u"dirtyform"_s);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(QString(watchScript).replace(u"NONCE"_s, m_nonce));
    scripts.insert(script);
}

void DirtyFormTracker::hear(const QString& consoleMessage)
{
    if (!consoleMessage.startsWith(m_nonce))
        return;
    const QStringView what = QStringView(consoleMessage).mid(m_nonce.size());
    if (what == u"touched") {
        set(true);
    } else if (what == u"document" || what == u"returned") {
        set(false);
        emit documentCreated(what == u"returned");
    }
}

void DirtyFormTracker::reset()
{
    set(false);
}

void DirtyFormTracker::set(bool touched)
{
    if (m_touched == touched)
        return;
    m_touched = touched;
    emit touchedChanged(touched);
}

} // namespace hekim
