"""When the login page takes keys: the AppImage beside the same program installed (issue: at most 1.5 times as late).

Usage: appimage.py <folder of the installed programs> <AppImage> [runs]

Measured as in bench.py, in turns, so that whatever else the machine does meets both alike.
"""

import os
import statistics
import sys
from pathlib import Path

import bench

LIMIT = 1.5
TURNS = 4


def main(programs, image, runs):
    folder = Path(os.environ["HEKIM_PLACE"]) / "appimage"
    folder.mkdir()
    (folder / "hekim-asistani").symlink_to(Path(image).resolve())
    installed, mounted = [], []
    for _ in range(TURNS):
        installed += bench.measure_start(programs, -(-runs // TURNS))
        mounted += bench.measure_start(folder, -(-runs // TURNS))
    bench.say("  installed", installed)
    bench.say("  AppImage, mounted", mounted)
    ratio = statistics.median(mounted) / statistics.median(installed)
    print(f"  ratio {ratio:.2f} (at most {LIMIT} wanted)")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], max(10, int(sys.argv[3]) if len(sys.argv) > 3 else 12))
