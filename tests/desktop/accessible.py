"""What a program tells assistive technology, read over the bus of its desktop. Questions to many objects are sent without
waiting for the answer to each: a window has hundreds of objects, and to ask one after the other took most of a test's
time."""

import os
import subprocess
from collections import namedtuple
from functools import partial

import dbus.bus
import dbus.lowlevel
import dbus.mainloop.glib
import pyatspi
from gi.repository import Atspi, GLib

import screen
from waiting import until

ROOT = "/org/a11y/atspi/accessible/root"
NOTHING = "/org/a11y/atspi/null"
INTERFACE = "org.a11y.atspi."
TRIES = 3  # to read a tree that changes meanwhile
SECONDS = 10  # for a program that is busy; for one that has ended the bus answers at once

# Web documents and page lists can say nothing about themselves while their content does.
SEEN_THROUGH = (pyatspi.ROLE_PANEL, pyatspi.ROLE_LAYERED_PANE)
PROPERTIES = ("Name", "Description")  # the rest of Accessible has methods

Box = namedtuple("Box", "x y width height")


class Unanswered(LookupError):
    """The object is gone, or has no such thing."""


class Bus:
    """The accessibility bus of this desktop."""

    def __init__(self):
        session = dbus.bus.BusConnection(dbus.bus.BusConnection.TYPE_SESSION)
        address = session.call_blocking("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", "", ())
        self.connection = dbus.bus.BusConnection(address, mainloop=dbus.mainloop.glib.DBusGMainLoop())
        self.unanswered = 0

    def program(self, process):
        """The object that stands for a program of the desktop, None before it has come here."""
        return next((control for control in Control(self, INTERFACE + "Registry", ROOT).children()
                     if self.process(control.owner) == process), None)

    def process(self, owner):
        try:
            return int(self.connection.call_blocking("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                                     "GetConnectionUnixProcessID", "s", (owner,)))
        except dbus.DBusException:  # has just ended
            return None

    def ask(self, message, answered):
        """answered(value, error) is called by settle()."""
        def came(reply):
            self.unanswered -= 1
            if reply.get_type() == dbus.lowlevel.MESSAGE_TYPE_ERROR:
                answered(None, reply.get_error_name())
            else:
                answered(next(iter(reply.get_args_list()), None), None)

        self.unanswered += 1
        self.connection.send_message_with_reply(message, came, SECONDS)

    def settle(self):
        """Until all that was asked is answered."""
        while self.unanswered:
            GLib.MainContext.default().iteration(True)


class States:
    def __init__(self, words):
        self.bits = int(words[0]) | int(words[1]) << 32

    def has(self, state):
        return bool(self.bits >> int(state) & 1)

    def is_showing(self):
        return self.has(pyatspi.STATE_SHOWING) and self.has(pyatspi.STATE_VISIBLE)

    def is_selected(self):
        """A tab is in front. Qt 6.4 tells that of a tab as focused, not as selected."""
        return self.has(pyatspi.STATE_SELECTED) or self.has(pyatspi.STATE_FOCUSED)


class Control:
    """One accessible object. What it says is asked for each time, since it may have changed."""

    name = property(lambda self: str(self.get("Accessible", "Name")))
    description = property(lambda self: str(self.get("Accessible", "Description")))
    role = property(lambda self: int(self.call("Accessible", "GetRole")))
    states = property(lambda self: States(self.call("Accessible", "GetState")))

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.owner = str(owner)
        self.path = str(path)

    def __eq__(self, other):
        return isinstance(other, Control) and (self.owner, self.path) == (other.owner, other.path)

    # Questions

    def send(self, answered, interface, method, signature="", *arguments):
        message = dbus.lowlevel.MethodCallMessage(self.owner, self.path, INTERFACE + interface, method)
        message.append(*arguments, signature=signature)
        self.bus.ask(message, answered)

    def send_get(self, answered, interface, name):
        message = dbus.lowlevel.MethodCallMessage(self.owner, self.path, "org.freedesktop.DBus.Properties", "Get")
        message.append(INTERFACE + interface, name, signature="ss")
        self.bus.ask(message, answered)

    def call(self, *question):
        return self._answer(self.send, *question)

    def get(self, *question):
        return self._answer(self.send_get, *question)

    def _answer(self, send, *question):
        answers = []
        send(lambda *answer: answers.append(answer), *question)
        self.bus.settle()
        (value, error), = answers
        if error:
            raise Unanswered(f"{question[0]}.{question[1]} of {self.path}: {error}")
        return value

    def named(self, references):
        """The objects that an answer names."""
        return [Control(self.bus, owner, path) for owner, path in references if path != NOTHING]

    # What it is

    def has(self, state):
        return self.states.has(state)

    def is_showing(self):
        return self.states.is_showing()

    def is_focused(self):
        return self.has(pyatspi.STATE_FOCUSED)

    def is_enabled(self):
        return self.has(pyatspi.STATE_ENABLED)

    def is_selected(self):
        return self.states.is_selected()

    def labels(self):
        """The names of what labels it."""
        return [target.name for kind, targets in self.call("Accessible", "GetRelationSet")
                if kind == pyatspi.RELATION_LABELLED_BY for target in self.named(targets)]

    def text(self):
        return str(self.call("Text", "GetText", "ii", 0, -1))

    def value(self):
        return float(self.get("Value", "CurrentValue"))

    def cells(self):
        """Of a table: what stands in each row."""
        columns = range(self.get("Table", "NColumns"))
        return [[self.named([self.call("Table", "GetAccessibleAt", "ii", row, column)])[0].name for column in columns]
                for row in range(self.get("Table", "NRows"))]

    def headings(self):
        return [str(self.call("Table", "GetColumnDescription", "i", n)) for n in range(self.get("Table", "NColumns"))]

    def box(self):
        return Box(*map(int, self.call("Component", "GetExtents", "u", int(pyatspi.DESKTOP_COORDS))))

    def place(self):
        """In pixels of the screen."""
        box = self.box()
        if box.width <= 0 or box.height <= 0:
            raise LookupError(f"{self.name} has no place on screen")
        # Qt 6.4 tells places in its own pixels, which a fine screen has several of.
        scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
        return Box(*(round(n * scale) for n in box))

    def center(self):
        place = self.place()
        return place.x + place.width // 2, place.y + place.height // 2

    def colours(self):
        """How many the screen has where it is. A page says what is in it before it is painted, and is of one colour until
        then."""
        return len(screen.colours(self.place()))

    # What is done to it

    def click(self):
        """With the mouse, once it is painted: the engine drops clicks before that."""
        until(lambda: self.colours() > 1, f"“{self.name}” can be seen")
        x, y = self.center()
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True, stdin=subprocess.DEVNULL)

    def press(self):
        """Through assistive technology's own way of pressing."""
        names = [str(action[0]).lower() for action in self.call("Action", "GetActions")]
        for wanted in ("press", "click", "activate", "toggle", "jump"):
            if wanted in names:
                self.call("Action", "DoAction", "i", names.index(wanted))
                return
        raise LookupError(f"{self.name} cannot be pressed: {names}")

    def take_keyboard(self):
        self.call("Component", "GrabFocus")

    # What is in it

    def children(self):
        return self.named(self.call("Accessible", "GetChildren"))

    def read(self, *wanted, showing=True):
        """Itself and everything in it, as it is now, with what is wanted of each: "Name", "Description", "Role". Hidden
        branches are left out unless asked for."""
        for _ in range(TRIES):
            reading = Reading(self, wanted, showing)
            if not reading.errors:
                return [*reading.top.walk()]
        raise Unanswered(f"{self.path} changes while it is read: {reading.errors[0]}")

    def spoken(self, showing=True, with_content=False):
        """All that assistive technology can read in it, as one text; with what stands in fields and pages where wanted."""
        seen = self.read("Name", "Description", showing=showing)
        words = [text for one in seen for text in (one.name, one.description)]
        if with_content:
            for one in seen:  # most have none, and say so
                one.control.send(lambda text, _: words.append(text), "Text", "GetText", "ii", 0, -1)
            self.bus.settle()
        return "\n".join(filter(None, words))

    def find_all(self, name=None, role=None, showing=True, containing=None, saying=None):
        """By what it is called, by a part of that, or by a part of its name or its description."""
        wanted = ("Name", "Description") if saying else ("Name",) if name or containing else ("Role",)
        roles = role if role is None or isinstance(role, tuple) else (role,)
        for seen in self.read(*wanted, showing=showing):
            if (name is None or seen.name == name) and (containing is None or containing in seen.name) \
                    and (saying is None or saying in seen.name or saying in seen.description) \
                    and (roles is None or (seen.role or seen.control.role) in roles):
                yield seen.control

    def find(self, *what, **more):
        return next(self.find_all(*what, **more), None)


class Seen:
    """A control as it was when it was read."""

    def __init__(self, control):
        self.control = control
        self.states = self.role = None
        self.name = self.description = ""
        self.is_entered = False
        self.children = []

    @property
    def role_name(self):
        return Atspi.Role(self.role).value_nick

    def walk(self):
        yield self
        for child in self.children:
            if child.is_entered:
                yield from child.walk()


class Reading:
    """One reading of a tree. Each answer leads to the next questions, in all branches at once."""

    def __init__(self, top, wanted, only_showing):
        self.wanted = wanted
        self.only_showing = only_showing
        self.errors = []  # what was gone before it had answered
        self.top = Seen(top)
        self._look(self.top)
        top.bus.settle()

    def _ask(self, seen, what, answered):
        """Through its own method, where the interface has one for it."""
        def came(value, error):
            if error:
                self.errors.append(error)
            else:
                answered(value)

        if what in PROPERTIES:
            seen.control.send_get(came, "Accessible", what)
        else:
            seen.control.send(came, "Accessible", f"Get{what}")

    def _look(self, seen):
        """Whether it shows comes first: nothing more is asked of what is hidden."""
        def states_came(words):
            seen.states = States(words)
            if seen is self.top or not self.only_showing or seen.states.is_showing():
                self._enter(seen)
            else:
                self._ask(seen, "Role", role_came)

        def role_came(role):
            if role in (pyatspi.ROLE_APPLICATION, pyatspi.ROLE_FILLER) \
                    or role in SEEN_THROUGH and seen.states.has(pyatspi.STATE_VISIBLE):
                self._enter(seen)

        self._ask(seen, "State", states_came)

    def _enter(self, seen):
        def children_came(references):
            seen.children = [Seen(control) for control in seen.control.named(references)]
            for child in seen.children:
                self._look(child)

        seen.is_entered = True
        for what in self.wanted:
            self._ask(seen, what, partial(setattr, seen, what.lower()))
        self._ask(seen, "Children", children_came)
