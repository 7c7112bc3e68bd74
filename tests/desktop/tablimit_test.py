"""Where the operating system lets the window hold no more open files, a further tab is refused in words and waits (rule W1)."""

import os
import resource

import pyatspi

import assistant as a
from cases import MinistryCase, drawn_by_opengl, identity_number, main

MOST = 30


@drawn_by_opengl
class Room(MinistryCase):
    def files(self):
        return len(os.listdir(f"/proc/{self.program.window_process()}/fd"))

    def allow(self, files, at_most):
        resource.prlimit(self.program.window_process(), resource.RLIMIT_NOFILE, (files, at_most))

    def test_W1_a_tab_without_room_is_named_and_opens_when_there_is_some(self):
        self.logged_in()
        self.assertSays("Tarafımdan verilmiş raporlar")
        limit = self.files() + 96 + 40  # what stays in reserve, and a few tabs
        self.allow(limit, limit)
        opened, refused = [], None
        for n in range(MOST):
            patient = identity_number(f"{100000000 + 1007 * n}")
            self.program.open("--patient", patient)  # acknowledged, whatever becomes of it
            a.until(lambda: self.program.find(a.grouped(patient)) or self.says_not_opened(patient),
                    "the launch is answered on screen")
            if self.says_not_opened(patient):
                refused = patient
                break
            self.page_of(patient)
            opened.append(patient)
        self.assertTrue(refused, f"{MOST} tabs were opened")
        self.assertGreaterEqual(len(opened), 1)
        # Those that are open are whole, and the refused one has no tab.
        self.page_of(opened[-1])
        self.assertFalse(self.program.find(a.masked(refused), pyatspi.ROLE_PAGE_TAB))
        self.assertLess(self.files(), limit - 40)
        self.assertIn(str(limit), self.message())  # for IT

        another = identity_number("200000007")
        self.allow(limit - 20, limit)  # the engine may have closed a file or two since
        self.program.open("--patient", another)
        a.until(lambda: self.says_not_opened(another), "it waits too")
        self.assertTrue(self.says_not_opened(refused))

        self.allow(limit, limit)
        for _ in opened:
            a.keys("ctrl+w")
        a.until(lambda: len(self.program.tabs()) == 1, "all tabs are closed")
        a.until(lambda: self.files() < limit - 96 - 30, "their files are free")
        self.program.wait("Şimdi aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_patient(another)
        self.page_of(another)
        self.program.tab(refused)

    def message(self):
        bar = self.program.find(a.MESSAGE)
        return bar.description if bar else ""

    def says_not_opened(self, patient):
        return "Açılmadı" in self.message() and a.masked(patient) in self.message()


if __name__ == "__main__":
    main()
