"""The processes of the window's engine."""

from pathlib import Path


def renderers(window):
    """The engine's processes below the window's. Their own environment does not name the assistant."""
    parents, found = {}, []
    for entry in filter(lambda e: e.name.isdigit(), Path("/proc").iterdir()):
        try:
            parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if b"--type=renderer" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
        except OSError:
            pass

    def is_below(process):
        while process and process != window:
            process = parents.get(process)
        return process == window

    return [process for process in found if is_below(process)]
