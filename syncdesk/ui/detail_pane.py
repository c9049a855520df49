"""The pane beside Invoice Search: how an invoice stands with syncing and what can be done about it, where its
figures come from, and its story (BBK-26, UX-23).

Opened by search_tab. It asks journal and job database only, so that it works without the books.
"""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from syncdesk.app.story_views import InvoiceStory, SyncEvent
from syncdesk.app.views import Explanation, InvoiceRow
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import ErrorPanel, Fold
from syncdesk.ui.search_explain import closing_lines, date_reason, note_lines
from syncdesk.ui.search_pane_columns import event_columns, movement_columns, movement_lines
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
from syncdesk.ui.story_section import StorySection
from syncdesk.ui.story_words import event_details
from syncdesk.ui.tall_area import TallArea
from syncdesk.ui.theme import GAP, figures_font
from syncdesk.ui.worker import Worker

_WIDTH = 470
FEW_EVENTS = 5
"""Events shown until 'Show More' is pressed (BBK-35)."""


class DetailPane(QFrame):
    """Shows one invoice; hidden until one is opened, Esc closes it."""

    closed = Signal()
    settings_wanted = Signal()
    """The person wants the switch of the company (BBK-44)."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail-pane")
        self._desk, self._worker = desk, worker
        self._row: InvoiceRow | None = None
        self._connection = ""
        self._explained: Explanation | None = None
        self._events: tuple[SyncEvent, ...] = ()
        self.head = PaneHead(self)
        self.section = StorySection(desk, worker, self)
        self.facts = FactsGrid("detail-facts", self)
        self.movements = PaneTable(
            "detail-movements", self.tr("Movements of this invoice"), movement_columns()
        )
        self.sum = FactsGrid("detail-sum", self)
        self.why = sentence_label("detail-why", self)
        self.notes = sentence_label("detail-notes", self)
        self.reference = sentence_label("detail-reference", self)
        self.view_in = ViewInBooks(self)
        self.history = PaneTable("detail-history", self.tr("History of this invoice"), event_columns())
        self.more_button = QPushButton(self)
        self.more_button.setObjectName("detail-more")
        self.more_button.setAutoDefault(False)
        self.told = sentence_label("detail-event", self)
        self.raw = QPlainTextEdit(self)
        self.raw.setObjectName("detail-raw")
        self.raw.setReadOnly(True)
        self.raw.setTabChangesFocus(True)
        self.raw.setAccessibleName(self.tr("Raw error"))
        self.raw.setFont(figures_font(self.font()))
        self.raw.setMaximumHeight(110)
        self.raw_fold = Fold("detail-raw-fold", self.tr("Raw error, for support"), self.raw, self)
        self.error = ErrorPanel("detail-error", self)
        self._explain_parts: list[QWidget] = []
        self._history_parts: list[QWidget] = []
        self._lay_out()
        self.head.close_button.clicked.connect(self.leave)
        self.head.copy_button.clicked.connect(self.copy_all)
        self.section.changed.connect(self.read_again)
        self.section.settings_wanted.connect(self.settings_wanted)
        self.more_button.clicked.connect(self._show_more)
        self.history.chosen.connect(self._event_chosen)
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
        is_new = self._row is None or self._row.key != row.key or self._connection != connection
        self._row, self._connection = row, connection
        self.error.hide()
        self.head.show_row(row)
        self.facts.show_lines(figures_of(row))
        if is_new:  # what is shown of the same invoice stays until it is known anew
            self._show_nothing_yet()
        self.read_again()

    def _show_nothing_yet(self) -> None:
        self._explained = None
        self.section.hide()
        self.section.forget()
        self.reference.setText("")
        self._show([*self._explain_parts, *self._history_parts, self.more_button, self.raw_fold], False)
        if self._row is not None and self._row.source_id is None:
            self._say_unseen()

    def _say_unseen(self) -> None:
        self.why.setText(
            self.tr("No run has seen this invoice in the books yet, so there is nothing to explain.")
        )
        self.why.show()

    @Slot()
    def read_again(self) -> None:
        """Read the story of the invoice shown once more."""
        if self._row is None:
            return
        desk, connection, row = self._desk, self._connection, self._row
        self._worker.read(
            lambda: (row, desk.story(connection, row.key)),
            self._was_read,
            self._not_read,
            key="invoice-detail",
        )

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
        raw = (self.raw_fold.button, self.raw)
        return (*head, *self.section.stops(), *about, self.history, self.more_button, self.told, *raw)

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
    def _was_read(self, result: tuple[InvoiceRow, InvoiceStory]) -> None:
        row, story = result
        if row is not self._row:
            return
        self.head.show_row(story.row)
        self.facts.show_lines(figures_of(story.row))
        self.section.show_story(self._connection, story)
        self.section.show()
        self._events = story.events
        self._show_events(story.events[:FEW_EVENTS])
        self._explained = explained = story.explanation
        if explained is None:
            self._show(self._explain_parts, False)
            self._say_unseen()
            return
        self.movements.show_rows(movement_lines(explained))
        self.sum.show_sum(closing_lines(explained), explained.currency)
        self.why.setText(date_reason(explained))
        notes = note_lines(explained)
        self.notes.setText("\n".join(notes))
        self._show_reference(explained, story.row)
        self.view_in.show_address(explained.url, story.source_label)
        self._show(self._explain_parts, True)
        self.movements.setVisible(bool(explained.movements))
        self.notes.setVisible(bool(notes))

    def _show_events(self, events: tuple[SyncEvent, ...]) -> None:
        left = len(self._events) - len(events)
        self.history.show_rows(list(events))
        self._show(self._history_parts, bool(events))
        self.more_button.setText(self.tr("Show &More ({count})").format(count=left))
        self.more_button.setVisible(left > 0)
        if events:
            self.history.selectRow(0)
        else:
            self.raw_fold.hide()

    @Slot()
    def _show_more(self) -> None:
        self._show_events(self._events)
        self.history.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _event_chosen(self, event: SyncEvent | None) -> None:
        self.told.setText(event_details(event) if event is not None else "")
        raw = event.raw if event is not None else ""
        self.raw.setPlainText(raw)
        self.raw_fold.setVisible(bool(raw))

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
        self._history_parts = [changes, self.history, self.told]
        ends = (self.more_button, self.raw_fold)
        for part in (self.section, self.facts, self.error, *self._explain_parts, *self._history_parts, *ends):
            column.addWidget(part)
        for part in (self.section, *ends):
            part.hide()
        column.addStretch(1)
        scroll = TallArea("detail-scroll", self.tr("Details of the invoice"), content, self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addWidget(self.head)
        page.addWidget(scroll, 1)

    def sizeHint(self) -> Any:
        hint = super().sizeHint()
        hint.setWidth(max(hint.width(), self.fontMetrics().averageCharWidth() * _WIDTH // 7))
        return hint
