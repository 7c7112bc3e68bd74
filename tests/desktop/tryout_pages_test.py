"""Windows, questions and limits of the training ministry's "Deneme sayfası" (rules P1, P3, P6, S5, W2)."""

import os

import pyatspi

import assistant as a
from cases import FIRST, OTHER_DOCTOR, SECOND, main
from tryout import DIALOG, FILE_DIALOG, PAGE, TryoutCase


class TryoutPages(TryoutCase):
    # Windows

    def window(self):
        title = f"{a.masked(FIRST)} — Hekim Asistanı"
        return a.until(lambda: title in self.program.window_titles(), "the child window is on screen")

    def test_P1_a_window_belongs_to_its_patient_and_goes_with_the_tab(self):
        self.opened()
        self.press_in_page("Pencere aç")
        self.window()
        self.program.wait("Deneme penceresi", pyatspi.ROLE_HEADING)
        self.assertEqual(len(list(self.program.application().find_all(a.grouped(FIRST)))), 2)
        self.program.open("--patient", SECOND)
        self.program.wait_patient(SECOND)
        a.until(lambda: len(self.program.window_ids()) == 1, "the other patient's window is out of sight")
        self.program.tab(FIRST).click()
        self.window()
        self.program.wait_patient(FIRST)
        self.program.wait(PAGE, pyatspi.ROLE_HEADING)
        a.run("xdotool", "windowactivate", "--sync", self.main_window())
        a.keys("ctrl+w")
        a.until(lambda: len(self.program.window_ids()) == 1, "the window went with its patient")
        self.program.wait_gone("Deneme penceresi", pyatspi.ROLE_HEADING)

    def main_window(self):
        return next(w for w in self.program.window_ids() if a.run("xdotool", "getwindowname", w) == "Hekim Asistanı")

    def test_a_window_by_script_is_blocked_and_can_be_allowed(self):
        self.opened()
        self.press_in_page("Kendiliğinden pencere aç")
        self.program.wait("Pencereyi aç", pyatspi.ROLE_PUSH_BUTTON)
        self.assertSays("Pencere istendi.")
        self.assertEqual(len(self.program.window_ids()), 1)
        self.press("Pencereyi aç")
        self.window()
        self.program.wait("Deneme penceresi", pyatspi.ROLE_HEADING)

    def test_a_window_that_its_page_writes_prints_itself(self):
        self.opened()
        self.press_in_page("Yazdırma penceresi aç")
        self.window()
        self.program.wait("Yazdırma penceresi", pyatspi.ROLE_HEADING)
        self.program.wait("Yazdır", DIALOG)

    # Questions

    def dialog(self, saying):
        dialog = self.program.wait(f"{a.masked(FIRST)} · 127.0.0.1", DIALOG)
        a.until(lambda: dialog.find(saying=saying), f"it says {saying}")
        return dialog

    def test_the_pages_questions(self):
        self.opened()
        self.press_in_page("Uyarı göster")
        self.dialog("Bu bir uyarıdır.")
        a.keys("Return")
        self.assertSays("Uyarı kapatıldı.")
        for key, answer in (("Return", "Onaylandı."), ("Escape", "Onaylanmadı.")):
            self.press_in_page("Onay iste")
            self.dialog("Onaylıyor musunuz?")
            a.keys(key)
            self.assertSays(answer)
        self.press_in_page("Metin iste")
        self.dialog("Bir sözcük yazın:")
        a.type_text("sonuc")
        a.keys("Return")
        self.assertSays("Verilen metin: sonuc")
        self.press_in_page("Metin iste")
        self.dialog("Bir sözcük yazın:")
        a.keys("Escape")
        self.assertSays("Metin verilmedi.")

    def test_W2_a_launch_waits_until_the_question_is_answered(self):
        self.opened()
        self.press_in_page("Uyarı göster")
        self.dialog("Bu bir uyarıdır.")
        self.program.open("--patient", SECOND)
        self.keep(lambda: not self.program.find(a.masked(SECOND), pyatspi.ROLE_PAGE_TAB), "no tab opens under the question")
        a.keys("Return")
        self.program.wait(a.masked(SECOND), pyatspi.ROLE_PAGE_TAB)

    def test_leaving_the_page_asks_if_the_page_wants_so(self):
        self.opened()
        self.press_in_page("Sayfadan ayrılırken sor", "space")
        self.press_in_page("Bu sayfadan ayrıl")
        self.dialog("Bu sayfadan ayrılınsın mı?").find("Sayfada kal", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_gone(role=DIALOG)
        self.assertTrue(self.in_page("Sayfadan ayrılırken sor").has(pyatspi.STATE_CHECKED))
        self.press_in_page("Bu sayfadan ayrıl")
        self.dialog("Bu sayfadan ayrılınsın mı?").find("Sayfadan ayrıl", pyatspi.ROLE_PUSH_BUTTON).press()
        a.until(lambda: not self.in_page("Sayfadan ayrılırken sor").has(pyatspi.STATE_CHECKED), "the page is fresh")

    def test_a_file_is_chosen_for_the_page(self):
        # A bare name: the dialog begins at the user's documents, or at home where there are none.
        (self.program.place / "home" / "rapor eki.txt").write_text("ek")
        self.opened()
        self.press_in_page("Dosya seç")
        dialog = self.program.wait(f"Sayfa için dosya seçin · {a.masked(FIRST)}", FILE_DIALOG)
        a.until(lambda: dialog.find(role=a.FIELD), "the dialog asks for a name")
        a.type_text("rapor eki.txt")
        a.keys("Return")
        self.assertSays("Seçilen dosya: rapor eki.txt")

    def choose_file(self, *names):
        """Folder by folder, as somebody does who looks about."""
        self.press_in_page("Dosya seç")
        dialog = self.program.wait(f"Sayfa için dosya seçin · {a.masked(FIRST)}", FILE_DIALOG)
        for name in names:
            field = a.until(lambda: dialog.find(role=a.FIELD), "the dialog asks for a name")
            a.until(lambda field=field: field.is_focused() and not field.text(), "the name has the keyboard")
            a.type_text(name)
            a.keys("Return")
        self.program.wait_gone(role=FILE_DIALOG)

    def test_P4_a_file_dialog_does_not_begin_where_another_doctors_ended(self):
        home = self.program.place / "home"
        (home / "birinci").mkdir()
        (home / "birinci" / "bir.txt").write_text("bir")
        (home / "iki.txt").write_text("iki")
        self.opened()
        self.choose_file("birinci", "bir.txt")
        self.assertSays("Seçilen dosya: bir.txt")
        self.choose_file("bir.txt")  # in the same session it does
        self.program.open("--logout")
        self.program.wait(role=DIALOG).find("Çıkış", pyatspi.ROLE_PUSH_BUTTON).press()  # keys were pressed in the form
        self.program.wait_login()
        self.program.open("--patient", FIRST)
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait_patient(FIRST)
        self.to_the_page()
        self.choose_file("iki.txt")
        self.assertSays("Seçilen dosya: iki.txt")

    # Limits

    def with_browser(self):
        """The user's own browser: writes down where it was sent."""
        opened = self.program.place / "opened"
        tools = self.program.place / "bin"
        tools.mkdir()
        (tools / "xdg-open").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {opened}\n')
        (tools / "xdg-open").chmod(0o755)
        self.program.environment["PATH"] = f"{tools}:{os.environ['PATH']}"
        return opened

    def test_S5_a_foreign_site_opens_in_the_own_browser_after_a_question(self):
        opened = self.with_browser()
        self.opened()
        self.press_in_page("Yabancı siteye git")
        self.assertSays("www.example.org")
        self.keep(lambda: not opened.exists(), "nothing opens before the answer")
        self.press("Tarayıcıda aç")
        a.until(lambda: opened.exists() and opened.read_text() == "https://www.example.org/\n", "the browser was told")
        self.page_is_there()

    def test_S5_data_and_file_addresses_are_refused(self):
        self.opened()
        for name in ("data: adresine git", "file: adresine git"):
            self.press_in_page(name)
            self.assertSays("Denendi; bu sayfa yerinde duruyor.")
            self.press_in_page("Panoyu oku")  # what was begun has come to its end when the page answers again
            self.assertSays("Pano okunamadı")
            self.keep(lambda: self.program.find(PAGE, pyatspi.ROLE_HEADING, showing=False), "the page stays")
            spoken = self.program.spoken()
            self.assertNotIn("Buraya gelinmemeli", spoken)
            self.assertNotIn("root:", spoken)

    def test_the_whole_screen_and_the_clipboard_are_refused(self):
        self.opened()
        before = self.program.find(role=pyatspi.ROLE_FRAME).box()
        self.press_in_page("Tam ekran iste")
        self.assertSays("Tam ekran reddedildi.")
        now = self.program.find(role=pyatspi.ROLE_FRAME).box()
        self.assertEqual((now.width, now.height), (before.width, before.height))
        self.press_in_page("Panoyu oku")
        self.assertSays("Pano okunamadı")

    # The keyboard alone

    def test_the_page_is_reached_from_the_list_too(self):
        self.in_training()
        self.program.start()
        self.program.logged_in()
        self.to_the_page()
        self.press_in_page("Pencereler")
        a.until(lambda: self.program.find("Pencere aç", pyatspi.ROLE_LINK), "the section is in sight")


if __name__ == "__main__":
    main()
