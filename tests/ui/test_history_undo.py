"""Undo in History: the person sees what would be put back and what not, decides, and sees what came of it
(F-35, F-37, UX-8, UX-11)."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syncdesk.model.changes import Outcome
from syncdesk.model.errors import UsageError
from syncdesk.ui.history_tab import HistoryTab
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk, sample_changes


@pytest.fixture
def make(qtbot: QtBot, worker: Worker) -> Any:
    """Opens the tab on a desk and waits for what it reads."""
    opened = []

    def open_tab(desk: FakeDesk) -> HistoryTab:
        tab = HistoryTab(desk, worker)
        opened.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1100, 640)
        tab.show()
        tab.show_connection("Northgate Heating")
        qtbot.waitUntil(lambda: not worker.is_busy)
        return tab

    return open_tab


def looked(qtbot: QtBot, tab: HistoryTab) -> HistoryTab:
    """The tab once the preview of an undo is shown."""
    tab.undo_button.click()
    qtbot.waitUntil(lambda: not tab.undo.is_busy)
    return tab


def confirmed(qtbot: QtBot, tab: HistoryTab) -> HistoryTab:
    """The tab once the undo has ended."""
    qtbot.mouseClick(tab.undo.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.undo.is_busy)
    return tab


def test_it_is_looked_at_before_anything_is_put_back(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk()
    tab = looked(qtbot, make(desk))
    run = tab.table.table.rows[0].run_id
    assert desk.undone == [(run, True)]
    written = sum(row.outcome is Outcome.WRITTEN for row in sample_changes())
    assert tab.undo.words.startswith("Undo the run of 10/04/2026")
    assert "automatic runs leave it alone" in tab.undo.words
    assert str(written - 1) in tab.undo.undo_button.text()
    assert tab.undo.undo_button.hasFocus()


def test_refused_rows_come_first_and_say_why_with_both_values(qtbot: QtBot, make: Any) -> None:
    tab = looked(qtbot, make(FakeDesk()))
    model = tab.undo.table.table
    assert model.text(0, 0) == "Conflict"
    assert "holds 77.00 GBP" in model.text(0, 6)
    assert "the run wrote 312.50 GBP" in model.text(0, 6)
    assert model.text(1, 3) == "241.50 → 0.00"
    assert "77.00 GBP" in tab.undo._reason.text()


def test_the_persons_word_puts_back_and_the_result_is_told(qtbot: QtBot, make: Any) -> None:
    desk = FakeDesk()
    tab = looked(qtbot, make(desk))
    told = []
    tab.undone.connect(lambda: told.append(True))
    confirmed(qtbot, tab)
    assert [preview for _, preview in desk.undone] == [True, False]
    assert told == [True]
    assert "put back" in tab.undo.words
    assert "can itself be undone" in tab.undo.words
    assert not tab.undo.undo_button.isVisible()
    assert tab.undo.leave_button.text() == "&Close"
    assert tab.undo.table.table.text(1, 0) == "Written"


@pytest.mark.parametrize("way", ["button", "escape"])
def test_leaving_writes_nothing(qtbot: QtBot, make: Any, way: str) -> None:
    desk = FakeDesk()
    tab = looked(qtbot, make(desk))
    if way == "button":
        tab.undo.leave_button.click()
    else:
        qtbot.keyClick(tab.undo.undo_button, Qt.Key.Key_Escape)
    assert tab.below.currentWidget() is not tab.undo
    assert [preview for _, preview in desk.undone] == [True]


def test_another_run_leaves_the_panel(qtbot: QtBot, make: Any, worker: Worker) -> None:
    tab = looked(qtbot, make(FakeDesk()))
    tab.table.selectRow(1)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert tab.below.currentWidget() is not tab.undo


def test_a_reread_list_of_runs_does_not(qtbot: QtBot, make: Any, worker: Worker) -> None:
    tab = looked(qtbot, make(FakeDesk()))
    tab.refresh()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert tab.below.currentWidget() is tab.undo


def test_stop_stops_at_the_next_row(qtbot: QtBot, make: Any) -> None:
    """F-37"""
    desk = FakeDesk()
    tab = looked(qtbot, make(desk))
    desk.gate = threading.Event()
    tab.undo.undo_button.click()
    qtbot.waitUntil(desk.begun.is_set)
    assert not tab.undo_button.isEnabled()
    tab.undo.stop_button.click()
    qtbot.waitUntil(lambda: not tab.undo.is_busy)
    assert "Stopped." in tab.undo.words


@pytest.mark.parametrize(("row", "offered"), [(0, True), (2, False), (3, True), (4, False)])
def test_it_is_offered_for_runs_that_wrote(
    qtbot: QtBot, make: Any, worker: Worker, row: int, offered: bool
) -> None:
    tab = make(FakeDesk())
    tab.table.selectRow(row)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert tab.undo_button.isVisible() == offered


def test_what_cannot_be_undone_says_why(qtbot: QtBot, make: Any) -> None:
    why = UsageError("This run wrote to another place.", "Set the company to that place again.")
    tab = looked(qtbot, make(FakeDesk(sync_trouble=why)))
    assert tab.undo.error.accessibleName() == f"{why.title} {why.remedy}"
    assert not tab.undo.undo_button.isVisible()
    assert tab.undo.leave_button.hasFocus()


def test_nothing_to_put_back_offers_only_to_close(qtbot: QtBot, make: Any) -> None:
    one = next(row for row in sample_changes() if row.outcome is Outcome.WRITTEN)
    tab = looked(qtbot, make(FakeDesk(changes=(one,))))
    assert tab.undo.words.startswith("Nothing can be put back.")
    assert not tab.undo.undo_button.isVisible()
