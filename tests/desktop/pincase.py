"""What the tests of PINs share: an institution of their own in the keyring, choosing a PIN, and typing it."""

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST
from lockcase import BUTTON, DIALOG, LockCase

PIN = "482913"
PASSWORD = pyatspi.ROLE_PASSWORD_TEXT


class PinCase(LockCase):
    institutions = 0

    def provision(self, **settings):
        PinCase.institutions += 1  # they share a keyring: each test is in an institution of its own
        super().provision(institution__code=f"3500{PinCase.institutions:02}", **settings)

    def first_login(self, pin=PIN, use="required", doctor=DOCTOR, patient=FIRST):
        self.provision(login__pin=use)
        self.program.start("--patient", patient)
        self.program.log_in(doctor)
        self.choose(pin)
        self.program.wait_gone("PIN belirleyin", DIALOG)
        self.page_of(patient)

    def choose(self, pin, again=None):
        self.program.wait("PIN belirleyin", DIALOG)
        for name, text in (("Yeni PIN", pin), ("Yeni PIN (tekrar)", again or pin)):
            self.program.click_into(name, PASSWORD)
            a.keys("ctrl+a", "Delete")
            a.type_text(text)
        keep = self.program.find("PIN’i kaydet", BUTTON)
        if keep.is_enabled():
            keep.press()

    def type_pin(self, pin):
        a.until(lambda: (f := self.program.find("PIN", PASSWORD)) and f.is_focused(), "the PIN field has the keyboard")
        a.type_text(pin)
        a.keys("Return")

    def log_in_with(self, pin, doctor=DOCTOR):
        self.program.log_in(doctor, with_button=False)  # Enter leads to the PIN
        self.type_pin(pin)
