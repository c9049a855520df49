"""The tables of the detail pane: movements of an invoice, and what runs did with it. Used by detail_pane."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from syncdesk.app.views import Explanation
from syncdesk.model.changes import Change
from syncdesk.model.job import Figures
from syncdesk.model.ledger import Movement
from syncdesk.model.records import ChangeRecord
from syncdesk.ui.present import (
    NOTHING,
    day_text,
    moment_text,
    money_text,
    outcome_mark,
    plain_money,
    reason_with_notes,
)
from syncdesk.ui.search_explain import counts_text, kind_text
from syncdesk.ui.tables import Column

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MovementLine:
    """A movement with what its row says about it."""

    movement: Movement
    counts: bool
    currency: str


def movement_lines(explained: Explanation) -> list[MovementLine]:
    """The movements as rows of the table, in their order."""
    pairs = zip(explained.movements, explained.counts, strict=True)
    return [MovementLine(movement, counts, explained.currency) for movement, counts in pairs]


def _reference(line: MovementLine) -> str:
    movement = line.movement
    return " · ".join(part for part in (movement.reference, movement.memo) if part) or NOTHING


def movement_columns() -> tuple[Column, ...]:
    """Date, kind, reference, amount, whether it counts."""
    return (
        Column("date", translate("movements", "Date"), lambda x: day_text(x.movement.date), _by_date, 88),
        Column("kind", translate("movements", "Kind"), lambda x: kind_text(x.movement.kind), _by_kind, 92),
        Column(
            "amount",
            translate("movements", "Amount"),
            lambda x: money_text(x.movement.amount, x.currency),
            lambda x: x.movement.amount,
            78,
            right=True,
            plain=lambda x: plain_money(x.movement.amount, x.currency),
        ),
        Column(
            "counts",
            translate("movements", "Counts"),
            lambda x: counts_text(x.movement, x.counts),
            lambda x: x.counts,
            108,
        ),
        Column("reference", translate("movements", "Reference"), _reference, _reference, 60),
    )


def _by_date(line: MovementLine) -> object:
    return line.movement.date


def _by_kind(line: MovementLine) -> object:
    return kind_text(line.movement.kind)


def history_columns() -> tuple[Column, ...]:
    """When, outcome, both figures old and new, why."""
    return (
        Column("when", translate("history", "When"), lambda r: moment_text(r.at), lambda r: r.at, 136),
        Column(
            "outcome",
            translate("history", "Outcome"),
            lambda r: outcome_mark(r.change.outcome).word,
            lambda r: r.change.outcome.value,
            110,
            mark=lambda r: outcome_mark(r.change.outcome),
        ),
        Column(
            "paid",
            translate("history", "Paid Amount"),
            lambda r: _old_to_new(_paid(r.change, r.change.old), _paid(r.change, r.change.new)),
            lambda r: r.at,
            138,
        ),
        Column(
            "date-paid",
            translate("history", "Date Paid"),
            lambda r: _old_to_new(_date(r.change.old), _date(r.change.new)),
            lambda r: r.at,
            166,
        ),
        Column("why", translate("history", "Why"), _why, _why, 220),
    )


def _why(record: ChangeRecord) -> str:
    return reason_with_notes(record.change.reason, record.change.notes)


def _paid(change: Change, figures: Figures | None) -> str:
    return NOTHING if figures is None else money_text(figures.paid_amount, change.currency)


def _date(figures: Figures | None) -> str:
    return NOTHING if figures is None else day_text(figures.date_paid)


def _old_to_new(old: str, new: str) -> str:
    if old == new:
        return old
    return translate("history", "{old} → {new}").format(old=old, new=new)
