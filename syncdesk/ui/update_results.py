"""The result side of the Update tab: nothing yet, a run under way, or what a run found and did."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from syncdesk.model.changes import Change, Outcome, RunKind, RunSummary
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.sign_in import SIGN_IN
from syncdesk.ui.change_table import ChangeTable, full_reason
from syncdesk.ui.counters import Counters
from syncdesk.ui.notices import Banner, EmptyPage, ErrorPanel, TableOrEmpty, wrapped_label
from syncdesk.ui.present import outcome_mark, reason_text
from syncdesk.ui.run_progress import RunProgress
from syncdesk.ui.run_words import RunWords, can_be_applied, is_planned
from syncdesk.ui.theme import GAP

_SAID_ELSEWHERE = ("note_no_stamps",)
"""Notes that the start dates carry already, as the limits of the books."""


class UpdateResults(QStackedWidget):
    """Three pages: empty, progress, results. It shows what it is handed and asks for `apply_wanted`."""

    apply_wanted = Signal()
    retry_wanted = Signal()
    """The world was busy or away, and the person wants the same tried again."""
    going_on_wanted = Signal()
    """A run waits as a whole, and the person wants it to go on all the same."""
    waiting_wanted = Signal()
    """Rows of this run wait for the person, and she wants to see them."""
    reconnecting_wanted = Signal()
    """The run failed over something that signing in again cures, and the person wants to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("update-results")
        self._words = RunWords(self)
        self._rows: tuple[Change, ...] = ()
        self._planned = False
        self.summary: RunSummary | None = None
        self.empty = EmptyPage("update-empty", self)
        self.progress = RunProgress(self)
        self._page = QWidget(self)
        self.banner = Banner("run-banner", self._page)
        self.apply_button = self.banner.add_button("apply-preview", "", self._ask_to_apply)
        self.go_on_button = self.banner.add_button(
            "run-go-on", self.tr("Write &Anyway…"), self._want_to_go_on
        )
        self.waiting_button = self.banner.add_button("run-waiting", "", self._want_to_see_what_waits)
        self.error = ErrorPanel("run-error", self._page)
        self.error.add_cure(SIGN_IN, "run-error-reconnect", self.tr("Reco&nnect"), self._want_to_reconnect)
        self.error.add_retry("run-error-retry", self.tr("Try &Again"), self._want_to_retry)
        self.counters = Counters(self._page)
        self.counters.chosen.connect(self.show_outcome)
        self.table = ChangeTable("changes", self.tr("Rows of this run"), self._page)
        self.table.changes.unticked_changed.connect(self._count_ticks)
        self.table.chosen.connect(self._explain)
        self.rows = TableOrEmpty(self.table, EmptyPage("changes-empty", self._page), self._page)
        self.rows.empty.pressed.connect(self._show_all)
        self._reason = wrapped_label("change-reason", self._page)
        self._reason.setAccessibleName(self.tr("Reason of the current row"))
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP + 2)
        for widget in (self.error, self.banner, self.counters):
            column.addWidget(widget)
        self.rows.setMinimumHeight(120)
        column.addWidget(self.rows, 1)
        column.addWidget(self._reason)
        column.addStretch(0)
        for page in (self.empty, self.progress, self._page):
            self.addWidget(page)

    @Slot()
    def _want_to_retry(self) -> None:
        self.retry_wanted.emit()

    @Slot()
    def _want_to_reconnect(self) -> None:
        self.reconnecting_wanted.emit()

    @Slot()
    def _want_to_go_on(self) -> None:
        self.going_on_wanted.emit()

    @Slot()
    def _want_to_see_what_waits(self) -> None:
        self.waiting_wanted.emit()

    def stops(self) -> list[QWidget]:
        """Where the Tab key stops, in reading order."""
        offers = (self.apply_button, self.go_on_button, self.waiting_button)
        return [*self.error.stops(), *offers, *self.counters.stops(), self.table]

    def show_empty(self, title: str, text: str, button: str = "") -> None:
        """Say why there are no results."""
        self.summary = None
        self.empty.say(title, text, button, "run")
        self.setCurrentWidget(self.empty)

    def show_running(self, company: str, preview: bool) -> None:
        """A run begins."""
        self.progress.begin(company, preview)
        self.setCurrentWidget(self.progress)

    def show_error(self, error: SyncDeskError) -> None:
        """No run came about, or it ended without a summary."""
        self.summary = None
        self._rows = ()
        self.error.show_error(error)
        for widget in (self.banner, self.counters, self.rows, self._reason):
            widget.hide()
        self.setCurrentWidget(self._page)

    def forget_sign_in_error(self) -> None:
        """Somebody signed in again: an error that this cured is no more."""
        if self.error.isVisibleTo(self) and self.error.is_cured:
            self.show_empty("", "")  # the tab says what is next

    def show_summary(self, summary: RunSummary, rows: tuple[Change, ...]) -> None:
        """Show what a run found and did; `rows` are its changes, most urgent first."""
        self.summary, self._rows, self._planned = summary, rows, is_planned(summary)
        self.table.changes.unticked.clear()
        self._show_words(summary)
        self.counters.show_counts(summary.counts, self._planned)
        self.counters.choose(None)
        self.counters.show()
        self.rows.show()
        self.show_outcome(None)
        self.setCurrentWidget(self._page)

    @property
    def can_apply(self) -> bool:
        """True while a preview is shown that can be written."""
        return self.summary is not None and can_be_applied(self.summary) and self._ticked() > 0

    @property
    def unticked(self) -> frozenset[str]:
        """The source ids left out by hand."""
        return frozenset(self.table.changes.unticked)

    @property
    def words(self) -> str:
        """The sentence shown, for announcements."""
        return self.error.accessibleName() if self.error.isVisibleTo(self) else self.banner.words

    @Slot(object)
    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show the rows of one counter, or all."""
        shown = self._rows if outcome is None else [row for row in self._rows if row.outcome is outcome]
        ticking = self.summary is not None and can_be_applied(self.summary)
        self.table.set_changes(tuple(shown), self._planned, ticking)
        self._reason.hide()
        if shown:
            self.rows.show_table()
            self.table.selectRow(0)  # most urgent first, so its whole reason is read without a click
        elif outcome is None:
            text = self.tr("No invoice changed in the books since the start date.")
            self.rows.show_empty(self.tr("No rows"), text)
        else:
            title = self.tr("{result}: no rows").format(result=outcome_mark(outcome, self._planned).word)
            text = self.tr("No invoice of this run ended up here.")
            self.rows.show_empty(title, text, self.tr("Show All Rows"), "filter")

    def _show_words(self, summary: RunSummary) -> None:
        if summary.error is not None:
            self.error.show_error(summary.error)
        else:
            self.error.hide()
        verdict = self._words.verdict(summary)
        self.banner.setVisible(summary.error is None)
        if summary.error is None:
            notes = " ".join(reason_text(note) for note in summary.notes if note.code not in _SAID_ELSEWHERE)
            text = f"{verdict.text} {notes}".strip()
            self.banner.say(verdict.icon, verdict.tone, verdict.title, text)
        self.apply_button.setVisible(can_be_applied(summary))
        ran = summary.kind is RunKind.SYNC and summary.error is None
        self.go_on_button.setVisible(ran and summary.brake is not None)
        waits = summary.counts.conflict + summary.counts.failed if ran else 0
        self.waiting_button.setText(self.tr("S&ee %n Waiting Row(s)", "", waits))
        self.waiting_button.setVisible(waits > 0 and summary.brake is None)
        self._count_ticks()

    def _ticked(self) -> int:
        written = 0 if self.summary is None else self.summary.counts.written
        return written - len(self.table.changes.unticked)

    @Slot()
    def _count_ticks(self) -> None:
        ticked = self._ticked()
        self.apply_button.setText(self._words.written(ticked))
        self.apply_button.setEnabled(ticked > 0)

    @Slot()
    def _ask_to_apply(self) -> None:
        self.apply_wanted.emit()

    @Slot()
    def _show_all(self) -> None:
        self.counters.choose(None)
        self.show_outcome(None)

    @Slot(object)
    def _explain(self, change: Change | None) -> None:
        if change is None:
            self._reason.hide()
            return
        detail = f" ({change.detail})" if change.detail else ""
        self._reason.setText(f"{change.invoice_number}: {full_reason(change)}{detail}")
        self._reason.show()
