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
from pathlib import Path

import pyatspi
from gi.repository import Atspi, GLib

# What is read must be what the program says now, not what it said when it was last read.
pyatspi.Registry.getDesktop(0).set_cache_mask(Atspi.Cache.NONE)

WINDOW_PROGRAM = "hekim-asistani-desktop"
LOGIN_FIELD = "T.C. kimlik numarası"
LOGIN_BUTTON = "Giriş yap"
LOGIN_FAILURE = "Giriş hatası"
MESSAGE = "Bildirim"
FIELD = (pyatspi.ROLE_ENTRY, pyatspi.ROLE_TEXT)


class Unmet(AssertionError):
    """A condition that did not come true in its time."""


def until(condition, what, seconds=20):
    """Waits until condition() holds and returns its value. Controls may vanish while they are read: that is not yet."""
    end = time.monotonic() + seconds
    last = None
    while True:
        try:
            last = None
            value = condition()
            if value:
                return value
        except (GLib.Error, RuntimeError, LookupError, subprocess.CalledProcessError) as error:
            last = error
        if time.monotonic() > end:
            raise Unmet(f"not within {seconds} s: {what}" + (f" ({last})" if last else ""))
        time.sleep(0.01)


def run(*command, **options):
    return subprocess.run(command, check=True, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          **options).stdout.strip()


class Control:
    """One accessible object."""

    def __init__(self, accessible):
        self.accessible = accessible

    name = property(lambda self: self.accessible.name or "")
    description = property(lambda self: self.accessible.description or "")
    role = property(lambda self: self.accessible.getRole())
    role_name = property(lambda self: self.accessible.getRoleName())

    def has(self, state):
        return self.accessible.getState().contains(state)

    def labels(self):
        """The names of what labels it."""
        return [relation.getTarget(i).name for relation in self.accessible.getRelationSet()
                if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY for i in range(relation.getNTargets())]

    def is_showing(self):
        return self.has(pyatspi.STATE_SHOWING) and self.has(pyatspi.STATE_VISIBLE)

    def is_focused(self):
        return self.has(pyatspi.STATE_FOCUSED)

    def is_enabled(self):
        return self.has(pyatspi.STATE_ENABLED)

    def is_selected(self):
        """A tab is in front. Qt 6.4 tells that of a tab as focused, not as selected."""
        return self.has(pyatspi.STATE_SELECTED) or self.is_focused()

    def text(self):
        interface = self.accessible.queryText()
        return interface.getText(0, -1)

    def center(self):
        box = self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        if box.width <= 0 or box.height <= 0:
            raise LookupError(f"{self.name} has no place on screen")
        # Qt 6.4 tells places in its own pixels, which a fine screen has several of.
        scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
        return round((box.x + box.width // 2) * scale), round((box.y + box.height // 2) * scale)

    def box(self):
        return self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)

    def click(self):
        x, y = self.center()
        run("xdotool", "mousemove", str(x), str(y), "click", "1")

    def press(self):
        """Through assistive technology's own way of pressing."""
        action = self.accessible.queryAction()
        names = [action.getName(i).lower() for i in range(action.nActions)]
        for wanted in ("press", "click", "activate", "toggle", "jump"):
            if wanted in names:
                action.doAction(names.index(wanted))
                return
        raise LookupError(f"{self.name} cannot be pressed: {names}")

    def children(self):
        for index in range(self.accessible.childCount):
            child = self.accessible.getChildAtIndex(index)
            if child is not None:
                yield Control(child)

    def walk(self, showing=True):
        """Itself and everything in it; hidden branches are left out unless asked for."""
        yield self
        for child in self.children():
            if showing and not (child.is_showing() or child.role == pyatspi.ROLE_APPLICATION):
                # Web documents and page lists can say nothing about themselves while their content does.
                if child.role not in (pyatspi.ROLE_FILLER, pyatspi.ROLE_PANEL, pyatspi.ROLE_LAYERED_PANE):
                    continue
                if not child.has(pyatspi.STATE_VISIBLE) and child.role != pyatspi.ROLE_FILLER:
                    continue
            yield from child.walk(showing)

    def find_all(self, name=None, role=None, showing=True, containing=None):
        for control in self.walk(showing):
            if name is not None and control.name != name:
                continue
            if containing is not None and containing not in control.name:
                continue
            if role is not None and control.role not in (role if isinstance(role, tuple) else (role,)):
                continue
            yield control

    def find(self, name=None, role=None, showing=True, containing=None):
        return next(self.find_all(name, role, showing, containing), None)


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
        self.launches = []

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
            # A process that is ending has no environment any more, but still its sockets.
            try:
                return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
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
                until(lambda: not self.processes() and not any(map(is_alive, ended)), "the assistant has ended", 5)
                return
            except Unmet:
                continue
        raise Unmet("the assistant's processes do not end")

    # The window

    def application(self):
        pid = self.window_process()
        desktop = pyatspi.Registry.getDesktop(0)
        for index in range(desktop.childCount):
            child = desktop.getChildAtIndex(index)
            if child is not None and child.get_process_id() == pid:
                return Control(child)
        return None

    def find(self, name=None, role=None, showing=True, containing=None):
        application = self.application()
        return application.find(name, role, showing, containing) if application else None

    def wait(self, name=None, role=None, containing=None, seconds=20):
        return until(lambda: self.find(name, role, containing=containing),
                     f"“{name or containing}” is on screen", seconds)

    def wait_gone(self, name=None, role=None, containing=None, seconds=20):
        until(lambda: self.application() and not self.find(name, role, containing=containing),
              f"“{name or containing}” is gone", seconds)

    def wait_text(self, part, seconds=20):
        """Anything on screen that says this: a label, a description or a page's text."""
        return until(lambda: self.saying(part), f"“{part}” is on screen", seconds)

    def saying(self, part):
        application = self.application()
        if application is None:
            return None
        for control in application.walk():
            if part in control.name or part in control.description:
                return control
        return None

    def spoken(self):
        """All that assistive technology can read on screen, as one text."""
        application = self.application()
        parts = []
        for control in application.walk() if application else ():
            parts += [control.name, control.description]
        return "\n".join(part for part in parts if part)

    def outline(self):
        """The tree of what is on screen, for the evidence of a failure."""
        lines = []

        def add(control, depth):
            try:
                states = [n for n, s in (("focused", pyatspi.STATE_FOCUSED), ("selected", pyatspi.STATE_SELECTED),
                                         ("disabled", None)) if (not control.is_enabled() if s is None else control.has(s))]
                lines.append(f"{'  ' * depth}{control.role_name} “{control.name}” {control.description} {' '.join(states)}"
                             f"{'' if control.is_showing() else ' (hidden)'}")
                for child in control.children():
                    add(child, depth + 1)
            except (GLib.Error, RuntimeError, LookupError) as error:
                lines.append(f"{'  ' * depth}? {error}")

        application = self.application()
        if application:
            add(application, 0)
        return "\n".join(lines) or "no window"

    def focused(self):
        """What has the keyboard: the innermost that says so. A tab in front always says it (Qt 6.4), so it counts only
        when nothing else does."""
        application = self.application()
        found = [c for c in application.walk() if c.is_focused()] if application else []
        found = [c for c in found if c.role not in (pyatspi.ROLE_FRAME, pyatspi.ROLE_APPLICATION)]
        return next((c for c in reversed(found) if c.role != pyatspi.ROLE_PAGE_TAB), found[-1] if found else None)

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
        return [c for c in application.find_all(role=pyatspi.ROLE_PAGE_TAB) if c.name != "HES"] if application else []

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
