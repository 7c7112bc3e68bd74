"""One doctor at a time (rule P4): launches that come while a doctor is being let in, while nothing runs yet, behind the lock
and while a page asks, from outside and as fast as they come. More rounds than the suite's: HEKIM_ROUNDS=50."""

import os
import time

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, DesktopCase, main
from imagescase import FORM
from lockcase import BUTTON, DIALOG, LOCKED, LockCase
from pincase import PASSWORD, PIN, PinCase

ROUNDS = int(os.environ.get("HEKIM_ROUNDS", "2"))
OTHER_PIN = "730164"
TOKEN = "/AuthApi/"


def logged_in_doctor(program):
    """The number on the doctor's button."""
    return program.wait("Hekim", BUTTON).description


class TwoDoctors(PinCase):
    """A types number and PIN and presses Enter, and while the PIN is checked the HBYS calls for B."""

    def doctors_with_pins(self, *doctors):
        self.provision(login__pin="optional", login__acceptDoctorFromLauncher="true")
        self.program.start()
        for doctor, pin in doctors:
            self.program.log_in(doctor)
            self.choose(pin)
            self.program.wait_gone("PIN belirleyin", DIALOG)
            self.program.open("--logout")
            self.program.wait_login()

    def race(self, delay):
        """Enter, and the launch so many seconds after it."""
        self.program.log_in(DOCTOR, with_button=False)
        a.until(lambda: (f := self.program.find("PIN", PASSWORD)) and f.is_focused(), "the PIN field has the keyboard")
        a.type_text(PIN)
        a.keys("Return")
        time.sleep(delay)  # where in the check the launch falls, not how long anything is waited for
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", SECOND)

    def assertOneDoctor(self, before):
        """A is in with all that belongs to A, and B's patient is nowhere."""
        asked = a.until(lambda: self.ministry.asked(TOKEN)[before:], "a token was asked for")
        self.assertEqual(logged_in_doctor(self.program), a.masked(DOCTOR))
        # The launch was asked about, or it was told that it was dropped.
        a.until(lambda: self.program.find("Hekim değiştir", BUTTON) or self.program.saying("1 çağrı başka bir hekim içindi"),
                "the doctor hears of the launch")
        self.assertEqual([r.parameters["identityNumber"] for r in asked], [DOCTOR])
        self.keep(lambda: not self.ministry.asked(FORM), "B's patient was not opened")
        self.lock()
        self.type_pin(OTHER_PIN)
        self.assertSays("PIN yanlış.")
        self.type_pin(PIN)
        self.program.wait_gone(LOCKED)
        self.assertEqual(len(self.ministry.asked(TOKEN)), before + 1)

    def run_races(self):
        for number in range(ROUNDS):
            with self.subTest(round=number):
                before = len(self.ministry.asked(TOKEN))
                self.race(delay=0.12 * number / ROUNDS)
                self.assertOneDoctor(before)
                self.program.open("--logout")
                self.program.wait_login()

    def test_P4_a_launch_for_a_doctor_with_a_PIN_waits_while_another_ones_is_checked(self):
        self.doctors_with_pins((DOCTOR, PIN), (OTHER_DOCTOR, OTHER_PIN))
        self.run_races()

    def test_P4_a_launch_for_a_doctor_without_a_PIN_waits_while_another_ones_is_checked(self):
        self.doctors_with_pins((DOCTOR, PIN))
        self.run_races()

    def test_P4_a_launch_does_not_take_the_place_of_what_is_typed(self):
        self.provision(login__acceptDoctorFromLauncher="true", login__pin="optional")
        field = self.program.start()
        a.type_text(DOCTOR)
        a.until(lambda: field.text().replace(" ", "") == DOCTOR, "the number is typed")
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", SECOND)
        self.keep(lambda: not self.ministry.asked(TOKEN), "no doctor was logged in")
        self.assertEqual(field.text().replace(" ", ""), DOCTOR)
        self.assertSays(f"{a.masked(OTHER_DOCTOR)} numaralı hekim giriş yapınca açılacak")


class FirstLaunch(DesktopCase):
    def test_P4_the_first_launch_logs_its_doctor_in_when_the_services_are_ready(self):
        for number in range(ROUNDS):
            with self.subTest(round=number):
                self.program.close()
                self.in_training(**{"login/acceptDoctorFromLauncher": "true"})
                self.program.open("--doctor", OTHER_DOCTOR, "--patient", DOCTOR)
                self.program.wait_patient(DOCTOR, seconds=60)
                self.assertEqual(logged_in_doctor(self.program), a.masked(OTHER_DOCTOR))


class WaitingLaunches(LockCase):
    def change_doctor(self):
        self.program.wait("Başka hekim", BUTTON).press()
        self.program.wait(role=DIALOG).find("Hekim değiştir", BUTTON).press()
        self.program.wait_login()

    def test_P4_what_waited_behind_a_doctors_lock_does_not_open_for_the_next(self):
        self.opened(FIRST)
        self.lock()
        self.program.open("--patient", SECOND)
        self.assertSays("HBYS’den gelen 1 istek bekliyor")
        self.change_doctor()
        self.assertNotIn(a.masked(SECOND), self.everything())
        self.assertSays("Biten oturumda gelen 1 çağrı açılmadı")
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.keep(lambda: len(self.ministry.asked(FORM)) == 1, "the former doctor's patient was not opened")
        self.assertEqual(len(self.program.tabs()), 1)

    def test_W3_launches_do_not_send_a_refused_password_again(self):
        self.ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        self.provision(login__acceptDoctorFromLauncher="true")
        self.program.open("--doctor", DOCTOR, "--patient", FIRST)
        self.program.wait(a.LOGIN_FAILURE)
        for patient in (SECOND, FIRST):
            self.program.open("--doctor", DOCTOR, "--patient", patient)
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", FIRST)
        self.keep(lambda: len(self.ministry.asked(TOKEN)) == 1, "the password was sent once")
        self.assertTrue(self.program.find(a.LOGIN_FAILURE).description)
        self.assertSays("Parola reddedildi")
        self.ministry.token_reply = self.ministry.good_token
        self.program.log_in(DOCTOR)  # asked for in the window
        self.page_of(FIRST)
        self.assertEqual(len(self.ministry.asked(TOKEN)), 2)


if __name__ == "__main__":
    main()
