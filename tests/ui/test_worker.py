"""The lanes: one final signal each, results in the main thread, cancelling, throttled progress."""

import gc
import sys
import threading
from threading import Event, main_thread

import pytest
from PySide6.QtCore import QObject, QThread, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syncdesk.model.changes import Phase, Progress
from syncdesk.model.errors import FatalError, RunCancelled, SetupError, SyncDeskError
from syncdesk.ui.worker import Cancelled, Report, Task, Worker


class Listener(QObject):
    """Writes down every signal of a task and the thread its slot ran in."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[threading.Thread] = set()
        self.progress: list[Progress] = []
        task.done.connect(self._done)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)
        task.ended.connect(self._ended)
        task.progress.connect(self._progress)

    def _note(self, name: str, value: object) -> None:
        self.heard.append((name, value))
        self.threads.add(threading.current_thread())

    @Slot(object)
    def _done(self, value: object) -> None:
        self._note("done", value)

    @Slot(object)
    def _failed(self, value: object) -> None:
        self._note("failed", value)

    @Slot()
    def _cancelled(self) -> None:
        self._note("cancelled", None)

    @Slot()
    def _ended(self) -> None:
        self._note("ended", None)

    @Slot(object)
    def _progress(self, value: Progress) -> None:
        self.progress.append(value)
        self.threads.add(threading.current_thread())

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.heard]


def _wait(qtbot: QtBot, listener: Listener) -> None:
    qtbot.waitUntil(lambda: "ended" in listener.names, timeout=5000)


def test_work_leaves_the_main_thread_and_its_result_comes_back_to_it(qtbot: QtBot, worker: Worker) -> None:
    listener = Listener(worker.read(threading.current_thread))
    _wait(qtbot, listener)
    assert listener.names == ["done", "ended"]
    assert listener.heard[0][1] is not main_thread()
    assert listener.threads == {main_thread()}


def _raise(error: Exception) -> object:
    raise error


@pytest.mark.parametrize(
    ("error", "end", "family"),
    [
        (SetupError("The file is gone.", "Choose it again."), "failed", SetupError),
        (ZeroDivisionError("oops"), "failed", FatalError),
        (RunCancelled(), "cancelled", type(None)),
    ],
)
def test_every_end_is_exactly_one_final_signal(
    qtbot: QtBot, worker: Worker, error: Exception, end: str, family: type
) -> None:
    listener = Listener(worker.read(lambda: _raise(error)))
    _wait(qtbot, listener)
    assert listener.names == [end, "ended"]
    assert isinstance(listener.heard[0][1], family)


def test_an_unforeseen_fault_carries_its_traceback_for_support(qtbot: QtBot, worker: Worker) -> None:
    listener = Listener(worker.read(lambda: _raise(ZeroDivisionError("oops"))))
    _wait(qtbot, listener)
    error = listener.heard[0][1]
    assert isinstance(error, SyncDeskError)
    assert "ZeroDivisionError: oops" in error.detail
    assert error.remedy


def test_a_run_can_be_stopped(qtbot: QtBot, worker: Worker) -> None:
    begun = Event()

    def work(cancelled: Cancelled, _report: Report) -> None:
        begun.set()
        while not cancelled():
            begun.wait(0.001)
        raise RunCancelled

    listener = Listener(worker.run(work))
    assert begun.wait(5)
    assert worker.is_running
    worker.stop_run()
    _wait(qtbot, listener)
    assert listener.names == ["cancelled", "ended"]
    assert not worker.is_running


def test_reads_do_not_wait_for_a_run(qtbot: QtBot, worker: Worker) -> None:
    release = Event()
    run = Listener(worker.run(lambda _cancelled, _report: release.wait(5)))
    read = Listener(worker.read(lambda: "quick"))
    _wait(qtbot, read)
    assert run.names == []
    release.set()
    _wait(qtbot, run)


def test_a_second_run_is_refused_while_one_is_under_way(qtbot: QtBot, worker: Worker) -> None:
    release = Event()
    run = Listener(worker.run(lambda _cancelled, _report: release.wait(5)))
    with pytest.raises(RuntimeError):
        worker.run(lambda _cancelled, _report: None)
    release.set()
    _wait(qtbot, run)


def test_of_readings_with_one_key_only_the_latest_delivers(qtbot: QtBot, worker: Worker) -> None:
    release = Event()
    first = Listener(worker.read(lambda: release.wait(5), key="rows"))
    second = Listener(worker.read(lambda: "new", key="rows"))
    release.set()
    _wait(qtbot, second)
    assert first.names == ["cancelled", "ended"]
    assert second.heard[0] == ("done", "new")


def test_progress_is_throttled_but_no_phase_is_lost(qtbot: QtBot, worker: Worker) -> None:
    def work(_cancelled: Cancelled, report: Report) -> None:
        for phase in Phase:
            for done in range(2000):
                report(Progress(phase, done, 2000))

    listener = Listener(worker.run(work))
    _wait(qtbot, listener)
    assert [progress.phase for progress in listener.progress if progress.done == 0] == list(Phase)
    assert len(listener.progress) < 50
    assert listener.threads == {main_thread()}


def test_the_interpreter_switches_faster_during_a_run_only(qtbot: QtBot, worker: Worker) -> None:
    before = sys.getswitchinterval()
    listener = Listener(worker.run(lambda _cancelled, _report: sys.getswitchinterval()))
    _wait(qtbot, listener)
    assert listener.heard[0] == ("done", pytest.approx(0.001))
    assert sys.getswitchinterval() == before


def test_cycles_are_never_collected_in_a_lane(qtbot: QtBot, worker: Worker) -> None:
    """A collection there destroys widgets in the wrong thread, and the program with them."""
    assert gc.isenabled()
    listener = Listener(worker.run(lambda _cancelled, _report: gc.isenabled()))
    _wait(qtbot, listener)
    assert listener.heard[0] == ("done", False)
    qtbot.waitUntil(gc.isenabled)


def test_leaving_stops_and_waits_for_the_lanes(qtbot: QtBot) -> None:
    worker = Worker()
    begun, ended = Event(), Event()

    def work(cancelled: Cancelled, _report: Report) -> None:
        begun.set()
        while not cancelled():
            ended.wait(0.001)
        ended.set()

    worker.run(work)
    assert begun.wait(5)
    worker.leave()
    assert ended.is_set()


def test_what_is_asked_after_leaving_begins_no_thread(qapp: QApplication) -> None:
    """A thread that is destroyed while it runs takes the whole program with it."""
    made = Worker()
    done: list[int] = []
    made.leave()
    for task in (made.read(lambda: done.append(1)), made.ask(lambda: done.append(2))):
        assert task.is_stopping
    made.run(lambda _cancelled, _report: done.append(3))
    assert not any(lane.isRunning() for lane in made.findChildren(QThread))
    assert done == []
    assert not made.is_busy
    assert not made.is_running
