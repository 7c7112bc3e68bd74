"""Desktop entry, metadata and man pages as the desktops' own checkers see them; and what the entry promises."""

import configparser
import os
import re
import subprocess
import unittest

import common
from common import BUILD, SOURCE


def lines(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return done.returncode, (done.stdout + done.stderr).strip()


class Files(unittest.TestCase):
    def test_desktop_entry(self):
        code, said = lines("desktop-file-validate", "--no-hints", str(SOURCE / "resources/hekim-asistani.desktop"))
        self.assertEqual((code, said), (0, ""))

    def test_S8_entry_hands_links_over_as_addresses_only(self):
        entry = configparser.RawConfigParser()
        entry.optionxform = str
        entry.read(SOURCE / "resources/hekim-asistani.desktop", encoding="utf-8")
        self.assertEqual(entry["Desktop Entry"]["Exec"], "hekim-asistani -- %u")
        self.assertEqual(entry["Desktop Entry"]["MimeType"], "x-scheme-handler/hekim-asistani;")

    def test_metadata(self):
        code, said = lines("appstreamcli", "validate", "--no-net", str(BUILD / "share/hekim-asistani.metainfo.xml"))
        self.assertEqual(code, 0, said)

    def test_man_pages(self):
        for name in ("man1", "tr/man1"):
            code, said = lines("man", "--warnings", "-l", "-Tutf8", str(BUILD / "share" / name / "hekim-asistani.1.gz"))
            self.assertEqual(code, 0, said)
            self.assertNotIn("warning", said)
            self.assertIn("--provision", re.sub(".\x08", "", said))


common.need("desktop-file-validate", "appstreamcli", "man")
common.main()
