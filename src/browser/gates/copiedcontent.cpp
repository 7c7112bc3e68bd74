#include "browser/gates/copiedcontent.h"

#include <QWebEngineScript>
#include <QWebEngineScriptCollection>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {

// Only names of elements and a few attributes are taken over. What a text field gives out is plain text
// already.
const QString copyingScript = uR"((() => {
    const names = new Set(["b", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4",
        "h5", "h6", "hr", "i", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "u", "ul"]);
    const parts = new Set(["table", "tbody", "tfoot", "thead", "tr", "ol", "ul"]);
    const inert = document.implementation.createHTMLDocument("");
    const emptyCopy = element => {
        const copy = inert.createElement(names.has(element.localName) ? element.localName : "span");
        for (const name of ["colspan", "rowspan", "start"]) {
            if (element.hasAttribute(name))
                copy.setAttribute(name, parseInt(element.getAttribute(name)) || 1);
        }
        return copy;
    };
    const copyOf = (node, range) => {
        if (!range.intersectsNode(node))
            return "";
        if (node.nodeType === Node.TEXT_NODE)
            return node.data.slice(node === range.startContainer ? range.startOffset : 0,
                node === range.endContainer ? range.endOffset : undefined);
        if (node.nodeType !== Node.ELEMENT_NODE)
            return "";
        const style = getComputedStyle(node);
        if (style.display === "none" || style.visibility === "hidden")
            return "";
        const copy = emptyCopy(node);
        copy.append(...[...node.childNodes].map(child => copyOf(child, range)));
        return copy;
    };
    const markup = range => {
        let node = range.commonAncestorContainer;
        let copy = copyOf(node, range);
        for (node = node.parentElement; node && parts.has(node.localName); node = node.parentElement) {
            const around = emptyCopy(node);
            around.append(copy);
            copy = around;
        }
        const whole = inert.createElement("div");
        whole.append(copy);
        return whole.innerHTML;
    };
    const isTextField = target => ["INPUT", "TEXTAREA"].includes(target.tagName);
    // The selection; nothing where the engine gives out a text field's.
    const fill = (data, target) => {
        const selection = getSelection();
        if (isTextField(target) || selection.isCollapsed || selection.toString() === "")
            return false;
        data.clearData();
        data.setData("text/plain", selection.toString());
        data.setData("text/html", markup(selection.getRangeAt(0)));
        return true;
    };
    const onCopy = event => {
        if (!fill(event.clipboardData, event.target))
            return;
        event.preventDefault();
        if (event.type === "cut")
            document.execCommand("delete");
    };
    const onDragStart = event => {
        const data = event.dataTransfer;
        if (!data.types.includes("text/uri-list")) {
            fill(data, event.target);
            return;
        }
        // A page's own way with a picture goes on, without its address.
        data.clearData();
        if (event.target.nodeType === Node.ELEMENT_NODE && event.target.closest("a"))
            event.preventDefault();
    };
    const listen = () => {
        for (const type of ["copy", "cut"])
            window.addEventListener(type, onCopy, { capture: true });
        window.addEventListener("dragstart", onDragStart, { capture: true });
    };
    listen();
    new MutationObserver(listen).observe(document, { childList: true });
})();)"_s;

} // namespace

void keepAddressesOutOfCopies(QWebEngineScriptCollection& scripts)
{
    QWebEngineScript script;
    script.setName(u"copiedcontent"_s);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setRunsOnSubFrames(true);
    script.setSourceCode(copyingScript);
    scripts.insert(script);
}

} // namespace hekim
