"""What the tests of the lock share: locking, unlocking, and looking for what must not be found (rule P6)."""

import subprocess

import pyatspi

import assistant as a
from cases import FIRST
from formcase import NOTE, FormCase
from imagescase import ImagesCase

BUTTON = pyatspi.ROLE_PUSH_BUTTON
DIALOG = (pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG)
UNLOCK = "Kilidi aç"
LOCKED = "Ekran kilitli"


def clipboard(selection="clipboard"):
    done = subprocess.run(["xclip", "-o", "-selection", selection], stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


class LockCase(FormCase, ImagesCase):
    def lock(self):
        self.program.wait("Kilitle", BUTTON).press()
        self.wait_locked()

    def wait_locked(self, seconds=20):
        a.until(lambda: (b := self.program.find(UNLOCK, BUTTON)) and b.is_showing(), "the window is locked", seconds)

    def unlock(self):
        self.program.wait(UNLOCK, BUTTON).press()
        self.program.wait_gone(LOCKED)

    def copy_the_number(self):
        self.program.find("Hasta numarasını kopyala", BUTTON).press()
        a.until(lambda: clipboard() == FIRST, "the number is on the clipboard")

    def everything(self):
        """All that assistive technology can reach, shown or not."""
        return self.program.application().spoken(showing=False, with_content=True)

    def assertHidden(self, *patients, windows=1):
        words = self.everything()
        self.assertIn(LOCKED, words)
        for word in [form for p in patients for form in (p, a.grouped(p), a.masked(p))] + [
                "Rapor formu", "Muayene", NOTE, "Görüntü "]:
            self.assertNotIn(word, words)
        self.assertEqual(self.program.window_titles(), ["Hekim Asistanı"] * windows)
