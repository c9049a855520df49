"""The tab 'Compare': for any period both sides of every invoice, the difference with its cause, and sums that
close (UX-24). Made by the window. It writes nothing, neither to the books nor to the job database.
"""

from datetime import date, tzinfo

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from syncdesk.model.comparison import Comparison
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.start import StartChoice
from syncdesk.ui.compare_period import PeriodBar
from syncdesk.ui.compare_results import CompareResults
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.list_export import ExportWords, ListExport
from syncdesk.ui.notices import Banner, EmptyPage, ErrorPanel, announce
from syncdesk.ui.present import clock_text, number_text, reason_text
from syncdesk.ui.run_progress import RunProgress
from syncdesk.ui.theme import GAP, MARGIN, Tone
from syncdesk.ui.work_banner import WorkBanner
from syncdesk.ui.worker import Cancelled, Report, Worker


class CompareTab(QWidget):
    """Compares when a person asks; the result stays until it is asked for again or another connection is
    shown."""

    invoice_wanted = Signal(str)
    """The number of an invoice that the person wants to see in Invoice Search."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-tab")
        self._desk, self._worker = desk, worker
        self._name: str | None = None
        self._made: Comparison | None = None
        self.period = PeriodBar(self)
        self.error = ErrorPanel("compare-error", self)
        self.banner = WorkBanner("compare-banner", worker, "compare-stop", self.tr("S&top"), self)
        self.file_banner = Banner("compare-file-banner", self)
        self.empty = EmptyPage("compare-empty", self)
        self.progress = RunProgress(self)
        self.results = CompareResults(self)
        self.pages = QStackedWidget(self)
        words = ExportWords(
            self.tr("Export Comparison"),
            self.tr("Comparison"),
            self.tr("Written to {file}, with the sums. Lines: {count}."),
        )
        self.exports = ListExport("compare", words, worker, self.file_banner, self.error, self)
        self._build()
        self.period.wanted.connect(self.compare)
        self.results.export_wanted.connect(self.export)
        self.results.invoice_wanted.connect(self.invoice_wanted)
        self.banner.done.connect(self._done)
        self.banner.failed.connect(self._failed)
        self.banner.cancelled.connect(self._stopped)
        worker.running_changed.connect(self._show_state)
        self._show_nothing()

    def _build(self) -> None:
        for widget in (self.empty, self.progress, self.results):
            self.pages.addWidget(widget)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        page.setSpacing(GAP)
        for notice in (self.period, self.error, self.banner, self.file_banner):
            page.addWidget(notice)
        page.addWidget(self.pages, 1)

    # what the window calls

    def show_connection(self, name: str | None) -> None:
        """Compare this connection when asked to; None = there is none yet."""
        if name != self._name:
            self.stop()
            self._name, self._made = name, None
            self.error.hide()
            self.banner.hide()
            self.file_banner.hide()
            self._show_nothing()
        if name is not None:
            self._worker.read(lambda: self._today(name), self._today_known, self.error.show_error, "today")
        self._show_state()

    @property
    def is_busy(self) -> bool:
        """True while it compares."""
        return self.banner.is_busy

    @Slot()
    def refresh(self) -> None:
        """Compare again."""
        self.period.ask()

    @Slot()
    def stop(self) -> None:
        """Stop comparing."""
        self.banner.stop()

    @Slot()
    def outdated(self) -> None:
        """Something was written since: say that the result may have changed."""
        if self._made is not None and not self.is_busy:
            self.banner.say(
                "warning",
                Tone.WARNING,
                self.tr("Something was written since this was compared."),
                self.tr("Compare again to see both sides as they are now (F5)."),
            )

    @Slot()
    def export(self) -> None:
        """Ask where to, then write what is shown with its sums. Nothing happens while nothing is shown."""
        shown = self.results.shown()
        if self._made is not None and shown is not None and shown.lines:
            self.exports.ask(shown)

    @Slot()
    def print_list(self) -> None:
        """Ask for a printer, then print what is shown with its sums. Nothing happens while nothing is
        shown."""
        shown = self.results.shown()
        if self._made is not None and shown is not None and shown.lines:
            self.exports.print_list(shown)

    def copy_selection(self) -> None:
        """Copy the selected rows."""
        self.results.copy_selection()

    def remember(self) -> None:
        """Keep how the lists are arranged."""
        self.results.remember()

    # comparing

    @Slot()
    def compare(self) -> None:
        """Read both sides of the chosen period."""
        period, name = self.period.period(), self._name
        if name is None or period is None or self._worker.is_running:
            return

        def work(cancelled: Cancelled, report: Report) -> tuple[Comparison, tzinfo]:
            return self._desk.compare(name, period, cancelled, report), self._desk.connection(name).zone

        self.error.hide()
        self.file_banner.hide()
        task = self.banner.begin(work, "books", self.tr("Reading both sides in full…"))
        task.progress.connect(self.progress.show_progress)
        note = self.tr("{company}: nothing is written. You can go on working in the other tabs.")
        self.progress.begin(name, preview=True, note=note)
        self.pages.setCurrentWidget(self.progress)
        self.banner.stop_button.setFocus()
        self._show_state()

    @Slot(object)
    def _done(self, answer: tuple[Comparison, tzinfo]) -> None:
        made, zone = answer
        self._show_state()
        if made.connection != self._name:
            self._show_nothing()
            return
        self._made = made
        self.results.show_comparison(made, zone)
        self.pages.setCurrentWidget(self.results)
        self._say(made)
        self.results.table.setFocus()

    @Slot(object)
    def _failed(self, error: SyncDeskError) -> None:
        self._show_state()
        self.banner.hide()
        self.error.show_error(error)
        self._back()

    @Slot()
    def _stopped(self) -> None:
        self._show_state()
        self.banner.say("stop", Tone.QUIET, self.tr("Stopped. Nothing was compared."))
        self._back()

    def _back(self) -> None:
        """Show the earlier result, if there is one, or how to begin."""
        if self._made is None:
            self._show_nothing()
        else:
            self.pages.setCurrentWidget(self.results)
        self.period.button.setFocus()

    def _say(self, made: Comparison) -> None:
        differing = sum(line.differs for line in (*made.lines, *made.undated))
        compared = number_text(len(made.lines) + len(made.undated))
        if differing:
            title = self.tr("%n invoice(s) differ.", "", differing)
        else:
            title = self.tr("Both sides agree.")
        words = self.tr("{count} compared at {time}.")
        parts = [words.format(count=compared, time=clock_text(made.as_of))]
        if made.outside:
            parts.append(self.tr("%n of other days were left out.", "", made.outside))
        if made.brake is not None:
            parts.append(self.tr("A run would wait as a whole: {why}").format(why=reason_text(made.brake)))
        if made.run_under_way:
            parts.append(self.tr("A run wrote, or had broken off, while this was read: compare again."))
        doubtful = differing or made.brake is not None or made.run_under_way
        icon, tone = ("warning", Tone.WARNING) if doubtful else ("success", Tone.GOOD)
        self.banner.say(icon, tone, title, " ".join(parts))
        announce(self, self.banner.words)

    def _show_nothing(self) -> None:
        """Nothing has been compared yet."""
        self.pages.setCurrentWidget(self.empty)
        if self._name is None:
            text = self.tr("Both sides can be compared once there is a connection.")
            self.empty.say(self.tr("No connection yet"), text, "", "books")
            return
        self.empty.say(
            self.tr("Compare the job database with the books"),
            self.tr(
                "Reads every invoice of both sides, says what differs and why, and adds it up. Nothing is "
                "written. Choose a period above, then Compare."
            ),
            "",
            "books",
        )

    @Slot()
    def _show_state(self) -> None:
        self.period.show_state(self._name is not None and not self._worker.is_running)

    def _today(self, name: str) -> date | None:
        """The day it is in company time."""
        options = self._desk.start_options(name)
        return next((option.day for option in options if option.choice is StartChoice.CUSTOM), None)

    @Slot(object)
    def _today_known(self, today: date | None) -> None:
        if today is not None:
            self.period.set_today(today)
