"""A patient's images as a doctor meets them: guide 002 from the click to the viewer, and whose they are (rules P1, S1)."""

import json

import pyatspi

import assistant as a
from cases import APPLICATION, DOCTOR, FIRST, INSTITUTION, SECOND, SECRET, THIRD, drawn_by_opengl, main
from imagescase import FIELD, FORM, FOURTH, OTAC, ImagesCase, has_colour, has_colour_at
from ministry import colour_of

OPEN = "Görüntüyü aç"
NOTE = "Açıklama"


class Images(ImagesCase):
    def test_an_accession_number_opens_the_images(self):
        self.logged_in()
        self.opened(FIRST, "ACC-1")
        self.program.wait_patient(FIRST)
        token, = self.ministry.asked("/connect/token")[-1:]
        self.assertEqual(list(self.ministry.image_tokens.values()), [[
            ("client_id", "ogn.sbys.api"), ("grant_type", "client_sbys"), ("UserName", INSTITUTION), ("Password", SECRET),
            ("ApplicationCode", APPLICATION), ("DoctorIdentityNumber", DOCTOR), ("PatientIdentityNumber", FIRST)]])
        self.assertEqual(token.headers["content-type"], "application/x-www-form-urlencoded")
        otac, = self.ministry.asked(OTAC)
        self.assertEqual(json.loads(otac.body), {"AccessionNumber": "ACC-1"})
        self.assertFalse(self.ministry.asked(FORM))  # the form was not asked for

    def test_several_studies_make_a_list_to_choose_from(self):
        self.logged_in()
        request = {"patient": FIRST, "accession": ["ACC-1", "ACC-2"]}
        self.program.open("--request", "-", stdin=json.dumps(request))
        self.image_of(FIRST, "ACC-1")
        self.assertEqual(len(self.ministry.asked(OTAC)), 1)
        self.program.wait(role=pyatspi.ROLE_COMBO_BOX).click()
        a.keys("Down", "Return")
        self.image_of(FIRST, "ACC-2")
        self.program.open("--patient", FIRST, "--accession", "ACC-3")  # one more from the hospital system
        self.image_of(FIRST, "ACC-3")
        self.assertEqual(len(self.program.tabs()), 2)
        self.assertEqual(len(self.ministry.image_tokens), 1)

    def test_a_typed_number_opens_the_images(self):
        self.logged_in()
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        self.view("Görüntüler")
        self.program.click_into(FIELD)
        a.type_text("ACC-7")
        self.program.wait(OPEN, pyatspi.ROLE_PUSH_BUTTON).press()
        self.image_of(FIRST, "ACC-7")

    def test_every_opening_and_reload_has_a_code_of_its_own(self):
        self.logged_in()
        self.opened(FIRST, "ACC-1")
        a.keys("F5")
        self.ministry.wait_for("/viewer/redeem", 2)
        self.image_of(FIRST, "ACC-1")
        self.program.click_into(FIELD)
        a.keys("Return")
        self.ministry.wait_for("/viewer/redeem", 3)
        self.image_of(FIRST, "ACC-1")
        self.assertEqual(len(self.ministry.asked(OTAC)), 3)
        self.assertEqual(len(set(self.ministry.redeemed)), 3, "a code was used twice")
        back = self.program.find("Geri", pyatspi.ROLE_PUSH_BUTTON)
        self.assertTrue(back is None or not back.is_enabled(), "there is a way back to a used code")

    @drawn_by_opengl
    def test_side_by_side_loads_nothing_anew(self):
        self.logged_in()
        self.opened(FIRST, "ACC-1")
        self.view("Yan yana")
        self.page_of(FIRST)
        self.image_of(FIRST, "ACC-1")
        for view in ("Rapor", "Görüntüler", "Yan yana"):
            self.view(view)
        self.page_of(FIRST)
        left, right = 300, 1000
        a.until(lambda: has_colour_at(FIRST, right) and not has_colour_at(FIRST, left), "the images are on the right")
        a.keys("ctrl+shift+x")
        a.until(lambda: has_colour_at(FIRST, left) and not has_colour_at(FIRST, right), "report and images are swapped")
        self.image_of(FIRST, "ACC-1")
        self.assertEqual(len(self.ministry.asked(FORM)), 1)
        self.assertEqual(len(self.ministry.asked(OTAC)), 1)

    def test_P2_a_new_accession_opens_in_the_view_of_images_and_the_form_stays(self):
        self.logged_in()
        self.opened(FIRST, "ACC-1")
        self.view("Rapor")
        self.page_of(FIRST)
        self.program.open("--patient", FIRST, "--accession", "ACC-2")  # untouched: its images come to the front
        self.image_of(FIRST, "ACC-2")
        self.view("Rapor")
        self.program.click_into(NOTE)
        a.type_text("Muayene")
        a.until(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the page took the keys")
        self.program.open("--patient", FIRST, "--accession", "ACC-3")  # touched: they are offered
        self.program.wait(a.MESSAGE)
        self.keep(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the form stays where it is")
        self.program.wait("Göster", pyatspi.ROLE_PUSH_BUTTON).press()
        self.image_of(FIRST, "ACC-3")
        self.view("Rapor")
        a.until(lambda: "Muayene" in self.program.find(NOTE, a.FIELD).text(), "the form has kept what was typed")
        self.assertEqual(len(self.ministry.asked(FORM)), 1)
        self.assertEqual(len(self.program.tabs()), 2)

    @drawn_by_opengl
    def test_P1_the_pixels_are_never_another_patients(self):
        self.logged_in()
        patients = (FIRST, SECOND, THIRD, FOURTH)
        self.assertEqual(len({colour_of(p) for p in patients}), 4)
        for number, patient in enumerate(patients):
            self.opened(patient, f"ACC-{number}")
        for patient in (FIRST, FOURTH, SECOND, THIRD, FIRST):
            self.program.tab(patient).click()
            self.program.wait_patient(patient)
            a.until(lambda: has_colour(patient), f"the images of {a.masked(patient)} are on screen")
            for other in patients:
                self.assertEqual(has_colour(other), other == patient, f"{other} under {patient}")
        self.assertEqual(len(self.ministry.image_tokens), 4)

    def test_S1_the_code_is_nowhere_to_be_seen(self):
        self.logged_in()
        self.opened(FIRST, "ACC-1")
        code, = self.ministry.codes
        token, = self.ministry.image_tokens
        log = "".join(path.read_text(errors="replace") for path in (self.program.place / "state").rglob("*.log"))
        self.assertTrue(log, "there is no log")
        for place in (log, self.program.spoken(), "\n".join(self.program.window_titles())):
            self.assertNotIn(code, place)
            self.assertNotIn(token, place)
        for path in self.program.place.rglob("*"):
            if path.is_file():
                self.assertNotIn(code.encode(), path.read_bytes(), path)

    def test_an_unknown_number_is_told(self):
        self.ministry.otac_reply = lambda _: (404, "application/json", '{"Message":"yok"}')
        self.logged_in()
        self.program.open("--patient", FIRST, "--accession", "ACC-1")
        self.assertSays("bu erişim numarasıyla görüntü")

    def test_S3_a_foreign_viewer_is_refused(self):
        self.ministry.otac_reply = lambda _: (200, "text/plain", "https://evil.example/viewer/#/viewpatient?otac=gizlikod1")
        self.logged_in()
        self.program.open("--patient", FIRST, "--accession", "ACC-1")
        self.assertSays("evil.example")
        self.assertSays("endpoints/viewer")  # refused with the reply; the page's own gate would not name the key
        self.assertNotIn("gizlikod1", self.program.spoken())

    def test_what_is_not_published_is_said_with_its_key(self):
        self.provision(endpoints__viewer=None)
        self.program.start("--patient", FIRST, "--accession", "ACC-1")
        self.program.log_in(DOCTOR)
        self.assertSays("endpoints/viewer")
        self.assertFalse(self.ministry.asked("/connect/token")[1:])


if __name__ == "__main__":
    main()
