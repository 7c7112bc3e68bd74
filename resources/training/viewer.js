"use strict";

const millimetres = 1.4; // one point of the phantom
const presets = [["Yumuşak doku", 400, 40], ["Akciğer", 1500, -600], ["Kemik", 1800, 400], ["Beyin", 80, 40]];
const element = (id) => document.getElementById(id);

class Viewer {
    constructor(study) {
        this.study = study;
        this.canvas = element("picture");
        this.context = this.canvas.getContext("2d");
        this.buffer = document.createElement("canvas");
        this.buffer.width = this.buffer.height = Phantom.size;
        this.tool = "window";
        this.pointers = new Map();
        this.series = study.series.map((one) => ({ ...one, phantom: new Phantom(one.seed, one.kind, one.slices), measures: new Map() }));
        presets.forEach(([name], index) => element("preset").add(new Option(name, index)));
        this.showSeriesList();
        this.listen();
        this.choose(0);
        new ResizeObserver(() => this.draw()).observe(element("stage"));
    }

    showSeriesList() {
        this.series.forEach((one, index) => {
            const button = document.createElement("button");
            const small = document.createElement("canvas");
            const caption = document.createElement("span");
            small.width = small.height = Phantom.size;
            const [, width, center] = presets[one.preset];
            small.getContext("2d").putImageData(one.phantom.picture(one.slices >> 1, width, center), 0, 0);
            caption.textContent = `${one.name} (${one.slices})`;
            button.type = "button";
            button.append(small, caption);
            button.addEventListener("click", () => this.choose(index));
            element("series").append(button);
        });
    }

    choose(index) {
        this.current = this.series[index];
        [...element("series").children].forEach((button, i) => button.setAttribute("aria-current", String(i === index)));
        this.index = this.current.index ?? this.current.slices >> 1;
        element("slice").max = this.current.slices;
        element("preset").value = this.current.preset;
        this.standardLook();
    }

    reset() {
        this.current.measures.delete(this.index);
        this.standardLook();
    }

    standardLook() {
        [, this.width, this.center] = presets[element("preset").value];
        this.zoom = 1;
        this.x = this.y = 0;
        this.draw();
    }

    turnTo(index) {
        this.index = this.current.index = Math.min(Math.max(index, 0), this.current.slices - 1);
        this.draw();
    }

    setTool(tool) {
        this.tool = tool;
        document.querySelectorAll("[data-tool]").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.tool === tool)));
    }

    // From the phantom's points to the canvas: [scale, left, top].
    place() {
        const scale = (Math.min(this.canvas.width, this.canvas.height) / Phantom.size) * this.zoom;
        return [scale, (this.canvas.width - Phantom.size * scale) / 2 + this.x, (this.canvas.height - Phantom.size * scale) / 2 + this.y];
    }

    draw() {
        if (this.pending)
            return;
        this.pending = requestAnimationFrame(() => {
            this.pending = 0;
            this.paint();
        });
    }

    paint() {
        const ratio = window.devicePixelRatio || 1;
        const box = element("stage").getBoundingClientRect();
        this.canvas.width = Math.max(1, box.width * ratio);
        this.canvas.height = Math.max(1, box.height * ratio);
        const [scale, left, top] = this.place();
        const context = this.context;
        this.buffer.getContext("2d").putImageData(this.current.phantom.picture(this.index, this.width, this.center), 0, 0);
        context.imageSmoothingQuality = "high";
        context.drawImage(this.buffer, left, top, Phantom.size * scale, Phantom.size * scale);

        const size = 14 * ratio;
        context.font = `${size}px system-ui, sans-serif`;
        context.fillStyle = "#ffe9a8";
        context.shadowColor = "#000";
        context.shadowBlur = 3;
        const lines = (texts, x, y, step) => texts.forEach((text, i) => context.fillText(text, x, y + i * step));
        context.textAlign = "left";
        lines([`Hasta ${this.study.patient}`, `Erişim no ${this.study.accession}`, `${this.study.name} · EĞİTİM`], 8 * ratio, 20 * ratio, 18 * ratio);
        lines([`Kesit ${this.index + 1} / ${this.current.slices}`, `P ${Math.round(this.width)}  S ${Math.round(this.center)}  ${Math.round(this.zoom * 100)}%`],
            8 * ratio, this.canvas.height - 26 * ratio, 18 * ratio);
        this.paintMeasures(scale, left, top, ratio);
        element("slice").value = this.index + 1;
        element("place").value = `${this.index + 1} / ${this.current.slices}`;
        this.canvas.setAttribute("aria-label", `${this.current.name}, kesit ${this.index + 1} / ${this.current.slices}, pencere ${Math.round(this.width)}, seviye ${Math.round(this.center)}`);
    }

    paintMeasures(scale, left, top, ratio) {
        const context = this.context;
        context.strokeStyle = context.fillStyle = "#7fe3f0";
        context.lineWidth = 2 * ratio;
        for (const { from, to } of this.current.measures.get(this.index) ?? []) {
            context.beginPath();
            context.moveTo(from[0] * scale + left, from[1] * scale + top);
            context.lineTo(to[0] * scale + left, to[1] * scale + top);
            context.stroke();
            const length = Math.hypot(to[0] - from[0], to[1] - from[1]) * millimetres;
            context.fillText(`${length.toFixed(1).replace(".", ",")} mm`, to[0] * scale + left + 6 * ratio, to[1] * scale + top - 6 * ratio);
        }
    }

    pointAt(event) {
        const ratio = window.devicePixelRatio || 1;
        const box = this.canvas.getBoundingClientRect();
        const [scale, left, top] = this.place();
        return [((event.clientX - box.x) * ratio - left) / scale, ((event.clientY - box.y) * ratio - top) / scale];
    }

    zoomBy(factor) {
        this.zoom = Math.min(Math.max(this.zoom * factor, 0.25), 12);
        this.draw();
    }

    begin(event) {
        this.canvas.setPointerCapture(event.pointerId);
        this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
        if (this.tool === "measure" && this.pointers.size === 1) {
            const point = this.pointAt(event);
            this.measuring = { from: point, to: point };
            const known = this.current.measures.get(this.index) ?? [];
            this.current.measures.set(this.index, [...known, this.measuring]);
        }
    }

    move(event) {
        const before = this.pointers.get(event.pointerId);
        if (!before)
            return;
        const ratio = window.devicePixelRatio || 1;
        const dx = event.clientX - before[0];
        const dy = event.clientY - before[1];
        if (this.pointers.size === 2) { // two fingers: enlarge and move
            const other = [...this.pointers].find(([id]) => id !== event.pointerId)[1];
            const away = (x, y) => Math.hypot(x - other[0], y - other[1]);
            this.zoomBy(away(event.clientX, event.clientY) / Math.max(1, away(...before)));
            this.x += (dx * ratio) / 2;
            this.y += (dy * ratio) / 2;
        } else if (this.tool === "window") {
            this.width = Math.max(1, this.width + dx * 4);
            this.center += dy * 4;
        } else if (this.tool === "pan") {
            this.x += dx * ratio;
            this.y += dy * ratio;
        } else if (this.tool === "zoom") {
            this.zoomBy(Math.exp(-dy / 150));
        } else if (this.measuring) {
            this.measuring.to = this.pointAt(event);
        }
        this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
        this.draw();
    }

    end(event) {
        this.pointers.delete(event.pointerId);
        this.measuring = null;
    }

    async fillScreen() {
        try {
            await (document.fullscreenElement ? document.exitFullscreen() : element("viewer").requestFullscreen());
        } catch { /* refused: the page stays as it is */ }
    }

    key(event) {
        if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("select, input"))
            return;
        const keys = {
            ArrowUp: () => this.turnTo(this.index - 1), ArrowDown: () => this.turnTo(this.index + 1),
            PageUp: () => this.turnTo(this.index - 5), PageDown: () => this.turnTo(this.index + 5),
            Home: () => this.turnTo(0), End: () => this.turnTo(this.current.slices - 1),
            "+": () => this.zoomBy(1.2), "-": () => this.zoomBy(1 / 1.2),
            w: () => this.setTool("window"), p: () => this.setTool("pan"), z: () => this.setTool("zoom"),
            m: () => this.setTool("measure"), r: () => this.reset(), f: () => this.fillScreen(),
        };
        const run = keys[event.key] ?? keys[event.key.toLowerCase()];
        const series = Number(event.key) - 1;
        if (run)
            run();
        else if (series >= 0 && series < this.series.length)
            this.choose(series);
        else
            return;
        event.preventDefault();
    }

    listen() {
        this.canvas.addEventListener("pointerdown", (event) => this.begin(event));
        this.canvas.addEventListener("pointermove", (event) => this.move(event));
        for (const name of ["pointerup", "pointercancel"])
            this.canvas.addEventListener(name, (event) => this.end(event));
        this.canvas.addEventListener("wheel", (event) => {
            event.preventDefault();
            this.turnTo(this.index + Math.sign(event.deltaY));
        }, { passive: false });
        document.addEventListener("keydown", (event) => this.key(event));
        document.querySelectorAll("[data-tool]").forEach((b) => b.addEventListener("click", () => this.setTool(b.dataset.tool)));
        document.querySelector("[data-act=reset]").addEventListener("click", () => this.reset());
        document.querySelector("[data-act=full]").addEventListener("click", () => this.fillScreen());
        element("slice").addEventListener("input", (event) => this.turnTo(Number(event.target.value) - 1));
        element("preset").addEventListener("change", () => {
            [, this.width, this.center] = presets[element("preset").value];
            this.draw();
        });
    }
}

async function open() {
    const code = new URLSearchParams(window.location.hash.split("?")[1] ?? "").get("otac") ?? "";
    const answer = await fetch("/viewer/study", { method: "POST", body: new URLSearchParams({ otac: code }) });
    const study = await answer.json();
    if (!answer.ok)
        throw new Error(study.Message);
    element("message").hidden = true;
    element("viewer").hidden = false;
    new Viewer(study);
    element("picture").focus();
}

open().catch((error) => { element("message").textContent = error.message || "Görüntüler açılamadı. Yeniden açmayı deneyin."; });
