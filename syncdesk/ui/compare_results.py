"""What a comparison found: the lines with their causes, filtered and looked through, over the sums that close
(UX-24). Part of the tab 'Compare'."""

from collections.abc import Sequence
from datetime import UTC, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from syncdesk.model.comparison import Comparison, Line
from syncdesk.ui.compare_columns import (
    CURRENCY_COLUMN,
    ShownComparison,
    cause_mark,
    compare_columns,
    number,
    why,
)
from syncdesk.ui.compare_period import period_words
from syncdesk.ui.compare_sums import SumRow, SumsTable
from syncdesk.ui.icons import plain_icon
from syncdesk.ui.notices import EmptyPage, TableOrEmpty, wrapped_label
from syncdesk.ui.present import number_text
from syncdesk.ui.tables import TableView
from syncdesk.ui.theme import GAP

DIFFERING, EVERYTHING, UNDATED = "", "all", "undated"
"""What the list can show besides a single cause."""


class CompareResults(QWidget):
    """The lists of one comparison."""

    export_wanted = Signal()
    invoice_wanted = Signal(str)
    """The number of an invoice that the person wants to see in Invoice Search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._zone: tzinfo = UTC
        self.kinds = QComboBox(self)
        self.kinds.setObjectName("compare-kinds")
        self.search = QLineEdit(self)
        self.search.setObjectName("compare-search")
        self.search.setPlaceholderText(self.tr("Invoice, customer or reason"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(280)
        self.export_button = QPushButton(self.tr("Expo&rt…"), self)
        self.export_button.setObjectName("compare-export")
        self.export_button.setAutoDefault(False)
        self.table = TableView("compare-lines", self.tr("Invoices of both sides"), compare_columns(), self)
        self.list = TableOrEmpty(self.table, EmptyPage("compare-none", self), self)
        self.caption = wrapped_label("compare-sums-caption", self)
        self.sums = SumsTable(self)
        self._reason = wrapped_label("compare-reason", self)
        self._reason.setAccessibleName(self.tr("Reason of the current invoice"))
        self._build()
        self.kinds.currentIndexChanged.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.export_button.clicked.connect(self.export_wanted)
        self.list.empty.pressed.connect(self.show_all)
        self.table.chosen.connect(self._explain)
        self.table.opened.connect(self._opened)
        self.sums.opened.connect(self._sum_opened)

    def _build(self) -> None:
        show, find = QLabel(self.tr("&Show:"), self), QLabel(self.tr("&Look for:"), self)
        show.setBuddy(self.kinds)
        find.setBuddy(self.search)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for widget in (show, self.kinds, find):
            line.addWidget(widget)
        line.addWidget(self.search, 1)
        line.addStretch(1)
        line.addWidget(self.export_button)
        above, below = QWidget(self), QWidget(self)
        lines = _column(above, self.list, self._reason)
        lines.setStretch(0, 1)
        sums = _column(below, self.caption, self.sums)
        sums.setStretch(1, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setObjectName("compare-splitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(GAP)
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 5)
        splitter.setStretchFactor(1, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(GAP)
        page.addLayout(line)
        page.addWidget(splitter, 1)
        everything = QShortcut(QKeySequence("Esc"), self)
        everything.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        everything.activated.connect(self.show_all)
        self._colour()

    def show_comparison(self, comparison: Comparison, zone: tzinfo) -> None:
        """Show what was found: what differs, or everything if nothing does."""
        self._comparison, self._zone = comparison, zone
        self.kinds.blockSignals(True)
        self.kinds.clear()
        differing = sum(line.differs for line in comparison.lines)
        self._offer(self.tr("What differs ({count})"), differing, DIFFERING)
        self._offer(self.tr("Everything ({count})"), len(comparison.lines), EVERYTHING)
        if comparison.undated:
            self._offer(self.tr("Without a date ({count})"), len(comparison.undated), UNDATED)
        self.kinds.insertSeparator(self.kinds.count())
        for cause, count in comparison.counts.items():
            self._offer(f"{cause_mark(cause).word} ({{count}})", count, cause.value)
        self.kinds.setMaxVisibleItems(self.kinds.count())
        self.kinds.setCurrentIndex(0 if differing or not comparison.lines else 1)
        self.kinds.blockSignals(False)
        currencies = {line.currency for line in (*comparison.lines, *comparison.undated)}
        self.table.setColumnHidden(CURRENCY_COLUMN, len(currencies) < 2)
        self._show()

    def shown(self) -> ShownComparison | None:
        """What is shown, to be exported."""
        made = self._comparison
        if made is None:
            return None
        words = [period_words(made.period), self.kinds.currentText(), self.search.text().strip()]
        sums = made.undated_sums if self._kind == UNDATED else made.sums
        filter_words = "; ".join(word for word in words if word)
        return ShownComparison(tuple(self.table.table.rows), sums, made.connection, filter_words, self._zone)

    def remember(self) -> None:
        """Keep how the lists are arranged."""
        self.table.remember()
        self.sums.remember()

    def copy_selection(self) -> None:
        """Copy the selected rows of the list that has the focus."""
        (self.sums if self.sums.hasFocus() else self.table).copy_selection()

    @Slot()
    def show_all(self) -> None:
        """Take every filter away: back to what differs, or to everything if nothing does."""
        self.search.clear()
        made = self._comparison
        self.kinds.setCurrentIndex(0 if made is None or any(line.differs for line in made.lines) else 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "export_button"):
            self._colour()

    def _offer(self, text: str, count: int, kind: str) -> None:
        self.kinds.addItem(text.format(count=number_text(count)), kind)

    @property
    def _kind(self) -> str:
        return str(self.kinds.currentData() or DIFFERING)

    @Slot()
    def _show(self) -> None:
        made = self._comparison
        if made is None:
            return
        lines = _of_kind(made, self._kind)
        words = self.search.text().casefold().split()
        if words:
            lines = [line for line in lines if _has(line, words)]
        self._reason.hide()
        self.table.set_rows(lines)
        if self.table.table.sorted_by is not None:
            self.table.table.sort(*self.table.table.sorted_by)
        if lines:
            self.list.show_table()
            self.table.selectRow(0)
        else:
            self._say_why_empty(made, bool(words))
        self.export_button.setEnabled(bool(lines))
        self._show_sums(made)

    def _say_why_empty(self, made: Comparison, searched: bool) -> None:
        if searched:
            text = self.tr("No invoice of this list has these words.")
            self.list.show_empty(self.tr("No match"), text, self.tr("Take the Filter Away"), "filter")
        elif made.lines:
            text = self.tr("Both sides say the same of every invoice of this period.")
            self.list.show_empty(self.tr("Nothing differs"), text, "", "success")
        else:
            text = self.tr("Neither side has an invoice of this period.")
            self.list.show_empty(self.tr("No invoices"), text, "", "calendar")

    def _show_sums(self, made: Comparison) -> None:
        undated = self._kind == UNDATED
        of = self.tr("invoices without a date on either side") if undated else period_words(made.period)
        text = self.tr("Sums, {invoices}: the causes add up to the difference.").format(invoices=of)
        if made.undated and not undated:
            text += " " + self.tr("%n invoice(s) without a date are not among them.", "", len(made.undated))
        self.caption.setText(text)
        self.sums.show_sums(made.undated_sums if undated else made.sums)

    @Slot(object)
    def _explain(self, line: Line | None) -> None:
        self._reason.setVisible(line is not None)
        if line is not None:
            self._reason.setText(f"{number(line)}: {why(line)}")

    @Slot(object)
    def _opened(self, line: Line) -> None:
        self.invoice_wanted.emit(line.job_number or line.invoice_number)

    @Slot(object)
    def _sum_opened(self, row: SumRow) -> None:
        place = self.kinds.findData(EVERYTHING if row.cause is None else row.cause.value)
        if place >= 0:
            self.search.clear()
            self.kinds.setCurrentIndex(place)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _colour(self) -> None:
        self.export_button.setIcon(plain_icon("export", self.palette()))


def _of_kind(made: Comparison, kind: str) -> Sequence[Line]:
    if kind == EVERYTHING:
        return made.lines
    if kind == UNDATED:
        return made.undated
    if kind == DIFFERING:
        return [line for line in made.lines if line.differs]
    return [line for line in made.lines if line.cause.value == kind]


def _has(line: Line, words: list[str]) -> bool:
    text = f"{line.invoice_number} {line.job_number} {line.customer} {line.currency} {why(line)}".casefold()
    return all(word in text for word in words)


def _column(page: QWidget, *widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return column
