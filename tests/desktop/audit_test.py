"""The audit trail of a day, as the real window writes it and the clinic reads it."""

import json
import os
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyatspi

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, PROGRAMS, SECOND, main
from trailcase import KEY, TrailCase, mount_disk, unmount_disk


class Audit(TrailCase):
    def day(self):
        """Two patients, their past reports, a lock, a link, a launch for somebody else, a change of doctor."""
        self.opened(FIRST)
        self.program.open("--patient", SECOND, "--page", "history")
        self.program.wait_patient(SECOND)
        self.wait_event("past-reports-read")
        self.lock()
        self.unlock()
        self.program.open(f"hekim-asistani://open?patient={FIRST}")
        self.program.open("--patient", FIRST, "--doctor", OTHER_DOCTOR)
        self.assertEqual(self.program.launch("--logout").returncode, 0)
        self.program.wait_login()
        self.program.log_in(OTHER_DOCTOR)
        self.program.wait("Raporlarım")
        self.wait_event("doctor-changed", "logout", "lock", "unlock")

    def test_what_a_day_writes(self):
        self.day()
        lines = self.lines()
        self.assertEqual([line["seq"] for line in lines], list(range(1, len(lines) + 1)))
        events = [line["event"] for line in lines]
        self.assertEqual(events[:4], ["login", "own-reports-read", "launch", "form-opened"])
        for event in ("past-reports-read", "lock", "unlock", "logout", "doctor-changed"):
            self.assertIn(event, events)
        self.assertLess(events.index("lock"), events.index("unlock"))
        launches = [line for line in lines if line["event"] == "launch"]
        self.assertEqual([line["source"] for line in launches], ["options", "options", "url", "options"])
        self.assertEqual(launches[0]["patientMasked"], a.masked(FIRST))
        self.assertEqual(launches[3]["doctorMasked"], a.masked(OTHER_DOCTOR))
        form = next(line for line in lines if line["event"] == "form-opened")
        self.assertEqual((form["doctorMasked"], form["patientMasked"]), (a.masked(DOCTOR), a.masked(FIRST)))
        self.assertEqual(form["patient"], launches[0]["patient"])
        self.assertEqual({len(line["seal"]) for line in lines}, {64}, "sealed with the institution's key")
        self.assertEqual(len({line["key"] for line in lines}), 1)

    def test_S1_no_whole_number_or_token_is_in_the_trail(self):
        self.day()
        self.program.close()
        for file in self.folder().iterdir():
            content = file.read_text(encoding="utf-8")
            for word in (DOCTOR, OTHER_DOCTOR, FIRST, SECOND, a.grouped(FIRST), "JETON"):
                self.assertNotIn(word, content, file.name)
            self.assertEqual(file.stat().st_mode & 0o077, 0, f"{file.name} is the user's alone")
        self.assertEqual(self.folder().stat().st_mode & 0o077, 0)

    def test_the_trail_is_verified_and_searched_while_the_window_works(self):
        self.day()
        verified = self.audit("verify")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        self.assertIn("Denetim izi bütün", verified.stdout)
        self.assertEqual(verified.stderr, "")
        found = self.rows(request={"patient": SECOND})
        self.assertEqual({row["patientMasked"] for row in found}, {a.masked(SECOND)})
        self.assertIn("past-reports-read", [row["event"] for row in found])
        theirs = self.rows(request={"doctor": OTHER_DOCTOR})
        self.assertIn("doctor-changed", [row["event"] for row in theirs])
        self.assertEqual(self.rows("--from", "2001-01-01", "--to", "2001-12-31"), [])

    def test_a_changed_byte_is_named(self):
        self.day()
        self.program.close()
        file = next(self.folder().glob("audit-*.jsonl"))
        lines = file.read_bytes().split(b"\n")
        lines[2] = lines[2].replace(b"done", b"Done")
        file.write_bytes(b"\n".join(lines))
        verified = self.audit("verify")
        self.assertEqual(verified.returncode, 1)
        self.assertTrue(verified.stdout.startswith(f"{file.name}:3: "), verified.stdout)

    def test_any_changed_byte_of_a_real_trail_is_found_and_located(self):
        self.opened(FIRST)
        self.lock()
        self.unlock()
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.wait_event("unlock")
        self.program.close()
        self.assertVerified()
        done = subprocess.run([PROGRAMS / "audit-flips", self.folder(), "1"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_a_refused_login_is_written_down(self):
        self.ministry.token_reply = lambda _: (400, "application/json", '{"error":"invalid_grant"}')
        self.provision()
        self.program.start()
        self.program.log_in(DOCTOR)
        self.program.wait(a.LOGIN_FAILURE)
        self.wait_event("login")
        line = self.lines()[0]
        self.assertEqual((line["outcome"], line["doctorMasked"]), ("failed", a.masked(DOCTOR)))
        self.assertIn("CredentialsRefused", line["detail"])

    def test_a_setting_that_was_changed_is_written_down_by_name(self):
        self.provision()
        self.program.start()
        self.program.close()
        self.provision(network__http2="true")
        self.program.start()
        self.wait_event("settings-changed")
        line = next(line for line in self.lines() if line["event"] == "settings-changed")
        self.assertEqual(line["detail"], "network/http2")

    def test_a_trail_that_cannot_be_written_stops_nobody(self):
        self.folder().parent.mkdir(parents=True, exist_ok=True)
        self.folder().write_text("a file where the folder should be")
        self.opened(FIRST)
        self.assertSays("Açılanlar şimdilik kaydedilemiyor")
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)

    # The folder is a small disk, and full: nobody's work stops, it is told once, and nothing is lost.
    def test_a_full_disk_stops_nobody_and_loses_nothing(self):
        self.folder().mkdir(parents=True, mode=0o700)
        mount_disk(self.folder(), "64k")
        self.addCleanup(unmount_disk, self.folder())
        self.logged_in()
        self.wait_event("own-reports-read")
        filler = self.folder() / "filler"
        with open(filler, "wb", buffering=0) as full:
            try:
                while full.write(b"x" * 512):
                    pass
            except OSError:
                pass
        self.program.open("--patient", FIRST)
        self.page_of(FIRST)
        self.assertSays("Açılanlar şimdilik kaydedilemiyor")
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)
        self.assertEqual(len(self.lines()), 2)
        filler.unlink()
        a.until(lambda: self.events() == ["login", "own-reports-read", "launch", "form-opened", "launch", "form-opened"],
                "what happened meanwhile is written, in its order", 60)
        self.assertVerified()

    # One user, two sessions of the computer: two windows of different environments write a trail each.
    def test_two_windows_of_two_environments_keep_two_trails(self):
        self.provision()
        self.program.start()
        other = a.Assistant(PROGRAMS)
        self.addCleanup(other.close)
        runtime = other.place / "run"
        runtime.mkdir(mode=0o700)
        (runtime / "hekim-asistani.own-session").touch()
        other.environment.update(XDG_RUNTIME_DIR=str(runtime), XDG_STATE_HOME=self.program.environment["XDG_STATE_HOME"])
        other.write_settings({"environment/name": "training"})
        other.open("--patient", SECOND)
        with ThreadPoolExecutor(2) as both:
            done = [*both.map(lambda of: [of[0].launch("--patient", of[1]).returncode for _ in range(25)],
                              ((self.program, FIRST), (other, SECOND)))]
        self.assertEqual(done, [[0] * 25] * 2)
        for window, environment, patient, launches in ((self.program, "custom", FIRST, 25), (other, "training", SECOND, 26)):
            with self.subTest(environment=environment):
                self.environment = environment
                a.until(lambda n=launches: self.events().count("launch") == n, "each launch is written down")
                count = Counter((line["environment"], line["patientMasked"]) for line in self.lines() if line["event"] == "launch")
                self.assertEqual(count, {(environment, a.masked(patient)): launches})
                verified = window.launch("--audit", "verify", "--environment", environment)
                self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)
        self.environment = "custom"

    def test_a_policy_that_was_changed_is_written_down_by_name(self):
        places = Path("/etc/hekim-asistani")
        if os.geteuid() != 0:
            self.skipTest("needs root, to write a policy")
        made = not places.exists()
        places.mkdir(exist_ok=True)
        self.addCleanup(lambda: made and places.rmdir())
        mount_disk(places, "64k")  # seen by this test's processes only
        self.addCleanup(unmount_disk, places)
        places.chmod(0o755)
        self.provision()
        self.program.start()
        self.program.close()
        (places / "policy.conf").write_text("[login]\nidleLockMinutes=7\n", encoding="utf-8")
        self.program.start()
        self.wait_lines(("policy-changed", "done", "login/idleLockMinutes"))

    def test_going_live_without_the_steps_is_written_down(self):
        """Nothing leaves the computer: whatever the window tries goes to a proxy that is not there."""
        self.program.provision("live", {"institution/code": "340001", "erapor/applicationCode": "X",
                                        "network/proxy": "127.0.0.1:9"}, {"ussPassword": "x", "personKey": KEY.hex()})
        self.program.open()
        gate = self.program.wait("Gerçek ortamdan önce", pyatspi.ROLE_DIALOG, seconds=40)
        gate.find("Adınız", a.FIELD).click()
        a.type_text("Ayla Demir")
        gate.find("Eksiklerle devam et", pyatspi.ROLE_PUSH_BUTTON).press()
        self.environment = "live"
        self.wait_event("gate-overridden")
        line, = self.lines()
        self.assertEqual((line["environment"], line["outcome"]), ("live", "done"))
        self.assertEqual(line["detail"], "hes, remote")  # which lists apply has not been said
        self.assertNotIn("Ayla", json.dumps(line))


if __name__ == "__main__":
    main()
