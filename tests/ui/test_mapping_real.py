"""The mapping assistant over real job databases: guess, rows as they are understood, corrections, errors at
their fields, and passwords that are shown nowhere (UX-7, D17)."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from syncdesk.app.desk import Desk, open_desk
from syncdesk.ui.assistant_jobs import JobsPage
from syncdesk.ui.worker import Worker
from tests.servers import Jobs

LONG = 20_000
COLUMNS = """company INTEGER NOT NULL, id INTEGER NOT NULL, invoice_no VARCHAR(20), total NUMERIC(12, 2),
    paid_amount INTEGER, date_paid VARCHAR(20), settled_on VARCHAR(20), PRIMARY KEY (company, id)"""
ROWS = [(1, n, f"N{n}", "120.00", 12000, "05/02/2026", "06/02/2026") for n in range(1, 20)]


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def page_for(qtbot: QtBot, worker: Worker, desk: Desk) -> JobsPage:
    page = JobsPage(desk, worker)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    return page


def pick(choice: QComboBox, value: str) -> None:
    """Choose an entry as a person does."""
    place = choice.findData(value)
    assert place >= 0
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def test_a_mapping_is_guessed_shown_and_corrected_on_every_database(
    qtbot: QtBot, worker: Worker, desk: Desk, server_jobs: Jobs
) -> None:
    server_jobs.invoices(*ROWS, columns=COLUMNS)
    page = page_for(qtbot, worker, desk)
    page.job_db.set_address(server_jobs.url)
    sample = page.mapping.sample
    qtbot.waitUntil(lambda: len(sample.rows) == 10, timeout=LONG)
    assert "05/02/2026" in page.mapping.doubts.words
    mapping = page.mapping.mapping()
    assert mapping is not None
    assert (mapping.key, mapping.amount_format, mapping.date_format) == (
        ("company", "id"),
        "minor_units",
        "text:%d/%m/%Y",
    )
    assert sample.table.table.text(0, 5) == "120.00 (12000)"
    assert "5 Feb 2026" in sample.table.table.text(0, 6)
    pick(page.mapping.date_format, "text:%m/%d/%Y")
    qtbot.waitUntil(lambda: "2 May 2026" in sample.table.table.text(0, 6), timeout=LONG)
    page.mapping.prefix.setText("INV-")
    qtbot.waitUntil(
        lambda: bool(sample.rows) and sample.rows[0].source_number.startswith("INV-"), timeout=LONG
    )
    page.mapping.where.setText("id >")
    qtbot.waitUntil(lambda: bool(page.mapping.more.error("where")), timeout=LONG)
    assert page.mapping.more.isVisibleTo(page)
    page.mapping.where.setText("id > 17")
    qtbot.waitUntil(lambda: len(sample.rows) == 2, timeout=LONG)
    assert page.mapping.more.error("where") == ""


def test_a_row_that_cannot_be_read_is_marked(
    qtbot: QtBot, worker: Worker, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "jobs.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE TABLE invoices"
            " (id INTEGER PRIMARY KEY, invoice_no TEXT, paid_amount NUMERIC, date_paid DATE)"
        )
        rows = [(n, f"N{n}", 1, "2026-01-31") for n in range(1, 6)]
        connection.executemany("INSERT INTO invoices VALUES (?, ?, ?, ?)", [*rows, (9, "N9", 1, "soon")])
    before = path.read_bytes()
    page = page_for(qtbot, worker, desk)
    page.job_db.set_address(str(path))
    table = page.mapping.sample.table.table
    qtbot.waitUntil(lambda: table.rowCount() == 6, timeout=LONG)
    assert table.text(0, 6) == "soon: cannot be read"
    assert "1 row" in page.mapping.sample.words
    assert path.read_bytes() == before


def test_d17_a_pasted_address_is_taken_apart_and_its_password_shown_nowhere(
    qtbot: QtBot, worker: Worker, desk: Desk
) -> None:
    page = page_for(qtbot, worker, desk)
    page.job_db.file.line.insert("postgresql://ann:s3cr%40t@db.example:5433/shop?sslmode=require")
    assert page.job_db.kind.value == "postgresql"
    lines = (page.job_db.host, page.job_db.port, page.job_db.database, page.job_db.user)
    assert [line.value for line in lines] == ["db.example", "5433", "shop", "ann"]
    assert page.job_db.encryption.value == "encrypted"
    assert page.job_db.address == "postgresql://ann:s3cr%40t@db.example:5433/shop?sslmode=require"
    assert "s3cr" not in page.job_db.text
    shown = [label.text() for label in page.findChildren(QLabel)]
    shown += [line.displayText() for line in page.findChildren(QLineEdit)]
    shown += [
        widget.accessibleName() + widget.accessibleDescription() for widget in page.findChildren(QWidget)
    ]
    assert not any("s3cr" in text for text in shown)
    page._pause.stop()


def test_thousands_of_tables_are_offered_as_one_list(qtbot: QtBot, worker: Worker, desk: Desk) -> None:
    page = page_for(qtbot, worker, desk)
    names = [f"table_{n:04}" for n in range(5000)]
    page.mapping.table.offer(names, "")
    assert page.mapping.table.count() == 5000
    completer = page.mapping.table.completer()
    completer.setCompletionPrefix("E_499")
    assert completer.completionCount() == 10
    page.mapping.table.setEditText("TABLE_4991")
    with qtbot.waitSignal(page.mapping.table.table_chosen) as chosen:
        line = page.mapping.table.lineEdit()
        assert line is not None
        line.editingFinished.emit()
    assert chosen.args == ["table_4991"]


def test_a_stored_table_that_is_gone_is_told_and_another_can_be_chosen(
    qtbot: QtBot, worker: Worker, desk: Desk, postgresql_jobs: Jobs
) -> None:
    """Settings over a server: the mapping of a connection stays until a person chooses."""
    from syncdesk.ui.settings_editor import ConnectionEditor
    from tests.ui.fake_desk import connection

    postgresql_jobs.invoices((1, "N1", "10.00", "2026-01-31"))
    postgresql_jobs.sql("ALTER TABLE invoices RENAME TO bills")
    stored = replace(connection(), job_db=postgresql_jobs.url)
    editor = ConnectionEditor(desk, worker, desk.kinds(), stored)
    qtbot.addWidget(editor)
    editor.show()
    section = editor.form.mapping
    qtbot.waitUntil(lambda: section.table.names == ("bills",), timeout=LONG)
    qtbot.waitUntil(lambda: not worker.is_busy, timeout=LONG)
    assert "no table 'invoices'" in section.top.error("table")
    assert section.mapping() == stored.mapping
    assert not editor.has_changes
    section.table.setEditText("bills")
    section.table.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: len(section.sample.rows) == 1, timeout=LONG)
    mapping = section.mapping()
    assert mapping is not None
    assert (mapping.table, mapping.number, mapping.date_paid) == ("bills", "invoice_no", "date_paid")
    assert section.sample.rows[0].number == "N1"
