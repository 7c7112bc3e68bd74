"""Screenshots: setting an institution up, its settings, its readiness, and help when something is wrong."""

import pyatspi

import assistant as a
from scene import BUTTON, DIALOG, DOCTOR, FIRST, Scene


class Institution(Scene):
    name = "institution"

    def set_up(self):
        self.program.settings = {"ui/language": self.language}
        self.program.write_settings({})
        self.program.open()
        self.ready()
        self.take("first-start")
        self.press("Set up the institution")
        self.step(1)
        self.take("set-up-environment")
        self.next(2)
        self.press("Next")  # the code is missing
        self.take("set-up-institution")
        self.write("Institution code", "340001")
        self.next(3)
        self.take("set-up-codes")
        self.write("e-Rapor application code", "X-1")
        self.next(4)
        self.take("set-up-passwords")
        for number, name in ((5, "hes"), (6, "signing"), (7, "summary")):
            self.next(number)
            self.take(f"set-up-{name}")
        self.press("Save and start")
        self.wait("Before the live environment", DIALOG)
        self.take("before-live")

    def step(self, number):
        self.program.wait(containing=f"{'Adım' if self.language == 'tr' else 'Step'} {number} ")

    def next(self, number):
        self.press("Next")
        self.step(number)

    def settings(self):
        self.at_work()
        a.keys("ctrl+comma")
        self.wait("Search the settings")
        self.take("settings")
        a.keys("ctrl+f")
        a.until(self.wait("Search the settings").is_focused, "the search has the keyboard")
        a.type_text("proxy" if self.language == "en" else "vekil")
        self.take("settings-found")
        a.keys("ctrl+a")
        a.type_text("zzyy")
        a.until(lambda: self.wait("Search the settings").text() == "zzyy", "the words are typed")
        self.take("settings-none-found")

    def connection(self):
        self.at_work()
        self.from_menu("Connection check")
        self.wait("All services that are needed answer.")
        self.take("connection-all-right")
        a.keys("Home", "Right")
        self.take("connection-steps")

    def no_connection(self):
        ministry = self.foreign()
        ministry.close()
        self.program.open()
        self.log_in()
        self.wait("Login error")
        self.press("Connection check")
        self.wait("A service that is needed does not work.")
        self.take("connection-failed")

    def readiness(self):
        self.at_work()
        self.from_menu("Readiness")
        self.take("readiness-begin")
        a.keys("alt+h", "Down", "Down")
        a.keys("alt+u" if self.language == "tr" else "alt+m", "Down")
        a.keys("alt+h", "Tab", "Tab", "Home", "Down")
        self.wait("Document number")
        self.take("readiness-step")
        self.write("Document number", "2026/7")
        a.keys("alt+k" if self.language == "tr" else "alt+s")
        self.wait_part("Choose the state first: done, or not needed.")
        self.take("readiness-incomplete")

    def support(self):
        self.at_work("--patient", FIRST)
        self.program.wait_patient(FIRST)
        self.from_menu("Support file")
        self.wait("Ready to be read and saved.", seconds=40)
        self.take("support-file")

    def help(self):
        self.in_training()
        a.keys("F1")
        self.wait("Help text")
        self.take("help")
        a.keys("ctrl+f")
        a.until(self.wait("Search the help").is_focused, "the search has the keyboard")
        a.type_text("PIN")
        self.program.wait_text("1 / ")
        self.take("help-found")

    def no_trail(self):
        """A folder stands where the audit trail is written."""
        trail = self.program.place / "state" / "hekim-asistani" / "audit"
        trail.parent.mkdir(parents=True)
        trail.write_text("")
        self.at_work("--patient", FIRST)
        self.program.wait_patient(FIRST)
        self.page_shown()
        self.wait("Notice")
        self.take("audit-warning")

    scenes = (set_up, settings, connection, no_connection, readiness, support, help, no_trail)
