"""The tab 'Waiting': what waits for a person or for a cure, and what was kept or ignored; answered here, row
by row or all at once (D9, D10, D12, F-50). Made by the window.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from syncdesk.app.views import DecideRequest, WaitingRow
from syncdesk.model.changes import Outcome, RunResult, RunSummary
from syncdesk.model.decisions import Verdict
from syncdesk.model.errors import SyncDeskError
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import EmptyPage, ErrorPanel, TableOrEmpty, wrapped_label
from syncdesk.ui.present import verdict_hint
from syncdesk.ui.tables import TableView
from syncdesk.ui.theme import GAP, MARGIN, Tone
from syncdesk.ui.waiting_columns import Kind, kind_of, waiting_columns, why
from syncdesk.ui.work_banner import WorkBanner
from syncdesk.ui.worker import Cancelled, Report, Work, Worker


class WaitingTab(QWidget):
    """The waiting list of one connection, with the answers that fit the selected rows."""

    answered = Signal()
    """Something was answered or tried again; figures elsewhere may have changed."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting-tab")
        self._desk, self._worker = desk, worker
        self._name: str | None = None
        self._rows: tuple[WaitingRow, ...] = ()
        self.error = ErrorPanel("waiting-error", self)
        self.banner = WorkBanner("waiting-banner", worker, "waiting-stop", self.tr("Stop"), self)
        self.kinds = QComboBox(self)
        self.search = QLineEdit(self)
        self.table = TableView("waiting", self.tr("What waits"), waiting_columns(), self)
        self.list = TableOrEmpty(self.table, EmptyPage("waiting-empty", self), self)
        self._reason = wrapped_label("waiting-reason", self)
        self._reason.setAccessibleName(self.tr("Reason of the current row"))
        self.accept = self._button("waiting-accept", self.tr("&Accept"), self._accept)
        self.keep = self._button("waiting-keep", self.tr("&Keep"), self._keep)
        self.ignore = self._button("waiting-ignore", self.tr("Ignor&e"), self._ignore)
        self.take_back = self._button("waiting-take-back", self.tr("Take &Back"), self._take_back)
        self.retry = self._button("waiting-retry", self.tr("&Retry"), self._retry)
        self._explain_buttons()
        self._build()
        self.kinds.currentIndexChanged.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.list.empty.pressed.connect(self._show_all)
        self.table.chosen.connect(self._explain)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self.table.table.modelReset.connect(self._show_buttons)
        worker.running_changed.connect(self._show_buttons)
        self.banner.done.connect(self._done)
        self.banner.failed.connect(self._failed)
        self.banner.cancelled.connect(self._stopped)
        everything = QShortcut(QKeySequence("Esc"), self)
        everything.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        everything.activated.connect(self._show_all)

    def _button(self, name: str, text: str, pressed: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    def _explain_buttons(self) -> None:
        for button, verdict in self._verdicts():
            button.setToolTip(verdict_hint(verdict))
        self.retry.setToolTip(self.tr("Try again now, whether it is due or not."))
        self.kinds.setObjectName("waiting-kinds")
        self.kinds.addItem(self.tr("Everything"), None)
        self.kinds.addItem(self.tr("To decide"), Kind.DECIDE)
        self.kinds.addItem(self.tr("To put right"), Kind.CURE)
        self.kinds.addItem(self.tr("Undone"), Kind.HELD)
        self.kinds.addItem(self.tr("Kept or ignored"), Kind.ANSWERED)
        self.search.setObjectName("waiting-search")
        self.search.setPlaceholderText(self.tr("Invoice, customer or reason"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(280)

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
        for button in self._buttons():
            line.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(GAP)
        page.addWidget(self.error)
        page.addWidget(self.banner)
        page.addLayout(line)
        page.addWidget(self.list, 1)
        page.addWidget(self._reason)
        self._reason.hide()
        self._show_buttons()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.accept, self.keep, self.ignore, self.take_back, self.retry

    # what the window calls

    def show_connection(self, name: str | None) -> None:
        """Show what waits for this connection; None = there is none yet."""
        if name != self._name:
            self._name, self._rows = name, ()
            self.banner.hide()
            self.error.hide()
            self.table.set_rows(())
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the list again."""
        if self._name is None:
            title = self.tr("No connection yet")
            self.list.show_empty(title, self.tr("What waits is listed here once there is a connection."))
            return
        name = self._name
        self._worker.read(lambda: self._desk.waiting(name), self._known, self.error.show_error, "waiting")

    @Slot()
    def stop(self) -> None:
        """Ask what is under way to stop at the next row."""
        self.banner.stop()

    def copy_selection(self) -> None:
        """Copy the selected rows."""
        self.table.copy_selection()

    def remember(self) -> None:
        """Keep how the list is arranged."""
        self.table.remember()

    # the list

    @Slot(object)
    def _known(self, rows: tuple[WaitingRow, ...]) -> None:
        self._rows = rows
        self._show()

    @Slot()
    def _show(self) -> None:
        kind, words = self.kinds.currentData(), self.search.text().casefold().split()
        # Qt hands the word of a kind back as plain text, so they are compared as such.
        shown = [row for row in self._rows if kind is None or kind_of(row).value == kind]
        if words:
            shown = [row for row in shown if _has(row, words)]
        chosen = {row.source_id for row in self.table.selected_values()}
        self.table.set_rows(shown)
        if self.table.table.sorted_by is not None:
            self.table.table.sort(*self.table.table.sorted_by)
        if not shown:
            self._say_why_empty()
            return
        self.list.show_table()
        places = [n for n, row in enumerate(self.table.table.rows) if row.source_id in chosen]
        self.table.selectRow(places[0] if places else 0)

    def _say_why_empty(self) -> None:
        self._reason.hide()
        if self._rows:
            text = self.tr("%n row(s) of other kinds, or without these words.", "", len(self._rows))
            self.list.show_empty(self.tr("No match"), text, self.tr("Show Everything"), "filter")
        else:
            text = self.tr("Every invoice that was found has been dealt with.")
            self.list.show_empty(self.tr("Nothing waits"), text, "", "success")

    @Slot()
    def _show_all(self) -> None:
        self.search.clear()
        self.kinds.setCurrentIndex(0)

    @Slot(object)
    def _explain(self, row: WaitingRow | None) -> None:
        self._reason.setVisible(row is not None)
        if row is not None:
            self._reason.setText(f"{row.invoice_number or row.source_id}: {why(row)}")

    # answers

    @Slot()
    def _show_buttons(self) -> None:
        """Offered is what fits at least one selected row, while nothing is under way."""
        rows = self.table.selected_values()
        free = not self.banner.is_busy and not self._worker.is_running
        for button, verdict in self._verdicts():
            fitting = _fitting(rows, verdict)
            button.setEnabled(free and bool(fitting))
        self.retry.setEnabled(free and any(kind_of(row) is not Kind.ANSWERED for row in rows))
        for button in self._buttons():
            button.setVisible(bool(self._rows))

    def _verdicts(self) -> tuple[tuple[QPushButton, Verdict | None], ...]:
        return (
            (self.accept, Verdict.ACCEPT),
            (self.keep, Verdict.KEEP),
            (self.ignore, Verdict.IGNORE),
            (self.take_back, None),
        )

    @Slot()
    def _accept(self) -> None:
        self._answer(Verdict.ACCEPT)

    @Slot()
    def _keep(self) -> None:
        self._answer(Verdict.KEEP)

    @Slot()
    def _ignore(self) -> None:
        self._answer(Verdict.IGNORE)

    @Slot()
    def _take_back(self) -> None:
        self._answer(None)

    def _answer(self, verdict: Verdict | None) -> None:
        """Answer for the selected rows that this answer fits, just as they are shown."""
        rows = _fitting(self.table.selected_values(), verdict)
        if self._name is None or not rows or self._worker.is_running:
            return
        seen = tuple(row.seen for row in rows)
        request = DecideRequest(connection=self._name, verdict=verdict, seen=seen)
        self._start(lambda cancelled, report: self._desk.decide(request, cancelled, report))

    @Slot()
    def _retry(self) -> None:
        rows = [row for row in self.table.selected_values() if kind_of(row) is not Kind.ANSWERED]
        if self._name is None or not rows or self._worker.is_running:
            return
        name, ids = self._name, tuple(row.source_id for row in rows)

        def work(cancelled: Cancelled, report: Report) -> RunSummary | None:
            return self._desk.retry(name, (), cancelled, report, ids)

        self._start(work)

    def _start(self, work: Work) -> None:
        self.error.hide()
        self.banner.begin(work, "run", self.tr("Looking at the books and the rows once more…"))
        self._show_buttons()

    @Slot(object)
    def _done(self, summary: RunSummary | None) -> None:
        if summary is None:
            self._over("information", Tone.INFORMATION, self.tr("Nothing waits there any more."))
            return
        if summary.error is not None:
            self.error.show_error(summary.error)
        counts = summary.counts
        parts = [self.tr("%n row(s) written.", "", counts.written)] if counts.written else []
        left = sum(1 for change in summary.changes if change.reason.code in ("ignored", "decided_kept"))
        parts += [self.tr("%n row(s) left as they are.", "", left)] if left else []
        asked = counts.of(Outcome.CONFLICT) + counts.of(Outcome.FAILED) + counts.of(Outcome.UNMATCHED)
        parts += [self.tr("%n row(s) still wait.", "", asked)] if asked else []
        title = " ".join(parts) or self.tr("Nothing had to be written.")
        good = summary.result is RunResult.SUCCESS and not asked
        self._over("success" if good else "warning", Tone.GOOD if good else Tone.WARNING, title)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.error.show_error(error)
        self._over("warning", Tone.WARNING, self.tr("Nothing was answered."))

    @Slot()
    def _stopped(self) -> None:
        self._over("stop", Tone.QUIET, self.tr("Stopped. What was not reached waits on."))

    def _over(self, icon: str, tone: Tone, title: str) -> None:
        self.banner.tell(icon, tone, title)
        self._show_buttons()
        self.refresh()
        self.answered.emit()


def _fitting(rows: list[WaitingRow], verdict: Verdict | None) -> list[WaitingRow]:
    """The rows that can be answered so, and are not yet. None takes answers back."""
    if verdict is None:
        return [row for row in rows if row.decision is not None]
    return [
        row
        for row in rows
        if verdict in row.answers and (row.decision is None or row.decision.verdict is not verdict)
    ]


def _has(row: WaitingRow, words: list[str]) -> bool:
    text = f"{row.invoice_number} {row.job_number} {row.customer} {why(row)}".casefold()
    return all(word in text for word in words)
