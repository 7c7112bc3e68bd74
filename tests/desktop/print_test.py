"""Printing, with a print server that answers and with one that does not (rule W2)."""

import pyatspi

import assistant as a
from cases import FIRST, SECOND, MinistryCase, main
from printserver import PrintServer, SilentPrintServer

DIALOG, BUTTON = pyatspi.ROLE_DIALOG, pyatspi.ROLE_PUSH_BUTTON
CHOOSER = (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER)


class Print(MinistryCase):
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

    def test_P1_the_dialog_goes_with_its_patients_tab(self):
        self.printing_by(SilentPrintServer())
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.program.wait_gone("Yazdır", DIALOG)

    def test_a_page_goes_to_the_usual_printer(self):
        server = PrintServer("Poliklinik")
        dialog = self.printing_by(server)
        a.until(lambda: dialog.find("Yazdır", BUTTON), "the printer is found")
        dialog.find("Yazdır", BUTTON).press()
        self.assertSays("Yazıcıya gönderildi.", 60)
        self.assertEqual(len(server.documents), 1)


if __name__ == "__main__":
    main()
