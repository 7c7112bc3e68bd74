"""What a closed tab held comes back: its renderer ends, and the window does not grow with the number of patients seen."""

from pathlib import Path

import assistant as a
from cases import MinistryCase, drawn_by_opengl, identity_number, main

FORM = "createreport"
TABS = 100
KEPT_RENDERERS = 2  # of “Raporlarım” and of the page in reserve

# The engine collects late and gives back in pieces, so that the window's own memory swings by some tens of MB; the lowest of
# ten tabs in a row is steady (seen within a run: -9 to +27 MB, however many tabs are between them). A page or profile that is never freed costs
# more than 1 MB; half of that for each tab is what may be kept.
KEPT_PER_TAB = 512  # KiB


def private_memory(pid):
    """In KiB, without what is shared with other processes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


# All processes together, each page of memory counted once: at most that much of the start's a minute after the last of many
# tabs was closed. 748 MB stayed of 221 before freed memory was given back to the system.
MOST_OF_START = 1.5
BURST = 30


@drawn_by_opengl
class Memory(MinistryCase):
    def renderers(self):
        """A renderer overwrites its environment with its title, so that nothing else tells whose it is."""
        return self.children(b"--type=renderer")

    def children(self, kind=b""):
        """The window's descendants."""
        parents = {}
        for entry in Path("/proc").iterdir():
            try:
                if entry.name.isdigit():
                    parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
        window, found = self.program.window_process(), []
        for pid in parents:
            ancestor = pid
            while ancestor in parents and ancestor != window:
                ancestor = parents[ancestor]
            try:
                if ancestor == window and pid != window and kind in Path(f"/proc/{pid}/cmdline").read_bytes():
                    found.append(pid)
            except OSError:
                continue
        return found

    def all_memory(self):
        """In KiB; the processes that the window started, and itself."""
        total = 0
        for pid in [self.program.window_process(), *self.children()]:
            try:
                lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
            except OSError:
                continue
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        return total

    def open_and_close(self, patient):
        """Answers the renderers of that time. As long as one of them is ending, the window holds what it showed."""
        self.program.open("--patient", patient)
        self.page_of(patient)
        renderers = self.renderers()
        a.keys("ctrl+w")
        a.until(lambda: len(self.program.tabs()) == 1, "the tab is closed")
        a.until(lambda: len(self.renderers()) == KEPT_RENDERERS, "its renderer has ended")
        return renderers

    def test_closed_tabs_give_their_memory_back(self):
        self.logged_in()
        self.assertSays("Tarafımdan verilmiş raporlar")
        patients = [identity_number(f"{100000000 + 7 * n}") for n in range(TABS)]
        window = self.program.window_process()
        seen, sizes = set(), []
        for patient in patients:
            seen.update(self.open_and_close(patient))
            sizes.append(private_memory(window))
        self.assertEqual(len(self.ministry.asked(FORM)), TABS)
        self.assertGreaterEqual(len(seen), TABS, "each tab had a renderer of its own")
        early, late = min(sizes[20:30]), min(sizes[TABS - 10:])
        print(f"lowest of the tabs 21 to 30: {early} KiB, of the last ten: {late} KiB", flush=True)
        self.assertLess(late - early, KEPT_PER_TAB * (TABS - 30))

    def test_many_open_tabs_give_their_memory_back(self):
        self.logged_in()
        self.assertSays("Tarafımdan verilmiş raporlar")
        a.until(lambda: len(self.renderers()) == KEPT_RENDERERS, "the page in reserve is there")
        start = self.all_memory()
        for n in range(BURST):
            self.program.open("--patient", identity_number(f"{100000000 + 7 * n}"))
        self.ministry.wait_for(FORM, BURST, 120)
        opened = self.all_memory()
        for left in reversed(range(BURST)):
            a.keys("ctrl+w")
            a.until(lambda: len(self.renderers()) <= left + KEPT_RENDERERS, "the tab is closed", 60)
        a.until(lambda: self.all_memory() < MOST_OF_START * start,
                f"{opened} KiB with {BURST} tabs come down to {MOST_OF_START} of {start}", 60)
        print(f"at the start {start} KiB, with {BURST} tabs {opened}, afterwards {self.all_memory()}", flush=True)


if __name__ == "__main__":
    main()
