"""The audit trail of a day, as the real window writes it and the clinic reads it."""

import csv
import io
import json

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, main
from lockcase import LockCase


class Audit(LockCase):
    def folder(self):
        return self.program.place / "state" / "hekim-asistani" / "audit"

    def lines(self):
        return [json.loads(line) for file in sorted(self.folder().glob("audit-*.jsonl"))
                for line in file.read_text(encoding="utf-8").splitlines()]

    def events(self):
        return [line["event"] for line in self.lines()]

    def wait_event(self, *events):
        a.until(lambda: all(event in self.events() for event in events), f"{events} are written down")

    def audit(self, *arguments, request=None):
        more = [] if request is None else ["--request", "-"]
        return self.program.launch("--audit", *arguments, *more, "--environment", "custom",
                                   stdin=None if request is None else json.dumps(request))

    def rows(self, *arguments, request=None):
        done = self.audit("export", *arguments, request=request)
        self.assertEqual(done.returncode, 0, done.stderr)
        return list(csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff")), delimiter=";"))

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
        self.assertSays("Açılanlar şu anda kaydedilemiyor")
        self.program.open("--patient", SECOND)
        self.page_of(SECOND)


if __name__ == "__main__":
    main()
