"""What the tests of the audit trail share: its lines, and whose the digests in them are."""

import csv
import ctypes
import hashlib
import hmac
import io
import json
import os
import unittest

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, SECRET, THIRD
from lockcase import LockCase

KEY = bytes(range(32))
PERSONS = (DOCTOR, OTHER_DOCTOR, FIRST, SECOND, THIRD)
LOGIN_LINES = [("login", "done", DOCTOR), ("own-reports-read", "done", DOCTOR)]
CLONE_NEWNS, MS_REC, MS_PRIVATE = 0x00020000, 0x4000, 0x40000


def launched(patient, page="create", source="options", outcome="done"):
    return "launch", outcome, patient, source, page


def form(patient, doctor=DOCTOR):
    return "form-opened", "done", doctor, patient


def digest(number):
    """As docs/audit.md has it."""
    return hmac.new(KEY, f"audit:{number}".encode(), hashlib.sha256).hexdigest()


def mount_disk(place, size):
    """A small disk of this test's own processes in place of a folder; nobody else sees it, and it goes with them."""
    system = ctypes.CDLL(None, use_errno=True)
    if system.unshare(CLONE_NEWNS) or system.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None) \
            or system.mount(b"none", os.fsencode(place), b"tmpfs", 0, f"mode=700,size={size}".encode()):
        raise unittest.SkipTest(f"needs root, to mount a small disk ({os.strerror(ctypes.get_errno())})")


def unmount_disk(place):
    ctypes.CDLL(None).umount2(os.fsencode(place), 2)


class TrailCase(LockCase):
    maxDiff = None
    more_secrets = {"enabizPassword": SECRET, "personKey": KEY.hex()}
    environment = "custom"  # whose trail is looked at

    def tearDown(self):
        super().tearDown()
        self.program.close()  # whose lock file would go while it is read
        if self.folder().is_dir():
            for file in self.folder().iterdir():
                content = file.read_text(encoding="utf-8")
                for number in PERSONS:
                    for form in (number, a.grouped(number)):
                        self.assertNotIn(form, content, f"rule S1: {file.name}")

    def folder(self):
        return self.program.place / "state" / "hekim-asistani" / "audit" / self.environment

    def lines(self):
        return [json.loads(line) for file in sorted(self.folder().glob("audit-*.jsonl"))
                for line in file.read_text(encoding="utf-8").splitlines()]

    def events(self):
        return [line["event"] for line in self.lines()]

    def wait_event(self, *events):
        a.until(lambda: all(event in self.events() for event in events), f"{events} are written down")

    def person(self, line, role):
        """Whom the digest stands for; the masked number must be the same person's."""
        if role not in line:
            self.assertNotIn(role + "Masked", line)
            return None
        number = {digest(number): number for number in PERSONS}[line[role]]
        self.assertEqual(line[role + "Masked"], a.masked(number))
        return number

    def told(self, line):
        """The line in short: "launch done <doctor> <patient> options: create", without what is not there."""
        words = [line["event"], line["outcome"], self.person(line, "doctor"), self.person(line, "patient"),
                 line.get("source"), line.get("detail")]
        return tuple(word for word in words if word is not None)

    def wait_lines(self, *expected):
        """Exactly these lines, each in short."""
        expected = list(expected)

        def written():
            return [self.told(line) for line in self.lines()]

        try:
            a.until(lambda: written() == expected, "the lines are written")
        except a.Unmet:
            self.assertEqual(written(), expected)
        for line in self.lines():
            self.assertEqual(line["environment"], "custom")
            self.assertRegex(line["time"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
            self.assertTrue(line["station"])

    def wait_refusal(self, *before, begin):
        """One line more, that begins like this; answers it with what it says of the failure."""
        try:
            a.until(lambda: len(self.lines()) > len(before), "the failure is written down")
        except a.Unmet:
            pass
        last = self.told(self.lines()[-1])
        self.assertEqual(last[:-1], begin)
        self.wait_lines(*before, last)
        return last

    def audit(self, *arguments, request=None):
        more = [] if request is None else ["--request", "-"]
        return self.program.launch("--audit", *arguments, *more, "--environment", self.environment,
                                   stdin=None if request is None else json.dumps(request))

    def assertVerified(self):
        verified = self.audit("verify")
        self.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

    def rows(self, *arguments, request=None):
        done = self.audit("export", *arguments, request=request)
        self.assertEqual(done.returncode, 0, done.stderr)
        return list(csv.DictReader(io.StringIO(done.stdout.lstrip("\ufeff")), delimiter=";"))
