#include "browser/gates/patientfields.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>
#include <QWebEngineScriptCollection>

namespace hekim {

using namespace Qt::StringLiterals;

namespace {
// formdata comes before each form goes, one that a script submits too. The page's own listeners get a copy of
// the data, so that nothing of theirs comes after the look at it. A number that is another patient's does not
// go: no gate knows a form's request for certain, so that one could be cut off in another's place. Listeners
// come back after document.open() as in DirtyFormTracker; the observer stays with its document.
//
// No mutation tells of a shadow root, nor of a value that a script gives to a field: hence the look once a
// second. Closed shadow roots cannot be seen.
const QString fieldsScript = uR"((() => {
    const tell = (ids, form) => console.debug("NONCE" + JSON.stringify({ ids, form, origin: self.origin }));
    const isPatient = name => name.trim().toLowerCase() === "patientid";
    const isText = value => typeof value === "string" && value.trim() !== "";
    const patient = "PATIENT";
    const digitsOf = value => typeof value === "string" ? value.replace(/\D/g, "") : "";
    const isAnothers = value => patient !== "" && digitsOf(value).length === 11 && digitsOf(value) !== patient;

    // The engine (6.4.2) fires formdata twice for a form that goes: its name tells it from another form.
    const names = new WeakMap();
    const nameOf = form => {
        if (!names.has(form))
            names.set(form, String(Math.random()));
        return names.get(form);
    };
    const onFormData = event => {
        if (!event.isTrusted)
            return;
        event.stopImmediatePropagation();
        const data = event.formData;
        const formData = new FormData();
        data.forEach((value, name) => formData.append(name, value));
        EventTarget.prototype.dispatchEvent.call(event.target,
            new FormDataEvent("formdata", { bubbles: true, formData }));
        const told = [...formData].filter(([name, value]) => isPatient(name) && isText(value));
        tell(told.map(([, value]) => value.trim()), nameOf(event.target));
        [...data.keys()].forEach(name => data.delete(name));
        formData.forEach((value, name) => data.append(name, isPatient(name) && isAnothers(value) ? "refused" : value));
    };

    // What a user can type into or choose from is known by what the server wrote there, and by a number that a
    // script has put in its place: one that is not the user's own, which a page may write in its own way.
    const entered = new WeakMap();
    const onInput = event => {
        const field = event.composedPath()[0];
        if (event.isTrusted)
            entered.set(field, digitsOf(field.value));
    };
    const isFixed = field => ["hidden", "button", "submit"].includes(field.type) || field.readOnly || field.disabled;
    const writtenIn = field => {
        if (isFixed(field))
            return field.value;
        if (field.localName !== "select")
            return field.defaultValue;
        const chosen = field.length === 1 ? field[0] : [...field.options].find(option => option.defaultSelected);
        return chosen && chosen.value;
    };
    const isByScript = field => {
        const isByEngine = field.selectedIndex === 0 && ![...field.options].some(option => option.defaultSelected);
        return isAnothers(field.value) && digitsOf(field.value) !== entered.get(field) && !isByEngine;
    };
    const toldShown = new Set();
    const look = field => {
        if (!isPatient(field.name) || !field.isConnected)
            return;
        for (const value of [writtenIn(field), isByScript(field) ? digitsOf(field.value) : ""]) {
            if (isText(value) && !toldShown.has(value)) {
                toldShown.add(value);
                tell([value.trim()]);
            }
        }
    };

    const fields = "input, select, textarea, button";
    const roots = new WeakSet();
    // A form's controls and a document's forms take the place of methods of these names: the methods are taken where
    // no name reaches.
    const typeOf = Object.getOwnPropertyDescriptor(Node.prototype, "nodeType").get;
    const kinds = new Map([[Node.ELEMENT_NODE, Element], [Node.DOCUMENT_NODE, Document],
        [Node.DOCUMENT_FRAGMENT_NODE, DocumentFragment]]);
    const lookIn = node => {
        const kind = kinds.get(typeOf.call(node));
        if (!kind)
            return;
        const all = selector => kind.prototype.querySelectorAll.call(node, selector);
        if (kind === Element && Element.prototype.matches.call(node, fields))
            look(node);
        all(fields).forEach(look);
        for (const element of [node, ...all("*")]) {
            if (element.shadowRoot)
                (roots.has(element.shadowRoot) ? lookIn : watch)(element.shadowRoot);
        }
    };
    const onChange = changes => {
        for (const change of changes) {
            if (change.type === "attributes")
                lookIn(Element.prototype.closest.call(change.target, "select") || change.target);
            else
                change.addedNodes.forEach(lookIn);
            if (change.target.localName === "select")
                look(change.target);
            if (change.target === document)
                listen();
        }
    };
    const observer = new MutationObserver(onChange);
    const watch = root => {
        roots.add(root);
        observer.observe(root, { subtree: true, childList: true, attributes: true,
            attributeFilter: ["name", "type", "value", "selected", "readonly", "disabled"] });
        if (root !== document)
            root.addEventListener("formdata", onFormData, { capture: true });
        lookIn(root);
    };
    // A frame that a script makes can send a form before any script of ours is in it, but not before it is
    // loaded: an empty one is as it is put in.
    const listenIn = view => {
        view.addEventListener("formdata", onFormData, { capture: true });
        for (const type of ["input", "change"])
            view.addEventListener(type, onInput, { capture: true, passive: true });
        view.document.addEventListener("load", onLoad, { capture: true }); // gets no further
    };
    const onLoad = event => {
        try { listenIn(event.target.contentWindow); } catch (otherOriginOrNoFrame) {}
    };
    const listen = () => listenIn(window);

    listen();
    watch(document);
    setInterval(() => lookIn(document), 1000);
})();)"_s;
} // namespace

PatientFields::PatientFields(QWebEngineScriptCollection& scriptsOfProfile)
    : m_scripts(scriptsOfProfile)
    , m_nonce(QUuid::createUuid().toString(QUuid::Id128)) // of the system's generator
{
    m_script.setName(u"patientfields"_s);
    m_script.setWorldId(QWebEngineScript::ApplicationWorld);
    m_script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    m_script.setRunsOnSubFrames(true);
    setPatient({});
}

void PatientFields::setPatient(const QString& number)
{
    m_scripts.remove(m_script);
    m_script.setSourceCode(QString(fieldsScript).replace(u"NONCE"_s, m_nonce).replace(u"PATIENT"_s, number));
    m_scripts.insert(m_script);
}

std::optional<PatientFields::Told> PatientFields::read(const QString& consoleMessage) const
{
    if (!consoleMessage.startsWith(m_nonce))
        return std::nullopt;
    const QJsonObject told =
        QJsonDocument::fromJson(QStringView(consoleMessage).mid(m_nonce.size()).toUtf8()).object();
    return Told{told.value("form"_L1).toString(), told.value("ids"_L1).toVariant().toStringList(),
                QUrl(told.value("origin"_L1).toString())};
}

} // namespace hekim
