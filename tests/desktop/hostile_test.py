"""Pages that want more than their pane while the window is locked (rule P6), and that look about for people's numbers (S1).

The page is e-Rapor's own address gone bad: it was opened by the doctor, has just been clicked, and knows its patient. It begins
when the window is locked, while the click still counts as a gesture."""

import subprocess
import threading

import assistant as a
import screen
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, drawn_by_opengl, identity_number, main
from imagescase import FORM
from lockcase import BUTTON, DIALOG, UNLOCK, LockCase

# Each is tried several times: what it does must not be seen or felt.
TRICKS = {
    "dialogs": "setTimeout(() => { alert('DUR'); confirm('DUR'); prompt('DUR', 'DUR') }, 50)",
    "the whole screen": """document.documentElement.requestFullscreen().catch(() => 0);
        document.documentElement.requestPointerLock(); navigator.keyboard && navigator.keyboard.lock().catch(() => 0)""",
    "notifications": """Notification.requestPermission(() => new Notification('DUR', {body: 'DUR'})); new Notification('DUR');
        window.focus(); window.moveTo(0, 0); window.resizeTo(2000, 2000); document.title = 'DUR'""",
    "the keyboard": """const i = document.createElement('input'); i.autofocus = true; document.body.append(i); i.focus();
        document.getElementById('note').focus(); document.getElementById('note').select(); window.focus()""",
    "files": """const f = document.createElement('input'); f.type = 'file'; document.body.append(f); f.click();
        if (window.showSaveFilePicker) showSaveFilePicker().catch(() => 0);
        const d = document.createElement('a'); d.href = 'data:application/octet-stream,x'; d.download = 'x.bin';
        document.body.append(d); d.click(); const b = document.createElement('a'); b.href = '/file'; b.click()""",
    "programs": """for (const to of ['tel:112', 'imza:1', 'hekim-asistani://open?patient=SECOND']) {
        const l = document.createElement('a'); l.href = to; document.body.append(l); l.click();
        const f = document.createElement('iframe'); f.src = to; document.body.append(f) }""",
    "the printer": "setTimeout(() => window.print(), 50)",
    "leaving": "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'x' }); location.href = '/frei'",
    "devices": """navigator.mediaDevices && navigator.mediaDevices.getDisplayMedia && navigator.mediaDevices.getDisplayMedia({video: true})
        .catch(() => 0); navigator.mediaDevices && navigator.mediaDevices.getUserMedia({audio: true, video: true}).catch(() => 0);
        navigator.geolocation.getCurrentPosition(() => 0); navigator.credentials && navigator.credentials.get(
        {publicKey: {challenge: new Uint8Array(16), timeout: 60000}}).catch(() => 0)""",
    "the selection": "getSelection().selectAllChildren(document.body); document.execCommand('copy'); "
                     "navigator.clipboard && navigator.clipboard.writeText('DUR').catch(() => 0)",
    "windows": """window.open('/popup', 'w' + n, 'width=400,height=300'); window.open('about:blank').document.write('DUR');
        const l = document.createElement('a'); l.href = '/popup'; l.target = '_blank'; document.body.append(l); l.click()""",
}

# Waits by a request, not by a timer: those of a hidden page are slow.
PAGE = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title><body><h1>Rapor formu PATIENT</h1>
<p><label>Açıklama <input id="note" aria-label="Not PATIENT" style="width: 300px; height: 40px"></label></p><script>
addEventListener('keydown', e => window.begun && fetch('/felt?' + e.key), true);
async function begin() {
  await fetch('/go'); window.begun = true;
  for (let n = 0; n < 5; ++n) { try { TRICK } catch (e) {} await fetch('/tried?' + n); }
}
document.getElementById('note').addEventListener('input', begin, {once: true});
</script></body></html>"""

# What a page can get hold of by looking: each thing reachable from its window, read to a depth, and everything it may ask.
SPY = """<!doctype html><html lang="tr"><meta charset="utf-8"><body><h1>Rapor formu PATIENT</h1><input id="t"><script>
addEventListener('load', async () => {
  const seen = new Set(), found = [];
  const look = (thing, depth) => {
    if (depth > 4 || thing === null || seen.has(thing)) return;
    if (typeof thing !== 'object' && typeof thing !== 'function') { found.push(String(thing)); return; }
    seen.add(thing);
    let names = []; try { for (let p = thing; p; p = Object.getPrototypeOf(p)) names.push(...Object.getOwnPropertyNames(p)) } catch (e) {}
    for (const name of names) { found.push(name); try { look(thing[name], depth + 1) } catch (e) {} }
  };
  const ask = async what => { try { look(await Promise.race([what(), new Promise(d => setTimeout(d, 500))]), 0) } catch (e) {} };
  const t = document.getElementById('t'); t.focus(); document.execCommand('paste'); look(t.value, 0);
  await ask(() => navigator.clipboard.readText()); await ask(() => navigator.mediaDevices.enumerateDevices());
  await ask(() => navigator.userAgentData.getHighEntropyValues(['platform', 'model', 'platformVersion']));
  await ask(() => indexedDB.databases()); await ask(() => caches.keys()); await ask(() => navigator.serviceWorker.getRegistrations());
  await ask(() => navigator.storage.estimate()); await ask(() => queryLocalFonts());
  await ask(async () => performance.getEntries().map(e => e.name));
  look([window.opener, window.name, document.referrer, document.cookie, location.href, history.length, history.state], 0);
  look(window, 0);
  await fetch('/seen', {method: 'POST', body: found.join('\\n')});
});
</script></body></html>"""


def selected(selection):
    done = subprocess.run(["xclip", "-o", "-selection", selection], stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.stdout if done.returncode == 0 else b""


class Hostile(LockCase):
    def setUp(self):
        super().setUp()
        self.go = threading.Event()
        self.addCleanup(self.go.set)
        self.page = ""
        usual = self.ministry.reply
        self.ministry.reply = lambda request: self.reply(request) or usual(request)

    def reply(self, request):
        if request.path == FORM and self.page:
            return (200, "text/html; charset=utf-8", self.page.replace("PATIENT", request.parameters["patientId"])
                    .replace("SECOND", SECOND))
        if request.path == "/go":
            self.go.wait(60)
        if request.path == "/file":
            return 200, "application/octet-stream", "x", {"Content-Disposition": 'attachment; filename="x.bin"'}
        if request.path in ("/go", "/tried", "/felt", "/seen", "/popup", "/frei"):
            return 200, "text/html; charset=utf-8", "<p>DUR</p>"
        return None

    def with_starter(self):
        """A desktop whose program for every kind of address writes down that it was started."""
        started, tools = self.program.place / "started", self.program.place / "tools"
        tools.mkdir()
        for name, script in {"xdg-mime": "echo starter.desktop", "xdg-open": f'echo x >> "{started}"',
                             "notify-send": f'echo x >> "{started}"'}.items():
            (tools / name).write_text(f"#!/bin/sh\n{script}\n")
            (tools / name).chmod(0o755)
        self.program.environment["PATH"] = f"{tools}:{self.program.environment['PATH']}"
        return started

    def windows(self):
        """All that the program shows, menus and the like among them."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.program.window_process())],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False).stdout.split()

    def touch(self, patient):
        """A key in the page: it may begin when it is let."""
        self.program.tab(patient).click()  # a form that was written into stays in front otherwise (P2)
        self.program.wait_patient(patient)
        self.program.click_into(f"Not {patient}", a.FIELD)
        a.type_text("a")

    def has_focus(self):
        return (b := self.program.find(UNLOCK, BUTTON)) is not None and b.is_focused()

    def attacked_by(self, *tricks):
        started = self.with_starter()
        self.provision(web__externalSchemes="imza")
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım")
        for number, name in enumerate(tricks):
            with self.subTest(trick=name):
                self.under_attack(identity_number(f"{200000000 + number}"), TRICKS[name])
                self.assertFalse(started.exists(), "a program was started")

    def test_P6_no_page_asks_over_the_lock(self):
        self.attacked_by("dialogs", "files", "the printer", "leaving")

    @drawn_by_opengl
    def test_P6_no_page_takes_screen_or_keys_from_the_lock(self):
        self.attacked_by("the keyboard", "the whole screen", "notifications", "the selection")

    def test_P6_no_page_starts_anything_behind_the_lock(self):
        self.attacked_by("programs", "devices", "windows")  # last: windows come back in sight, and lie over the work

    def under_attack(self, patient, trick):
        self.go.clear()
        self.page = PAGE.replace("TRICK", trick)
        before = len(self.ministry.requests)
        self.program.open("--patient", patient)
        self.touch(patient)
        a.until(lambda: self.ministry.asked("/go", before), "the page is ready for it")
        a.keys("ctrl+l")
        self.wait_locked()
        a.until(self.has_focus, "the lock page has the keyboard")
        self.assertSays("Bilgisayarın kendi ekran kilidi devreye girmedi")  # there is none here, and it has been asked
        windows, picture = self.windows(), screen.pixels()
        self.go.set()
        # A page that waits for an answer, or has left, tries no more.
        a.until(lambda: len(self.ministry.asked("/tried", before)) >= 1, "the page has tried")
        self.settle(before)
        self.assertHidden(patient, SECOND)
        self.assertNotIn("DUR", self.everything())
        self.assertEqual(self.windows(), windows)
        self.assertTrue(screen.pixels() == picture, "the lock page looks otherwise than before")
        self.assertTrue(self.has_focus(), "the lock page has lost the keyboard")
        self.assertEqual([s for s in ("primary", "clipboard") if selected(s)], [], "the page has left a copy")
        a.type_text("abc")
        self.settle(before)
        self.assertFalse(self.ministry.asked("/felt", before), "the page gets what is typed at the lock")
        a.keys("Return")
        self.program.wait_gone("Ekran kilitli")
        self.answer_all()

    def settle(self, before):
        """The page has done what it can: it tries no more, and the window has answered a launch since."""
        count = -1
        while count != len(self.ministry.asked("/tried", before)):
            count = len(self.ministry.asked("/tried", before))
            self.assertEqual(self.program.launch("--environment", "test").returncode, 5)
            self.assertEqual(self.program.launch("--environment", "test").returncode, 5)

    def answer_all(self):
        """What waited behind the lock is answered with no; a page may ask again."""
        def answered():
            if self.program.find(role=DIALOG):
                a.keys("Escape")
                return False
            return self.program.launch("--environment", "test").returncode == 5 and not self.program.find(role=DIALOG)

        a.until(answered, "nobody asks any more", 30)

    def test_P6_a_page_neither_unlocks_nor_changes_the_doctor(self):
        """By every way that leads to this program: its own addresses, its socket, ports of this computer."""
        self.page = PAGE.replace("TRICK", """for (const to of ['hekim-asistani://open?doctor=OTHER&patient=SECOND',
            'file:///proc/self/environ', 'qrc:/icons/lock.svg', 'http://127.0.0.1:1/', 'chrome://quit', 'chrome://restart']) {
            try { location.href = to } catch (e) {} try { window.open(to) } catch (e) {} fetch(to).catch(() => 0) }
            for (const key of ['Enter', ' ', 'l']) for (const type of ['keydown', 'keypress', 'keyup']) {
            const e = new KeyboardEvent(type, {key, code: key, ctrlKey: key == 'l', bubbles: true}); document.dispatchEvent(e);
            window.dispatchEvent(e); window.parent.dispatchEvent(e) }""".replace("OTHER", OTHER_DOCTOR))
        self.opened(FIRST)
        self.touch(FIRST)
        a.keys("ctrl+l")
        self.wait_locked()
        self.go.set()
        self.ministry.wait_for("/tried", 5)
        self.settle(0)
        self.assertHidden(FIRST, SECOND)
        self.assertTrue(self.has_focus())
        self.assertEqual([r.parameters["identityNumber"] for r in self.ministry.asked("/AuthApi/")], [DOCTOR])
        self.assertEqual([r.parameters["patientId"] for r in self.ministry.asked(FORM)], [FIRST])

    def test_S1_a_page_learns_no_number_but_its_own(self):
        self.opened(SECOND)
        self.program.find("Hasta numarasını kopyala", BUTTON).press()
        self.page = SPY
        self.program.open("--patient", FIRST)
        seen = self.ministry.wait_for("/seen")[0].body.decode()
        self.assertTrue(FIRST in seen, "the page has not looked about")
        self.assertGreater(len(seen), 10000)
        for who, number in (("doctor", DOCTOR), ("another patient", SECOND)):
            for form in (number, a.grouped(number), a.masked(number), number[1:-1]):
                self.assertFalse(form in seen, f"the page has the number of the {who}")


if __name__ == "__main__":
    main()
