"""After the log-out nothing of the session is left where this program owns the memory (rules P4, S1): the window's process is
read from outside. What the engine keeps of addresses it loaded, in memory it has given back, cannot be asked for."""

import assistant as a
from cases import DOCTOR, FIRST, MinistryCase, main

ROUNDS = 6


def in_memory(pid, text):
    """How often a text of Qt's stands in what the process can write to."""
    wanted, found = text.encode("utf-16-le"), 0
    with open(f"/proc/{pid}/maps", encoding="utf-8") as areas, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for area in areas:
            place, rights = area.split()[:2]
            if not rights.startswith("rw"):
                continue
            first, last = (int(end, 16) for end in place.split("-"))
            try:
                memory.seek(first)
                found += memory.read(last - first).count(wanted)
            except (OSError, ValueError):  # drivers' areas
                continue
    return found


class Forget(MinistryCase):
    def test_S1_tokens_are_overwritten_at_the_log_out(self):
        self.provision()
        self.program.start()
        window = self.program.window_process()
        for _ in range(ROUNDS):  # freed memory is often used again by itself, but not every time
            self.program.log_in(DOCTOR)
            self.program.open("--patient", FIRST)
            self.page_of(FIRST)
            token = self.ministry.token_value()
            try:
                held = in_memory(window, token)
            except PermissionError:  # nobody but root may look, which is as it should be
                self.skipTest("needs root")
            self.assertGreater(held, 0, "the token is not found where it must be")
            self.program.open("--logout")
            self.program.wait_login()
            self.assertEqual(in_memory(window, token), 0)


if __name__ == "__main__":
    main()
