"""Every window test runs in the tested palette, with lanes that are left at its end."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from syncdesk.ui.main import load_translations
from syncdesk.ui.theme import Theme, ThemeChoice
from syncdesk.ui.worker import Worker


@pytest.fixture(autouse=True)
def themed_application(qapp: QApplication) -> None:
    """Fusion in light, English texts with their plurals; done once for all tests."""
    if qapp.property("themed") is None:
        qapp.setProperty("themed", True)
        Theme(qapp, ThemeChoice.LIGHT, "Fusion")
        load_translations(qapp)


@pytest.fixture
def worker(qapp: QApplication) -> Iterator[Worker]:
    """The two lanes; they are left at the end of the test."""
    made = Worker()
    yield made
    made.leave()
