"""A page's tools as a doctor uses them: search, size, reload, back, and the way out into the system's browser."""

import os
import time

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, SECOND, MinistryCase, main
from formcase import NOTE, FormCase
from trailcase import TrailCase

FORM = "createreport"
DIALOG = (pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG)
CHROME = 96  # the most that may stand above the page
TOKEN_SECONDS = 2


class BrowserCase(MinistryCase):
    def ask_for_the_browser(self):
        """The last entry of the menu; Qt 6.4 tells assistive technology of an open menu by events only."""
        self.program.wait("Diğer sayfa araçları").click()
        a.keys("Up", "Return")

    def opened_beside_a_browser(self, patient):
        """The file to which the system's browser writes what it is told."""
        self.provision()
        told = self.program.place / "opened"
        tools = self.program.place / "bin"
        tools.mkdir()
        browser = tools / "xdg-open"
        browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {told}\n')
        browser.chmod(0o755)
        self.program.environment["PATH"] = f"{tools}:{os.environ['PATH']}"
        self.program.start("--patient", patient)
        self.program.log_in(DOCTOR)
        self.page_of(patient)
        return told

    def answer(self, button):
        self.program.wait(button, pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_gone(role=DIALOG)


class Tools(BrowserCase, FormCase):
    def height_above_the_page(self):
        page = a.until(lambda: self.program.find(role=pyatspi.ROLE_DOCUMENT_WEB).box(), "the page has its place")
        frame = self.program.find(role=pyatspi.ROLE_FRAME).box()
        return page.y - frame.y

    def test_the_tools_cost_the_page_no_height(self):
        self.opened(FIRST)
        self.assertLessEqual(self.height_above_the_page(), CHROME)
        self.program.find("Raporlarım", pyatspi.ROLE_PAGE_TAB).click()
        self.assertSays("Tarafımdan verilmiş raporlar")
        self.assertLessEqual(self.height_above_the_page(), CHROME)

    def test_search(self):
        self.opened(FIRST)
        a.keys("ctrl+f")
        field = self.program.wait("Aranan metin")
        a.until(field.is_focused, "the field has the keyboard")
        a.type_text("form")
        self.assertSays("1 / 2")
        a.keys("Return")
        self.assertSays("2 / 2")
        a.keys("shift+Return")
        self.assertSays("1 / 2")
        a.type_text("xyz")
        self.assertSays("Bulunamadı")
        a.keys("Escape")
        self.program.wait_gone("Aranan metin")
        a.keys("Tab")  # the page has the keyboard again
        a.until(lambda: self.program.find(NOTE, a.FIELD).is_focused(), "the page's field has the keyboard")

    def test_size_is_kept_for_all_forms(self):
        self.opened(FIRST)
        width = self.program.wait(NOTE, a.FIELD).box().width
        a.keys("ctrl+plus")
        self.assertSays("%110")
        a.until(lambda: self.program.find(NOTE, a.FIELD).box().width > width, "the page is larger")
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.program.wait_patient(SECOND)
        a.until(lambda: self.program.find(NOTE, a.FIELD).box().width > width, "the other page is as large")
        a.keys("ctrl+0")
        self.program.wait_gone(containing="%110")
        self.program.tab(FIRST).click()
        self.page_of(FIRST)
        a.until(lambda: self.program.find(NOTE, a.FIELD).box().width == width, "the first is as it was")

    def test_P3_reload_of_a_touched_form_asks(self):
        self.opened(FIRST)
        a.keys("F5")  # untouched: no question
        self.ministry.wait_for(FORM, 2)
        self.page_of(FIRST)
        self.write_into_the_form()
        for way in ("ctrl+r", "F5"):
            a.keys(way)
            self.program.wait("Yeniden yükle", pyatspi.ROLE_PUSH_BUTTON)
            a.keys("Escape")
            self.program.wait_gone(role=DIALOG)
        self.assertIn("Muayene", self.program.find(NOTE, a.FIELD).text())
        self.assertEqual(len(self.ministry.asked(FORM)), 2)
        a.keys("F5")
        self.answer("Yeniden yükle")
        self.ministry.wait_for(FORM, 3)
        a.until(lambda: not self.program.find(NOTE, a.FIELD).text().strip(), "the form is fresh")

    def test_S1_the_token_leaves_only_after_a_question(self):
        opened = self.opened_beside_a_browser(FIRST)
        self.ask_for_the_browser()
        self.program.wait("Tarayıcıda aç", pyatspi.ROLE_PUSH_BUTTON)
        self.assertSays("oturumunuzu")
        self.assertFalse(opened.exists())
        a.keys("Escape")
        self.program.wait_gone(role=DIALOG)
        self.keep(lambda: not opened.exists(), "nothing was opened")
        self.ask_for_the_browser()
        self.answer("Tarayıcıda aç")
        a.until(opened.exists, "the browser was started")
        address = a.until(lambda: opened.read_text().strip(), "the browser was told an address")
        self.assertEqual(address, self.ministry.address + self.ministry.asked(FORM)[0].target)


class BehindTheLock(BrowserCase, TrailCase):
    def short_token(self, request):
        status, kind, body = self.ministry.good_token(request)
        return status, kind, body.replace("3600", str(TOKEN_SECONDS))

    def test_P6_S1_the_browser_does_not_start_over_the_lock(self):
        self.ministry.token_reply = self.short_token
        opened = self.opened_beside_a_browser(FIRST)
        self.ask_for_the_browser()
        self.program.wait("Tarayıcıda aç", pyatspi.ROLE_PUSH_BUTTON)
        since, tokens = len(self.ministry.requests), self.ministry.tokens
        self.ministry.hold.set()
        time.sleep(TOKEN_SECONDS)  # the token's time, not a wait: another one is needed
        self.answer("Tarayıcıda aç")
        a.until(lambda: self.ministry.asked("/AuthApi/", since), "the service is asked for another token")
        self.lock()
        self.ministry.hold.clear()
        a.until(lambda: self.ministry.tokens > tokens, "the service has answered")
        self.keep(lambda: not opened.exists(), "nothing is opened over the lock")
        self.assertHidden(FIRST)
        self.unlock()
        self.assertMessage("ekran kilitlendi")
        self.assertFalse(opened.exists())
        self.assertEqual(self.events().count("form-opened"), 1)
        self.ask_for_the_browser()
        self.answer("Tarayıcıda aç")
        a.until(opened.exists, "the browser was started")
        self.assertEqual(self.events().count("form-opened"), 2)


if __name__ == "__main__":
    main()
