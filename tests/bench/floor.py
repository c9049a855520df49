"""The floor of the benchmark: the plainest fast program that does the whole job of a run, in one piece.

    python floor.py BOOK JOBS JOURNAL [--untouched-is-enough]

It copies the book's bytes, asks the copy one grouped query, settles by day-ends, compares with the job
database, writes the differences with one guarded UPDATE, keeps a journal (intentions before, outcomes and
documents after) in tables shaped like SyncDesk's own, and prints the changes as JSON. It proves nothing,
matches by number alone, knows one currency, cannot be cancelled and forgives nothing: what SyncDesk adds
costs what lies above it.
"""

import hashlib
import itertools
import json
import operator
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

LOTS = """
SELECT i.guid, i.id, p.quantity_num, substr(i.date_posted, 1, 10),
       substr(t.post_date, 1, 10), sum(s.quantity_num)
FROM invoices i
CROSS JOIN splits p ON p.tx_guid = i.post_txn AND +p.account_guid = i.post_acc
LEFT JOIN splits s ON s.lot_guid = p.lot_guid AND s.guid <> p.guid
LEFT JOIN transactions t ON t.guid = s.tx_guid
WHERE i.date_posted IS NOT NULL AND i.owner_type = 2
GROUP BY i.rowid, 5
"""
Settled = tuple[str, str, int, str | None, str]  # id, number, paid in cents, date paid, movements as text


def main(book: Path, jobs: Path, journal_file: Path, untouched_is_enough: bool) -> int:
    """One run. `untouched_is_enough`: a book with the time stamp of last time is not read again."""
    journal = sqlite3.connect(journal_file)
    token = str(book.stat().st_mtime_ns)
    known = journal.execute("SELECT token FROM marks").fetchone()
    changes = []
    if not (untouched_is_enough and known and known[0] == token):
        changes = run(book, jobs, journal)
    journal.execute("DELETE FROM marks")
    insert(journal, "marks", [{"connection_id": "floor", "token": token}])
    insert(journal, "runs", [{"run_id": os.urandom(8).hex(), "written": len(changes)}])
    journal.commit()
    journal.close()
    sys.stdout.write(json.dumps({"written": len(changes), "changes": changes}))
    return 0


def run(book: Path, jobs: Path, journal: sqlite3.Connection) -> list[dict[str, object]]:
    """Everything but the note that a run took place."""
    settled = read(book)
    target = sqlite3.connect(jobs)
    held = "SELECT invoice_no, id, paid_amount, date_paid FROM invoices"
    rows = {number: rest for number, *rest in target.execute(held)}
    seen = dict(journal.execute("SELECT source_id, fingerprint FROM documents"))
    changes, documents, updates = [], [], []
    for source_id, number, paid, date, movements in settled:
        key, old_paid, old_date = rows[number]
        fingerprint = hashlib.sha256(movements.encode()).hexdigest()
        record = {
            "source_id": source_id, "invoice_number": number, "number": number, "job_key": str(key),
            "fingerprint": fingerprint, "facts": movements, "new_paid": f"{paid / 100:.2f}", "new_date": date,
            "old_paid": old_paid, "old_date": old_date, "outcome": "written",
        }  # fmt: skip
        if round((old_paid or 0) * 100) != paid or old_date != date:
            changes.append(record)
            updates.append((key, paid / 100, date, old_paid, old_date))
        if seen.get(source_id) != fingerprint:
            documents.append(record)
    if changes or documents:
        write(target, journal, changes, documents, updates)
    target.close()
    return changes


def read(book: Path) -> Iterable[Settled]:
    """The figures of every invoice, from a copy of the book's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copyfile(book, copy)
        db = sqlite3.connect(copy)
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("CREATE INDEX by_lot ON splits (lot_guid)")
        result = list(settle(db.execute(LOTS)))
        db.close()
    return result


def settle(lines: Iterable[tuple[str, str, int, str, str | None, int | None]]) -> Iterable[Settled]:
    """One line per invoice and day in; one settled invoice out."""
    for (source_id, number, total, posted), days in itertools.groupby(lines, key=lambda line: line[:4]):
        paid, date, movements = 0, None, []
        for *_, day, amount in days:
            if day is not None and amount is not None:
                paid -= amount
                movements.append(f"{day} {-amount}")
                date = (date or max(day, posted)) if paid >= total else None
        yield source_id, number, paid, date, ";".join(movements)


def write(
    target: sqlite3.Connection,
    journal: sqlite3.Connection,
    changes: list[dict[str, object]],
    documents: list[dict[str, object]],
    updates: list[tuple[object, ...]],
) -> None:
    """Intentions, the one UPDATE, outcomes."""
    insert(journal, "intentions", changes)
    journal.commit()
    target.execute("CREATE TEMP TABLE wanted (id INTEGER PRIMARY KEY, paid, day, old_paid, old_day)")
    target.executemany("INSERT INTO wanted VALUES (?, ?, ?, ?, ?)", updates)
    target.execute(
        "UPDATE invoices SET paid_amount = w.paid, date_paid = w.day FROM wanted w "
        "WHERE w.id = invoices.id AND paid_amount IS w.old_paid AND date_paid IS w.old_day"
    )
    target.commit()
    insert(journal, "changes", changes)
    insert(journal, "documents", documents)
    journal.execute("DELETE FROM intentions")
    journal.commit()


def insert(journal: sqlite3.Connection, table: str, records: list[dict[str, object]]) -> None:
    """Insert into a table of SyncDesk's journal; columns the floor knows nothing of get a short filling."""
    if not records:
        return
    columns = [(row[1], row[2]) for row in journal.execute(f"PRAGMA table_info({table})") if not row[5]]
    known = [name for name, _ in columns if name.removeprefix("document_") in records[0]]
    values = ["?" if name in known else "0" if kind == "INTEGER" else "''" for name, kind in columns]
    take = operator.itemgetter(*(name.removeprefix("document_") for name in known))
    journal.executemany(
        f"INSERT INTO {table} ({', '.join(name for name, _ in columns)}) VALUES ({', '.join(values)})",
        map(take, records),
    )


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4]), untouched_is_enough="--untouched-is-enough" in sys.argv))
