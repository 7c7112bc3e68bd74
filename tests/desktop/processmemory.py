"""What stands in the memory of a process, read from outside, as somebody can who got hold of the machine."""

import os
import re
from array import array
from itertools import groupby

AREA = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) ")
PAGE = os.sysconf("SC_PAGE_SIZE")
IN_USE = 0b11 << 62  # in memory or swapped out (pagemap's bits)


def stretches(pagemap, first, last):
    """Of a private area: the pages that the process has written to. The engine reserves much more than it uses."""
    pagemap.seek(first // PAGE * 8)
    pages = array("Q", pagemap.read((last - first) // PAGE * 8))
    at = first
    for in_use, run in groupby(pages, lambda page: bool(page & IN_USE)):
        end = at + sum(1 for _ in run) * PAGE
        if in_use:
            yield at, end
        at = end


def areas(pid):
    """The bytes of all that the process has written to."""
    with open(f"/proc/{pid}/smaps", encoding="utf-8") as file:
        lines = file.read().splitlines()
    with open(f"/proc/{pid}/mem", "rb", 0) as memory, open(f"/proc/{pid}/pagemap", "rb", 0) as pagemap:
        area = None
        for line in lines:
            head = AREA.match(line)
            if head:
                area = head
            elif line.startswith("Rss:") and area[3].startswith("rw") and int(line.split()[1]):
                first, last = int(area[1], 16), int(area[2], 16)
                for begin, end in stretches(pagemap, first, last) if area[3].endswith("p") else [(first, last)]:
                    try:
                        memory.seek(begin)
                        yield memory.read(end - begin)
                    except (OSError, ValueError):  # drivers' areas
                        continue


def count(pid, words):
    """How often each word stands there: {(word, encoding): times}. Qt's texts are UTF-16, the engine's and the network's
    UTF-8."""
    wanted = {(word, encoding): word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le")}
    found = dict.fromkeys(wanted, 0)
    for data in areas(pid):
        for key, value in wanted.items():
            found[key] += data.count(value)
    return found
