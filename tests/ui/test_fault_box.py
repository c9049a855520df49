"""A fault that nobody foresaw is told in plain words, with details to copy and no secret in them."""

import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from syncdesk import __version__
from syncdesk.ui.fault_box import FaultBox
from syncdesk.ui.last_resort import LastResort
from syncdesk.ui.support_file import Contact
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def window(make: Any) -> MainWindow:
    made: MainWindow = make(FakeDesk())
    return made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guard(window: MainWindow, clock: Clock) -> Iterator[LastResort]:
    """The hooks are given back at the end."""
    made = LastResort(window, clock)
    yield made
    made.remove()


def wrong(words: str = "oops") -> None:
    """Python hands a fault that nobody caught to the hook, as PySide does with one in a slot."""
    try:
        raise ZeroDivisionError(words)
    except ZeroDivisionError as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)


def box_of(guard: LastResort) -> FaultBox:
    assert guard.box is not None
    return guard.box


def test_the_box_has_what_whoever_helps_asks_for(guard: LastResort) -> None:
    wrong()
    box = box_of(guard)
    assert box.isVisible()
    assert not box.isModal()  # the window behind it goes on
    box.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    for part in (
        "met a fault of its own",
        f"SyncDesk {__version__}, Python ",
        "in wrong",
        "ZeroDivisionError: oops",
    ):
        assert part in copied


def test_f44_no_secret_is_in_it(guard: LastResort) -> None:
    wrong("postgresql://ann:hunter2-secret@db/jobs refused, access_token=eyJsecret.abc.def")
    text = box_of(guard).detail.toPlainText()
    assert "refused" in text
    assert "hunter2-secret" not in text
    assert "eyJsecret" not in text


def test_a_fault_in_a_slot_reaches_it(qtbot: QtBot, window: MainWindow) -> None:
    """Through PySide itself, not by calling the hook."""
    with capture_exceptions() as outer:
        guard = LastResort(window)
        try:
            QTimer.singleShot(0, lambda: 1 / 0)
            qtbot.waitUntil(lambda: guard.box is not None)
        finally:
            guard.remove()
    assert not outer
    assert "ZeroDivisionError" in box_of(guard).detail.toPlainText()


def test_a_fault_in_a_thread_reaches_it(qtbot: QtBot, guard: LastResort) -> None:
    thread = threading.Thread(target=lambda: [][1])
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: guard.box is not None)
    assert "IndexError" in box_of(guard).detail.toPlainText()


def test_more_faults_are_counted_in_the_same_box(guard: LastResort, window: MainWindow) -> None:
    for number in range(3):
        wrong(f"number {number}")
    assert len(window.findChildren(FaultBox)) == 1
    assert box_of(guard).again.text() == "3 faults so far; the log has all of them."
    assert "number 0" in box_of(guard).detail.toPlainText()


def test_a_fault_that_repeats_by_itself_does_not_open_boxes_for_ever(
    qtbot: QtBot, guard: LastResort, clock: Clock
) -> None:
    wrong()
    box_of(guard).close()
    for _ in range(50):  # as in painting, many times a second
        clock.now += 1
        wrong()
        assert guard.box is None
    wrong("another")
    assert guard.box is not None  # another fault is another story
    box_of(guard).close()
    clock.now += 60
    wrong()
    assert guard.box is not None  # the person did again what failed


@pytest.mark.parametrize(
    ("press", "opened"),
    [(lambda box: box.report_button.click(), Contact)],
)
def test_it_leads_to_whoever_helps(
    guard: LastResort, window: MainWindow, press: Callable[[FaultBox], None], opened: type
) -> None:
    wrong()
    press(box_of(guard))
    assert window.findChild(opened) is not None


def test_it_closes_with_the_window(qtbot: QtBot, guard: LastResort, window: MainWindow) -> None:
    wrong()
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_brought_an_earlier_window_down_is_told(qtbot: QtBot, guard: LastResort, worker: Worker) -> None:
    guard.ask_of_crash(
        FakeDesk(crash="Fatal Python error: Segmentation fault\n  File 'x.py' in paint"), worker
    )
    qtbot.waitUntil(lambda: guard.box is not None)
    assert box_of(guard).title.text() == "SyncDesk ended unexpectedly the last time"
    assert "in paint" in box_of(guard).detail.toPlainText()


def test_after_a_good_end_nothing_is_told(qtbot: QtBot, guard: LastResort, worker: Worker) -> None:
    guard.ask_of_crash(FakeDesk(), worker)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert guard.box is None
