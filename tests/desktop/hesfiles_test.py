"""Lists of the HES tab from and into files, in the real window."""

import re
import zipfile
from pathlib import Path

import pyatspi

import assistant as a
from cases import main
from hescase import BATCH, HesCase

SAMPLES = Path(__file__).resolve().parent.parent / "sheets" / "data"


class Files(HesCase):
    def run_list(self):
        self.program.wait("Toplu sorgula", pyatspi.ROLE_PUSH_BUTTON).press()

    def results(self):
        self.run_list()
        self.ministry.wait_for(BATCH)
        a.until(lambda: "Risksiz" in self.cells(), "the results are in the table")

    def staff(self):
        path = self.program.place / "personel.csv"
        path.write_bytes("Ad;Kod\r\nİsmail;R4G6-1346-S3\r\nAyşe;C4G6-1346-S3\r\n".encode("cp1254"))
        return path

    def export(self, name):
        path = self.program.place / name
        self.program.wait("Dışa aktar", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait(role=(pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER))
        a.keys("ctrl+a")
        a.type_text(str(path))
        a.keys("Return")
        a.until(path.exists, "the export is written")
        return path

    def test_a_file_and_its_export(self):
        self.in_the_tab()
        self.choose_file(self.staff())
        self.assertSays("personel.csv")
        self.results()
        lines = self.export("sonuc.csv").read_text("utf-8-sig").splitlines()
        self.assertEqual(len(lines), 3)
        self.assertTrue(lines[1].startswith('"2";"R4G61346S3";"Riskli"'), lines[1])

    def test_the_numbers_of_an_xlsx_export_have_a_point_in_turkish(self):
        self.program.in_turkish()
        self.in_the_tab()
        self.choose_file(self.staff())
        self.assertSays("personel.csv")
        self.results()
        with zipfile.ZipFile(self.export("sonuc.xlsx")) as archive:
            parts = {name: archive.read(name).decode() for name in archive.namelist()}
        self.assertIn('width="20.', parts["xl/worksheets/sheet1.xml"])
        for name, part in parts.items():
            self.assertIsNone(re.search(r'"\d+,\d', part), name)

    def test_what_cannot_be_read_is_said_by_its_row(self):
        self.in_the_tab()
        self.choose_file(SAMPLES / "openpyxl.xlsx")
        self.assertSays("openpyxl.xlsx")
        self.results()
        left = self.program.wait("Alınmayan satırlar")
        lines = [item.name for item in left.find_all(role=pyatspi.ROLE_LIST_ITEM)]
        self.assertEqual(len(lines), 3)
        self.assertIn("formül", lines[0])
        self.assertEqual([line.split(":")[0] for line in lines], ["5. satır", "6. satır", "7. satır"])
        request, = self.ministry.asked(BATCH)
        self.assertEqual(request.body, b'[{"hes_code":"C4G61346S3"},{"hes_code":"P2G88532S2"}]')

    def test_the_dialogs_begin_at_the_documents(self):
        documents = self.program.place / "home" / "Documents"
        documents.mkdir()
        self.staff().rename(documents / "personel.csv")
        self.in_the_tab()
        self.choose_file("personel.csv")  # a bare name
        self.results()
        self.program.wait("Dışa aktar", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait(role=(pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER))
        a.keys("Return")
        a.until((documents / "hes-sonuclari.xlsx").exists, "the export stands beside the list")

    def test_the_file_before_a_refused_one_is_let_go(self):
        self.in_the_tab()
        self.choose_file(self.staff())
        self.assertSays("personel.csv")
        damaged = self.program.place / "bozuk.xlsx"
        damaged.write_bytes(b"PK\x03\x04" + bytes(200))
        self.choose_file(damaged)
        self.program.wait(a.MESSAGE)
        self.assertIsNone(self.program.find("personel.csv"))
        self.run_list()
        self.assertSays("Önce kodları yapıştırın")
        self.assertEqual(self.ministry.asked(BATCH), [])


if __name__ == "__main__":
    main()
