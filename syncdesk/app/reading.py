"""The use-cases that only look: states, runs, invoices, explanations. Joins what the job database holds with
what the journal knows."""

from itertools import islice

from syncdesk.app import automatic
from syncdesk.app.views import ConnectionState, Explanation, InvoiceRow
from syncdesk.app.waiting import count_waiting
from syncdesk.app.wiring import Rooms
from syncdesk.model.by_hand import AskedState
from syncdesk.model.changes import Outcome
from syncdesk.model.codec import decode_invoice
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError, UsageError
from syncdesk.model.job import JobRow, RowKey
from syncdesk.model.records import ChangeRecord, KnownInvoice, RunRecord
from syncdesk.model.settlement import PaidAmountCounts, PaymentState, settle
from syncdesk.model.sign_in import SignedIn
from syncdesk.model.sync_state import SyncState, sync_state

_WAITS = (Outcome.CONFLICT.value, Outcome.FAILED.value)
_SAME_INVOICE = ("changed_here", "changed_both", "lock_date", "books_contradict", "unreadable")
"""Reasons of a conflict that leave no doubt that row and invoice belong together, only about the figures."""


def state(rooms: Rooms, connection: Connection) -> ConnectionState:
    """A connection with what the first screen says of it."""
    journal, kind = rooms.journal(connection), rooms.kind(connection)
    last_success = rooms.history.last_success(connection.id)
    return ConnectionState(
        connection=connection,
        last_success=last_success,
        has_applied_run=journal.has_applied_run(),
        waiting=count_waiting(journal.parked().values()),
        source_label=kind.label,
        limits=kind.limits,
        signs_in=kind.sign_in is not None,
        signed_in=_permission(rooms, connection),
        automatic=automatic.state(rooms, connection, last_success),
    )


def _permission(rooms: Rooms, connection: Connection) -> SignedIn | None:
    """The permission of a connection; none where the password store stays shut, which the check explains."""
    try:
        return rooms.signed_in(connection)
    except SyncDeskError:
        return None


def runs(rooms: Rooms, connection_name: str, limit: int) -> tuple[RunRecord, ...]:
    """The latest runs of a connection, newest first."""
    return tuple(rooms.history.runs(rooms.connection(connection_name).id, limit))


def run_changes(rooms: Rooms, run_id: str) -> tuple[ChangeRecord, ...]:
    """The stored rows of one run. Raises UsageError for a run that does not exist."""
    if rooms.history.run(run_id) is None:
        raise UsageError(
            f"There is no run '{run_id}'.",
            "The history lists the runs with their ids: syncdesk history NAME.",
        )
    return tuple(rooms.history.run_changes(run_id))


def invoices(rooms: Rooms, connection: Connection) -> tuple[InvoiceRow, ...]:
    """Every row of the job database in the order of its key, joined with the journal by row key; a row whose
    link waits for a person is joined with what waits, by its number."""
    linked: dict[RowKey, KnownInvoice] = {}
    waiting: dict[str, KnownInvoice] = {}
    for invoice in rooms.history.known_invoices(connection.id):
        if invoice.job_key is not None:
            linked[invoice.job_key] = invoice
        elif invoice.outcome in _WAITS:
            waiting.setdefault(invoice.number, invoice)
    home, rule = rooms.journal(connection).memory().home_currency, connection.mapping.numbers
    off, asked = _by_hand(rooms, connection)
    paused = not connection.automatic
    with rooms.jobs(connection) as jobs:
        return tuple(
            _row(
                row,
                linked.get(row.key) or waiting.get(rule.source_number(row.number)),
                home,
                paused or row.key in off,
                asked.get(row.key),
            )
            for row in jobs.rows()
        )


def first_invoices(rooms: Rooms, connection: Connection, count: int) -> tuple[InvoiceRow, ...]:
    """The first rows of the job database, joined as :func:`invoices` does: a first page while the whole list
    is read."""
    with rooms.jobs(connection) as jobs:
        rows = tuple(islice(jobs.rows(), count))
    home, rule = rooms.journal(connection).memory().home_currency, connection.mapping.numbers
    off, asked = _by_hand(rooms, connection)
    return tuple(
        _row(
            row,
            rooms.history.known_invoice(connection.id, row.key, rule.source_number(row.number)),
            home,
            not connection.automatic or row.key in off,
            asked.get(row.key),
        )
        for row in rows
    )


def invoice(rooms: Rooms, connection: Connection, key: RowKey) -> InvoiceRow:
    """One row of the job database, joined as :func:`invoices` does. Raises UsageError if it is gone."""
    row = job_row(rooms, connection, key)
    number = connection.mapping.numbers.source_number(row.number)
    known = rooms.history.known_invoice(connection.id, key, number)
    home = rooms.journal(connection).memory().home_currency
    off, asked = _by_hand(rooms, connection)
    return _row(row, known, home, not connection.automatic or key in off, asked.get(key))


def job_row(rooms: Rooms, connection: Connection, key: RowKey) -> JobRow:
    """One row of the job database as it is. Raises UsageError if it is gone."""
    with rooms.jobs(connection) as jobs:
        rows = jobs.get([key])
    if not rows:
        raise UsageError("This row is no longer in the job database.", "Read the list again (F5).")
    return rows[0]


def _by_hand(rooms: Rooms, connection: Connection) -> tuple[frozenset[RowKey], dict[RowKey, SyncState]]:
    """Which rows are switched off, and for which a person asked: those are under way, or wait for it (BBK-51:
    what an interruption left behind waits)."""
    hand = rooms.by_hand(connection)
    asked = hand.open_requests()
    alive = bool(asked) and rooms.is_running(connection)
    return hand.switched_off(), {
        one.key: SyncState.SYNCING if alive and one.state is AskedState.SYNCING else SyncState.PENDING
        for one in asked
    }


def explain(rooms: Rooms, connection: Connection, source_id: str) -> Explanation:
    """How the figures of one invoice come about. Raises UsageError for an invoice that no run has seen."""
    facts = rooms.history.document_facts(connection.id, source_id)
    if facts is None:
        raise UsageError("No run has looked at this invoice yet.", "Run a sync first.")
    invoice = decode_invoice(facts)
    today = rooms.clock().astimezone(connection.zone).date()
    everything = connection.paid_amount_counts is PaidAmountCounts.EVERYTHING_THAT_SETTLES
    movements = tuple(sorted(invoice.movements, key=lambda movement: movement.date))
    return Explanation(
        number=invoice.number,
        customer=invoice.customer.name,
        currency=invoice.currency,
        invoice_date=invoice.date,
        due_date=invoice.due_date,
        movements=movements,
        counts=tuple(m.settled and (everything or m.kind.is_money) for m in movements),
        settlement=settle(invoice, connection.rules, today),
        url=invoice.url,
    )


def changes_of_number(rooms: Rooms, connection: Connection, job_number: str) -> tuple[ChangeRecord, ...]:
    """What runs did with the invoice of this job number, or of this number in the books, newest first."""
    records = rooms.history.number_changes(connection.id, job_number)
    if not records:
        with rooms.jobs(connection) as jobs:
            if not jobs.find([job_number]):
                raise UsageError(
                    f"There is no invoice '{job_number}'.",
                    "Give the number as it stands in the job database.",
                )
    return tuple(records)


def _row(
    row: JobRow, known: KnownInvoice | None, home_currency: str, off: bool, asked: SyncState | None
) -> InvoiceRow:
    currency = row.currency or (known.currency if known is not None else home_currency)
    if known is None:
        return InvoiceRow(
            row.key,
            row.number,
            row.customer,
            currency,
            row.total,
            None if row.problem else row.figures.paid_amount,
            None if row.problem else row.figures.date_paid,
            problem=row.problem,
            sync=sync_state(None, None, None, problem=bool(row.problem), paused=off, asked=asked),
            invoice_date=row.invoice_date,
        )
    is_same = known.job_key is not None or (known.reason is not None and known.reason.code in _SAME_INVOICE)
    return InvoiceRow(
        key=row.key,
        number=row.number,
        customer=row.customer or (known.customer if is_same else ""),
        currency=currency,
        total=known.total if is_same and row.total is None else row.total,
        paid_amount=None if row.problem else row.figures.paid_amount,
        date_paid=None if row.problem else row.figures.date_paid,
        credited=known.credited if is_same else None,
        outstanding=known.outstanding if is_same else None,
        state=PaymentState(known.state) if is_same else None,
        last_synced=known.last_synced,
        source_id=known.source_id,
        outcome=known.outcome,
        reason=known.reason,
        problem=row.problem,
        sync=sync_state(
            known.outcome,
            known.reason,
            PaymentState(known.state),
            problem=bool(row.problem),
            paused=off,
            asked=asked,
        ),
        invoice_date=row.invoice_date,
    )
