"""Screenshots of the window's states, 1280×720, in both languages, light and dark.

Usage: shots.py <folder of the programs> <folder for the screenshots> [piece, language, palette or scene …]

Words after the folders keep only what they name, e.g. "doctor tr dark". HEKIM_TEXT_SCALE=1.5 stands for a person who
reads large letters, QT_SCALE_FACTOR=2 together with HEKIM_SCREEN=2560x1440 for a fine screen.
"""

import os
import sys
import traceback
from pathlib import Path

from shots_doctor import Doctor
from shots_institution import Institution
from shots_record import Record
from shots_work import Work

PIECES = (Work, Record, Doctor, Institution)


def main():
    programs, target = sys.argv[1], Path(sys.argv[2])
    words = set(sys.argv[3:])
    target.mkdir(parents=True, exist_ok=True)
    text_scale = float(os.environ.get("HEKIM_TEXT_SCALE", "1"))
    failed = []

    def chosen(*names):
        return [name for name in names if name in words] or names

    pieces = chosen(*(piece.name for piece in PIECES))
    scenes = chosen(*(scene.__name__ for piece in PIECES for scene in piece.scenes))
    for piece in PIECES:
        for number, scene in enumerate(piece.scenes, 1):
            if piece.name not in pieces or scene.__name__ not in scenes:
                continue
            for language in chosen("tr", "en"):
                for palette in chosen("light", "dark"):
                    name = f"{language}-{palette}-{piece.name}-{number}"
                    shots = piece(programs, target / name, language, palette == "dark", text_scale)
                    try:
                        scene(shots)
                    except Exception:  # the other screens are wanted all the same
                        failed.append(f"{name} {scene.__name__}")
                        traceback.print_exc()
                        shots.take("failed")
                    finally:
                        shots.program.close()
    for name in failed:
        print("not shot to the end:", name, file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
