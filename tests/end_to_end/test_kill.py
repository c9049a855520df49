"""A run that is killed at any instant leaves every row old or new, and the next run finishes the work (D7,
D11)."""

import random
import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from tests.end_to_end.program import Program
from tests.generated_books import MAPPING, Expected, invoices, write_book, write_job_database

INVOICES = 1_500


@dataclass(frozen=True, slots=True)
class Office:
    """Books, job database and SyncDesk of one office; `expected` is what its rows must end up with."""

    program: Program
    jobs: Path
    expected: dict[str, Expected]

    def journal(self) -> sqlite3.Connection:
        """The journal, opened for looking."""
        (file,) = self.program.home.rglob("journal.sqlite")
        return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


@pytest.fixture
def pristine(tmp_path: Path) -> Path:
    """A folder with books, an empty job database and a connected SyncDesk, to be copied for each life."""
    folder = tmp_path / "pristine"
    folder.mkdir()
    write_book(folder / "books.gnucash", INVOICES)
    write_job_database(folder / "jobs.sqlite", INVOICES)
    return folder


def open_office(pristine: Path, folder: Path) -> Office:
    """A fresh office with everything still to do."""
    shutil.copytree(pristine, folder)
    office = Office(
        Program(folder / "home"), folder / "jobs.sqlite", {i.number: i for i in invoices(INVOICES)}
    )
    added = office.program.add("Books", folder / "books.gnucash", office.jobs, MAPPING)
    assert added.code == 0, added.err
    return office


def kill_while_writing(office: Office, chance: random.Random) -> bool:
    """Start a run, kill it at a random instant of its writing phase; False if it had ended before."""
    process = office.program.start("sync", "Books", "--since", "month", "--yes", "--json")
    before = office.jobs.stat().st_mtime_ns
    while process.poll() is None and not _has_begun(office, before):
        time.sleep(0.0005)
    time.sleep(chance.random() * 0.12)
    killed = process.poll() is None
    process.kill()
    process.wait()
    return killed


def _has_begun(office: Office, before: int) -> bool:
    rollback = office.jobs.with_name(office.jobs.name + "-journal")
    return rollback.exists() or office.jobs.stat().st_mtime_ns != before


def rows(office: Office) -> dict[str, tuple[object, object]]:
    """Every row's figures, by number."""
    with closing(sqlite3.connect(office.jobs)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return {
            n: (paid, day)
            for n, paid, day in db.execute("SELECT invoice_no, paid_amount, date_paid FROM invoices")
        }


def right(invoice: Expected, figures: tuple[object, object]) -> bool:
    """True if the row holds what the books say; nothing paid may be stored as nothing."""
    paid, day = figures
    return Decimal(str(paid or 0)) * 100 == invoice.paid and day == (
        invoice.date_paid.isoformat() if invoice.date_paid else None
    )


def check_after_kill(office: Office) -> int:
    """No row is half written, and the watermark is not ahead; returns how many rows are done."""
    done = 0
    for number, figures in rows(office).items():
        is_right = right(office.expected[number], figures)
        assert is_right or figures == (None, None), (number, figures)
        done += is_right and figures != (None, None)
    return done


def check_finished(office: Office) -> None:
    """Everything is right, the journal is whole, and another run has nothing to do."""
    for number, figures in rows(office).items():
        assert right(office.expected[number], figures), (number, figures)
    with closing(office.journal()) as journal:
        assert journal.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    runs = office.program("history", "Books").json
    assert all(run["result"] is not None for run in runs)
    again = office.program("sync", "Books", "--since", "last")
    assert (again.code, again.json["counts"]["found"]) == (0, 0)
    everything = office.program("sync", "Books", "--since", "month")
    assert everything.json["counts"]["written"] == 0
    assert everything.json["counts"]["unchanged"] == INVOICES


def live(office: Office, chance: random.Random, at_most: int) -> tuple[int, list[int]]:
    """Kill runs until one ends by itself or there were enough kills, then let one finish."""
    kills, progress = 0, []
    while kills < at_most and kill_while_writing(office, chance):
        kills += 1
        progress.append(check_after_kill(office))
        assert_watermark_not_ahead(office)
    last = office.program("sync", "Books", "--since", "month", "--yes")
    assert last.code == 0, last.err
    check_finished(office)
    return kills, progress


def assert_watermark_not_ahead(office: Office) -> None:
    """Last Successful Run exists only if all was done: the kill then came between the run's end and the
    program's."""
    with closing(office.journal()) as journal:
        marks = [mark for (mark,) in journal.execute("SELECT watermark FROM marks") if mark]
    unfinished = [n for n, figures in rows(office).items() if not right(office.expected[n], figures)]
    assert not (marks and unfinished), (marks, unfinished[:3])


@pytest.mark.timeout(300)
def test_killed_at_random_instants_no_row_is_half_written(pristine: Path, tmp_path: Path) -> None:
    chance = random.Random(20260110)
    kills = 0
    for life in range(3):
        office = open_office(pristine, tmp_path / f"life{life}")
        more, _ = live(office, chance, at_most=3)
        kills += more
    assert kills >= 3


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_killed_very_often(pristine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(7)
    kills, done = 0, []
    life = 0
    while kills < 200:
        office = open_office(pristine, tmp_path / f"life{life}")
        more, progress = live(office, chance, at_most=8)
        kills, done, life = kills + more, done + progress, life + 1
        shutil.rmtree(tmp_path / f"life{life - 1}")
    partly = sum(1 for rows_done in done if 0 < rows_done < INVOICES)
    with capsys.disabled():
        print(f"\n{kills} kills in {life} offices, {partly} of them with part of {INVOICES} rows written")
        print("wrong or half-written rows: 0")
