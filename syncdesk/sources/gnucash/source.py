"""A GnuCash book as a `Source`: its state, a reading of the whole book, and the set-up check. Built by the
registry."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from syncdesk.model.errors import FatalError, RunCancelled, SyncDeskError
from syncdesk.model.job import Check
from syncdesk.model.ports import EVERYTHING, Cancelled, Question, Watch
from syncdesk.sources.gnucash.book_file import chosen_path, look, state_of_token
from syncdesk.sources.gnucash.days import Days
from syncdesk.sources.gnucash.private_copy import Patience, proven_copy
from syncdesk.sources.gnucash.reading import BookReading

_SLACK_SECONDS = 2  # a file's time and the book's own clock may differ by this much


def _utc_now() -> datetime:
    return datetime.now(UTC)


class GnuCashSource:
    """One book. It is only ever read as bytes; every reading works on a private copy that is proven whole
    (D16)."""

    has_change_stamps = False

    def __init__(
        self,
        path: str,
        time_zone: str = "",
        patience: Patience = Patience(),  # noqa: B008 - a frozen value
        clock: Callable[[], datetime] = _utc_now,
    ) -> None:
        """`time_zone` is the IANA name of the zone the bookkeeping is done in, '' for this computer's."""
        self._chosen, self._time_zone, self._patience, self._clock = path, time_zone, patience, clock
        self._newest_entries: dict[str, str] = {}

    def token(self) -> str:
        """Size, time of change and change counter of the file. Raises SetupError if it is gone or no book."""
        return str(look(self._path))

    def went_back(self, before: str, now: str) -> str:
        """Why the book must be an older one than `before` (a restored backup), '' if nothing says so.

        SQLite's change counter only grows in one file. A smaller one alone may be a book saved anew under
        the old name, so the newest entry must be older than the last change before as well; without a
        reading of `now`, the file's time."""
        old, new = state_of_token(before), state_of_token(now)
        if old is None or new is None or new.counter >= old.counter:
            return ""
        changed = datetime.fromtimestamp(old.modified_ns // 1_000_000_000, UTC)
        newest = self._newest_entries.get(now, "")
        if newest:
            older = newest < (changed - timedelta(seconds=_SLACK_SECONDS)).strftime("%Y-%m-%d %H:%M:%S")
        else:
            older = new.modified_ns < old.modified_ns
        if not older:
            return ""
        seen = f", and its newest entry was made on {newest[:16]} UTC" if newest else ""
        return (
            f"the file holds fewer changes than before{seen}; it was last changed on "
            f"{changed:%Y-%m-%d %H:%M} UTC when it was read the last time. Was an older copy put back?"
        )

    @contextmanager
    def read(self, question: Question, watch: Watch) -> Iterator[BookReading]:
        """A reading of the whole book, whatever is asked: the file keeps no record of changes (D15)."""
        del question
        cancelled = watch.cancelled
        days = Days(self._time_zone)
        started_at = self._clock()
        with (
            proven_copy(self._path, cancelled, self._patience) as (copy, state),
            _told_plainly(self._path, cancelled),
        ):
            reading = BookReading(copy, str(state), started_at, days, cancelled)
            self._newest_entries = {reading.token: reading.newest_entry}
            yield reading

    def check(self) -> tuple[Check, ...]:
        """Is it a book, can it be read whole, and what is in it."""
        done: list[Check] = []
        try:
            self.token()
            done.append(Check(f"The book '{self._path.name}' is there and is a SQLite book", ok=True))
            with self.read(EVERYTHING, Watch()) as reading:
                count = sum(1 for _ in reading.invoices())
                company = reading.company
            done.append(Check("A copy of the book was read whole and proven", ok=True))
            owner = company.name or "a company without a name"
            done.append(Check(f"{count} customer documents of {owner}, kept with {company.program}", ok=True))
        except SyncDeskError as error:
            done.append(Check.failed(error, "path"))
        return tuple(done)

    @property
    def _path(self) -> Path:
        return chosen_path(self._chosen)


@contextmanager
def _told_plainly(path: Path, cancelled: Cancelled) -> Iterator[None]:
    """Faults of the copy while it is read, in plain words; a question that was broken off is a wish to
    stop."""
    try:
        yield
    except sqlite3.Error as error:
        if cancelled():
            raise RunCancelled from error
        raise FatalError(
            f"The copy of '{path.name}' cannot be read to the end.",
            "Open the book in GnuCash and choose Actions > Check & Repair > Check & Repair All. Make sure "
            "that the disk "
            "for temporary files is not full.",
            str(error),
        ) from error
