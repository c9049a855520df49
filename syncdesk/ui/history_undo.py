"""Undoing a run in the tab 'History': what would be put back and what not, the person's word, then what came
of it (F-35, UX-8). Part of the History tab.
"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from syncdesk.model.changes import Change, RunKind, RunResult, RunSummary
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.records import RunRecord
from syncdesk.ui.change_table import ChangeTable, full_reason, most_urgent_first
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import Banner, ErrorPanel, announce, wrapped_label
from syncdesk.ui.present import moment_text
from syncdesk.ui.run_progress import RunProgress
from syncdesk.ui.theme import GAP, Tone, make_primary
from syncdesk.ui.worker import Cancelled, Report, Task, Worker

_Answer = tuple[RunSummary, tuple[Change, ...]]


class UndoPanel(QStackedWidget):
    """Two pages: at work, and rows with a sentence and what can be done. Esc leaves it while nothing is under
    way."""

    left = Signal()
    """The person is done with it."""
    undone = Signal(str)
    """An undo was recorded; the id of its run."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undo-panel")
        self._desk, self._worker = desk, worker
        self._name = ""
        self._run: RunRecord | None = None
        self._task: Task | None = None
        self.progress = RunProgress(self)
        self._busy_page = QWidget(self)
        self.busy = Banner("undo-busy", self._busy_page)
        self.stop_button = self.busy.add_button("undo-stop", self.tr("&Stop"), self.stop)
        self._page = QWidget(self)
        self.error = ErrorPanel("undo-error", self._page)
        self.banner = Banner("undo-banner", self._page)
        self.undo_button = self.banner.add_button("undo-confirm", "", self._confirm)
        self.leave_button = self.banner.add_button("undo-leave", "", self.leave)
        self.table = ChangeTable("undo-rows", self.tr("Rows of the undo"), self._page)
        self._reason = wrapped_label("undo-row-reason", self._page)
        self._reason.setAccessibleName(self.tr("Reason of the current row"))
        self._build()
        self.table.chosen.connect(self._explain)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    def _build(self) -> None:
        busy = QVBoxLayout(self._busy_page)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.addWidget(self.busy)
        busy.addWidget(self.progress, 1)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self.error, self.banner):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addWidget(self._reason)
        column.addStretch(0)
        self.addWidget(self._page)
        self.addWidget(self._busy_page)
        QWidget.setTabOrder(self.undo_button, self.leave_button)
        QWidget.setTabOrder(self.leave_button, self.table)

    @property
    def is_busy(self) -> bool:
        """True while it looks or puts back."""
        return self._task is not None

    @property
    def words(self) -> str:
        """The sentence shown, for announcements."""
        return self.error.accessibleName() if self.error.isVisibleTo(self) else self.banner.words

    def look(self, name: str, run: RunRecord) -> None:
        """Show what undoing this run would put back. Nothing is written."""
        if not self.is_busy and not self._worker.is_running:
            self._name, self._run = name, run
            self._start(preview=True)

    @Slot()
    def stop(self) -> None:
        """Ask the undo under way to stop at the next row."""
        if self._task is not None:
            self._task.cancel()
            self.progress.show_stopping()
            self.stop_button.setEnabled(False)

    @Slot()
    def leave(self) -> None:
        """Back to the rows of the run; not while rows are put back."""
        if not self.is_busy:
            self.left.emit()

    @Slot()
    def _confirm(self) -> None:
        if not self.is_busy and not self._worker.is_running and self.undo_button.isVisibleTo(self):
            self._start(preview=False)

    def _start(self, *, preview: bool) -> None:
        assert self._run is not None
        name, run_id = self._name, self._run.run_id

        def work(cancelled: Cancelled, report: Report) -> _Answer:
            summary = self._desk.undo(name, run_id, cancelled, report, preview=preview)
            return summary, tuple(most_urgent_first(summary.changes))

        self._task = self._worker.run(work)
        self._task.progress.connect(self.progress.show_progress)
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._stopped)
        self.progress.begin(name, preview)
        self.stop_button.setEnabled(True)
        title = self.tr("Looking at the rows of the run…") if preview else self.tr("Putting rows back…")
        self.busy.say("history", Tone.INFORMATION, title)
        self.setCurrentWidget(self._busy_page)
        self.stop_button.setFocus()

    @Slot(object)
    def _done(self, answer: _Answer) -> None:
        summary, rows = answer
        self._task = None
        self.error.hide()
        if summary.error is not None:
            self.error.show_error(summary.error)
        self.table.show()
        self.table.set_changes(rows, planned=summary.is_preview)
        self._reason.hide()
        if rows:
            self.table.selectRow(0)
        self._say(summary)
        self._arrive()
        if summary.run_id:
            self.undone.emit(summary.run_id)

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self._task = None
        self.error.show_error(error)
        self.table.hide()
        self._reason.hide()
        self._close_only("warning", Tone.WARNING, self.tr("Nothing was put back."), "")
        self._arrive()

    @Slot()
    def _stopped(self) -> None:
        self._task = None
        self.left.emit()

    def _arrive(self) -> None:
        self.setCurrentWidget(self._page)
        (self.undo_button if self.undo_button.isVisibleTo(self) else self.leave_button).setFocus()
        announce(self, self.words)

    # words

    def _say(self, summary: RunSummary) -> None:
        counts = summary.counts
        left = counts.found - counts.written
        refused = self.tr("%n row(s) will not be touched: see the reason.", "", left) if left else ""
        if not summary.is_preview:
            self._say_result(summary, left)
        elif counts.written:
            self.undo_button.setText(self.tr("&Undo: Put %n Row(s) Back", "", counts.written))
            self.undo_button.show()
            make_primary(self.undo_button, True)
            self.leave_button.setText(self.tr("&Cancel"))
            held = self.tr(
                "What is put back then waits until you start a run; automatic runs leave it alone."
            )
            self.banner.say("decision", Tone.WARNING, self._question(), f"{refused} {held}".strip())
        else:
            title = self.tr("Nothing can be put back.")
            self._close_only("information", Tone.INFORMATION, title, refused)

    def _question(self) -> str:
        assert self._run is not None
        when = moment_text(self._run.started_at)
        if self._run.kind is RunKind.UNDO:
            return self.tr("Take the undo of {when} back?").format(when=when)
        return self.tr("Undo the run of {when}?").format(when=when)

    def _say_result(self, summary: RunSummary, left: int) -> None:
        counts = summary.counts
        title = self.tr("%n row(s) put back.", "", counts.written)
        kept = self.tr("%n row(s) not touched.", "", left) if left else ""
        if summary.result is RunResult.CANCELLED:
            kept = self.tr("Stopped. {rest}").format(rest=kept)
        waits = self.tr("What was put back waits until you start a run. This undo can itself be undone.")
        good = summary.result is RunResult.SUCCESS
        icon, tone = ("outcome-written", Tone.GOOD) if good else ("warning", Tone.WARNING)
        self._close_only(icon, tone, title, f"{kept} {waits if counts.written else ''}".strip())

    def _close_only(self, icon: str, tone: Tone, title: str, text: str) -> None:
        self.undo_button.hide()
        make_primary(self.undo_button, False)
        self.leave_button.setText(self.tr("&Close"))
        self.banner.say(icon, tone, title, text)

    @Slot(object)
    def _explain(self, change: Change | None) -> None:
        self._reason.setVisible(change is not None)
        if change is not None:
            detail = f" ({change.detail})" if change.detail else ""
            self._reason.setText(f"{change.invoice_number}: {full_reason(change)}{detail}")
