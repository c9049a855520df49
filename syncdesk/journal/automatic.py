"""What the journal remembers of automatic runs (model/schedule.py): tries, and what a person was told of.
Built by app/wiring.py."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from syncdesk.journal.by_hand import made_number
from syncdesk.journal.file import JournalFile
from syncdesk.journal.rows import stored_instant, to_instant
from syncdesk.model.schedule import Tries

_ONCE_PER = timedelta(days=1)


class AutomaticJournal:
    """The automatic runs of one connection. Each method is one transaction. Raises RetryableError or
    FatalError as the file does."""

    def __init__(self, file: JournalFile, connection_id: str, clock: Callable[[], datetime]) -> None:
        self._file, self._id, self._clock = file, connection_id, clock

    def tries(self, schedule: str) -> Tries:
        """What is remembered under this schedule. One that is new, or other than before, begins now: what it
        would have done earlier is not made up for."""
        with self._file.reading() as connection:
            found = self._tries(connection, schedule)
        if found is not None:
            return found
        with self._file.writing() as connection:
            number, now = made_number(connection, self._id), self._now()
            again = self._tries(connection, schedule)  # another process may have been quicker
            if again is not None:
                return again
            connection.exec_driver_sql("DELETE FROM automatic WHERE connection = ?", (number,))
            query = "INSERT INTO automatic VALUES (?, ?, ?, NULL, 0, '')"
            connection.exec_driver_sql(query, (number, schedule, now))
            return Tries(stored_instant(now))

    def begin(self) -> None:
        """An automatic run begins. Until it is known to have ended well it counts as failed: one that is
        killed is tried again like one that failed."""
        self._update("tried_at = ?, failures = failures + 1, message = ''", self._now())

    def failed(self, message: str) -> None:
        """The automatic run did not succeed, for this reason in plain words."""
        self._update("message = ?", message)

    def ended_well(self) -> None:
        """The automatic run did what it could; what waits for a person is no failure of it."""
        self._update("failures = 0, message = ''")

    def is_news(self, what: str) -> bool:
        """True, once a day, for the same: a person is to be told of it (F-41). Remembered at once."""
        now = self._clock().astimezone(UTC)
        with self._file.writing() as connection:
            number = made_number(connection, self._id)
            old = (now - _ONCE_PER).isoformat()
            ahead = now.isoformat()  # told in the future: the clock was wrong
            forget = "DELETE FROM told WHERE connection = ? AND (at <= ? OR at > ?)"
            connection.exec_driver_sql(forget, (number, old, ahead))
            query = "INSERT INTO told VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            return bool(connection.exec_driver_sql(query, (number, what, ahead)).rowcount)

    def _tries(self, connection: Connection, schedule: str) -> Tries | None:
        query = (
            "SELECT since, tried_at, failures, message FROM automatic WHERE schedule = ? "
            "AND connection = (SELECT id FROM marks WHERE connection_id = ?)"
        )
        row = connection.exec_driver_sql(query, (schedule, self._id)).one_or_none()
        if row is None:
            return None
        return Tries(stored_instant(row[0]), to_instant(row[1]), int(row[2]), str(row[3]))

    def _update(self, what: str, *values: str) -> None:
        with self._file.writing() as connection:
            query = f"UPDATE automatic SET {what} WHERE connection = ?"
            connection.exec_driver_sql(query, (*values, made_number(connection, self._id)))

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()
