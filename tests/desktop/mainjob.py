"""The main job on a display without a person: from the HBYS's call to two patients, a form and its images, with screenshots.

Usage: mainjob.py <folder of the programs> <folder for the screenshots>
"""

import sys
from pathlib import Path

import pyatspi

import assistant as a
import pictures
from formcase import DECISION, PERSON, fill
from imagescase import wait_study

DOCTOR = "17291716060"
FIRST, SECOND = "10000000146", "10000008098"


def main(programs, shots):
    program = a.Assistant(programs)
    try:
        print("The HBYS calls for the first patient …", flush=True)
        program.start("--environment", "training", "--patient", FIRST, "--reason", "2")
        program.wait_text(a.masked(FIRST))
        pictures.take(shots / "1-login.png")
        print("The doctor logs in and writes …", flush=True)
        program.log_in(DOCTOR)
        program.wait_patient(FIRST)
        fill(program, PERSON | DECISION)
        pictures.take(shots / "2-form.png")
        print("The HBYS calls for a second patient, with images …", flush=True)
        program.open("--environment", "training", "--patient", SECOND, "--reason", "2", "--accession", "TR-1001",
                     "--page", "create")
        program.wait("Göster", pyatspi.ROLE_PUSH_BUTTON).press()  # who writes is not taken away from it
        program.wait_patient(SECOND)
        a.keys("ctrl+4")
        wait_study(program)  # the form moves aside for it
        fill(program, PERSON)
        pictures.take(shots / "3-beside-images.png")
        print("Both patients are open, each in a tab of its own.", flush=True)
    finally:
        program.close()


if __name__ == "__main__":
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    main(sys.argv[1], folder)
