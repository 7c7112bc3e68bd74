"""The main job against a server that is not ours: what goes over the wire, and what does not."""

import json
import unittest

import pyatspi

import assistant as a
from cases import (APPLICATION, DOCTOR, FIRST, INSTITUTION, SECOND, SECRET, MinistryCase, component, main, token_target)

TOKEN = "/AuthApi/connect/token"
FORM = "/healthstatusweb/singledoctor/createreport"
MINE = "/healthstatusweb/singledoctor/doctorindex"


class Contract(MinistryCase):
    def form_target(self, patient, reason=None, token=1):
        value = json.loads(f'"JETON.{token}-{"k" * 40}_="')
        target = f"{FORM}?Authorization={component(value)}&patientId={patient}"
        return target if reason is None else f"{target}&Reason={reason}"

    def test_token_request_and_form_address_are_exact(self):
        self.logged_in("--patient", FIRST, "--reason", "2")
        token = self.ministry.wait_for(TOKEN)[0]
        self.assertEqual((token.method, token.target, token.body), ("POST", token_target(), b""))
        form = self.ministry.wait_for(FORM)[0]
        self.assertEqual((form.method, form.target), ("GET", self.form_target(FIRST, 2)))
        self.page_of(FIRST)
        # Login to form: one token request and one page request, nothing else.
        self.assertEqual([r.path for r in self.ministry.requests if "favicon" not in r.path], [TOKEN, FORM])

    def test_credentials_in_body(self):
        self.provision(erapor__credentialsIn="body")
        self.program.start()
        self.program.log_in(DOCTOR)
        token = self.ministry.wait_for(TOKEN)[0]
        self.assertEqual((token.method, token.target), ("POST", TOKEN))
        self.assertEqual(token.headers["content-type"].split(";")[0], "application/x-www-form-urlencoded")
        from urllib.parse import parse_qsl
        self.assertEqual(parse_qsl(token.body.decode("ascii"), keep_blank_values=True),
                         [("username", INSTITUTION), ("password", SECRET), ("grant_type", "password"),
                          ("applicationCode", APPLICATION), ("identityNumber", DOCTOR), ("role", "6AAB18C7-B16B-4A04")])

    def test_every_secret_arrives_intact(self):
        for secret in ("+&#%=ü", "%2B+%20 ", "çğıİöşü€", "\"'\\;,", "a" * 200):
            with self.subTest(secret=secret):
                self.ministry.requests.clear()
                self.provision(secret=secret)
                self.program.start()
                self.program.log_in(DOCTOR)
                self.assertEqual(self.ministry.wait_for(TOKEN)[0].target, token_target(secret=secret))
                self.program.close()

    def test_five_handoffs_reuse_one_token(self):
        self.logged_in()
        patients = (FIRST, SECOND, "10000009088", "17291716060", DOCTOR)
        for count, patient in enumerate(patients, 1):
            self.program.open("--patient", patient)
            self.assertEqual(self.ministry.wait_for(FORM, count)[-1].target, self.form_target(patient))
            self.program.wait_patient(patient)
        self.assertEqual(len(self.ministry.asked(TOKEN)), 1)
        self.assertEqual(len(self.program.tabs()), 1 + len(patients))

    def test_P2_the_same_patient_is_not_reloaded(self):
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        self.program.wait_patient(FIRST)
        self.assertEqual([r.parameters["patientId"] for r in self.ministry.asked(FORM)], [FIRST, SECOND])
        self.assertEqual(len(self.program.tabs()), 3)

    def test_P2_a_page_out_of_sight_takes_the_place_of_nothing(self):
        self.ministry.form_script = f"""document.addEventListener("visibilitychange", () => {{
            if (document.hidden) location.href = "{MINE}"; }})"""
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        self.ministry.form_script = ""
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.program.wait_patient(SECOND)
        self.program.wait(a.masked(FIRST), pyatspi.ROLE_PAGE_TAB).press()
        self.assertSays("Bu sayfa kendi raporlarınızı istiyor.")
        self.assertEqual(self.ministry.asked(MINE), [])
        self.program.wait("Göster", pyatspi.ROLE_PUSH_BUTTON).press()
        self.ministry.wait_for(MINE)

    def test_a_launch_without_a_patient_opens_the_doctors_reports(self):
        self.logged_in("--page", "mine")
        request = self.ministry.wait_for(MINE)[0]
        self.assertEqual(request.target, f"{MINE}?authorization={component('JETON.1-' + 'k' * 40 + '_=')}")
        self.assertSays("Tarafımdan verilmiş raporlar")

    def test_a_request_document_keeps_the_number_out_of_the_process_list(self):
        self.logged_in()
        self.program.open("--request", "-", stdin=json.dumps({"patient": FIRST, "reason": 1}))
        self.assertEqual(self.ministry.wait_for(FORM)[0].target, self.form_target(FIRST, 1))

    def test_another_environment_is_refused(self):
        self.logged_in()
        done = self.program.launch("--environment", "training", "--patient", FIRST)
        self.assertEqual(done.returncode, 5, done.stderr)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertNotIn(FIRST, done.stderr)


if __name__ == "__main__":
    main()
