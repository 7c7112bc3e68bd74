"""Logging in: what is typed, and every way in which it fails in a sentence of its own (rule W1)."""

import shutil
import socket
import tempfile
from pathlib import Path

import pyatspi

import assistant as a
from cases import (DOCTOR, FIRST, INSTITUTION, SECRET, DesktopCase, MinistryCase, component, main, token_target)
from ministry import Ministry, self_signed_certificate


def closed_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Login(MinistryCase):
    def failure(self, doctor=DOCTOR, seconds=20):
        self.program.start()
        self.program.log_in(doctor)
        shown = a.until(lambda: (c := self.program.find(a.LOGIN_FAILURE)) and c.description and c, "the failure is told",
                        seconds)
        text = shown.description
        everything = self.program.spoken()
        for secret in (SECRET, component(SECRET), DOCTOR):
            self.assertNotIn(secret, everything.replace(a.grouped(DOCTOR), ""))
        self.assertNotIn("%1", everything)
        self.program.wait_login()  # and one can try again at once
        self.program.close()
        return text

    def test_W1_each_failure_has_its_own_sentence(self):
        said = {}
        certificate = self_signed_certificate(Path(tempfile.mkdtemp(dir=self.program.place)))
        untrusted = Ministry(certificate)
        self.addCleanup(untrusted.close)

        def ask(name, reply=None, **provisioning):
            self.ministry.token_reply = reply or self.ministry.good_token
            self.provision(**provisioning)
            said[name] = self.failure()

        html = (200, "text/html", "<html><body>Bakım çalışması</body></html>")
        ask("refused", lambda _: (400, "application/json", '{"error":"invalid_grant"}'))
        ask("server", lambda _: (500, "text/plain", "boom"))
        ask("bad reply", lambda _: html)
        ask("cut", lambda _: None)
        ask("DNS", address="https://bulunmayan-sunucu.invalid")
        ask("TLS", address=untrusted.address)
        ask("proxy", address="https://erapor.example.invalid", network__proxy=f"127.0.0.1:{closed_port()}")
        self.program.write_settings({"environment/name": "custom", "institution/code": INSTITUTION,
                                     "erapor/applicationCode": "X"})
        said["not published"] = self.failure()

        sentences = list(said.values())
        self.assertEqual(len(set(sentences)), len(sentences), said)

    def test_W1_an_empty_reply_and_a_foreign_redirect_are_bad_replies(self):
        said = set()
        for reply in ((200, "application/json", ""), (200, "application/json", "{}"), (200, "application/json", "[1, 2]"),
                      (200, "text/plain", b"\x00\xff\x00"), (200, "application/json", '{"access_token": 7}')):
            self.ministry.token_reply = lambda _, reply=reply: reply
            self.provision()
            said.add(self.failure())
        self.assertEqual(len(said), 1, said)

    def test_W1_a_server_that_never_answers_is_told_and_can_be_stopped(self):
        self.ministry.hold.set()
        self.provision()
        self.program.start()
        self.program.log_in(DOCTOR)
        stop = self.program.wait("Durdur")
        stop.press()
        self.program.wait_login()
        self.assertIsNone(self.program.find(a.LOGIN_FAILURE))
        a.keys("Return")
        shown = a.until(lambda: (c := self.program.find(a.LOGIN_FAILURE)) and c.description, "the deadline is told", 40)
        self.assertIn("zamanında yanıt vermedi", shown)

    def test_W3_a_refused_password_is_not_sent_again_by_itself(self):
        self.ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        self.provision()
        self.program.start("--patient", FIRST)
        self.program.log_in(DOCTOR)
        self.program.wait(a.LOGIN_FAILURE)
        self.program.open("--patient", FIRST)
        self.program.open("--doctor", DOCTOR)
        self.program.wait(a.LOGIN_FAILURE)
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 1)

    def test_without_a_stored_password_it_is_asked_for_and_kept_in_memory_only(self):
        self.provision(secret=None)
        self.program.start()
        self.program.log_in(DOCTOR)
        field = self.program.wait("Kurumun USS parolası", (pyatspi.ROLE_PASSWORD_TEXT, *a.FIELD))
        self.assertEqual(self.ministry.asked("/AuthApi/"), [])
        a.until(field.is_focused, "the password field has the keyboard")
        a.type_text("a+b&c=1")
        a.keys("Return")
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.assertEqual(self.ministry.asked("/AuthApi/")[0].target, token_target(secret="a+b&c=1"))
        self.program.close()
        for path in self.program.place.rglob("*"):
            if path.is_file():
                self.assertNotIn(b"a+b&c=1", path.read_bytes(), path)
        # And it is gone with the window.
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("Kurumun USS parolası")


class TypedNumber(DesktopCase):
    def setUp(self):
        super().setUp()
        self.in_training()
        self.field = self.program.start()

    def test_a_pasted_number_loses_blanks_and_dots(self):
        a.type_text("100 000.001-46")
        a.until(lambda: self.field.text().replace(" ", "") == DOCTOR, "only digits stand in the field")

    def test_letters_and_foreign_digits_do_not_enter(self):
        a.type_text("a1b0c")
        a.until(lambda: self.field.text() == "10", "only ASCII digits stand in the field")

    def test_a_wrong_checksum_is_told_while_typing(self):
        a.type_text("1000000014")
        before = self.program.spoken()
        a.type_text("7")
        a.until(lambda: self.field.text().replace(" ", "") == "10000000147", "the number is typed")
        a.until(lambda: self.program.spoken() != before, "the check digits are told in words")

    def test_an_empty_field_says_what_to_do(self):
        before = self.program.spoken()
        a.keys("Return")
        a.until(lambda: self.program.spoken() != before, "the page says what to do")
        self.program.wait_login()


class DamagedInstallation(MinistryCase):
    part = "hekim-asistani-work.so"

    def setUp(self):
        super().setUp()
        self.provision()
        self.whole = self.program.programs
        self.program.programs = self.program.place / "programs"
        shutil.copytree(self.whole, self.program.programs, ignore=lambda folder, names: [
            name for name in names if not name.startswith("hekim-asistani") or name == self.part])

    def told(self):
        """What it says of the damage; the window stands there, and the connection has no part in it."""
        shown = a.until(lambda: (c := self.program.find(a.LOGIN_FAILURE)) and c.description and c, "the failure is told")
        self.assertIn("kurulumu eksik veya bozuk", shown.description)
        self.assertIn("yeniden kurmasını isteyin", shown.description)
        self.assertIsNone(self.program.find("Bağlantı denetimi"))
        return self.program.wait(containing="DamagedInstallation").name

    def test_W1_a_missing_part_of_the_program_is_told(self):
        self.program.start()
        self.told()
        self.program.log_in(DOCTOR)
        self.ministry.wait_for("/AuthApi/connect/token", 1)
        self.program.wait_login()  # nobody is logged in
        self.assertIn(str(self.program.programs), self.told())
        shutil.copy(self.whole / self.part, self.program.programs)
        self.program.log_in(DOCTOR)  # mended while the window stood there
        self.program.wait("Kilitle", pyatspi.ROLE_PUSH_BUTTON)

    def test_W1_a_damaged_part_is_told(self):
        with open(self.whole / self.part, "rb") as part:
            (self.program.programs / self.part).write_bytes(part.read(100_000))
        self.program.start()
        self.told()

    def test_W1_a_part_of_another_version_is_told_with_both(self):
        version = self.program.open("--version").stdout.split()[-1].encode()
        other = b"9" * len(version)
        code = (self.whole / self.part).read_bytes()
        self.assertIn(version, code)
        (self.program.programs / self.part).write_bytes(code.replace(version, other))
        self.program.start()
        told = self.told()
        self.assertIn(version.decode(), told)
        self.assertIn(other.decode(), told)


if __name__ == "__main__":
    main()
