"""The support file: shown before it is saved, one ZIP, and nothing secret in it (rule S1)."""

import zipfile

import pyatspi

import assistant as a
from cases import APPLICATION, DOCTOR, FIRST, SECRET, MinistryCase, component, main

TITLE = "Destek dosyası"
NAMES = ["readme.txt", "versions.txt", "settings.txt", "connection.txt", "connection.json", "log.txt"]


class Support(MinistryCase):
    def plant(self):
        """Into the log, as no line of ours has them."""
        log = self.program.place / "state" / "hekim-asistani" / "desktop.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(f"2026-11-21T05:00:00.000Z info default: {SECRET} {FIRST} {component(SECRET)}\n"
                       f"2026-11-21T05:00:00.000Z info default: access_token={'T0' * 20}\n", encoding="utf-8")

    def open(self):
        self.program.choose("Hekim", TITLE)
        return self.program.wait(TITLE, pyatspi.ROLE_DIALOG)

    def test_S1_it_is_read_saved_and_holds_nothing_secret(self):
        self.plant()
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        self.open()
        self.assertSays("Okunmaya ve kaydedilmeye hazır.", 30)
        for name in NAMES:
            self.assertTrue(self.program.find(name), name)
        target = self.program.place / "destek.zip"
        self.program.wait(TITLE, pyatspi.ROLE_DIALOG).find("Kaydet…", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait("Destek dosyasını kaydet", (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER))
        a.keys("ctrl+a")
        a.type_text(str(target))
        a.keys("Return")
        a.until(target.exists, "the file is written")
        with zipfile.ZipFile(target) as archive:
            self.assertIsNone(archive.testzip())
            self.assertEqual(archive.namelist(), NAMES)
            texts = {name: archive.read(name).decode("utf-8") for name in NAMES}
        for name, text in texts.items():
            for secret in (SECRET, component(SECRET), DOCTOR, FIRST, a.grouped(FIRST), APPLICATION,
                           self.ministry.token_value(), "T0" * 20):
                self.assertNotIn(secret, text, name)
        self.assertIn("Chromium", texts["versions.txt"])
        self.assertIn("page processes are confined", texts["versions.txt"])
        self.assertIn("erapor/applicationCode = (set)", texts["settings.txt"])
        self.assertIn(self.ministry.address, texts["connection.txt"])
        self.assertIn("•••", texts["log.txt"])


if __name__ == "__main__":
    main()
