"""The windows that pages open have the tools of a patient's page, and a way out when they break (rules P3, W1)."""

import base64
import os
import signal

import pyatspi

import assistant as a
from cases import FIRST, MinistryCase, drawn_by_opengl, main
from processes import renderers

FORM = "/healthstatusweb/singledoctor/createreport"
DIALOG = (pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG)
PAGE = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title><body style="font: 20px sans-serif">
<h1>Rapor formu {patient}</h1><p><a href="/pencere" target="_blank">Aç</a></p>
<p><a href="/parolali" target="_blank">Parolalı aç</a></p></body></html>"""
LOGIN = "Basic " + base64.b64encode(b"hekim:sifre").decode()
WINDOW = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>gizli</title>
<body style="font: 20px sans-serif"><h1>Pencere</h1><p>bir kelime, bir kelime daha</p>
<p><input aria-label="Not"></p>
<p><button onclick="for (const end = Date.now() + 60000; Date.now() < end;);">Takıl</button></p></body></html>"""


class ChildWindow(MinistryCase):
    def setUp(self):
        super().setUp()
        usual = self.ministry.reply

        def reply(request):
            if request.path == FORM:
                return 200, "text/html; charset=utf-8", PAGE.format(patient=request.parameters["patientId"])
            if request.path == "/pencere":
                return 200, "text/html; charset=utf-8", WINDOW
            if request.path == "/parolali":
                if request.headers.get("authorization") == LOGIN:
                    return 200, "text/html; charset=utf-8", WINDOW
                return 401, "text/html; charset=utf-8", "<h1>Parola</h1>", {"WWW-Authenticate": 'Basic realm="Arsiv"'}
            return usual(request)

        self.ministry.reply = reply
        self.logged_in()
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)

    def open_window(self):
        before = renderers(self.program.window_process())
        self.program.wait("Aç", pyatspi.ROLE_LINK).click()
        self.program.wait("Pencere", pyatspi.ROLE_HEADING)
        title = f"{a.masked(FIRST)} — Hekim Asistanı"
        a.until(lambda: title in self.program.window_titles(), "the window is on screen")
        return [process for process in renderers(self.program.window_process()) if process not in before]

    def windows(self):
        return len(self.program.window_ids())

    @drawn_by_opengl
    def test_it_is_searched_enlarged_and_printed(self):
        self.open_window()
        a.keys("ctrl+f")
        field = self.program.wait("Aranan metin")
        a.until(field.is_focused, "the field has the keyboard")
        a.type_text("kelime")
        self.assertSays("1 / 2")
        a.keys("Escape")
        self.program.wait_gone("Aranan metin")
        width = self.program.wait("Not", a.FIELD).box().width
        a.keys("ctrl+plus")
        self.assertSays("%110")
        a.until(lambda: self.program.find("Not", a.FIELD).box().width > width, "the page is larger")
        a.keys("ctrl+p")
        a.until(lambda: self.windows() == 3, "the printer is asked for")
        a.keys("Escape")
        a.until(lambda: self.windows() == 2, "the question is gone")

    def test_its_login_is_asked_for_over_it_and_is_its_own(self):
        forms = len(self.ministry.asked(FORM))
        self.program.wait("Parolalı aç", pyatspi.ROLE_LINK).click()
        for password in ("yanlis", "sifre"):
            dialog = self.program.wait("Sayfa girişi", DIALOG)
            a.until(lambda: self.windows() == 3, "the window and its question are on screen")
            for field, text in (("Kullanıcı adı", "hekim"), ("Parola", password)):
                control = dialog.find(field, a.FIELD + (pyatspi.ROLE_PASSWORD_TEXT,))
                control.take_keyboard()
                a.until(control.is_focused, f"“{field}” has the keyboard")
                a.type_text(text)
            a.keys("Return")
            a.until(lambda: self.ministry.asked("/parolali")[-1].headers.get("authorization"), "it is sent")
        self.program.wait("Pencere", pyatspi.ROLE_HEADING)
        self.program.wait_gone("Sayfa girişi", DIALOG)
        self.assertEqual(self.windows(), 2)
        self.assertEqual(len(self.ministry.asked(FORM)), forms, "the page that opened it stays as it is")
        # W3: each login was sent once, and no other page has it.
        given = [r.headers.get("authorization") for r in self.ministry.requests if r.headers.get("authorization")]
        self.assertEqual(sum(1 for login in given if login != LOGIN and login.startswith("Basic")), 1)
        self.assertEqual(given.count(LOGIN), 1)

    def test_W1_a_crashed_window_is_told_and_opens_again(self):
        for process in self.open_window():
            os.kill(process, signal.SIGKILL)
        self.assertSays("Sayfa çöktü")
        self.program.wait("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait("Pencere", pyatspi.ROLE_HEADING)

    def test_W1_a_window_that_hangs_can_be_closed(self):
        self.open_window()
        self.program.wait("Takıl", pyatspi.ROLE_PUSH_BUTTON).click()
        self.program.wait("Pencereyi kapat", pyatspi.ROLE_PUSH_BUTTON, seconds=40).press()
        a.until(lambda: self.windows() == 1, "the window is gone")
        self.page_of(FIRST)


if __name__ == "__main__":
    main()
