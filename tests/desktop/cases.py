"""What all desktop tests share: programs, a fresh assistant a test, a foreign ministry, and evidence of a failure."""

import os
import sys
import unittest
from pathlib import Path
from urllib.parse import quote

import pyatspi

import assistant as a
from ministry import Ministry

PROGRAMS = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("build/dev/bin")
EVIDENCE = PROGRAMS.parent / "desktop-failures"

DOCTOR = "10000000146"
OTHER_DOCTOR = "17291716060"
FIRST = "23456789060"
SECOND = "10000008098"
THIRD = "10000009088"

SECRET = "a+b &c#d%e=f/ü?ğ"
INSTITUTION = "340001"
APPLICATION = "USS-1+2"


def component(value):
    return quote(value, safe="")


def identity_number(nine):
    """A valid TCKN from nine digits."""
    d = [int(c) for c in nine]
    tenth = (7 * sum(d[0::2]) - sum(d[1::2])) % 10
    return nine + str(tenth) + str((sum(d) + tenth) % 10)


def token_target(doctor=DOCTOR, secret=SECRET):
    """The token request exactly as guide 000 section 4 has it: these names in this order."""
    fields = (("username", INSTITUTION), ("password", secret), ("grant_type", "password"),
              ("applicationCode", APPLICATION), ("identityNumber", doctor), ("role", "6AAB18C7-B16B-4A04"))
    return "/AuthApi/connect/token?" + "&".join(f"{name}={component(value)}" for name, value in fields)


def drawn_by_opengl(case):
    """Marks a test, or all of a class, as one of what is drawn, hidden or kept in memory: it has OpenGL, as most computers
    have. Without a graphics card that is a program that compiles each shader anew, and takes longer than the rest of a
    test: the others do without."""
    case.opengl = True
    return case


class DesktopCase(unittest.TestCase):
    """A test with an assistant of its own."""

    opengl = False

    def setUp(self):
        self.program = a.Assistant(PROGRAMS)
        self.addCleanup(self.program.close)
        if not (self.opengl or hasattr(getattr(self, self._testMethodName), "opengl")):
            self.program.environment["QT_XCB_GL_INTEGRATION"] = "none"

    def run(self, result=None):
        self._result = result
        return super().run(result)

    def tearDown(self):
        failed = any(case is self for case, _ in self._result.errors + self._result.failures)
        outcome = getattr(self, "_outcome", None)
        failed = failed or any(error for _, error in getattr(outcome, "errors", []) or [])
        if not failed:
            return
        EVIDENCE.mkdir(parents=True, exist_ok=True)
        name = EVIDENCE / self.id().replace("__main__.", "")
        try:
            a.screenshot(f"{name}.png")
            Path(f"{name}.txt").write_text(self.program.outline(), encoding="utf-8")
            print(f"evidence: {name}.png", file=sys.stderr)
        except Exception as error:  # the failure itself is what matters
            print(f"no evidence of {name.name}: {error}", file=sys.stderr)

    def in_training(self, **settings):
        self.program.write_settings({"environment/name": "training", **settings})

    def assertSays(self, part, seconds=20):
        return self.program.wait_text(part, seconds)

    def assertMessage(self, part):
        """What the message bar says: it may say something else until the program has done what it was asked."""
        a.until(lambda: part in self.program.wait(a.MESSAGE).description, f"the message bar says “{part}”")

    def tab_to(self, name, inside, role=None, key="Tab"):
        """By keyboard, as somebody without a mouse does. `inside` is the name of the dialog or window."""
        def place():
            return self.program.find(inside, (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FRAME))

        def focused():  # all that say they have the keyboard: a list's current item always does (Qt 6.4)
            return [seen.control for seen in place().read() if seen.states.has(pyatspi.STATE_FOCUSED)]

        for _ in range(30):
            control = place().find(name, role)
            if control and control.is_focused():
                return control
            before = a.until(focused, "something has the keyboard")
            a.keys(key)
            a.until(lambda: focused() != before, "the keyboard moved on")
        raise AssertionError(f"{key} does not lead to {name}")

    def keep(self, condition, what):
        """Something holds now and still does after the program has done what it was asked: a round trip to the running
        window (a launch that it refuses because of its environment) tells that its event loop went on."""
        self.assertTrue(condition(), what)
        self.assertEqual(self.program.launch("--environment", "test").returncode, 5)
        self.assertTrue(condition(), what)


class MinistryCase(DesktopCase):
    """A test against a foreign ministry, provisioned as a clinic's IT person does it."""

    more_secrets = {}

    def setUp(self):
        super().setUp()
        self.ministry = Ministry()
        self.addCleanup(self.ministry.close)

    def provision(self, secret=SECRET, address=None, **settings):
        self.program.provision("custom", {
            "institution/code": INSTITUTION, "institution/name": "Deneme Hastanesi",
            "erapor/applicationCode": APPLICATION,
            "endpoints/erapor": self.ministry.address if address is None else address,
            **{key.replace("__", "/"): value for key, value in settings.items() if value is not None},
        }, {"ussPassword": secret, **self.more_secrets})

    def logged_in(self, *launch):
        self.provision()
        self.program.start(*launch)
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım")

    def page_of(self, patient, seconds=20):
        """The page of this patient is what is on screen."""
        return a.until(lambda: self.program.saying(f"Rapor formu {patient}"), f"the form of {a.masked(patient)} is shown",
                       seconds)


def main():
    EVIDENCE.mkdir(parents=True, exist_ok=True)
    for old in EVIDENCE.glob("*"):
        if old.name.startswith(tuple(name for name in vars(sys.modules["__main__"]) if name[0].isupper())):
            old.unlink()
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]], verbosity=2)
