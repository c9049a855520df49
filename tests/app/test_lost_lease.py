"""A run whose lease was taken over stops before its next write, and the next run finishes the work (F-36)."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from syncdesk.app.desk import open_desk
from syncdesk.app.views import ConnectionDraft, SyncRequest
from syncdesk.model.changes import Phase, Progress, RunResult
from syncdesk.model.errors import BusyError
from syncdesk.model.start import StartChoice
from syncdesk.settings import holding
from syncdesk.settings.holding import SILENT_SECONDS
from syncdesk.settings.lease import lease
from tests.generated_books import MAPPING, invoices, write_book, write_job_database
from tests.settings.test_holding import NoLocks, asleep, silence

COUNT = 900


def test_a_run_that_lost_its_lease_writes_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(holding, "FileLock", NoLocks)
    write_book(tmp_path / "books.gnucash", COUNT)
    write_job_database(tmp_path / "jobs.sqlite", COUNT)
    (tmp_path / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    desk = open_desk()
    connection = desk.add(
        ConnectionDraft(
            name="Acme",
            source_kind="gnucash",
            source={"path": str(tmp_path / "books.gnucash")},
            job_db=str(tmp_path / "jobs.sqlite"),
            mapping=desk.read_mapping(tmp_path / "mapping.toml"),
        )
    )
    request = SyncRequest(connection="Acme", choice=StartChoice.MONTH, accept_first=True)
    others = []

    def sleep_after_the_first_batch(progress: Progress) -> None:
        if progress.phase is Phase.APPLY and progress.done and not others:
            silence(desk.folders.leases / f"{connection.id}.alive", SILENT_SECONDS)
            other = lease(desk.folders, connection.id)
            other.__enter__()
            others.append(other)
            asleep(monkeypatch, SILENT_SECONDS)

    summary = desk.sync(request, lambda: False, sleep_after_the_first_batch)
    assert summary.result is RunResult.FAILED
    assert isinstance(summary.error, BusyError)
    assert f"process {os.getpid()}" in summary.error.remedy
    written = summary.counts.written
    assert 0 < written < sum(1 for invoice in invoices(COUNT) if invoice.paid)
    with closing(sqlite3.connect(tmp_path / "jobs.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM invoices WHERE paid_amount > 0").fetchone() == (written,)
    others[0].__exit__(None, None, None)
    last = desk.sync(request, lambda: False, lambda _: None)
    assert last.result is RunResult.SUCCESS
    assert last.counts.written + written == sum(1 for invoice in invoices(COUNT) if invoice.paid)
