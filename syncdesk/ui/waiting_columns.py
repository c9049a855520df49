"""The columns of the waiting list, and the kinds of rows on it. Used by the tab 'Waiting'."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from syncdesk.app.views import WaitingRow
from syncdesk.model.decisions import Verdict
from syncdesk.model.job import Figures
from syncdesk.ui.present import (
    NOTHING,
    Mark,
    day_text,
    moment_text,
    money_text,
    plain_money,
    reason_text,
)
from syncdesk.ui.tables import Column
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate


class Kind(StrEnum):
    """What a waiting row waits for."""

    DECIDE = "decide"  # a person's word
    CURE = "cure"  # something has to be put right elsewhere
    HELD = "held"  # an undo took it back; a person's run takes it up again
    ANSWERED = "answered"  # nothing: it was kept or ignored


def kind_of(row: WaitingRow) -> Kind:
    """What this row waits for."""
    if row.decision is not None or row.reason.code in ("kept", "switched_off"):
        return Kind.ANSWERED
    if row.reason.code == "undone":
        return Kind.HELD
    return Kind.DECIDE if Verdict.ACCEPT in row.answers else Kind.CURE


def kind_mark(row: WaitingRow) -> Mark:
    """The kind as icon, word and colour (UX-10)."""
    kind = kind_of(row)
    if kind is Kind.DECIDE:
        return Mark("decision", translate("waiting", "To decide"), Tone.WARNING)
    if kind is Kind.CURE:
        return Mark("outcome-failed", translate("waiting", "To put right"), Tone.BAD)
    if kind is Kind.HELD:
        return Mark("history", translate("waiting", "Undone"), Tone.INFORMATION)
    if row.decision is not None and row.decision.verdict is Verdict.IGNORE:
        return Mark("outcome-skipped", translate("waiting", "Ignored"), Tone.QUIET)
    if row.reason.code == "switched_off":
        return Mark("stop", translate("waiting", "Switched off"), Tone.QUIET)
    return Mark("outcome-skipped", translate("waiting", "Kept"), Tone.QUIET)


def waiting_columns() -> list[Column]:
    """The columns of the waiting list."""
    return [
        Column(
            "kind",
            translate("waiting", "Waits"),
            lambda row: kind_mark(row).word,
            lambda row: (kind_of(row), row.invoice_number),
            118,
            mark=kind_mark,
        ),
        Column("invoice", translate("waiting", "Invoice"), _number, _number, 84),
        Column("customer", translate("waiting", "Customer"), _customer, _customer_order, 138),
        Column("since", translate("waiting", "Since"), _since, _since_order, 128),
        Column("here", translate("waiting", "Here"), _here, _here_order, 158, right=True, plain=_plain_here),
        Column(
            "books", translate("waiting", "Books"), _books, _books_order, 178, right=True, plain=_plain_books
        ),
        Column("reason", translate("waiting", "Reason"), why, why, 160),
    ]


def why(row: WaitingRow) -> str:
    """Why it waits; of an answered row, what was answered and what had been asked."""
    text = reason_text(row.reason)
    return text if row.decision is None else f"{text} {reason_text(row.asked)}"


def _number(row: WaitingRow) -> str:
    return row.invoice_number or row.job_number or NOTHING


def _customer(row: WaitingRow) -> str:
    return row.customer


def _customer_order(row: WaitingRow) -> str:
    return row.customer.casefold()


def _since(row: WaitingRow) -> str:
    return moment_text(row.since)


def _since_order(row: WaitingRow) -> datetime:
    return row.since or datetime.min.replace(tzinfo=UTC)


def _figures(figures: Figures | None, currency: str) -> str:
    if figures is None:
        return NOTHING
    amount = money_text(figures.paid_amount, currency)
    return f"{amount} · {day_text(figures.date_paid)}" if figures.date_paid is not None else amount


def _order(figures: Figures | None) -> tuple[Decimal, date]:
    if figures is None:
        return Decimal(-1), date.min
    return figures.paid_amount, figures.date_paid or date.min


def _plain(figures: Figures | None, currency: str) -> str:
    if figures is None:
        return "\t"
    day = "" if figures.date_paid is None else day_text(figures.date_paid)
    return f"{plain_money(figures.paid_amount, currency)}\t{day}"


def _here(row: WaitingRow) -> str:
    return _figures(row.held, row.currency)


def _books(row: WaitingRow) -> str:
    return _figures(row.books, row.currency)


def _here_order(row: WaitingRow) -> tuple[Decimal, date]:
    return _order(row.held)


def _books_order(row: WaitingRow) -> tuple[Decimal, date]:
    return _order(row.books)


def _plain_here(row: WaitingRow) -> str:
    return _plain(row.held, row.currency)


def _plain_books(row: WaitingRow) -> str:
    return _plain(row.books, row.currency)
