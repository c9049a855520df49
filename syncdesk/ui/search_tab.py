"""The tab 'Invoice Search': every invoice of the job database, searched, filtered, added up,
exported.

Built by the window. Reading and exporting happen on a worker lane; filtering is quick enough for the main
thread (F-39).
"""

import gc
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from syncdesk.app.search import Query, Term, parse
from syncdesk.app.search_values import state_marks
from syncdesk.app.views import InvoiceRow
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.detail_pane import DetailPane
from syncdesk.ui.list_export import ExportWords, ListExport
from syncdesk.ui.notices import announce
from syncdesk.ui.search_columns import ShownList, problem_text
from syncdesk.ui.search_rows import InvoiceList, Selection
from syncdesk.ui.search_view import SearchView
from syncdesk.ui.theme import Tone
from syncdesk.ui.worker import Worker

_LONG = 20_000
"""Rows from which on a search is worked out on a lane: below, it is quicker than the eye."""
_PATIENCE = 300
"""Milliseconds after which a first page is shown, because the whole list takes longer."""
_FIRST = 200
"""Rows of the first page."""
_Answer = tuple[InvoiceList, Query, Selection]


class SearchTab(QWidget):
    """Shows the invoices of one connection."""

    changed = Signal()
    """Something was done to one invoice; figures elsewhere may have changed."""
    settings_wanted = Signal()
    """There is no connection yet, and the person wants to add one."""
    switch_wanted = Signal()
    """The person wants the switch of the company, which is off (BBK-44)."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search-tab")
        self._desk, self._worker = desk, worker
        self._name: str | None = None
        self._zone: tzinfo = UTC
        self._list: InvoiceList | None = None
        self._query = Query()
        self._on_show: tuple[InvoiceList, Query] | None = None
        self._stale = True
        self._is_answered = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._read_first)
        self.pane = DetailPane(desk, worker)
        self.view = SearchView(self.pane, self)
        words = ExportWords(
            self.tr("Export Invoices"),
            self.tr("Invoices"),
            self.tr("{count} invoices were written to {file}."),
        )
        self.exports = ListExport("search", words, worker, self.view.banner, self.view.error, self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.view)
        self._connect()
        self.view.show_unconnected()

    def show_connection(self, name: str | None) -> None:
        """Show the invoices of this connection; None = there is none. They are read when the tab is seen."""
        if name != self._name:
            self._name, self._list = name, None
            self.pane.leave()
            self.view.banner.hide()
            self.view.error.hide()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the invoices again, now or when the tab is next seen."""
        self._stale = True
        if self.isVisible():
            self._read()

    @Slot()
    def stop(self) -> None:
        """Ask what was started for one invoice to stop."""
        self.pane.section.stop()

    @Slot()
    def run_has_ended(self) -> None:
        """Carry out what was asked for single invoices meanwhile, and show the invoice in the pane as it is
        now."""
        self.pane.section.follow_up()
        if self.pane.is_open:
            self.pane.read_again()

    @Slot()
    def focus_search(self) -> None:
        """Put the cursor into the search field, with its text selected."""
        self.view.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.field.selectAll()

    @property
    def is_whole(self) -> bool:
        """True once the whole list was read."""
        return self._list is not None

    def is_answered(self) -> bool:
        """True if what is shown is what search and order ask for."""
        return self._is_answered

    def look_for(self, number: str) -> None:
        """Show the invoices of this number; the search begins anew."""
        self.look_through('number:"{}"'.format(number.replace('"', " ")))

    @Slot(str)
    def look_through(self, query: str) -> None:
        """Show what this search finds; the search begins anew."""
        self.view.states.setCurrentIndex(0)
        self._take_example(query)

    @Slot()
    def print_list(self) -> None:
        """Ask for a printer, then print what is shown (UX-20). Nothing happens while nothing is shown."""
        shown = self.shown_list()
        if shown.rows:
            self.exports.print_list(shown)

    @Slot()
    def copy_selection(self) -> None:
        """Copy what is selected in the detail pane if the person is there, else the selected rows."""
        if not self.pane.copy_selection():
            self.view.table.copy_selection()

    @Slot()
    def export(self) -> None:
        """Ask where to, then write what is shown (F-46). Nothing happens while nothing is shown."""
        shown = self.shown_list()
        if shown.rows:
            self.exports.ask(shown)

    def shown_list(self) -> ShownList:
        """The rows as they are shown, with the filter in words."""
        states = self.view.states
        parts = [self._query.text.strip()]
        if states.currentData():
            parts.append(self.tr("State: {state}").format(state=states.currentText()))
        words = "; ".join(part for part in parts if part) or self.tr("all invoices")
        return ShownList(self.view.table.search_model.view, self._name or "", words, self._zone)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.view.table.remember()

    def _connect(self) -> None:
        view = self.view
        self.pane.settings_wanted.connect(self.switch_wanted)
        view.field.wanted.connect(self._filter)
        view.field.list_wanted.connect(self._go_to_list)
        view.examples.chosen.connect(self._take_example)
        view.views.chosen.connect(self.look_through)
        view.views.told.connect(self._tell)
        view.states.currentIndexChanged.connect(self._filter)
        view.table.search_model.order_wanted.connect(self._show)
        view.table.chosen.connect(self._chosen)
        view.table.opened.connect(self._opened)
        view.empty.pressed.connect(self._empty_pressed)
        view.explain_button.clicked.connect(self._explain)
        view.export_button.clicked.connect(self.export)
        self.pane.closed.connect(self._go_to_list)
        self.pane.section.changed.connect(self.refresh)
        self.pane.section.changed.connect(self.changed)

    def _read(self) -> None:
        self._stale = False
        name, desk, model = self._name, self._desk, self.view.table.search_model
        if name is None:
            self.view.show_unconnected()
            return
        if self._list is None:
            self._on_show = None
            self.view.show_reading()
        column, descending = model.order_name, model.descending

        def read() -> tuple[str, tzinfo, InvoiceList]:
            zone = desk.connection(name).zone
            return name, zone, InvoiceList(desk.invoices(name), zone).prepare(column, descending)

        self._worker.read(read, self._was_read, self._not_read, key="search-invoices")
        if self._list is None:
            self._patience.start()

    @Slot()
    def _read_first(self) -> None:
        """The whole list takes its time: show a first page of it meanwhile."""
        name, desk = self._name, self._desk
        if self._list is None and name is not None:
            self._worker.ask(
                lambda: (name, desk.first_invoices(name, _FIRST)), self._first_known, key="search-first"
            )

    @Slot(object)
    def _first_known(self, answer: tuple[str, tuple[InvoiceRow, ...]]) -> None:
        name, rows = answer
        if name == self._name and self._list is None and rows and not self.view.error.isVisible():
            first = InvoiceList(rows, self._zone)
            self.view.show_first(first.select(Query(), "", False).rows)

    @Slot(object)
    def _was_read(self, result: tuple[str, tzinfo, InvoiceList]) -> None:
        name, self._zone, invoices = result
        if name == self._name:
            self._list = invoices
            self._patience.stop()
            if len(invoices.rows) > _LONG:
                gc.freeze()  # millions of values that stay: looking for garbage among them stops the window
            self.view.error.hide()
            self.view.table.show_currency(len(invoices.currencies) > 1)
            self._filter()

    @Slot(object)
    def _not_read(self, error: SyncDeskError) -> None:
        self._list, self._on_show = None, None
        self._patience.stop()
        self.view.error.show_error(error)
        self.view.show_failed()

    @Slot()
    def _filter(self) -> None:
        view = self.view
        today = datetime.now(UTC).astimezone(self._zone).date()
        parsed = parse(view.field.text(), QLocale().decimalPoint(), today)
        view.field.mark(parsed.problems)
        view.tell_problems([problem_text(problem) for problem in parsed.problems])
        states = view.states.currentData() or ()
        chosen = (Term("state", state_marks(*states)),) if states else ()
        view.views.show_query(parsed.text)
        self._query = Query(parsed.text, (*parsed.terms, *chosen), parsed.problems)
        self._show()

    @Slot()
    @Slot(object)
    def _show(self, _order: object = None) -> None:
        """Show what query and order ask for; what takes long is worked out on a lane."""
        invoices, model, query = self._list, self.view.table.search_model, self._query
        if invoices is None:
            return
        column, descending = model.order_name, model.descending

        def select() -> _Answer:
            return invoices, query, invoices.select(query, column, descending)

        self._is_answered = False
        if len(invoices.rows) > _LONG or not invoices.has_order(column, descending):
            self._worker.read(select, self._selected, key="search-select")
        else:
            self._selected(select())

    @Slot(object)
    def _selected(self, answer: _Answer) -> None:
        invoices, query, selection = answer
        if invoices is not self._list:
            return  # it was read anew meanwhile, and is asked again
        if self._on_show is not None and (invoices, query) == self._on_show:  # the same in another order
            self.view.table.reorder_rows(selection.rows)
        else:
            self.view.table.replace_rows(selection.rows)
            self._on_show = (invoices, query)
        self.view.show_counts(len(selection.rows), len(invoices.rows), selection.totals)
        self._is_answered = True

    @Slot()
    def _go_to_list(self) -> None:
        table = self.view.table
        if table.table.rowCount():
            table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not table.currentIndex().isValid():
                table.selectRow(0)

    @Slot(str)
    def _take_example(self, text: str) -> None:
        self.view.field.setText(text)
        self.view.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.field.ask()

    @Slot(str)
    def _tell(self, text: str) -> None:
        self.view.banner.say("information", Tone.INFORMATION, text)
        announce(self, text)

    @Slot(object)
    def _chosen(self, row: InvoiceRow | None) -> None:
        if row is not None and self._name is not None and self.pane.is_open:
            self.pane.show_row(self._name, row)

    @Slot(object)
    def _opened(self, row: InvoiceRow) -> None:
        if self._name is not None:
            self.pane.open_row(self._name, row)

    @Slot()
    def _explain(self) -> None:
        table = self.view.table
        if not table.currentIndex().isValid():
            table.selectRow(0)
        row = table.current_row()
        if row is not None:
            self._opened(row)

    @Slot()
    def _empty_pressed(self) -> None:
        if self._name is None:
            self.settings_wanted.emit()
        elif self._list is None:
            self._read()
        else:
            self.view.states.setCurrentIndex(0)
            self.view.field.clear()
            self.view.field.ask()
            self.focus_search()
