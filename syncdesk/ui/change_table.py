"""The table of a run's rows, old -> new for both fields, used by the Update tab and by History.

In a preview each row that would be written can be unticked (UX-4).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from syncdesk.model.changes import Change, Outcome
from syncdesk.model.job import Figures
from syncdesk.ui.present import (
    NOTHING,
    day_text,
    money_text,
    outcome_mark,
    plain_money,
    reason_with_notes,
)
from syncdesk.ui.tables import Column, Index, TableModel, TableView

translate = QCoreApplication.translate
ARROW = " → "
_RANK = {
    outcome: place
    for place, outcome in enumerate(
        (
            Outcome.FAILED,
            Outcome.CONFLICT,
            Outcome.WRITTEN,
            Outcome.UNMATCHED,
            Outcome.SKIPPED,
            Outcome.UNCHANGED,
        )
    )
}
_CHECK_STATE = int(Qt.ItemDataRole.CheckStateRole)

_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TICKED_ROW = _ROW | Qt.ItemFlag.ItemIsUserCheckable


def most_urgent_first(changes: Iterable[Change]) -> list[Change]:
    """Failed and undecided rows first, then what was written, then the rest (F-40)."""
    return sorted(changes, key=lambda change: (_RANK[change.outcome], change.invoice_number))


def change_columns(planned: bool = False) -> list[Column]:
    """The columns of a run's rows."""
    return [
        Column(
            "outcome",
            translate("changes", "Result"),
            lambda change: outcome_mark(change.outcome, planned).word,
            lambda change: (_RANK[change.outcome], change.invoice_number),
            112,
            mark=lambda change: outcome_mark(change.outcome, planned),
        ),
        Column("invoice", translate("changes", "Invoice"), _number, _number, 84),
        Column("customer", translate("changes", "Customer"), _customer, _customer_order, 138),
        Column(
            "paid-amount",
            translate("changes", "Paid Amount"),
            _amounts,
            _amount_order,
            152,
            right=True,
            plain=_plain_amounts,
            spoken=_spoken_amounts,
        ),
        Column("currency", translate("changes", "Currency"), lambda c: c.currency, lambda c: c.currency, 78),
        Column(
            "date-paid",
            translate("changes", "Date Paid"),
            _dates,
            _date_order,
            172,
            plain=_plain_dates,
            spoken=_spoken_dates,
        ),
        Column("reason", translate("changes", "Reason"), full_reason, full_reason, 120),
    ]


def full_reason(change: Change) -> str:
    """Why a row came out as it did, with its notes."""
    return reason_with_notes(change.reason, change.notes)


def _number(change: Change) -> str:
    return change.invoice_number or change.job_number or NOTHING


def _customer(change: Change) -> str:
    return change.customer


def _customer_order(change: Change) -> str:
    return change.customer.casefold()


def _amount_of(figures: Figures | None) -> Decimal | None:
    return None if figures is None else figures.paid_amount


def _date_of(figures: Figures | None) -> date | None:
    return None if figures is None else figures.date_paid


def _amounts(change: Change) -> str:
    old, new = _amount_of(change.old), _amount_of(change.new)
    shown = money_text(new if new is not None else old, change.currency)
    if old is None or new is None or old == new:
        return shown
    return f"{money_text(old, change.currency)}{ARROW}{shown}"


def _plain_amounts(change: Change) -> str:
    old, new = _amount_of(change.old), _amount_of(change.new)
    return f"{plain_money(old, change.currency)}\t{plain_money(new, change.currency)}"


def _spoken_amounts(change: Change) -> str:
    old, new = _amount_of(change.old), _amount_of(change.new)
    if old is None or new is None or old == new:
        return _amounts(change)
    words = translate("changes", "was {old}, becomes {new}")
    return words.format(old=money_text(old, change.currency), new=money_text(new, change.currency))


def _amount_order(change: Change) -> Decimal:
    new, old = _amount_of(change.new), _amount_of(change.old)
    return new if new is not None else old if old is not None else Decimal(-1)


def _dates(change: Change) -> str:
    old, new = _date_of(change.old), _date_of(change.new)
    if change.old is None or change.new is None or old == new:
        return day_text(new or old)
    return f"{day_text(old)}{ARROW}{day_text(new)}"


def _plain_dates(change: Change) -> str:
    days = (_date_of(change.old), _date_of(change.new))
    return "\t".join("" if day is None else day_text(day) for day in days)


def _spoken_dates(change: Change) -> str:
    old, new = _date_of(change.old), _date_of(change.new)
    empty = translate("changes", "empty")
    if change.old is None or change.new is None or old == new:
        day = new or old
        return day_text(day) if day else empty
    words = translate("changes", "was {old}, becomes {new}")
    return words.format(old=day_text(old) if old else empty, new=day_text(new) if new else empty)


def _date_order(change: Change) -> date:
    return _date_of(change.new) or _date_of(change.old) or date.min


class ChangeModel(TableModel):
    """Rows of a run. While `ticking`, rows that would be written carry a tick that can be taken away."""

    unticked_changed = Signal()

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(columns, parent)
        self._ticking = False
        self._planned = False
        self.unticked: set[str] = set()

    def set_changes(self, changes: Iterable[Change], planned: bool, ticking: bool) -> None:
        """Show these rows. `planned`: nothing is written yet; `ticking`: rows can be left out."""
        self._planned, self._ticking = planned, ticking
        columns = change_columns(planned)
        self.columns = tuple(columns)
        self._marks = tuple(column.mark for column in columns)
        self.set_rows(changes)

    def data(self, index: Index, role: int = 0) -> Any:
        if role == _CHECK_STATE:
            return self._tick(index)
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != _CHECK_STATE or not self._can_tick(index):
            return False
        key = self.row(index.row()).source_id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.unticked.discard(key)
        else:
            self.unticked.add(key)
        self.dataChanged.emit(index, index, [_CHECK_STATE])
        self.unticked_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TICKED_ROW if self._can_tick(index) else _ROW

    def toggle(self, rows: Iterable[int]) -> None:
        """Untick the ticked rows among these, or tick them all again if none is."""
        places = [self.index(row, 0) for row in rows]
        able = [index for index in places if self._can_tick(index)]
        ticked = any(self._tick(index) is Qt.CheckState.Checked for index in able)
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        for index in able:
            self.setData(index, state, _CHECK_STATE)

    def _can_tick(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        if not self._ticking or not index.isValid() or index.column() != 0:
            return False
        return self.row(index.row()).outcome is Outcome.WRITTEN

    def _tick(self, index: Index) -> Qt.CheckState | None:
        if not self._can_tick(index):
            return None
        left_out = self.row(index.row()).source_id in self.unticked
        return Qt.CheckState.Unchecked if left_out else Qt.CheckState.Checked


class ChangeTable(TableView):
    """The view of a run's rows. Space ticks and unticks the selected ones in a preview."""

    def __init__(self, name: str, spoken_name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, spoken_name, change_columns(), parent)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def make_model(self, columns: Sequence[Column]) -> ChangeModel:
        self.changes = ChangeModel(columns, self)
        return self.changes

    def set_changes(self, changes: Sequence[Change], planned: bool = False, ticking: bool = False) -> None:
        """Show these rows in the order given, or as the person has sorted the table."""
        self.changes.set_changes(changes, planned, ticking)
        mixed = len({change.currency for change in changes}) > 1
        self.setColumnHidden(4, not mixed)
        if self.changes.sorted_by is not None:
            self.changes.sort(*self.changes.sorted_by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.changes.toggle(sorted(index.row() for index in self.selectionModel().selectedRows()))
            return
        super().keyPressEvent(event)
