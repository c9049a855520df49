"""What waits, answered from the command line (D9, D10, D12, F-34, F-50; design 6), on a real program and real
files."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.end_to_end.program import Answer, Program
from tests.generated_books import MAPPING, Expected, invoices, write_book, write_job_database

COUNT = 60
PAID = [i for i in invoices(COUNT) if i.date_paid and len(i.payments) == 1]
FIRST, SECOND, THIRD = PAID[:3]
BY_HAND = 77.77


class Office:
    """Books and job database of a small company, with the program that serves it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.book, self.jobs = folder / "books.gnucash", folder / "jobs.sqlite"
        self.program = Program(folder / "home")

    def __call__(self, *words: str) -> Answer:
        """A command about the company."""
        command, *more = words
        return self.program(command, "Acme", *more)

    def execute(self, statement: str, *values: object, file: Path | None = None) -> None:
        """Change the job database by hand, or the books."""
        with closing(sqlite3.connect(file or self.jobs)) as db, db:
            db.execute(statement, values)

    def row(self, invoice: Expected) -> tuple[object, object]:
        """Both figures as stored."""
        with closing(sqlite3.connect(self.jobs)) as db:
            query = "SELECT paid_amount, date_paid FROM invoices WHERE invoice_no = ?"
            paid, day = db.execute(query, (invoice.number,)).fetchone()
        return paid, day

    def type_over(self, *these: Expected) -> None:
        """Somebody types a figure of her own."""
        for invoice in these:
            query = "UPDATE invoices SET paid_amount = ? WHERE invoice_no = ?"
            self.execute(query, BY_HAND, invoice.number)


def right(invoice: Expected) -> tuple[object, object]:
    """What the row of an invoice holds once it is synced."""
    return invoice.paid / 100, str(invoice.date_paid)


@pytest.fixture(scope="session")
def synced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that ran once, to be copied."""
    office = Office(tmp_path_factory.mktemp("office"))
    write_book(office.book, COUNT)
    write_job_database(office.jobs, COUNT)
    assert office.program.add("Acme", office.book, office.jobs, MAPPING).code == 0
    assert office("sync", "--since", "month", "--yes").code == 0
    return office.folder


@pytest.fixture
def office(synced: Path, tmp_path: Path) -> Office:
    """An office that ran once. Its files lie elsewhere than they did, which `company set` puts right."""
    folder = tmp_path / "office"
    shutil.copytree(synced, folder)
    moved = Office(folder)
    changed = moved.program("company", "set", "Acme", f"path={moved.book}", f"job_db=sqlite:///{moved.jobs}")
    assert changed.code == 0, changed.err
    return moved


def test_d9_what_was_changed_here_is_asked_about_and_answered(office: Office) -> None:
    """Accept one, keep one, ignore one; a second run asks nothing more."""
    office.type_over(FIRST, SECOND, THIRD)
    asked = office("sync", "--since", "2025-01-01")
    run = asked.json["run_id"]
    assert (asked.code, asked.json["counts"]["conflict"]) == (1, 3)

    accepted = office("decide", "--run", run, "--invoice", FIRST.number, "--accept")
    assert (accepted.code, accepted.json["counts"]["written"]) == (0, 1)
    assert accepted.json["changes"][0]["paid_amount"] == {"old": "77.77", "new": FIRST.paid_text}
    assert office.row(FIRST) == right(FIRST)
    kept = office("decide", "--run", run, "--invoice", SECOND.number, "--keep")
    assert (kept.code, kept.json["changes"][0]["outcome"]) == (0, "skipped")
    assert office("decide", "--invoice", THIRD.number, "--ignore").code == 0
    again = office("sync")
    assert (again.code, again.json["counts"]["conflict"], again.json["counts"]["skipped"]) == (0, 0, 2)
    assert {office.row(SECOND)[0], office.row(THIRD)[0]} == {BY_HAND}

    listed = {row["invoice_number"]: row for row in office("waiting").json}
    assert listed[THIRD.number]["decision"]["verdict"] == "ignore"
    assert listed[SECOND.number]["answers"] == ["accept", "keep", "ignore", "take-back"]
    assert listed[SECOND.number]["here"]["paid_amount"] == "77.77"
    assert listed[SECOND.number]["books"] == {
        "paid_amount": SECOND.paid_text,
        "date_paid": str(SECOND.date_paid),
    }
    back = office("decide", "--invoice", THIRD.number, "--take-back")
    assert (back.code, back.json["counts"]["conflict"]) == (1, 1)
    assert office("decide", "--invoice", SECOND.number, "--accept").code == 0
    assert office.row(SECOND) == right(SECOND)


def test_d9_a_whole_run_is_answered_at_once(office: Office) -> None:
    office.type_over(FIRST, SECOND)
    run = office("sync", "--since", "2025-01-01").json["run_id"]
    done = office("decide", "--run", run, "--accept")
    assert (done.code, done.json["counts"]["written"], done.json["counts"]["found"]) == (0, 2, 2)
    assert (office.row(FIRST), office.row(SECOND)) == (right(FIRST), right(SECOND))
    late = office("decide", "--run", run, "--accept")
    assert late.code == 2
    assert "waits" in late.json["error"]["title"]


def test_an_answer_to_an_old_question_is_refused(office: Office) -> None:
    office.type_over(FIRST)
    run = office("sync", "--since", "2025-01-01").json["run_id"]
    office.execute("UPDATE invoices SET paid_amount = 1 WHERE invoice_no = ?", FIRST.number)
    office("sync", "--since", "2025-01-01")
    late = office("decide", "--run", run, "--accept")
    assert (late.code, office.row(FIRST)[0]) == (2, 1)
    assert "changed since" in late.json["error"]["title"]


def test_f34_the_lock_date_holds_and_is_passed_by_a_person(office: Office) -> None:
    locked = office.program("company", "set", "Acme", f"lock_date={FIRST.date_paid}", "policy=source")
    assert (locked.code, locked.json["lock_date"]) == (0, str(FIRST.date_paid))
    office.type_over(FIRST)
    asked = office("sync", "--since", "2025-01-01")
    (change,) = [c for c in asked.json["changes"] if c["outcome"] == "conflict"]
    assert (asked.code, change["invoice_number"]) == (1, FIRST.number)
    assert office.row(FIRST)[0] == BY_HAND
    assert office("decide", "--run", asked.json["run_id"], "--accept").code == 0
    assert office.row(FIRST) == right(FIRST)


def test_d10_a_brake_is_told_with_its_numbers_and_let_go(office: Office) -> None:
    assert office.program("company", "set", "Acme", "brake_falls=0", "brake_falls_percent=0").code == 0
    raised = "UPDATE invoices SET paid_amount = paid_amount + 1 WHERE invoice_no = ?"
    office.execute(raised, FIRST.number)
    office.program("company", "set", "Acme", "policy=source")
    asked = office("sync", "--since", "2025-01-01")
    assert (asked.code, asked.json["result"], asked.json["counts"]["written"]) == (4, "needs_decision", 0)
    assert asked.json["brake"].startswith("1 of ")
    run = asked.json["run_id"]
    assert office("decide", "--run", run, "--keep").code == 2
    done = office("decide", "--run", run, "--accept")
    assert (done.code, done.json["counts"]["written"]) == (0, 1)
    assert office.row(FIRST) == right(FIRST)


def test_d12_retry_takes_up_what_waits_and_nothing_else(office: Office) -> None:
    with closing(sqlite3.connect(office.jobs)) as db:
        query = "SELECT * FROM invoices WHERE invoice_no = ?"
        row = db.execute(query, (FIRST.number,)).fetchone()
    nothing = office("retry")
    assert (nothing.code, nothing.json["counts"]["found"]) == (0, 0)
    office.execute("DELETE FROM invoices WHERE invoice_no = ?", FIRST.number)
    office("sync", "--since", "2025-01-01")
    office.execute(f"INSERT INTO invoices VALUES ({', '.join('?' * len(row))})", *row[:-2], None, None)
    office.execute("UPDATE invoices SET paid_amount = NULL, date_paid = NULL WHERE id = 59")
    done = office("retry")
    assert (done.code, done.json["counts"]["found"], done.json["counts"]["written"]) == (0, 1, 1)
    assert office.row(FIRST) == right(FIRST)


REFUSED = [
    ("decide", "--accept"),
    ("decide", "--run", "nonsense", "--accept"),
    ("decide", "--invoice", THIRD.number, "--keep"),
    ("decide", "--invoice", THIRD.number, "--accept", "--keep"),
    ("retry", "--invoice", "no such"),
]


def test_what_cannot_be_answered_or_set_is_refused(office: Office) -> None:
    """Each with a remedy, and with nothing changed."""
    office.execute("DELETE FROM invoices WHERE invoice_no = ?", THIRD.number)
    office("sync", "--since", "2025-01-01")
    before = office.program("company", "show", "Acme").json, office("waiting").json, office.jobs.read_bytes()
    for words in REFUSED:
        answer = office(*words)
        assert answer.code == 2, words
        assert answer.json["error"]["remedy"], words
    answer = office.program("company", "set", "Acme", "policy=keep", "credits_close")
    assert (answer.code, "KEY=VALUE" in answer.json["error"]["title"]) == (2, True)
    after = office.program("company", "show", "Acme").json, office("waiting").json, office.jobs.read_bytes()
    assert after == before


def test_company_set_changes_what_is_named_and_nothing_else(office: Office) -> None:
    before = office.program("company", "show", "Acme").json
    office.program("company", "set", "Acme", "name=Acme Ltd", "credits_close=no", "brake_changes=7")
    after = office.program("company", "show", "Acme Ltd").json
    assert after == {
        **before,
        "name": "Acme Ltd",
        "credits_close": False,
        "brakes": {**before["brakes"], "changes": 7},
    }
