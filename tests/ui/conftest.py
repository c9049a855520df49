"""Every window test runs off-screen, in British English, in the tested palette, with a memory of its own."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform.startswith("linux"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from syncdesk.ui.theme import Theme, ThemeChoice
from syncdesk.ui.worker import Worker


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SYNCDESK_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _british_window(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    if qapp.property("themed") is None:
        qapp.setProperty("themed", True)
        Theme(qapp, ThemeChoice.LIGHT, "Fusion")


@pytest.fixture()
def worker(qapp: QApplication) -> Iterator[Worker]:
    """The two lanes; they are left at the end of the test."""
    made = Worker()
    yield made
    made.leave()
