"""The images in a window of their own, as on a second screen: the same page, its own patient's, gone with the tab."""

import re

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, SECOND, drawn_by_opengl, main
from imagescase import BUTTONS, FIELD, FORM, OTAC, ImagesCase, has_colour, screen_shows

TITLE = "Görüntüler — Hekim Asistanı"
OUT = "Görüntüleri ayrı pencereye al"
BACK = "Görüntüleri sekmeye geri al"
KEY = "ctrl+shift+m"


class ImagesWindow(ImagesCase):
    def window(self):
        return next((w for w in self.program.window_ids() if a.run("xdotool", "getwindowname", w) == TITLE), None)

    def wait_window(self):
        return a.until(self.window, "the images have a window")

    def wait_no_window(self):
        a.until(lambda: self.program.window_process() and not self.window(), "the images' window is gone")

    def frame(self):
        """The window on screen, as assistive technology sees it."""
        return a.until(lambda: next((c for c in self.program.application().find_all(TITLE) if c.is_showing()), None),
                       "the images' window can be read")

    def moved_out(self, patient, accession="ACC-1"):
        self.opened(patient, accession)
        a.keys(KEY)
        self.wait_window()
        a.until(lambda: self.frame().find(containing=f"Görüntü {patient} {accession}"), "the images stand in the window")
        self.page_of(patient)

    @drawn_by_opengl
    def test_it_takes_the_page_as_it_stands_and_gives_it_back(self):
        self.logged_in()
        self.moved_out(FIRST)
        a.until(lambda: has_colour(FIRST), "the images are drawn in the window")
        self.assertTrue(self.frame().find(a.grouped(FIRST)), "the window has no banner of its patient")
        self.assertTrue(self.frame().find(containing="ÖZEL ORTAM"), "the window has no banner of its environment")
        self.assertEqual(len(self.ministry.redeemed), 1)
        a.keys(KEY)  # the keyboard is still in the tab
        self.wait_no_window()
        self.image_of(FIRST, "ACC-1")
        a.until(lambda: has_colour(FIRST), "the images are drawn in the tab")
        self.program.wait(OUT, pyatspi.ROLE_PUSH_BUTTON).press()
        self.wait_window()
        self.frame().find(BACK, pyatspi.ROLE_PUSH_BUTTON).press()
        self.wait_no_window()
        self.image_of(FIRST, "ACC-1")
        self.assertEqual(len(self.ministry.redeemed), 1, "the page was loaded anew")
        self.assertEqual(len(self.ministry.asked(OTAC)), 1)

    def test_closing_it_puts_the_images_back(self):
        self.logged_in()
        self.moved_out(FIRST)
        a.run("xdotool", "windowactivate", "--sync", self.window())
        a.keys("alt+F4")
        self.wait_no_window()
        self.image_of(FIRST, "ACC-1")
        a.keys(KEY)
        self.wait_window()
        self.program.find("Yan yana", BUTTONS).press()  # fetches them too
        self.wait_no_window()
        self.page_of(FIRST)
        self.image_of(FIRST, "ACC-1")
        self.assertEqual(len(self.ministry.asked(OTAC)), 1)
        self.assertEqual(len(self.ministry.asked(FORM)), 1)

    def wait_only(self, patient, other):
        """Where a window was, the display shows its last picture until what lies below has been drawn."""
        a.until(lambda: screen_shows(patient, other) == [patient],
                f"of the images those of {a.masked(patient)} alone are on screen", seconds=5)

    @drawn_by_opengl
    def test_P1_the_window_is_out_of_sight_with_its_patient(self):
        self.logged_in()
        self.moved_out(FIRST)
        self.opened(SECOND, "ACC-2")
        self.program.wait_patient(SECOND)
        self.wait_no_window()
        self.wait_only(SECOND, FIRST)
        a.keys(KEY)
        self.wait_window()
        a.until(lambda: self.frame().find(a.grouped(SECOND)), "the window is the second patient's")
        self.wait_only(SECOND, FIRST)
        for patient, other in ((FIRST, SECOND), (SECOND, FIRST), (FIRST, SECOND)):
            self.program.open("--patient", patient)
            a.keys("ctrl+3")  # on a single screen the window may lie below
            self.program.wait_patient(patient)
            a.until(lambda: (f := self.frame()) and f.find(a.grouped(patient)), f"the window is {a.masked(patient)}'s")
            self.wait_only(patient, other)
            self.assertFalse(self.program.find(a.grouped(other)))

    def main_window(self):
        return next(w for w in self.program.window_ids() if a.run("xdotool", "getwindowname", w) == "Hekim Asistanı")

    def test_S1_the_title_and_the_file_of_places_name_nobody(self):
        self.logged_in()
        self.opened(FIRST, "ACC-1")
        a.keys(KEY)
        for title in a.until(lambda: len(t := self.program.window_titles()) == 2 and t, "the images have a window"):
            self.assertFalse(re.search(r"\d", title), title)
        a.until(lambda: self.frame().find(containing=f"Görüntü {FIRST} ACC-1"), "the images stand in the window")
        a.keys(KEY)
        self.wait_no_window()
        self.program.find("Çıkış", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_login()
        self.program.close()
        kept = [path.read_text() for path in self.program.place.rglob("window.ini")]
        self.assertTrue(kept and "imagesWindow" in kept[0], "the place was not kept")
        self.assertNotIn(FIRST, kept[0])

    @drawn_by_opengl
    def test_it_goes_with_the_tab_and_with_the_session(self):
        self.logged_in()
        self.moved_out(FIRST)
        a.keys("ctrl+w")  # the keyboard is in the tab
        self.program.wait_gone(a.masked(FIRST), pyatspi.ROLE_PAGE_TAB)
        self.wait_no_window()
        self.moved_out(SECOND, "ACC-2")
        self.program.open("--logout")
        self.program.wait_login()
        self.assertFalse(self.window())
        self.assertFalse(has_colour(SECOND))

    def test_the_program_ends_with_its_main_window(self):
        self.logged_in()
        self.moved_out(FIRST)
        a.run("xdotool", "windowactivate", "--sync", self.main_window())
        a.keys("alt+F4")
        a.until(lambda: not self.program.window_process(), "the program has ended")

    def test_P2_it_never_takes_the_keyboard_by_itself(self):
        self.logged_in()
        self.moved_out(FIRST)
        main = self.main_window()
        self.assertEqual(a.run("xdotool", "getactivewindow"), main)
        self.program.open("--patient", FIRST, "--accession", "ACC-9")  # opens in the window
        a.until(lambda: self.frame().find(containing=f"Görüntü {FIRST} ACC-9"), "the new study stands in the window")
        self.assertEqual(a.run("xdotool", "getactivewindow"), main)
        self.page_of(FIRST)
        a.keys("ctrl+3")  # "Görüntüler": now the user wants it
        a.until(lambda: a.run("xdotool", "getactivewindow") == self.window(), "the window has the keyboard")
        self.program.click_into(FIELD)
        a.keys("ctrl+w")
        self.wait_no_window()
        self.assertEqual(len(self.program.tabs()), 2, "the patient's tab was closed")

    def test_it_comes_where_it_was_left(self):
        self.logged_in()
        self.moved_out(FIRST)
        a.run("xdotool", "windowsize", "--sync", self.window(), "800", "500")
        a.run("xdotool", "windowmove", self.window(), "300", "150")
        a.until(lambda: self.frame().box().x >= 290 and self.frame().box().width == 800, "it is moved")
        before = self.frame().box()
        a.keys(KEY)
        self.wait_no_window()
        a.keys(KEY)
        self.wait_window()
        after = self.frame().box()
        self.assertEqual((after.width, after.height), (before.width, before.height))
        self.assertLess(abs(after.x - before.x) + abs(after.y - before.y), 60)


if __name__ == "__main__":
    main()
