"""Walking through records by the time of their last change while people work on them. Used by queries.py."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from itertools import count
from threading import Condition
from typing import Final, Generic

from syncdesk.sources.quickbooks_online.records import AnyRecord

NAMELESS: Final = "unreadable-after-"
"""How the id of a record begins that the service can neither show nor name."""

_REACHED_BACK: Final = 10


class Walk(Generic[AnyRecord]):
    """A walk by time of change, which records that change in the meantime cannot disturb: each page begins at
    the last time seen, and repeats are dropped. Only while a whole page carries one time does it go on by
    position; then some rows are read again, as many as may have left their place without a gap."""

    def __init__(
        self,
        fetch: Callable[[datetime | None, int, int], list[AnyRecord]],
        since: datetime | None,
        size: int,
    ) -> None:
        """`fetch` gives the records changed at or after a time, in order of change, from a position on and at
        most so many; `size` is how many to ask for."""
        self._fetch, self._since, self._size = fetch, since, size
        self._position, self._done, self._last_id = 1, False, ""
        self._turn, self._next = Condition(), 0
        self._edge: set[tuple[str, str | None]] = set()
        self._edge_time: datetime | None = None

    def questions(self) -> Iterator[Callable[[], list[AnyRecord] | None]]:
        """Ask for page after page; what comes after the last one is None. Questions may be asked at the same
        time: each waits for the page before it, which says where it begins."""
        return (partial(self._in_turn, number) for number in count())

    def _in_turn(self, number: int) -> list[AnyRecord] | None:
        with self._turn:
            self._turn.wait_for(lambda: self._done or self._next == number)
            if self._done:
                return None
            self._done = True  # stays so if the page cannot be had
            try:
                return self._page()
            finally:
                self._next += 1
                self._turn.notify_all()

    def _page(self) -> list[AnyRecord]:
        rows = self._fetch(self._since, self._position, self._size)
        self._done = len(rows) < self._size  # a page may have a row too many, never one too few
        fresh = [row for row in rows if (row.id, row.sync_token) not in self._edge]
        self._name(rows)
        self._go_on(rows)
        return fresh

    def _name(self, rows: list[AnyRecord]) -> None:
        """Give a record that the service cannot show a name that is the same in the next run."""
        for row in rows:
            if not row.id:
                row.id = f"{NAMELESS}{self._last_id or 'start'}"
                row.trouble += (
                    f" It is the one changed next after the one with id {self._last_id or '(none)'}."
                )
            self._last_id = row.id

    def _go_on(self, rows: list[AnyRecord]) -> None:
        times = [time for row in rows if (time := row.changed_at) is not None]
        first, last = (min(times), max(times)) if times else (None, None)
        edge = {(row.id, row.sync_token) for row in rows if row.changed_at == last}
        self._edge = self._edge | edge if last == self._edge_time else edge
        self._edge_time = last
        if first == last:
            self._position += max(1, len(rows) - _REACHED_BACK)
        else:
            self._since, self._position = last, 1
