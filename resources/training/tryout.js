"use strict";
// The buttons of "Deneme sayfası". What a button tried and what came of it is said below it.

const all = (selector, event, action) =>
    document.querySelectorAll(selector).forEach((part) => part.addEventListener(event, (happened) => action(part, happened)));

function say(id, text) {
    const line = document.getElementById(id);
    line.textContent = text;
    line.scrollIntoView({ block: "nearest" });
}

// A browser counts a click for five seconds; a window that comes later comes by itself.
const laterSeconds = 6;

function openLater() {
    say("windowResult", laterSeconds + " saniye sonra bir pencere açılmak isteyecek; o zamana dek bir şeye basmayın.");
    setTimeout(() => {
        window.open("/healthstatusweb/singledoctor/tryoutwindow");
        say("windowResult", "Pencere istendi.");
    }, laterSeconds * 1000);
}

function openWritten() {
    const written = window.open("", "_blank");
    if (!written) {
        say("windowResult", "Pencere açılmadı.");
        return;
    }
    written.document.write("<!DOCTYPE html><html lang='tr'><title>Yazdırma</title><h1>Yazdırma penceresi</h1>"
        + "<p>İçini sayfa yazdı: Ç Ğ I İ Ö Ş Ü.</p></html>");
    written.document.close();
    written.print();
    say("windowResult", "Pencere yazıldı ve yazdırılmak istendi.");
}

const noAgent = (port) => "Bu bilgisayarda " + port + " numaralı kapıda yanıt veren bir imza programı yok.";

async function askByHttp(port) {
    try {
        const answer = await fetch("http://127.0.0.1:" + port + "/", {
            method: "POST",
            body: "belge=1",
            headers: { "Content-Type": "application/x-www-form-urlencoded" },
            signal: AbortSignal.timeout ? AbortSignal.timeout(5000) : undefined,
        });
        say("agentResult", "HTTP yanıtı: " + (await answer.text()).slice(0, 200));
    } catch {
        say("agentResult", noAgent(port));
    }
}

function askBySocket(port) {
    const socket = new WebSocket("ws://127.0.0.1:" + port + "/");
    let answered = false;
    const end = setTimeout(() => socket.close(), 5000);
    socket.onopen = () => socket.send("belge=1");
    socket.onmessage = (message) => {
        answered = true;
        say("agentResult", "WebSocket yanıtı: " + String(message.data).slice(0, 200));
        socket.close();
    };
    socket.onclose = () => {
        clearTimeout(end);
        if (!answered)
            say("agentResult", noAgent(port));
    };
}

function askAgent(form, event) {
    event.preventDefault();
    const port = form.port.value.trim();
    const isPort = /^\d{1,5}$/.test(port) && port > 0 && port < 65536;
    form.port.setAttribute("aria-invalid", String(!isPort));
    if (!isPort) {
        say("agentResult", "Kapı numarası 1 ile 65535 arasında olmalı.");
        form.port.focus();
        return;
    }
    say("agentResult", "Soruluyor…");
    if (event.submitter?.value === "socket")
        askBySocket(port);
    else
        askByHttp(port);
}

async function showBlob(button) {
    const answer = await fetch(button.dataset.blob);
    const panel = document.getElementById("previewPanel");
    panel.querySelector("iframe").src = URL.createObjectURL(await answer.blob());
    panel.hidden = false;
    panel.opener = button;
    say("previewHeading", "Ön izleme: deneme belgesi (blob)");
    document.getElementById("previewHeading").focus();
    panel.scrollIntoView();
}

function askDialog(button) {
    if (button.dataset.dialog === "alert") {
        alert("Bu bir uyarıdır.");
        say("dialogResult", "Uyarı kapatıldı.");
    } else if (button.dataset.dialog === "confirm") {
        say("dialogResult", confirm("Onaylıyor musunuz?") ? "Onaylandı." : "Onaylanmadı.");
    } else {
        const answer = prompt("Bir sözcük yazın:", "");
        say("dialogResult", answer === null ? "Metin verilmedi." : "Verilen metin: " + answer);
    }
}

async function endSession(form, event) {
    event.preventDefault();
    try {
        const answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams() });
        say("sessionResult", answer.ok || answer.status === 401
            ? "Oturum bitti. Sıradaki adımı deneyin." : "Oturum bitirilemedi (" + answer.status + ").");
    } catch {
        say("sessionResult", "Oturum bitirilemedi (bağlantı yok).");
    }
}

function hang() {
    const end = Date.now() + 180000;
    while (Date.now() < end);
}

function go(button) {
    say("limitResult", "Denendi; bu sayfa yerinde duruyor.");
    window.location.href = button.dataset.go;
}

function readClipboard() {
    const refused = () => say("limitResult", "Pano okunamadı: izin yok.");
    if (!navigator.clipboard)
        refused();
    else
        navigator.clipboard.readText().then((text) => say("limitResult", "Pano okundu (" + text.length + " harf)."), refused);
}

all("[data-agent]", "submit", askAgent);
all("[data-later-window]", "click", openLater);
all("[data-written-window]", "click", openWritten);
all("[data-close-window]", "click", () => window.close());
all("[data-print]", "click", () => window.print());
all("[data-preview]", "click", () => {
    say("previewHeading", "Ön izleme: deneme belgesi");
    document.getElementById("previewPanel").scrollIntoView();
});
all("[data-blob]", "click", showBlob);
all("[data-dialog]", "click", askDialog);
all("#chosen", "change", (field) => say("dialogResult", "Seçilen dosya: " + (field.files[0]?.name ?? "yok")));
all("[data-end]", "submit", endSession);
all("[data-hang]", "click", hang);
all("[data-go]", "click", go);
all("[data-full-screen]", "click", () => document.documentElement.requestFullscreen().then(
    () => say("limitResult", "Tam ekrana geçildi."), () => say("limitResult", "Tam ekran reddedildi.")));
all("[data-clipboard]", "click", readClipboard);
window.addEventListener("beforeunload", (event) => {
    if (document.getElementById("stay")?.checked) {
        event.preventDefault();
        event.returnValue = "";
    }
});
