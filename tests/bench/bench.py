"""What a click and a start cost, beside Chromium opening the same address.

Both programs are measured by what arrives at a server, so that both pay for the same things:
- click: from starting the launcher (or `chromium --app=URL`, its window running already) to the page's request;
- start: from starting the program to the request that a pressed Enter key causes. Enter is pressed about every 4 ms
  from the beginning on; the login page (there: a page with a form) is given the doctor's number beforehand, so that the
  first Enter that is taken sends the login. It ends when keys are really taken, and nothing is asked of the program.

Usage: bench.py <folder of the programs> [runs]
"""

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "desktop"))

import assistant as a
from ministry import Ministry

DOCTOR = "10000000146"
TOKEN = "/AuthApi/connect/token"
FORM = "/healthstatusweb/singledoctor/createreport"
LOGIN_PAGE = """<!doctype html><meta charset="utf-8"><title>Login</title>
<form action="/taken"><input name="number" value="10000000146" autofocus><button>Log in</button></form>"""
CLICK_LIMIT = 15  # ms: a click may cost that at most


class BenchMinistry(Ministry):
    def reply(self, request):
        if request.path == "/login":
            return 200, "text/html", LOGIN_PAGE
        if request.path == "/taken":
            return 200, "text/html", "<!doctype html><title>Taken</title>"
        return super().reply(request)


def patient(index):
    """A valid number of its own for each run."""
    digits = [int(c) for c in f"{200000000 + index * 17:09d}"]
    tenth = (7 * sum(digits[0::2]) - sum(digits[1::2])) % 10
    digits += [tenth, (sum(digits) + tenth) % 10]
    return "".join(map(str, digits))


class Chromium:
    """The browser as root's test machine and a person's desktop have it; one profile, reused, so that its cold start is
    not its first start."""

    def __init__(self, program, place):
        self.command = [program, f"--user-data-dir={place}", "--no-first-run", "--no-default-browser-check",
                        "--disable-sync", "--password-store=basic"]
        if os.geteuid() == 0:
            self.command.append("--no-sandbox")
        self.process = None

    def open(self, url):
        process = subprocess.Popen([*self.command, f"--app={url}"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True)
        if self.process is None:
            self.process = process
        return process

    def close(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process = None


class Keys:
    """Presses Enter all the time."""

    def __enter__(self):
        self.process = subprocess.Popen(["xdotool", "key", "--repeat", "100000", "--repeat-delay", "4", "Return"],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()


def milliseconds(ministry, part, known, begin):
    request = ministry.wait_for(part, known + 1, 60)[known]
    return (request.at - begin) * 1000


def assistant_for(programs, ministry):
    program = a.Assistant(programs)
    program.environment.pop("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", None)  # nobody reads the screen while it is measured
    program.provision("custom", {"institution/code": "340001", "erapor/applicationCode": "BENCH",
                                 "endpoints/erapor": ministry.address}, {"ussPassword": "bench"})
    return program


def measure_click(programs, runs):
    ministry = BenchMinistry()
    program = assistant_for(programs, ministry)
    times = []
    try:
        with Keys():
            program.open("--doctor", DOCTOR)
            ministry.wait_for(TOKEN, 1, 60)
        for index in range(runs + 2):
            known = len(ministry.asked(FORM))
            begin = time.monotonic()
            launcher = subprocess.Popen([program.programs / "hekim-asistani", "--patient", patient(index)],
                                        env=program.environment, stdin=subprocess.DEVNULL)
            took = milliseconds(ministry, FORM, known, begin)
            if launcher.wait(10) != 0:
                a.fail("the launcher was refused")
            if index >= 2:
                times.append(took)
            settle()
    finally:
        program.close()
        ministry.close()
    return times


def settle():
    """Until the machine has done what the last run left to do, as far as it comes to rest at all: 3 s at most."""
    end = time.monotonic() + 3
    calm = 0
    while calm < 3 and time.monotonic() < end:
        before = processor_times()
        time.sleep(0.1)
        ticks = [now - then for then, now in zip(before, processor_times())]
        busy = 1 - (ticks[3] + ticks[4]) / max(1, sum(ticks))
        calm = calm + 1 if busy < 0.15 else 0


def processor_times():
    return [int(value) for value in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]


def measure_chromium_click(browser, runs):
    ministry = BenchMinistry()
    times = []
    try:
        browser.open(f"{ministry.address}/login")
        ministry.wait_for("/login", 1, 60)
        settle()
        for index in range(runs + 2):
            known = len(ministry.asked(FORM))
            begin = time.monotonic()
            launcher = browser.open(f"{ministry.address}{FORM}?patientId={patient(index)}")
            took = milliseconds(ministry, FORM, known, begin)
            launcher.wait(10)
            if index >= 2:
                times.append(took)
            settle()
    finally:
        browser.close()
        ministry.close()
    return times


def measure_start(programs, runs):
    ministry = BenchMinistry()
    program = assistant_for(programs, ministry)
    times = []
    try:
        for index in range(runs + 2):
            settle()
            known = len(ministry.asked(TOKEN))
            with Keys():
                begin = time.monotonic()
                launcher = subprocess.Popen([program.programs / "hekim-asistani", "--doctor", DOCTOR],
                                            env=program.environment, stdin=subprocess.DEVNULL)
                took = milliseconds(ministry, TOKEN, known, begin)
            launcher.wait(30)
            if index >= 2:
                times.append(took)
            program.close()
    finally:
        program.close()
        ministry.close()
    return times


def measure_chromium_start(browser, runs):
    ministry = BenchMinistry()
    times = []
    try:
        for index in range(runs + 2):
            settle()
            known = len(ministry.asked("/taken"))
            with Keys():
                begin = time.monotonic()
                browser.open(f"{ministry.address}/login")
                took = milliseconds(ministry, "/taken", known, begin)
            if index >= 2:
                times.append(took)
            browser.close()
    finally:
        browser.close()
        ministry.close()
    return times


def say(name, times):
    print(f"{name:<58} median {statistics.median(times):7.1f} ms   ({min(times):.1f} to {max(times):.1f}, {len(times)} runs)",
          flush=True)
    return statistics.median(times)


def main(programs, runs):
    if os.getloadavg()[0] > 1:
        print(f"This machine is busy with something else (load {os.getloadavg()[0]:.1f}): the times say little.")
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    print(f"Click to request on the wire, with the window already running (at most {CLICK_LIMIT} ms wanted)")
    click = say("  Hekim Asistanı", measure_click(programs, runs))
    if found:
        browser = Chromium(found, Path(os.environ["HEKIM_PLACE"]) / "chromium")
        theirs = say("  chromium --app=URL", measure_chromium_click(browser, runs))
        print(f"  ratio {click / theirs:.2f}")
    print("Start of the process to a login page that takes keys (at most half of Chromium's cold start wanted)")
    start = say("  Hekim Asistanı", measure_start(programs, runs))
    if found:
        theirs = say("  chromium --app=URL, not running", measure_chromium_start(browser, runs))
        print(f"  ratio {start / theirs:.2f}")
    else:
        print("  Chromium is not installed here: no ratios.")


if __name__ == "__main__":
    main(sys.argv[1], max(10, int(sys.argv[2]) if len(sys.argv) > 2 else 12))
