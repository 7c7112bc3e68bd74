"""Screenshots of the window's main states, 1280×720, in both languages.

Usage: shots.py <folder of the programs> <folder for the screenshots>
"""

import os
import sys
from pathlib import Path

import pyatspi

import assistant as a
from ministry import Ministry

DOCTOR = "10000000146"
FIRST, SECOND = "23456789060", "10000008098"

# The accessible names by which each language's controls are found.
WORDS = {
    "tr": {"button": "Giriş yap", "mine": "Raporlarım", "loading": "Yükleniyor", "new": "Yeni hasta",
           "new field": "Hasta kimlik numarası", "failure": "Giriş hatası", "message": "Bildirim"},
    "en": {"button": "Log in", "mine": "My reports", "loading": "Loading", "new": "New patient",
           "new field": "Patient identity number", "failure": "Login error", "message": "Notice"},
}


class Shots:
    def __init__(self, programs, folder, language):
        self.program = a.Assistant(programs, language)
        self.folder = folder
        self.language = language
        self.words = WORDS[language]
        self.count = 0

    def take(self, name):
        self.count += 1
        a.screenshot(self.folder / f"{self.language}-{self.count:02d}-{name}.png")

    def ready(self):
        a.until(lambda: (b := self.program.find(self.words["button"], pyatspi.ROLE_PUSH_BUTTON)) and b.is_enabled(),
                "the login page is ready", 30)

    def page_shown(self):
        self.program.wait(role=pyatspi.ROLE_DOCUMENT_WEB)
        self.program.wait_gone(self.words["loading"])

    def training(self):
        program = self.program
        program.write_settings({"environment/name": "training"})
        program.open()
        self.ready()
        self.take("login")
        a.type_text("10000000147")
        a.until(lambda: self.program.focused().text() == "10000000147", "the number is typed")
        self.take("login-wrong-check-digits")
        a.keys("ctrl+a", "Delete")
        program.open("--patient", FIRST, "--reason", "2")
        program.wait_text(a.masked(FIRST))
        self.take("login-launch-waits")
        a.type_text(DOCTOR)
        a.keys("Return")
        program.wait_patient(FIRST)
        self.page_shown()
        self.take("form")
        program.open("--patient", SECOND, "--reason", "0")
        program.wait_patient(SECOND)
        self.page_shown()
        self.take("second-patient")
        program.open("--patient", SECOND, "--reason", "3")
        program.wait(self.words["message"])
        self.take("another-reason-offered")
        program.open("--", f"hekim-asistani://open?patient={FIRST}")
        self.take("link-proposes")
        program.find(self.words["new"]).press()
        program.wait(self.words["new field"])
        self.take("new-patient")
        a.keys("Escape")
        program.wait_gone(self.words["new field"])
        program.find(self.words["mine"], pyatspi.ROLE_PAGE_TAB).click()
        self.page_shown()
        self.take("my-reports")
        program.close()

    def failures(self):
        program = self.program
        ministry = Ministry()
        ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        try:
            program.provision("custom", {"institution/code": "340001", "institution/name": "Deneme Hastanesi",
                                         "erapor/applicationCode": "X", "endpoints/erapor": ministry.address},
                              {"ussPassword": "x"})
            program.open()
            self.ready()
            a.type_text(DOCTOR)
            a.keys("Return")
            program.wait(self.words["failure"])
            self.take("login-refused")
            ministry.token_reply = ministry.good_token
            ministry.page_status = 500
            a.keys("Return")
            program.wait(self.words["mine"], pyatspi.ROLE_PAGE_TAB)
            program.open("--patient", FIRST)
            program.wait_patient(FIRST)
            program.wait_gone(self.words["loading"])
            self.take("page-failed")
            ministry.page_status = 200
            program.open("--patient", SECOND)
            program.wait_patient(SECOND)
            program.wait("Açıklama", a.FIELD).click()
            a.type_text("abc")
            a.keys("ctrl+w")
            program.wait(role=(pyatspi.ROLE_ALERT, pyatspi.ROLE_DIALOG))
            self.take("closing-asks")
        finally:
            program.close()
            ministry.close()


if __name__ == "__main__":
    target = Path(sys.argv[2])
    target.mkdir(parents=True, exist_ok=True)
    for chosen in WORDS:
        shots = Shots(sys.argv[1], target, chosen)
        try:
            shots.training()
            shots.failures()
        finally:
            shots.program.close()
