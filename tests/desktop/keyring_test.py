"""A keyring that is locked: its question is waited for, and a closed one is told as such. Real keyring, real question."""

import json
import subprocess

import dbus
import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, MinistryCase, main, token_target

SECRETS = "org.freedesktop.secrets"
PASSWORD = ["ctrl+a", *"desktop", "Return"]
WAITS = "kilidinin açılmasını bekliyor"


class Keyring(MinistryCase):
    def lock_keyring(self):
        service = dbus.Interface(dbus.SessionBus().get_object(SECRETS, "/org/freedesktop/secrets"),
                                 "org.freedesktop.Secret.Service")
        service.Lock([service.ReadAlias("default")])

    def answer(self, keys, answered):
        """The system's question takes keys a moment after it is seen: they are pressed again until it is answered."""
        def asked():
            active = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True,
                                    check=False).stdout
            return answered() or "Keyring" in active

        for _ in range(10):
            a.until(asked, "the keyring asks")
            if answered():
                return
            a.keys(*keys)
            try:
                a.until(answered, "it is answered", 2)
                return
            except a.Unmet:
                continue
        raise AssertionError("the keyring's question is not answered")

    def setUp(self):
        super().setUp()
        self.provision()
        self.lock_keyring()
        self.addCleanup(self.unlock)

    def unlock(self):
        """For the next test: with the keyring's own tool, which asks the same question."""
        looking = subprocess.Popen(["secret-tool", "search", "--unlock", "server", "hekim-asistani"],
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.answer(PASSWORD, lambda: looking.poll() is not None)

    def test_the_work_goes_on_when_it_is_unlocked(self):
        self.program.open("--doctor", DOCTOR)
        self.assertSays(WAITS)
        self.answer(PASSWORD, lambda: not self.program.saying(WAITS))
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.assertIn(token_target(), [request.target for request in self.ministry.asked("/AuthApi/connect/token")])

    def test_a_closed_question_is_told_and_asked_again(self):
        self.program.open("--doctor", DOCTOR)
        self.assertSays(WAITS)
        self.answer(["Escape"], lambda: not self.program.saying(WAITS))  # once, for all that wanted the keyring
        self.program.log_in(DOCTOR)
        self.answer(["Escape"], lambda: self.program.saying("kilitli kaldı"))
        self.assertFalse(self.program.find("Kurum parolası", pyatspi.ROLE_DIALOG), "it asks for the institution's password")
        self.program.find(a.LOGIN_BUTTON, pyatspi.ROLE_PUSH_BUTTON).press()
        self.answer(PASSWORD, lambda: self.program.find("Raporlarım", pyatspi.ROLE_PAGE_TAB))
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        trail = self.program.place / "state" / "hekim-asistani" / "audit" / "custom"
        a.until(lambda: [json.loads(line) for file in trail.glob("*.jsonl") for line in file.read_text().splitlines()][-1]["seal"],
                "the trail has its key")


if __name__ == "__main__":
    main()
