"""Shows how far a run is: phase in words, counts, and an estimate after five seconds (UX-5). Part of the
Update tab.
"""

import time
from datetime import UTC, datetime

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from syncdesk.model.changes import Phase, Progress
from syncdesk.ui.notices import announce, wrapped_label
from syncdesk.ui.present import clock_text, countdown_text, duration_text, number_text, phase_text
from syncdesk.ui.theme import GAP, MARGIN, figures_font, larger_font

_ESTIMATE_AFTER = 5.0
"""Seconds after which an estimate is worth more than it misleads."""


class RunProgress(QWidget):
    """Phase, bar, counts. The bar is busy while the total is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("run-progress")
        self._begun = 0.0
        self._phase: Phase | None = None
        self._waits: Progress | None = None
        self._ticking = QTimer(self)
        self._ticking.setInterval(500)
        self._ticking.timeout.connect(self._tick)
        self._phase_begun = 0.0
        self._phase_label = wrapped_label("progress-phase", self)
        self._phase_label.setFont(larger_font(self.font(), 1.2, bold=True))
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progress-bar")
        self._bar.setAccessibleName(self.tr("Progress of the run"))
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(460)
        self._counts = QLabel(self)
        self._counts.setObjectName("progress-counts")
        self._counts.setFont(figures_font(self.font()))
        self._note = wrapped_label("progress-note", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 2, MARGIN, MARGIN * 2, MARGIN)
        column.setSpacing(GAP)
        column.addStretch(2)
        column.addWidget(self._phase_label)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._bar, 4)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addWidget(self._counts)
        column.addSpacing(GAP)
        column.addWidget(self._note)
        column.addStretch(3)
        for label in (self._phase_label, self._counts, self._note):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def words(self) -> str:
        """Phase and counts as shown."""
        return f"{self._phase_label.text()} {self._counts.text()}".strip()

    def begin(self, company: str, preview: bool, note: str = "") -> None:
        """A run of this connection starts now. `note` says what a person may do meanwhile, where that is not
        what is usual."""
        self._wait_no_more()
        self._begun = self._phase_begun = time.monotonic()
        self._phase = None
        self._bar.setRange(0, 0)
        self._phase_label.setText(self.tr("Starting…"))
        self._counts.setText("")
        if not note and preview:
            note = self.tr(
                "{company}: nothing is written by a preview. You can go on working in the other tabs."
            )
        elif not note:
            note = self.tr("{company}: you can go on working in the other tabs, and stop at any time.")
        self._note.setText(note.format(company=company))

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        now = time.monotonic()
        if progress.phase is not self._phase:
            self._phase, self._phase_begun = progress.phase, now
            self._phase_label.setText(phase_text(progress.phase))
        known = progress.total is not None and progress.total > 0
        self._bar.setRange(0, progress.total or 0)
        self._bar.setValue(progress.done)
        text = number_text(progress.done) if progress.done else ""
        if known:
            words = self.tr("{done} of {total}")
            text = words.format(done=number_text(progress.done), total=number_text(progress.total or 0))
        self._counts.setText(text + self._estimate(progress, now))
        self._show_wait(progress)

    def _show_wait(self, progress: Progress) -> None:
        """While the books ask to wait, say why and until when; Stop works all the same (F-30)."""
        if progress.waits_until is None:
            if self._waits is not None:
                self._wait_no_more()
                self._phase_label.setText(phase_text(progress.phase))
            return
        if self._waits is None:
            announce(self, progress.why)
        self._waits = progress
        self._phase_label.setText(progress.why.rstrip("."))
        self._bar.setRange(0, 0)
        self._ticking.start()
        self._tick()

    @Slot()
    def _tick(self) -> None:
        """Count down to the instant at which the books let it go on."""
        if self._waits is None or self._waits.waits_until is None:
            return
        until = self._waits.waits_until
        left = (until - datetime.now(UTC)).total_seconds()
        time_ = clock_text(until)
        words = (
            self.tr("{left} left") if time_ in self._waits.why else self.tr("It goes on at {time}, in {left}")
        )
        self._counts.setText(words.format(time=time_, left=countdown_text(left)))

    def _wait_no_more(self) -> None:
        self._waits = None
        self._ticking.stop()

    def show_stopping(self) -> None:
        """The person asked to stop; the row under way is finished first."""
        self._wait_no_more()
        self._counts.setText("")
        self._phase_label.setText(self.tr("Stopping…"))
        self._note.setText(self.tr("The row under way is finished first, so that nothing is half written."))

    def _estimate(self, progress: Progress, now: float) -> str:
        spent = now - self._phase_begun
        if now - self._begun < _ESTIMATE_AFTER or not progress.total or not progress.done or spent < 1:
            return ""
        left = spent / progress.done * (progress.total - progress.done)
        return " · " + self.tr("about {time} left").format(time=duration_text(left))
