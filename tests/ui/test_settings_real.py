"""Settings and Invoice Search over the real desk: a real GnuCash book, job database and journal."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from syncdesk.app.desk import Desk, open_desk
from syncdesk.app.resources import resource
from syncdesk.app.views import SyncRequest
from syncdesk.model.start import StartChoice
from syncdesk.ui.assistant import Assistant
from syncdesk.ui.search_tab import SearchTab
from syncdesk.ui.settings_tab import SettingsTab
from syncdesk.ui.worker import Worker

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A GnuCash book and a job database of a person's own, whose columns hold all its currencies."""
    book, jobs = tmp_path / "our book.gnucash", tmp_path / "jobs.sqlite"
    shutil.copyfile(resource("demo/northgate.gnucash"), book)
    shutil.copyfile(resource("demo/jobs.sqlite"), jobs)
    with closing(sqlite3.connect(jobs)) as connection, connection:
        connection.execute("UPDATE invoices SET currency = 'GBP' WHERE currency = 'KWD'")
    return book, jobs


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def begun(tab: SettingsTab, book: Path, jobs: Path) -> Assistant:
    """The assistant for a GnuCash book, up to its page about the job database."""
    assistant = tab.place.editor
    assert isinstance(assistant, Assistant)
    first = assistant.books.group.button(0)
    assert first is not None
    first.setChecked(True)
    assistant.go_on()
    assistant.fields.fields.editors["path"].set_value(str(book))
    assistant.go_on()
    assistant.jobs.job_db.set_address(str(jobs))
    return assistant


def test_item_5_a_book_and_a_job_database_are_connected_tested_and_searched(
    qtbot: QtBot, worker: Worker, desk: Desk, files: tuple[Path, Path]
) -> None:
    book, jobs = files
    before = (book.read_bytes(), jobs.read_bytes())
    tab = SettingsTab(desk, worker)
    qtbot.addWidget(tab)
    tab.resize(1180, 760)
    tab.show()
    tab.show_connection(None)
    qtbot.waitUntil(tab.first.isVisible, timeout=20000)
    qtbot.mouseClick(tab.first.own_button, LEFT)
    assistant = begun(tab, book, jobs)
    qtbot.waitUntil(lambda: assistant.jobs.mapping.mapping() is not None, timeout=20000)
    mapping = assistant.jobs.mapping.mapping()
    assert mapping is not None
    assert (mapping.paid_amount, mapping.date_paid) == ("paid_amount", "date_paid")
    qtbot.mouseClick(assistant.next_button, LEFT)
    qtbot.waitUntil(lambda: "Nothing was written." in assistant.check.checks.words, timeout=20000)
    assert "Holds: The table has 145 rows." in assistant.check.checks.words
    assert (book.read_bytes(), jobs.read_bytes()) == before
    assert assistant.check.name.value == book.stem
    assistant.check.name.setText("Northgate")
    with qtbot.waitSignal(tab.connections_changed, timeout=20000):
        qtbot.mouseClick(assistant.next_button, LEFT)
    (stored,) = (state.connection for state in desk.states())
    assert stored.name == "Northgate"
    assert stored.mapping == mapping
    assert (book.read_bytes(), jobs.read_bytes()) == before


def test_item_5_invoice_search_shows_and_explains_what_a_run_wrote(
    qtbot: QtBot, worker: Worker, desk: Desk
) -> None:
    name = desk.prepare_demo()
    request = SyncRequest(connection=name, choice=StartChoice.MONTH, accept_first=True)
    desk.sync(request, lambda: False, lambda _progress: None)
    tab = SearchTab(desk, worker)
    qtbot.addWidget(tab)
    tab.resize(1180, 760)
    tab.show()
    tab.show_connection(name)
    table = tab.view.table
    qtbot.waitUntil(lambda: table.table.rowCount() == 145, timeout=20000)
    tab.view.field.setText("state:paid credited>0")
    tab.view.field.ask()
    assert table.table.rowCount() > 0
    for place in range(table.table.rowCount()):
        table.selectRow(place)
        tab.pane.why.clear()
        qtbot.mouseClick(tab.view.explain_button, LEFT)
        qtbot.waitUntil(lambda: bool(tab.pane.why.text()), timeout=20000)
        row = table.current_row()
        assert row is not None
        assert tab.pane.error.isHidden()
        assert dict(tab.pane.sum.lines)["Outstanding"].startswith("0")
        written = row.outcome == "written"
        assert tab.pane.history.table.rowCount() >= written
        assert not written or tab.pane.history.isVisible()


def test_a_missing_book_is_told_at_its_field(
    qtbot: QtBot, worker: Worker, desk: Desk, files: tuple[Path, Path]
) -> None:
    _book, jobs = files
    tab = SettingsTab(desk, worker)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_connection(None)
    qtbot.waitUntil(tab.first.isVisible, timeout=20000)
    tab.add()
    assistant = begun(tab, Path("/nowhere/book.gnucash"), jobs)
    qtbot.waitUntil(assistant.next_button.isEnabled, timeout=20000)
    qtbot.mouseClick(assistant.next_button, LEFT)
    qtbot.waitUntil(lambda: "/nowhere/book.gnucash" in assistant.check.checks.words, timeout=20000)
    assert not assistant.next_button.isEnabled()
    assert desk.states() == ()
    assistant.go_back()
    assistant.jobs.job_db.set_address(str(jobs.parent / "none.sqlite"))
    qtbot.waitUntil(lambda: bool(assistant.jobs.job_db.error()), timeout=20000)
