"""What a person did to single invoices: switches, links, requests to sync (model/by_hand.py). Built by
app/wiring.py; the engine asks the journal's store for the part that concerns a run."""

from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection

from syncdesk.journal.file import JournalFile
from syncdesk.journal.rows import key_text, reason_text, stored_instant, to_instant, to_reason
from syncdesk.journal.schema import ACT_COLUMNS, ASKED_COLUMNS
from syncdesk.journal.statements import WITHIN, listed
from syncdesk.model.by_hand import Act, Asked, AskedState, HandAct
from syncdesk.model.changes import Change, Outcome
from syncdesk.model.codec import decode_key
from syncdesk.model.job import RowKey
from syncdesk.model.reasons import Reason, reason

_OPEN = "state IN ('pending', 'syncing')"
_SETTLE = (
    "UPDATE asked SET state = ?, outcome = ?, reason = ?, ended_at = ?, run_id = ? "
    "WHERE id = ? AND state <> 'superseded'"
)
_SUPERSEDE = (
    f"UPDATE asked SET state = 'superseded', ended_at = ? WHERE connection = ? AND {_OPEN} "
    "AND EXISTS "
    f"(SELECT 1 FROM asked AS newer WHERE newer.connection = asked.connection AND newer.{_OPEN} "
    "AND newer.job_key = asked.job_key AND newer.id > asked.id)"
)
_ASKED = f"SELECT id, {', '.join(ASKED_COLUMNS[1:])} FROM asked"


class HandJournal:
    """The acts and requests of one connection. Each method is one transaction; whoever acts is named by
    `user` and `computer`. Raises RetryableError or FatalError as the file does."""

    def __init__(
        self, file: JournalFile, connection_id: str, clock: Callable[[], datetime], user: str, computer: str
    ) -> None:
        self._file, self._id, self._clock = file, connection_id, clock
        self._who = (user, computer)

    # switches

    def switched_off(self) -> frozenset[RowKey]:
        """The job rows whose own switch is off."""
        with self._file.reading() as connection:
            return switched_off(connection, number_of(connection, self._id))

    def switch(self, key: RowKey, on: bool) -> bool:
        """Turn a row's own switch on or off; False if it stood so already."""
        with self._file.writing() as connection:
            number, text = made_number(connection, self._id), key_text(key)
            if on:
                query = "DELETE FROM switches WHERE connection = ? AND job_key = ?"
                changed = connection.exec_driver_sql(query, (number, text)).rowcount
            else:
                query = "INSERT INTO switches VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
                changed = connection.exec_driver_sql(query, (number, text, self._now(), *self._who)).rowcount
            if changed:
                self._act(connection, number, key, "", Act.SWITCHED_ON if on else Act.SWITCHED_OFF, "")
            return bool(changed)

    # links

    def link(self, key: RowKey, job_number: str, source_id: str, detail: str) -> None:
        """Tie a known document to a job row by exact ids (D13). What was written elsewhere on its behalf is
        forgotten, and it is due: it waits for the next run or action."""
        with self._file.writing() as connection:
            number = made_number(connection, self._id)
            self._tie(connection, number, key, job_number, source_id, reason("linked_by_hand", number=detail))
            query = "DELETE FROM unlinked WHERE connection = ? AND source_id = ? AND job_key = ?"
            connection.exec_driver_sql(query, (number, source_id, key_text(key)))
            self._act(connection, number, key, source_id, Act.LINKED, detail)

    def unlink(self, key: RowKey, source_id: str, detail: str) -> None:
        """Take document and row apart; their number does not bring them together again. The row keeps its
        figures, and the document waits."""
        with self._file.writing() as connection:
            number = made_number(connection, self._id)
            self._tie(connection, number, None, "", source_id, reason("unlinked_by_hand"))
            query = "INSERT INTO unlinked VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            connection.exec_driver_sql(query, (number, source_id, key_text(key)))
            self._act(connection, number, key, source_id, Act.UNLINKED, detail)

    def _tie(
        self,
        connection: Connection,
        number: int,
        key: RowKey | None,
        job_number: str,
        source_id: str,
        why: Reason,
    ) -> None:
        text = reason_text(why)
        query = (
            "UPDATE documents SET job_key = ?, job_number = ?, written_paid = NULL, written_date = NULL, "
            "written_credited = NULL, written_outstanding = NULL, paid_here = 0, outcome = 'unmatched', "
            "reason = ? WHERE connection = ? AND source_id = ?"
        )
        of_document = (number, source_id)
        connection.exec_driver_sql(query, (key_text(key), job_number, text, *of_document))
        waits = (
            "INSERT INTO parked (connection, source_id, outcome, reason, fingerprint, attempts, next_try, "
            "facts) SELECT connection, source_id, 'unmatched', ?, fingerprint, 0, ?, facts FROM documents "
            "WHERE connection = ? AND source_id = ? ON CONFLICT (connection, source_id) DO UPDATE SET "
            "outcome = excluded.outcome, reason = excluded.reason, next_try = excluded.next_try, attempts = 0"
        )
        connection.exec_driver_sql(waits, (text, self._now(), *of_document))
        connection.exec_driver_sql(
            "DELETE FROM decisions WHERE connection = ? AND source_id = ?", of_document
        )

    def acts(self, key: RowKey) -> list[HandAct]:
        """What was done by hand to this row, newest first."""
        columns = ", ".join(ACT_COLUMNS[2:])
        query = f"SELECT {columns} FROM acts WHERE connection = ? AND job_key = ? ORDER BY id DESC"
        with self._file.reading() as connection:
            number = number_of(connection, self._id)
            return [
                HandAct(Act(act), key, source_id, stored_instant(at), user, computer, detail)
                for source_id, act, at, user, computer, detail in connection.exec_driver_sql(
                    query, (number, key_text(key))
                )
            ]

    # requests

    def ask(self, key: RowKey, source_id: str) -> int:
        """Store a request to sync the invoice of this row and return its number. One that still waits for the
        same row is superseded by it (BBK-37)."""
        with self._file.writing() as connection:
            number, text, now = made_number(connection, self._id), key_text(key), self._now()
            older = (
                "UPDATE asked SET state = 'superseded', ended_at = ? "
                "WHERE connection = ? AND job_key = ? AND state = 'pending'"
            )
            connection.exec_driver_sql(older, (now, number, text))
            query = (
                f"INSERT INTO asked ({', '.join(ASKED_COLUMNS)}) "
                "VALUES (?, ?, ?, ?, ?, ?, 'pending', '', NULL, '', '') RETURNING id"
            )
            values = (number, text, source_id, now, *self._who)
            return int(connection.exec_driver_sql(query, values).scalar_one())

    def take_up(self, run_id: str, only: Collection[int] | None = None) -> list[Asked]:
        """Give requests that wait to a run, and return them: `only` these, or all that name a document of the
        books. Called under the lease: what an earlier run left half done is therefore waiting again
        (BBK-51)."""
        with self._file.writing() as connection:
            number = number_of(connection, self._id)
            connection.exec_driver_sql(_SUPERSEDE, (self._now(), number))
            query = f"UPDATE asked SET state = 'syncing', run_id = ? WHERE connection = ? AND {_OPEN}"
            if only is None:
                connection.exec_driver_sql(f"{query} AND source_id <> ''", (run_id, number))
            else:
                chosen = listed(str(one) for one in only)
                connection.exec_driver_sql(f"{query} AND id {WITHIN}", (run_id, number, chosen))
            rows = connection.exec_driver_sql(
                f"{_ASKED} WHERE connection = ? AND run_id = ?", (number, run_id)
            )
            return [_asked(row) for row in rows]

    def settle(
        self, taken: Sequence[Asked], change_of: Callable[[Asked], Change | None], failed: bool
    ) -> None:
        """Store what a run made of the requests it took up. What it did not reach waits again, unless the run
        `failed` as a whole: then that is the end of the request."""
        with self._file.writing() as connection:
            for one in taken:
                change = change_of(one)
                state, outcome, why, now = "done", "", "", self._now()
                if change is not None and change.reason.code != "not_reached":
                    outcome, why = change.outcome.value, reason_text(change.reason)
                elif not failed:
                    state = "pending"
                ended, run_id = (None, "") if state == "pending" else (now, one.run_id)
                connection.exec_driver_sql(_SETTLE, (state, outcome, why, ended, run_id, one.id))
            # What waits again may have been asked for anew meanwhile.
            number = number_of(connection, self._id)
            connection.exec_driver_sql(_SUPERSEDE, (self._now(), number))

    def open_requests(self) -> list[Asked]:
        """Requests that have not ended, oldest first."""
        with self._file.reading() as connection:
            query = f"{_ASKED} WHERE connection = ? AND {_OPEN} ORDER BY id"
            return [
                _asked(row) for row in connection.exec_driver_sql(query, (number_of(connection, self._id),))
            ]

    def requests(self, key: RowKey) -> list[Asked]:
        """Every request for this row, newest first."""
        with self._file.reading() as connection:
            query = f"{_ASKED} WHERE connection = ? AND job_key = ? ORDER BY id DESC"
            values = (number_of(connection, self._id), key_text(key))
            return [_asked(row) for row in connection.exec_driver_sql(query, values)]

    def _act(
        self, connection: Connection, number: int, key: RowKey, source_id: str, act: Act, detail: str
    ) -> None:
        query = f"INSERT INTO acts ({', '.join(ACT_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        values = (number, key_text(key), source_id, act.value, self._now(), *self._who, detail)
        connection.exec_driver_sql(query, values)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()


def number_of(connection: Connection, connection_id: str) -> int:
    """The number that stands for a connection in every row, 0 where it has none yet."""
    query = "SELECT id FROM marks WHERE connection_id = ?"
    return int(connection.exec_driver_sql(query, (connection_id,)).scalar() or 0)


def switched_off(connection: Connection, number: int) -> frozenset[RowKey]:
    """The job rows of a connection whose own switch is off."""
    rows = connection.exec_driver_sql("SELECT job_key FROM switches WHERE connection = ?", (number,))
    return frozenset(decode_key(text) for (text,) in rows)


def unlinked_pairs(connection: Connection, number: int) -> frozenset[tuple[str, RowKey]]:
    """The pairs of document and row of a connection that a person took apart."""
    query = "SELECT source_id, job_key FROM unlinked WHERE connection = ?"
    rows = connection.exec_driver_sql(query, (number,))
    return frozenset((source_id, decode_key(text)) for source_id, text in rows)


def made_number(connection: Connection, connection_id: str) -> int:
    """The number of a connection, which may not have had a run yet."""
    query = "INSERT INTO marks (connection_id) VALUES (?) ON CONFLICT (connection_id) DO NOTHING"
    connection.exec_driver_sql(query, (connection_id,))
    return number_of(connection, connection_id)


def _asked(row: Sequence[object]) -> Asked:
    id_, key, source_id, at, user, computer, state, run_id, ended, outcome, why = row
    return Asked(
        id=int(str(id_)),
        key=decode_key(str(key)),
        source_id=str(source_id),
        at=stored_instant(at),
        user=str(user),
        computer=str(computer),
        state=AskedState(str(state)),
        run_id=str(run_id),
        ended_at=to_instant(ended),
        outcome=Outcome(str(outcome)).value if outcome else "",
        reason=to_reason(str(why)) if why else None,
    )
