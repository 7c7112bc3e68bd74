"""Printing, with a print server that answers and with one that does not (rule W2); and dialogs of a patient's, which are never
over another patient's tab (rule P1)."""

import threading
import time

import pyatspi

import assistant as a
from cases import FIRST, SECOND, main
from files_test import pdf
from formcase import FormCase
from imagescase import FORM
from printserver import PrintServer, SilentPrintServer

DIALOG, BUTTON = pyatspi.ROLE_DIALOG, pyatspi.ROLE_PUSH_BUTTON
CHOOSER = (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER)


class Print(FormCase):
    def printing_by(self, server):
        self.addCleanup(server.close)
        self.program.environment["CUPS_SERVER"] = server.address
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        a.keys("ctrl+p")
        return self.program.wait("Yazdır", DIALOG)

    def test_W2_a_silent_print_server_holds_nothing_up(self):
        self.printing_by(SilentPrintServer())
        self.program.open("--patient", FIRST)  # acknowledged by the window
        self.program.wait("Kaydet…", BUTTON).press()
        chooser = self.program.wait("Dosyayı kaydet", CHOOSER)
        a.until(lambda: chooser.find(role=a.FIELD), "the dialog asks for a name")
        target = self.program.place / "sayfa.pdf"
        a.keys("ctrl+a")
        a.type_text(str(target))
        a.keys("Return")
        self.assertSays("“sayfa.pdf” kaydedildi.")
        self.assertTrue(target.read_bytes().startswith(b"%PDF"))

    def bring(self, patient):
        """As the HBYS does, which is in front for a moment."""
        self.program.open("--patient", patient)
        self.page_of(patient)
        self.program.wait_patient(patient)

    def test_P1_the_dialog_goes_with_its_patients_tab_and_comes_back(self):
        self.printing_by(SilentPrintServer())
        self.bring(SECOND)
        self.program.wait_gone("Yazdır", DIALOG)
        self.bring(FIRST)
        self.program.wait("Yazdır", DIALOG).find("Vazgeç", BUTTON).press()
        self.program.wait_gone("Yazdır", DIALOG)

    def test_P1_a_file_is_not_named_over_another_patients_tab(self):
        self.printing_by(SilentPrintServer())
        self.program.wait("Kaydet…", BUTTON).press()
        chooser = self.program.wait("Dosyayı kaydet", CHOOSER)
        a.until(lambda: chooser.find(role=a.FIELD), "the dialog asks for a name")
        self.bring(SECOND)
        self.program.wait_gone("Dosyayı kaydet", CHOOSER)
        target = self.program.place / "sayfa.pdf"
        a.type_text(str(target))
        a.keys("Return")
        self.keep(lambda: not target.exists(), "the keys went to no dialog out of sight")
        self.bring(FIRST)
        chooser = self.program.wait("Dosyayı kaydet", CHOOSER)
        chooser.find(role=a.FIELD).click()
        a.keys("ctrl+a")
        a.type_text(str(target))
        a.keys("Return")
        a.until(target.exists, "the first patient's form is saved under the first patient's banner")

    def test_P1_the_dialog_of_the_doctors_reports_goes_too(self):
        server = SilentPrintServer()
        self.addCleanup(server.close)
        self.program.environment["CUPS_SERVER"] = server.address
        self.logged_in("--page", "mine")
        a.until(lambda: a.keys("ctrl+p") or self.program.find("Yazdır", DIALOG), "the doctor's reports are to be printed")
        self.bring(SECOND)
        self.program.wait_gone("Yazdır", DIALOG)

    def with_page(self, body):
        usual = self.ministry.reply
        self.ministry.reply = lambda request: (
            (200, "text/html; charset=utf-8", '<!doctype html><html lang="tr"><meta charset="utf-8"><title>Form</title>'
             f"<body><h1>Rapor formu {request.parameters['patientId']}</h1>{body}")
            if request.path == FORM else usual(request))

    def late_dialog_waits(self, start, go_on):
        """The dialog for printing that comes when the second patient is in front."""
        server = SilentPrintServer()
        self.addCleanup(server.close)
        self.program.environment["CUPS_SERVER"] = server.address
        self.opened(SECOND, FIRST)
        start()
        self.bring(SECOND)
        windows = self.program.window_ids()
        go_on()
        end = time.monotonic() + 2  # for as long as what comes late may come
        while time.monotonic() < end:
            self.assertIsNone(self.program.find("Yazdır", DIALOG))
            self.assertEqual(self.program.window_ids(), windows)
        self.bring(FIRST)
        self.program.wait("Yazdır", DIALOG)

    def test_P1_a_page_that_prints_late_waits_for_its_tab(self):
        go = threading.Event()
        self.addCleanup(go.set)
        self.with_page("""<button onclick="fetch('/go').then(() => { window.print(); fetch('/printed') })">Yazdırılsın</button>""")
        usual = self.ministry.reply
        self.ministry.reply = lambda request: (
            (200, "text/plain", str(go.wait(30))) if request.path in ("/go", "/printed") else usual(request))

        def go_on():
            go.set()
            self.ministry.wait_for("/printed")

        self.late_dialog_waits(lambda: (self.program.wait("Yazdırılsın", BUTTON).click(), self.ministry.wait_for("/go")), go_on)

    def test_P1_a_document_that_is_fetched_late_waits_for_its_tab(self):
        self.with_page('<iframe src="/belge" width="600" height="300"></iframe>')
        go = threading.Event()
        self.addCleanup(go.set)
        asked, answered = [], []
        usual = self.ministry.reply

        def reply(request):
            if request.path != "/belge":
                return usual(request)
            asked.append(request)
            if len(asked) > 2:  # the first two are those on screen
                go.wait(30)
                answered.append(request)
            return 200, "application/pdf", pdf("Rapor"), {"Cache-Control": "no-store"}

        self.ministry.reply = reply

        def start():
            self.ministry.wait_for("/belge", 2)
            a.until(lambda: a.keys("ctrl+p") or len(asked) > 2, "the document is fetched")

        def go_on():
            go.set()
            a.until(lambda: answered, "the document is given")

        self.late_dialog_waits(start, go_on)

    def test_a_page_goes_to_the_usual_printer(self):
        server = PrintServer("Poliklinik")
        dialog = self.printing_by(server)
        a.until(lambda: dialog.find("Yazdır", BUTTON), "the printer is found")
        dialog.find("Yazdır", BUTTON).press()
        self.assertSays("Yazıcıya gönderildi.", 60)
        self.assertEqual(len(server.documents), 1)


if __name__ == "__main__":
    main()
