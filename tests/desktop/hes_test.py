"""The HES tab against a service that is not ours: single and batch checks, in the real window."""

import base64
import json
import threading

import pyatspi

import assistant as a
from cases import DOCTOR, DesktopCase, main
from hescase import BATCH, DETAILS, EMPLOYEE, PASSWORD, USER, VISITOR, HesCase


class Hes(HesCase):
    def check(self, code, kind=None):
        if kind:
            self.choose(kind)
        self.program.click_into("HES kodu")
        a.keys("ctrl+a")
        a.type_text(code)
        self.program.wait("Sorgula", pyatspi.ROLE_PUSH_BUTTON).press()

    def choose(self, kind):
        self.program.wait("Sorgu türü").find(kind, pyatspi.ROLE_RADIO_BUTTON).press()

    def verdict(self, word, part=""):
        return a.until(lambda: (result := self.program.find(word)) and part in result.description and result,
                       f"the verdict is {word}: {part}")

    # Single checks

    def test_an_employee(self):
        self.in_the_tab()
        self.check("r4g6-1346-s3", "Personel")
        for part in ("R4G6-1346-S3", "FA*** GÖ***", "*****909"):
            self.verdict("Riskli", part)
        request, = self.ministry.asked("/hes/")
        self.assertEqual(request.target, EMPLOYEE)
        self.assertEqual(request.body, b'{"hes_code":"R4G61346S3"}')
        self.assertEqual(request.headers["content-type"], "application/json")
        self.assertEqual(request.headers["authorization"],
                         "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode())

    def test_a_visitor_after_the_notice_of_the_day(self):
        self.in_the_tab()
        self.check("C4G6-1346-S3")
        notice = self.program.wait(a.MESSAGE)
        self.assertIn("İçişleri Bakanlığı", notice.description)
        self.keep(lambda: not self.ministry.asked("/hes/"), "nothing was asked before the notice was read")
        notice.find(role=pyatspi.ROLE_PUSH_BUTTON, containing="sorgula").press()
        self.verdict("Risksiz")
        self.assertEqual(json.loads(self.ministry.asked(VISITOR)[0].body),
                         {"city": "İZMİR", "district": "Konak", "explicit_address": "No:5, Kat 2",
                          "hes_code": "C4G61346S3", "location": {"latitude": 0, "longitude": 0}})
        self.check("D4G6-1346-S3")  # once a day
        self.ministry.wait_for(VISITOR, 2)

    def test_P5_an_unknown_status_is_shown_as_unknown(self):
        self.in_the_tab()
        self.check("U4G6-1346-S3", "Personel")
        self.verdict("Bilinmiyor")
        self.assertIsNone(self.program.find("Risksiz"))

    def test_details_in_the_guides_words(self):
        self.in_the_tab()
        self.check("C4G6-1346-S3", "Aşı bilgileriyle")
        self.verdict("Risksiz", "iki doz")
        self.assertEqual(len(self.ministry.asked(DETAILS)), 1)

    def test_codes_that_are_not_there_and_a_service_that_is_gone(self):
        self.in_the_tab()
        self.check("N4G6-1346-S3", "Personel")
        self.verdict("Kod bulunamadı")
        self.check("X4G6-1346-S3")
        self.verdict("Kodun süresi dolmuş")
        self.service.status = 410
        self.check("C4G6-1346-S3")
        self.assertMessage("artık yanıt vermiyor")

    def test_W3_a_refused_login_is_not_sent_again(self):
        self.in_the_tab()
        self.service.status = 401
        self.check("C4G6-1346-S3", "Personel")
        self.program.wait(a.MESSAGE)
        self.check("C4G6-1346-S3")
        a.until(lambda: len(self.ministry.asked("/hes/")) > 1 or self.program.saying("not sent again"),
                "the second check is answered")
        self.assertEqual(len(self.ministry.asked("/hes/")), 1, "the refused login went out once")

    def test_without_a_stored_login_it_can_be_typed(self):
        self.in_the_tab(hes=False)
        self.check("C4G6-1346-S3", "Personel")
        self.program.wait(a.MESSAGE).find(role=pyatspi.ROLE_PUSH_BUTTON, containing="Kullanıcı adı").press()
        a.until(self.program.wait("Kurumun HES kullanıcı adı", a.FIELD).is_focused, "the field has the keyboard")
        a.type_text(USER)
        a.keys("Tab")
        a.type_text("abc")
        a.keys("Return")
        self.verdict("Risksiz")

    def test_it_can_be_switched_off(self):
        self.provision(hes__enabled="false")
        self.program.start()
        self.program.logged_in(DOCTOR)
        self.assertIsNone(self.program.find("HES", pyatspi.ROLE_PAGE_TAB))
        self.program.open("--hes", "C4G6-1346-S3")
        self.assertMessage("kapalı")

    def test_a_launch_fills_the_code_in_and_asks_nothing(self):
        self.provision()
        self.program.start("--hes", "c4g6-1346-s3")
        self.program.log_in(DOCTOR)
        a.until(lambda: self.program.wait("HES kodu", a.FIELD).text() == "C4G61346S3", "the code stands in the field")
        self.keep(lambda: not self.ministry.asked("/hes/"), "nothing was asked by itself")

    def test_P4_results_are_gone_at_log_out(self):
        self.in_the_tab()
        self.check("R4G6-1346-S3", "Personel")
        self.verdict("Riskli")
        self.program.find("Çıkış", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.log_in(DOCTOR)
        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        self.program.wait("HES kodu", a.FIELD)
        self.assertNotIn("R4G6", self.program.spoken())
        self.program.close()
        for path in self.program.place.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                self.assertFalse(b"R4G6" in content or b"FA***" in content, path)

    # Staff

    def paste(self, text):
        self.program.wait("HES kodları").click()
        a.keys("ctrl+a")
        for line in text.split("\n"):
            a.type_text(line)
            a.keys("Return")

    def test_pasted_staff(self):
        self.in_the_tab()
        self.paste("r4g6-1346-s3\nN4G61346S3\nyok 12\nC4G61346S3\nc4g61346s3")
        self.program.wait("Toplu sorgula", pyatspi.ROLE_PUSH_BUTTON).press()
        self.ministry.wait_for(BATCH)
        a.until(lambda: "Risksiz" in self.cells(), "the results are in the table")
        cells = self.cells()
        self.assertLess(cells.index("R4G61346S3"), cells.index("N4G61346S3"))
        self.assertIn("Bulunamadı", self.program.spoken())
        left = self.program.wait("Alınmayan satırlar")
        self.assertEqual(len(list(left.find_all(role=pyatspi.ROLE_LIST_ITEM))), 2)
        request, = self.ministry.asked(BATCH)
        self.assertEqual(request.body, b'[{"hes_code":"R4G61346S3"},{"hes_code":"N4G61346S3"},{"hes_code":"C4G61346S3"}]')

    def test_stopping_keeps_what_came(self):
        self.in_the_tab()
        codes = [f"A{number:09d}" for number in range(1200)]
        source = self.program.place / "liste.txt"
        source.write_text("\n".join(codes))
        service, answered, stopped = self.service, [], threading.Event()

        def slow(request):
            answered.append(request)
            if len(answered) == 2:
                stopped.wait(60)
            return service(request)

        self.service = slow
        self.choose_file(source)
        self.assertSays("liste.txt")
        self.program.wait("Toplu sorgula", pyatspi.ROLE_PUSH_BUTTON).press()
        self.ministry.wait_for(BATCH, 2)
        self.program.wait("Durdur", pyatspi.ROLE_PUSH_BUTTON).press()
        self.assertMessage("700")
        stopped.set()
        self.program.wait("Devam et", pyatspi.ROLE_PUSH_BUTTON).press()
        self.ministry.wait_for(BATCH, 4)
        self.assertEqual([len(json.loads(r.body)) for r in self.ministry.asked(BATCH)], [500, 500, 500, 200])


class Training(DesktopCase):
    def test_the_codes_are_listed_and_work(self):
        self.in_training()
        self.program.start()
        self.program.logged_in(DOCTOR)
        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        self.program.wait("Eğitim kodları")
        self.program.wait(role=pyatspi.ROLE_LIST_ITEM, containing="I1R1000020").click()
        a.until(lambda: self.program.wait("HES kodu", a.FIELD).text() == "I1R1000020", "the code is filled in")
        a.keys("Return")
        notice = self.program.wait(a.MESSAGE)
        notice.find(role=pyatspi.ROLE_PUSH_BUTTON, containing="sorgula").press()
        self.program.wait("Riskli")


if __name__ == "__main__":
    main()
