"""The use-case 'waiting list' (D12): what waits, why, since when, and how it can be answered. Called by
Desk."""

from collections.abc import Collection
from datetime import datetime

from syncdesk.app.views import WaitingRow
from syncdesk.app.wiring import Rooms
from syncdesk.model.changes import Change, Outcome
from syncdesk.model.codec import decode_invoice
from syncdesk.model.connection import Connection
from syncdesk.model.decisions import DELETED, Decision, Verdict, can_answer
from syncdesk.model.job import Figures
from syncdesk.model.ledger import Invoice
from syncdesk.model.money import ZERO, to_minor_unit
from syncdesk.model.reasons import Reason
from syncdesk.model.records import ChangeRecord, Parked
from syncdesk.model.settlement import settle

STANDING = frozenset({"ignored", "decided_kept"})
"""Reasons of rows that wait for nothing: a person has answered."""
_BY_CHOICE = frozenset({"kept", "switched_off"})


def count_waiting(parked: Collection[Parked]) -> int:
    """How many rows of the waiting list still wait for something: an answer, or a cure elsewhere."""
    return sum(1 for waiting in parked if waiting.reason.code not in STANDING | _BY_CHOICE)


def waiting(
    rooms: Rooms, connection: Connection, only: Collection[str] | None = None
) -> tuple[WaitingRow, ...]:
    """The waiting list, longest waiting first, with the answers that still stand among it; of some documents
    where their ids are given."""
    journal, history = rooms.journal(connection), rooms.history
    parked = {id_: one for id_, one in journal.parked().items() if only is None or id_ in only}
    if not parked:
        return ()
    decisions = journal.decisions()
    latest = history.latest_changes(connection.id, parked)
    since = history.waiting_since(connection.id, parked)
    rows = [
        _row(connection, one, latest.get(id_), decisions.get(id_), since.get(id_))
        for id_, one in parked.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.since or row.next_try, row.invoice_number)))


def _row(
    connection: Connection,
    parked: Parked,
    latest: ChangeRecord | None,
    decision: Decision | None,
    since: datetime | None,
) -> WaitingRow:
    invoice = decode_invoice(parked.facts)
    standing = decision if parked.reason.code in STANDING else None
    asked = standing.reason if standing is not None else parked.reason
    return WaitingRow(
        source_id=parked.source_id,
        invoice_number=invoice.number,
        customer=invoice.customer.name,
        currency=invoice.currency,
        outcome=Outcome(parked.outcome),
        reason=parked.reason,
        fingerprint=parked.fingerprint,
        held=_held(latest.change) if latest is not None else None,
        books=_books(connection, invoice, asked),
        since=since if since is not None or latest is None else latest.at,
        last_try=latest.at if latest is not None else None,
        next_try=parked.next_try,
        attempts=parked.attempts,
        answers=tuple(verdict for verdict in Verdict if can_answer(asked, verdict)),
        decision=standing,
        job_number=latest.change.job_number if latest is not None else "",
    )


def _held(change: Change) -> Figures | None:
    """What the row held when it was last looked at, or was written by an undo."""
    return change.new if change.outcome is Outcome.WRITTEN else change.old


def _books(connection: Connection, invoice: Invoice, asked: Reason) -> Figures | None:
    """What the books say of both figures; of a deleted document, that nothing is paid."""
    if invoice.problem:
        return None
    if asked.code in DELETED:
        return Figures(to_minor_unit(ZERO, invoice.currency))
    answer = settle(invoice, connection.rules)
    return Figures(answer.paid_amount, answer.date_paid)
