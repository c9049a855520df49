"""Every window test runs in the tested palette, with lanes that are left at its end."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from syncdesk.ui.main import load_translations
from syncdesk.ui.theme import Theme, ThemeChoice
from syncdesk.ui.worker import Worker


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
