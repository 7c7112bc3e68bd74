"""The PIN of a doctor on this computer (login/pin): chosen at the first login, asked for at the next and at the lock."""

import json
import os
import signal
from pathlib import Path

import dbus
import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, main
from lockcase import BUTTON, DIALOG, LOCKED, NOTE, UNLOCK
from pincase import PASSWORD, PIN, PinCase


class Pin(PinCase):
    def written(self):
        """The audit trail: what happened and how it ended."""
        lines = [json.loads(line) for file in (self.program.place / "state").rglob("audit-*.jsonl")
                 for line in file.read_text(encoding="utf-8").splitlines()]
        return [(line["event"], line.get("outcome", "done")) for line in lines]

    def assertRefused(self, part):
        a.until(lambda: part in self.program.wait(a.LOGIN_FAILURE).description, f"the login page says “{part}”")

    def test_chosen_at_the_first_login_and_asked_for_at_the_next(self):
        self.first_login()
        self.program.open("--logout")
        self.program.log_in(DOCTOR)  # without it
        self.assertRefused("PIN’inizi yazın.")
        self.type_pin("000001")
        self.assertRefused("PIN yanlış.")
        self.keep(lambda: len(self.ministry.asked("/AuthApi/")) == 1, "no token is asked for without the PIN")
        self.type_pin(PIN)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 2)
        self.program.open("--logout")
        self.program.log_in(OTHER_DOCTOR)  # who has none yet
        self.program.wait("PIN belirleyin", DIALOG)

    def test_a_PIN_that_is_guessed_easily_is_not_taken(self):
        self.provision(login__pin="required")
        self.program.start()
        self.program.log_in(DOCTOR)
        for pin, sentence in (("123456", "Ardışık rakamlar"), ("121212", "Tekrarlanan rakamlar"),
                              (DOCTOR[2:8], "Tekrarlanan rakamlar"), (DOCTOR[-6:], "kimlik numaranızın bir parçası"),
                              ("48291", "en az altı rakam")):
            with self.subTest(pin=pin):
                self.choose(pin)
                self.assertSays(sentence)
                self.assertFalse(self.program.find("PIN’i kaydet", BUTTON).is_enabled())
        self.choose(PIN, "482914")
        self.assertSays("İki PIN aynı değil.")
        self.assertFalse(self.program.find("PIN’i kaydet", BUTTON).is_enabled())

    def test_where_it_is_required_nobody_works_without(self):
        self.provision(login__pin="required")
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("PIN belirleyin", DIALOG).find("Çıkış yap", BUTTON).press()
        self.program.wait_login()
        self.assertIsNone(self.program.find("Raporlarım"))

    def test_where_it_is_optional_it_can_be_left_out(self):
        self.provision(login__pin="optional")
        self.program.start("--patient", FIRST)
        self.program.log_in(DOCTOR)
        self.program.wait("PIN belirleyin", DIALOG).find("Şimdi değil", BUTTON).press()
        self.page_of(FIRST)
        self.lock()
        self.assertIsNone(self.program.find("PIN", PASSWORD))
        self.unlock()

    def test_P4_a_keyring_that_does_not_answer_lets_no_doctor_in_without_the_PIN(self):
        self.first_login(use="optional")
        self.program.open("--logout")
        bus = dbus.Interface(dbus.SessionBus().get_object("org.freedesktop.DBus", "/"), "org.freedesktop.DBus")
        keyring = bus.GetConnectionUnixProcessID("org.freedesktop.secrets")
        os.kill(keyring, signal.SIGSTOP)
        self.addCleanup(os.kill, keyring, signal.SIGCONT)
        self.program.log_in(DOCTOR)
        self.assertRefused("anahtarlığı (parola deposu) yanıt vermiyor")
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 1)
        os.kill(keyring, signal.SIGCONT)
        self.type_pin(PIN)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)

    def test_P6_the_lock_opens_with_the_PIN_only(self):
        self.first_login(use="optional")
        self.write_into_the_form()
        a.keys("ctrl+l")
        self.wait_locked()
        self.assertHidden(FIRST)
        a.keys("Return")
        self.assertSays("PIN’inizi yazın.")
        self.program.find(UNLOCK, BUTTON).press()
        self.type_pin("000001")
        self.assertSays("PIN yanlış.")
        self.assertHidden(FIRST)
        self.type_pin(PIN)
        self.program.wait_gone(LOCKED)
        self.program.wait_patient(FIRST)
        a.until(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the form has kept what was typed")
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 1)

    def test_wrong_PINs_wait_and_starting_again_does_not_help(self):
        self.first_login()
        self.lock()
        for _ in range(5):
            self.type_pin("000001")
            a.until(lambda: self.program.find(UNLOCK, BUTTON).is_enabled() and self.program.saying("PIN yanlış."),
                    "the PIN is refused")
            a.until(lambda: self.program.find("PIN", PASSWORD).text() == "", "the field is empty again")
        self.assertSays("30 saniye sonra")
        self.type_pin(PIN)
        self.assertSays("PIN çok kez yanlış girildi.")
        self.assertHidden(FIRST)
        a.until(lambda: self.written().count(("unlock", "failed")) == 6, "each wrong PIN is written down")
        self.assertIn(("pin-changed", "done"), self.written())
        self.program.close()
        self.program.start()
        self.log_in_with(PIN)
        self.assertRefused("PIN çok kez yanlış girildi.")
        self.keep(lambda: len(self.ministry.asked("/AuthApi/")) == 1, "nobody got in")

    def test_an_administrator_resets_it(self):
        self.first_login()
        self.program.open("--logout")
        done = self.program.launch("--provision", "-", stdin=f'{{"environment":"custom","resetPins":["{DOCTOR}"]}}')
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        self.program.log_in(DOCTOR)
        self.program.wait("PIN belirleyin", DIALOG)

    def test_S1_neither_PIN_nor_number_is_in_a_file(self):
        self.first_login()
        self.lock()
        self.type_pin(PIN)
        self.program.wait_gone(LOCKED)
        self.program.close()
        for folder, _, names in os.walk(self.program.place):
            for name in names:
                path = Path(folder) / name
                if path.is_file():
                    for word in (PIN, DOCTOR):
                        self.assertNotIn(word.encode(), path.read_bytes(), path)


if __name__ == "__main__":
    main()
