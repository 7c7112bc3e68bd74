"""Pictures of the screen: taken once there is something to be seen, and once it has come to rest."""

import operator
import time

import assistant as a
import screen

CARET = 60  # pixels that a blinking text cursor changes


def wait_painted(find, what, least=2, seconds=20):
    """Until what find() finds can be seen by its pixels."""
    def is_painted():
        control = find()
        return control if control and control.colours() >= least else None

    return a.until(is_painted, f"{what} can be seen", seconds)


def changed_pixels(one, other):
    return 0 if one == other else sum(map(operator.ne, *(memoryview(words).cast("I") for words in (one, other))))


def take(path):
    """Once nothing on the screen has changed for a second: a busy machine draws in pieces, with pauses between them."""
    seen, since = screen.words(), time.monotonic()

    def rests():
        nonlocal seen, since
        before, seen = seen, screen.words()
        if changed_pixels(before, seen) > CARET:
            since = time.monotonic()
        return time.monotonic() - since >= 1

    a.until(rests, "the screen rests")
    a.screenshot(path)
