"""Screenshots: a patient's past reports and images, HES checks."""

import pyatspi

import assistant as a
from formcase import PERSON, fill
from imagescase import wait_study
from scene import BUTTON, ENTRY, FIRST, TAB, Scene


class Record(Scene):
    name = "record"

    def history(self):
        self.at_work("--patient", FIRST, "--page", "history")
        self.program.wait_patient(FIRST)
        self.wait("List of past reports")
        self.take("past-reports")
        self.write("Search in past reports", "yokboyle")
        self.wait_part("No report has “%1” in it. Change the search or clear it (Esc).")
        self.take("past-reports-none-found")

    def images(self):
        self.at_work("--patient", FIRST, "--reason", "2", "--accession", "ACC-1")
        self.program.wait_patient(FIRST)
        wait_study(self.program)
        self.take("images")
        a.keys("ctrl+4")
        fill(self.program, PERSON)
        wait_study(self.program)
        self.take("side-by-side")

    def no_images(self):
        self.at_work("--patient", FIRST)
        self.program.wait_patient(FIRST)
        a.keys("ctrl+3")
        self.wait("Accession number")
        self.take("images-empty")

    def hes_single(self):
        self.at_work("--page", "hes")
        self.wait("HES", TAB).click()
        self.wait("HES code", ENTRY)
        self.take("hes")
        for code, word in (("E1A1000011", "Riskless"), ("I1R1000020", "Risky"), ("E1B1000031", "Unknown"),
                           ("E1Y1000032", "Code not found")):
            self.program.wait(role=pyatspi.ROLE_RADIO_BUTTON, containing=self.say("Employee")).press()
            self.write("HES code", code)
            self.press("Check")
            self.wait(word)
            self.take(f"hes-{word.replace(' ', '-').lower()}")

    def hes_list(self):
        self.at_work("--page", "hes")
        self.wait("HES", TAB).click()
        self.program.wait(role=pyatspi.ROLE_RADIO_BUTTON, containing=self.say("Staff")).press()
        self.program.click_into(self.say("HES codes"), ENTRY)
        for code in ("E1A1000011", "I1R1000020", "E1B1000031", "E1Y1000032", "E1S1000033", "x"):
            a.type_text(code)
            a.keys("Return")
        self.press("Check all")
        self.wait("Risky")
        self.take("hes-list")

    scenes = (history, images, no_images, hes_single, hes_list)
