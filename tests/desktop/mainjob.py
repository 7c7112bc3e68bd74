"""The main job on a display without a person: from the HBYS's call to two patients side by side, with screenshots.

Usage: mainjob.py <folder of the programs> <folder for the screenshots>
"""

import sys
from pathlib import Path

import pyatspi

import assistant as a

DOCTOR = "10000000146"
PATIENTS = ("10000000146", "17291716060")


def main(programs, shots):
    program = a.Assistant(programs)
    try:
        print("The HBYS calls for the first patient …", flush=True)
        program.start("--environment", "training", "--patient", PATIENTS[0], "--reason", "2")
        a.screenshot(shots / "1-login.png")
        print("The doctor logs in …", flush=True)
        program.log_in(DOCTOR)
        program.wait_patient(PATIENTS[0])
        program.wait(role=pyatspi.ROLE_DOCUMENT_WEB)
        program.wait_gone("Yükleniyor")
        a.screenshot(shots / "2-form.png")
        print("The HBYS calls for a second patient …", flush=True)
        program.open("--environment", "training", "--patient", PATIENTS[1], "--reason", "0")
        program.wait_patient(PATIENTS[1])
        program.wait(role=pyatspi.ROLE_DOCUMENT_WEB)
        program.wait_gone("Yükleniyor")
        a.screenshot(shots / "3-second-patient.png")
        print("Both patients are open, each in a tab of its own.", flush=True)
    finally:
        program.close()


if __name__ == "__main__":
    folder = Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    main(sys.argv[1], folder)
