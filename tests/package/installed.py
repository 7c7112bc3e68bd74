"""The main job of an installed program, as a normal user: the HBYS calls, the doctor logs in to the training ministry, a
second patient is handed over; the engine's sandbox is on; every library of Qt comes from where it should.

Usage: installed.py <folder with hekim-asistani> <where Qt's libraries must come from: a folder, or "appimage">
"""

import os
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "desktop"))

import assistant as a
import mainjob
import pyatspi

THIRD, FOURTH = "23456789060", "10000008098"
RENDERER = "QtWebEngineProcess"


def say(text):
    print(f"  {text}", flush=True)


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def maps(process):
    return set(re.findall(r"(/\S*libQt6\S*)", (process / "maps").read_text()))


def renderers():
    """The engine's processes that show pages: they stand in namespaces of the engine's making."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            arguments = (entry / "cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
            if RENDERER in arguments and "--type=renderer" in arguments:
                found.append(entry)
        except OSError:
            continue
    return found


def check_sandbox():
    """S7: seen from outside, since no page of the engine's own may be visited."""
    processes = renderers()
    expect(processes, "no process shows a page")
    for entry in processes:
        status = (entry / "status").read_text()
        expect("Seccomp:\t2" in status, "S7: a page's process has no system call filter")
        arguments = (entry / "cmdline").read_bytes()
        expect(b"--no-sandbox" not in arguments, "S7: the sandbox is off")
        # Numbers of its own inside a namespace of its own, beside the one by which we know it.
        numbers = re.search(r"^NSpid:(.*)", status, re.MULTILINE)[1].split()
        expect(len(numbers) > 1, "S7: a page's process has no namespace of its own")
    say(f"{len(processes)} processes show pages, each in a sandbox")


def mounts():
    return [line.split()[1] for line in Path("/proc/mounts").read_text().splitlines() if " fuse.appimage " in line]


def unpacked():
    return list(Path(os.environ["HEKIM_PLACE"]).glob("*/tmp/appimage_extracted_*"))


def tree(folder):
    return {path: path.read_bytes() if path.is_file() else None for path in Path(folder).rglob("*")}


def notice(program, part):
    """The message bar that says this."""
    return a.until(lambda: next((bar for bar in program.application().find_all(a.MESSAGE) if part in bar.description), None),
                   f"a notice says “{part}”")


def links(program):
    """The window asks once; links then come through the desktop, whichever way it opens them; and all goes again."""
    data = Path(program.environment["XDG_DATA_HOME"])
    before = tree(data)
    notice(program, "HBYS bağlantıları").find("Kaydet", pyatspi.ROLE_PUSH_BUTTON).press()
    notice(program, "artık bu programı açıyor")
    through_glib = ("from gi.repository import Gio;"
                    "Gio.AppInfo.get_default_for_uri_scheme('hekim-asistani').launch_uris(['{}'])")
    for number, command in ((THIRD, ("xdg-open", "{}")), (FOURTH, ("python3", "-c", through_glib))):
        url = f"hekim-asistani://open?patient={number}&reason=2"
        subprocess.run([part.format(url) for part in command], env=program.environment, check=True, timeout=30,
                       stdin=subprocess.DEVNULL)
        proposal = notice(program, a.masked(number))
        expect(not program.find(a.masked(number), pyatspi.ROLE_PAGE_TAB), "S8: a link opened a patient by itself")
        proposal.find("Aç", pyatspi.ROLE_PUSH_BUTTON).press()
        program.wait_patient(number)
    say("links come through xdg-open and GLib, and only propose")
    program.open("--remove-integration")
    expect(tree(data) == before, f"left behind: {tree(data).keys() ^ before.keys()}")
    say("its registration is gone without a trace")


def main(folder, place):
    expect(os.geteuid() != 0, "this test is about a normal user")
    from_image = place == "appimage"
    program = a.Assistant(folder)
    try:
        program.start("--environment", "training", "--patient", mainjob.PATIENTS[0], "--reason", "2")
        say("the login page has the keyboard")
        program.log_in(mainjob.DOCTOR)
        for number in mainjob.PATIENTS:
            if number != mainjob.PATIENTS[0]:
                window = program.window_process()
                program.open("--environment", "training", "--patient", number, "--reason", "0")
                expect(program.window_process() == window, "a second window was opened")
            program.wait_patient(number)
            program.wait(role=pyatspi.ROLE_DOCUMENT_WEB)
            program.wait_gone("Yükleniyor")
            say(f"the form of {a.masked(number)} is open")
        check_sandbox()
        if from_image:
            links(program)
        if from_image:
            if os.environ.get("HEKIM_EXPECT") == "mounted":
                expect(mounts() and not unpacked(), "the image was to be mounted")
            else:
                expect(unpacked() and not mounts(), "the image was to be unpacked")
            called = Path(f"/proc/{program.window_process()}/cmdline").read_text().split("\0")[0]
            place = called.split("usr/libexec/")[0]
        # Those of the window itself are closed to us (rule S1); its pages' processes load the same Qt.
        libraries = set().union(*map(maps, renderers()))
        expect(len(libraries) > 5, "the pages' processes map no Qt")
        foreign = [name for name in libraries if not name.startswith(place)]
        expect(not foreign, f"libraries from elsewhere: {foreign}")
        say(f"{len(libraries)} libraries of Qt, all from {place}")
    except BaseException:
        print(program.outline(), file=sys.stderr)
        log = Path(program.environment["XDG_STATE_HOME"]) / "hekim-asistani" / "desktop.log"
        print(log.read_text() if log.exists() else "no log", file=sys.stderr)
        raise
    finally:
        program.close()
    if from_image:
        a.until(lambda: not mounts() and not unpacked(), "the image goes with its last window", 10)
        say("nothing is mounted or unpacked any more")
    done = subprocess.run([Path(folder) / "hekim-asistani", "--version"], capture_output=True, text=True, check=True)
    say(done.stdout.strip())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
