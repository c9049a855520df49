"""The tab 'History': every run with who, where, when and what came of it; a run opens to its rows (UX-22,
F-47).
"""

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from syncdesk.model.changes import Change, Counts, Outcome, RunKind, RunResult
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.records import ChangeRecord, RunRecord
from syncdesk.ui.change_table import ChangeTable, full_reason, most_urgent_first
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.history_undo import UndoPanel
from syncdesk.ui.notices import EmptyPage, ErrorPanel, TableOrEmpty, wrapped_label
from syncdesk.ui.present import (
    NOTHING,
    duration_text,
    moment_text,
    number_text,
    outcome_mark,
    reason_text,
    result_mark,
    since_text,
)
from syncdesk.ui.tables import Column, TableView
from syncdesk.ui.theme import GAP, MARGIN
from syncdesk.ui.worker import Worker

translate = QCoreApplication.translate


def run_columns() -> list[Column]:
    """The columns of the list of runs."""
    return [
        Column("started", translate("history", "Started"), _started, lambda run: run.started_at, 132),
        Column(
            "result",
            translate("history", "Result"),
            lambda run: result_mark(run.result, run.kind).word,
            lambda run: result_mark(run.result, run.kind).word,
            152,
            mark=lambda run: result_mark(run.result, run.kind),
        ),
        Column("kind", translate("history", "Kind"), kind_text, kind_text, 72),
        Column("since", translate("history", "Since"), _since, _since_order, 136),
        _count("found", translate("history", "Found"), 60),
        *(_count(outcome.value, outcome_mark(outcome).word, 56) for outcome in Outcome),
        Column("user", translate("history", "User"), lambda run: run.user, lambda run: run.user, 92),
        Column("computer", translate("history", "Computer"), _computer, _computer, 104),
        Column("took", translate("history", "Took"), _took, _seconds, 70),
    ]


def kind_text(run: RunRecord) -> str:
    """What kind of run it was."""
    if run.kind is RunKind.PREVIEW:
        return translate("history", "Preview")
    if run.kind is RunKind.UNDO:
        return translate("history", "Undo")
    return translate("history", "Sync")


def _count(name: str, title: str, width: int) -> Column:
    def figure(run: RunRecord) -> int:
        counts: Counts = run.counts
        value: int = getattr(counts, name)
        return value

    return Column(
        name, title, lambda run: number_text(figure(run)), figure, max(width, 30 + 6 * len(title)), right=True
    )


def _started(run: RunRecord) -> str:
    return moment_text(run.started_at)


def _since(run: RunRecord) -> str:
    return NOTHING if run.kind is RunKind.UNDO else since_text(run.since)


def _since_order(run: RunRecord) -> float:
    return run.since_instant.timestamp() if run.since_instant is not None else 0.0


def _seconds(run: RunRecord) -> float:
    return (run.finished_at - run.started_at).total_seconds() if run.finished_at is not None else -1.0


def _took(run: RunRecord) -> str:
    return duration_text(_seconds(run)) if run.finished_at is not None else ""


def _computer(run: RunRecord) -> str:
    return run.computer


class HistoryTab(QWidget):
    """The runs above; below, the rows of the chosen run, or its undo."""

    undone = Signal()
    """A run was taken back."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history-tab")
        self._desk, self._worker = desk, worker
        self._name: str | None = None
        self._run: RunRecord | None = None
        self.error = ErrorPanel("history-error", self)
        self.table = TableView("runs", self.tr("Runs"), run_columns(), self)
        self.runs = TableOrEmpty(self.table, EmptyPage("runs-empty", self), self)
        self.rows_table = ChangeTable("run-rows", self.tr("Rows of the chosen run"), self)
        self.rows = TableOrEmpty(self.rows_table, EmptyPage("run-rows-empty", self), self)
        self._about = wrapped_label("run-about", self)
        self._reason = wrapped_label("run-row-reason", self)
        self.undo_button = QPushButton(self.tr("Un&do This Run…"), self)
        self.undo_button.setObjectName("undo-run")
        self.undo_button.setAutoDefault(False)
        self.undo = UndoPanel(desk, worker, self)
        self.below = QStackedWidget(self)
        self._build()
        self.undo_button.clicked.connect(self.undo_chosen_run)
        self.undo.left.connect(self._leave_undo)
        self.undo.undone.connect(self._undone)
        worker.running_changed.connect(self._show_undo_button)
        self.table.chosen.connect(self._run_chosen)
        self.table.opened.connect(self._go_to_rows)
        self.rows_table.chosen.connect(self._row_chosen)
        self._choose_a_run()

    def _build(self) -> None:
        rows = QWidget(self)
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        line = QHBoxLayout()
        line.addWidget(self._about, 1)
        line.addStretch(0)
        line.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.rows, 1)
        column.addWidget(self._reason)
        self.undo.setContentsMargins(0, GAP, 0, 0)
        self.below.addWidget(rows)
        self.below.addWidget(self.undo)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("history-splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.runs)
        self.splitter.addWidget(self.below)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(GAP)
        page.addWidget(self.error)
        page.addWidget(self.splitter, 1)

    def show_connection(self, name: str | None) -> None:
        """Show the runs of this connection; None = there is none yet."""
        if name != self._name:
            self._name, self._run = name, None
            self.table.set_rows(())
            self._choose_a_run()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the runs again."""
        if self._name is None:
            self.error.hide()
            title = self.tr("No connection yet")
            self.runs.show_empty(
                title, self.tr("Runs are listed here once there is a connection."), "", "history"
            )
            return
        name = self._name
        self._worker.read(lambda: self._desk.runs(name), self._show_runs, self._show_error, "runs")

    @Slot()
    def undo_chosen_run(self) -> None:
        """Show what undoing the chosen run would put back; the person decides then (F-35, UX-8)."""
        is_shown = self.below.currentWidget() is self.undo
        if self._name is None or self._run is None or is_shown or not self.undo_button.isEnabled():
            return
        self.below.setCurrentWidget(self.undo)
        self.undo.look(self._name, self._run)

    def stop(self) -> None:
        """Ask an undo under way to stop at the next row."""
        self.undo.stop()

    def copy_selection(self) -> None:
        """Copy the selected rows of the list that has the focus."""
        tables = (self.rows_table, self.undo.table)
        next((table for table in tables if table.hasFocus()), self.table).copy_selection()

    def remember(self) -> None:
        """Keep how the lists are arranged."""
        self.table.remember()
        self.rows_table.remember()
        self.undo.table.remember()

    @Slot(object)
    def _show_runs(self, runs: tuple[RunRecord, ...]) -> None:
        self.error.hide()
        chosen = self._run.run_id if self._run is not None else ""
        self.table.set_rows(runs)
        if self.table.table.sorted_by is not None:
            self.table.table.sort(*self.table.table.sorted_by)
        if not runs:
            text = self.tr("Every preview and every run will be listed here, with all its rows.")
            self.runs.show_empty(self.tr("No run yet"), text, "", "history")
            self._choose_a_run()
            return
        self.runs.show_table()
        place = next((i for i, run in enumerate(self.table.table.rows) if run.run_id == chosen), 0)
        self.table.selectRow(place)

    @Slot(object)
    def _show_error(self, error: SyncDeskError) -> None:
        self.error.show_error(error)

    @Slot(object)
    def _run_chosen(self, run: RunRecord | None) -> None:
        if run is None:
            return
        if self._run is None or run.run_id != self._run.run_id:
            self.undo.leave()
        self._run = run
        self._about.setText(f"{self._taken_back(run)} {_about(run)}".strip())
        self._about.setVisible(bool(self._about.text()))
        self._show_undo_button()
        self._worker.read(
            lambda: (run, _urgent_first(self._desk.run_changes(run.run_id))),
            self._show_rows,
            self._show_error,
            "run-rows",
        )

    @Slot(object)
    def _show_rows(self, answer: tuple[RunRecord, list[Change]]) -> None:
        run, changes = answer
        self.rows_table.set_changes(changes, planned=run.kind is RunKind.PREVIEW)
        self._reason.hide()
        if changes:
            self.rows.show_table()
            return
        if run.result in (RunResult.FAILED, RunResult.CANCELLED):
            text = self.tr("This run ended before it had any rows.")
        elif run.kind is RunKind.PREVIEW:
            text = self.tr("A preview writes nothing, and so its rows are not kept.")
        else:
            text = self.tr("This run found nothing that had to be kept: nothing had changed.")
        self.rows.show_empty(self.tr("No rows"), text)

    def _taken_back(self, run: RunRecord) -> str:
        """Which run an undo took back."""
        if run.kind is not RunKind.UNDO:
            return ""
        runs = (other for other in self.table.table.rows if other.run_id == run.since)
        when = next((moment_text(other.started_at) for other in runs), run.since)
        return self.tr("This took back the run of {when}.").format(when=when)

    @Slot()
    def _show_undo_button(self) -> None:
        """Offered for every run that wrote something, while none is under way."""
        run = self._run
        wrote = run is not None and run.kind is not RunKind.PREVIEW and run.counts.written > 0
        self.undo_button.setVisible(wrote)
        self.undo_button.setEnabled(wrote and not self._worker.is_running)
        busy = self.tr("Wait until the run under way has ended.")
        hint = self.tr("Put the rows back as they were before this run (Ctrl+Z)")
        self.undo_button.setToolTip(busy if self._worker.is_running else hint)

    @Slot()
    def _leave_undo(self) -> None:
        had_focus = self.undo.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.below.setCurrentIndex(0)
        if had_focus:
            self.table.setFocus()

    @Slot(str)
    def _undone(self, _run_id: str) -> None:
        self.undone.emit()

    @Slot(object)
    def _row_chosen(self, change: Change | None) -> None:
        self._reason.setVisible(change is not None)
        if change is not None:
            self._reason.setText(f"{change.invoice_number}: {full_reason(change)}")

    @Slot(object)
    def _go_to_rows(self, _run: RunRecord) -> None:
        if self.rows.currentWidget() is self.rows_table:
            self.rows_table.setFocus()
            if not self.rows_table.currentIndex().isValid():
                self.rows_table.selectRow(0)

    def _choose_a_run(self) -> None:
        self._run = None
        self._about.hide()
        self._show_undo_button()
        self._reason.hide()
        self.rows.show_empty(
            self.tr("No run chosen"), self.tr("Choose a run above to see its rows."), "", "history"
        )


def _urgent_first(records: tuple[ChangeRecord, ...]) -> list[Change]:
    return most_urgent_first(record.change for record in records)


def _about(run: RunRecord) -> str:
    """What a list of columns cannot say: why it waits or failed, what it noted."""
    parts = [run.message, reason_text(run.brake), *(reason_text(note) for note in run.notes)]
    return " ".join(part for part in parts if part)
