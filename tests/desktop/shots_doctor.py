"""Screenshots: PIN and lock, as the doctors at a shared workstation meet them."""

import itertools

import pyatspi

import assistant as a
from cases import identity_number
from scene import BUTTON, DIALOG, FIRST, OTHER_DOCTOR, SECOND, TAB, Scene

PIN = "482913"
PASSWORD = pyatspi.ROLE_PASSWORD_TEXT


class Doctor(Scene):
    name = "doctor"
    doctors = itertools.count(712000001)  # the keyring outlives the assistant: who has a PIN already is not asked for one

    def type_pin(self, pin):
        a.until(lambda: (f := self.program.find("PIN", PASSWORD)) and f.is_focused(), "the PIN field has the keyboard")
        a.type_text(pin)
        a.keys("Return")

    def choose_pin(self, use):
        self.in_training("--patient", FIRST, login__pin=use)
        self.doctor = identity_number(str(next(Doctor.doctors)))
        self.log_in(self.doctor)  # Enter leads to the PIN, which this one does not have yet
        a.until(lambda: self.program.find("PIN", PASSWORD).is_focused(), "the PIN field has the keyboard")
        a.keys("Return")
        self.wait("Choose a PIN", DIALOG)

    def locked(self):
        self.wait("Unlock", BUTTON)
        self.program.wait_gone(role=TAB)

    def pin_dialogs(self):
        self.choose_pin("required")
        self.take("pin-choose")
        self.write("New PIN", "121212", PASSWORD)
        self.wait("The same digits over and over are guessed easily. Choose another PIN.")
        self.take("pin-too-easy")
        self.write("New PIN", PIN, PASSWORD)
        self.write("New PIN again", "482914", PASSWORD)
        self.wait("The two are not the same.")
        self.take("pin-not-the-same")
        self.write("New PIN again", PIN, PASSWORD)
        a.keys("Return")
        self.program.wait_gone(self.say("Choose a PIN"), DIALOG)
        self.program.wait_patient(FIRST)
        self.page_shown()
        a.keys("ctrl+l")
        self.locked()
        self.take("lock-pin")
        self.type_pin("000001")
        self.wait_part("The PIN is wrong.")
        self.take("lock-pin-wrong")
        for _ in range(4):
            a.until(lambda: self.program.find(self.say("Unlock"), BUTTON).is_enabled()
                    and self.program.find("PIN", PASSWORD).text() == "", "the field is empty again")
            self.type_pin("000001")
        self.program.wait_text("30 sa" if self.language == "tr" else "30 s")
        self.program.open("--patient", SECOND)
        self.program.wait_text("HBYS")
        self.take("lock-pin-delay-and-a-launch")
        self.press("Another doctor")
        self.program.wait(role=DIALOG)
        self.take("lock-another-doctor")
        self.program.find(self.say("Change doctor"), BUTTON).press()
        self.ready()
        self.take("login-with-pin")
        self.log_in(self.doctor)
        self.type_pin(PIN)
        self.wait("Login error")
        self.take("login-pin-delay")

    def optional_pin(self):
        self.choose_pin("optional")
        self.take("pin-optional")

    def lock_without_pin(self):
        self.at_work("--patient", FIRST)
        self.program.wait_patient(FIRST)
        self.page_shown()
        a.keys("ctrl+l")
        self.locked()
        self.wait_part("This computer's own lock did not start. Whoever comes here can go on with “Unlock”; before you "
                       "leave, end the session with “Another doctor”.")
        self.take("lock-without-pin")
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", SECOND)
        self.program.wait_text("HBYS")
        self.press("Unlock")
        self.wait("Change doctor", BUTTON)
        self.take("another-doctor-is-asked-for")

    scenes = (pin_dialogs, optional_pin, lock_without_pin)
