"""Patients, work in progress and doctors: what must never happen (rules P1 to P4, S8), seen from outside."""

import subprocess

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, MinistryCase, drawn_by_opengl, identity_number, main
from formcase import NOTE, FormCase

FORM = "/healthstatusweb/singledoctor/createreport"


class Work(FormCase):
    def question(self):
        return self.program.wait(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))

    def answer(self, name):
        self.question().find(name, pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait_gone(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))

    # Patients

    @drawn_by_opengl
    def test_P1_a_page_is_never_under_another_patients_banner(self):
        self.opened(FIRST, SECOND)
        for patient, other in ((FIRST, SECOND), (SECOND, FIRST), (FIRST, SECOND)):
            self.program.tab(patient).click()
            self.program.wait_patient(patient)
            self.page_of(patient)
            spoken = self.program.spoken()
            self.assertIn(a.grouped(patient), spoken)
            self.assertNotIn(a.grouped(other), spoken)
            self.assertNotIn(f"Rapor formu {other}", spoken)

    def test_P1_a_link_to_another_patient_is_refused(self):
        self.opened(FIRST)
        self.program.wait("Başka hastanın formu", pyatspi.ROLE_LINK).click()
        message = self.program.wait(a.MESSAGE)
        self.assertTrue(message.description, "the message bar says nothing")
        self.assertNotIn(FIRST, message.description)
        self.page_of(FIRST)
        self.assertEqual(len(self.ministry.asked(FORM)), 1)

    @drawn_by_opengl
    def test_P2_a_second_patient_leaves_the_first_as_it_was(self):
        self.opened(FIRST)
        self.write_into_the_form()
        self.program.open("--patient", SECOND)
        self.ministry.wait_for(FORM, 2)
        self.program.tab(SECOND).click()
        self.page_of(SECOND)
        self.program.tab(FIRST).click()
        self.page_of(FIRST)
        self.assertIn("Muayene", self.program.wait(NOTE, a.FIELD).text())
        self.assertEqual(len(self.ministry.asked(FORM)), 2)

    def test_P2_a_new_reason_is_offered_not_taken(self):
        self.opened(FIRST)
        self.program.open("--patient", FIRST, "--reason", "3")
        self.program.wait(a.MESSAGE)
        self.assertEqual(len(self.ministry.asked(FORM)), 1)

    def test_P2_a_launch_does_not_take_the_keyboard_from_a_touched_form(self):
        self.opened(FIRST)
        self.write_into_the_form("bir")
        self.program.open("--patient", SECOND)
        self.ministry.wait_for(FORM, 2)
        self.program.tab(SECOND)
        a.type_text("iki")
        a.until(lambda: "biriki" in self.program.find(NOTE, a.FIELD).text(), "the keys still go to the form")
        self.program.wait_patient(FIRST)

    def test_P3_closing_a_touched_form_asks(self):
        self.opened(FIRST, SECOND)
        a.keys("ctrl+w")  # untouched: no question
        a.until(lambda: len(self.program.tabs()) == 2, "the untouched tab is closed")
        self.write_into_the_form()
        a.keys("ctrl+w")
        self.question()
        a.keys("Escape")
        self.program.wait_gone(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        self.assertIn("Muayene", self.program.wait(NOTE, a.FIELD).text())
        a.keys("ctrl+w")
        self.answer("Sekmeyi kapat")
        a.until(lambda: len(self.program.tabs()) == 1, "the tab is closed after the answer")

    def test_P3_closing_the_window_over_a_touched_form_asks(self):
        self.opened(FIRST)
        self.write_into_the_form()
        a.keys("alt+F4")
        self.question()
        a.keys("Escape")
        self.program.wait_gone(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        self.assertIn("Muayene", self.program.wait(NOTE, a.FIELD).text())

    def test_P3_logging_out_over_a_touched_form_asks(self):
        self.opened(FIRST)
        self.write_into_the_form()
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.question()
        a.keys("Escape")
        self.program.wait_gone(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
        self.page_of(FIRST)

    # Doctors

    def test_P4_logging_out_leaves_nothing_of_the_doctor(self):
        self.opened(FIRST)
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait_login()
        spoken = self.program.spoken()
        self.assertNotIn(a.masked(FIRST), spoken)
        self.assertNotIn("Rapor formu", spoken)
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.assertEqual(len(self.program.tabs()), 1)
        self.assertEqual([r.parameters["identityNumber"] for r in self.ministry.asked("/AuthApi/")], [DOCTOR, OTHER_DOCTOR])

    def test_P4_a_launch_for_another_doctor_asks(self):
        self.opened(FIRST)
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", SECOND)
        self.assertSays(a.masked(OTHER_DOCTOR))
        self.keep(lambda: len(self.ministry.asked(FORM)) == 1, "nothing of the new launch was opened")
        self.page_of(FIRST)
        self.assertEqual(len(self.ministry.asked("/AuthApi/")), 1)

    @drawn_by_opengl
    def test_P4_after_the_switch_nothing_of_the_former_doctor_is_left(self):
        self.opened(FIRST)
        self.program.open("--doctor", OTHER_DOCTOR, "--patient", SECOND)
        switch = self.program.wait("Hekim değiştir", pyatspi.ROLE_PUSH_BUTTON)
        switch.press()
        field = self.program.wait_login()
        self.assertEqual(field.text().replace(" ", ""), OTHER_DOCTOR)
        self.assertNotIn(a.masked(FIRST), self.program.spoken())
        self.assertSays(a.masked(SECOND))
        a.keys("Return")
        self.program.wait_patient(SECOND)
        self.assertEqual(len(self.program.tabs()), 2)
        self.assertEqual(self.ministry.asked("/AuthApi/")[-1].parameters["identityNumber"], OTHER_DOCTOR)
        forms = self.ministry.asked(FORM)  # each sets a cookie, and none gets another's
        self.assertEqual([form.headers.get("cookie") for form in forms], [None, None])
        self.assertNotEqual(forms[0].parameters["Authorization"], forms[1].parameters["Authorization"])

    def test_doctor_fills_the_field_and_no_more(self):
        self.provision()
        field = self.program.start("--doctor", DOCTOR)
        a.until(lambda: field.text().replace(" ", "") == DOCTOR, "the field is filled")
        self.keep(lambda: not self.ministry.asked("/AuthApi/"), "nobody was logged in")

    def test_acceptDoctorFromLauncher_logs_in(self):
        self.provision(login__acceptDoctorFromLauncher="true")
        self.program.open("--doctor", DOCTOR, "--patient", FIRST)
        self.page_of(FIRST)
        self.assertEqual(self.ministry.asked("/AuthApi/")[0].parameters["identityNumber"], DOCTOR)

    # Launches that wait, and those that only propose

    def test_P2_a_waiting_launch_is_named_masked_on_the_login_page(self):
        self.provision()
        self.program.start("--patient", FIRST)
        self.assertSays(a.masked(FIRST))
        self.assertNotIn(FIRST, self.program.spoken().replace(" ", ""))
        self.program.log_in(DOCTOR, with_button=False)
        self.page_of(FIRST)

    def test_S8_a_URL_proposes_and_waits_for_a_click(self):
        self.logged_in()
        self.program.open("--", f"hekim-asistani://open?patient={FIRST}&reason=2")
        self.assertSays(a.masked(FIRST))
        self.keep(lambda: not self.ministry.asked(FORM), "nothing was asked of the Ministry before the click")
        self.assertIsNone(self.program.find(a.masked(FIRST), pyatspi.ROLE_PAGE_TAB))
        button = a.until(lambda: self.program.find("Aç", pyatspi.ROLE_PUSH_BUTTON), "the proposal can be accepted")
        button.press()
        self.page_of(FIRST)

    def test_S8_a_URL_before_the_login_opens_nothing_by_itself(self):
        self.provision()
        self.program.start(f"hekim-asistani://open?patient={FIRST}")
        self.assertSays(a.masked(FIRST))
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        self.program.wait("Aç", pyatspi.ROLE_PUSH_BUTTON)
        self.keep(lambda: not self.ministry.asked(FORM), "nothing was asked of the Ministry before the click")

    # Questions

    def test_P1_what_is_asked_about_a_form_is_not_asked_over_another_patients(self):
        self.opened(SECOND, FIRST)
        self.write_into_the_form()
        self.program.open("--patient", FIRST, "--reason", "2")
        self.program.wait("Bu nedenle yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.program.wait("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON)
        self.another_program_in_front()  # nothing is being typed into the form
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.program.wait_patient(SECOND)
        self.program.wait_gone("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON)
        self.program.tab(FIRST).click()
        self.program.wait("Yeniden aç", pyatspi.ROLE_PUSH_BUTTON).press()
        a.until(lambda: len(self.ministry.asked(FORM)) == 3, "the first patient's form is opened anew")

    def test_P1_a_tab_comes_to_the_front_before_it_asks(self):
        self.opened(SECOND, FIRST)
        self.write_into_the_form()
        self.another_program_in_front()
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        tab = self.program.tab(FIRST).place()  # Qt 6.4 tells assistive technology nothing of the button in it
        a.run("xdotool", "mousemove", str(tab.x + tab.width - 20), str(tab.y + tab.height // 2), "click", "1")
        self.program.wait("Sekmeyi kapat", pyatspi.ROLE_PUSH_BUTTON)
        self.program.wait_patient(FIRST)
        self.program.wait("Vazgeç", pyatspi.ROLE_PUSH_BUTTON).press()
        self.page_of(FIRST)

    # The window

    def another_program_in_front(self):
        other = subprocess.Popen(["xev", "-geometry", "600x400+300+100"], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        a.until(lambda: a.run("xdotool", "search", "--name", "Event Tester", "windowactivate") or not self.program.is_in_front(),
                "another program is in front")
        a.until(lambda: not any(seen.states.has(pyatspi.STATE_ACTIVE) for seen in self.program.application().read()),
                "the assistant knows that it is not")

    @drawn_by_opengl
    def test_a_launch_brings_the_window_to_the_front(self):
        self.logged_in()
        self.another_program_in_front()
        self.program.open("--patient", FIRST)
        a.until(self.program.is_in_front, "the assistant is in front")
        self.page_of(FIRST)

    def test_fifty_launches_end_in_one_window(self):
        self.provision()
        environment = self.program.environment
        command = [self.program.programs / "hekim-asistani", "--patient", FIRST]
        started = [subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.PIPE) for _ in range(50)]
        answers = [(p.wait(60), p.stderr.read()) for p in started]
        for process in started:
            process.stderr.close()
        self.assertEqual([code for code, _ in answers], [0] * 50, answers)
        self.assertEqual(len(self.program.processes(a.WINDOW_PROGRAM)), 1)
        self.program.wait_login()


class ManyTabs(MinistryCase):
    def test_the_reports_and_hes_stay_in_sight(self):
        self.provision(hes__enabled="true")
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait("Raporlarım", pyatspi.ROLE_PAGE_TAB)
        patients = [identity_number(f"{100000000 + 1007 * n}") for n in range(9)]
        for patient in patients:
            self.program.open("--patient", patient)
            self.program.wait_patient(patient)
        for name in ("HES", "Raporlarım"):
            self.program.wait(name, pyatspi.ROLE_PUSH_BUTTON).press()
            a.until(lambda: self.program.find(name, pyatspi.ROLE_PAGE_TAB).is_selected(), f"{name} is in front")
            self.program.open("--patient", patients[-1])
            self.program.wait_patient(patients[-1])
        for _ in patients[1:]:
            a.keys("ctrl+w")
        self.program.wait_gone("Raporlarım", pyatspi.ROLE_PUSH_BUTTON)


if __name__ == "__main__":
    main()
