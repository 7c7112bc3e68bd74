"""What the tests of packages share: they run without a display and are skipped, with the reason, where tools are missing."""

import shutil
import sys
import unittest
from pathlib import Path

SKIPPED = 77  # as CMakeLists.txt has it
SOURCE = Path(sys.argv[1]).resolve()
BUILD = Path(sys.argv[2]).resolve()


def need(*tools, files=()):
    missing = [tool for tool in tools if not shutil.which(tool)] + [file for file in files if not Path(file).exists()]
    if missing:
        print(f"skipped: {', '.join(missing)} not installed here (./dev package installs what it needs)")
        sys.exit(SKIPPED)


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
