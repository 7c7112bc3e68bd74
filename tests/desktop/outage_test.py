"""With one service out of order the rest of the window works: each in turn, by its own kind of fault."""

import json
import threading

import pyatspi

import assistant as a
from cases import FIRST, SECOND, SECRET, main
from imagescase import OTAC, ImagesCase

LIST = "HastaninDurumBildirirRaporlari"
FORM = "createreport"
HES = "/hes/"
NOTE = "Açıklama"


class Outage(ImagesCase):
    more_secrets = {"enabizPassword": SECRET, "hesUsername": "kurum", "hesPassword": "x"}

    def setUp(self):
        super().setUp()
        self.ministry.past_reports = (200, "application/json", json.dumps([{"raporNo": "900"}]))
        self.faults = {}  # part of a path: what is answered there
        self.end = threading.Event()
        self.addCleanup(self.end.set)
        good = self.ministry.reply

        def reply(request):
            for part, fault in self.faults.items():
                if part in request.path:
                    return fault()
            if request.path.startswith(HES):
                return 200, "application/json", '{"current_health_status":"RISKLESS"}'
            return good(request)

        self.ministry.reply = reply

    def provision(self, **settings):
        super().provision(endpoints__hes=self.ministry.address + "/hes", **settings)

    def stuck(self):
        self.end.wait()

    def form_works(self, patient=SECOND):
        self.program.open("--patient", patient, "--page", "create")
        self.program.wait_patient(patient)
        self.page_of(patient)
        self.program.click_into(NOTE)
        a.type_text("Muayene")
        a.until(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the form takes what is typed")

    def history_works(self, patient=SECOND):
        self.program.wait("Geçmiş raporlar").click()
        self.assertSays("1 / 1 rapor")

    def images_work(self, patient=SECOND):
        self.view("Görüntüler")
        self.program.click_into("Erişim numarası")
        a.type_text("ACC-9")
        a.keys("Return")
        self.image_of(patient, "ACC-9")

    def hes_works(self):
        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        self.program.wait("Personel", pyatspi.ROLE_RADIO_BUTTON).click()
        self.check_code()
        self.assertSays("Risksiz")

    def check_code(self):
        self.program.click_into("HES kodu")
        a.keys("ctrl+a")
        a.type_text("C4G61346S3")
        a.keys("Return")

    def test_without_images(self):
        self.faults[OTAC] = self.stuck
        self.logged_in()
        self.program.open("--patient", FIRST, "--accession", "ACC-1")
        self.ministry.wait_for(OTAC)
        self.form_works()
        self.history_works()
        self.hes_works()
        # The doctor need not wait for it to leave.
        self.program.wait("Çıkış", pyatspi.ROLE_PUSH_BUTTON).press()
        question = self.program.wait(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        question.find("Çıkış", pyatspi.ROLE_PUSH_BUTTON).press()  # the form holds what was typed
        self.program.wait_login()

    def test_without_past_reports(self):
        self.faults[LIST] = lambda: (500, "text/html", "<h1>fault</h1>")
        self.logged_in()
        self.program.open("--patient", FIRST, "--page", "history")
        self.assertSays("şu anda arızalı")
        self.form_works()
        self.images_work()
        self.hes_works()

    def test_without_hes(self):
        self.faults[HES] = lambda: None  # cut before the reply
        self.logged_in()
        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        self.program.wait("Personel", pyatspi.ROLE_RADIO_BUTTON).click()
        self.check_code()
        self.assertSays("bağlantı kurulamadı ya da bağlantı kesildi")
        self.form_works()
        self.history_works()
        self.images_work()

    def test_without_the_form(self):
        self.faults[FORM] = lambda: (503, "text/html", "")
        self.logged_in()
        self.program.open("--patient", SECOND)
        self.program.wait_patient(SECOND)
        self.assertSays("şu anda arızalı")
        self.history_works()
        self.images_work()
        self.hes_works()


if __name__ == "__main__":
    main()
