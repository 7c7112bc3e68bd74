"""Screenshots: logging in, forms, what the window asks, what fails."""

import pyatspi

import assistant as a
from scene import DIALOG, DOCTOR, FIRST, SECOND, TAB, Scene


class Work(Scene):
    name = "work"

    def login(self):
        self.in_training()
        self.take("login")
        a.type_text("10000000147")
        a.until(lambda: self.program.focused().text().replace(" ", "") == "10000000147", "the number is typed")
        self.take("login-wrong-check-digits")

    def forms(self):
        program = self.program
        self.in_training("--patient", FIRST, "--reason", "2")
        program.wait_text(a.masked(FIRST))
        self.take("login-launch-waits")
        self.log_in()
        program.wait_patient(FIRST)
        self.page_shown()
        self.take("form")
        program.open("--patient", SECOND, "--reason", "0")
        program.wait_patient(SECOND)
        self.page_shown()
        self.take("second-patient")
        program.open("--patient", SECOND, "--reason", "3")
        self.wait("Notice")
        self.take("another-reason-offered")
        program.open("--", f"hekim-asistani://open?patient={FIRST}")
        self.take("link-proposes")
        self.press("New patient")
        self.wait("Patient identity number")
        self.take("new-patient")
        a.keys("Escape")
        program.wait_gone(self.say("Patient identity number"))
        self.wait("My reports", TAB).click()
        self.page_shown()
        self.take("my-reports")

    def failures(self):
        program = self.program
        ministry = self.foreign()
        ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        try:
            program.open()
            self.log_in()
            self.wait("Login error")
            self.take("login-refused")
            ministry.token_reply = ministry.good_token
            ministry.page_status = 500
            a.keys("Return")
            self.wait("My reports", TAB)
            program.open("--patient", FIRST)
            program.wait_patient(FIRST)
            program.wait_gone(self.say("Loading"))
            self.take("page-failed")
            ministry.page_status = 200
            program.open("--patient", SECOND)
            program.wait_patient(SECOND)
            program.click_into("Açıklama")
            a.type_text("abc")
            a.keys("ctrl+w")
            program.wait(role=DIALOG)
            self.take("closing-asks")
        finally:
            ministry.close()

    scenes = (login, forms, failures)
