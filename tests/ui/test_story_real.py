"""One invoice's story in the real window over the sample company: link, sync, switch, resync (BBK-25, BBK-28,
BBK-29, SMQ-01, SMQ-03)."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syncdesk.app.desk import Desk, open_desk
from syncdesk.app.views import SyncRequest
from syncdesk.model.start import StartChoice
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.story_link import LinkDialog
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.memory_keyring import MemoryKeyring

UNLIKE = "inv - 1071"
"""A row of the sample company whose number is written unlike in the books."""


@pytest.fixture
def desk(syncdesk_home: Path, password_store: MemoryKeyring) -> Desk:
    """The sample company after its first run."""
    made = open_desk()
    request = SyncRequest(connection=made.prepare_demo(), choice=StartChoice.MONTH, accept_first=True)
    made.sync(request, lambda: False, lambda _: None)
    return made


@pytest.fixture
def window(qtbot: QtBot, worker: Worker, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, worker)
    made.show()
    qtbot.waitUntil(lambda: made.bar.name is not None and not worker.is_busy, timeout=20_000)
    yield made
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    made.close()
    made.deleteLater()


def stored(desk: Desk, number: str) -> object:
    with closing(sqlite3.connect(desk.folders.data / "demo" / "jobs.sqlite")) as db:
        return db.execute("SELECT paid_amount FROM invoices WHERE invoice_no = ?", (number,)).fetchone()[0]


def opened(qtbot: QtBot, window: MainWindow, number: str) -> SearchTab:
    tab = window.search_tab
    window.tabs.setCurrentWidget(tab)
    qtbot.waitUntil(lambda: tab.view.table.table.rowCount() > 100, timeout=20_000)
    tab.look_for(number)
    qtbot.waitUntil(lambda: [row.number for row in tab.view.table.table.rows] == [number])
    qtbot.mouseClick(tab.view.explain_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tab.pane.section.isVisible, timeout=20_000)
    return tab


def pressed(qtbot: QtBot, tab: SearchTab, button: object, words: str) -> None:
    """Press it, and wait for what the pane says of it and for the list that is read anew."""
    with qtbot.waitSignal(tab.changed, timeout=30_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert words in tab.pane.section.banner.words
    qtbot.waitUntil(lambda: not tab._worker.is_busy, timeout=20_000)


def test_smq03_a_person_links_syncs_and_unlinks(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    tab = opened(qtbot, window, UNLIKE)
    section = tab.pane.section
    assert section.state.text() == "Not yet sent"
    qtbot.mouseClick(section.link_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(section.findChildren(LinkDialog)), timeout=20_000)
    dialog = section.findChildren(LinkDialog)[0]
    dialog.search.setText("INV-1071")
    pressed(qtbot, tab, dialog.link_button, "Linked to the invoice INV-1071")
    assert not stored(desk, UNLIKE)
    qtbot.waitUntil(lambda: section.state.text() == "Pending")
    pressed(qtbot, tab, section.sync_button, "Synced: the row was brought up to date.")
    assert stored(desk, UNLIKE) == 1033.2
    qtbot.waitUntil(lambda: section.state.text() == "Synced")
    assert section.sync_button.text() == "Resyn&c"
    pressed(qtbot, tab, section.unlink_button, "Unlinked")
    qtbot.waitUntil(lambda: section.state.text() == "Not yet sent")
    assert stored(desk, UNLIKE) == 1033.2


def test_bbk25_bbk28_switched_off_it_is_synced_by_the_person_alone(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    tab = opened(qtbot, window, "INV-1003")
    section = tab.pane.section
    pressed(qtbot, tab, section.switch, "Runs leave this invoice out.")
    qtbot.waitUntil(lambda: section.state.text() == "Paused")
    pressed(qtbot, tab, section.sync_button, "Synced: the row was right already.")
    kinds = {tab.pane.history.table.text(row, 1) for row in range(tab.pane.history.table.rowCount())}
    assert {"By hand", "Synced"} <= kinds
