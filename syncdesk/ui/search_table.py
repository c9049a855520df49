"""The list of Invoice Search: like every list, but search_rows works out its orders. Used by search_tab."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent

from syncdesk.app.views import InvoiceRow
from syncdesk.ui.memory import window_memory
from syncdesk.ui.search_columns import invoice_columns
from syncdesk.ui.tables import Column, TableModel, TableView


class SearchModel(TableModel):
    """Invoices in an order that somebody else works out: `sort` only says which one is wanted."""

    order_wanted = Signal(str, bool)
    """A column's name, and True for descending."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.order_name, self.descending = "", False

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self.columns):
            self.sorted_by = (column, order)
            self.order_name = self.columns[column].name
            self.descending = order is Qt.SortOrder.DescendingOrder
            self.order_wanted.emit(self.order_name, self.descending)


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

    def replace_rows(self, rows: list[InvoiceRow]) -> None:
        """Show other rows. The current invoice is found again by its key; `chosen` tells if it changed."""
        before = self.current_row()
        with QSignalBlocker(self):
            self.set_rows(rows)
            place = _place_of(before, rows)
            if place is not None:
                self.selectRow(place)
        after = self.current_row()
        if after is not before:
            self.chosen.emit(after)

    def reorder_rows(self, rows: list[InvoiceRow]) -> None:
        """Show the same rows in another order, with the current one in sight or else from the top."""
        self.table.rearrange(rows)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        else:
            self.scrollToTop()


def _place_of(wanted: InvoiceRow | None, rows: list[InvoiceRow]) -> int | None:
    if wanted is None:
        return None
    key = wanted.key
    return next((place for place, row in enumerate(rows) if row.key == key), None)
