#!/usr/bin/env python3
"""A Windows icon of PNG images: icon.py <ico> <png…>. The format takes them whole (since Windows Vista)."""

import struct
import sys
from pathlib import Path


def main(target, sources):
    images = [Path(source).read_bytes() for source in sources]
    entries, at = b"", 6 + 16 * len(images)
    for image in images:
        width, height = struct.unpack_from(">II", image, 16)  # PNG's first chunk
        entries += struct.pack("<BBBBHHII", width % 256, height % 256, 0, 0, 1, 32, len(image), at)
        at += len(image)
    Path(target).write_bytes(struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(images))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
