"""The training ministry's "Deneme sayfası", in a patient's tab of the real window: found, scrolled to and pressed by keyboard,
as a person does who has no mouse."""

import os
from pathlib import Path

import pyatspi

import assistant as a
import screen
from cases import DOCTOR, FIRST, DesktopCase

DIALOG = (pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG)
FILE_DIALOG = (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER)
BUTTON = pyatspi.ROLE_PUSH_BUTTON
LINK = pyatspi.ROLE_LINK
CONTROL = (BUTTON, LINK, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, *a.FIELD)
PAGE = "Deneme sayfası"
RING = 0x0F6470  # --accent of erapor.css


class TryoutCase(DesktopCase):
    def opened(self, patient=FIRST, **settings):
        """A patient's form, and from there the page."""
        self.in_training(**settings)
        self.program.start("--patient", patient)
        self.program.log_in(DOCTOR)
        self.program.wait_patient(patient)
        self.to_the_page()

    def to_the_page(self):
        self.press_in_page(PAGE)
        self.program.wait(PAGE, pyatspi.ROLE_HEADING)

    def in_page(self, name):
        """A control of the page, wherever it has scrolled to."""
        def found():
            page = self.program.find(role=pyatspi.ROLE_DOCUMENT_WEB)
            return page and page.find(name, CONTROL, showing=False)

        return a.until(found, f"“{name}” stands in the page")

    def focus(self, name):
        """The engine drops keys until a new page has been drawn: the keyboard is there when its ring is seen."""
        control = self.in_page(name)
        control.take_keyboard()
        a.until(control.is_focused, f"“{name}” has the keyboard")
        a.until(lambda: self.ring_is_seen(control), f"the ring around “{name}” is drawn")
        return control

    @staticmethod
    def ring_is_seen(control):
        """At the left of the control; the style sheet leaves a little room between the two."""
        box = control.box()
        return RING in screen.colours((box.x - 5, box.y + box.height // 2, 4, 1))

    def press_in_page(self, name, key="Return"):
        self.focus(name)
        a.keys(key)

    def fill(self, name, text):
        field = self.focus(name)
        a.keys("ctrl+a")
        a.type_text(text)
        a.until(lambda: text in field.text(), f"“{text}” stands in “{name}”")

    def press(self, name):
        """A button of our own."""
        self.program.wait(name, BUTTON).press()

    def page_is_there(self):
        a.until(lambda: self.program.find(PAGE, pyatspi.ROLE_HEADING, showing=False), "the page is there")

    def with_starter(self, title):
        """A desktop whose program for every kind of file writes down what it is started with."""
        started, tools = self.program.place / "started", self.program.place / "tools"
        tools.mkdir()
        for name, script in {"xdg-mime": "echo starter.desktop",
                             "xdg-open": f'printf "%s\\n" "$@" >> "{started}"'}.items():
            (tools / name).write_text(f"#!/bin/sh\n{script}\n")
            (tools / name).chmod(0o755)
        entries = self.program.place / "data" / "applications"
        entries.mkdir(exist_ok=True)
        (entries / "starter.desktop").write_text(
            f"[Desktop Entry]\nType=Application\nName={title}\nExec=starter %u\n", encoding="utf-8")
        self.program.environment["PATH"] = f"{tools}:{os.environ['PATH']}"
        return started

    def target(self, name):
        return Path(os.environ["TMPDIR"]) / name

    def save_as(self, path):
        dialog = self.program.wait(role=FILE_DIALOG)
        field = a.until(lambda: dialog.find(role=a.FIELD), "the dialog asks for a name")
        a.until(field.is_focused, "the name has the keyboard")
        a.keys("ctrl+a")
        a.type_text(str(path))
        a.until(lambda: field.text() == str(path), "the name is typed")
        a.keys("Return")
        self.program.wait_gone(role=FILE_DIALOG)

    def bar_says(self, part, seconds=20):
        return a.until(lambda: part in self.program.wait("Dosya").description, f"the file's bar says {part}", seconds)
