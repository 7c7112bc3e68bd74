"""Signing from a page: programs of the computer and windows that pages open, seen from outside (rules P1, P3, P6, S6)."""

import pyatspi

import assistant as a
from cases import FIRST, SECOND, MinistryCase, main

FORM = "/healthstatusweb/singledoctor/createreport"
SCHEME = "hekim-deneme"
LINK = f"{SCHEME}:imza?belge=1&ad=%C5%9E%20x;$(id)%27"

PAGE = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title><body style="font: 20px sans-serif">
<h1>Rapor formu {patient}</h1>
<p><a href="{link}">İmzala</a></p>
<p><a href="/pencere" target="_blank" rel="opener">Önizle</a></p>
<p><button onclick="setTimeout(() => window.open('/pencere'), 6000)">Sonra</button></p></body></html>"""
WINDOW = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>10000000146 gizli</title>
<body style="font: 20px sans-serif"><h1>Pencere</h1>
<p><label>Not <input aria-label="Pencere notu" style="width: 300px; height: 40px"></label></p></body></html>"""


class Sign(MinistryCase):
    def setUp(self):
        super().setUp()
        usual = self.ministry.reply

        def reply(request):
            if request.path == FORM:
                page = PAGE.format(patient=request.parameters["patientId"], link=LINK.replace("&", "&amp;"))
                return 200, "text/html; charset=utf-8", page
            if request.path == "/pencere":
                return 200, "text/html; charset=utf-8", WINDOW
            return usual(request)

        self.ministry.reply = reply

    def install(self, name, title):
        """A desktop entry of the user's own and its program, which writes down what it was started with."""
        data, config = self.program.place / "data", self.program.place / "config"
        program = data / name
        program.write_text(f'#!/bin/sh\nprintf "[%s]" "$@" >>"{program}.started"\necho >>"{program}.started"\n')
        program.chmod(0o700)
        (data / "applications").mkdir(exist_ok=True)
        (data / "applications" / f"{name}.desktop").write_text(
            f"[Desktop Entry]\nType=Application\nName={title}\nExec={program} %u\n", encoding="utf-8")
        (config / "mimeapps.list").write_text(
            f"[Default Applications]\nx-scheme-handler/{SCHEME}={name}.desktop\n")

    def started(self, name):
        file = self.program.place / "data" / f"{name}.started"
        return file.read_text().splitlines() if file.exists() else []

    def opened(self):
        self.provision(**{"web__externalSchemes": SCHEME})
        self.program.start("--patient", FIRST)
        self.program.log_in("10000000146")
        self.page_of(FIRST)

    def press(self, name):
        self.program.wait(name, pyatspi.ROLE_PUSH_BUTTON).press()

    def window(self):
        title = f"{a.masked(FIRST)} — Hekim Asistanı"
        return a.until(lambda: title in self.program.window_titles(), "the child window is on screen")

    def test_S6_the_first_start_asks_and_can_be_remembered(self):
        self.install("imza", "İmza Aracı")
        self.opened()
        self.program.wait("İmzala", pyatspi.ROLE_LINK).click()
        message = self.program.wait(a.MESSAGE)
        self.assertIn("İmza Aracı", message.description)
        self.keep(lambda: not self.started("imza"), "nothing starts before the answer")
        self.press("Başlat")
        a.until(lambda: self.started("imza") == [f"[{LINK}]"], "the program got the page's address as it stands")
        self.program.wait("İmzala", pyatspi.ROLE_LINK).click()
        self.program.wait(a.MESSAGE)
        self.press("Bu program için hep başlat")
        a.until(lambda: len(self.started("imza")) == 2, "the program started again")
        self.program.wait("İmzala", pyatspi.ROLE_LINK).click()
        a.until(lambda: len(self.started("imza")) == 3, "the program started without a question")
        # Another program for the same scheme is another question.
        self.install("baska", "Başka Araç")
        self.program.wait("İmzala", pyatspi.ROLE_LINK).click()
        self.assertMessage("Başka Araç")
        self.assertEqual(self.started("baska"), [])

    def test_a_window_wears_the_patients_banner_and_asks_before_it_closes(self):
        self.opened()
        self.program.wait("Önizle", pyatspi.ROLE_LINK).click()
        self.window()
        self.program.wait("Pencere", pyatspi.ROLE_HEADING)
        banners = [c for c in self.program.application().find_all(a.grouped(FIRST))]
        self.assertEqual(len(banners), 2, "the window and its tab each say for whom")
        self.assertFalse([t for t in self.program.window_titles() if FIRST in t or "gizli" in t])
        # P3: what is written in the window counts for its tab and for itself.
        self.program.click_into("Pencere notu")
        a.type_text("Muayene")
        a.until(lambda: "Muayene" in self.program.find("Pencere notu", a.FIELD).text(), "the window took the keys")
        a.keys("alt+F4")
        self.program.wait(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        a.keys("Escape")
        self.program.wait_gone(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))

    def test_P1_a_window_is_in_sight_with_its_tab_only_and_goes_with_it(self):
        self.opened()
        self.program.wait("Önizle", pyatspi.ROLE_LINK).click()
        self.window()
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        a.until(lambda: len(self.program.window_ids()) == 1, "the other patient's window is out of sight")
        self.assertNotIn("Pencere", [c.name for c in self.program.application().find_all(role=pyatspi.ROLE_HEADING)])
        self.program.tab(FIRST).click()
        self.window()
        self.program.wait(a.masked(FIRST), pyatspi.ROLE_PAGE_TAB)
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait_login()
        self.assertEqual(len(self.program.window_ids()), 1)

    def test_a_scripted_window_is_blocked_and_can_be_allowed(self):
        self.opened()
        self.program.wait("Sonra", pyatspi.ROLE_PUSH_BUTTON).click()
        self.program.wait("Pencereyi aç", pyatspi.ROLE_PUSH_BUTTON)
        self.assertEqual(self.ministry.asked("/pencere"), [])
        self.press("Pencereyi aç")
        self.window()
        self.program.wait("Pencere", pyatspi.ROLE_HEADING)


if __name__ == "__main__":
    main()
