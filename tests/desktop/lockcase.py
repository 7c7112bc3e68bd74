"""What the tests of the lock share: locking, unlocking, and looking for what must not be found (rule P6)."""

import pyatspi
from gi.repository import GLib

import assistant as a
from formcase import NOTE, FormCase
from imagescase import ImagesCase

BUTTON = pyatspi.ROLE_PUSH_BUTTON
DIALOG = (pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG)
UNLOCK = "Kilidi aç"
LOCKED = "Ekran kilitli"


class LockCase(FormCase, ImagesCase):
    def lock(self):
        self.program.wait("Kilitle", BUTTON).press()
        self.wait_locked()

    def wait_locked(self, seconds=20):
        a.until(lambda: (b := self.program.find(UNLOCK, BUTTON)) and b.is_showing(), "the window is locked", seconds)

    def unlock(self):
        self.program.wait(UNLOCK, BUTTON).press()
        self.program.wait_gone(LOCKED)

    def everything(self):
        """All that assistive technology can reach, shown or not."""
        words = []
        for control in self.program.application().walk(showing=False):
            words += [control.name, control.description]
            try:
                words.append(control.text())
            except (NotImplementedError, GLib.Error):
                pass
        return "\n".join(word for word in words if word)

    def assertHidden(self, *patients, windows=1):
        words = self.everything()
        self.assertIn(LOCKED, words)
        for word in [form for p in patients for form in (p, a.grouped(p), a.masked(p))] + [
                "Rapor formu", "Muayene", NOTE, "Görüntü "]:
            self.assertNotIn(word, words)
        self.assertEqual(self.program.window_titles(), ["Hekim Asistanı"] * windows)
