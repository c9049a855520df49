"""The journal's file: made, upgraded, refused, shared, and its troubles in plain words."""

import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import create_engine

from syncdesk.journal.file import JournalFile
from syncdesk.journal.history import History
from syncdesk.journal.schema import METADATA, STEPS, Step
from syncdesk.journal.store import SqlJournal
from syncdesk.model.changes import Outcome
from syncdesk.model.errors import FatalError, RetryableError, SetupError
from tests.journal.outcomes import NOW, outcome, start

DATA = Path(__file__).parent / "data"
NEWER = (*STEPS, Step(STEPS[-1].to + 1, ("ALTER TABLE runs ADD COLUMN mood TEXT",)))


def shape(path: Path) -> dict[str, object]:
    """Everything SQLite knows of the tables and indexes in a file, apart from how the statements were laid
    out."""
    with sqlite3.connect(path) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found: dict[str, object] = {}
        for table in tables:
            found[table] = connection.execute(f"PRAGMA table_xinfo({table})").fetchall()
            for _, index, unique, origin, partial in connection.execute(
                f"PRAGMA index_list({table})"
            ).fetchall():
                columns = connection.execute(f"PRAGMA index_xinfo({index})").fetchall()
                found[index] = (table, unique, origin, partial, columns)
        conditions = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'"
        for index, sql in connection.execute(conditions):
            found[f"{index} where"] = sql.partition(" WHERE ")[2]
    connection.close()
    return found


def old_file(path: Path, version: int = 1) -> Path:
    """A journal as an earlier version left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript((DATA / f"version-{version}.sql").read_text("utf-8"))
    connection.close()
    return path


def test_the_upgraded_schema_is_the_declared_schema(path: Path, tmp_path: Path) -> None:
    """Steps and declaration must not drift apart; every version ever released is tried."""
    declared = tmp_path / "declared.sqlite"
    engine = create_engine(f"sqlite:///{declared}")
    METADATA.create_all(engine)
    engine.dispose()
    JournalFile(path).close()
    assert shape(path) == shape(declared)
    for version in range(1, STEPS[-1].to + 1):
        old = old_file(tmp_path / f"old-{version}.sqlite", version)
        JournalFile(old).close()
        assert shape(old) == shape(declared)


def test_a_journal_of_version_1_keeps_what_it_held(path: Path) -> None:
    file = JournalFile(old_file(path))
    journal, history = SqlJournal(file, "c1"), History(file)
    assert set(journal.seen()) == {"id1", "id2"}
    assert set(journal.parked()) == {"id2"}
    assert [intention.source_id for intention in journal.open_intentions()] == ["id3"]
    assert [r.change.outcome for r in history.run_changes("r1")] == [Outcome.FAILED, Outcome.WRITTEN]
    assert journal.watermark() == NOW
    file.close()


def test_a_journal_of_version_2_knows_what_feeds_what(path: Path) -> None:
    file = JournalFile(old_file(path, 2))
    assert SqlJournal(file, "c1").fed_by(["pay1", "pay2"]) == {"id1"}
    file.close()


def test_an_upgrade_is_preceded_by_a_whole_copy(path: Path) -> None:
    """F-42. What still lies beside the file in -wal belongs to the copy too."""
    first = JournalFile(path)
    journal = SqlJournal(first, "c1", lambda: NOW)
    journal.begin_run(start("r1"))
    journal.store("r1", [outcome(1)])
    JournalFile(path, NEWER).close()
    copy = JournalFile(path.with_name(f"journal.sqlite.version-{STEPS[-1].to}"))
    assert set(SqlJournal(copy, "c1").seen()) == {"id1"}
    copy.close()
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (NEWER[-1].to,)
    first.close()


def test_an_upgrade_that_fails_changes_nothing(path: Path) -> None:
    JournalFile(path).close()
    before = shape(path)
    broken = (
        *STEPS,
        Step(
            STEPS[-1].to + 1, ("ALTER TABLE runs ADD COLUMN mood TEXT", "ALTER TABLE none ADD COLUMN x TEXT")
        ),
    )
    with pytest.raises(FatalError, match="could not be used"):
        JournalFile(path, broken)
    assert shape(path) == before
    JournalFile(path).close()


def test_a_newer_file_is_refused_by_name(path: Path) -> None:
    JournalFile(path, NEWER).close()
    with pytest.raises(SetupError, match="newer SyncDesk") as refused:
        JournalFile(path)
    assert str(path) in refused.value.title
    assert "newest version" in refused.value.remedy


def test_a_program_left_open_does_not_write_into_an_upgraded_file(file: JournalFile, path: Path) -> None:
    JournalFile(path, NEWER).close()
    with pytest.raises(SetupError, match="newer SyncDesk"):
        SqlJournal(file, "c1").begin_run(start("r1"))


def test_the_file_is_for_its_owner_only(file: JournalFile, path: Path) -> None:
    """It holds customers' names and figures."""
    SqlJournal(file, "c1").begin_run(start("r1"))
    if sys.platform == "win32":
        pytest.skip("Windows guards the folder of the user by itself")
    for part in (path, path.with_name(path.name + "-wal")):
        assert stat.S_IMODE(part.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_every_commit_waits_for_the_disk(file: JournalFile) -> None:
    """D7: an intention is on the disk before its write."""
    with file.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


FRESH = (
    "import sys; from pathlib import Path; from syncdesk.journal.file import JournalFile;"
    "from syncdesk.journal.store import SqlJournal; from tests.journal.outcomes import start;"
    "sys.stdin.readline(); j = SqlJournal(JournalFile(Path(sys.argv[1])), sys.argv[2]);"
    "j.begin_run(start('r' + sys.argv[2])); print('done')"
)


def test_a_new_file_is_made_by_many_at_once_without_one_being_turned_away(tmp_path: Path) -> None:
    """SQLite's own waiting does not cover the change to WAL, so one of many in a row was refused."""
    for round_ in range(60):
        path, together = tmp_path / f"{round_}.sqlite", Barrier(8)

        def make(path: Path, together: Barrier) -> None:
            together.wait(60)
            JournalFile(path).close()

        with ThreadPoolExecutor(8) as pool:
            for made in [pool.submit(make, path, together) for _ in range(8)]:
                made.result(60)


def test_programs_that_make_the_file_at_the_same_moment_all_get_it(path: Path) -> None:
    """Window and command line started together for the first time."""
    here = Path(__file__).parents[2]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", FRESH, str(path), str(place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=here,
        )
        for place in range(4)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    answers = [program.communicate(timeout=60) for program in programs]
    assert [out.strip() for out, _ in answers] == ["done"] * 4, answers
    file = JournalFile(path)
    assert len(History(file).runs(None, 9)) == 4
    file.close()


def test_a_damaged_file_says_to_move_it_aside(path: Path) -> None:
    file = JournalFile(path)
    journal = SqlJournal(file, "c1")
    journal.begin_run(start("r1"))
    for batch in range(20):
        journal.store("r1", [outcome(20 * batch + place) for place in range(20)])
    file.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)  # all but the first page, which holds the schema
    path.write_bytes(content)
    with pytest.raises(FatalError, match="damaged") as damaged:
        History(JournalFile(path)).runs(None, 9)
    assert str(path) in damaged.value.title
    assert "aside" in damaged.value.remedy
    assert "Nothing is lost in the job database" in damaged.value.remedy


def test_a_file_that_is_no_database_says_so(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("These are my notes. " * 500, "utf-8")
    with pytest.raises(FatalError, match="no journal"):
        JournalFile(path)
    assert path.read_text("utf-8").startswith("These are my notes.")


def test_another_programs_database_is_left_alone(path: Path) -> None:
    path.parent.mkdir(parents=True)
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE accounts (id INTEGER)")
    with pytest.raises(SetupError, match="not a SyncDesk journal"):
        JournalFile(path)
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("accounts",)]


def test_a_folder_that_cannot_be_made_is_a_matter_of_rights(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file stands in the way", "utf-8")
    with pytest.raises(SetupError, match="cannot be opened") as refused:
        JournalFile(tmp_path / "state" / "journal.sqlite")
    assert "SYNCDESK_HOME" in refused.value.remedy


def test_a_read_only_file_is_a_matter_of_rights(file: JournalFile) -> None:
    with file.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(SetupError, match="cannot be written") as refused:
        SqlJournal(file, "c1").begin_run(start("r1"))
    assert "right to write" in refused.value.remedy


def test_a_full_disk_undoes_the_batch_and_says_so(file: JournalFile) -> None:
    journal = SqlJournal(file, "c1")
    journal.begin_run(start("r1"))
    with file.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 30")
    with pytest.raises(FatalError, match="full") as full:
        journal.store("r1", [outcome(place) for place in range(500)])
    assert "Free some space" in full.value.remedy
    assert journal.seen() == {}


def test_a_file_held_by_another_program_may_be_tried_again(path: Path) -> None:
    file = JournalFile(path, wait_seconds=0)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(RetryableError, match="in use"):
        SqlJournal(file, "c1").begin_run(start("r1"))
    holder.execute("ROLLBACK")
    holder.close()
    SqlJournal(file, "c1").begin_run(start("r1"))
    file.close()
