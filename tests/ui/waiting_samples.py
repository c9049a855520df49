"""An invented waiting list: every kind of row, for the window's tests and pictures."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from syncdesk.app.views import WaitingRow
from syncdesk.model.changes import Outcome
from syncdesk.model.decisions import Decision, Verdict, can_answer
from syncdesk.model.job import Figures
from syncdesk.model.reasons import Reason, reason

NOW = datetime(2026, 4, 10, 8, 30, tzinfo=UTC)


def waiting_row(
    number: str,
    customer: str,
    why: Reason,
    held: str | None,
    books: str | None,
    days: int,
    outcome: Outcome = Outcome.CONFLICT,
    day: date | None = None,
) -> WaitingRow:
    """One row that has waited for so many days; `day` is the Date Paid in the books."""
    return WaitingRow(
        source_id=f"id-{number}",
        invoice_number=number,
        customer=customer,
        currency="GBP",
        outcome=outcome,
        reason=why,
        fingerprint="f",
        held=None if held is None else Figures(Decimal(held)),
        books=None if books is None else Figures(Decimal(books), day),
        since=NOW - timedelta(days=days),
        last_try=NOW - timedelta(hours=3),
        next_try=NOW + timedelta(hours=1),
        attempts=days,
        answers=tuple(verdict for verdict in Verdict if can_answer(why, verdict)),
        job_number=number,
    )


def answered(row: WaitingRow, verdict: Verdict) -> WaitingRow:
    """The row once a person has answered so."""
    decision = Decision(row.source_id, verdict, row.fingerprint, row.held, row.reason, "run-7", NOW, "ann")
    code = "ignored" if verdict is Verdict.IGNORE else "decided_kept"
    return replace(row, outcome=Outcome.SKIPPED, reason=reason(code), decision=decision)


def sample_waiting() -> tuple[WaitingRow, ...]:
    """Rows to decide, to put right, taken back, kept and ignored."""
    here, books = "180.00 GBP, no Date Paid", "240.00 GBP, paid on 2026-04-02"
    changed = reason("changed_here", held=here, books=books)
    return (
        waiting_row("INV-2041", "Whitcombe & Sons Ltd", changed, "180", "240", 2, day=date(2026, 4, 2)),
        waiting_row(
            "INV-1987",
            "St Aldate's Primary School",
            reason("lock_date", lock_date="2026-03-31"),
            "1250",
            "0",
            6,
        ),
        waiting_row("INV-2003", "Mrs J. Okonkwo", reason("deleted_at_source"), "96.5", "0", 4),
        waiting_row(
            "INV-2077",
            "Kessler Property Management",
            reason("two_rows", count=2, number="INV-2077", keys="311, 312"),
            None,
            "3120",
            1,
            day=date(2026, 4, 9),
        ),
        waiting_row(
            "INV-2050",
            "Fernley Veterinary Group",
            reason("refused", why="the column is too narrow."),
            "0",
            "12480",
            9,
            Outcome.FAILED,
            date(2026, 4, 1),
        ),
        waiting_row(
            "INV-2101",
            "The Old Mill Bakery",
            reason("no_row", number="INV-2101"),
            None,
            "64",
            3,
            Outcome.UNMATCHED,
            date(2026, 4, 7),
        ),
        waiting_row(
            "INV-1999",
            "Larkspur Housing Association",
            reason("undone"),
            "0",
            "410",
            1,
            Outcome.SKIPPED,
            date(2026, 4, 8),
        ),
        answered(waiting_row("INV-1890", "Harbour View Dental", changed, "75", "80", 20), Verdict.KEEP),
        answered(
            waiting_row("INV-1850", "Mrs J. Okonkwo", reason("no_row", number="INV-1850"), None, "19", 40),
            Verdict.IGNORE,
        ),
    )
