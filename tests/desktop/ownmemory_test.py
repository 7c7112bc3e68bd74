"""The window against other processes of the same user, who is not root: nobody reads its memory (rule S1), and the engine's
sandbox stands nevertheless (rule S7)."""

import ctypes
import os
from pathlib import Path

import cases
from cases import DOCTOR, FIRST, MinistryCase, main
from processes import renderers

PTRACE_ATTACH, PTRACE_DETACH = 16, 17


def namespaces(pid):
    return {name: os.readlink(f"/proc/{pid}/ns/{name}") for name in ("user", "pid", "net")}


def status(pid, field):
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(field + ":"):
            return line.split(":", 1)[1].strip()
    return None


class Closed(MinistryCase):
    def setUp(self):
        super().setUp()
        if os.getuid() == 0:
            self.skipTest("root reads everything")

    def working(self):
        self.logged_in("--patient", FIRST)
        self.page_of(FIRST)
        return self.program.window_process()

    def test_S1_the_windows_memory_is_closed_to_the_users_other_processes(self):
        window = self.working()
        for name in ("mem", "environ", "maps", "io", "auxv", "syscall"):
            with self.subTest(name=name), self.assertRaises(PermissionError):
                Path(f"/proc/{window}/{name}").open("rb").close()
        with self.assertRaises(PermissionError):
            os.listdir(f"/proc/{window}/fd")
        libc = ctypes.CDLL(None, use_errno=True)
        libc.ptrace.argtypes = ctypes.c_long, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
        attached = libc.ptrace(PTRACE_ATTACH, window, None, None) == 0
        if attached:
            os.waitpid(window, 0)
            libc.ptrace(PTRACE_DETACH, window, None, None)
        self.assertFalse(attached, "a debugger can be attached")
        self.assertFalse(any(n in Path(f"/proc/{window}/cmdline").read_text(encoding="utf-8") for n in (DOCTOR, FIRST)))

    def test_S7_pages_are_confined_although_the_window_is_closed(self):
        window = self.working()
        pages = renderers(window)
        self.assertGreaterEqual(len(pages), 2)
        mine = namespaces(os.getpid())
        for page in pages:
            with self.subTest(page=page):
                self.assertEqual(status(page, "Seccomp"), "2")
                self.assertEqual(status(page, "NoNewPrivs"), "1")
                theirs = namespaces(page)
                self.assertEqual([name for name in mine if theirs[name] == mine[name]], [], "shared namespaces")


if __name__ == "__main__":
    cases.EVIDENCE = Path(os.environ["HEKIM_PLACE"])  # the build's belongs to another user
    main()
