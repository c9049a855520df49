"""The list of Invoice Search: like every list, but search_rows works out its orders. Used by search_tab."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent

from syncdesk.app.views import InvoiceRow
from syncdesk.ui.memory import window_memory
from syncdesk.ui.search_columns import invoice_columns
from syncdesk.ui.search_rows import NO_ROWS, RowView
from syncdesk.ui.tables import Column, TableModel, TableView

_FEW = 20
"""So many rows are found one by one sooner than by looking at all."""


class SearchModel(TableModel):
    """Invoices in an order that somebody else works out: `sort` only says which one is wanted."""

    order_wanted = Signal(str, bool)
    """A column's name, and True for descending."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.order_name, self.descending = "", False
        self.view = NO_ROWS

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns) and self.sorted_by != (column, order):
            self.sorted_by = (column, order)
            self.order_name = self.columns[column].name
            self.descending = order is Qt.SortOrder.DescendingOrder
            self.order_wanted.emit(self.order_name, self.descending)

    def show_view(self, view: RowView) -> None:
        """Show other rows without copying them."""
        self.beginResetModel()
        self._take(view)
        self.endResetModel()

    def reorder_view(self, view: RowView) -> None:
        """Show the same rows in another order; selected rows stay selected."""
        self.layoutAboutToBeChanged.emit()
        before, places = self.persistentIndexList(), self.view.places
        kept = [(places[index.row()], index.column()) for index in before]
        self._take(view)
        if before:
            wanted = {place for place, _ in kept}
            if len(wanted) > _FEW:
                now = {place: row for row, place in enumerate(view.places) if place in wanted}
            else:
                now = {place: view.places.index(place) for place in wanted}
            self.changePersistentIndexList(before, [self.index(now[place], column) for place, column in kept])
        self.layoutChanged.emit()

    def _take(self, view: RowView) -> None:
        self.view = view
        self._rows = cast("list[InvoiceRow]", view)  # only ever read by place
        self._texts = [None] * len(view)


class SearchTable(TableView):
    """The list of invoices. The current invoice stays current when the list is filtered or read again."""

    def __init__(self, spoken_name: str) -> None:
        super().__init__("search-table", spoken_name, invoice_columns())
        self.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self._arranged_by_hand = window_memory().contains(f"columns/{self.objectName()}")

    def make_model(self, columns: Sequence[Column]) -> SearchModel:
        return SearchModel(columns, self)

    @property
    def search_model(self) -> SearchModel:
        """The model, as what it is."""
        model = self.table
        assert isinstance(model, SearchModel)
        return model

    def current_row(self) -> InvoiceRow | None:
        """The invoice the person is at."""
        index = self.currentIndex()
        return self.table.row(index.row()) if index.isValid() else None

    def show_currency(self, several: bool) -> None:
        """Leave the currency out where all invoices share one, unless a person has arranged the columns."""
        if not self._arranged_by_hand:
            place = [column.name for column in self.table.columns].index("currency")
            self.setColumnHidden(place, not several)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())  # so that Copy and Explain mean what the eye sees

    def replace_rows(self, rows: RowView) -> None:
        """Show other rows. The current invoice is found again by its key; `chosen` tells if it changed."""
        before = self.current_row()
        with QSignalBlocker(self):
            self.search_model.show_view(rows)
            place = rows.find(before.key) if before is not None else None
            if place is not None:
                self.selectRow(place)
        after = self.current_row()
        if after is not before:
            self.chosen.emit(after)

    def reorder_rows(self, rows: RowView) -> None:
        """Show the same rows in another order, with the current one in sight or else from the top."""
        self.search_model.reorder_view(rows)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()
