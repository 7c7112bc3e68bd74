"""A computer that gives programs 16 MB of /dev/shm, as containers do. Only root can make one."""

import os
import tempfile
import unittest
from pathlib import Path

from cases import DesktopCase, main

# The desktop's own folders lie in /dev/shm as a rule: they stay.
SMALL = """#!/bin/sh
exec unshare -m sh -ec '
hold=$(mktemp -d /tmp/hold.XXXXXX)
mount --bind "$HEKIM_PLACE" "$hold"
mount -t tmpfs -o size=16m,mode=1777 tmpfs /dev/shm
mkdir -p "$HEKIM_PLACE"
mount --bind "$hold" "$HEKIM_PLACE"
exec "$@"' sh {program} "$@"
"""


@unittest.skipUnless(os.geteuid() == 0, "only root gives a program a /dev/shm of its own")
class SharedMemory(DesktopCase):
    def setUp(self):
        super().setUp()
        self.in_training()
        tools = self.program.place / "tools"
        tools.mkdir()
        wrapper = tools / "hekim-asistani"
        wrapper.write_text(SMALL.format(program=self.program.programs / "hekim-asistani"), encoding="utf-8")
        wrapper.chmod(0o755)
        self.program.programs = tools

    def test_the_sessions_folder_is_used_in_silence(self):
        self.program.start()
        self.assertNotIn("paylaşılan bellek", self.program.spoken())

    def test_S2_without_any_memory_the_doctor_is_told(self):
        on_disk = tempfile.TemporaryDirectory(dir="/var/tmp")
        self.addCleanup(on_disk.cleanup)
        os.chmod(on_disk.name, 0o700)
        self.program.environment["XDG_RUNTIME_DIR"] = on_disk.name
        self.program.start()
        self.assertSays("çok az paylaşılan bellek")
        log = next(Path(self.program.place / "state").rglob("desktop.log")).read_text(encoding="utf-8")
        self.assertIn("pages can stay blank", log)


if __name__ == "__main__":
    main()
