"""A banner with one piece of work on the run lane behind it: it says what is under way, offers Stop, and then
says how it ended. Used by the tabs that start such work."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from syncdesk.ui.notices import Banner, announce
from syncdesk.ui.theme import Tone
from syncdesk.ui.worker import Task, Work, Worker


class WorkBanner(Banner):
    """Carries one piece of work at a time; it ends with exactly one of `done`, `failed` or `cancelled`, and
    is no longer busy then."""

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, name: str, worker: Worker, stop_name: str, stop_text: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._worker = worker
        self._task: Task | None = None
        self.stop_button = self.add_button(stop_name, stop_text, self.stop)
        self.stop_button.hide()

    @property
    def is_busy(self) -> bool:
        """True while its work is under way."""
        return self._task is not None

    def begin(self, work: Work, icon: str, words: str) -> Task:
        """Start the work and say so; the task is returned for those who want its progress."""
        self._task = self._worker.run(work)
        self._task.done.connect(self._done)
        self._task.failed.connect(self._failed)
        self._task.cancelled.connect(self._cancelled)
        self.stop_button.show()
        self.stop_button.setEnabled(True)
        self.say(icon, Tone.INFORMATION, words)
        return self._task

    @Slot()
    def stop(self) -> None:
        """Ask the work to stop at its next boundary."""
        if self._task is not None:
            self._task.cancel()
            self.stop_button.setEnabled(False)

    def tell(self, icon: str, tone: Tone, words: str) -> None:
        """Say how something ended, aloud too (UX-12)."""
        self.stop_button.setVisible(self.is_busy)
        self.say(icon, tone, words)
        announce(self, words)

    @Slot(object)
    def _done(self, result: object) -> None:
        self._over()
        self.done.emit(result)

    @Slot(object)
    def _failed(self, error: object) -> None:
        self._over()
        self.failed.emit(error)

    @Slot()
    def _cancelled(self) -> None:
        self._over()
        self.cancelled.emit()

    def _over(self) -> None:
        self._task = None
        self.stop_button.hide()
