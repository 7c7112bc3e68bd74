"""What a page could still leave in a corridor when the window is locked: a hint under the mouse, something that is being dragged,
a window that was on its way, what a screen reader held on to or hears, and what stands on the computer's buses (rule P6). Its
sound: tst_pane_sound."""

import json
import subprocess
import sys
import threading
import time
from pathlib import Path
from xml.etree import ElementTree

import pyatspi
from gi.repository import Gio, GLib

import assistant as a
import locksystem_test
from cases import FIRST, SECOND, drawn_by_opengl, main
from imagescase import FORM
from lockcase import BUTTON, LOCKED, LockCase
from systembus import LOGIN, SESSION

PAGE = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title><body style="font: 20px sans-serif">
<h1>Rapor formu PATIENT</h1><p><button title="Hasta PATIENT">İpucu</button></p>
<p><button draggable="true" ondragstart="event.dataTransfer.setData('text/plain', 'PATIENT'); fetch('/dragged')"
ondragend="fetch('/dropped')" style="font-size: 40px">Sürükle</button></p>
<p><a href="/window" target="_blank">Pencere aç</a></p></body></html>"""

FIELDS = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title><h1>Rapor formu PATIENT</h1>
<p><label>Alan PATIENT <input value="Muayene PATIENT"></label><button>Sil</button>"""
CHANGING = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title><h1>Rapor formu PATIENT</h1>
<p role="status" aria-live="assertive" id="note"></p><progress id="value" max="9999" aria-label="Hasta PATIENT"></progress>
<p><label>Alan <input id="field"></label><button id="add">Ekle</button><script>let n = 0;
setInterval(() => { value.value = ++n; field.value = note.textContent = add.ariaLabel = 'Hasta PATIENT ' + n;
  (n % 2 ? field : add).focus(); fetch('/changed') }, 300)</script>"""


class Corridor(LockCase):
    def setUp(self):
        super().setUp()
        self.page = PAGE
        self.go = threading.Event()
        self.addCleanup(self.go.set)
        usual = self.ministry.reply

        def reply(request):
            if request.path == FORM:
                return 200, "text/html; charset=utf-8", self.page.replace("PATIENT", request.parameters["patientId"])
            if request.path == "/window":
                self.go.wait(60)
                return 200, "text/html; charset=utf-8", "<h1>Başka pencere</h1>"
            return (200, "text/plain", "") if request.path in ("/dragged", "/dropped", "/changed") else usual(request)

        self.ministry.reply = reply

    with_system = locksystem_test.LockSystem.with_system

    def windows(self):
        """All that the program shows, hints and the like among them."""
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.program.window_process())],
                              capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False).stdout.split()

    def assertStaysHidden(self, windows, seconds):
        """For as long as what comes late may come."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.assertLessEqual(set(self.windows()), set(windows))
        self.assertHidden(FIRST)

    def point_at(self, name):
        x, y = self.program.wait(name, BUTTON).center()
        a.run("xdotool", "mousemove", str(x - 2), str(y), "mousemove", str(x), str(y))
        return x, y

    def test_P6_a_hint_under_the_mouse_goes_and_none_comes(self):
        self.opened(FIRST)
        windows = self.windows()
        self.point_at("İpucu")
        a.until(lambda: len(self.windows()) > len(windows), "the hint is shown")
        a.keys("ctrl+l")
        self.wait_locked()
        self.assertStaysHidden(windows, 2)  # twice the time after which a hint comes

    def test_P6_what_is_dragged_is_dropped(self):
        system = self.with_system()  # somebody else's lock: in a drag no key gets through
        windows = self.windows()
        x, y = self.point_at("Sürükle")
        a.run("xdotool", "mousedown", "1")
        self.addCleanup(a.run, "xdotool", "mouseup", "1")

        def move(steps):
            for step in steps:
                a.run("xdotool", "mousemove", str(x + 5 * step), str(y + 3 * step))

        move(range(1, 20))
        self.ministry.wait_for("/dragged", 1)
        a.until(lambda: len(self.windows()) > len(windows), "what is dragged is shown")
        system.tell(SESSION, LOGIN + ".Session", "Lock")
        system.until(lambda: self.program.find(LOCKED), "the window is locked")
        self.ministry.wait_for("/dropped", 1)  # with the button still held
        move(range(20, 40))
        self.assertStaysHidden(windows, 1)
        a.run("xdotool", "mouseup", "1")
        self.assertStaysHidden(windows, 1)
        self.unlock()
        self.page_of(FIRST)

    @drawn_by_opengl
    def test_P6_a_window_on_its_way_waits(self):
        self.opened(FIRST)
        windows = self.windows()
        self.program.wait("Pencere aç", pyatspi.ROLE_LINK).click()
        self.ministry.wait_for("/window", 1)
        a.keys("ctrl+l")
        self.wait_locked()
        self.go.set()
        self.assertStaysHidden(windows, 2)
        self.assertNotIn("Başka pencere", self.everything())
        self.unlock()
        self.program.wait("Başka pencere", pyatspi.ROLE_HEADING)
        self.assertEqual(len(self.program.window_ids()), 2)

    # Screen readers

    def says(self, control):
        """What a screen reader that has kept it is answered."""
        words = []
        for question in (lambda: control.name, lambda: control.description, control.text):
            try:
                words.append(question())
            except LookupError:
                pass
        return "".join(words)

    def test_P6_what_a_screen_reader_held_of_the_page_is_gone(self):
        self.page = FIELDS
        self.opened(FIRST)
        held = [self.program.wait(f"Rapor formu {FIRST}", pyatspi.ROLE_HEADING), self.program.wait(f"Alan {FIRST}", a.FIELD),
                self.program.wait("Sil", BUTTON), self.program.wait(role=pyatspi.ROLE_DOCUMENT_WEB)]
        self.assertIn(FIRST, self.says(held[0]))
        self.assertIn(f"Muayene {FIRST}", self.says(held[1]))
        self.lock()
        for control in held:
            a.until(lambda control=control: not self.says(control), "nothing is answered")
        self.assertHidden(FIRST)
        self.unlock()
        self.page_of(FIRST)
        a.until(lambda: f"Muayene {FIRST}" in self.says(self.program.find(f"Alan {FIRST}", a.FIELD)), "the page is read again")

    def listening(self):
        """A function that answers what the desktop has heard of all programs from now on."""
        heard = self.program.place / "heard"
        with heard.open("wb") as out:
            listener = subprocess.Popen([sys.executable, Path(__file__).with_name("eavesdropper.py")], stdin=subprocess.DEVNULL,
                                        stdout=out)
        self.addCleanup(listener.wait)
        self.addCleanup(listener.terminate)
        a.until(lambda: heard.read_text(), "it is listened")
        return lambda: [json.loads(line) for line in heard.read_text().splitlines() if line.startswith("{")]

    @staticmethod
    def of_the_patient(events):
        return [event["type"] for event in events if FIRST in event["text"]]

    def assertNotHeard(self, heard):
        """The page changes, after what was on its way has come; answers since when that is."""
        def changes(count):
            self.ministry.wait_for("/changed", len(self.ministry.asked("/changed")) + count, 60)

        changes(2)
        since = len(heard())
        changes(4)
        self.assertEqual(self.of_the_patient(heard()[since:]), [])
        return since

    def test_P6_a_page_that_changes_behind_the_lock_is_not_heard(self):
        self.page = CHANGING
        self.opened(FIRST)
        heard = self.listening()
        a.until(lambda: self.of_the_patient(heard()), "changes of the page are heard")
        self.lock()
        since = self.assertNotHeard(heard)
        a.keys("Tab")
        a.until(lambda: any("focused" in event["type"] for event in heard()[since:]), "the lock page is heard")
        self.unlock()
        since = len(heard())
        a.until(lambda: self.of_the_patient(heard()[since:]), "the page is heard again")

    def test_P1_a_page_behind_another_patients_is_not_heard(self):
        self.page = CHANGING
        self.opened(FIRST)
        heard = self.listening()
        a.until(lambda: self.of_the_patient(heard()), "changes of the page are heard")
        self.page = FIELDS
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.program.wait_patient(SECOND)
        self.assertNotHeard(heard)
        self.program.tab(FIRST).click()
        self.program.wait_patient(FIRST)
        since = len(heard())
        a.until(lambda: self.of_the_patient(heard()[since:]), "the page is heard again")

    @staticmethod
    def objects(ask, name, path="/"):
        """What the owner of a name answers for: interfaces and further paths, besides what every bus library has."""
        try:
            tree = ElementTree.fromstring(ask(name, path, "org.freedesktop.DBus.Introspectable", "Introspect")[0])
        except GLib.Error as error:
            if "UnknownObject" in error.message or "UnknownMethod" in error.message:
                return []
            raise
        return [part.get("name") for part in tree if not part.get("name", "").startswith("org.freedesktop.DBus.")]

    def test_P6_S1_the_program_offers_nothing_on_the_desktops_bus(self):
        """No name, no object: what assistive technology reads is on a bus of its own, and silent behind the lock."""
        self.opened(FIRST)
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)

        def ask(name, path, interface, method, arguments=None):
            return bus.call_sync(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000, None).unpack()

        def on_bus(method, argument=None):
            return ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                       argument and GLib.Variant("(s)", (argument,)))[0]

        ours = set(self.program.processes())
        connections = [name for name in on_bus("ListNames") if on_bus("GetConnectionUnixProcessID", name) in ours]
        self.assertTrue(connections, "the program is not on the bus")
        self.assertEqual([name for name in connections if not name.startswith(":")], [])
        for name in connections:
            with self.subTest(name=name):
                self.assertEqual(self.objects(ask, name), [])


if __name__ == "__main__":
    main()
