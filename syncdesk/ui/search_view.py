"""What Invoice Search looks like: controls, list, sums, empty pages. It shows; search_tab decides what."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from syncdesk.ui.detail_pane import DetailPane
from syncdesk.ui.icons import plain_icon
from syncdesk.ui.notices import (
    Banner,
    EmptyPage,
    ErrorPanel,
    IconLabel,
    TableOrEmpty,
    announce,
    wrapped_label,
)
from syncdesk.ui.present import number_text
from syncdesk.ui.search_columns import state_choices
from syncdesk.ui.search_field import ExamplesButton, SearchField
from syncdesk.ui.search_rows import NO_ROWS, RowView, Totals
from syncdesk.ui.search_table import SearchTable
from syncdesk.ui.search_totals import TotalsPanel
from syncdesk.ui.search_views import ViewsButton
from syncdesk.ui.theme import GAP, MARGIN, Tone, tone_colours


class SearchView(QWidget):
    """The controls of the tab, in reading order."""

    def __init__(self, pane: DetailPane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = pane
        self.field = SearchField(self)
        self.views = ViewsButton(self)
        self.examples = ExamplesButton(self)
        self.states = self._state_chooser()
        self.problem_icon = IconLabel("error", Tone.BAD, 16, self)
        self.problem = wrapped_label("search-problem", self)
        self.error = ErrorPanel("search-error", self)
        self.banner = Banner("search-banner", self)
        self.table = SearchTable(self.tr("Invoices of the job database"))
        self.empty = EmptyPage("search-empty")
        self.list_or_empty = TableOrEmpty(self.table, self.empty)
        self.totals = TotalsPanel(self)
        self.count = QLabel(self)
        self.count.setObjectName("search-count")
        self.explain_button = self._button("search-explain", self.tr("Expl&ain"), "information")
        self.explain_button.setToolTip(self.tr("Where the figures of the selected invoice come from"))
        self.export_button = self._button("search-export", self.tr("Expo&rt…"), "export")
        self._lay_out()
        self.tell_problems(())

    def show_counts(self, shown: int, everything: int, totals: Sequence[Totals]) -> None:
        """Say how many of the invoices are shown and what they add up to, or why there are none."""
        of = number_text(everything)
        self.count.setText(self.tr("{shown} of {all} invoices").format(shown=number_text(shown), all=of))
        self._enable(bool(shown))
        self.totals.show_totals(totals)
        if shown:
            self.list_or_empty.show_table()
        elif everything:
            text = self.tr("The job database has {all} invoices. Clear the search and the state to see them.")
            self.list_or_empty.show_empty(
                self.tr("No invoice fits this search"),
                text.format(all=of),
                self.tr("&Clear Search"),
                "search",
            )
        else:
            self.list_or_empty.show_empty(
                self.tr("The job database has no invoices"),
                self.tr(
                    "The table this connection is set up for has no rows. Settings says which one it is."
                ),
                icon="database",
            )

    def show_first(self, rows: RowView) -> None:
        """Show a first page while the whole list is on its way; sums and searches follow with that."""
        self.table.replace_rows(rows)
        words = self.tr("Reading all invoices… meanwhile the first {count}")
        self.count.setText(words.format(count=number_text(len(rows))))
        self.list_or_empty.show_table()

    def show_reading(self) -> None:
        """Say that the invoices are on their way."""
        self._show_empty(self.tr("Reading the invoices…"), "", "", "database")

    def show_failed(self) -> None:
        """Say that there is no list because of the error shown above."""
        self._show_empty(
            self.tr("The invoices cannot be shown"),
            self.tr("The message above says what to do."),
            self.tr("Try Agai&n"),
            "database",
        )

    def show_unconnected(self) -> None:
        """Say that there is no connection yet, and where to make one."""
        self._show_empty(
            self.tr("No company is connected yet"),
            self.tr("Add a connection, or try the sample company: both are on the Settings tab."),
            self.tr("O&pen Settings"),
            "settings",
        )

    def tell_problems(self, sentences: Sequence[str]) -> None:
        """Say below the search field what could not be understood (UX-7, UX-18)."""
        text = "\n".join(sentences)
        if text and text != self.problem.text():
            announce(self, text)
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.problem_icon.setVisible(bool(text))
        self.field.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "export_button"):
            self._colour()

    def _state_chooser(self) -> QComboBox:
        chooser = QComboBox(self)
        chooser.setObjectName("search-state")
        for group in state_choices():
            if chooser.count():
                chooser.insertSeparator(chooser.count())
            for choice in group:
                chooser.addItem(choice.text, choice.states)
        chooser.setMaxVisibleItems(chooser.count())
        return chooser

    def _button(self, name: str, text: str, icon: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("icon-name", icon)
        button.setAutoDefault(False)
        return button

    def _show_empty(self, title: str, text: str, button: str, icon: str) -> None:
        self.table.replace_rows(NO_ROWS)
        self.totals.show_totals(())
        self.count.setText("")
        self._enable(False)
        self.list_or_empty.show_empty(title, text, button, icon)

    def _enable(self, rows: bool) -> None:
        self.export_button.setEnabled(rows)
        self.explain_button.setEnabled(rows)

    def _colour(self) -> None:
        for button in (self.explain_button, self.export_button):
            button.setIcon(plain_icon(str(button.property("icon-name")), self.palette()))
        palette = self.palette()
        palette.setColor(palette.ColorRole.WindowText, tone_colours(Tone.BAD, palette).text)
        self.problem.setPalette(palette)

    def _lay_out(self) -> None:
        label = QLabel(self.tr("S&tate:"), self)
        label.setBuddy(self.states)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(GAP)
        page.addLayout(_row(self.field, self.views, self.examples, label, self.states))
        wrong = _row(self.problem_icon, self.problem)
        wrong.setStretch(0, 0)
        wrong.setStretch(1, 1)
        page.addLayout(wrong)
        page.addWidget(self.error)
        page.addWidget(self.banner)
        page.addWidget(self._splitter(), 1)
        page.addWidget(self.totals)
        last = _row(self.count, self.explain_button, self.export_button)
        page.addLayout(last)
        self._colour()
        before = (self.field, self.views, self.examples, self.states, self.list_or_empty.table)
        after = (self.explain_button, self.export_button)
        for first, second in pairwise((*before, *self.pane.in_tab_order(), *after)):
            QWidget.setTabOrder(first, second)

    def _splitter(self) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("search-splitter")
        splitter.addWidget(self.list_or_empty)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        return splitter


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets side by side; the first takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 0 if place else 1)
    return row
