"""A newer version is told quietly and linked, never installed; an update under the open window is noticed."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from syncdesk.model.errors import RetryableError, SetupError
from syncdesk.model.version import PROGRAM, NoLook, Release, Versions
from syncdesk.ui.version_box import VersionBox
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import KNOWN_VERSIONS, FakeDesk

LEFT = Qt.MouseButton.LeftButton
NEWER = replace(
    KNOWN_VERSIONS,
    newest=Release("0.3.0", "https://releases.example/0.3.0"),
    looked_at=datetime(2026, 4, 10, 7, 0, tzinfo=UTC),
)
NO_ADDRESS = Versions("0.1.0", daily=False, no_look=NoLook.NO_ADDRESS)
BY_SYSTEM = Versions("0.1.0", daily=False, no_look=NoLook.UPDATED_BY_SYSTEM)


class Browser(QObject):
    """Hears which addresses are opened."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QUrl] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.seen.append(address)


def opened(qtbot: QtBot, worker: Worker, window: MainWindow) -> VersionBox:
    window.findChild(QAction, "action-versions").trigger()
    dialog = window.findChild(VersionBox)
    assert dialog is not None
    qtbot.waitUntil(lambda: not worker.is_busy)
    return dialog


def test_nothing_is_said_where_there_is_nothing_new(make: Any) -> None:
    window = make(FakeDesk())
    assert not window.versions.isVisible()
    assert not window.versions.banner.isVisible()


def test_what_is_known_is_said_at_once_and_opens_the_box(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(known_versions=NEWER)
    window = make(desk)
    assert window.versions.isVisible()
    assert window.versions.text() == "SyncDesk 0.3.0 is available"
    assert desk.looked_for_version == []  # nobody is asked while the window opens
    qtbot.mouseClick(window.versions, LEFT)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert window.findChild(VersionBox).title.text() == "SyncDesk 0.3.0 is available"


def test_it_looks_by_itself_now_and_then(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk()
    window = make(desk)
    desk.known_versions = NEWER
    for _ in range(61):
        window.versions.look()
        qtbot.waitUntil(lambda: not worker.is_busy)
    assert desk.looked_for_version == [True, True]
    assert window.versions.isVisible()


def test_the_link_is_opened_in_the_browser(qtbot: QtBot, make: Any, worker: Worker) -> None:
    dialog = opened(qtbot, worker, make(FakeDesk(known_versions=NEWER)))
    assert dialog.lead.text().startswith("You have 0.1.0.")
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "open")
    try:
        qtbot.mouseClick(dialog.open_button, LEFT)
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert browser.seen == [QUrl("https://releases.example/0.3.0")]


def test_a_skipped_version_is_quiet_but_still_to_be_had(qtbot: QtBot, make: Any, worker: Worker) -> None:
    window = make(FakeDesk(known_versions=NEWER))
    dialog = opened(qtbot, worker, window)
    qtbot.mouseClick(dialog.skip_button, LEFT)
    qtbot.waitUntil(lambda: not window.versions.isVisible())
    qtbot.waitUntil(lambda: not worker.is_busy)
    again = opened(qtbot, worker, window)
    assert again.title.text() == "SyncDesk 0.3.0 is available"
    assert again.open_button.isVisible()
    assert not again.skip_button.isVisible()


def test_the_newest_is_said_to_be_so(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(known_versions=replace(KNOWN_VERSIONS, looked_at=NEWER.looked_at))
    dialog = opened(qtbot, worker, make(desk))
    assert desk.looked_for_version == [False]
    assert dialog.title.text() == "This is the newest version"
    assert dialog.lead.text() == "You have SyncDesk 0.1.0."
    assert dialog.asks.text().startswith("It asks releases.example for the number of the newest version.")
    assert "Last looked:" in dialog.asks.text()
    assert not dialog.open_button.isVisible()
    qtbot.mouseClick(dialog.again_button, LEFT)
    qtbot.waitUntil(lambda: desk.looked_for_version == [False, False])
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_the_daily_look_is_a_switch(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk()
    dialog = opened(qtbot, worker, make(desk))
    assert dialog.daily.isChecked()
    qtbot.keyClick(dialog.daily, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not desk.known_versions.daily)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert not dialog.daily.isChecked()


def test_trouble_says_what_it_is_and_can_be_tried_again(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(version_trouble=RetryableError("It could not be learnt.", "Try again later.", "raw"))
    dialog = opened(qtbot, worker, make(desk))
    assert dialog.title.text() == "You have SyncDesk 0.1.0."
    assert dialog.error.isVisible()
    desk.version_trouble = None
    qtbot.mouseClick(dialog.again_button, LEFT)
    qtbot.waitUntil(lambda: dialog.title.text() == "This is the newest version")
    assert not dialog.error.isVisible()
    qtbot.waitUntil(lambda: not worker.is_busy)


@pytest.mark.parametrize(
    ("known", "title"),
    [
        (NO_ADDRESS, "This copy cannot look for newer versions"),
        (BY_SYSTEM, "Updates come by themselves"),
    ],
)
def test_where_nobody_can_be_asked_it_says_so(
    qtbot: QtBot, make: Any, worker: Worker, known: Versions, title: str
) -> None:
    desk = FakeDesk(known_versions=known)
    dialog = opened(qtbot, worker, make(desk))
    assert dialog.title.text() == title
    assert desk.looked_for_version == []
    for widget in (dialog.again_button, dialog.open_button, dialog.skip_button, dialog.daily, dialog.asks):
        assert not widget.isVisible()


def looked(qtbot: QtBot, worker: Worker, window: MainWindow) -> None:
    window.versions.look()
    qtbot.waitUntil(lambda: not worker.is_busy)


def test_an_update_under_the_open_window_is_told_once_it_is_whole(
    qtbot: QtBot, make: Any, worker: Worker
) -> None:
    desk = FakeDesk(replaced=True)
    window = make(desk)
    looked(qtbot, worker, window)
    assert not window.versions.banner.isVisible()  # it may be half unpacked
    looked(qtbot, worker, window)
    assert window.versions.banner.isVisible()
    assert window.versions.banner.words.startswith("SyncDesk was updated while it was open")
    assert window.isVisible()  # nobody takes it away from under her hands
    with qtbot.waitSignal(window.closed):
        qtbot.mouseClick(window.versions.banner.findChild(QPushButton, "restart"), LEFT)
    assert window.wants_restart
    assert not window.was_in_tray


def test_a_passing_change_is_no_update(qtbot: QtBot, make: Any, worker: Worker) -> None:
    desk = FakeDesk(replaced=True)
    window = make(desk)
    looked(qtbot, worker, window)
    desk.replaced = False
    looked(qtbot, worker, window)
    desk.replaced = True
    looked(qtbot, worker, window)
    assert not window.versions.is_replaced


def test_a_run_that_is_refused_over_it_offers_the_restart_at_once(
    qtbot: QtBot, make: Any, worker: Worker
) -> None:
    window = make(FakeDesk(sync_trouble=SetupError("Updated.", "Start it again.", field=PROGRAM)))
    window.update_tab.run_or_stop()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert window.versions.banner.isVisible()
    assert window.isVisible()


def test_in_the_tray_it_restarts_by_itself(qtbot: QtBot, make: Any, worker: Worker) -> None:
    """Else automatic runs would stop until somebody looks."""
    window = make(FakeDesk(replaced=True))
    window.hide()
    looked(qtbot, worker, window)
    with qtbot.waitSignal(window.closed):
        window.versions.look()
    assert window.wants_restart
    assert window.was_in_tray
    qtbot.waitUntil(lambda: not worker.is_busy)
