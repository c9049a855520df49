"""The desk over real files: what Invoice Search shows of rows that wait, what changing a connection keeps."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from syncdesk.app.desk import Desk, open_desk
from syncdesk.app.views import ConnectionDraft, InvoiceRow, SyncRequest
from syncdesk.model.changes import RunResult
from syncdesk.model.connection import BrakeLimits, Policy
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.settlement import PaymentState
from syncdesk.model.start import StartChoice
from syncdesk.settings.program_file import ProgramFile
from tests.generated_books import MAPPING, invoices, write_book, write_job_database
from tests.memory_keyring import MemoryKeyring

COUNT = 40
PAID = [invoice for invoice in invoices(COUNT) if invoice.date_paid and len(invoice.payments) == 1]


@pytest.fixture
def draft(tmp_path: Path) -> ConnectionDraft:
    """A connection of generated books with their job database."""
    write_book(tmp_path / "books.gnucash", COUNT)
    write_job_database(tmp_path / "jobs.sqlite", COUNT)
    (tmp_path / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    mapping = open_desk().read_mapping(tmp_path / "mapping.toml")
    return ConnectionDraft(
        name="Acme",
        source_kind="gnucash",
        source={"path": str(tmp_path / "books.gnucash")},
        job_db=str(tmp_path / "jobs.sqlite"),
        mapping=mapping,
    )


def execute(draft: ConnectionDraft, statement: str, *values: object) -> None:
    """Change the job database by hand."""
    with closing(sqlite3.connect(draft.job_db)) as db, db:
        db.execute(statement, values)


def row_after_run(desk: Desk, number: str) -> InvoiceRow:
    """The row of Invoice Search once a run has looked at everything."""
    request = SyncRequest(connection="Acme", choice=StartChoice.MONTH, accept_first=True)
    assert desk.sync(request, lambda: False, lambda _: None).result is RunResult.PARTIAL
    return next(row for row in desk.invoices("Acme") if row.number == number)


def test_a_figure_typed_by_hand_shows_its_conflict_and_state(draft: ConnectionDraft) -> None:
    desk, invoice = open_desk(), PAID[0]
    desk.add(draft)
    execute(draft, "UPDATE invoices SET paid_amount = 1.11 WHERE invoice_no = ?", invoice.number)
    row = row_after_run(desk, invoice.number)
    assert (row.outcome, row.state) == ("conflict", PaymentState.PAID)
    assert row.reason is not None
    assert row.reason.code == "changed_here"
    explained = desk.story("Acme", row.key).explanation
    assert explained is not None
    assert explained.settlement.paid_amount * 100 == invoice.paid


def test_a_row_of_another_total_shows_its_conflict_but_no_state(draft: ConnectionDraft) -> None:
    desk, invoice = open_desk(), PAID[0]
    desk.add(draft)
    execute(draft, "UPDATE invoices SET total = total + 5 WHERE invoice_no = ?", invoice.number)
    row = row_after_run(desk, invoice.number)
    assert (row.outcome, row.state, row.credited, row.outstanding) == ("conflict", None, None, None)
    assert row.reason is not None
    assert row.reason.code == "other_total"


def test_changing_a_connection_keeps_its_history_and_brakes(draft: ConnectionDraft) -> None:
    desk = open_desk()
    connection = desk.add(draft)
    limits = BrakeLimits(falls=9)
    desk._rooms.settings.replace_connection(replace(connection, brakes=limits))
    changed = desk.update("Acme", replace(draft, name="Acme Ltd"))
    assert (changed.id, changed.name, changed.brakes) == (connection.id, "Acme Ltd", limits)
    assert [state.connection.name for state in desk.states()] == ["Acme Ltd"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"policy": "whatever"}, "whatever"),
        ({"lock_date": "31.1.2026"}, "31.1.2026"),
        ({"brake_falls": "-1"}, "-1"),
        ({"brake_falls_percent": "101"}, "101"),
        ({"colour": "red"}, "colour"),
        ({"name": " "}, "name"),
        ({"time_zone": "Moon/Sea"}, "Moon/Sea"),
        ({"job_db": "sqlite:////no/such/file"}, "/no/such"),
        ({"path": "/no/such/book"}, "no/such/book"),
        ({"mapping": "/no/such.toml"}, "no/such.toml"),
    ],
)
def test_a_setting_that_cannot_be_is_refused_and_nothing_is_stored(
    draft: ConnectionDraft, value: dict[str, str], words: str
) -> None:
    desk = open_desk()
    before = desk.add(draft)
    with pytest.raises(SyncDeskError) as refused:
        desk.set_values("Acme", {"policy": "source", **value})
    assert words in str(refused.value) + refused.value.detail
    assert refused.value.remedy
    assert desk.connection("Acme") == before


def test_settings_change_without_a_look_at_books_that_are_away(draft: ConnectionDraft) -> None:
    """A policy or a lock date can be set while the books are not at hand."""
    desk = open_desk()
    before = desk.add(draft)
    Path(draft.source["path"]).unlink()
    changed = desk.set_values("Acme", {"policy": "keep", "lock_date": "2026-01-31", "brake_falls": "9"})
    limits = replace(before.brakes, falls=9)
    wanted = replace(before, policy=Policy.KEEP, lock_date=date(2026, 1, 31), brakes=limits)
    assert desk.connection("Acme") == changed == wanted
    assert desk.set_values("Acme", {"lock_date": ""}).lock_date is None


def test_nothing_is_written_by_a_program_that_was_updated_under_itself(
    syncdesk_home: Path, password_store: MemoryKeyring, tmp_path: Path
) -> None:
    """Half of it would be the old version and half the new one."""
    desk = open_desk()
    name = desk.prepare_demo()
    program = tmp_path / "syncdesk"
    program.write_bytes(b"old")
    desk._rooms.program_file = ProgramFile(program)
    assert not desk.was_replaced()
    before = desk.invoices(name)
    program.write_bytes(b"newer")
    assert desk.was_replaced()
    request = SyncRequest(connection=name, choice=StartChoice.MONTH, accept_first=True)
    with pytest.raises(SetupError) as caught:
        desk.sync(request, lambda: False, lambda _: None)
    assert "start it again" in caught.value.remedy
    assert desk.invoices(name) == before
    assert desk.runs(name) == ()
