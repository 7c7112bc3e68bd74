"""Documents, files and printing of the training ministry's "Deneme sayfası" (rules P3, S6)."""

import stat

import pyatspi

import assistant as a
import screen
from cases import drawn_by_opengl, main
from tryout import DIALOG, TryoutCase

LARGE = "Büyük dosya indir (50 MB, yavaş)"


class TryoutFiles(TryoutCase):
    # Documents

    def sees_document(self):
        """The engine's own viewer tells assistive technology nothing: the document's head line has a colour of its own."""
        return 0x8A4B00 in screen.colours()

    def document_is_seen(self):
        a.until(self.sees_document, "the document is on screen")

    @drawn_by_opengl
    def test_a_document_in_the_page_and_by_blob(self):
        self.opened()
        for way in ("PDF’yi sayfanın içinde aç", "PDF’yi blob: ile aç"):
            self.press_in_page(way)
            self.document_is_seen()
            self.press_in_page("Ön izlemeyi kapat")
            a.until(lambda: not self.sees_document(), "the document is gone")

    def test_a_document_in_place_of_the_page(self):
        self.opened()
        self.press_in_page("PDF’yi bütün sayfada aç")
        self.document_is_seen()
        self.press("Geri")
        self.page_is_there()

    def test_a_document_as_an_attachment(self):
        self.opened()
        self.press_in_page("PDF’yi ek olarak aç")
        self.program.wait("Belge")
        a.until(lambda: self.program.wait("Belgeyi kaydet…").is_enabled(), "the document is there")
        self.document_is_seen()
        self.press("Belgeyi kaydet…")
        target = self.target("ek.pdf")
        self.save_as(target)
        a.until(target.exists, "the document is saved")
        self.assertTrue(target.read_bytes().startswith(b"%PDF"))
        self.press("Sayfaya dön")
        self.page_is_there()

    # Files

    def test_a_file_is_saved_with_progress(self):
        self.opened()
        self.press_in_page("Küçük dosya indir (20 KB)")
        small = self.target("kucuk.dat")
        self.save_as(small)
        self.bar_says("kaydedildi")
        self.assertEqual(small.stat().st_size, 20 * 1024)
        self.press("Kapat")
        self.press_in_page(LARGE)
        large = self.target("buyuk.dat")
        self.save_as(large)
        bar = self.program.wait("Kaydetme durumu")
        a.until(lambda: bar.value() > 0, "the progress moves")
        self.bar_says("kaydedildi", 120)
        self.assertEqual(large.stat().st_size, 50 * 1024 * 1024)

    def test_a_file_that_is_cut_leaves_nothing(self):
        self.opened()
        self.press_in_page("Yarıda kesilen dosya indir")
        target = self.target("yarim.dat")
        self.save_as(target)
        self.bar_says("kaydedilemedi")
        self.assertEqual(list(target.parent.glob("yarim*")), [])

    def test_S6_a_program_is_saved_and_never_run(self):
        started = self.with_starter("Her Şeyi Açan")
        self.opened()
        self.press_in_page("Program dosyası indir (.exe)")
        target = self.target("kurulum.exe")
        self.save_as(target)
        self.bar_says("kaydedildi")
        self.assertFalse(target.stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH))
        self.keep(lambda: not self.program.find("Başlat", pyatspi.ROLE_PUSH_BUTTON), "nothing is offered")
        self.assertFalse(started.exists())

    # Leaving while a file is being saved (P3)

    def saving(self, name):
        self.opened()
        self.press_in_page(LARGE)
        self.save_as(self.target(name))
        self.bar_says("kaydediliyor")
        return self.target(name)

    def nothing_is_left(self, target):
        a.until(lambda: not list(target.parent.glob(f"{target.name}*")), "nothing is left of the file")

    def test_P3_logging_out_asks_while_a_file_is_saved(self):
        target = self.saving("cikis.dat")
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        question = self.program.wait(role=DIALOG)
        self.assertIn("kaydediliyor", question.spoken())
        a.keys("Escape")
        self.program.wait_gone(role=DIALOG)
        self.bar_says("kaydediliyor")
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait(role=DIALOG).find("Çıkış", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_login()
        self.nothing_is_left(target)

    def test_P3_quitting_asks_while_a_file_is_saved(self):
        target = self.saving("kapat.dat")
        a.keys("alt+F4")
        self.program.wait(role=DIALOG)
        a.keys("Escape")
        self.program.wait_gone(role=DIALOG)
        self.bar_says("kaydediliyor")
        a.keys("alt+F4")
        self.program.wait(role=DIALOG).find("Pencereyi kapat", pyatspi.ROLE_PUSH_BUTTON).press()
        a.until(lambda: self.program.window_process() is None, "the program has ended")
        self.nothing_is_left(target)

    # Printing

    def print_to(self, target):
        """With no printer installed it can be saved as a PDF."""
        dialog = self.program.wait("Yazdır", DIALOG)
        a.until(lambda: dialog.find("Kaydet…", pyatspi.ROLE_PUSH_BUTTON), "a PDF is offered").press()
        self.program.wait_gone("Yazdır", DIALOG)
        self.save_as(target)
        self.program.wait_text(f"“{target.name}” kaydedildi.", 60)
        self.assertTrue(target.read_bytes().startswith(b"%PDF"))

    def test_the_page_prints_itself(self):
        self.opened()
        self.press_in_page("Sayfayı yazdır")
        self.print_to(self.target("yazdir.pdf"))

    def test_the_keyboard_prints_the_page(self):
        self.opened()
        self.focus("Sayfayı yazdır")
        a.keys("ctrl+p")
        self.print_to(self.target("tus.pdf"))


if __name__ == "__main__":
    main()
