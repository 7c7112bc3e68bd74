"""Whoever else is on the computer: links, other processes of the same user, other users. None of them logs in, unlocks, sets a
PIN or learns a number (rules S1, S8, P6)."""

import json
import os
import re
import socket
import struct
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import assistant as a
from cases import DOCTOR, FIRST, OTHER_DOCTOR, SECOND, main
from imagescase import FORM
from lockcase import BUTTON, LOCKED, LockCase

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

# What a page can fire off without anybody's will. Each has its exit code: taken as a proposal, or refused.
GOOD, REFUSED = 0, 2
LINKS = (
    (GOOD, f"hekim-asistani://open?patient={SECOND}"),
    (GOOD, f"hekim-asistani://open?patient={SECOND}&doctor={OTHER_DOCTOR}"),
    (GOOD, f"hekim-asistani://open?doctor={OTHER_DOCTOR}"),
    (REFUSED, f"hekim-asistani://open?doctor={DOCTOR}&pin=482913"),
    (REFUSED, f"hekim-asistani://open?doctor={DOCTOR}&password=x&login=1"),
    (REFUSED, f"hekim-asistani://open?patient={SECOND}&token=JETON"),
    (REFUSED, f"hekim-asistani://open?patient={SECOND}&environment=training"),
    (REFUSED, f"hekim-asistani://open?patient={SECOND}&config=/tmp/x.ini"),
    (REFUSED, "hekim-asistani://open?logout=1"),
    (REFUSED, "hekim-asistani://unlock"),
    (REFUSED, f"hekim-asistani://{SECOND}"),
    (REFUSED, f"hekim-asistani://x@open?patient={SECOND}"),
    (REFUSED, f"hekim-asistani://open:1/?patient={SECOND}"),
    (REFUSED, f"hekim-asistani://open/../{SECOND}"),
    (REFUSED, f"hekim-asistani://open?patient={SECOND}%00"),
    (REFUSED, f"hekim-asistani://open?patient={SECOND}%0a--logout"),
    (REFUSED, "hekim-asistani://open?" + "patient=&" * 5000),
    (REFUSED, "hekim-asistani://open?accession=" + "A" * 100000),
    (REFUSED, "hekim-asistani://open?patient=" + quote("١٠٠٠٠٠٠٠١٤٦")),
    (REFUSED, "hekim-asistani://" + "a" * 100000),
)


def limits(pid, name):
    for line in Path(f"/proc/{pid}/limits").read_text(encoding="ascii").splitlines():
        if line.startswith(name):
            return line.split()[-3:-1]
    return None


class Intruder(LockCase):
    def assertNoNumber(self, text, where):
        for number in (DOCTOR, OTHER_DOCTOR, FIRST, SECOND):
            for form in (number, a.grouped(number)):
                self.assertFalse(form in text, f"{where} holds a number")

    # Links (S8)

    def fire(self):
        for code, link in LINKS:
            with self.subTest(link=link[:70]):
                done = self.program.launch("--", link)
                self.assertEqual(done.returncode, code, done.stderr)
                self.assertNoNumber(done.stdout + done.stderr, "what the launcher says")
                self.assertLess(len(done.stderr), 500)

    def test_S8_links_log_nobody_in(self):
        self.provision(login__acceptDoctorFromLauncher="true")  # which is for the HBYS, not for links
        self.program.start()
        self.fire()
        self.keep(lambda: not self.ministry.requests, "the Ministry is asked for nothing")
        field = self.program.find(a.LOGIN_FIELD)
        self.assertEqual(field.text().replace(" ", ""), OTHER_DOCTOR, "a link fills the field, and does no more")

    def test_S8_links_open_nothing(self):
        self.opened(FIRST)
        before = len(self.ministry.requests)
        self.fire()
        self.keep(lambda: len(self.ministry.requests) == before, "the Ministry is asked for nothing")
        self.program.wait_patient(FIRST)

    def test_S8_P6_links_neither_unlock_nor_are_told_behind_the_lock(self):
        self.opened(FIRST)
        self.lock()
        before = len(self.ministry.requests)
        self.fire()
        self.keep(lambda: len(self.ministry.requests) == before, "the Ministry is asked for nothing")
        self.assertHidden(FIRST, SECOND)
        self.assertNotIn(a.masked(OTHER_DOCTOR), self.everything())
        self.unlock()
        self.program.wait_patient(FIRST)
        self.assertEqual([r.parameters["patientId"] for r in self.ministry.asked(FORM)], [FIRST])

    # The channel, by a process of the same user

    def channel(self):
        return next(Path(os.environ["XDG_RUNTIME_DIR"]).glob("hekim-asistani-*.sock"))

    def say(self, data, hold=False):
        """Answers what came back, or the open connection."""
        peer = socket.socket(socket.AF_UNIX)
        peer.settimeout(10)
        try:
            peer.connect(str(self.channel()))
            peer.sendall(data)
            if hold:
                return peer
            heard = b""
            while part := peer.recv(65536):
                heard += part
        except OSError:
            heard = b""
        peer.close()
        return heard

    @staticmethod
    def framed(**members):
        body = json.dumps({"version": 1, "request": {"source": "options"}, **members}).encode()
        return struct.pack(">I", len(body)) + body

    def test_S1_the_channel_neither_unlocks_nor_tells(self):
        self.opened(FIRST)
        self.lock()
        before = len(self.ministry.requests)
        self.assertIn("accepted", self.say(self.framed(command="open")).decode())  # so do the others fail by themselves
        wishes = [dict(command=c) for c in ("unlock", "login", "logIn", "setPin", "resetPin", "state", "patients", "token",
                                            "settings", "quit", "")]
        wishes += [dict(command="open", pin="482913"), dict(command="open", unlock=True), dict(command="open", token="x"),
                   dict(command="open", request={"source": "options", "doctor": DOCTOR, "pin": "482913"}),
                   dict(command="open", request={"source": "url", "patient": SECOND, "unlock": True})]
        for wish in wishes:
            with self.subTest(**wish):
                heard = self.say(self.framed(**wish)).decode()
                self.assertIn("malformed", heard)
                self.assertNoNumber(heard, "the reply")
                self.assertLess(len(heard), 300)
        self.keep(lambda: len(self.ministry.requests) == before, "the Ministry is asked for nothing")
        self.assertHidden(FIRST, SECOND)

    def test_a_flood_does_not_stop_the_HBYS(self):
        self.opened(FIRST)
        held = [self.say(b"\x00\x00", hold=True) for _ in range(50)]  # half-open; they are left after five seconds
        flood = subprocess.Popen(["/usr/bin/python3", "-c", FLOOD, str(self.channel())], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE)
        self.addCleanup(flood.kill)
        self.assertEqual(flood.stdout.readline(), b"half\n")
        self.program.open("--patient", SECOND)  # in the middle of it
        self.page_of(SECOND)
        self.assertEqual(flood.stdout.readline(), b"done\n")
        self.assertEqual(flood.wait(), 0)
        flood.stdout.close()
        for peer in held:
            if isinstance(peer, socket.socket):
                peer.close()
        self.program.tab(FIRST).click()
        self.program.wait_patient(FIRST)
        self.assertEqual(len(self.program.tabs()), 3)

    # Another user of the computer

    def as_nobody(self, *command):
        return subprocess.run([*NOBODY, *command], stdin=subprocess.DEVNULL, capture_output=True, check=False)

    def processes(self):
        """The program's, and the engine's below its window."""
        parents = {}
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit():
                    parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
        found = set(self.program.processes())
        while more := {pid for pid, parent in parents.items() if parent in found} - found:
            found |= more
        return sorted(found)

    def test_S1_another_user_reads_nothing(self):
        if os.getuid() != 0:
            self.skipTest("only root can become another user")
        self.opened(FIRST)
        self.lock()
        # Takes away the protection of everything around: homes can be open to others.
        places = [self.program.place, Path(os.environ["HEKIM_PLACE"])]
        for folder in (*places, *(self.program.place / n for n in ("home", "config", "data", "state", "cache"))):
            folder.chmod(0o755)
        listed = self.as_nobody("find", *map(str, places), "-type", "f", "-readable").stdout.decode().splitlines()
        ours = [Path(name).name for name in listed if "hekim-asistani" in name.replace(str(places[0]), "").replace(str(places[1]), "")]
        self.assertEqual(sorted(set(ours) - {"settings.ini"}), [], "read by another user")
        for name in listed:
            with self.subTest(name=name):
                data = Path(name).read_bytes()
                self.assertFalse(any(n.encode() in data for n in (DOCTOR, FIRST)), "another user reads a number")
        for place in (self.program.place / "state" / "hekim-asistani", self.program.place / "state" / "hekim-asistani" / "audit",
                      Path(os.environ["XDG_RUNTIME_DIR"])):
            with self.subTest(place=place):
                self.assertNotEqual(self.as_nobody("ls", str(place)).returncode, 0)
        for pid in self.processes():
            for name in ("mem", "environ", "maps", "io", "auxv"):
                with self.subTest(pid=pid, name=name):
                    self.assertNotEqual(self.as_nobody("head", "-c1", f"/proc/{pid}/{name}").returncode, 0)
            line = self.as_nobody("cat", f"/proc/{pid}/cmdline", f"/proc/{pid}/comm").stdout.decode()
            self.assertNoNumber(line, "the process list")
        left = [e for e in self.as_nobody("find", "/dev/shm", "/tmp", "-maxdepth", "1", "-newer",
                                          str(self.program.place / "config" / "hekim-asistani" / "settings.ini")).stdout
                .decode().splitlines() if re.search(r"\d{11}", e)]
        self.assertEqual(left, [], "a file's name holds a number")

    def test_S7_no_process_leaves_a_core_dump(self):
        self.opened(FIRST)
        processes = self.processes()
        self.assertGreaterEqual(len(processes), 4)
        for pid in processes:
            with self.subTest(pid=pid):
                self.assertIn(limits(pid, "Max core file size"), (["0", "0"], ["1", "1"]))

    def assertHearsNobodyElse(self, table, place):
        """The pages' gate alone listens, on loopback, and closes what another user opens."""
        address, port = place.split(":")
        self.assertEqual((table, address), ("tcp", "0100007F"), f"listens at {place}")
        ask = ("import socket, sys; s = socket.create_connection(('127.0.0.1', int(sys.argv[1])), 10); s.settimeout(10)\n"
               "try: s.sendall(b'CONNECT x.saglik.gov.tr:443 HTTP/1.1\\r\\n\\r\\n'); print(s.recv(99))\n"
               "except ConnectionError: print(b'')")
        asked = [sys.executable, "-c", ask, str(int(port, 16))]
        answer = subprocess.run(asked, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL).stdout.strip()
        self.assertIn("HTTP/1.1 ", answer, "this user's own programs are heard")
        if os.getuid() == 0:
            self.assertEqual(self.as_nobody(*asked).stdout.strip(), b"b''", "another user is not")

    def test_S1_nothing_of_ours_listens_where_others_can_ask(self):
        self.opened(FIRST)
        window = set(self.processes())
        inodes = set()
        for pid in window:
            for entry in Path(f"/proc/{pid}/fd").iterdir():
                try:
                    inodes.update(re.findall(r"socket:\[(\d+)\]", os.readlink(entry)))
                except OSError:
                    continue
        for table in ("tcp", "tcp6", "udp", "udp6"):
            for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
                fields = line.split()
                if fields[9] in inodes and fields[3] == "0A":
                    self.assertHearsNobodyElse(table, fields[1])
        listening = [line.split() for line in Path("/proc/net/unix").read_text(encoding="utf-8").splitlines()[1:]]
        names = [fields[7] for fields in listening if fields[6] in inodes and int(fields[3], 16) & 0x10000 and len(fields) > 7]
        self.assertEqual(names, [str(self.channel())])
        self.assertEqual(self.channel().parent.stat().st_mode & 0o77, 0)

    # The desktop's own traces (P6)

    def test_P6_S1_the_desktop_keeps_no_trace(self):
        listener = subprocess.Popen(["/usr/bin/python3", str(Path(__file__).with_name("eavesdropper.py"))], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.addCleanup(listener.kill)
        self.assertEqual(listener.stdout.readline(), "listening\n")
        self.opened(FIRST)
        self.write_into_the_form()
        a.keys("ctrl+a")  # what is selected is the desktop's primary selection
        self.lock()
        self.program.open("--patient", SECOND)
        self.assertSays("HBYS’den gelen 1 istek bekliyor")
        self.assertHidden(FIRST, SECOND)
        listener.terminate()
        heard = [json.loads(line) for line in listener.stdout]
        listener.wait()
        listener.stdout.close()
        locked = next((n for n, event in enumerate(heard) if LOCKED in event["text"]), None)
        self.assertTrue(heard, "events were heard")
        after = heard[locked:] if locked is not None else []
        for event in after:
            text = event["text"].replace(a.masked(DOCTOR), "")  # who is logged in stands on the lock page
            self.assertIsNone(re.search(r"\d{3}", text), f"{event['type']}: digits in an event of the locked window")
            self.assertNotIn("Muayene", event["text"])
        for selection in ("clipboard", "primary", "secondary"):
            done = subprocess.run(["xclip", "-o", "-selection", selection], stdin=subprocess.DEVNULL, capture_output=True,
                                  text=True, check=False)
            self.assertNotIn("Muayene", done.stdout, f"the {selection} selection")
            self.assertNoNumber(done.stdout, f"the {selection} selection")
        for window in self.program.window_ids():
            properties = a.run("xprop", "-id", window)
            self.assertNoNumber(properties, "a property of the window")
            self.assertIsNone(re.search(r"\d{3}•", properties))
        for path in Path(os.environ["HEKIM_PLACE"]).rglob("recently-used*"):
            self.assertNoNumber(path.read_text(encoding="utf-8"), "the list of recent files")


FLOOD = """
import socket, sys
def peer():
    s = socket.socket(socket.AF_UNIX); s.settimeout(5); s.connect(sys.argv[1]); return s
kept = []
for n in range(10000):
    if n == 5000: print("half", flush=True)
    try:
        s = peer()
        if n % 7 == 0: s.sendall(b"\\xff" * 100000)
        elif n % 5 == 0: s.sendall(b"\\x00\\x01\\x00\\x00" + b"[" * 65000)
        elif n % 3 == 0: s.sendall(b"\\x00\\x00")
        if n % 50 == 0: kept.append(s)
        else: s.close()
    except OSError:
        pass
print("done", flush=True)
"""


if __name__ == "__main__":
    main()
