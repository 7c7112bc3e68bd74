"""A lost session, network or page, as a doctor meets it: what is said, what stays, and the way back (rules P2, P3, W1)."""

import os
import signal

import pyatspi

import assistant as a
from cases import FIRST, MinistryCase, drawn_by_opengl, main
from processes import renderers

FORM = "/healthstatusweb/singledoctor/createreport"
SAVE = "/healthstatusweb/singledoctor/save"
NOTE = "Açıklama"


class Recovery(MinistryCase):
    def form_with_work(self):
        self.logged_in()
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        self.program.click_into(NOTE)
        a.type_text("Muayene")
        a.until(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the page took the keys")

    def send(self):
        a.keys("Return")
        self.ministry.wait_for(SAVE)

    def note(self):
        return a.until(lambda: (f := self.program.find(NOTE, a.FIELD)) and f.text(), "the form is there")

    def test_P3_a_form_that_was_refused_comes_back_as_it_was_typed(self):
        for status in (401, 500):
            with self.subTest(status):
                self.ministry.save_reply = (status, "text/html", "olmadı")
                if status == 401:
                    self.form_with_work()
                    self.send()
                else:
                    a.keys("Return")
                    self.ministry.wait_for(SAVE, 2)
                self.program.wait("Forma dön", pyatspi.ROLE_PUSH_BUTTON).press()
                a.until(lambda: self.note() and "Muayene" in self.note(), "what was typed is there again")
                self.assertEqual(len(self.ministry.asked("/AuthApi/")), 1)  # nothing was renewed by itself
                self.page_of(FIRST)
                self.program.click_into(NOTE)

    def test_P3_opening_again_over_something_typed_asks_first(self):
        self.ministry.save_reply = (401, "text/html", "oturum yok")
        self.form_with_work()
        self.send()
        forms = len(self.ministry.asked(FORM))
        self.program.wait("Yeniden dene", pyatspi.ROLE_PUSH_BUTTON).press()
        question = self.program.wait(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        message = self.program.wait(containing="Forma dönün").box()
        a.until(lambda: question.box().y >= message.y + message.height, "the question leaves what explains it in sight")
        self.assertEqual(len(self.ministry.asked(FORM)), forms)
        question.find("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.ministry.wait_for(FORM, forms + 1)
        self.page_of(FIRST)
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 2)  # with a new token

    @drawn_by_opengl
    def test_a_crashed_page_is_told_and_opens_again(self):
        self.logged_in()
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        for process in renderers(self.program.window_process()):
            os.kill(process, signal.SIGKILL)
        self.assertSays("Sayfa çöktü. Yeniden açın")
        self.program.wait("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.page_of(FIRST)


if __name__ == "__main__":
    main()
