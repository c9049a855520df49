"""The window on the real application and the sample company: preview, write, again, search, history (issue
items 5, 7).
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from syncdesk.app.desk import Desk, open_desk
from syncdesk.model.changes import Outcome, RunResult, RunSummary
from syncdesk.settings.lease import lease
from syncdesk.ui.desk_port import DeskPort
from syncdesk.ui.window import MainWindow
from syncdesk.ui.worker import Worker
from tests.end_to_end.program import Program
from tests.memory_keyring import MemoryKeyring


@pytest.fixture
def desk(syncdesk_home: Path, password_store: MemoryKeyring) -> Desk:
    """A desk whose whole state lies in this test's own home."""
    return open_desk()


@pytest.fixture
def window(qtbot: QtBot, worker: Worker, desk: Desk) -> Iterator[MainWindow]:
    """The window of a person who starts SyncDesk for the first time."""
    made = MainWindow(desk, worker)
    made.show()
    qtbot.waitUntil(lambda: made.bar.banner.isVisible(), timeout=20_000)
    yield made
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    made.close()
    made.deleteLater()


def _run(qtbot: QtBot, window: MainWindow, worker: Worker) -> RunSummary:
    """What Ctrl+Return does now, to its end."""
    with qtbot.waitSignal(window.update_tab.run_finished, timeout=60_000) as caught:
        window.actions_.run.trigger()
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    end = caught.args[0]
    assert isinstance(end, RunSummary), end
    return end


def test_the_real_desk_is_what_the_window_asks_for(desk: Desk) -> None:
    """Type checkers compare the two; this makes the comparison part of the code."""
    port: DeskPort = desk
    assert port.states() == ()


def test_a_person_tries_the_sample_company(qtbot: QtBot, window: MainWindow, worker: Worker) -> None:
    qtbot.mouseClick(window.bar.demo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)

    preview = _run(qtbot, window, worker)
    assert preview.result is RunResult.NEEDS_DECISION
    planned = preview.counts.written
    assert planned > 20
    assert window.update_tab.results.apply_button.text() == f"&Write These {planned} Changes"

    written = _run(qtbot, window, worker)
    assert written.counts == preview.counts
    assert window.update_tab.results.counters.tile(Outcome.WRITTEN).figure == planned

    again = _run(qtbot, window, worker)
    assert again.counts.written == 0, "a second run over unchanged books writes nothing (S50-13)"

    window.tabs.setCurrentWidget(window.history_tab)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    runs = window.history_tab.table.table.rows
    assert [run.run_id for run in runs] == [again.run_id, written.run_id, preview.run_id]

    window.tabs.setCurrentWidget(window.search_tab)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    assert window.search_tab.view.table.table.rowCount() > 100


def test_unticked_rows_stay_as_they_were(
    qtbot: QtBot, window: MainWindow, worker: Worker, desk: Desk
) -> None:
    """UX-4, D8: left out by hand means skipped, still due, and untouched."""
    window.bar.try_sample()
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    _run(qtbot, window, worker)
    table = window.update_tab.results.table
    place = next(i for i, row in enumerate(table.table.rows) if row.outcome is Outcome.WRITTEN)
    left_out = table.table.row(place)
    table.selectRow(place)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    end = _run(qtbot, window, worker)
    change = next(row for row in end.changes if row.source_id == left_out.source_id)
    assert (change.outcome, change.reason.code) == (Outcome.SKIPPED, "unticked")
    row = next(row for row in desk.invoices(end.connection) if row.key == left_out.job_key)
    assert left_out.old is not None
    assert row.paid_amount == left_out.old.paid_amount


def test_a_person_takes_a_run_back_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, worker: Worker, desk: Desk
) -> None:
    """F-35, UX-8, UX-11: Ctrl+Z leads to History, looks at the chosen run there, and Space confirms."""
    qtbot.mouseClick(window.bar.demo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    _run(qtbot, window, worker)
    before = desk.invoices("Sample company")
    written = _run(qtbot, window, worker)
    history = window.history_tab

    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not worker.is_busy and not worker.is_running, timeout=20_000)
    assert window.tabs.currentWidget() is history
    qtbot.waitUntil(lambda: history.undo.undo_button.hasFocus(), timeout=20_000)
    assert history.undo.undo_button.text() == f"&Undo: Put {written.counts.written} Rows Back"

    with qtbot.waitSignal(history.undone, timeout=20_000):
        qtbot.keyClick(history.undo.undo_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not worker.is_busy and not worker.is_running, timeout=20_000)
    assert [(row.paid_amount, row.date_paid) for row in desk.invoices("Sample company")] == [
        (row.paid_amount, row.date_paid) for row in before
    ]
    newest, undone = history.table.table.rows[:2]
    assert (newest.kind.value, newest.since, undone.run_id) == ("undo", undone.run_id, written.run_id)
    assert window.findChild(QLabel, "last-success").text() == "No successful run yet"

    qtbot.keyClick(history.undo.leave_button, Qt.Key.Key_Escape)
    assert history.below.currentWidget() is not history.undo
    assert _run(qtbot, window, worker).counts.written == written.counts.written  # it is a person who asks


def test_a_command_is_refused_while_the_window_runs(
    qtbot: QtBot, window: MainWindow, worker: Worker, desk: Desk, syncdesk_home: Path
) -> None:
    """F-36: one run of a connection at a time on one computer, and who runs is named."""
    window.bar.try_sample()
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    (connection,) = (state.connection for state in desk.states())
    told = desk.folders.leases / f"{connection.id}.json"
    with closing(sqlite3.connect(connection.job_db.removeprefix("sqlite:///"), isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")  # the window's run waits for another program
        with qtbot.waitSignal(window.update_tab.run_finished, timeout=60_000):
            window.actions_.run.trigger()
            qtbot.waitUntil(told.exists, timeout=20_000)
            refused = Program(syncdesk_home)("sync", connection.name, "--since", "month", "--yes")
            db.execute("ROLLBACK")
    assert (refused.code, refused.json["error"]["family"]) == (3, "busy")
    assert f"process {os.getpid()}" in refused.json["error"]["remedy"]


def test_the_window_is_refused_while_a_command_runs_and_tries_again(
    qtbot: QtBot, window: MainWindow, worker: Worker, desk: Desk
) -> None:
    window.bar.try_sample()
    qtbot.waitUntil(lambda: window.update_tab.run_button.isEnabled(), timeout=20_000)
    (connection,) = (state.connection for state in desk.states())
    tab = window.update_tab
    with lease(desk.folders, connection.id), qtbot.waitSignal(tab.run_finished, timeout=60_000):
        window.actions_.run.trigger()
    assert tab.results.words.startswith("Another run of this company is under way.")
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=20_000)
    retry = tab.results.error.findChild(QPushButton, "run-error-retry")
    with qtbot.waitSignal(tab.run_finished, timeout=60_000) as caught:
        qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    assert isinstance(caught.args[0], RunSummary)
    assert not tab.results.error.isVisible()
