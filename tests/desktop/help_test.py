"""Help as a doctor meets it: F1 from wherever one is, searching, and the keyboard back where it was."""

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, MinistryCase, main

TEXT = "Yardım metni"
SEARCH = "Yardımda ara"
NOTE = "Açıklama"
FORM = "Hasta kimlik numarası"


class Help(MinistryCase):
    def opened_at(self, section):
        text = self.program.wait(TEXT)
        a.until(lambda: self.program.window_titles().count("Yardım — Hekim Asistanı") == 1, "the help has a window")
        a.until(lambda: (i := self.program.find(section, pyatspi.ROLE_TREE_ITEM) or
                         self.program.find(section, pyatspi.ROLE_TABLE_CELL) or
                         self.program.find(section, pyatspi.ROLE_LIST_ITEM)) and i.has(pyatspi.STATE_SELECTED),
                f"the help is at “{section}”")
        return text

    def search(self, words):
        a.keys("ctrl+f")
        field = self.program.wait(SEARCH)
        a.until(field.is_focused, "the search has the keyboard")
        a.type_text(words)
        a.until(lambda: field.text() == words, "the words stand in the search")

    def test_from_the_login_page_and_back(self):
        self.provision()
        self.program.start()
        a.keys("F1")
        text = self.opened_at("Giriş")
        self.assertIn("Yeni hasta", text.text())
        a.keys("Escape")
        self.program.wait_gone(TEXT)
        a.until(self.program.find(a.LOGIN_FIELD).is_focused, "the field has the keyboard again")
        a.type_text(DOCTOR)
        a.keys("Return")
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)

    def test_from_a_form_searching_and_back_to_what_was_typed(self):
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        self.program.wait_patient(FIRST)
        self.program.click_into(NOTE)
        a.type_text("Muayene")
        a.until(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the text stands in the form")
        a.keys("F1")
        self.opened_at("Rapor")
        self.search("goruntuler")
        self.assertSays("1 / ")
        self.search("erisim numarasi")
        first = self.assertSays("1 / ").name
        a.keys("Return")
        self.assertSays(first.replace("1 / ", "2 / ", 1))
        a.keys("shift+Return")
        self.assertSays(first)
        self.search("zzyy")
        self.assertSays("Bulunamadı")
        a.keys("Escape")
        self.program.wait_gone(TEXT)
        a.until(self.program.find(NOTE, a.FIELD).is_focused, "the form has the keyboard again")
        a.type_text(" bitti")
        a.until(lambda: "Muayene bitti" in self.program.find(NOTE, a.FIELD).text(), "one goes on typing")

    def test_from_a_dialog_which_stays(self):
        self.logged_in()
        a.keys("ctrl+n")
        field = self.program.wait(FORM)
        a.until(field.is_focused, "the dialog has the keyboard")
        a.keys("F1")
        self.opened_at("Yeni hasta")
        self.search("hbys")  # the dialog does not block it
        self.assertSays("1 / ")
        a.keys("Escape")
        self.program.wait_gone(TEXT)
        a.until(self.program.find(FORM).is_focused, "the dialog has the keyboard again")

    def test_by_mouse_and_gone_with_the_window(self):
        self.provision()
        self.program.start()
        self.program.wait("Yardım (F1)").click()
        self.opened_at("Giriş")
        a.keys("alt+F4")
        self.program.wait_gone(TEXT)
        self.program.wait("Yardım (F1)").click()
        self.opened_at("Giriş")
        main_window = next(w for w in self.program.window_ids()
                           if a.run("xdotool", "getwindowname", w) == "Hekim Asistanı")
        a.run("xdotool", "windowactivate", "--sync", main_window)
        a.keys("alt+F4")
        a.until(lambda: not self.program.processes(a.WINDOW_PROGRAM), "the program has ended with its window")

    def test_P6_hidden_while_locked(self):
        self.logged_in()
        a.keys("F1")
        self.opened_at("Raporlarım")
        self.program.find("Kilitle", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait("Kilidi aç", pyatspi.ROLE_PUSH_BUTTON)
        self.program.wait_gone(TEXT)
        self.assertEqual(self.program.window_titles(), ["Hekim Asistanı"])
        a.keys("F1")  # nor can it be opened over the lock
        self.keep(lambda: not self.program.find(TEXT) and self.program.window_titles() == ["Hekim Asistanı"],
                  "the help stays hidden")
        self.program.find("Kilidi aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait(TEXT)

    def test_no_patient_stands_in_it(self):
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        a.keys("F1")
        self.program.wait(TEXT)
        self.assertEqual([t for t in self.program.window_titles() if FIRST in t], [])
        self.assertNotIn(FIRST, self.program.find(TEXT).text())


if __name__ == "__main__":
    main()
