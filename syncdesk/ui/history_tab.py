"""The tab 'History': every run with who, where, when and what came of it; a run opens to its rows (UX-22,
F-47).
"""

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from syncdesk.model.changes import Change, Counts, Outcome, RunKind, RunResult
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.records import ChangeRecord, RunRecord
from syncdesk.ui.change_table import ChangeTable, full_reason, most_urgent_first
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import EmptyPage, ErrorPanel, TableOrEmpty, wrapped_label
from syncdesk.ui.present import (
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
    return since_text(run.since)


def _since_order(run: RunRecord) -> float:
    return run.since_instant.timestamp() if run.since_instant is not None else 0.0


def _seconds(run: RunRecord) -> float:
    return (run.finished_at - run.started_at).total_seconds() if run.finished_at is not None else -1.0


def _took(run: RunRecord) -> str:
    return duration_text(_seconds(run)) if run.finished_at is not None else ""


def _computer(run: RunRecord) -> str:
    return run.computer


class HistoryTab(QWidget):
    """The runs above, the rows of the chosen run below."""

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
        self._build()
        self.table.chosen.connect(self._run_chosen)
        self.table.opened.connect(self._go_to_rows)
        self.rows_table.chosen.connect(self._row_chosen)
        self._choose_a_run()

    def _build(self) -> None:
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._about)
        column.addWidget(self.rows, 1)
        column.addWidget(self._reason)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("history-splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.runs)
        self.splitter.addWidget(lower)
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

    def copy_selection(self) -> None:
        """Copy the selected rows of the list that has the focus."""
        (self.rows_table if self.rows_table.hasFocus() else self.table).copy_selection()

    def remember(self) -> None:
        """Keep how the lists are arranged."""
        self.table.remember()
        self.rows_table.remember()

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
        self._run = run
        self._about.setText(_about(run))
        self._about.setVisible(bool(self._about.text()))
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
