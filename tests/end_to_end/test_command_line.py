"""The command line as scripts rely on it: exit codes, JSON, counts, dates (design 6), on a real program and
real files."""

import os
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.end_to_end.program import Answer, Program
from tests.generated_books import MAPPING, Expected, invoices, write_book, write_job_database

COUNT = 120
OUTCOMES = {"written", "unchanged", "skipped", "unmatched", "conflict", "failed"}


class Office:
    """Books and job database of a small company, with the program that serves it."""

    def __init__(self, folder: Path) -> None:
        self.book, self.jobs = folder / "books.gnucash", folder / "jobs.sqlite"
        write_book(self.book, COUNT)
        write_job_database(self.jobs, COUNT)
        self.program = Program(folder / "home")
        self.expected = {invoice.number: invoice for invoice in invoices(COUNT)}

    def connect(self) -> None:
        """Add the connection."""
        added = self.program.add("Acme", self.book, self.jobs, MAPPING)
        assert added.code == 0, added.err

    def sync(self, *more: str) -> Answer:
        """Run a sync of Past Month, accepted."""
        return self.program("sync", "Acme", "--since", "month", "--yes", *more)

    def rows(self) -> dict[str, tuple[object, object]]:
        """The figures as stored, by number."""
        with closing(sqlite3.connect(self.jobs)) as db:
            found = db.execute("SELECT invoice_no, paid_amount, date_paid FROM invoices").fetchall()
        return {number: (paid, day) for number, paid, day in found}

    def execute(self, statement: str, *values: object) -> None:
        """Change the job database by hand."""
        with closing(sqlite3.connect(self.jobs)) as db, db:
            db.execute(statement, values)

    def paid(self) -> list[Expected]:
        """The invoices of the books that have a payment."""
        return [invoice for invoice in self.expected.values() if invoice.paid]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A connected office that has never run."""
    made = Office(tmp_path)
    made.connect()
    return made


def closes(answer: Answer) -> bool:
    """D8: the counters add up to what was found."""
    counts = answer.json["counts"]
    return counts["found"] == sum(counts[outcome] for outcome in OUTCOMES)


def test_two_runs_the_second_writes_nothing(office: Office) -> None:
    first, second = office.sync(), office.program("sync", "Acme")
    assert (first.code, first.json["result"]) == (0, "success")
    assert first.json["counts"]["written"] == len(office.paid())
    assert closes(first)
    assert (second.code, second.json["counts"]["written"], second.json["changes"]) == (0, 0, [])
    for number, (paid, day) in office.rows().items():
        invoice = office.expected[number]
        assert Decimal(str(paid or 0)) * 100 == invoice.paid
        assert day == (invoice.date_paid.isoformat() if invoice.date_paid else None)


def test_a_second_run_of_any_start_date_leaves_the_file_alone(office: Office) -> None:
    office.sync()
    before = office.jobs.read_bytes()
    for since in ("last", "week", "two-weeks", "month", "2025-01-01"):
        answer = office.program("sync", "Acme", "--since", since)
        assert (answer.code, answer.json["counts"]["written"]) == (0, 0), since
        assert closes(answer)
    assert office.jobs.read_bytes() == before


def test_the_first_run_previews_and_writes_nothing_without_yes(office: Office) -> None:
    before = office.jobs.read_bytes()
    answer = office.program("sync", "Acme", "--since", "month")
    assert (answer.code, answer.json["result"]) == (4, "needs_decision")
    assert answer.json["counts"]["written"] == 0
    assert closes(answer)
    assert office.jobs.read_bytes() == before
    preview = office.sync("--preview")
    assert preview.code == 0
    assert office.jobs.read_bytes() == before
    assert {c["invoice_number"] for c in preview.json["changes"] if c["outcome"] == "written"} == {
        invoice.number for invoice in office.paid()
    }


def test_last_without_an_earlier_run_names_the_option(office: Office) -> None:
    answer = office.program("sync", "Acme", "--yes")
    assert answer.code == 2
    assert "--since" in answer.json["error"]["remedy"]


def test_a_change_row_says_old_and_new(office: Office) -> None:
    invoice = next(i for i in office.paid() if i.date_paid)
    answer = office.sync()
    (change,) = [c for c in answer.json["changes"] if c["invoice_number"] == invoice.number]
    assert change["paid_amount"] == {"old": None, "new": invoice.paid_text}
    assert change["date_paid"] == {
        "old": None,
        "new": invoice.date_paid.isoformat() if invoice.date_paid else None,
    }
    assert (change["outcome"], change["currency"]) == ("written", "USD")
    assert change["source_id"]
    assert change["job_key"] == int(invoice.number)
    assert change["reason"]


def test_watermark_is_the_start_of_the_run_less_the_overlap(office: Office) -> None:
    answer = office.sync()
    started = datetime.fromisoformat(answer.json["started_at"])
    watermark = datetime.fromisoformat(answer.json["watermark"])
    assert timedelta(minutes=9) < started - watermark < timedelta(minutes=11)
    assert started.tzinfo is not None


def test_a_hand_made_figure_is_a_conflict_and_stays(office: Office) -> None:
    invoice = next(i for i in office.paid() if len(i.payments) == 1)
    office.execute("UPDATE invoices SET paid_amount = 77.77 WHERE invoice_no = ?", invoice.number)
    answer = office.sync()
    assert (answer.code, answer.json["result"], answer.json["counts"]["conflict"]) == (1, "partial", 1)
    first = answer.json["changes"][0]
    assert (first["invoice_number"], first["outcome"]) == (invoice.number, "conflict")
    assert office.rows()[invoice.number][0] == 77.77
    again = office.program("sync", "Acme")
    assert (again.code, again.json["counts"]["conflict"], again.json["counts"]["written"]) == (1, 1, 0)


def test_an_unmatched_invoice_is_written_once_its_row_exists(office: Office) -> None:
    invoice = next(i for i in office.paid() if i.date_paid)
    with closing(sqlite3.connect(office.jobs)) as db:
        row = db.execute("SELECT * FROM invoices WHERE invoice_no = ?", (invoice.number,)).fetchone()
    office.execute("DELETE FROM invoices WHERE invoice_no = ?", invoice.number)
    answer = office.sync()
    assert (answer.code, answer.json["counts"]["unmatched"]) == (0, 1)
    office.execute("INSERT INTO invoices VALUES (?, ?, ?, ?, ?, ?, ?)", *row)
    later = office.program("sync", "Acme")
    assert (later.code, later.json["counts"]["written"]) == (0, 1)
    assert office.rows()[invoice.number][1] == str(invoice.date_paid)


def test_other_spelling_of_a_number_is_told_and_not_written(office: Office) -> None:
    office.execute("UPDATE invoices SET invoice_no = ' 7' WHERE invoice_no = '000007'")
    answer = office.sync()
    (change,) = [c for c in answer.json["changes"] if c["outcome"] == "unmatched"]
    assert "' 7'" in change["reason"]
    assert office.rows()[" 7"] == (None, None)


@pytest.mark.parametrize(
    ("since", "code"),
    [("yesterday", 2), ("2026-13-01", 2), ((date.today() + timedelta(days=2)).isoformat(), 2)],  # noqa: DTZ011
    ids=["a word", "no such month", "in the future"],  # no day in a name: workers collect around midnight too
)
def test_a_start_date_that_cannot_be(office: Office, since: str, code: int) -> None:
    answer = office.program("sync", "Acme", "--since", since, "--yes")
    assert answer.code == code
    assert set(answer.json["error"]) == {"family", "title", "remedy", "detail"}


def test_history_keeps_runs_rows_and_the_story_of_an_invoice(office: Office) -> None:
    run = office.sync().json
    invoice = next(i for i in office.paid() if i.date_paid)
    runs = office.program("history", "Acme").json
    assert [r["run_id"] for r in runs] == [run["run_id"]]
    assert runs[0]["counts"] == run["counts"]
    rows = office.program("history", "Acme", "--run", run["run_id"]).json
    assert sum(row["outcome"] == "written" for row in rows) == run["counts"]["written"]
    story = office.program("history", "Acme", "--invoice", invoice.number).json
    assert [event["paid_amount"]["new"] for event in story] == [invoice.paid_text]
    assert office.program("history", "Acme", "--run", "nonsense").code == 2


def test_invoices_with_state_search_and_limit(office: Office) -> None:
    office.sync()
    everything = office.program("invoices", "Acme").json
    assert len(everything) == COUNT
    keys = ["invoice_number", "customer", "total", "currency", "paid_amount", "credited", "outstanding"]
    assert list(everything[0]) == [*keys, "date_paid", "state", "last_synced"]
    paid = office.program("invoices", "Acme", "--state", "paid").json
    assert {row["invoice_number"] for row in paid} == {
        i.number for i in office.expected.values() if i.date_paid
    }
    assert office.program("invoices", "Acme", "--search", "000003").json[0]["invoice_number"] == "000003"
    assert len(office.program("invoices", "Acme", "--limit", "5").json) == 5
    assert office.program("invoices", "Acme", "--search", "colour:blue").code == 2


def test_single_invoices_ignore_the_start_date_and_leave_the_mark(office: Office) -> None:
    office.sync()
    mark = office.program("sync", "Acme").json["watermark"]
    invoice = next(i for i in office.paid() if i.date_paid)
    answer = office.program("sync", "Acme", "--invoice", invoice.number, "--all")
    assert (answer.code, answer.json["counts"]["found"]) == (0, 1)
    assert answer.json["changes"][0]["invoice_number"] == invoice.number
    assert answer.json["watermark"] == mark
    assert office.program("sync", "Acme", "--invoice", "no such number").code == 2


def test_companies_are_listed_shown_tested_and_removed(office: Office) -> None:
    assert [c["name"] for c in office.program("company", "list").json] == ["Acme"]
    assert office.program("company", "show", "Acme").json["source"] == "gnucash"
    before = office.jobs.read_bytes(), office.book.read_bytes()
    assert office.program("company", "test", "Acme").json["ok"] is True
    assert office.program("doctor").code == 0
    assert (office.jobs.read_bytes(), office.book.read_bytes()) == before
    assert office.program("company", "remove", "Acme").code == 0
    assert office.program("company", "list").json == []
    assert office.program("sync", "Acme", "--since", "week").code == 2


def test_a_guessed_mapping_needs_a_word(office: Office) -> None:
    arguments = ("company", "add", "Guessed", "--source", "gnucash", "--set", f"path={office.book}")
    arguments += ("--job-db", f"sqlite:///{office.jobs}")
    refused = office.program(*arguments)
    assert refused.code == 2
    assert "paid_amount" in refused.json["error"]["detail"]
    accepted = office.program(*arguments, "--yes")
    assert accepted.code == 0, accepted.err
    mapping = office.program("company", "show", "Guessed").json["mapping"]
    assert (mapping["table"], mapping["number"], mapping["paid_amount"], mapping["date_paid"]) == (
        "invoices",
        "invoice_no",
        "paid_amount",
        "date_paid",
    )


@pytest.mark.parametrize("what", ["book", "jobs"])
def test_a_missing_file_is_named(office: Office, what: str) -> None:
    missing = office.book if what == "book" else office.jobs
    missing.rename(missing.with_suffix(".moved"))
    answer = office.sync()
    assert answer.code == 2
    assert missing.name in answer.json["error"]["title"]
    assert not missing.exists()
    assert "Traceback" not in answer.err


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="this user may write whatever the file's rights are"
)
def test_a_read_only_job_database_is_named(office: Office) -> None:
    office.jobs.chmod(0o444)
    answer = office.sync()
    assert answer.code in (2, 3)
    assert "read" in answer.json["error"]["title"].lower()


def test_a_locked_job_database_fails_and_the_next_run_writes(office: Office) -> None:
    with closing(sqlite3.connect(office.jobs, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        answer = office.sync()
        db.execute("ROLLBACK")
    assert answer.code == 3
    assert answer.json["error"]["remedy"]
    later = office.sync()
    assert (later.code, later.json["counts"]["written"]) == (0, len(office.paid()))


def waiting_run(office: Office) -> subprocess.Popen[bytes]:
    """A run that holds the lease and waits for a locked job database."""
    process = office.program.start("sync", "Acme", "--since", "month", "--yes")
    leases = office.program.home / "leases"
    while process.poll() is None and not list(leases.glob("*.json")):
        time.sleep(0.01)
    return process


def test_a_second_run_at_the_same_time_is_refused(office: Office) -> None:
    with closing(sqlite3.connect(office.jobs, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        first = waiting_run(office)
        second = office.sync()
        db.execute("ROLLBACK")
    assert (second.code, second.json["error"]["family"]) == (3, "busy")
    assert str(first.pid) in second.json["error"]["remedy"]
    assert first.wait(timeout=60) == 0
    assert office.sync().json["counts"]["written"] == 0


@pytest.mark.skipif(os.name == "nt", reason="Windows has no polite signal for another process")
def test_a_run_can_be_stopped_and_taken_up_again(office: Office) -> None:
    with closing(sqlite3.connect(office.jobs, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        process = waiting_run(office)
        process.send_signal(signal.SIGINT)
        code = process.wait(timeout=60)
        db.execute("ROLLBACK")
    assert code == 130
    assert all(figures == (None, None) for figures in office.rows().values())
    assert office.program("history", "Acme").json[0]["result"] == "cancelled"
    later = office.sync()
    assert (later.code, later.json["counts"]["written"]) == (0, len(office.paid()))


def test_other_books_under_the_same_path_stop_the_run(office: Office) -> None:
    office.sync()
    with closing(sqlite3.connect(office.book)) as db, db:
        db.execute("UPDATE books SET guid = ?", ("e" * 32,))
    before = office.jobs.read_bytes()
    answer = office.program("sync", "Acme")
    assert (answer.code, answer.json["result"]) == (4, "needs_decision")
    assert office.jobs.read_bytes() == before


def test_an_older_copy_of_the_books_does_not_clear_figures(office: Office, tmp_path: Path) -> None:
    """A restored backup without the last payments: many figures would fall, so the whole run waits (D10)."""
    office.sync()
    with closing(sqlite3.connect(office.book)) as db, db:
        db.execute("DELETE FROM splits WHERE tx_guid LIKE 'f%'")
    before = office.jobs.read_bytes()
    answer = office.program("sync", "Acme", "--yes")
    assert (answer.code, answer.json["result"]) == (4, "needs_decision")
    assert answer.json["brake"]
    assert office.jobs.read_bytes() == before


def test_state_is_kept_under_the_home_only(office: Office, tmp_path: Path) -> None:
    office.sync()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"books.gnucash", "jobs.sqlite", "home", "Acme.toml"}
    copy = tmp_path / "moved"
    shutil.move(tmp_path / "home", copy)
    assert Program(copy)("history", "Acme").json


def test_a_sealed_clock_time_is_utc(office: Office) -> None:
    started = datetime.fromisoformat(office.sync().json["started_at"])
    assert abs(datetime.now(UTC) - started) < timedelta(minutes=5)


def test_an_amount_that_cannot_be_read_is_never_shown_as_a_figure(office: Office) -> None:
    """Section 6: empty is null. A stored 'abc' is no 0.00, neither in a run nor in a list."""
    invoice = next(i for i in office.paid() if i.date_paid)
    office.execute("UPDATE invoices SET paid_amount = 'abc' WHERE invoice_no = ?", invoice.number)
    answer = office.sync()
    (change,) = [c for c in answer.json["changes"] if c["outcome"] == "conflict"]
    assert "'abc'" in change["reason"]
    assert change["paid_amount"] == {"old": None, "new": invoice.paid_text}
    (listed,) = office.program("invoices", "Acme", "--search", f"number:{invoice.number}").json
    assert listed["paid_amount"] is None
    assert office.rows()[invoice.number][0] == "abc"


def test_books_that_fall_silent_leave_what_waits_as_it_was(office: Office) -> None:
    """D8, D10, D14: deleted invoices stay conflicts under the brake, and after it."""
    office.sync()
    with closing(sqlite3.connect(office.book)) as db, db:
        db.execute("DELETE FROM invoices WHERE id <= '000003'")
    assert office.program("sync", "Acme").json["counts"]["conflict"] == 3
    full = office.book.read_bytes()
    with closing(sqlite3.connect(office.book)) as db, db:
        db.execute("DELETE FROM invoices")
    silent = office.program("sync", "Acme")
    assert (silent.code, silent.json["result"]) == (4, "needs_decision")
    assert (silent.json["counts"]["conflict"], silent.json["counts"]["unchanged"]) == (3, 0)
    office.book.write_bytes(full)
    assert office.program("sync", "Acme", "--since", "week").json["counts"]["conflict"] == 3
