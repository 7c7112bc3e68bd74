"""Readiness: what the guides ask of an institution, recorded by keyboard, kept over a restart, saved as a PDF."""

import json

import pyatspi

import assistant as a
from cases import DOCTOR, INSTITUTION, DesktopCase, MinistryCase, main

TRAINING_INSTITUTION = "900001"


class ReadinessCase:
    """By keyboard alone, as somebody without a mouse works."""

    def record_file(self, institution):
        return self.program.place / "config" / "hekim-asistani" / "readiness" / f"{institution}.json"

    def record(self, institution):
        return json.loads(self.record_file(institution).read_text(encoding="utf-8"))

    def dialog(self, name="Hazırlık"):
        return self.program.wait(name, pyatspi.ROLE_DIALOG)

    def open_readiness(self):
        self.program.choose("Hekim", "Hazırlık")
        return self.dialog()

    def choose_lists(self, hes, remote):
        """Both ways from "not chosen yet" on: how often Down is pressed."""
        a.keys("alt+h", *["Down"] * hes)
        if remote:
            a.keys("alt+u", *["Down"] * remote)

    def step(self, number):
        """Goes to a line of the tree, counted from its first."""
        a.keys("alt+h", "Tab", "Tab", "Home", *["Down"] * number)

    def type_into(self, key, name, text):
        a.keys(key)
        a.until(lambda: self.dialog().find(name, a.FIELD).is_focused(), f"“{name}” has the keyboard")
        a.type_text(text)

    def fill(self, document, date, by):
        a.keys("alt+m", "Down")  # done
        self.type_into("alt+b", "Belge numarası", document)
        self.type_into("alt+t", "Belge tarihi", date)
        self.type_into("alt+d", "Bildiren", by)
        a.keys("Return")
        self.assertSays("Adım kaydedildi")


class Training(ReadinessCase, DesktopCase):
    def test_a_step_by_keyboard_kept_and_exported(self):
        self.in_training()
        self.program.start()
        self.program.logged_in(DOCTOR)
        self.open_readiness()
        self.assertSays("Yukarıdan kurumun")
        self.choose_lists(hes=2, remote=0)
        self.assertSays("7 adımdan 0 tanesi tamam")
        self.step(1)
        self.assertSays("Kurumsal Entegrasyon")
        self.fill("E-64425870-010.06.02-1234", "2.3.2026", "Ayla Demir 10000000146")
        self.assertSays("7 adımdan 1 tanesi tamam")
        step = self.record(TRAINING_INSTITUTION)["steps"]["001/1"]
        self.assertEqual((step["document"], step["documentDate"]), ("E-64425870-010.06.02-1234", "2026-03-02"))
        self.assertNotIn(DOCTOR, self.record_file(TRAINING_INSTITUTION).read_text(encoding="utf-8"))

        self.program.close()
        self.program.start()
        self.program.logged_in(DOCTOR)
        self.open_readiness()
        self.assertSays("7 adımdan 1 tanesi tamam")
        self.step(1)
        self.assertSays("Bildiren: Ayla Demir 100•••••146")

        target = self.program.place / "hazirlik.pdf"
        a.keys("alt+p")
        self.program.wait(role=(pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER), name="Hazırlık kaydını sakla")
        a.keys("ctrl+a")
        a.type_text(str(target))
        a.keys("Return")
        a.until(target.exists, "the PDF is written")
        self.assertTrue(target.read_bytes().startswith(b"%PDF-"))
        self.assertSays("Kaydedildi")

    def test_what_was_typed_is_asked_about(self):
        self.in_training()
        self.program.start()
        self.program.logged_in(DOCTOR)
        self.open_readiness()
        self.choose_lists(hes=1, remote=0)
        self.assertSays("4 adımdan 0 tanesi tamam")
        self.step(1)
        self.type_into("alt+b", "Belge numarası", "2026/7")
        a.keys("Escape")
        self.assertSays("kaydedilmedi")
        a.keys("Escape")  # cancel: everything stands
        a.until(lambda: self.dialog().find("Belge numarası", a.FIELD).text() == "2026/7", "what was typed stands")
        a.keys("Escape")
        self.program.wait("Kaydetmeden geç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_gone("Hazırlık", pyatspi.ROLE_DIALOG)
        self.assertEqual(self.record(TRAINING_INSTITUTION)["steps"], {})

    def test_a_damaged_record_is_told_and_kept(self):
        self.in_training()
        path = self.record_file(TRAINING_INSTITUTION)
        path.parent.mkdir(parents=True)
        path.write_text("{ bozuk")
        self.program.start()
        self.program.logged_in(DOCTOR)
        self.open_readiness()
        self.assertSays("bozulmuş")
        self.assertEqual(path.read_text(), "{ bozuk")
        self.program.wait("Kenara koy, yeniden başla", pyatspi.ROLE_PUSH_BUTTON).press()
        self.assertSays("Önceki kayıt şu adla saklandı")
        kept, = path.parent.glob("*.set-aside-*.json")
        self.assertEqual(kept.read_text(), "{ bozuk")


class Institution(ReadinessCase, MinistryCase):
    def test_checks_of_a_doctor_by_hand_warn_and_hold_no_number(self):
        self.logged_in()
        self.open_readiness()
        self.choose_lists(hes=3, remote=1)
        self.assertSays("adımdan 0 tanesi tamam")
        self.assertSays("henüz hekim yok")
        a.until(lambda: "3 kontrol eksik" in self.program.find("Hekim", showing=False).description,
                "the doctor's menu warns")
        a.keys("alt+e")
        add = self.program.wait("Hekim ekle", pyatspi.ROLE_DIALOG)
        self.assertEqual(add.find("Hekimin kimlik numarası").text(), DOCTOR)
        a.until(add.find("Hekimin adı").is_focused, "the name has the keyboard")
        a.type_text("Dr. Gonca")
        a.keys("Return")
        self.assertSays("Dr. Gonca: Hizmet vereceği")
        self.step(3)
        self.assertSays("hiçbir yetki sağlamaz")
        self.fill("CKYS-1", "", "Ali")
        a.until(lambda: "2 kontrol eksik" in self.program.find("Hekim", showing=False).description,
                "the doctor's menu warns of one check less")
        text = self.record_file(INSTITUTION).read_text(encoding="utf-8")
        self.assertNotIn(DOCTOR, text)
        doctor, = json.loads(text)["doctors"]["custom"]
        self.assertEqual((doctor["name"], sorted(doctor["steps"])), ("Dr. Gonca", ["003-checks/2"]))
        self.assertRegex(doctor["key"], "^[0-9a-f]{64}$")

    def test_a_login_is_verified_by_the_program(self):
        self.logged_in()
        self.open_readiness()
        self.choose_lists(hes=3, remote=1)
        self.assertSays("adımdan 0 tanesi tamam")
        self.step(11)
        self.assertSays("e-Rapor girişiyle program kendisi doğrular")
        self.program.wait("Şimdi doğrula", pyatspi.ROLE_PUSH_BUTTON).press()
        self.assertSays("Program doğruladı: e-Rapor girişi")
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 2)
        seen, = self.record(INSTITUTION)["verified"]
        self.assertEqual((seen["proof"], seen["environment"], seen["passed"]), ("eraporLogin", "custom", True))


if __name__ == "__main__":
    main()
