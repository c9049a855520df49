"""The tab 'Update Invoice Payments': choose a start date, preview or run, see what came of it. Made by the
window.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QWidget

from syncdesk.app.views import ConnectionState, DecideRequest, StartOption, SyncRequest
from syncdesk.model.changes import Change, Progress, RunSummary
from syncdesk.model.decisions import Verdict
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.start import StartChoice
from syncdesk.ui.change_table import most_urgent_first
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import announce
from syncdesk.ui.present import declared_text, reason_text
from syncdesk.ui.start_panel import StartPanel
from syncdesk.ui.theme import MARGIN, make_primary
from syncdesk.ui.update_results import UpdateResults
from syncdesk.ui.worker import Cancelled, Report, Task, Worker


@dataclass(frozen=True, slots=True)
class _Start:
    """What the form needs to know of a connection."""

    options: tuple[StartOption, ...]
    state: ConnectionState | None


@dataclass(frozen=True, slots=True)
class _Asked:
    """The start a preview was made for; applying it must name the same."""

    connection: str
    choice: StartChoice
    day: date | None


class UpdateTab(QWidget):
    """Runs and previews of one connection."""

    run_finished = Signal(object)
    """The RunSummary, or the SyncDeskError, that a run or preview ended with."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("update-tab")
        self._desk, self._worker = desk, worker
        self._name: str | None = None
        self._state: ConnectionState | None = None
        self._task: Task | None = None
        self._asked: _Asked | None = None
        self._request: SyncRequest | None = None
        self._stopped = False
        self._preview_of = ""
        self.panel = StartPanel(self)
        self.starts = self.panel.starts
        self.preview_button, self.run_button = self.panel.preview_button, self.panel.run_button
        self.results = UpdateResults(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(self.panel)
        row.addWidget(self.results, 1)
        for one, other in pairwise([*self.panel.stops(), *self.results.stops()]):
            QWidget.setTabOrder(one, other)
        self.preview_button.clicked.connect(self.preview)
        self.run_button.clicked.connect(self.run_or_stop)
        self.results.apply_wanted.connect(self.apply_preview)
        worker.running_changed.connect(self._running_changed)
        self.results.retry_wanted.connect(self.retry)
        self.results.going_on_wanted.connect(self.go_on)
        self._show_state()

    # what the window calls

    def show_connection(self, name: str | None) -> None:
        """Show this connection; None = there is none yet."""
        if name != self._name:
            self._name, self._state, self._asked, self._stopped = name, None, None, False
            self._request = None
            self.starts.forget_choice()
            if not self.is_running:
                self.results.show_empty("", "")
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Resolve the start dates afresh."""
        if self._name is None:
            self._state = None
            self._show_state()
            return
        name = self._name
        self._worker.read(lambda: self._ask_start(name), self._start_known, self._start_unknown, "start")

    def preview_first_run(self, name: str) -> None:
        """Preview this new connection as soon as its start dates are known."""
        self._preview_of = name
        self.show_connection(name)

    @property
    def is_running(self) -> bool:
        """True while a run or preview of this tab is under way."""
        return self._task is not None

    @Slot()
    def run_or_stop(self) -> None:
        """Run Sync; during a run: Stop. The first run of a connection previews (UX-4)."""
        if self.is_running:
            self.stop()
        else:
            self._begin(preview=self._state is not None and not self._state.has_applied_run)

    @Slot()
    def preview(self) -> None:
        """Show what a run would write."""
        if not self.is_running:
            self._begin(preview=True)

    @Slot()
    def stop(self) -> None:
        """Ask the run under way to stop at the next row."""
        if self._task is not None:
            self._task.cancel()
            self.results.progress.show_stopping()
            self.run_button.setEnabled(False)

    @Slot()
    def apply_preview(self) -> None:
        """Write what the preview shows, less the unticked rows."""
        summary, asked = self.results.summary, self._asked
        if self.is_running or summary is None or asked is None or not self.results.can_apply:
            return
        request = SyncRequest(
            connection=asked.connection,
            choice=asked.choice,
            custom_day=asked.day,
            accept_first=True,
            unticked=self.results.unticked,
            plan=summary.plan,
        )
        self._start_run(request)

    @Slot()
    def retry(self) -> None:
        """Start the run that the world was too busy for once more, as it was asked for."""
        if not self.is_running and not self._worker.is_running and self._request is not None:
            self._start_run(self._request)

    @Slot()
    def go_on(self) -> None:
        """Once the person has confirmed it: the run that waits as a whole goes on without its brake (D10)."""
        summary = self.results.summary
        if summary is None or summary.brake is None or self._worker.is_running or not self._is_sure(summary):
            return
        request = DecideRequest(connection=summary.connection, verdict=Verdict.ACCEPT, run_id=summary.run_id)
        self._start_work(
            lambda cancelled, report: self._desk.decide(request, cancelled, report), summary.connection, False
        )

    def _is_sure(self, summary: RunSummary) -> bool:
        box = QMessageBox(self)
        box.setObjectName("go-on-question")
        box.setWindowTitle(self.tr("Write anyway?"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(reason_text(summary.brake))
        box.setInformativeText(
            self.tr(
                "If the books are right, go on: what they say is written. It can be undone in History. "
                "If they are not, for example after a restored backup, put them right first."
            )
        )
        go_on = box.addButton(self.tr("Write Anyway"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(self.tr("Leave As It Is"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(leave)
        box.setEscapeButton(leave)
        box.exec()
        return box.clickedButton() is go_on

    def copy_selection(self) -> None:
        """Copy the selected rows."""
        self.results.table.copy_selection()

    def remember(self) -> None:
        """Keep how the table is arranged."""
        self.results.table.remember()

    # runs

    def _begin(self, preview: bool) -> None:
        if self._name is None or not self.run_button.isEnabled():
            return
        if self.starts.fault():
            self.starts.complain()
            return
        choice, day = self.starts.choice, self.starts.custom_day()
        self._asked = _Asked(self._name, choice, day)
        self._start_run(SyncRequest(connection=self._name, choice=choice, custom_day=day, preview=preview))

    def _start_run(self, request: SyncRequest) -> None:
        if self._worker.is_running:  # an undo in History, or answers to what waits
            return
        self._request = request
        self._start_work(
            lambda cancelled, report: self._desk.sync(request, cancelled, report),
            request.connection,
            request.preview,
        )

    def _start_work(
        self, run: Callable[[Cancelled, Report], RunSummary], connection: str, preview: bool
    ) -> None:
        def work(cancelled: Cancelled, report: Report) -> tuple[RunSummary, tuple[Change, ...]]:
            summary = run(cancelled, report)
            return summary, tuple(most_urgent_first(summary.changes))

        self._stopped = False
        self._task = self._worker.run(work)
        self._task.progress.connect(self._progress)
        self._task.done.connect(self._finished)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self.results.show_running(connection, preview)
        self._show_state()
        announce(self, self.tr("Preview started") if preview else self.tr("Run started"))

    @Slot(object)
    def _progress(self, progress: Progress) -> None:
        if self._task is not None and not self._task.is_stopping:
            self.results.progress.show_progress(progress)

    @Slot(object)
    def _finished(self, result: tuple[RunSummary, tuple[Change, ...]]) -> None:
        summary, rows = result
        self.results.show_summary(summary, rows)
        self._over(summary)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self.results.show_error(error)
        self._over(error)

    @Slot()
    def _cancelled(self) -> None:
        self._stopped = True
        self.results.show_empty(
            self.tr("Stopped"),
            self.tr("Nothing was written. What was not reached stays due for the next run."),
        )
        self._over(None)

    def _over(self, end: RunSummary | SyncDeskError | None) -> None:
        self._task = None
        self._show_state()
        announce(self, self.results.words)
        if self.results.can_apply:
            self.results.apply_button.setFocus()
        self.run_finished.emit(end)
        self.refresh()

    @Slot(bool)
    def _running_changed(self, _running: bool) -> None:
        """An undo keeps the form shut as well."""
        if not self.is_running:
            self._show_state()

    # state of the form

    def _ask_start(self, name: str) -> _Start:
        state = next((s for s in self._desk.states() if s.connection.name == name), None)
        return _Start(self._desk.start_options(name), state)

    @Slot(object)
    def _start_known(self, start: _Start) -> None:
        self._state = start.state
        self.starts.show_options(start.options)
        self._show_state()
        wanted, self._preview_of = self._preview_of, ""
        if wanted and wanted == self._name and not self._worker.is_running:
            self.preview()

    @Slot(object)
    def _start_unknown(self, error: SyncDeskError) -> None:
        self._state = None
        if not self.is_running:
            self.results.show_error(error)
        self._show_state()

    def _show_state(self) -> None:
        running, known = self.is_running, self._state is not None
        applying = not running and self.results.can_apply
        self.panel.show_limits("" if self._state is None else declared_text(self._state.limits))
        self.panel.show_state(
            known, running, not self._worker.is_running, (known or running) and not applying
        )
        make_primary(self.results.apply_button, applying)
        nothing_shown = self.results.currentWidget() is self.results.empty
        if nothing_shown and not running and not self._stopped:
            self._say_why_empty()

    def _say_why_empty(self) -> None:
        if self._name is None:
            self.results.show_empty(
                self.tr("No connection yet"),
                self.tr("A connection pairs your books with your job database. Nothing runs without one."),
            )
        elif self._state is not None and not self._state.has_applied_run:
            self.results.show_empty(
                self.tr("Nothing has been written yet"),
                self.tr("Press Run Sync. The first run shows what it would write, and waits for your word."),
            )
        else:
            self.results.show_empty(
                self.tr("Ready"),
                self.tr("Choose a start date and press Run Sync. Nothing is read or written before that."),
            )
