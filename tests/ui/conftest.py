"""Every window test runs in the tested palette, with lanes that are left at its end."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from syncdesk.ui.main import load_translations
from syncdesk.ui.theme import Theme, ThemeChoice
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Fusion in light, English texts with their plurals."""
    load_translations(qapp)
    return Theme(qapp, ThemeChoice.LIGHT, "Fusion")


@pytest.fixture(autouse=True)
def tested_look(theme: Theme) -> None:
    """Every window of a test looks like that."""


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    """The two lanes; they are left at the end of the test."""
    made = Worker()
    yield made
    made.leave()


@pytest.fixture
def make(qtbot: QtBot, worker: Worker) -> Iterator[Any]:
    """Opens the window on a desk and waits until it has read everything."""
    opened: list[MainWindow] = []

    def open_window(desk: FakeDesk, tab: int = 0, **more: Any) -> MainWindow:
        window = MainWindow(desk, worker, **more)
        opened.append(window)
        window.tabs.setCurrentIndex(tab)
        window.show()
        qtbot.waitUntil(lambda: window.bar.has_read or window.bar.error.isVisible())
        qtbot.waitUntil(lambda: not worker.is_busy)
        return window

    yield open_window
    for window in opened:
        worker.stop_run()
        qtbot.waitUntil(lambda: not worker.is_running)
        window.close()
        window.deleteLater()
