"""The journal of one connection: what a run asks for and leaves behind. Built by app/wiring.py, used by the
engine."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import Connection

from syncdesk.journal import by_hand, recovery
from syncdesk.journal.file import JournalFile
from syncdesk.journal.row_writes import row_writes
from syncdesk.journal.rows import (
    decision_row,
    instant_text,
    key_text,
    reason_text,
    run_row,
    stored_instant,
    to_decision,
    to_figures,
    to_instant,
    to_key,
    to_parked,
)
from syncdesk.journal.schema import DECISION_COLUMNS, PARKED_COLUMNS
from syncdesk.journal.statements import DELETE_DECISIONS, INSERT_RUN, UPSERT_DECISION, WITHIN, listed, put
from syncdesk.journal.writing import store_intentions, store_outcomes
from syncdesk.model.changes import SourceMemory
from syncdesk.model.codec import decode_key, encode_reasons
from syncdesk.model.decisions import Decision
from syncdesk.model.errors import FatalError
from syncdesk.model.job import RowKey
from syncdesk.model.ledger import DocumentKind
from syncdesk.model.records import (
    Document,
    IntentionOutcome,
    OpenIntention,
    Parked,
    RecordedFigures,
    RowWrite,
    RunEnd,
    RunStart,
    Seen,
    StoredOutcome,
)

FORMER = "former books: "
"""Begins the ids of documents of books that this company no longer reads."""
_MEMORY = "company_id, company_name, home_currency, token, settings, documents"


def utc_now() -> datetime:
    """This computer's time, aware UTC."""
    return datetime.now(UTC)


class SqlJournal:
    """The Journal port over the shared journal file, bound to one connection. Raises SetupError,
    RetryableError or FatalError.

    Of a run's rows those that only repeat what is known are not stored again, or the file would grow with
    every run: unchanged rows never (but those that another desk wrote), skipped and unmatched rows once for
    each state of the document. Every run keeps the counts of all its rows.
    """

    def __init__(
        self, file: JournalFile, connection_id: str, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._file = file
        self._id = connection_id
        self._clock = clock

    def watermark(self) -> datetime | None:
        """The stored 'Last Successful Run', None before the first."""
        with self._file.reading() as connection:
            query = "SELECT watermark FROM marks WHERE connection_id = ?"
            return to_instant(connection.exec_driver_sql(query, (self._id,)).scalar())

    def memory(self) -> SourceMemory:
        """What the last complete run knew of the books as a whole; empty before it."""
        with self._file.reading() as connection:
            query = f"SELECT {_MEMORY} FROM marks WHERE connection_id = ?"
            row = connection.exec_driver_sql(query, (self._id,)).first()
        return SourceMemory() if row is None else SourceMemory(*row)

    def has_applied_run(self) -> bool:
        """True once a run that was no preview ended well or in part, or wrote anything."""
        query = (
            "SELECT EXISTS (SELECT 1 FROM runs WHERE connection = ? AND kind = 'sync' "
            "AND result IN ('success', 'partial')) "
            "OR EXISTS (SELECT 1 FROM runs JOIN changes ON changes.run = runs.id "
            "AND changes.outcome = 'written' WHERE runs.connection = ?)"
        )
        with self._file.reading() as connection:
            number = self._number(connection)
            return bool(connection.exec_driver_sql(query, (number, number)).scalar())

    def seen(self, source_ids: Collection[str] | None = None) -> dict[str, Seen]:
        """Fingerprint, first-seen instant and Paid Amount of these documents, None = all there are."""
        query = "SELECT source_id, fingerprint, first_seen, paid_amount FROM documents WHERE connection = ?"
        some: tuple[str, ...] = ()
        if source_ids is not None:
            query, some = f"{query} AND source_id {WITHIN}", (listed(source_ids),)
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (self._number(connection), *some))
            return {id_: Seen(mark, stored_instant(first), Decimal(paid)) for id_, mark, first, paid in rows}

    def documents(self, source_ids: Collection[str]) -> dict[str, Document]:
        """What is remembered of these documents."""
        query = (
            "SELECT source_id, job_key, facts, fingerprint, job_number, written_paid, written_date, "
            "written_credited, "
            f"written_outstanding FROM documents WHERE connection = ? AND source_id {WITHIN}"
        )
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (self._number(connection), listed(source_ids)))
            return {
                id_: Document(id_, to_key(key), to_figures(written), facts, mark, number)
                for id_, key, facts, mark, number, *written in rows
            }

    def owners(self, keys: Collection[RowKey]) -> dict[RowKey, str]:
        """Which document each of these job rows is linked to, where one is."""
        query = f"SELECT job_key, source_id FROM documents WHERE connection = ? AND job_key {WITHIN}"
        texts = [text for key in keys if (text := key_text(key)) is not None]
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (self._number(connection), listed(texts)))
            return {decode_key(key): source_id for key, source_id in rows}

    def fed_by(self, payment_ids: Collection[str]) -> frozenset[str]:
        """Documents whose findings, as last recorded, named one of these payments."""
        query = f"SELECT DISTINCT source_id FROM feeds WHERE connection = ? AND payment_id {WITHIN}"
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (self._number(connection), listed(payment_ids)))
            return frozenset(id_ for (id_,) in rows)

    def numbers(self, numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Source ids of the known invoices, credit notes left out, that carry each of these numbers."""
        query = (
            "SELECT number, source_id FROM documents "
            f"WHERE connection = ? AND kind = ? AND number {WITHIN} ORDER BY id"
        )
        found: dict[str, tuple[str, ...]] = {}
        with self._file.reading() as connection:
            values = (self._number(connection), DocumentKind.INVOICE.value, listed(numbers))
            for number, source_id in connection.exec_driver_sql(query, values):
                found[number] = (*found.get(number, ()), source_id)
        return found

    def recorded(self, source_ids: Collection[str]) -> dict[str, tuple[RecordedFigures, ...]]:
        """The figures before and after every write of this journal to these documents' rows, open intentions
        included."""
        figures = "source_id, old_paid, old_date, new_paid, new_date"
        where = f"WHERE connection = ? AND source_id {WITHIN}"
        query = (
            f"SELECT {figures} FROM changes {where} AND outcome = 'written' UNION ALL "
            f"SELECT {figures} FROM intentions {where}"
        )
        found: dict[str, dict[RecordedFigures, None]] = {}
        with self._file.reading() as connection:
            values = (self._number(connection), listed(source_ids))
            for id_, *cells in connection.exec_driver_sql(query, (*values, *values)):
                for paid, day in (cells[:2], cells[2:]):
                    held = to_figures((paid, day, None, None))
                    if held is not None:
                        pair = RecordedFigures(held.paid_amount, held.date_paid)
                        found.setdefault(id_, {})[pair] = None
        return {id_: tuple(pairs) for id_, pairs in found.items()}

    def row_writes(self, run_id: str) -> list[RowWrite]:
        """What this run wrote, and every later write to the same rows, in the order they were made."""
        with self._file.reading() as connection:
            return row_writes(connection, *self._run(connection, run_id))

    def parked(self) -> dict[str, Parked]:
        """The waiting list, longest waiting first."""
        query = f"SELECT {', '.join(PARKED_COLUMNS)} FROM parked WHERE connection = ? ORDER BY id"
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (self._number(connection),))
            return {waiting.source_id: waiting for waiting in map(to_parked, rows)}

    def decisions(self) -> dict[str, Decision]:
        """What a person decided and is still remembered, oldest first."""
        query = f"SELECT {', '.join(DECISION_COLUMNS)} FROM decisions WHERE connection = ? ORDER BY id"
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (self._number(connection),))
            return {decision.source_id: decision for decision in map(to_decision, rows)}

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Remember answers, each in place of an earlier one about the same document, in one transaction."""
        with self._file.writing() as connection:
            number = self._number(connection)
            put(connection, UPSERT_DECISION, [decision_row(number, decision) for decision in decisions])

    def take_back(self, source_ids: Collection[str]) -> None:
        """Forget the answers about these documents: they are asked about again."""
        with self._file.writing() as connection:
            connection.exec_driver_sql(DELETE_DECISIONS, (self._number(connection), listed(source_ids)))

    def switched_off(self) -> frozenset[RowKey]:
        """The job rows whose own switch is off."""
        with self._file.reading() as connection:
            return by_hand.switched_off(connection, self._number(connection))

    def unlinked(self) -> frozenset[tuple[str, RowKey]]:
        """Pairs of document and row that a person took apart."""
        with self._file.reading() as connection:
            return by_hand.unlinked_pairs(connection, self._number(connection))

    def forget_books(self) -> None:
        """Forget what is remembered of the books; the runs stay, with ids that no other books can have, and
        so do the rows' own switches."""
        with self._file.writing() as connection:
            number = (self._number(connection),)
            for table in ("intentions", "parked", "decisions", "feeds", "documents", "unlinked"):
                connection.exec_driver_sql(f"DELETE FROM {table} WHERE connection = ?", number)
            query = "UPDATE changes SET source_id = ? || source_id WHERE connection = ?"
            connection.exec_driver_sql(query, (FORMER, *number))
            for table in ("acts", "asked"):
                connection.exec_driver_sql(
                    f"UPDATE {table} SET source_id = ? || source_id WHERE connection = ? AND source_id <> ''",
                    (FORMER, *number),
                )
            cleared = ", ".join(f"{name} = ''" for name in _MEMORY.split(", ") if name != "documents")
            connection.exec_driver_sql(
                f"UPDATE marks SET watermark = NULL, documents = 0, {cleared} WHERE id = ?", number
            )

    def count_paid(self) -> int:
        """How many documents last left figures in the job database that say something was paid."""
        query = "SELECT count(*) FROM documents WHERE connection = ? AND paid_here = 1"
        with self._file.reading() as connection:
            return int(connection.exec_driver_sql(query, (self._number(connection),)).scalar_one())

    def open_intentions(self) -> list[OpenIntention]:
        """Writes that were intended and have no outcome yet."""
        with self._file.reading() as connection:
            return recovery.open_intentions(connection, self._number(connection))

    def close_intentions(self, outcomes: Iterable[IntentionOutcome]) -> None:
        """Store what became of open intentions and end the interrupted runs they belong to, in one
        transaction."""
        now = self._now()
        with self._file.writing() as connection:
            recovery.close(connection, self._number(connection), now, list(outcomes))

    def begin_run(self, start: RunStart) -> None:
        """Store that a run began; runs left open by a kill are ended as failed."""
        with self._file.writing() as connection:
            number = by_hand.made_number(connection, self._id)
            recovery.end_left_open(connection, number)
            mark = connection.exec_driver_sql("SELECT watermark FROM marks WHERE id = ?", (number,)).scalar()
            connection.exec_driver_sql(INSERT_RUN, run_row(number, start, mark))

    def intend(self, run_id: str, intentions: Sequence[StoredOutcome]) -> None:
        """Store intentions before their writes, on the disk when this returns."""
        with self._file.writing() as connection:
            store_intentions(connection, self._run(connection, run_id), self._now(), intentions)

    def store(self, run_id: str, outcomes: Sequence[StoredOutcome]) -> None:
        """Store outcomes in place of their intentions, with the documents and the waiting list, in one
        transaction."""
        with self._file.writing() as connection:
            store_outcomes(connection, self._run(connection, run_id), self._now(), outcomes)

    def finish_run(self, end: RunEnd) -> None:
        """Store the end of a run together with watermark and memory, in one transaction."""
        with self._file.writing() as connection:
            run, number = self._run(connection, end.run_id)
            _finish(connection, run, end)
            if end.rewinds:
                connection.exec_driver_sql("UPDATE marks SET token = '' WHERE id = ?", (number,))
            if end.watermark is not None or end.rewinds:
                query = "UPDATE marks SET watermark = ? WHERE id = ?"
                connection.exec_driver_sql(query, (instant_text(end.watermark), number))
            if end.memory is not None:
                query = (
                    "UPDATE marks SET company_id = ?, company_name = ?, home_currency = ?, token = ?, "
                    "settings = ?, "
                    "documents = ? WHERE id = ?"
                )
                m = end.memory
                values = (
                    m.company_id,
                    m.company_name,
                    m.home_currency,
                    m.token,
                    m.settings,
                    m.documents,
                    number,
                )
                connection.exec_driver_sql(query, values)

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat()

    def _number(self, connection: Connection) -> int:
        """The number that stands for this connection in every row; 0, which no row has, before its first
        run."""
        return by_hand.number_of(connection, self._id)

    def _run(self, connection: Connection, run_id: str) -> tuple[int, int]:
        """The numbers of a run and of its connection."""
        query = "SELECT id, connection FROM runs WHERE run_id = ? AND connection = ?"
        row = connection.exec_driver_sql(query, (run_id, self._number(connection))).first()
        if row is None:
            raise FatalError(
                "This run is no longer in the journal.",
                "Its connection was removed while it ran, or the journal was moved aside. Run again.",
                run_id,
            )
        return row[0], row[1]


def _finish(connection: Connection, run: int, end: RunEnd) -> None:
    query = (
        "UPDATE runs SET finished_at = ?, result = ?, written = ?, unchanged = ?, skipped = ?, unmatched = "
        "?, conflict = ?, "
        "failed = ?, watermark = ?, brake = ?, notes = ?, message = ?, detail = ? WHERE id = ?"
    )
    c = end.counts
    connection.exec_driver_sql(
        query,
        (
            *(instant_text(end.finished_at), end.result.value),
            *(c.written, c.unchanged, c.skipped, c.unmatched, c.conflict, c.failed),
            instant_text(end.watermark),
            None if end.brake is None else reason_text(end.brake),
            *(encode_reasons(end.notes), end.message, end.detail, run),
        ),
    )
