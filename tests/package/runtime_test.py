"""The AppImage's own runtime, with a small image: it becomes AppRun, and keeps the image for as long as a program runs out
of it, mounted or unpacked."""

import os
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

import common
from common import SOURCE

APPRUN = """#!/bin/sh
# Answers what it was called with; with "stay" it leaves a process behind that runs out of the image, as the window does.
echo "$APPDIR"
echo "$APPIMAGE"
echo "$PWD"
for argument; do echo "argument $argument"; done
cat
echo "to standard error" >&2
if [ "$1" = stay ]; then
    "$APPDIR/stays" "$2" </dev/null >/dev/null 2>&1 &
fi
exit 5
"""
STAYS = """#!/bin/sh
# Until the file is gone. What it reads afterwards is still in the image.
while [ -e "$1" ]; do sleep 0.01; done
cat "$(dirname "$0")/content" >"$1.read"
"""


def until(condition, what, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.01)


def can_mount():
    return os.access("/dev/fuse", os.R_OK | os.W_OK) and (os.geteuid() == 0 or shutil.which("fusermount3"))


class Runtime(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="hekim runtime ")  # a blank in the path, as people have it
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        app = self.folder / "AppDir"
        (app / "deep/er").mkdir(parents=True)
        for name, text in (("AppRun", APPRUN), ("stays", STAYS)):
            (app / name).write_text(text)
            (app / name).chmod(0o755)
        (app / "content").write_bytes(bytes(range(256)) * 4096)  # several blocks
        (app / "deep/er/empty").touch()
        (app / "deep/link").symlink_to("er/empty")
        subprocess.run([SOURCE / "installer/linux/appimage/runtime.sh", self.folder / "runtime"], check=True)
        subprocess.run(["mksquashfs", app, self.folder / "image", "-quiet", "-no-progress", "-comp", "zstd"], check=True,
                       stdout=subprocess.DEVNULL)
        self.image = self.folder / "Test.AppImage"
        self.image.write_bytes((self.folder / "runtime").read_bytes() + (self.folder / "image").read_bytes())
        self.image.chmod(0o755)
        self.place = self.folder / "tmp"
        self.place.mkdir()
        self.environment = {"PATH": "/usr/bin:/bin:/usr/sbin", "TMPDIR": str(self.place)}

    def call(self, *arguments, stdin="", **environment):
        return subprocess.run([self.image, *arguments], env={**self.environment, **environment}, input=stdin,
                              capture_output=True, text=True, cwd="/usr", timeout=20, check=False)

    def left(self):
        return list(self.place.iterdir())

    def ways(self):
        yield "unpacked", {"APPIMAGE_EXTRACT_AND_RUN": "1"}
        if can_mount():
            yield "mounted", {}

    def test_becomes_apprun(self):
        for way, environment in self.ways():
            with self.subTest(way):
                done = self.call("--patient", "a b", "", stdin="input\n", **environment)
                lines = done.stdout.splitlines()
                self.assertEqual(done.returncode, 5)
                self.assertTrue(lines[0].startswith(str(self.place)), lines[0])
                self.assertEqual(lines[1:], [str(self.image), "/usr", "argument --patient", "argument a b", "argument ",
                                             "input"])
                self.assertEqual(done.stderr, "to standard error\n")
                until(lambda: not self.left(), "nothing is left behind")

    def test_image_stays_with_the_last_process(self):
        for way, environment in self.ways():
            with self.subTest(way):
                mark = self.folder / way
                mark.touch()
                begin = time.monotonic()
                done = self.call("stay", str(mark), **environment)  # its output is read to the end
                self.assertEqual(done.returncode, 5)
                self.assertLess(time.monotonic() - begin, 10)
                self.assertEqual(len(self.left()), 1)
                mark.unlink()
                read = Path(f"{mark}.read")
                until(lambda: not self.left(), "the image goes with its last process")
                self.assertEqual(read.read_bytes(), bytes(range(256)) * 4096)

    def test_extracts(self):
        target = self.folder / "here"
        target.mkdir()
        done = subprocess.run([self.image, "--appimage-extract"], cwd=target, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0)
        root = target / "squashfs-root"
        self.assertEqual((root / "content").read_bytes(), bytes(range(256)) * 4096)
        self.assertEqual(os.readlink(root / "deep/link"), "er/empty")
        self.assertTrue(os.access(root / "AppRun", os.X_OK))

    def test_damaged_image_is_a_failure_that_leaves_nothing(self):
        data = bytearray(self.image.read_bytes())
        at = int(self.call("--appimage-offset").stdout)
        data[at:at + 4] = b"none"
        self.image.write_bytes(data)
        for way, environment in self.ways():
            with self.subTest(way):
                done = self.call(**environment)
                self.assertEqual(done.returncode, 127)
                self.assertIn("AppImage: the image: ", done.stderr)
                until(lambda: not self.left(), "nothing is left behind")

    def test_no_room_is_a_failure_that_leaves_nothing(self):
        done = subprocess.run(["sh", "-c", 'ulimit -f 100; exec "$0"', self.image], capture_output=True, text=True,
                              env={**self.environment, "APPIMAGE_EXTRACT_AND_RUN": "1"}, check=False)
        self.assertNotEqual(done.returncode, 5)
        until(lambda: not self.left(), "nothing is left behind")

    def test_unknown_option(self):
        self.assertEqual(self.call("--appimage-nonsense").returncode, 2)


common.need("cc", "mksquashfs", files=["/usr/include/squashfuse/squashfuse.h", "/usr/include/fuse3/fuse_lowlevel.h"])
common.main()
