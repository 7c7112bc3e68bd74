"""What a closed tab held comes back: its renderer ends, and the window does not grow with the number of patients seen."""

from pathlib import Path

import assistant as a
from cases import MinistryCase, identity_number, main

FORM = "createreport"
TABS = 60

# The engine collects late and gives back in pieces, so that the window's own memory swings by some tens of MB; the lowest of
# ten tabs in a row is steady (seen within a run: -3 to +7 MB over 30 tabs). A page or profile that is never freed costs
# more than 1 MB; half of that for each tab is what may be kept.
KEPT_PER_TAB = 512  # KiB


def private_memory(pid):
    """In KiB, without what is shared with other processes."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


class Memory(MinistryCase):
    def renderers(self):
        """Among the window's descendants: a renderer overwrites its environment with its title, so that nothing else tells
        whose it is."""
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
                if ancestor == window and b"--type=renderer" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    found.append(pid)
            except OSError:
                continue
        return found

    def open_and_close(self, patient, count):
        self.program.open("--patient", patient)
        self.page_of(patient)
        a.keys("ctrl+w")
        a.until(lambda: len(self.program.tabs()) == 1, "the tab is closed")
        self.ministry.wait_for(FORM, count)

    def test_closed_tabs_give_their_memory_back(self):
        self.logged_in()
        self.assertSays("Tarafımdan verilmiş raporlar")
        patients = [identity_number(f"{100000000 + 7 * n}") for n in range(TABS)]
        window = self.program.window_process()
        seen, sizes = set(), []
        for n, patient in enumerate(patients):
            self.open_and_close(patient, n + 1)
            seen.update(self.renderers())
            sizes.append(private_memory(window))
        # "Raporlarım" and the page in reserve.
        a.until(lambda: len(self.renderers()) <= 2, "the renderers of closed tabs have ended")
        self.assertGreaterEqual(len(seen), TABS, "each tab had a renderer of its own")
        early, late = min(sizes[20:30]), min(sizes[TABS - 10:])
        print(f"lowest of the tabs 21 to 30: {early} KiB, of the last ten: {late} KiB", flush=True)
        self.assertLess(late - early, KEPT_PER_TAB * (TABS - 30))


if __name__ == "__main__":
    main()
