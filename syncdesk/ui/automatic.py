"""Automatic runs while the window is open: it looks now and then whether one is due, runs it on the run lane,
and says so in the status bar (BBK-23). Made by the window."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from syncdesk.app.views import AutomaticEnd
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.notices import announce
from syncdesk.ui.theme import GAP
from syncdesk.ui.worker import Task, Worker

LOOK_EVERY = 20_000
"""Milliseconds between two looks; after the computer slept, the first follows at once."""


class AutomaticRuns(QWidget):
    """A line of the status bar; empty while nothing runs by itself."""

    ended = Signal(object)
    """An AutomaticEnd: a run was carried out, well or not."""

    def __init__(self, desk: DeskPort, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("automatic-runs")
        self._desk, self._worker = desk, worker
        self._task: Task | None = None
        self._words = QLabel(self)
        self._words.setObjectName("automatic-words")
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.stop_button.setObjectName("automatic-stop")
        self.stop_button.setAccessibleName(self.tr("Stop the automatic run"))
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, 0, GAP, 0)
        row.setSpacing(GAP)
        row.addWidget(self._words)
        row.addWidget(self.stop_button)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """True while an automatic run is under way."""
        return self._task is not None

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def start(self) -> None:
        """Look from now on."""
        if not self._timer.isActive():
            self._timer.start()
            self.look()

    def rest(self) -> None:
        """Look no more: the window closes."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Ask what is due, unless something runs anyway."""
        if self._timer.isActive() and not self._worker.is_running:
            self._worker.read(self._desk.due, self._due, self._unknown, key="automatic-due")

    @Slot()
    def stop(self) -> None:
        """Ask the run under way to stop at the next row."""
        if self._task is not None:
            self._task.cancel()
            self.stop_button.setEnabled(False)

    @Slot(object)
    def _due(self, names: tuple[str, ...]) -> None:
        if not names or self._worker.is_running or not self._timer.isActive():
            return
        desk, name = self._desk, names[0]
        self._task = self._worker.run(lambda cancelled, report: desk.run_due(name, cancelled, report))
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._over)
        self._words.setText(self.tr("Automatic run of {name} is under way").format(name=name))
        self.stop_button.setEnabled(True)
        self.show()
        announce(self, self.words)

    @Slot(object)
    def _unknown(self, _error: object) -> None:
        """The settings cannot be read just now; the window says so elsewhere, the next look asks again."""

    @Slot(object)
    def _done(self, end: AutomaticEnd | None) -> None:
        self._over()
        if end is not None:
            self.ended.emit(end)
            QTimer.singleShot(0, self.look)  # another company may be due too

    @Slot(object)
    def _failed(self, _error: object) -> None:
        """A company that was removed meanwhile, or a fault of our own, which is in the log."""
        self._over()

    @Slot()
    def _over(self) -> None:
        self._task = None
        self.hide()
