"""What all screenshots share: a fresh assistant in one language and one palette, found by the texts of the
translation, so that a changed text needs no change here."""

import os
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pyatspi

import assistant as a
import pictures
from ministry import Ministry

DOCTOR = "17291716060"
OTHER_DOCTOR = "23456789060"
FIRST, SECOND, THIRD = "10000000146", "10000008098", "10000009088"

BUTTON = pyatspi.ROLE_PUSH_BUTTON
DIALOG = (pyatspi.ROLE_DIALOG, pyatspi.ROLE_ALERT)
ENTRY = (*a.FIELD, pyatspi.ROLE_PASSWORD_TEXT)
TAB = pyatspi.ROLE_PAGE_TAB

# A dark scheme as KDE's settings hold it; Qt reads it without a package more.
DARK = """[Colors:Window]
BackgroundNormal=32,35,38
ForegroundNormal=252,252,252

[Colors:View]
BackgroundNormal=27,30,32
ForegroundNormal=252,252,252

[Colors:Button]
BackgroundNormal=49,54,59
ForegroundNormal=252,252,252

[Colors:Selection]
BackgroundNormal=61,174,233
ForegroundNormal=252,252,252

[Colors:Tooltip]
BackgroundNormal=49,54,59
ForegroundNormal=252,252,252
"""
FONT = "[General]\nfont=Sans Serif,{size},-1,5,50,0,0,0,0,0\n"
NORMAL_SIZE = 9


def turkish_texts():
    """Source text, and context and source text: what Turkish people read."""
    file = Path(__file__).resolve().parents[2] / "translations" / "hekim-asistani_tr.ts"
    texts = {}
    for context in ElementTree.parse(file).iter("context"):
        for message in context.iter("message"):
            source, translation = message.find("source").text, message.find("translation")
            plural = translation.find("numerusform")
            text = (translation.text if plural is None else plural.text) or ""
            texts.setdefault(source, text)
            texts[context.find("name").text.removeprefix("hekim::"), source] = text
    return texts


class Scene:
    """One assistant and its screens, one after the other. A subclass is a piece of the window; its `scenes` say which
    screens there are, and each gets an assistant of its own."""

    name = ""
    scenes = ()

    def __init__(self, programs, prefix, language, dark=False, text_scale=1.0):
        self.prefix = prefix
        self.language = language
        self.texts = turkish_texts() if language == "tr" else {}
        self.count = 0
        self.program = a.Assistant(programs, language)
        scheme = (DARK if dark else "") + (FONT.format(size=round(NORMAL_SIZE * text_scale)) if text_scale != 1 else "")
        if scheme:
            (self.program.place / "config" / "kdeglobals").write_text(scheme, encoding="utf-8")
            self.program.environment.update(XDG_CURRENT_DESKTOP="KDE", KDE_SESSION_VERSION="5")
        if "QT_SCALE_FACTOR" in os.environ:
            self.program.environment["QT_SCALE_FACTOR"] = os.environ["QT_SCALE_FACTOR"]

    def say(self, source, context=None):
        """A text as this language has it, without its mnemonic; with the class where two say it differently."""
        return self.texts.get((context, source) if context else source, source).replace("&", "")

    def take(self, name):
        self.count += 1
        pictures.take(f"{self.prefix}{self.count:02d}-{name}.png")

    # What the scenes do again and again

    def wait(self, source, role=None, **more):
        return self.program.wait(self.say(source), role, **more)

    def wait_part(self, source, role=None):
        return self.program.wait(containing=self.say(source).split("%")[0].strip(), role=role)

    def press(self, source, role=BUTTON):
        self.wait(source, role).press()

    def write(self, source, text, role=ENTRY):
        self.program.click_into(self.say(source), role)
        a.keys("ctrl+a")
        a.type_text(text)

    def ready(self):
        a.until(lambda: (b := self.program.find(self.say("Log in"), BUTTON)) and b.is_enabled(),
                "the login page is ready", 30)

    def page_shown(self):
        self.program.wait_gone(self.say("Loading"))
        pictures.wait_painted(lambda: self.program.find(role=pyatspi.ROLE_DOCUMENT_WEB), "the page")

    def log_in(self, doctor=DOCTOR):
        self.ready()
        a.type_text(doctor)
        a.until(lambda: self.program.focused().text().replace(" ", "") == doctor, "the number is typed")
        a.keys("Return")

    def in_training(self, *launch, **settings):
        """A fresh window in training, at the login page."""
        self.program.write_settings({"environment/name": "training",
                                     **{key.replace("__", "/"): value for key, value in settings.items()}})
        self.program.open(*launch)
        self.ready()

    def at_work(self, *launch, **settings):
        self.in_training(*launch, **settings)
        self.log_in()
        self.wait("My reports", TAB)

    def from_menu(self, title, menu="Doctor"):
        """Menus are seen by nobody outside (Qt 6.4): from the top down, until the dialog is there."""
        for downs in range(1, 8):
            self.wait(menu).click()
            a.keys(*["Down"] * downs, "Return")
            try:
                return self.wait(title, DIALOG, seconds=1.5)
            except a.Unmet:
                a.keys("Escape")
                a.keys("Escape")
        raise a.Unmet(f"no entry of the menu opens “{title}”")

    def foreign(self):
        """A ministry that is not ours, and the window provisioned for it."""
        ministry = Ministry()
        self.program.provision("custom", {
            "institution/code": "340001", "institution/name": "Deneme Hastanesi", "erapor/applicationCode": "X",
            "endpoints/erapor": ministry.address}, {"ussPassword": "x"})
        return ministry
