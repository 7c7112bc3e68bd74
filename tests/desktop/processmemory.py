"""What stands in the memory of a process, read from outside, as somebody can who got hold of the machine."""

import re

AREA = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) ")


def areas(pid):
    """The bytes of all that the process has written to."""
    with open(f"/proc/{pid}/smaps", encoding="utf-8") as file:
        lines = file.read().splitlines()
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        area = None
        for line in lines:
            head = AREA.match(line)
            if head:
                area = head
            elif line.startswith("Rss:") and area[3].startswith("rw") and int(line.split()[1]):
                first, last = int(area[1], 16), int(area[2], 16)
                try:
                    memory.seek(first)
                    yield memory.read(last - first)
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
