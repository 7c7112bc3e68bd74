"""A clinic's day in minutes: three doctors, many patients, locks, outages and sessions that run out (issue: the shared
workstation). Nothing may grow that does not shrink again, and nobody may see another's patient: told by the pixels of
images and by what the ministry was asked (rule P1). The day's audit trail must verify.

Usage: day.py <folder of the programs> [patients]
"""

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "desktop"))

import pyatspi

import assistant as a
from cases import DOCTOR, OTHER_DOCTOR, identity_number
from imagescase import FIELD, has_colour
from lockcase import LockCase
from memory_test import private_memory

PATIENTS = int(sys.argv[2]) if len(sys.argv) > 2 else 300
DOCTORS = (DOCTOR, OTHER_DOCTOR, "10000009088")
FORM = "/healthstatusweb/singledoctor/createreport"
OPEN_TABS = 5  # then the doctor tidies up
CHANGE_BUDGET = 2_000_000  # lines that are verified while bytes of the trail are changed: a minute or so
KEPT_PER_PATIENT = 256  # KiB, as in memory_test.py; half of it, since half of the patients are measured


def handles(process):
    """Without one kind: what the engine drew of each page it keeps in a segment of 4,096 bytes until it has 2,000 such
    drawings. That is some 160 tabs; then it gives them back (seen: 160 segments at most over 260 tabs)."""
    count = 0
    for handle in Path(f"/proc/{process}/fd").iterdir():
        try:
            drawn = "/.org.chromium.Chromium." in os.readlink(handle) and handle.stat().st_size == 4096
        except OSError:
            continue
        count += not drawn
    return count


class Day(LockCase):
    def setUp(self):
        super().setUp()
        self.ministry.past_reports = (200, "application/json", json.dumps([{"raporNo": "900"}]))
        self.broken = False
        good = self.ministry.reply

        def reply(request):
            if self.broken and request.path == FORM:
                return 503, "text/html", "bakım"
            return good(request)

        self.ministry.reply = reply
        self.measured = []

    def token_of(self, request):
        return request.parameters.get("Authorization")

    def form_of(self, patient):
        """The patient's form is there, and was asked for with this doctor's token, and for nobody else."""
        self.page_of(patient)
        self.program.wait_patient(patient)
        last = self.ministry.asked(FORM)[-1]
        self.assertEqual(last.parameters["patientId"], patient)
        self.assertIn(self.token_of(last), self.tokens)

    def open(self, patient):
        self.program.open("--patient", patient)

    def look_at_past_reports(self, patient):
        self.view("Geçmiş raporlar")
        self.assertSays("1 / 1 rapor")

    def look_at_images(self, patient):
        self.view("Görüntüler")
        self.program.wait(FIELD, a.FIELD).click()
        a.type_text(f"ACC-{patient[:4]}")
        a.keys("Return")
        self.image_of(patient, f"ACC-{patient[:4]}")
        a.until(lambda: has_colour(patient), "the patient's image is on the screen")

    def leave_for_coffee(self, patient):
        """Another click in the HBYS meanwhile: it waits."""
        self.lock()
        self.assertHidden(patient)
        coming = next(self.coming)
        self.open(coming)
        self.assertHidden(patient, coming)
        self.unlock()
        self.form_of(coming)
        self.tabs += 1

    def meet_an_outage(self, _):
        self.broken = True
        coming = next(self.coming)
        self.open(coming)
        again = self.program.wait("Yeniden dene", pyatspi.ROLE_PUSH_BUTTON)
        self.broken = False
        again.press()
        self.form_of(coming)
        self.tabs += 1

    def lose_the_session(self, patient):
        """The ministry forgets the token: the next service asks for a new one."""
        self.ministry.tokens += 1
        self.look_at_past_reports(patient)
        self.tokens.add(self.ministry.token_value())

    def tidy_up(self):
        for left in range(self.tabs - 1, -1, -1):
            a.keys("ctrl+w")
            a.until(lambda: len(self.program.tabs()) == left + 1, "the tab is closed")  # and Raporlarım
        self.tabs = 0

    def measure(self):
        process = self.program.window_process()
        files = [file for file in self.program.place.rglob("*") if file.is_file() and "audit" not in file.parts]
        self.measured.append({
            "memory": private_memory(process),
            "handles": handles(process),
            "processes": len(self.program.processes()),
            "files": len(files),
        })

    def work(self, doctor):
        self.program.log_in(doctor)
        self.program.wait("Raporlarım")
        self.tokens = {self.ministry.token_value()}
        self.tabs = 0
        happenings = {3: self.look_at_past_reports, 6: self.look_at_images, 8: self.leave_for_coffee,
                      13: self.meet_an_outage}
        for number in range(PATIENTS // len(DOCTORS)):
            patient = next(self.coming)
            self.open(patient)
            self.form_of(patient)
            self.tabs += 1
            happenings.get(number % 20, lambda _: None)(patient)
            if number == 17:  # once: what is refused again within minutes is not asked for by itself (rule W3)
                self.lose_the_session(patient)
            if self.tabs >= OPEN_TABS:
                self.tidy_up()
                self.measure()
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait_login()

    def test_day(self):
        self.coming = (identity_number(f"{300000000 + 7 * n}") for n in range(2 * PATIENTS))
        self.provision()
        self.program.start()
        self.program.wait_login()
        for doctor in DOCTORS:
            self.work(doctor)

        third = max(1, len(self.measured) // 3)
        early, late = self.measured[third:2 * third], self.measured[-third:]
        seen = len(self.ministry.asked(FORM))
        print(f"{PATIENTS} patients, {seen} forms, {len(DOCTORS)} doctors", flush=True)
        for what in ("memory", "handles", "processes", "files"):
            before, after = min(m[what] for m in early), min(m[what] for m in late)
            print(f"  {what}: {before} in the day's middle, {after} at its end", flush=True)
            allowed = KEPT_PER_PATIENT * PATIENTS // 2 if what == "memory" else 4
            self.assertLessEqual(after - before, allowed, what)

        verified = self.program.launch("--audit", "verify", "--environment", "custom")
        self.assertEqual(verified.returncode, 0, verified.stderr)
        trail = [json.loads(line) for file in sorted(self.program.place.rglob("audit-*.jsonl"))
                 for line in file.read_text(encoding="utf-8").splitlines()]
        print(f"  audit trail: {len(trail)} lines, verified", flush=True)
        folder = next(self.program.place.rglob("audit.end")).parent
        size = sum(file.stat().st_size for file in folder.glob("audit-*.jsonl"))
        every = max(1, size * len(trail) // CHANGE_BUDGET)
        changed = subprocess.run([Path(sys.argv[1]) / "audit-flips", folder, str(every)], capture_output=True, text=True,
                                 check=False)
        self.assertEqual(changed.returncode, 0, changed.stdout + changed.stderr)
        print(f"  every {every}. of its {size} bytes changed: {changed.stdout.strip()}", flush=True)
        self.assertEqual(len({line["doctor"] for line in trail if line["event"] == "login"}), len(DOCTORS))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]], verbosity=2)
