"""The pane beside Invoice Search: an invoice's figures, where they come from, what runs did with it (UX-23).
(UX-23).

Opened by search_tab. It asks the journal only, so that it works without the books.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from syncdesk.app.views import Explanation, InvoiceRow
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.records import ChangeRecord
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import ErrorPanel
from syncdesk.ui.search_explain import closing_lines, date_reason, note_lines
from syncdesk.ui.search_pane_columns import history_columns, movement_columns, movement_lines
from syncdesk.ui.search_pane_parts import (
    FactsGrid,
    PaneHead,
    PaneTable,
    figures_of,
    heading,
    plain_text,
    sentence_label,
)
from syncdesk.ui.search_view_in import ViewInBooks
from syncdesk.ui.theme import GAP
from syncdesk.ui.worker import Worker

_WIDTH = 470
_Answer = tuple[InvoiceRow, Explanation, Sequence[ChangeRecord], str]
"""An invoice, how its figures come about, its history, and the name of the kind of books."""


class DetailPane(QFrame):
    """Shows one invoice; hidden until one is opened, Esc closes it."""

    closed = Signal()

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail-pane")
        self._desk, self._worker = desk, worker
        self._row: InvoiceRow | None = None
        self._explained: Explanation | None = None
        self.head = PaneHead(self)
        self.facts = FactsGrid("detail-facts", self)
        self.movements = PaneTable(
            "detail-movements", self.tr("Movements of this invoice"), movement_columns()
        )
        self.sum = FactsGrid("detail-sum", self)
        self.why = sentence_label("detail-why", self)
        self.notes = sentence_label("detail-notes", self)
        self.reference = sentence_label("detail-reference", self)
        self.view_in = ViewInBooks(self)
        self.history = PaneTable("detail-history", self.tr("History of this invoice"), history_columns())
        self.error = ErrorPanel("detail-error", self)
        self._explain_parts: list[QWidget] = []
        self._history_parts: list[QWidget] = []
        self._lay_out()
        self.head.close_button.clicked.connect(self.leave)
        self.head.copy_button.clicked.connect(self.copy_all)
        self.setMinimumWidth(340)
        self.hide()

    @property
    def is_open(self) -> bool:
        """True while the pane is to be seen (also when its tab is behind another)."""
        return not self.isHidden()

    def open_row(self, connection: str, row: InvoiceRow) -> None:
        """Open the pane on this invoice and put the cursor into it."""
        self.show()
        self.show_row(connection, row)
        self.head.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, connection: str, row: InvoiceRow) -> None:
        """Show this invoice: at once what the list knows, then what the journal knows."""
        self._row, self._explained = row, None
        self.error.hide()
        self.head.show_row(row)
        self.facts.show_lines(figures_of(row))
        self.reference.setText("")
        self._show(self._explain_parts, False)
        self._show(self._history_parts, False)
        source_id, desk = row.source_id, self._desk

        def read() -> _Answer:
            explained = desk.explain(connection, source_id or "")
            history = desk.invoice_history(connection, source_id or "")
            kind = desk.connection(connection).source_kind
            label = next((each.label for each in desk.kinds() if each.kind == kind), "")
            return row, explained, history, label

        if source_id is None:
            self.why.setText(
                self.tr("No run has seen this invoice in the books yet, so there is nothing to explain.")
            )
            self.why.show()
            return
        self._worker.read(read, self._was_read, self._not_read, key="invoice-detail")

    @Slot()
    def leave(self) -> None:
        """Close the pane."""
        if self.isHidden():
            return
        self._row = None
        self.hide()
        self.closed.emit()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """What can take the cursor, in reading order."""
        head = (self.head.copy_button, self.head.close_button)
        about = (self.movements, self.why, self.notes, self.reference, self.view_in.button)
        return (*head, *about, self.history)

    def copy_selection(self) -> bool:
        """Copy what is selected where the cursor is in this pane; False if the cursor is elsewhere."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return False
        if isinstance(focus, PaneTable):
            focus.copy_selection()
        elif isinstance(focus, QLabel) and focus.hasSelectedText():
            QGuiApplication.clipboard().setText(focus.selectedText())
        else:
            self.copy_all()
        return True

    @Slot()
    def copy_all(self) -> None:
        """Copy the whole explanation as text, tables tab-separated."""
        if self._row is not None:
            tables = (self.movements, self.history)
            QGuiApplication.clipboard().setText(plain_text(self._row, self._explained, *tables))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    @Slot(object)
    def _was_read(self, result: _Answer) -> None:
        row, explained, history, label = result
        if row is not self._row:
            return
        self._explained = explained
        self.movements.show_rows(movement_lines(explained))
        self.sum.show_sum(closing_lines(explained), explained.currency)
        self.why.setText(date_reason(explained))
        notes = note_lines(explained)
        self.notes.setText("\n".join(notes))
        self.history.show_rows(list(history))
        self._show_reference(explained, row)
        self.view_in.show_address(explained.url, label)
        self._show(self._explain_parts, True)
        self._show(self._history_parts, bool(history))
        self.movements.setVisible(bool(explained.movements))
        self.notes.setVisible(bool(notes))

    def _show_reference(self, explained: Explanation, row: InvoiceRow) -> None:
        words = self.tr("In the books: invoice {number}, {customer}; reference {id}")
        text = words.format(number=explained.number, customer=explained.customer, id=row.source_id)
        self.reference.setText(text)

    @Slot(object)
    def _not_read(self, error: SyncDeskError) -> None:
        self.error.show_error(error)

    @staticmethod
    def _show(parts: list[QWidget], visible: bool) -> None:
        for part in parts:
            part.setVisible(visible)

    def _lay_out(self) -> None:
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        explain = heading(self.tr("Explain this number"), content)
        changes = heading(self.tr("History"), content)
        self._explain_parts = [explain, self.movements, self.sum, self.why, self.notes, self.reference]
        self._explain_parts.append(self.view_in)
        self._history_parts = [changes, self.history]
        for part in (self.facts, self.error, *self._explain_parts, *self._history_parts):
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setObjectName("detail-scroll")
        scroll.setAccessibleName(self.tr("Details of the invoice"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addWidget(self.head)
        page.addWidget(scroll, 1)

    def sizeHint(self) -> Any:
        hint = super().sizeHint()
        hint.setWidth(max(hint.width(), self.fontMetrics().averageCharWidth() * _WIDTH // 7))
        return hint
