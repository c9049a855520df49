"""Everything that takes time happens here: one lane for runs, one for short reads. The only file that names
threads.

A tab asks `worker.read(...)` or `worker.run(...)` and gets a :class:`Task`; its signals arrive in the main
thread.
"""

import gc
import logging
import sys
import time
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from syncdesk.model.changes import Phase, Progress
from syncdesk.model.errors import FatalError, RunCancelled, SyncDeskError

log = logging.getLogger(__name__)

Cancelled = Callable[[], bool]
Report = Callable[[Progress], None]
Work = Callable[[Cancelled, Report], Any]

_PROGRESS_GAP = 0.07
"""Seconds between two progress signals: about fourteen a second."""
_SWITCH_INTERVAL = 0.001
"""How long a run may hold the interpreter before the window gets its turn, in seconds."""


class Task(QObject):
    """One piece of work on its way. It ends with exactly one of `done`, `failed` or `cancelled`, followed by
    `ended`.

    All signals are emitted in the main thread and never before the call that made the task has returned to
    the event loop, so that connecting right after asking is early enough.
    """

    done = Signal(object)
    """The result."""
    failed = Signal(object)
    """A SyncDeskError, also for faults nobody foresaw."""
    cancelled = Signal()
    progress = Signal(object)
    ended = Signal()
    _over = Signal(str, object)
    _report = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._stop = Event()
        self._superseded = False
        self._over.connect(self._deliver)
        self._report.connect(self._pass_on)

    def cancel(self) -> None:
        """Ask the work to stop at its next boundary. `cancelled` or another final signal follows."""
        self._stop.set()

    def supersede(self) -> None:
        """Nobody waits for this result any more: whatever comes of it, only `cancelled` is emitted."""
        self._superseded = True
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """True once somebody asked the work to stop."""
        return self._stop.is_set()

    def carry_out(self) -> None:
        """Do the work and deliver its end. Called by a lane, in the lane's thread."""
        try:
            if self._stop.is_set():
                raise RunCancelled
            self._over.emit("done", self._work(self._stop.is_set, self._throttled()))
        except RunCancelled:
            self._over.emit("cancelled", None)
        except SyncDeskError as error:
            self._over.emit("failed", error)
        except Exception as error:  # the last line of defence: the window must hear of every end
            log.exception("A task ended with an unforeseen fault")
            self._over.emit("failed", _unforeseen(error))

    def _throttled(self) -> Report:
        last_phase: Phase | None = None
        last_time = 0.0

        def report(progress: Progress) -> None:
            nonlocal last_phase, last_time
            now = time.monotonic()
            if progress.phase is last_phase and now - last_time < _PROGRESS_GAP:
                return
            last_phase, last_time = progress.phase, now
            self._report.emit(progress)

        return report

    @Slot(object)
    def _pass_on(self, progress: Progress) -> None:
        if not self._superseded:
            self.progress.emit(progress)

    @Slot(str, object)
    def _deliver(self, end: str, value: object) -> None:
        if self._superseded or end == "cancelled":
            self.cancelled.emit()
        elif end == "done":
            self.done.emit(value)
        else:
            self.failed.emit(value)
        self.ended.emit()
        self.deleteLater()


def _unforeseen(error: Exception) -> SyncDeskError:
    return FatalError(
        "SyncDesk met a fault of its own.",
        "What was written so far is whole. Try again; if it comes back, copy the details for support.",
        "".join(traceback.format_exception(error)),
    )


class _Lane(QThread):
    """A thread that carries out one task after the other. `during_work` is the interpreter's switch interval
    meanwhile.
    """

    def __init__(self, name: str, parent: QObject, during_work: float | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._queue: SimpleQueue[Task | None] = SimpleQueue()
        self._during_work = during_work

    def add(self, task: Task) -> None:
        self._queue.put(task)
        if not self.isRunning():
            self.start()

    def leave(self) -> None:
        """Finish what is queued and end the thread; waits for it."""
        if self.isRunning():
            self._queue.put(None)
            self.wait()

    def run(self) -> None:
        while (task := self._queue.get()) is not None:
            before = sys.getswitchinterval()
            if self._during_work is not None:
                sys.setswitchinterval(self._during_work)
            try:
                task.carry_out()
            finally:
                sys.setswitchinterval(before)
                del task  # destroyed by the main thread alone


class Worker(QObject):
    """The two lanes. One run at a time; reads do not wait for it.

    Python's collector of cycles runs in whichever thread happens to allocate. In a lane it would destroy
    widgets there, which crashes, so it rests while a lane works and is woken by the main thread.
    """

    running_changed = Signal(bool)
    """A run began (True) or ended (False)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = _Lane("runs", self, _SWITCH_INTERVAL)
        self._reads = _Lane("reads", self)
        self._run: Task | None = None
        self._latest: dict[str, Task] = {}
        self._under_way = 0

    @property
    def is_running(self) -> bool:
        """True while a run is under way."""
        return self._run is not None

    @property
    def is_busy(self) -> bool:
        """True while anything is under way or queued."""
        return self._under_way > 0

    def run(self, work: Work) -> Task:
        """Start a run: `work(cancelled, report)`. There must be none under way."""
        if self._run is not None:
            raise RuntimeError("a run is under way")
        task = self._make(work)
        self._run = task
        task.ended.connect(self._run_ended)
        self._runs.add(task)
        self.running_changed.emit(True)
        return task

    def read(
        self,
        call: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
        key: str = "",
    ) -> Task:
        """Ask for something short. `done` and `failed` must be methods of a QObject of the main thread.

        Of several readings with the same `key` (not empty) only the latest delivers; the earlier ones end as
        cancelled.
        """
        task = self._make(lambda _cancelled, _report: call())
        if key:
            earlier = self._latest.get(key)
            if earlier is not None:
                earlier.supersede()
            self._latest[key] = task
            task.setObjectName(key)
            task.ended.connect(self._read_ended)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        self._reads.add(task)
        return task

    def stop_run(self) -> None:
        """Ask the run under way, if any, to stop at its next boundary."""
        if self._run is not None:
            self._run.cancel()

    def leave(self) -> None:
        """Stop everything, wait for the lanes, and let go of the threads. Call once, before the application
        ends.
        """
        self.stop_run()
        for task in self._latest.values():
            task.supersede()
        self._runs.leave()
        self._reads.leave()
        gc.enable()

    def _make(self, work: Work) -> Task:
        task = Task(work, self)
        self._under_way += 1
        gc.disable()
        task.ended.connect(self._task_ended)
        return task

    @Slot()
    def _task_ended(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            gc.enable()

    @Slot()
    def _run_ended(self) -> None:
        self._run = None
        self.running_changed.emit(False)

    @Slot()
    def _read_ended(self) -> None:
        task = self.sender()
        if self._latest.get(task.objectName()) is task:
            del self._latest[task.objectName()]
