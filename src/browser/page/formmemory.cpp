#include "browser/page/formmemory.h"

#include <QUuid>
#include <QWebEnginePage>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

#include <utility>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
// A field is known again by what the page calls it, and by its place among those of the same name. An option
// that a script has yet to bring is waited for like a field. Boxes are ticked by a click, as pages listen for
// that. Listeners come back after document.open() as in DirtyFormTracker.
const QString memoryScript = uR"((() => {
    const typed = new Map(); // field -> how it is known again, in the order of typing
    const secrets = new WeakSet();
    const kinds = "input, select, textarea, [contenteditable]";
    const isBox = field => field.type === "checkbox" || field.type === "radio";
    const isText = field => !field.matches("input, select, textarea");
    const isSecret = field => ["password", "hidden", "file"].includes(field.type)
        || /password|one-time-code/i.test(field.getAttribute("autocomplete"));
    const nameOf = field => JSON.stringify([field.localName, field.id, field.getAttribute("name"),
        isBox(field) ? [field.type, field.value] : ""]);
    const alike = name => [...document.querySelectorAll(kinds)].filter(field => nameOf(field) === name);
    const valueOf = field => isBox(field) ? field.checked
        : field.localName === "select" ? [...field.selectedOptions].map(option => option.value)
        : isText(field) ? field.innerText : field.value;
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

    const note = field => {
        const name = nameOf(field);
        if (!typed.has(field))
            typed.set(field, { name, place: alike(name).indexOf(field) });
    };
    const onInput = event => {
        const field = event.isTrusted && event.target.closest && event.target.closest(kinds);
        if (!field)
            return;
        if (isSecret(field))
            secrets.add(field);
        note(field);
    };
    const onLeave = () => {
        const all = [...typed].filter(([field]) => !secrets.has(field) && !isSecret(field))
            .map(([field, known]) => ({ ...known, value: valueOf(field) }));
        if (all.length > 0)
            console.debug("NONCE" + JSON.stringify(all));
    };
    const listen = () => {
        for (const type of ["input", "change"])
            window.addEventListener(type, onInput, { capture: true, passive: true });
        window.addEventListener("beforeunload", onLeave, { capture: true });
    };
    listen();
    new MutationObserver(listen).observe(document, { childList: true });

    const fill = ({ name, place, value }) => {
        const field = alike(name)[place];
        if (!field || isSecret(field))
            return false;
        if (typed.has(field))
            return true;
        if (field.localName === "select"
            && !value.every(wanted => [...field.options].some(option => option.value === wanted)))
            return false;
        note(field);
        if (same(valueOf(field), value))
            return true;
        if (isBox(field)) {
            if (value || field.type === "checkbox")
                field.click();
            return true;
        }
        if (field.localName === "select") {
            for (const option of field.options)
                option.selected = value.includes(option.value);
        } else if (isText(field)) {
            field.innerText = value;
        } else {
            field.value = value;
        }
        for (const type of ["input", "change"])
            field.dispatchEvent(new Event(type, { bubbles: true }));
        return true;
    };
    globalThis.hekimRefill = all => {
        let waiting = all;
        const observer = new MutationObserver(() => go());
        const go = () => {
            waiting = waiting.filter(entry => !fill(entry));
            if (waiting.length === 0)
                observer.disconnect();
        };
        const start = () => {
            observer.observe(document, { childList: true, subtree: true });
            setTimeout(() => observer.disconnect(), 30000);
            go();
        };
        if (document.readyState === "complete")
            start();
        else
            window.addEventListener("load", () => setTimeout(start, 0), { once: true });
    };
})();)"_s;
} // namespace

FormMemory::FormMemory(QWebEngineScriptCollection& scripts, QObject* parent)
    : QObject(parent), m_nonce(QUuid::createUuid().toString(QUuid::Id128)) // of the system's generator
{
    QWebEngineScript script;
    script.setName(u"formmemory"_s);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(false);
    script.setSourceCode(QString(memoryScript).replace(u"NONCE"_s, m_nonce));
    scripts.insert(script);
}

void FormMemory::hear(const QString& consoleMessage)
{
    if (consoleMessage.startsWith(m_nonce))
        m_typed = QStringView(consoleMessage).mid(m_nonce.size()).toUtf8();
}

QByteArray FormMemory::take()
{
    return std::exchange(m_typed, {});
}

void FormMemory::refill(QWebEnginePage& page, const QByteArray& typed)
{
    if (!typed.isEmpty())
        page.runJavaScript(u"hekimRefill(%1)"_s.arg(QString::fromUtf8(typed)),
                           QWebEngineScript::ApplicationWorld);
}

} // namespace hekim
