"""Rule S1: after the whole main job, no secret, token or whole number is anywhere it should not be."""

import os
from pathlib import Path
from urllib.parse import quote, quote_plus

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, SECOND, SECRET, MinistryCase, main


class Privacy(MinistryCase):
    def forbidden(self):
        tokens = [f"JETON.{n}-{'k' * 40}_=" for n in range(1, self.ministry.tokens + 1)]
        words = [SECRET, *tokens, DOCTOR, FIRST, SECOND]
        for number in (DOCTOR, FIRST, SECOND):
            words.append(a.grouped(number))
        forms = set()
        for word in words:
            for form in (word, quote(word, safe=""), quote_plus(word)):
                forms.update((form.encode(), form.encode("utf-16-le")))
        return forms

    def assertClean(self, place, data):
        for word in self.forbidden():
            self.assertNotIn(word, data, f"{place} holds what must stay secret")

    def titles_are_clean(self):
        for title in self.program.window_titles():
            self.assertClean(f"the window title “{title}”", title.encode())

    def processes_are_clean(self):
        # All processes of the desktop; the test's own know the numbers, of course.
        for pid in self.program.processes():
            for name in ("cmdline", "environ"):
                try:
                    data = (Path("/proc") / str(pid) / name).read_bytes()
                except OSError:
                    continue
                self.assertClean(f"/proc/{pid}/{name}", data)

    def files_are_clean(self):
        seen = 0
        for folder, _, names in os.walk(os.environ["HEKIM_PLACE"]):
            for name in names:
                path = Path(folder) / name
                if not path.is_file() or path.is_symlink():
                    continue
                seen += 1
                self.assertClean(path, path.read_bytes())
                self.assertClean(f"the name of {path}", str(path).encode())
        return seen

    def logs(self):
        return list((self.program.place / "state").rglob("*.log*"))

    def test_S1_after_the_main_job_nothing_is_left(self):
        self.logged_in("--patient", FIRST, "--reason", "2")
        self.page_of(FIRST)
        self.titles_are_clean()
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.program.open("--page", "mine")
        self.program.wait_text("Tarafımdan verilmiş raporlar")
        self.titles_are_clean()
        self.processes_are_clean()
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait_login()
        self.titles_are_clean()
        self.program.close()
        self.assertTrue(self.logs(), "the assistant keeps a log")
        self.assertGreater(self.files_are_clean(), 1)

    def test_S1_an_error_that_echoes_the_secret_is_not_repeated(self):
        echo = f'{{"error":"invalid_grant","error_description":"{SECRET} {DOCTOR} {quote(SECRET, safe="")}"}}'
        self.ministry.token_reply = lambda _: (400, "application/json", echo)
        self.provision()
        self.program.start("--patient", FIRST)
        self.program.log_in(DOCTOR)
        self.program.wait(a.LOGIN_FAILURE)
        window = self.program.application()
        shown = "\n".join(f"{seen.name}\n{seen.description}" for seen in window.read("Name", "Description", "Role")
                          if seen.role not in (pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY))
        self.assertClean("the login page", shown.encode())
        self.program.close()
        self.files_are_clean()

    def test_S1_a_refused_launch_does_not_repeat_the_number(self):
        for arguments in (("--patient", FIRST + "9"), ("--patient", "0" + FIRST[1:]), ("--patien", FIRST),
                          ("--patient", FIRST, "--patient", FIRST), ("--reason", "2", FIRST),
                          (f"hekim-asistani://open?patient={FIRST}#x",)):
            with self.subTest(arguments=arguments):
                done = self.program.launch(*arguments)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
                self.assertNotIn(FIRST[:11], done.stderr + done.stdout)
        self.assertIsNone(self.program.window_process())


if __name__ == "__main__":
    main()
