"use strict";
// Without this file every form and link still works; with it nothing typed is lost when a save fails.

const notice = () => document.getElementById("notice");

function tell(text, isFailure) {
    const line = notice();
    line.classList.toggle("failure", isFailure);
    document.querySelector(".alert")?.remove();
    line.textContent = text;
    line.scrollIntoView({ block: "nearest" });
}

function failureText(status) {
    if (status === 401)
        return "Gönderilemedi: oturumunuzun süresi doldu. Yazdıklarınız bu sayfada duruyor.";
    if (status === 413)
        return "Gönderilemedi: metin çok uzun. Kısaltıp yeniden deneyin.";
    return "Gönderilemedi: sunucu yanıt vermedi (" + (status || "bağlantı yok") + "). Yazdıklarınız duruyor; yeniden deneyin.";
}

function showAnswer(html) {
    const answered = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    document.querySelector("main").replaceChildren(...answered.childNodes);
    begin(document.querySelector("main"));
    const first = document.querySelector("[aria-invalid=true]");
    if (first)
        first.focus();
}

async function send(form) {
    const button = form.querySelector("[type=submit]");
    const caption = button.textContent;
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.busy;
    try {
        const answer = await fetch(form.action, {
            method: "POST",
            headers: { Accept: "application/json" },
            body: new URLSearchParams(new FormData(form)),
        });
        if (answer.ok) {
            window.location.assign((await answer.json()).location);
            return;
        }
        if (answer.status === 422) {
            showAnswer(await answer.text());
            return;
        }
        tell(failureText(answer.status), true);
    } catch {
        tell(failureText(0), true);
    }
    button.removeAttribute("aria-disabled");
    button.textContent = caption;
}

function preview(link) {
    const panel = document.getElementById("previewPanel");
    document.getElementById("previewHeading").textContent = "Ön izleme: rapor " + link.dataset.preview;
    panel.hidden = false;
    panel.opener = link;
    document.getElementById("previewHeading").focus();
}

function closePreview() {
    const panel = document.getElementById("previewPanel");
    panel.hidden = true;
    panel.querySelector("iframe").removeAttribute("src");
    panel.opener?.focus();
}

function closeDetails(details) {
    details.open = false;
    (details.classList.contains("signing") ? details.previousElementSibling : details.querySelector("summary")).focus();
}

function search(field) {
    const wanted = field.value.trim().toLocaleLowerCase("tr");
    const rows = [...document.querySelectorAll("#reports tbody tr")];
    rows.forEach((row) => {
        const cells = [...row.children].filter((cell) => !cell.classList.contains("acts"));
        row.hidden = !cells.some((cell) => cell.textContent.toLocaleLowerCase("tr").includes(wanted));
    });
    const found = rows.filter((row) => !row.hidden).length;
    document.getElementById("found").textContent = found + " rapor";
    document.getElementById("noMatch").hidden = found > 0;
}

function begin(part) {
    part.querySelectorAll("form[data-sent]").forEach((form) => form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (!form.querySelector("[aria-disabled=true]"))
            send(form);
    }));
    part.querySelectorAll("[data-preview]").forEach((link) => link.addEventListener("click", () => preview(link)));
    part.querySelectorAll("[data-close-preview]").forEach((button) => button.addEventListener("click", closePreview));
    part.querySelectorAll("[data-close-details]").forEach((button) =>
        button.addEventListener("click", () => closeDetails(button.closest("details"))));
    // The link itself calls the e-signature module; the panel takes the place of the module's answer.
    part.querySelectorAll("[data-sign]").forEach((link) => link.addEventListener("click", () => {
        link.nextElementSibling.open = true;
        link.nextElementSibling.querySelector("button").focus({ preventScroll: true });
    }));
    part.querySelectorAll("details.confirm").forEach((details) => {
        details.addEventListener("toggle", () => {
            if (details.open)
                document.querySelectorAll("details.confirm[open]").forEach((other) => {
                    if (other !== details)
                        other.open = false;
                });
        });
        details.addEventListener("keydown", (event) => {
            if (event.key === "Escape")
                closeDetails(details);
        });
    });
    part.querySelectorAll("[data-search]").forEach((tools) => {
        tools.hidden = false;
        const field = tools.querySelector("input");
        field.addEventListener("input", () => search(field));
    });
}

begin(document);
