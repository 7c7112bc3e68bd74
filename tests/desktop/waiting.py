"""Waiting for conditions, never for a while."""

import subprocess
import time

from gi.repository import GLib


class Unmet(AssertionError):
    """A condition that did not come true in its time."""


def until(condition, what, seconds=20):
    """Waits until condition() holds and returns its value. Controls may vanish while they are read: that is not yet."""
    began = time.monotonic()
    last = None
    while True:
        asked = time.monotonic()
        try:
            last = None
            value = condition()
            if value:
                return value
        except (GLib.Error, RuntimeError, LookupError, subprocess.CalledProcessError) as error:
            last = error
        now = time.monotonic()
        if now > began + seconds:
            raise Unmet(f"not within {seconds} s: {what}" + (f" ({last})" if last else ""))
        # Longer than the look itself took, since the window has to answer it beside its own work; and what lets wait for
        # long may be seen a little later.
        time.sleep(min(max(3 * (now - asked), (now - began) / 20, 0.01), 0.5))
