"""Drives Hekim Asistanı from outside: starts it as an HBYS does, finds controls by their accessible names, types and
clicks through the X server as a person does, and waits for conditions, never for a while.

Runs under with-desktop.sh, which gives it a display, a bus and a keyring of its own.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

import pyatspi
from gi.repository import GLib

import accessible
from waiting import Unmet, until

WINDOW_PROGRAM = "hekim-asistani-desktop"
LOGIN_FIELD = "T.C. kimlik numarası"
LOGIN_BUTTON = "Giriş yap"
LOGIN_FAILURE = "Giriş hatası"
MESSAGE = "Bildirim"
FIELD = (pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT)


def run(*command, **options):
    return subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          **options).stdout.strip()


def is_running(process):
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


@cache
def accessibility_bus():
    return accessible.Bus()


class Assistant:
    """The program of one build, with settings, state and window of its own."""

    def __init__(self, programs, language="tr"):
        self.programs = Path(programs).resolve()
        self.place = Path(tempfile.mkdtemp(prefix="a", dir=os.environ["HEKIM_PLACE"]))
        self.environment = dict(os.environ)
        for variable, folder in (("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"),
                                 ("XDG_STATE_HOME", "state"), ("XDG_CACHE_HOME", "cache"), ("TMPDIR", "tmp")):
            (self.place / folder).mkdir()
            self.environment[variable] = str(self.place / folder)
        # Locales are not installed everywhere; the language is a setting like any other.
        self.settings = {"ui/language": language}
        self._process = self._application = None

    def in_turkish(self):
        """The C library's language too, as with every user; tests/support makes the locale (fixture "turkish")."""
        locales = self.programs.parent / "locale"
        if not (locales / "tr_TR.UTF-8").is_dir():
            raise AssertionError(f"no Turkish locale in {locales}: run the test by ctest")
        self.environment.update(LANG="tr_TR.UTF-8", LOCPATH=str(locales))

    # Settings

    def write_settings(self, values):
        self.settings.update(values)
        sections = {}
        for key, value in self.settings.items():
            section, name = key.split("/", 1)
            sections.setdefault(section, []).append(f'{name}="{value}"')
        path = self.place / "config" / "hekim-asistani" / "settings.ini"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(f"[{section}]\n" + "\n".join(lines) + "\n\n" for section, lines in sections.items()),
                        encoding="utf-8")
        return path

    def provision(self, environment, settings, secrets):
        values = {key: value for key, value in {**self.settings, **settings}.items() if key != "environment/name"}
        document = {"environment": environment, "settings": values, "secrets": secrets}
        done = self.launch("--provision", "-", stdin=json.dumps(document, ensure_ascii=False))
        if done.returncode != 0:
            raise AssertionError(f"--provision: {done.returncode}: {done.stderr}")
        return done

    # Launching

    def launch(self, *arguments, stdin=None, seconds=40, environment=None):
        """As an HBYS calls it; answers the finished launcher."""
        options = {"input": stdin} if stdin is not None else {"stdin": subprocess.DEVNULL}
        return subprocess.run([self.programs / "hekim-asistani", *arguments], env=environment or self.environment,
                              capture_output=True, text=True, encoding="utf-8", timeout=seconds, check=False, **options)

    def open(self, *arguments, **options):
        """A launch that must be acknowledged."""
        done = self.launch(*arguments, **options)
        if done.returncode != 0:
            raise AssertionError(f"hekim-asistani {' '.join(arguments)}: {done.returncode}: {done.stderr}")
        return done

    # Processes

    def processes(self, program=None):
        """Of this assistant only: those that live in its folders."""
        mark = f"XDG_CONFIG_HOME={self.place}/config".encode()
        found = []
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                if mark not in (entry / "environ").read_bytes().split(b"\0"):
                    continue
                name = os.path.basename(os.readlink(entry / "exe"))
            except OSError:
                continue
            if program is None or name == program:
                found.append(int(entry.name))
        window = self.lock_holder()
        return found if window is None or window in found or program not in (None, WINDOW_PROGRAM) else [*found, window]

    def lock_holder(self):
        """The window keeps its environment from its own user too, so that only root sees whose it is; but there is one
        in a session, and its lock file names it."""
        for lock in Path(self.environment["XDG_RUNTIME_DIR"]).glob("hekim-asistani-*.lock"):
            try:
                pid = int(lock.read_text(encoding="utf-8").split("\n", 1)[0])
                if os.path.basename(Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[0].decode()) == WINDOW_PROGRAM:
                    return pid
            except (OSError, ValueError):
                continue
        return None

    def window_process(self):
        return next(iter(self.processes(WINDOW_PROGRAM)), None)

    def close(self):
        """Ends every process of this assistant."""
        ended = set()

        def is_alive(pid):
            # A process that is ending has no environment any more, but still its sockets: as long as one of its threads
            # waits for the disk, even when the first of them has ended.
            try:
                return is_running(pid) or len(os.listdir(f"/proc/{pid}/task")) > 1
            except OSError:
                return False

        for number in (signal.SIGTERM, signal.SIGKILL):
            for pid in self.processes():
                ended.add(pid)
                try:
                    os.kill(pid, number)
                except ProcessLookupError:
                    pass
            try:
                until(lambda: not self.processes() and not any(map(is_alive, ended)), "the assistant has ended", 10)
                return
            except Unmet:
                continue
        raise Unmet("the assistant's processes do not end")

    # The window

    def application(self):
        """What the window tells assistive technology. Its process is looked for again when the last one has ended."""
        if self._application is None or not is_running(self._process):
            self._process = self.window_process()
            self._application = self._process and accessibility_bus().program(self._process)
        return self._application

    def find(self, *what, **more):
        application = self.application()
        return application.find(*what, **more) if application else None

    def wait(self, name=None, role=None, containing=None, seconds=20):
        return until(lambda: self.find(name, role, containing=containing),
                     f"“{name or containing}” is on screen", seconds)

    def click_into(self, name, role=FIELD):
        """The mouse, until the field has the keyboard: as somebody does who clicked while the page was just coming."""
        clicked = 0

        def has_keyboard():
            nonlocal clicked
            field = self.find(name, role)
            if clicked and field and field.is_focused():
                return field
            if field and time.monotonic() > clicked + 1:
                clicked = time.monotonic()
                field.click()
            return None

        return until(has_keyboard, f"“{name}” has the keyboard")

    def wait_gone(self, name=None, role=None, containing=None, seconds=20):
        until(lambda: self.application() and not self.find(name, role, containing=containing),
              f"“{name or containing}” is gone", seconds)

    def wait_text(self, part, seconds=20):
        """Anything on screen that says this: a label, a description or a page's text."""
        return until(lambda: self.saying(part), f"“{part}” is on screen", seconds)

    def saying(self, part):
        return self.find(saying=part)

    def spoken(self):
        """All that assistive technology can read on screen, as one text."""
        application = self.application()
        return application.spoken() if application else ""

    def outline(self):
        """The tree of all that the window has, for the evidence of a failure."""
        def lines(seen, depth):
            states = [word for word, holds in (("focused", seen.states.has(pyatspi.STATE_FOCUSED)),
                                               ("selected", seen.states.has(pyatspi.STATE_SELECTED)),
                                               ("disabled", not seen.states.has(pyatspi.STATE_ENABLED)),
                                               ("(hidden)", not seen.states.is_showing())) if holds]
            yield f"{'  ' * depth}{seen.role_name} “{seen.name}” {seen.description} {' '.join(states)}"
            for child in seen.children:
                yield from lines(child, depth + 1)

        application = self.application()
        if application is None:
            return "no window"
        return "\n".join(lines(application.read("Name", "Description", "Role", showing=False)[0], 0))

    def focused(self):
        """What has the keyboard: the innermost that says so. A tab in front always says it (Qt 6.4), so it counts only
        when nothing else does."""
        application = self.application()
        found = [seen for seen in application.read("Role") if seen.states.has(pyatspi.STATE_FOCUSED)] if application else []
        found = [seen for seen in found if seen.role not in (pyatspi.ROLE_FRAME, pyatspi.ROLE_APPLICATION)]
        seen = next((s for s in reversed(found) if s.role != pyatspi.ROLE_PAGE_TAB), found[-1] if found else None)
        return seen and seen.control

    def window_ids(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.window_process())],
                               capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False).stdout.split()
        return [w for w in found if "WM_STATE" in run("xprop", "-id", w, "WM_STATE", "WM_NAME")
                and "not found" not in run("xprop", "-id", w, "WM_STATE")]

    def window_titles(self):
        return [run("xdotool", "getwindowname", w) for w in self.window_ids()]

    def is_in_front(self):
        active = run("xdotool", "getactivewindow")
        return active in self.window_ids()

    # Doing the job

    def start(self, *arguments):
        """Starts through the launcher and waits for a login page that can be used."""
        self.open(*arguments)
        return self.wait_login()

    def wait_login(self, seconds=30):
        until(lambda: (b := self.find(LOGIN_BUTTON, pyatspi.ROLE_PUSH_BUTTON)) and b.is_enabled(),
              "the login page is ready", seconds)
        return until(lambda: (f := self.find(LOGIN_FIELD)) and f.is_focused() and f, "the login field has the keyboard")

    def log_in(self, doctor, with_button=True):
        field = self.wait_login()
        if field.text():
            keys("ctrl+a", "Delete")
        type_text(doctor)
        until(lambda: field.text().replace(" ", "") == doctor, "the number stands in the field")
        if with_button:
            self.find(LOGIN_BUTTON, pyatspi.ROLE_PUSH_BUTTON).press()
        else:
            keys("Return")

    def logged_in(self, doctor="10000000146"):
        self.log_in(doctor)
        self.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)

    def choose(self, menu, entry):
        """An entry of a menu by its name, with the keyboard. Qt 6.4 shows an open menu to nobody who looks for it, but
        tells of each entry that the keyboard comes to."""
        reached = []

        def heard(event):
            if event.source.getRole() == pyatspi.ROLE_MENU_ITEM:
                reached.append(event.source.name)

        def arrived(before):
            GLib.MainContext.default().iteration(False)
            return len(reached) > before

        pyatspi.Registry.registerEventListener(heard, "focus:")
        try:
            self.wait(menu).click()
            while not reached or reached[-1] != entry:
                if entry not in reached and len(reached) > len(set(reached)):
                    raise AssertionError(f"“{menu}” has no “{entry}”: {reached}")
                before = len(reached)
                keys("Down")
                until(lambda: arrived(before), f"the keyboard comes to the next entry of “{menu}”")
            keys("Return")
        finally:
            pyatspi.Registry.deregisterEventListener(heard, "focus:")

    def tabs(self):
        """The doctor's reports and the patients."""
        application = self.application()
        return [seen.control for seen in application.read("Name", "Role") if seen.role == pyatspi.ROLE_PAGE_TAB
                and seen.name != "HES"] if application else []

    def tab(self, number):
        return self.wait(masked(number), pyatspi.ROLE_PAGE_TAB)

    def wait_patient(self, number, seconds=20):
        """The patient's tab is in front, and its banner says so."""
        until(lambda: (t := self.find(masked(number), pyatspi.ROLE_PAGE_TAB)) and t.is_selected(),
              f"the tab of {masked(number)} is in front", seconds)
        return self.wait(grouped(number), seconds=seconds)


def masked(number):
    return f"{number[:3]}•••••{number[-3:]}"


def grouped(number):
    return f"{number[:3]} {number[3:6]} {number[6:9]} {number[9:]}"


def keys(*names):
    run("xdotool", "key", "--clearmodifiers", *names)


def type_text(text):
    run("xdotool", "type", "--clearmodifiers", "--delay", "3", text)


def screenshot(path):
    run("import", "-window", "root", str(path))
    return path


def fail(sentence):
    print(sentence, file=sys.stderr)
    sys.exit(1)
