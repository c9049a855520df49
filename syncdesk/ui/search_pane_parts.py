"""Pieces of the detail pane: its head, lines of facts, tables as high as their rows, its text for Copy."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from syncdesk.app.views import Explanation, InvoiceRow
from syncdesk.ui.icons import plain_icon
from syncdesk.ui.notices import IconLabel, Panel, wrapped_label
from syncdesk.ui.present import (
    NOTHING,
    day_text,
    moment_text,
    money_text,
    money_with_currency,
    state_mark,
)
from syncdesk.ui.search_columns import column_titles, remark_mark, remark_text, row_mark
from syncdesk.ui.search_explain import ClosingLine, closing_lines, date_reason, note_lines
from syncdesk.ui.tables import Column, TableView
from syncdesk.ui.theme import GAP, figures_font, larger_font, tone_colours

translate = QCoreApplication.translate
_MOST_ROWS = 8
"""Rows a small table shows before it scrolls."""

Line = tuple[str, str]
"""A fact: its name and its value, both in words."""


def figures_of(row: InvoiceRow) -> tuple[Line, ...]:
    """What the list knows of an invoice."""
    titles = column_titles()
    amounts = ("total", "paid_amount", "credited", "outstanding")
    return (
        *((titles[name], money_with_currency(getattr(row, name), row.currency)) for name in amounts),
        (titles["date_paid"], day_text(row.date_paid)),
        (titles["last_synced"], moment_text(row.last_synced)),
        (titles["remark"], remark_text(row)),
    )


def plain_text(row: InvoiceRow, explained: Explanation | None, *tables: "PaneTable") -> str:
    """Everything the pane says, as text with tab-separated columns."""
    lines = [f"{row.number}\t{row.customer}", row_mark(row).word]
    lines += ["\t".join(line) for line in figures_of(row)]
    if explained is not None:
        lines += [
            f"{line.text}\t{money_text(line.amount, explained.currency)}" for line in closing_lines(explained)
        ]
        lines += [date_reason(explained), *note_lines(explained)]
        lines += [table.as_text() for table in tables if table.table.rowCount()]
    return "\n".join(lines)


def heading(text: str, parent: QWidget) -> QLabel:
    """The title of a part of the pane."""
    label = QLabel(text, parent)
    label.setFont(larger_font(parent.font(), 1.08, bold=True))
    label.setContentsMargins(0, GAP, 0, 0)
    return label


def sentence_label(name: str, parent: QWidget) -> QLabel:
    """A sentence that can be selected and copied, by mouse and keyboard."""
    label = wrapped_label(name, parent)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextBrowserInteraction | flags.TextSelectableByKeyboard)
    label.setOpenExternalLinks(True)
    return label


class PaneHead(QWidget):
    """Number, customer and state of the invoice, with Copy and Close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = QLabel(self)
        self.number.setObjectName("detail-number")
        self.number.setFont(larger_font(self.font(), 1.3, bold=True))
        self.customer = wrapped_label("detail-customer", self)
        self._icon = IconLabel("state-unknown", state_mark(None).tone, 18, self)
        self.state = QLabel(self)
        self.state.setObjectName("detail-state")
        self.copy_button = self._button("detail-copy", self.tr("Copy A&ll"), "copy")
        self.close_button = self._button("detail-close", self.tr("Clo&se"), "close")
        self._row: InvoiceRow | None = None
        self._lay_out()
        self._colour()

    def show_row(self, row: InvoiceRow) -> None:
        """Show this invoice."""
        self._row = row
        self.number.setText(row.number or NOTHING)
        self.customer.setText(row.customer)
        self.customer.setVisible(bool(row.customer))
        self.state.setText(row_mark(row).word)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_row"):
            self._colour()

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.setProperty("icon-name", icon)
        return button

    def _colour(self) -> None:
        for button in (self.copy_button, self.close_button):
            button.setIcon(plain_icon(str(button.property("icon-name")), self.palette()))
        mark = state_mark(None) if self._row is None else row_mark(self._row)
        if self._row is not None and self._row.problem:
            mark = remark_mark(self._row)
        self._icon.show_icon(mark.icon, mark.tone)
        palette = self.state.palette()
        palette.setColor(palette.ColorRole.WindowText, tone_colours(mark.tone, self.palette()).text)
        self.state.setPalette(palette)

    def _lay_out(self) -> None:
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._icon)
        state.addWidget(self.state, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.number)
        words.addWidget(self.customer)
        words.addLayout(state)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addLayout(words, 1)
        row.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)


class FactsGrid(Panel):
    """Lines of a name and a value. Values can be selected and copied."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show facts, values to the left."""
        self._clear()
        self.lines = tuple(lines)
        for place, (name, value) in enumerate(self.lines):
            self._add(place, name, value, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName("; ".join(f"{name}: {value}" for name, value in self.lines))

    def show_sum(self, lines: Sequence[ClosingLine], currency: str) -> None:
        """Show a sum, amounts to the right, a rule above the result."""
        self._clear()
        texts = [(line.text, money_text(line.amount, currency)) for line in lines]
        texts[-1] = (texts[-1][0], money_with_currency(lines[-1].amount, currency))
        self.lines = tuple(texts)
        place = 0
        for line, (name, value) in zip(lines, texts, strict=True):
            if line.is_result:
                rule = QFrame(self)
                rule.setFrameShape(QFrame.Shape.HLine)
                rule.setForegroundRole(rule.palette().ColorRole.Mid)
                self._grid.addWidget(rule, place, 0, 1, 2)
                self._parts.append(rule)
                place += 1
            self._add(place, name, value, Qt.AlignmentFlag.AlignRight, bold=line.is_result)
            place += 1
        self.setAccessibleName("; ".join(f"{name}: {value}" for name, value in texts))

    def _add(self, place: int, name: str, value: str, side: Qt.AlignmentFlag, bold: bool = False) -> None:
        title = QLabel(name, self)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if not bold:
            title.setForegroundRole(title.palette().ColorRole.PlaceholderText)
        words = QLabel(value, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(side is Qt.AlignmentFlag.AlignLeft)
        words.setFont(larger_font(figures_font(self.font()), 1.0, bold))
        words.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if bold:
            title.setFont(larger_font(self.font(), 1.0, bold=True))
        self._grid.addWidget(title, place, 0)
        self._grid.addWidget(words, place, 1)
        self._parts += [title, words]

    def _clear(self) -> None:
        for part in self._parts:
            self._grid.removeWidget(part)
            part.deleteLater()
        self._parts = []


class PaneTable(TableView):
    """A table that is as high as its rows, up to a limit."""

    def __init__(self, name: str, spoken_name: str, columns: Sequence[Column]) -> None:
        super().__init__(name, spoken_name, columns)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows and become as high as they are."""
        self.set_rows(rows)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        header, bar = self.horizontalHeader(), self.horizontalScrollBar()
        shown = min(self.table.rowCount(), _MOST_ROWS)
        height = (
            max(header.height(), header.sizeHint().height())
            + shown * self.verticalHeader().defaultSectionSize()
        )
        if bar.maximum() > bar.minimum():
            height += bar.sizeHint().height()
        self.setFixedHeight(height + 2 * self.frameWidth())

    def as_text(self) -> str:
        """Titles and all rows, tab-separated."""
        titles = "\t".join(column.title for column in self.table.columns)
        places = range(len(self.table.columns))
        return f"{titles}\n{self.table.copied(range(self.table.rowCount()), places)}"
