"""The columns of a comparison, its causes in the person's words, and the sheet that is exported. Used by the
tab 'Compare'."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from syncdesk.app.comparison_sheet import LINE_COLUMNS, line_cells, sum_cells
from syncdesk.app.export import Sheet
from syncdesk.model.comparison import BooksSide, Cause, CurrencySums, JobSide, Line
from syncdesk.ui.list_export import sheet_footer
from syncdesk.ui.present import (
    NOTHING,
    Mark,
    day_text,
    exact_money_text,
    plain_money,
    reason_with_notes,
)
from syncdesk.ui.tables import Column
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate
UNREADABLE = "?"
"""What a cell shows where something stands that cannot be read."""
_PLACE = {cause: place for place, cause in enumerate(Cause)}


def cause_mark(cause: Cause) -> Mark:
    """The cause as icon, word and colour (UX-10)."""
    return _marks()[cause]


def _marks() -> dict[Cause, Mark]:
    doubt, absent, quiet = "outcome-conflict", "outcome-unmatched", "outcome-skipped"
    warning, told = Tone.WARNING, Tone.INFORMATION
    return {
        Cause.CHANGED_HERE: Mark("decision", translate("compare", "Changed here"), warning),
        Cause.CREDITS: Mark(doubt, translate("compare", "Credits counted as paid"), warning),
        Cause.OTHER_TOTAL: Mark(doubt, translate("compare", "Other total"), warning),
        Cause.OTHER_CUSTOMER: Mark(doubt, translate("compare", "Other customer"), warning),
        Cause.OTHER_CURRENCY: Mark(doubt, translate("compare", "Other currency"), warning),
        Cause.TWO_ROWS: Mark(doubt, translate("compare", "Two rows for one number"), warning),
        Cause.TWO_INVOICES: Mark(doubt, translate("compare", "Two invoices for one row"), warning),
        Cause.DELETED_AT_SOURCE: Mark("decision", translate("compare", "Deleted in the books"), warning),
        Cause.UNREADABLE: Mark("error", translate("compare", "Cannot be read"), Tone.BAD),
        Cause.WAITING: Mark("state-waiting", translate("compare", "Waits"), warning),
        Cause.NOT_IN_JOB_DATABASE: Mark(absent, translate("compare", "Not in the job database"), told),
        Cause.NOT_IN_BOOKS: Mark(absent, translate("compare", "Not in the books"), told),
        Cause.DUE: Mark("outcome-to-write", translate("compare", "Not written yet"), told),
        Cause.KEPT: Mark(quiet, translate("compare", "Left as it is, as decided"), Tone.QUIET),
        Cause.OTHER_NUMBER: Mark(doubt, translate("compare", "Other number"), told),
        Cause.NOT_OURS: Mark(quiet, translate("compare", "Not ours by the number rule"), Tone.QUIET),
        Cause.NOT_AN_INVOICE: Mark(quiet, translate("compare", "No invoice"), Tone.QUIET),
        Cause.NOTHING_TO_PAY: Mark(
            "state-nothing-to-pay", translate("compare", "Nothing to pay"), Tone.QUIET
        ),
        Cause.AGREES: Mark("success", translate("compare", "Agrees"), Tone.GOOD),
    }


def compare_columns() -> list[Column]:
    """The columns of the list."""
    marks = _marks()
    titles = line_titles()
    return [
        Column(
            "cause",
            titles["cause"],
            lambda line: marks[line.cause].word,
            lambda line: (_PLACE[line.cause], line.invoice_number),
            176,
            mark=lambda line: marks[line.cause],
        ),
        Column("invoice", translate("compare", "Invoice"), number, number, 84),
        Column("customer", titles["customer"], lambda line: line.customer, _customer_order, 146),
        Column("day", translate("compare", "Dated"), lambda line: day_text(line.day), _day_order, 92),
        Column("currency", titles["currency"], _currency, _currency, 78),
        Column(
            "books",
            translate("compare", "Books"),
            lambda line: _side(line.books, line),
            lambda line: (line.books_paid, _paid_on(line.books)),
            172,
            right=True,
            plain=lambda line: _plain_side(line.books, line),
        ),
        Column(
            "job",
            translate("compare", "Job database"),
            lambda line: _side(line.job, line),
            lambda line: (line.job_paid, _paid_on(line.job)),
            172,
            right=True,
            plain=lambda line: _plain_side(line.job, line),
        ),
        Column(
            "difference",
            titles["difference"],
            lambda line: exact_money_text(line.difference, line.currency),
            lambda line: abs(line.difference),
            100,
            right=True,
            plain=lambda line: _plain(line.difference, line.currency),
        ),
        Column("reason", titles["reason"], why, why, 150),
    ]


CURRENCY_COLUMN = 4


def line_titles() -> dict[str, str]:
    """The titles of an exported comparison by the names of LINE_COLUMNS."""
    return {
        "number": translate("compare", "Number"),
        "customer": translate("compare", "Customer"),
        "day": translate("compare", "Invoice date"),
        "currency": translate("compare", "Currency"),
        "cause": translate("compare", "Cause"),
        "books_total": translate("compare", "Total (books)"),
        "job_total": translate("compare", "Total (job database)"),
        "books_paid": translate("compare", "Paid Amount (books)"),
        "job_paid": translate("compare", "Paid Amount (job database)"),
        "difference": translate("compare", "Difference"),
        "books_date": translate("compare", "Date Paid (books)"),
        "job_date": translate("compare", "Date Paid (job database)"),
        "credited": translate("compare", "Credited"),
        "outstanding": translate("compare", "Outstanding"),
        "reason": translate("compare", "Reason"),
    }


@dataclass(frozen=True, slots=True)
class ShownComparison:
    """What is exported: the lines shown, the sums of all, whose they are and what was chosen in words.

    The sums stand below whatever is filtered: they are those of the whole period, and close."""

    lines: Sequence[Line]
    sums: Sequence[CurrencySums]
    company: str
    shown: str
    zone: tzinfo

    def sheet(self, when: datetime) -> Sheet:
        """The sheet with its sums and its footer (UX-20)."""
        titles, marks = line_titles(), _marks()
        words = {cause: mark.word for cause, mark in marks.items()}
        columns = tuple(replace(column, title=titles[name]) for name, column in LINE_COLUMNS.items())
        title, everything = translate("compare", "Sum"), translate("compare", "All causes")
        totals = [row for sums in self.sums for row in sum_cells(sums, words, title, everything)]
        rows = (line_cells(line, words[line.cause], why(line)) for line in self.lines)
        footer = sheet_footer(self.company, self.shown, when, self.zone)
        name = translate("compare", "Comparison")
        return Sheet(name, columns, rows, self.zone, footer, tuple(totals))


def number(line: Line) -> str:
    """The number by which a person knows the invoice."""
    return line.invoice_number or line.job_number or NOTHING


def why(line: Line) -> str:
    """Why the sides differ, with what else is worth knowing."""
    return reason_with_notes(line.reason, line.notes)


def _currency(line: Line) -> str:
    return line.currency or NOTHING


def _customer_order(line: Line) -> str:
    return line.customer.casefold()


def _day_order(line: Line) -> date:
    return line.day or date.min


def _paid_on(side: BooksSide | JobSide | None) -> date:
    return date.min if side is None or side.date_paid is None else side.date_paid


def _side(side: BooksSide | JobSide | None, line: Line) -> str:
    """Paid Amount and Date Paid of one side."""
    if side is None or (side.paid_amount is None and line.cause is Cause.NOT_AN_INVOICE):
        return NOTHING
    if side.paid_amount is None:
        return UNREADABLE
    amount = exact_money_text(side.paid_amount, line.currency)
    return amount if side.date_paid is None else f"{amount} · {day_text(side.date_paid)}"


def _plain_side(side: BooksSide | JobSide | None, line: Line) -> str:
    amount = None if side is None else side.paid_amount
    day = None if side is None else side.date_paid
    return f"{_plain(amount, line.currency)}\t{'' if day is None else day_text(day)}"


def _plain(amount: Decimal | None, currency: str) -> str:
    return plain_money(amount, currency, exact=True)
