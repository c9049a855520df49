"""Signs of life: what has to be renewed as long as a program lives. Called by settings/holding.py and
settings/lease.py."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

BEAT_SECONDS = 5.0


@contextmanager
def heartbeat(beat: Callable[[], None], every: float = BEAT_SECONDS) -> Iterator[None]:
    """Call `beat` every few seconds while the block runs, on a thread of its own that ends with the process.

    A beat that the disk or the network refuses (OSError) is left out; the next one is tried all the same."""
    over = Event()

    def live() -> None:
        while not over.wait(every):
            with suppress(OSError):
                beat()

    heart = Thread(target=live, name="syncdesk-heartbeat", daemon=True)
    heart.start()
    try:
        yield
    finally:
        over.set()
        heart.join(every)  # a beat that hangs on a dead network folder keeps nobody from going on
