"""After the log-out nothing of the session is left (rules P4, S1): the window's process is read from outside.

What the program and Qt had is overwritten to the last copy. The engine keeps the address that it showed last, for its crash
reports, in a place of its own until another page is shown: of that, and of nothing else, a few copies may be there."""

import pyatspi

import assistant as a
import processmemory
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, SECRET, MinistryCase, component, drawn_by_opengl, main
from processes import renderers

ROUNDS = 6
PIN = "482913"
DIALOG = (pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG)

# Seen: 0 to 3 (crash keys "url-chunk" and "gpu-url-chunk"); before freed memory was overwritten 130.
ENGINES_OWN = 6


@drawn_by_opengl
class Forget(MinistryCase):
    institutions = 0

    def provision(self, **settings):
        Forget.institutions += 1  # they share a keyring: each test is in an institution of its own
        super().provision(institution__code=f"3600{Forget.institutions:02}", **settings)

    def words(self, *patients):
        """By what they are, so that no output of a failure holds them. A token that was percent-encoded in an address has
        another end."""
        token = self.ministry.token_value()
        return {"doctor": DOCTOR, "token": token, "token in an address": token.rstrip("_="), "PIN": PIN, "password": SECRET,
                "encoded password": component(SECRET), **{f"patient {n}": p for n, p in enumerate(patients, 1)}}

    def held(self, words):
        try:
            found = processmemory.count(self.program.window_process(), words.values())
        except PermissionError:  # nobody but root may look, which is as it should be
            self.skipTest("needs root")
        names = {word: name for name, word in words.items()}
        return {(names[word], encoding): times for (word, encoding), times in found.items() if times}

    def choose_pin(self):
        self.program.wait("PIN belirleyin", DIALOG)
        for name in ("Yeni PIN", "Yeni PIN (tekrar)"):
            self.program.click_into(name, pyatspi.ROLE_PASSWORD_TEXT)
            a.type_text(PIN)
        self.program.find("PIN’i kaydet", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_gone("PIN belirleyin", DIALOG)

    def work(self, *patients):
        """A login, and a form of each patient."""
        self.provision(login__pin="required")
        self.program.start()
        self.program.log_in(DOCTOR)
        self.choose_pin()
        for patient in patients:
            self.program.open("--patient", patient)
            self.page_of(patient)
        words = self.words(*patients)
        working = self.held(words)
        for name in ("doctor", "token", "patient 1"):
            self.assertGreater(working.get((name, "utf-16-le"), 0), 0, f"the {name} is not found where it must be")
        return words

    def assertForgotten(self, words):
        a.until(lambda: len(renderers(self.program.window_process())) <= 1, "only the page in reserve is left")
        left = self.held(words)
        print(f"left: {left or 'nothing'}", flush=True)
        engines = {("token in an address", "utf-8")} | {(name, "utf-8") for name in words if name.startswith("patient")}
        ours = {key: times for key, times in left.items() if key not in engines}
        self.assertEqual(ours, {})
        self.assertLessEqual(sum(left.values()), ENGINES_OWN)

    def test_P4_nothing_is_left_after_the_log_out(self):
        words = self.work(FIRST, SECOND)
        self.program.open("--logout")
        self.program.wait_login()
        self.assertForgotten(words)

    def test_P4_nothing_is_left_for_the_next_doctor(self):
        words = self.work(FIRST)
        self.program.open("--doctor", OTHER_DOCTOR)
        self.program.wait("Hekim değiştir", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_login()
        self.assertForgotten(words)

    def test_S1_tokens_are_overwritten_at_the_log_out(self):
        self.provision()
        self.program.start()
        for _ in range(ROUNDS):  # freed memory is often used again by itself, but not every time
            self.program.log_in(DOCTOR)
            self.program.open("--patient", FIRST)
            self.page_of(FIRST)
            token = {"token": self.ministry.token_value()}
            self.assertTrue(self.held(token), "the token is not found where it must be")
            self.program.open("--logout")
            self.program.wait_login()
            self.assertEqual(self.held(token), {})


if __name__ == "__main__":
    main()
