"""Three times as large as usual, on a screen of 1280 x 720: what does not fit comes into sight with the keyboard."""

import os

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, main
from lockcase import BUTTON, UNLOCK, LockCase

SCALE = 3
WINDOW = "Hekim Asistanı"


class Scale(LockCase):
    def setUp(self):
        super().setUp()
        os.environ["QT_SCALE_FACTOR"] = self.program.environment["QT_SCALE_FACTOR"] = str(SCALE)
        self.addCleanup(os.environ.pop, "QT_SCALE_FACTOR")

    def is_in_reach(self, control):
        box = control.box()
        width, height = (int(number) for number in os.environ["HEKIM_SCREEN"].split("x"))
        return min(box.x, box.y) >= 0 and (box.x + box.width) * SCALE <= width and (box.y + box.height) * SCALE <= height

    def reach(self, name, key="Tab"):
        button = self.tab_to(name, WINDOW, BUTTON, key)
        a.until(lambda: self.is_in_reach(button), f"“{name}” is on the screen")
        return button

    def test_each_button_comes_into_reach(self):
        self.provision()
        self.program.start("--patient", FIRST)
        a.type_text(DOCTOR)
        self.reach(a.LOGIN_BUTTON).click()
        self.page_of(FIRST)
        self.reach("Kilitle", "shift+Tab").click()
        self.wait_locked()
        self.reach("Başka hekim")
        self.reach(UNLOCK, "shift+Tab").click()
        self.page_of(FIRST)
        self.reach("Çıkış", "shift+Tab").click()
        self.program.wait_login()


if __name__ == "__main__":
    main()
