"""What the audit trail says of each thing that a doctor does: the right line, once, for the right doctor and patient."""

import json
import threading

import pyatspi

import assistant as a
import files_test
import hescase
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, THIRD, main
from imagescase import FIELD
from lockcase import BUTTON, DIALOG
from printserver import PrintServer
from systembus import LOGIN, SESSION, SystemBus
from trailcase import LOGIN_LINES, TrailCase, form, launched

CHOOSER = (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER)
PASSWORD = pyatspi.ROLE_PASSWORD_TEXT
PIN = "482913"


class Work(TrailCase):
    def setUp(self):
        super().setUp()
        self.printer = PrintServer("Poliklinik")
        self.addCleanup(self.printer.close)
        self.program.environment["CUPS_SERVER"] = self.printer.address

    def save_to(self, target, title=None):
        dialog = self.program.wait(title, CHOOSER)
        a.until(lambda: dialog.find(role=a.FIELD), "the dialog asks for a name")
        a.keys("ctrl+a")
        a.type_text(str(target))
        a.keys("Return")
        a.until(target.exists, "the file is written")

    def send_to_printer(self):
        dialog = self.program.wait("Yazdır", DIALOG)
        a.until(lambda: dialog.find("Yazdır", BUTTON), "the printer is found")
        dialog.find("Yazdır", BUTTON).press()

    def print_it(self):
        self.send_to_printer()
        self.program.wait_text("Yazıcıya gönderildi.", 60)

    def open_entry(self, title):
        self.program.choose("Hekim", title)
        return self.program.wait(title, pyatspi.ROLE_DIALOG)

    # A patient's work

    def test_launches_from_everywhere_and_refused_ones(self):
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        self.program.open("--request", "-", stdin=json.dumps({"patient": SECOND}))
        self.page_of(SECOND)
        self.program.open(f"hekim-asistani://open?patient={THIRD}")
        lines = [*LOGIN_LINES, launched(FIRST), form(FIRST), launched(SECOND, source="file"), form(SECOND),
                 launched(THIRD, source="url")]
        self.wait_lines(*lines)
        self.program.wait(a.MESSAGE).find("Aç", BUTTON).press()
        self.page_of(THIRD)
        self.assertEqual(self.program.launch("--environment", "test", "--patient", FIRST).returncode, 5)
        self.assertEqual(self.program.launch("--patient", FIRST[:-1]).returncode, 2)  # never gets here
        self.program.open("--patient", FIRST)  # to the front as it stands
        self.program.wait_patient(FIRST)
        self.program.open("--patient", FIRST, "--doctor", OTHER_DOCTOR)
        self.program.open("--hes", "C4G6-1346-S3")
        # Whose launch it was is not read where it is meant for another environment.
        self.wait_lines(*lines, form(THIRD), ("launch", "failed", "wrong-environment"), launched(FIRST),
                        ("launch", "done", OTHER_DOCTOR, FIRST, "options", "create"),
                        ("launch", "done", "options", "hes"))
        self.assertVerified()

    def test_past_reports_read_and_printed(self):
        self.ministry.past_reports = (200, "application/json", json.dumps([{"raporNo": "900"}]))
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        self.program.open("--patient", FIRST, "--page", "history")
        self.assertSays("1 / 1 rapor")
        lines = [*LOGIN_LINES, launched(FIRST, "history"), ("past-reports-read", "done", DOCTOR, FIRST)]
        self.wait_lines(*lines)
        a.keys("ctrl+p")
        self.print_it()
        lines.append(("print", "done", DOCTOR, FIRST, "past reports"))
        self.wait_lines(*lines)
        self.ministry.past_reports = (503, "text/html", "bakım")
        a.keys("F5")
        self.assertIn("ServerFailed", self.wait_refusal(*lines, begin=("past-reports-read", "failed", DOCTOR, FIRST))[-1])

    def test_images_each_time_anew(self):
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        self.program.open("--patient", FIRST, "--accession", "ACC-1")
        self.image_of(FIRST, "ACC-1")
        opened = ("images-opened", "done", DOCTOR, FIRST)
        lines = [*LOGIN_LINES, launched(FIRST, "images"), opened]
        self.wait_lines(*lines)
        a.keys("F5")
        self.ministry.wait_for("/viewer/redeem", 2)
        self.wait_lines(*lines, opened)
        self.image_of(FIRST, "ACC-1")
        a.keys("ctrl+shift+m")  # in a window of their own they are this patient's still; the tab shows the form
        a.until(lambda: len(self.program.window_ids()) == 2, "the images have a window")
        self.ministry.otac_reply = lambda _: (404, "application/json", '{"Message":"yok"}')
        self.program.click_into(FIELD)
        a.keys("ctrl+a")
        a.type_text("ACC-2")
        a.keys("Return")
        self.assertSays("bu erişim numarasıyla görüntü")
        self.wait_refusal(*lines, opened, form(FIRST), begin=("images-opened", "failed", DOCTOR, FIRST))
        self.assertNotIn("ACC", json.dumps(self.lines()))

    def test_T1_files_saved_and_pages_printed(self):
        usual = self.ministry.reply
        self.ministry.reply = lambda request: (
            (200, "text/html; charset=utf-8", files_test.PAGE.format(patient=request.parameters["patientId"]))
            if request.path == files_test.FORM else usual(request))
        self.ministry.files = {"/indir": ("application/octet-stream", f"{FIRST} sonuç.txt", b"icerik"),
                               "/goster": ("application/pdf", "rapor.pdf", files_test.pdf("Onizleme"))}
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        lines = [*LOGIN_LINES, launched(FIRST), form(FIRST)]
        self.program.wait("İndir", pyatspi.ROLE_LINK).click()
        self.save_to(self.program.place / "secilen.txt")
        saved = ("download", "done", DOCTOR, FIRST)
        lines.append(saved)
        self.wait_lines(*lines)
        a.keys("ctrl+p")
        self.print_it()
        lines.append(("print", "done", DOCTOR, FIRST))
        self.wait_lines(*lines)
        self.program.wait("Görüntüle", pyatspi.ROLE_LINK).click()
        a.until(lambda: self.program.wait("Belgeyi kaydet…").is_enabled(), "the document is there")
        self.program.find("Belgeyi kaydet…").press()
        self.save_to(self.program.place / "belge.pdf")
        lines.append(saved)
        self.wait_lines(*lines)
        self.program.find("Sayfaya dön").press()
        self.program.wait_gone("Sayfaya dön")
        a.until(self.program.is_in_front, "the window has the keyboard again")
        a.keys("F5")
        self.wait_lines(*lines, form(FIRST))

    # Tabs that are closed meanwhile

    def close_tab(self):
        tabs = len(self.program.tabs())
        a.keys("ctrl+w")
        a.until(lambda: len(self.program.tabs()) == tabs - 1, "the tab is closed")

    def test_T1_what_is_being_printed_has_its_line_without_its_tab(self):
        self.ministry.past_reports = (200, "application/json", json.dumps([{"raporNo": "900"}]))
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        lines = [*LOGIN_LINES, launched(FIRST), form(FIRST)]
        self.printer.busy.set()
        a.keys("ctrl+p")
        self.send_to_printer()
        a.until(self.printer.has_job.is_set, "the printer is given the page")
        self.close_tab()
        self.wait_lines(*lines)
        self.printer.busy.clear()
        lines.append(("print", "done", DOCTOR, FIRST))
        self.wait_lines(*lines)
        self.printer.has_job.clear()
        self.program.open("--patient", SECOND, "--page", "history")
        self.assertSays("1 / 1 rapor")
        lines += [launched(SECOND, "history"), ("past-reports-read", "done", DOCTOR, SECOND)]
        self.printer.busy.set()
        a.keys("ctrl+p")
        self.send_to_printer()
        a.until(self.printer.has_job.is_set, "the printer is given the list")
        self.close_tab()
        self.wait_lines(*lines)
        self.program.open("--logout")
        self.program.wait_login()
        lines.append(("logout", "done", DOCTOR))
        self.wait_lines(*lines)
        self.printer.busy.clear()
        self.wait_lines(*lines, ("print", "done", DOCTOR, SECOND, "past reports"))
        self.assertVerified()

    def test_T1_what_was_asked_for_has_its_line_without_its_tab(self):
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        lines = list(LOGIN_LINES)
        for patient, page, event in ((FIRST, "history", "past-reports-read"), (SECOND, "images", "images-opened")):
            self.ministry.hold.set()
            more = ("--page", "history") if page == "history" else ("--accession", "ACC-1")
            self.program.open("--patient", patient, *more)
            lines.append(launched(patient, page))
            self.wait_lines(*lines)
            self.program.wait_patient(patient)
            self.close_tab()
            lines.append(self.wait_refusal(*lines, begin=(event, "failed", DOCTOR, patient)))
            self.ministry.hold.clear()
        self.assertVerified()

    # Settings, records, files of the program's own

    def test_a_setting_changed_in_the_dialog_is_the_doctors(self):
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        a.keys("ctrl+comma")
        a.until(self.program.wait("Ayar sayfaları").is_focused, "the dialog has the keyboard")
        a.keys("ctrl+f")
        a.until(self.program.wait("Ayarlarda ara").is_focused, "the search has the keyboard")
        a.type_text("kurum ad")
        self.tab_to("Kurum adı", "Ayarlar")
        a.keys("ctrl+a")
        a.type_text("Yeni Hastane")
        self.assertSays("Pencere bir daha")
        a.keys("Return")
        self.program.wait_gone("Ayarlarda ara")
        lines = [*LOGIN_LINES, ("settings-changed", "done", DOCTOR, "institution/name")]
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait_login()
        self.program.close()
        self.program.start()  # and is not told again
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım")
        self.wait_lines(*lines, ("logout", "done", DOCTOR), *LOGIN_LINES)

    def test_the_support_file_and_the_readiness_record(self):
        self.logged_in()
        self.wait_lines(*LOGIN_LINES)
        dialog = self.open_entry("Destek dosyası")
        self.assertSays("Okunmaya ve kaydedilmeye hazır.", 30)
        dialog.find("Kaydet…", BUTTON).press()
        self.save_to(self.program.place / "destek.zip", "Destek dosyasını kaydet")
        lines = [*LOGIN_LINES, ("export", "done", DOCTOR, "support file")]
        self.wait_lines(*lines)
        a.keys("Escape")
        self.program.wait_gone("Destek dosyası", pyatspi.ROLE_DIALOG)
        self.open_entry("Hazırlık")
        a.keys("alt+h", "Down", "alt+u", "Down")
        self.assertSays("adımdan 0 tanesi tamam")
        a.keys("alt+p")
        self.save_to(self.program.place / "hazirlik.pdf", "Hazırlık kaydını sakla")
        self.wait_lines(*lines, ("export", "done", DOCTOR, "readiness"))

    # Who works

    def test_refused_logins_and_changes_of_doctor(self):
        good = self.ministry.token_reply
        self.ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        self.provision()
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait(a.LOGIN_FAILURE)
        refused = self.wait_refusal(begin=("login", "failed", DOCTOR))
        self.assertIn("CredentialsRefused", refused[-1])
        self.ministry.token_reply = good
        self.provision(secret="yeni")
        self.program.close()
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım")
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait("Raporlarım")
        self.wait_lines(refused, *LOGIN_LINES, ("logout", "done", DOCTOR), ("doctor-changed", "done", OTHER_DOCTOR),
                        ("login", "done", OTHER_DOCTOR), ("own-reports-read", "done", OTHER_DOCTOR))

    def test_locks_by_the_doctor_and_the_system_and_another_doctor(self):
        system = SystemBus()
        self.addCleanup(system.close)
        self.program.environment["DBUS_SYSTEM_BUS_ADDRESS"] = self.program.environment["DBUS_SESSION_BUS_ADDRESS"]
        self.provision()
        self.program.open()
        system.until(system.is_listened_to, "the program listens to the system")
        self.program.log_in(DOCTOR)
        system.until(lambda: self.program.find("Raporlarım"), "the doctor works")
        self.wait_lines(*LOGIN_LINES)
        lines = [*LOGIN_LINES, ("lock", "done", DOCTOR, "by the doctor")]
        self.program.find("Kilitle", BUTTON).press()
        system.until(lambda: self.told(self.lines()[-1]) == lines[-1], "the lock is written down")
        self.unlock()
        lines += [("unlock", "done", DOCTOR), ("lock", "done", DOCTOR, "by the system")]
        system.tell(SESSION, LOGIN + ".Session", "Lock", None)
        system.until(lambda: self.told(self.lines()[-1]) == lines[-1], "the system's lock is written down")
        self.program.wait("Başka hekim", BUTTON).press()
        self.program.wait(role=DIALOG).find("Hekim değiştir", BUTTON).press()
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait("Raporlarım")
        self.wait_lines(*lines, ("logout", "done", DOCTOR), ("doctor-changed", "done", OTHER_DOCTOR),
                        ("login", "done", OTHER_DOCTOR), ("own-reports-read", "done", OTHER_DOCTOR))

    def type_pin(self, pin):
        a.until(lambda: (f := self.program.find("PIN", PASSWORD)) and f.is_focused(), "the PIN field has the keyboard")
        a.type_text(pin)
        a.keys("Return")

    def with_pin(self):
        self.provision(login__pin="required")
        self.addCleanup(self.reset_pins, DOCTOR)  # the keyring outlasts the test
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("PIN belirleyin", DIALOG)
        for name in ("Yeni PIN", "Yeni PIN (tekrar)"):
            self.program.click_into(name, PASSWORD)
            a.type_text(PIN)
        self.program.find("PIN’i kaydet", BUTTON).press()
        self.program.wait_gone("PIN belirleyin", DIALOG)

    def reset_pins(self, *doctors):
        done = self.program.launch("--provision", "-", stdin=json.dumps({"environment": "custom", "resetPins": doctors}))
        self.assertEqual((done.returncode, done.stdout), (0, ""), done.stderr)
        return done.stderr

    def test_a_PIN_that_is_reset(self):
        self.with_pin()
        self.program.open("--logout")
        lines = [*LOGIN_LINES, ("pin-changed", "done", DOCTOR), ("logout", "done", DOCTOR)]
        self.wait_lines(*lines)
        self.assertEqual(self.reset_pins(DOCTOR, OTHER_DOCTOR), "")  # of whom one has a PIN
        lines.append(("pin-reset", "done", DOCTOR, "--provision"))
        self.wait_lines(*lines)  # at once: a call that has ended has written it
        self.reset_pins(DOCTOR)
        self.wait_lines(*lines)
        self.assertVerified()
        self.program.log_in(DOCTOR)  # the window goes on behind what another process wrote
        self.program.wait("PIN belirleyin", DIALOG)
        self.wait_lines(*lines, *LOGIN_LINES)
        self.assertVerified()

    def test_a_PIN_is_reset_where_the_trail_cannot_be_written(self):
        self.with_pin()
        self.program.close()
        self.folder().rename(self.folder().with_name("before"))
        self.folder().write_text("in the way", encoding="utf-8")
        said = self.reset_pins(DOCTOR)
        self.assertIn("denetim izine yazılamadı", said)
        self.assertNotIn(DOCTOR, said)
        self.assertEqual(len(said.splitlines()), 1)
        self.folder().unlink()
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("PIN belirleyin", DIALOG)

    def test_PINs_chosen_and_wrong(self):
        self.with_pin()
        self.lock()
        self.type_pin("000001")
        self.assertSays("PIN yanlış.")
        self.type_pin(PIN)
        self.program.wait_gone("Ekran kilitli")
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.log_in(DOCTOR, with_button=False)
        self.type_pin("000001")
        a.until(lambda: "PIN yanlış." in self.program.wait(a.LOGIN_FAILURE).description, "the PIN is refused")
        pin = [("login", "done", DOCTOR), ("own-reports-read", "done", DOCTOR), ("pin-changed", "done", DOCTOR),
               ("lock", "done", DOCTOR, "by the doctor"), ("unlock", "failed", DOCTOR, "PIN"), ("unlock", "done", DOCTOR),
               ("logout", "done", DOCTOR), ("login", "failed", DOCTOR, "PIN")]
        self.wait_lines(*pin)
        self.assertNotIn(PIN, json.dumps(self.lines()))


class Hes(TrailCase):
    more_secrets = {**TrailCase.more_secrets, "hesUsername": hescase.USER, "hesPassword": hescase.PASSWORD}

    def setUp(self):
        super().setUp()
        self.service = hescase.HesService()
        usual = self.ministry.reply
        self.ministry.reply = lambda request: (self.service(request) if request.path.startswith("/hes/")
                                               else usual(request))

    def check(self, code):
        self.program.click_into("HES kodu")
        a.keys("ctrl+a")
        a.type_text(code)
        self.program.wait("Sorgula", BUTTON).press()

    def test_queries_a_list_and_its_export(self):
        self.provision(endpoints__hes=self.ministry.address + "/hes")
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        self.wait_lines(*LOGIN_LINES)
        lines = list(LOGIN_LINES)
        self.program.wait("Sorgu türü").find("Personel", pyatspi.ROLE_RADIO_BUTTON).press()
        for code, verdict in (("R4G6-1346-S3", "Riskli"), ("N4G6-1346-S3", "Kod bulunamadı")):
            self.check(code)
            self.program.wait(verdict)
            lines.append(("hes-query", "done", DOCTOR, "/check-employee-hes-code"))  # a code not found is an answer
            self.wait_lines(*lines)
        self.service.status = 500
        self.check("C4G6-1346-S3")
        self.program.wait(a.MESSAGE)
        lines.append(self.wait_refusal(*lines, begin=("hes-query", "failed", DOCTOR)))
        self.service.status = 200
        self.program.wait("HES kodları").click()
        for code in ("r4g6-1346-s3", "C4G61346S3"):
            a.type_text(code)
            a.keys("Return")
        self.program.wait("Toplu sorgula", BUTTON).press()
        lines.append(("hes-query", "done", DOCTOR, "/check-hes-codes: 2"))
        self.wait_lines(*lines)
        self.program.wait("Dışa aktar", BUTTON).press()
        self.program.wait(role=CHOOSER)
        a.keys("ctrl+a")
        a.type_text(str(self.program.place / "sonuc.csv"))
        a.keys("Return")
        lines.append(("export", "done", DOCTOR, "HES results"))
        self.wait_lines(*lines)
        for code in ("4G61346S3", "4G6-1346", "FA***"):
            self.assertNotIn(code, json.dumps(self.lines()))

    def test_T1_what_was_asked_for_has_its_line_without_its_doctor(self):
        self.provision(endpoints__hes=self.ministry.address + "/hes")
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("HES", pyatspi.ROLE_PAGE_TAB).click()
        self.wait_lines(*LOGIN_LINES)
        self.program.wait("Sorgu türü").find("Personel", pyatspi.ROLE_RADIO_BUTTON).press()
        usual = self.ministry.reply
        asked, go = threading.Event(), threading.Event()
        self.addCleanup(go.set)

        def held(request):
            if request.path.startswith("/hes/"):
                asked.set()
                go.wait()
            return usual(request)

        self.ministry.reply = held
        self.check("R4G6-1346-S3")
        a.until(asked.is_set, "the service is asked")
        self.program.open("--logout")
        self.program.wait_login()
        a.until(lambda: len(self.lines()) == len(LOGIN_LINES) + 2, "both are written down")
        told = [self.told(line) for line in self.lines()][-2:]
        self.assertIn(("logout", "done", DOCTOR), told)
        self.assertIn(("hes-query", "failed", DOCTOR), [line[:3] for line in told])


if __name__ == "__main__":
    main()
