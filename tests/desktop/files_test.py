"""Files of a page: saved where the doctor says, shown, stopped, and never lost without a question."""

import os
import threading
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pyatspi

import assistant as a
from cases import FIRST, SECOND, MinistryCase, main

FORM = "/healthstatusweb/singledoctor/createreport"
BAR = "Dosya"
PAGE = """<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title>
<body style="font: 16px sans-serif"><h1>Rapor formu {patient}</h1>
<p><a href="/indir">İndir</a></p><p><a href="/goster">Görüntüle</a></p><p><a href="/yavas">Yavaş</a></p>
<p><a href="/imza">İmzala</a></p></body></html>"""


def pdf(text):
    """The smallest document of one page that a viewer takes."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
               b"<</Length %d>>stream\nBT /F 18 Tf 20 100 Td (%s) Tj ET\nendstream" % (len(text) + 32, text.encode()),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start


class Files(MinistryCase):
    def setUp(self):
        super().setUp()
        self.released = threading.Event()
        self.addCleanup(self.released.set)
        usual = self.ministry.reply

        def reply(request):
            if request.path == FORM:
                return 200, "text/html; charset=utf-8", PAGE.format(patient=request.parameters["patientId"])
            return usual(request)

        self.ministry.reply = reply
        self.ministry.files = {
            "/indir": ("application/octet-stream", f"{FIRST} sonuç.txt", b"icerik"),
            "/goster": ("application/pdf", "rapor.pdf", pdf("Onizleme")),
            "/yavas": ("application/octet-stream", "yavas.bin", None),
            "/imza": ("application/x-java-jnlp-file", "imza.jnlp", b"<jnlp/>"),
        }

    def opened(self):
        self.logged_in()
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)

    def follow(self, link):
        self.program.wait(link, pyatspi.ROLE_LINK).click()

    def save_as(self, path):
        dialog = self.program.wait(role=(pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER))
        a.until(lambda: dialog.find(role=a.FIELD), "the dialog asks for a name")
        a.run("xdotool", "key", "ctrl+a")
        a.type_text(str(path))
        a.run("xdotool", "key", "Return")
        self.program.wait_gone(role=(pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER))

    def target(self, name):
        return Path(os.environ["TMPDIR"]) / name

    def bar_says(self, part):
        self.program.wait(BAR)
        return a.until(lambda: part in self.program.wait(BAR).description, f"the file's bar says {part}")

    def test_a_file_is_saved_where_the_doctor_says(self):
        self.opened()
        self.follow("İndir")
        target = self.target("secilen.txt")
        self.save_as(target)
        self.bar_says("kaydedildi")
        self.assertEqual(target.read_bytes(), b"icerik")

    def test_P1_a_file_that_comes_out_of_sight_asks_nothing(self):
        send = self.ministry.send_file

        def held(*answer):
            self.released.wait(20)
            send(*answer)

        self.ministry.send_file = held
        self.opened()
        self.follow("İndir")
        self.ministry.wait_for("/indir")
        self.program.open("--patient", SECOND)
        self.program.wait(a.masked(SECOND), pyatspi.ROLE_PAGE_TAB).press()
        self.program.wait_patient(SECOND)
        self.released.set()
        a.until(lambda: "Kaydet…" in self.program.application().spoken(showing=False, with_content=True),
                "the file is offered")
        self.assertIsNone(self.program.find(role=(pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER)))
        self.program.wait(a.masked(FIRST), pyatspi.ROLE_PAGE_TAB).press()
        self.program.wait("Kaydet…", pyatspi.ROLE_PUSH_BUTTON).press()
        target = self.target("bekleyen.txt")
        self.save_as(target)
        self.bar_says("kaydedildi")
        self.assertEqual(target.read_bytes(), b"icerik")

    def test_a_document_is_shown_and_closed(self):
        self.opened()
        self.follow("Görüntüle")
        self.program.wait("Belge")
        self.program.wait("Büyüt", pyatspi.ROLE_PUSH_BUTTON)
        a.until(lambda: self.program.wait("Belgeyi kaydet…").is_enabled(), "the document is there")
        self.program.find("Sayfaya dön").press()
        self.program.wait("İndir", pyatspi.ROLE_LINK)
        self.assertEqual(len(self.ministry.asked("/goster")), 1)

    def with_starter(self, installed=True):
        """A desktop whose program for .jnlp files writes down what it is started with."""
        place = Path(os.environ["TMPDIR"])
        tools = place / "tools"
        tools.mkdir(exist_ok=True)
        self.started = place / "started"
        self.started.unlink(missing_ok=True)
        answer = "imza.desktop" if installed else ""
        for name, script in {
            "xdg-mime": f'[ "$3" = application/x-java-jnlp-file ] && echo "{answer}"',
            "xdg-open": f'printf "%s\\n" "$@" "$XDG_DATA_HOME" > {self.started}',
        }.items():
            (tools / name).write_text(f"#!/bin/sh\n{script}\n")
            (tools / name).chmod(0o755)
        entries = Path(self.program.environment["XDG_DATA_HOME"]) / "applications"
        entries.mkdir(parents=True, exist_ok=True)
        (entries / "imza.desktop").write_text("[Desktop Entry]\nType=Application\nName=Deneme İmza\nExec=imza %u\n")
        self.program.environment["PATH"] = f"{tools}:{os.environ['PATH']}"

    def test_S6_a_jnlp_starts_its_program_after_a_question(self):
        self.with_starter()
        self.opened()
        self.follow("İmzala")
        target = self.target("imza dosyasi $(id).jnlp")
        self.save_as(target)
        self.assertSays("Deneme İmza")
        self.assertFalse(self.started.exists())
        self.program.wait("Başlat", pyatspi.ROLE_PUSH_BUTTON).press()
        a.until(lambda: self.started.exists() and self.started.read_text().count("\n") == 2, "the program was started")
        file, data_home = self.started.read_text().splitlines()
        self.assertEqual(unquote(urlsplit(file).path), str(target))
        self.assertEqual(data_home, self.program.environment["XDG_DATA_HOME"])  # as the user has it

    def test_a_jnlp_without_a_program_is_said_so(self):
        self.with_starter(installed=False)
        self.opened()
        self.follow("İmzala")
        self.save_as(self.target("programsiz.jnlp"))
        self.assertSays("Java Web Start")
        self.assertFalse(self.started.exists())

    def test_S6_no_other_file_starts_anything(self):
        self.with_starter()
        self.ministry.files["/imza"] = ("application/octet-stream", "imza.jnlp", b"<jnlp/>")
        self.opened()
        self.follow("İmzala")
        self.save_as(self.target("imza.jnlp"))
        self.bar_says("kaydedildi")
        self.keep(lambda: not self.program.find("Başlat", pyatspi.ROLE_PUSH_BUTTON), "nothing is offered")
        self.assertFalse(self.started.exists())

    def test_closing_asks_while_a_file_is_saved(self):
        self.opened()
        self.follow("Yavaş")
        target = self.target("yavas.bin")
        self.save_as(target)
        self.bar_says("kaydediliyor")
        a.run("xdotool", "key", "ctrl+w")
        question = self.program.wait(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        question.find("Sekmeyi kapat", pyatspi.ROLE_PUSH_BUTTON).press()
        a.until(lambda: not list(target.parent.glob("yavas.bin*")), "nothing is left of the file")


if __name__ == "__main__":
    main()
