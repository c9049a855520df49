"""A comparison as a list for CSV, Excel and paper, and its words in English (UX-20, UX-24). Light: the window
loads it before it needs any database. Used by window and command line."""

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from decimal import Decimal

from syncdesk.app.export import Cell, CellKind, Column, Sheet, footer_lines
from syncdesk.model.comparison import Cause, Comparison, CurrencySums, Line, Period, exact_amount

CAUSE_WORDS: Mapping[Cause, str] = {
    Cause.CHANGED_HERE: "Changed here",
    Cause.CREDITS: "Credits counted as paid",
    Cause.OTHER_TOTAL: "Other total",
    Cause.OTHER_CUSTOMER: "Other customer",
    Cause.OTHER_CURRENCY: "Other currency",
    Cause.TWO_ROWS: "Two rows for one number",
    Cause.TWO_INVOICES: "Two invoices for one row",
    Cause.DELETED_AT_SOURCE: "Deleted in the books",
    Cause.UNREADABLE: "Cannot be read",
    Cause.WAITING: "Waits",
    Cause.NOT_IN_JOB_DATABASE: "Not in the job database",
    Cause.NOT_IN_BOOKS: "Not in the books",
    Cause.DUE: "Not written yet",
    Cause.KEPT: "Left as it is, as decided",
    Cause.OTHER_NUMBER: "Other number",
    Cause.NOT_OURS: "Not ours by the number rule",
    Cause.NOT_AN_INVOICE: "No invoice",
    Cause.NOTHING_TO_PAY: "Nothing to pay",
    Cause.AGREES: "Agrees",
}
"""The causes in English, as files and the command line name them."""


LINE_COLUMNS: Mapping[str, Column] = {
    "number": Column("Number", CellKind.TEXT, 14),
    "customer": Column("Customer", CellKind.TEXT, 30),
    "day": Column("Invoice date", CellKind.DAY, 12),
    "currency": Column("Currency", CellKind.TEXT, 10),
    "cause": Column("Cause", CellKind.TEXT, 26),
    "books_total": Column("Total (books)", CellKind.AMOUNT),
    "job_total": Column("Total (job database)", CellKind.AMOUNT, 18),
    "books_paid": Column("Paid Amount (books)", CellKind.AMOUNT, 18),
    "job_paid": Column("Paid Amount (job database)", CellKind.AMOUNT, 24),
    "difference": Column("Difference", CellKind.AMOUNT),
    "books_date": Column("Date Paid (books)", CellKind.DAY, 17),
    "job_date": Column("Date Paid (job database)", CellKind.DAY, 22),
    "credited": Column("Credited", CellKind.AMOUNT),
    "outstanding": Column("Outstanding", CellKind.AMOUNT),
    "reason": Column("Reason", CellKind.TEXT, 70),
}
"""The columns of an exported comparison with their English titles."""


def line_cells(line: Line, word: str, why: str) -> tuple[Cell, ...]:
    """One line in the order of LINE_COLUMNS; amounts unrounded, so that the file adds up."""
    books, job = line.books, line.job

    def exact(amount: Decimal | None) -> Decimal | None:
        return None if amount is None else exact_amount(amount, line.currency)

    return (
        line.invoice_number or line.job_number,
        line.customer,
        line.day,
        line.currency,
        word,
        exact(books.total) if books is not None else None,
        exact(job.total) if job is not None else None,
        exact(books.paid_amount) if books is not None else None,
        exact(job.paid_amount) if job is not None else None,
        exact(line.difference),
        books.date_paid if books is not None else None,
        job.date_paid if job is not None else None,
        exact(books.credited) if books is not None else None,
        exact(books.outstanding) if books is not None else None,
        why,
    )


def sum_cells(
    sums: CurrencySums, words: Mapping[Cause, str], title: str, all_causes: str
) -> Iterator[tuple[Cell, ...]]:
    """The sums of one currency below a list: one row per cause, then what they add up to."""
    currency = sums.currency
    for cause, amount in sums.by_cause.items():
        yield _sum_row(title, currency, words[cause], None, None, exact_amount(amount, currency))
    figures = (sums.books_paid, sums.job_paid, sums.difference)
    yield _sum_row(title, currency, all_causes, *(exact_amount(each, currency) for each in figures))


def _sum_row(
    title: str, currency: str, word: str, books: Cell, job: Cell, difference: Cell
) -> tuple[Cell, ...]:
    cells = {
        "number": title,
        "currency": currency,
        "cause": word,
        "books_paid": books,
        "job_paid": job,
        "difference": difference,
    }
    return tuple(cells.get(name) for name in LINE_COLUMNS)


def comparison_sheet(comparison: Comparison, everything: bool, when: datetime, zone: tzinfo) -> Sheet:
    """The lines of a comparison with its sums, in English: those that differ, or `everything`."""
    lines = [line for line in (*comparison.lines, *comparison.undated) if everything or line.differs]
    rows = (line_cells(line, CAUSE_WORDS[line.cause], reason_text(line)) for line in lines)
    totals = [
        row
        for title, all_sums in (("Sum", comparison.sums), ("Sum, undated", comparison.undated_sums))
        for sums in all_sums
        for row in sum_cells(sums, CAUSE_WORDS, title, "All causes")
    ]
    shown = f"{period_text(comparison.period)}, {'all lines' if everything else 'differences only'}"
    footer = footer_lines(comparison.connection, shown, when, zone)
    return Sheet("Comparison", tuple(LINE_COLUMNS.values()), rows, zone, footer, tuple(totals))


def reason_text(line: Line) -> str:
    """Reason and notes of a line in English."""
    return " ".join(str(each) for each in (line.reason, *line.notes))


def period_text(period: Period) -> str:
    """A period in English: 'from 2026-01-01 to 2026-01-31'."""
    if period.is_open:
        return "all time"
    first = f"from {period.first.isoformat()}" if period.first is not None else ""
    last = f"to {period.last.isoformat()}" if period.last is not None else ""
    return f"{first} {last}".strip()
