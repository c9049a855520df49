"""The tables of the detail pane: movements of an invoice, and the events of its story. Used by
detail_pane."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from syncdesk.app.story_views import SyncEvent
from syncdesk.app.views import Explanation
from syncdesk.model.job import Figures
from syncdesk.model.ledger import Movement
from syncdesk.ui.present import (
    NOTHING,
    day_text,
    moment_text,
    money_text,
    plain_money,
)
from syncdesk.ui.search_explain import counts_text, kind_text
from syncdesk.ui.story_words import event_mark, event_text, trigger_text
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


def event_columns() -> tuple[Column, ...]:
    """When, what it was, both figures old and new, why, what set it off."""
    return (
        Column("when", translate("history", "When"), lambda e: moment_text(e.at), lambda e: e.at, 136),
        Column(
            "event",
            translate("history", "Event"),
            lambda e: event_mark(e).word,
            lambda e: e.kind.value,
            110,
            mark=event_mark,
        ),
        Column(
            "paid",
            translate("history", "Paid Amount"),
            lambda e: _old_to_new(_paid(e, e.old), _paid(e, e.new)),
            lambda e: e.at,
            138,
        ),
        Column(
            "date-paid",
            translate("history", "Date Paid"),
            lambda e: _old_to_new(_date(e.old), _date(e.new)),
            lambda e: e.at,
            166,
        ),
        Column("why", translate("history", "Why"), event_text, event_text, 220),
        Column("by", translate("history", "Set off by"), _by, _by, 130),
    )


def _by(event: SyncEvent) -> str:
    return trigger_text(event.trigger)


def _paid(event: SyncEvent, figures: Figures | None) -> str:
    return NOTHING if figures is None else money_text(figures.paid_amount, event.currency)


def _date(figures: Figures | None) -> str:
    return NOTHING if figures is None else day_text(figures.date_paid)


def _old_to_new(old: str, new: str) -> str:
    if old == new:
        return old
    return translate("history", "{old} → {new}").format(old=old, new=new)
