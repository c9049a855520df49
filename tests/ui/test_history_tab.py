"""The tab 'History': who, where, when, since, counts, result; a run opens to its rows with old and new values
(UX-22).
"""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from syncdesk.model.errors import FatalError
from syncdesk.ui.history_tab import HistoryTab
from syncdesk.ui.worker import Worker
from tests.ui.fake_desk import FakeDesk


@pytest.fixture
def make(qtbot: QtBot, worker: Worker) -> Any:
    """Opens the tab on a desk and waits for what it reads."""

    opened = []  # the test need not keep it itself

    def open_tab(desk: FakeDesk, name: str | None = "Northgate Heating") -> HistoryTab:
        tab = HistoryTab(desk, worker)
        opened.append(tab)
        qtbot.addWidget(tab)
        tab.resize(1100, 640)
        tab.show()
        tab.show_connection(name)
        qtbot.waitUntil(lambda: not worker.is_busy)
        return tab

    return open_tab


def _line(tab: HistoryTab, row: int) -> dict[str, str]:
    model = tab.table.table
    return {column.name: model.text(row, place) for place, column in enumerate(model.columns)}


def test_each_run_says_who_where_when_since_and_what_came_of_it(make: Any) -> None:
    line = _line(make(FakeDesk()), 0)
    assert line["user"] == "m.bright"
    assert line["computer"] == "OFFICE-3"
    assert line["started"].startswith("10/04/2026")
    assert line["since"] == "Last Successful Run"
    assert line["result"] == "Partly done"
    names = ("found", "written", "unchanged", "skipped", "unmatched", "conflict", "failed")
    assert [line[name] for name in names] == ["61", "14", "41", "1", "2", "2", "1"]


def test_every_end_of_a_run_has_a_word(make: Any) -> None:
    tab = make(FakeDesk())
    words = [_line(tab, row)["result"] for row in range(7)]
    assert words == [
        "Partly done", "Success", "Previewed", "Stopped", "Failed", "Waits for a decision", "Not finished"
    ]  # fmt: skip


def test_the_latest_run_is_open_at_once(make: Any) -> None:
    tab = make(FakeDesk())
    assert tab.rows.currentWidget() is tab.rows_table
    assert tab.rows_table.table.text(0, 0) == "Failed"
    assert tab.rows_table.table.text(0, 3) == "0.00 → 12,480.00"


def test_a_failed_run_says_why(qtbot: QtBot, make: Any, worker: Worker) -> None:
    tab = make(FakeDesk())
    tab.table.selectRow(4)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert tab.findChild(QLabel, "run-about").text().startswith("The books are locked.")


def test_a_preview_has_no_rows_and_says_so(qtbot: QtBot, make: Any, worker: Worker) -> None:
    """UX-2"""
    tab = make(FakeDesk())
    tab.table.selectRow(2)
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert "A preview writes nothing" in tab.rows.empty.words


def test_a_row_is_explained_in_full(make: Any) -> None:
    tab = make(FakeDesk())
    tab.rows_table.selectRow(1)
    label = tab.findChild(QLabel, "run-row-reason")
    assert label.isVisible()
    assert label.text().startswith("NG-1017: Changed here")


def test_opening_a_run_goes_to_its_rows(qtbot: QtBot, make: Any) -> None:
    tab = make(FakeDesk())
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert tab.rows_table.hasFocus()
    assert tab.rows_table.currentIndex().isValid()


def test_the_chosen_run_stays_chosen_when_the_list_is_read_again(
    qtbot: QtBot, make: Any, worker: Worker
) -> None:
    tab = make(FakeDesk())
    tab.table.selectRow(3)
    tab.refresh()
    qtbot.waitUntil(lambda: not worker.is_busy)
    assert tab.table.currentIndex().row() == 3


def test_no_run_yet(make: Any) -> None:
    """UX-2"""
    tab = make(FakeDesk(history=()))
    assert tab.runs.currentWidget() is tab.runs.empty
    assert tab.runs.empty.words.startswith("No run yet")
    assert tab.rows.empty.words.startswith("No run chosen")


def test_no_connection_yet(make: Any) -> None:
    assert make(FakeDesk(), None).runs.empty.words.startswith("No connection yet")


def test_an_unreadable_journal_says_so(make: Any) -> None:
    tab = make(FakeDesk(trouble=FatalError("The journal is damaged.", "Restore it from a backup.")))
    assert tab.error.isVisible()
    assert tab.error.accessibleName() == "The journal is damaged. Restore it from a backup."
