"""Pieces of the overview: the list of what needs a person, and a card with a chart and its table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from syncdesk.app.overview import Need, Slice
from syncdesk.ui.bar_chart import Bar, BarChart
from syncdesk.ui.notices import IconLabel, Panel, wrapped_label
from syncdesk.ui.overview_words import NeedWords, need_words
from syncdesk.ui.search_pane_parts import PaneTable
from syncdesk.ui.tables import Column
from syncdesk.ui.theme import GAP, Tone, larger_font, quieten


class NeedsList(QWidget):
    """What needs a person, each with the one button that leads there; or that nothing does."""

    wanted = Signal(object)
    """The Need whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview-needs")
        self._lines: list[_NeedLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    def show_needs(self, needs: Sequence[Need], calm: str) -> None:
        """Show these; `calm` is said where there are none."""
        if [line.need for line in self._lines] == list(needs) and needs:
            return
        focused = next((place for place, line in enumerate(self._lines) if line.button.hasFocus()), -1)
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_NeedLine(need, need_words(need), self) for need in needs]
        if not needs:
            self._lines = [_NeedLine(None, NeedWords("success", Tone.GOOD, calm, "", ""), self)]
        for line in self._lines:
            self._column.addWidget(line)
            line.pressed.connect(self.wanted)
        if 0 <= focused < len(self._lines):
            self._lines[focused].button.setFocus()

    def stops(self) -> list[QWidget]:
        """Where Tab stops."""
        return [line.button for line in self._lines if line.need is not None]

    @property
    def words(self) -> list[str]:
        """What each line says."""
        return [line.accessibleName() for line in self._lines]


class _NeedLine(Panel):
    """One need across the page."""

    pressed = Signal(object)

    def __init__(self, need: Need | None, words: NeedWords, parent: QWidget) -> None:
        super().__init__(words.tone, parent)
        self.need = need
        self.setAccessibleName(f"{words.title} {words.text}".strip())
        title, text = wrapped_label("overview-need", self), wrapped_label("overview-need-text", self)
        title.setText(words.title)
        title.setFont(larger_font(self.font(), 1.0, bold=True))
        text.setText(words.text)
        text.setVisible(bool(words.text))
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(title)
        said.addWidget(text)
        self.button = QPushButton(words.button, self)
        self.button.setObjectName("overview-need-button")
        self.button.setAutoDefault(False)
        self.button.setVisible(need is not None)
        self.button.setAccessibleDescription(self.accessibleName())
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel(words.icon, words.tone, 20, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    @Slot()
    def _press(self) -> None:
        if self.need is not None:
            self.pressed.emit(self.need)


class ChartCard(Panel):
    """A title, what the chart counts, the bars, and the same figures as a table. A bar or a row chosen asks
    for the invoices behind it."""

    wanted = Signal(str)
    """The search that finds the invoices of the bar."""

    def __init__(self, name: str, title: str, about: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(None, parent)
        self.setObjectName(name)
        self.title = QLabel(title, self)
        self.title.setFont(larger_font(self.font(), 1.08, bold=True))
        self.about = wrapped_label(f"{name}-about", self)
        self.about.setText(about)
        quieten(self.about)
        self.chart = BarChart(f"{name}-chart", title, self)
        self.table = PaneTable(f"{name}-table", title, columns)
        self._slices: tuple[Slice, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(GAP)
        for widget in (self.title, self.about, self.chart, self.table):
            column.addWidget(widget)
        column.addStretch(1)
        self.chart.chosen.connect(self._bar_chosen)
        self.table.opened.connect(self._row_opened)

    def show_slices(
        self,
        slices: Sequence[Slice],
        bars: Sequence[Bar],
        scale: Sequence[tuple[object, str]],
        rows: Sequence[object],
    ) -> None:
        """Show bars over these slices, and these rows; each row is (words, Slice)."""
        self._slices = tuple(slices)
        self.chart.show_bars(bars, scale)  # type: ignore[arg-type]
        self.table.show_rows(rows)

    @Slot(int)
    def _bar_chosen(self, place: int) -> None:
        self.wanted.emit(self._slices[place].query)

    @Slot(object)
    def _row_opened(self, row: tuple[str, Slice]) -> None:
        self.wanted.emit(row[1].query)
