"""Rule P6: locked means hidden, from eyes and from assistive technology; and nothing of the work is lost by it."""

import subprocess

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, drawn_by_opengl, main
from imagescase import FORM, has_colour
from lockcase import BUTTON, DIALOG, LOCKED, NOTE, UNLOCK, LockCase, clipboard
from tryout import TryoutCase


class Lock(LockCase):
    @drawn_by_opengl
    def test_P3_P6_locked_means_hidden_and_nothing_is_lost(self):
        self.opened(SECOND, FIRST)
        self.write_into_the_form()
        held = [self.program.find(name) for name in (a.grouped(FIRST), a.masked(FIRST), NOTE)]
        self.lock()
        self.assertHidden(FIRST, SECOND)
        for control in held:
            with self.subTest("what a screen reader held on to"):
                try:
                    self.assertNotIn(FIRST[:3], control.name + control.description)
                except LookupError:
                    pass
        self.unlock()
        self.program.wait_patient(FIRST)
        a.until(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the form has kept what was typed")
        a.until(lambda: self.program.find(NOTE, a.FIELD).is_focused(), "the keyboard is where it was")
        a.type_text("bitti")
        a.until(lambda: "Muayenebitti" in self.program.find(NOTE, a.FIELD).text(), "the form takes keys again")
        self.assertEqual(len(self.ministry.asked(FORM)), 2, "a page was loaded anew")
        self.program.tab(SECOND).click()
        self.page_of(SECOND)

    @drawn_by_opengl
    def test_P6_windows_of_images_are_hidden_too(self):
        self.logged_in("--patient", FIRST, "--accession", "ACC-1")
        self.image_of(FIRST, "ACC-1")
        a.keys("ctrl+shift+m")
        a.until(lambda: len(self.program.window_ids()) == 2, "the images have a window")
        a.until(lambda: has_colour(FIRST), "the images are drawn")
        a.keys("ctrl+l")
        self.wait_locked()
        self.assertFalse(has_colour(FIRST))
        self.assertHidden(FIRST)
        self.unlock()
        a.until(lambda: len(self.program.window_ids()) == 2, "the images' window is back")
        a.until(lambda: has_colour(FIRST), "the images are drawn again")
        self.assertEqual(len(self.ministry.redeemed), 1)

    def test_the_key_works_inside_a_page(self):
        self.opened(FIRST)
        self.write_into_the_form("a")
        a.keys("ctrl+l")
        self.wait_locked()
        self.assertHidden(FIRST)
        a.keys("Return")  # the button has the keyboard
        self.program.wait_patient(FIRST)

    def test_P6_dialogs_are_hidden_and_come_back(self):
        self.opened(FIRST)
        self.write_into_the_form()
        a.keys("ctrl+w")
        question = self.program.wait(role=DIALOG)
        self.assertTrue(question.find(containing=a.masked(FIRST)))
        a.keys("ctrl+l")  # over a dialog a shortcut would be asleep
        self.wait_locked()
        self.assertHidden(FIRST)
        self.unlock()
        self.program.wait(role=DIALOG).find("Vazgeç", BUTTON).press()
        self.program.wait_gone(role=DIALOG)
        self.page_of(FIRST)

    def test_P6_a_dialog_that_opens_while_locked_waits(self):
        self.opened(FIRST)
        self.write_into_the_form()
        self.lock()
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        question = self.program.wait(role=DIALOG)  # asked on the lock page, about the number of forms only
        self.assertHidden(FIRST, windows=2)
        question.find("Vazgeç", BUTTON).press()
        self.program.wait_gone(role=DIALOG)
        self.unlock()
        self.page_of(FIRST)

    def test_P2_launches_wait_and_are_named_without_numbers(self):
        self.opened(FIRST)
        self.lock()
        self.program.open("--patient", SECOND)
        self.assertSays("HBYS’den gelen 1 istek bekliyor")
        self.assertHidden(FIRST, SECOND)
        self.keep(lambda: len(self.ministry.asked(FORM)) == 1, "nothing was opened behind the lock")
        self.unlock()
        self.page_of(SECOND)
        self.program.wait_patient(SECOND)

    def test_P4_a_launch_for_another_doctor_asks_after_the_unlocking(self):
        self.opened(FIRST)
        self.lock()
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", SECOND)
        self.assertSays("HBYS’den gelen 1 istek bekliyor")
        self.assertNotIn(a.masked(OTHER_DOCTOR), self.everything())
        self.unlock()
        self.program.wait("Hekim değiştir", BUTTON)
        self.page_of(FIRST)
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 1)

    def test_P3_another_doctor_can_log_in_after_a_question(self):
        self.opened(FIRST)
        self.write_into_the_form()
        self.lock()
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", SECOND)
        self.program.wait("Başka hekim", BUTTON).press()
        question = self.program.wait(role=DIALOG)
        self.assertTrue(question.find(containing="1 formda"), "the question does not tell of the form")
        question.find("Vazgeç", BUTTON).press()
        self.program.wait_gone(role=DIALOG)
        self.assertHidden(FIRST, SECOND)
        self.program.find("Başka hekim", BUTTON).press()
        self.program.wait(role=DIALOG).find("Hekim değiştir", BUTTON).press()
        self.program.log_in(OTHER_DOCTOR)
        self.page_of(SECOND)
        self.assertEqual(len(self.program.tabs()), 2)
        self.assertNotIn(a.masked(FIRST), self.everything())
        self.assertEqual([r.parameters["identityNumber"] for r in self.ministry.asked("/AuthApi/")], [DOCTOR, OTHER_DOCTOR])

    def test_P4_the_lock_page_forgets_the_doctor(self):
        self.opened(FIRST)
        self.lock()
        self.assertSays(a.masked(DOCTOR))
        self.program.find("Başka hekim", BUTTON).press()
        self.program.wait("Hekim değiştir", BUTTON).press()
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        words = self.everything()
        self.assertIn(a.masked(OTHER_DOCTOR), words)
        for word in (a.masked(DOCTOR), a.masked(FIRST), a.grouped(FIRST)):
            self.assertNotIn(word, words)

    def test_the_login_page_is_not_locked(self):
        self.provision()
        self.program.start()
        a.keys("ctrl+l")
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.assertIsNone(self.program.find(LOCKED))

    # The clipboard

    def test_a_copied_number_leaves_the_clipboard_at_the_lock(self):
        self.opened(FIRST)
        self.copy_the_number()
        self.lock()
        a.until(lambda: clipboard() == "", "the clipboard is empty")

    def copy_from_the_page(self):
        self.opened(FIRST)
        self.write_into_the_form("tani")
        a.keys("ctrl+a", "ctrl+c")
        for selection in ("clipboard", "primary"):
            a.until(lambda: clipboard(selection) == "tani", f"{selection} has what the page copied")

    def assertEmptied(self):
        for selection in ("clipboard", "primary"):
            a.until(lambda: clipboard(selection) == "", f"{selection} is empty")

    def test_P6_what_a_page_copied_leaves_the_clipboard_at_the_lock(self):
        self.copy_from_the_page()
        self.lock()
        self.assertEmptied()

    def test_P4_what_a_page_copied_leaves_the_clipboard_with_the_doctor(self):
        self.copy_from_the_page()
        self.program.find("Çıkış", BUTTON).press()
        self.program.wait(role=DIALOG).find("Çıkış", BUTTON).press()  # the form was written in
        self.program.wait_login()
        self.assertEmptied()

    def test_what_others_copied_stays_on_the_clipboard(self):
        self.opened(FIRST)
        self.copy_the_number()
        subprocess.run(["xclip", "-selection", "clipboard"], input=b"baska", check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        self.lock()
        self.keep(lambda: clipboard() == "baska", "the copy of another program stays")


class LockedQuestions(TryoutCase):
    """A question of the page holds the engine up: it is hidden without being answered (rule W2)."""

    def question(self):
        self.opened()
        self.press_in_page("Metin iste")
        self.program.wait(containing="127.0.0.1", role=DIALOG)
        a.type_text("yarim")
        a.keys("ctrl+l")
        self.program.wait(LOCKED)
        self.program.wait_gone(containing="127.0.0.1", role=DIALOG)
        self.assertEqual(self.program.window_titles(), ["Hekim Asistanı"])

    @drawn_by_opengl
    def test_P6_a_question_of_the_page_is_hidden_and_comes_back(self):
        self.question()
        self.program.open("--patient", SECOND)
        self.assertSays("HBYS’den gelen 1 istek bekliyor")
        self.program.find(UNLOCK, BUTTON).press()
        dialog = self.program.wait(containing="127.0.0.1", role=DIALOG)
        a.until(lambda: dialog.find(role=a.FIELD).text() == "yarim", "it stands as it was left")
        self.assertIsNone(self.program.find(a.masked(SECOND), pyatspi.ROLE_PAGE_TAB))
        a.keys("Return")
        a.until(lambda: self.program.find("Verilen metin: yarim", showing=False), "the page has its answer")
        self.program.wait(a.masked(SECOND), pyatspi.ROLE_PAGE_TAB)  # and not before (rule W2)

    def test_another_doctor_need_not_answer_it(self):
        self.question()
        self.program.find("Başka hekim", BUTTON).press()
        self.program.wait("Hekim değiştir", BUTTON).press()
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.assertEqual(len(self.program.tabs()), 1)


if __name__ == "__main__":
    main()
