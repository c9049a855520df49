"""Everything that takes time happens here: lanes for runs, for short reads, for asking services outside, and
for waiting for a person. The only file that names threads.

A tab asks `worker.read(...)`, `worker.run(...)`, `worker.ask(...)` or `worker.wait(...)` and gets a
:class:`Task`; its signals arrive in the main thread.
"""

import gc
import logging
import sys
import time
import traceback
from collections.abc import Callable
from datetime import datetime
from queue import SimpleQueue
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from syncdesk.model.changes import Phase, Progress
from syncdesk.model.errors import FatalError, RunCancelled, SyncDeskError

log = logging.getLogger(__name__)

Cancelled = Callable[[], bool]
Report = Callable[[Progress], None]
Tell = Callable[[object], None]
Work = Callable[[Cancelled, Report], Any]
Wait = Callable[[Cancelled, Tell], Any]

_PROGRESS_GAP = 0.07
"""Seconds between two progress signals: about fourteen a second."""
_SWITCH_INTERVAL = 0.001
"""How long a lane may hold the interpreter before the window gets its turn, in seconds."""


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
    """How far a run is (Progress), or whatever a piece of waiting tells meanwhile."""
    ended = Signal()
    _over = Signal(str, object)
    _report = Signal(object)

    def __init__(self, work: Work | Wait, parent: QObject, throttled: bool = True) -> None:
        super().__init__(parent)
        self._work: Callable[[Cancelled, Any], Any] = work
        self._report_all = not throttled
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
            report = self._report.emit if self._report_all else self._throttled()
            self._over.emit("done", self._work(self._stop.is_set, report))
        except RunCancelled:
            self._over.emit("cancelled", None)
        except SyncDeskError as error:
            self._over.emit("failed", error)
        except Exception as error:  # the last line of defence: the window must hear of every end
            log.exception("A task ended with an unforeseen fault")
            self._over.emit("failed", _unforeseen(error))

    def _throttled(self) -> Report:
        """Passes a few reports a second on, and each that begins a phase or a pause, or ends one."""
        last: tuple[Phase, datetime | None] | None = None
        last_time = 0.0

        def report(progress: Progress) -> None:
            nonlocal last, last_time
            now, kind = time.monotonic(), (progress.phase, progress.waits_until)
            if kind == last and now - last_time < _PROGRESS_GAP:
                return
            last, last_time = kind, now
            self._report.emit(progress)

        return report

    @Slot(object)
    def _pass_on(self, progress: object) -> None:
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
        self._left = False

    def add(self, task: Task) -> None:
        """Carry it out after those before it. Once the lane was left it ends as cancelled, undone: a thread
        begun then would be destroyed while it runs, and the program with it."""
        if self._left:
            task.supersede()
            task.carry_out()
            return
        self._queue.put(task)
        if not self.isRunning():
            self.start()

    def leave(self) -> None:
        """Finish what is queued and end the thread; waits for it."""
        self._left = True
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
    """The lanes. One run at a time; reads wait neither for it, nor for a slow service, nor for a person.

    Python's collector of cycles runs in whichever thread happens to allocate. In a lane it would destroy
    widgets there, which crashes, so it rests while a lane works and is woken by the main thread.
    """

    running_changed = Signal(bool)
    """A run began (True) or ended (False)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = _Lane("runs", self, _SWITCH_INTERVAL)
        self._reads = _Lane("reads", self, _SWITCH_INTERVAL)
        self._outside = _Lane("outside", self, _SWITCH_INTERVAL)
        self._people = _Lane("people", self)
        self._waits: set[Task] = set()
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
        return self._queue(self._reads, call, done, failed, key)

    def ask(
        self,
        call: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
        key: str = "",
    ) -> Task:
        """As :meth:`read`, for what asks a service or a database outside and may take its time."""
        return self._queue(self._outside, call, done, failed, key)

    def ask_heeding(
        self,
        work: Callable[[Cancelled], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Any], None] | None = None,
        key: str = "",
    ) -> Task:
        """As :meth:`ask`, of what hears the wish to stop, so that nobody who closes the window waits for
        it."""
        return self._queue(self._outside, work, done, failed, key, heeds=True)

    def wait(self, work: Wait) -> Task:
        """Wait for a person: `work(cancelled, tell)` may take minutes; `tell` emits the task's `progress`,
        each time. One wait begins when the one before has ended, so cancel that first."""
        task = self._make(work, throttled=False)
        self._waits.add(task)
        task.ended.connect(self._wait_ended)
        self._people.add(task)
        return task

    def after_waits(self, call: Callable[[], Any]) -> None:
        """Do this once no wait is under way any more; it is done even if the program is being closed."""
        self._people.add(self._make(lambda _cancelled, _tell: call()))

    def stop_run(self) -> None:
        """Ask the run under way, if any, to stop at its next boundary."""
        if self._run is not None:
            self._run.cancel()

    def leave(self) -> None:
        """Stop everything, wait for the lanes, and let go of the threads. Call once, before the application
        ends.
        """
        self.stop_run()
        for task in (*self._latest.values(), *self._waits):
            task.supersede()
        for lane in (self._runs, self._people, self._outside, self._reads):
            lane.leave()
        gc.enable()

    def _queue(
        self,
        lane: _Lane,
        call: Callable[..., Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[Any], None] | None,
        key: str,
        heeds: bool = False,
    ) -> Task:
        task = self._make(lambda cancelled, _report: call(cancelled) if heeds else call())
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
        lane.add(task)
        return task

    def _make(self, work: Work | Wait, throttled: bool = True) -> Task:
        task = Task(work, self, throttled)
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
    def _wait_ended(self) -> None:
        self._waits.discard(self.sender())

    @Slot()
    def _read_ended(self) -> None:
        task = self.sender()
        if self._latest.get(task.objectName()) is task:
            del self._latest[task.objectName()]
