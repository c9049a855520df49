"""The reading side of the journal: runs, their rows, known invoices. Called by app for window and command
line, never by a run."""

from collections.abc import Collection, Iterator
from datetime import datetime

from sqlalchemy import Connection

from syncdesk.journal.file import JournalFile
from syncdesk.journal.rows import (
    KNOWN_COLUMNS,
    to_change_record,
    to_instant,
    to_known_invoice,
    to_run_record,
)
from syncdesk.journal.schema import CHANGE_COLUMNS, RUN_COLUMNS
from syncdesk.journal.statements import WITHIN, listed
from syncdesk.model.codec import encode_key
from syncdesk.model.job import RowKey
from syncdesk.model.ledger import DocumentKind
from syncdesk.model.records import ChangeRecord, KnownInvoice, RunRecord

_RUNS = f"SELECT {', '.join(RUN_COLUMNS)} FROM runs"
_CHANGES = (
    f"SELECT runs.run_id, {', '.join(f'changes.{name}' for name in CHANGE_COLUMNS)} "
    "FROM changes JOIN runs ON runs.id = changes.run"
)
_NUMBER = "(SELECT id FROM marks WHERE connection_id = ?)"
_PAGE = 2000


class History:
    """What the journal file tells of the past, for all connections. Readers never wait for a run and never
    hold one up.

    Raises RetryableError or FatalError as the file does.
    """

    def __init__(self, file: JournalFile) -> None:
        self._file = file

    def runs(self, connection_id: str | None, limit: int) -> list[RunRecord]:
        """The latest runs of one connection, or of all (None), newest first; runs that have not ended are
        among them."""
        where, values = (
            ("", ()) if connection_id is None else (f" WHERE connection = {_NUMBER}", (connection_id,))
        )
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(f"{_RUNS}{where} ORDER BY id DESC LIMIT ?", (*values, limit))
            return [to_run_record(row) for row in rows]

    def run(self, run_id: str, connection_id: str | None = None) -> RunRecord | None:
        """One run, of this connection (None = of whichever), None if the journal does not know it."""
        where, values = (
            ("", ()) if connection_id is None else (f" AND connection = {_NUMBER}", (connection_id,))
        )
        with self._file.reading() as connection:
            query = f"{_RUNS} WHERE run_id = ?{where}"
            row = connection.exec_driver_sql(query, (run_id, *values)).first()
            return None if row is None else to_run_record(row)

    def last_success(self, connection_id: str) -> datetime | None:
        """When the latest run began (aware UTC) that looked at all that had changed since its start date and
        ended well or in part, and was not taken back since; None if there is none.

        Not the watermark: that lies before the run by the overlap, and stays where it is when a later start
        date leaves a gap (D11)."""
        query = (
            f"SELECT started_at FROM runs AS one WHERE connection = {_NUMBER} AND kind = 'sync' "
            # A run of single invoices looks at nothing else and has no start date.
            "AND result IN ('success', 'partial') AND since_instant IS NOT NULL AND NOT EXISTS (SELECT 1 "
            "FROM runs WHERE connection = one.connection AND kind = 'undo' AND since = one.run_id "
            "AND result IN ('success', 'partial')) ORDER BY id DESC LIMIT 1"
        )
        with self._file.reading() as connection:
            return to_instant(connection.exec_driver_sql(query, (connection_id,)).scalar())

    def run_changes(self, run_id: str) -> list[ChangeRecord]:
        """The stored rows of one run: failed first, then conflicts, then by invoice number.

        Rows that only repeat an earlier run (unchanged; skipped or unmatched as before) are counted by the
        run but not stored.
        """
        order = (
            "CASE outcome WHEN 'failed' THEN 0 WHEN 'conflict' THEN 1 ELSE 2 END, invoice_number, changes.id"
        )
        with self._file.reading() as connection:
            return _records(connection, f"{_CHANGES} WHERE runs.run_id = ? ORDER BY {order}", (run_id,))

    def invoice_changes(self, connection_id: str, source_id: str) -> list[ChangeRecord]:
        """Every stored row of one invoice of the books, newest first."""
        query = f"{_CHANGES} WHERE changes.connection = {_NUMBER} AND source_id = ? ORDER BY changes.id DESC"
        with self._file.reading() as connection:
            return _records(connection, query, (connection_id, source_id))

    def number_changes(self, connection_id: str, number: str) -> list[ChangeRecord]:
        """Every stored row of the invoices that carry this number in the job database or in the books, newest
        first."""
        ids = (
            f"SELECT source_id FROM changes WHERE connection = {_NUMBER} "
            "AND (job_number = ? OR invoice_number = ?) UNION "
            f"SELECT source_id FROM documents WHERE connection = {_NUMBER} AND (job_number = ? OR number = ?)"
        )
        query = (
            f"{_CHANGES} WHERE changes.connection = {_NUMBER} AND source_id IN ({ids}) "
            "ORDER BY changes.id DESC"
        )
        with self._file.reading() as connection:
            named = (connection_id, number, number)
            return _records(connection, query, (connection_id, *named, *named))

    def latest_changes(self, connection_id: str, source_ids: Collection[str]) -> dict[str, ChangeRecord]:
        """The newest stored row of each of these invoices of the books, by source id; those without one are
        left out."""
        latest = (
            f"SELECT max(id) FROM changes WHERE connection = {_NUMBER} AND source_id {WITHIN} "
            "GROUP BY source_id"
        )
        with self._file.reading() as connection:
            values = (connection_id, listed(source_ids))
            records = _records(connection, f"{_CHANGES} WHERE changes.id IN ({latest})", values)
        return {record.change.source_id: record for record in records}

    def waiting_since(self, connection_id: str, source_ids: Collection[str]) -> dict[str, datetime]:
        """When each of these invoices of the books first came out as anything but written, after it was last
        written (aware UTC)."""
        last_written = (
            "SELECT max(id) FROM changes WHERE connection = one.connection AND source_id = one.source_id "
            "AND outcome = 'written'"
        )
        query = (
            f"SELECT source_id, min(at) FROM changes AS one WHERE connection = {_NUMBER} "
            f"AND source_id {WITHIN} AND id > coalesce(({last_written}), 0) GROUP BY source_id"
        )
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (connection_id, listed(source_ids)))
            return {id_: at for id_, text in rows if (at := to_instant(text)) is not None}

    def known_invoices(self, connection_id: str) -> Iterator[KnownInvoice]:
        """Every document of the connection that has an outcome, in the order they were first stored. Close
        the iterator early if it is not read to its end: it holds a view of the file open."""
        query = f"SELECT {', '.join(KNOWN_COLUMNS)} FROM documents WHERE connection = {_NUMBER} ORDER BY id"
        with self._file.reading() as connection:
            result = connection.exec_driver_sql(query, (connection_id,))
            while page := result.fetchmany(_PAGE):
                yield from map(to_known_invoice, page)

    def known_invoice(self, connection_id: str, key: RowKey, number: str) -> KnownInvoice | None:
        """The document linked to this job row; else one without a row that carries `number`, as
        :meth:`known_invoices` would list it."""
        columns = ", ".join(KNOWN_COLUMNS)
        linked = f"SELECT {columns} FROM documents WHERE connection = {_NUMBER} AND job_key = ? LIMIT 1"
        loose = (
            f"SELECT {columns} FROM documents WHERE connection = {_NUMBER} AND job_key IS NULL "
            "AND number = ? AND outcome IN ('conflict', 'failed') ORDER BY id LIMIT 1"
        )
        with self._file.reading() as connection:
            for query, value in ((linked, encode_key(key)), (loose, number)):
                row = connection.exec_driver_sql(query, (connection_id, value)).first()
                if row is not None:
                    return to_known_invoice(row)
        return None

    def loose_documents(self, connection_id: str) -> list[KnownInvoice]:
        """The invoices of the books that are linked to no job row, credit notes left out, in the order they
        were first stored."""
        query = (
            f"SELECT {', '.join(KNOWN_COLUMNS)} FROM documents WHERE connection = {_NUMBER} "
            "AND job_key IS NULL AND kind = ? AND fingerprint <> 'gone' ORDER BY id"
        )
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(query, (connection_id, DocumentKind.INVOICE.value))
            return [to_known_invoice(row) for row in rows]

    def runs_of(self, run_ids: Collection[str]) -> dict[str, RunRecord]:
        """These runs by their ids; unknown ones are left out."""
        with self._file.reading() as connection:
            rows = connection.exec_driver_sql(f"{_RUNS} WHERE run_id {WITHIN}", (listed(run_ids),))
            return {run.run_id: run for run in map(to_run_record, rows)}

    def document_facts(self, connection_id: str, source_id: str) -> str | None:
        """The facts of one document as last recorded (see model/codec.py), else as it waits, None if it is
        unknown."""
        query = (
            "SELECT facts FROM (SELECT 0 AS place, connection, source_id, facts FROM documents UNION ALL "
            "SELECT 1, connection, source_id, facts FROM parked) "
            f"WHERE connection = {_NUMBER} AND source_id = ? ORDER BY place LIMIT 1"
        )
        with self._file.reading() as connection:
            facts = connection.exec_driver_sql(query, (connection_id, source_id)).scalar()
            return None if facts is None else str(facts)

    def forget_connection(self, connection_id: str) -> None:
        """Remove everything of one connection, its runs included, in one transaction."""
        with self._file.writing() as connection:
            by_hand = ("switches", "unlinked", "acts", "asked")
            of_runs = ("intentions", "parked", "decisions", "feeds", "changes", "documents", "runs")
            for table in (*of_runs, *by_hand):
                connection.exec_driver_sql(
                    f"DELETE FROM {table} WHERE connection = {_NUMBER}", (connection_id,)
                )
            connection.exec_driver_sql("DELETE FROM marks WHERE connection_id = ?", (connection_id,))


def _records(connection: Connection, query: str, values: tuple[object, ...]) -> list[ChangeRecord]:
    return [to_change_record(row[0], row[1:]) for row in connection.exec_driver_sql(query, values)]
