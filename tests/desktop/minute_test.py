"""What the clock alone does: a minute without work locks, and a copied number leaves the clipboard. They wait that minute and
need nothing of the processor meanwhile: they are one program, so that others run beside it."""

import time
from datetime import datetime

import assistant as a
from cases import DOCTOR, FIRST, main
from lockcase import clipboard
from trailcase import LOGIN_LINES, TrailCase, form, launched

MINUTE = 60


class Minute(TrailCase):
    def test_P6_idle_time_locks_and_keys_in_a_page_count(self):
        self.provision(login__idleLockMinutes="1")
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım")
        self.wait_lines(*LOGIN_LINES)
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        self.write_into_the_form()  # the mouse is left alone from here on
        time.sleep(10)  # what a person does who thinks for a while
        last = time.time()
        a.type_text("x")
        self.wait_locked(MINUTE + 30)
        self.assertHidden(FIRST)
        lines = [*LOGIN_LINES, launched(FIRST), form(FIRST), ("lock", "done", DOCTOR, "nobody worked")]
        self.wait_lines(*lines)
        # By the program's own clock: it may be seen late. A key that did not count would have it ten seconds earlier.
        locked = datetime.fromisoformat(self.lines()[-1]["time"].replace("Z", "+00:00")).timestamp()
        self.assertGreater(locked - last, MINUTE - 1)

    def test_a_copied_number_leaves_the_clipboard_after_a_minute(self):
        self.opened(FIRST)
        before = time.monotonic()
        self.copy_the_number()
        a.until(lambda: clipboard() == "", "the clipboard is empty", MINUTE + 20)
        self.assertGreater(time.monotonic() - before, MINUTE - 1)


if __name__ == "__main__":
    main()
