"""Every file that cannot be read gets a clear error with its cure, and leaves nothing behind ('Bad input' of
issue 2)."""

import gzip
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from syncdesk.model.errors import FatalError, RetryableError, RunCancelled, SetupError, SyncDeskError
from syncdesk.model.ports import EVERYTHING, Watch
from syncdesk.sources.gnucash import private_copy
from syncdesk.sources.gnucash.private_copy import Patience
from tests.generated_books import write_book
from tests.sources.books import book_source

BRIEF = Patience(patience_seconds=0.4, settle_seconds=0.0, firm_seconds=0.1, quiet_seconds=0.0)


@pytest.fixture
def private_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where private copies go in these tests; nothing may be left there."""
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def book(tmp_path: Path, private_folder: Path) -> Path:
    """A sound book of three invoices."""
    path = tmp_path / "book.gnucash"
    write_book(path, 3)
    return path


def change(book: Path, *statements: str) -> None:
    """Alter a book behind GnuCash's back."""
    with sqlite3.connect(book) as database:
        for statement in statements:
            database.execute(statement)
    database.close()


def fault(path: Path | str) -> SyncDeskError:
    """The error that reading gives."""
    with (
        pytest.raises(SyncDeskError) as caught,
        book_source(Path(path), patience=BRIEF).read(EVERYTHING, Watch()) as reading,
    ):
        list(reading.invoices())
    assert caught.value.title
    assert caught.value.remedy
    return caught.value


def test_a_sound_book_is_read(book: Path) -> None:
    """The faults below come from what each test changes."""
    with book_source(book, patience=BRIEF).read(EVERYTHING, Watch()) as reading:
        assert len(list(reading.invoices())) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (gzip.compress(b"<?xml version='1.0'?>", mtime=0), "compressed XML"),
        (b"<?xml version='1.0' encoding='utf-8' ?>\n<gnc-v2>", "XML"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>", "XML"),
        (b"", "is empty"),
        (b"PK\x03\x04 a zip file", "not a GnuCash book"),
        (b"SQLite format 3\0", "not a GnuCash book"),
    ],
)
def test_other_kinds_of_file_are_named_with_the_way_out(
    tmp_path: Path, private_folder: Path, content: bytes, words: str
) -> None:
    """An XML book must be saved as sqlite3; anything else is not a book."""
    path = tmp_path / "some.gnucash"
    path.write_bytes(content)
    error = fault(path)
    assert isinstance(error, SetupError)
    assert error.field == "path"
    assert words in error.title
    assert ("sqlite3" in error.remedy) == ("XML" in words)


def test_a_missing_file_a_folder_a_pipe_and_nothing_chosen(tmp_path: Path, private_folder: Path) -> None:
    """Each names the thing; a pipe is not even opened, which would never return."""
    assert "is not there" in fault(tmp_path / "gone.gnucash").title
    assert "is not there" in fault(private_folder / "x" / "gone.gnucash").title
    assert "is not a file" in fault(tmp_path).title
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "is not a file" in fault(tmp_path / "pipe").title
    with pytest.raises(SetupError, match="No GnuCash book is chosen"):
        private_source("  ")


def private_source(text: str) -> str:
    """The token of a path as a person typed it."""
    from syncdesk.sources.gnucash.source import GnuCashSource

    return GnuCashSource(text).token()


def test_gnucash_s_own_way_of_writing_a_path_is_understood(book: Path) -> None:
    """sqlite3:///home/... is what GnuCash shows."""
    assert private_source(f"sqlite3://{book}") == private_source(f" {book} ")


def test_a_file_without_the_right_to_read_it(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests may run as root, who may read everything: the refusal is the operating system's, the words are
    ours."""
    if os.name == "posix" and os.geteuid():
        book.chmod(0)
    else:

        def refuse(self: Path, *_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied", str(self))

        monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in fault(book).title


def test_another_program_s_database(tmp_path: Path, private_folder: Path) -> None:
    """A SQLite file without GnuCash's tables."""
    path = tmp_path / "other.sqlite"
    change(path, "CREATE TABLE customers (id INTEGER)")
    assert "not a GnuCash book" in fault(path).title


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE splits RENAME TO splits_back",
        "DROP TABLE lots",
        "DELETE FROM books",
        "DELETE FROM versions WHERE table_name = 'Gnucash'",
    ],
)
def test_tables_under_rewriting_mean_not_now_rather_than_no_invoices(book: Path, statement: str) -> None:
    """gnucash 'Save As' and upgrades rename the tables first."""
    change(book, statement)
    error = fault(book)
    assert isinstance(error, RetryableError)
    assert "rewriting" in error.title


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE versions SET table_version = 6000001 WHERE table_name = 'Gnucash'", "does not know (6.1)"),
        ("UPDATE versions SET table_version = 5 WHERE table_name = 'invoices'", "does not know"),
        ("UPDATE versions SET table_version = 2060021 WHERE table_name = 'Gnucash'", "old GnuCash (2.6.21)"),
        ("UPDATE versions SET table_version = 3 WHERE table_name = 'transactions'", "old GnuCash"),
        ("DELETE FROM versions WHERE table_name = 'splits'", "old GnuCash"),
    ],
)
def test_an_unknown_version_is_refused(book: Path, statement: str, words: str) -> None:
    """Rules checked against 4.13 and 5.10 are not applied to what nobody has seen."""
    change(book, statement)
    error = fault(book)
    assert isinstance(error, SetupError)
    assert words in error.title


def test_a_damaged_book(book: Path) -> None:
    """Pages overwritten by something else."""
    content = bytearray(book.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    book.write_bytes(content)
    assert isinstance(fault(book), FatalError)


def test_a_book_cut_short(book: Path) -> None:
    """As a broken-off copy leaves it."""
    book.write_bytes(book.read_bytes()[:-8192])
    assert "damaged" in fault(book).title


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE splits SET value_num = value_num + 1 WHERE rowid = 1",
        "DELETE FROM splits WHERE rowid = 2",
        "DELETE FROM transactions WHERE rowid = 1",
        "UPDATE splits SET value_denom = 1000 WHERE rowid = 3",
    ],
)
def test_half_a_payment_is_never_believed(book: Path, statement: str) -> None:
    """D16: every transaction balances exactly, or the copy is not whole."""
    change(book, statement)
    error = fault(book)
    assert isinstance(error, RetryableError)
    assert "does not balance" in error.title
    assert "transaction" in error.detail


def test_equal_values_in_different_fractions_do_balance(book: Path) -> None:
    """5000/100 and 50000/1000 are the same money."""
    change(book, "UPDATE splits SET value_denom = 1000, value_num = value_num * 10 WHERE rowid = 1")
    with book_source(book, patience=BRIEF).read(EVERYTHING, Watch()) as reading:
        assert len(list(reading.invoices())) == 3


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_an_unfinished_save_is_waited_for_and_then_named(book: Path, ending: str) -> None:
    """A commit is under way, or GnuCash died in one."""
    unfinished = Path(f"{book}{ending}")
    unfinished.write_bytes(b"\0" * 512)
    error = fault(book)
    assert isinstance(error, RetryableError)
    assert "in the middle of saving" in error.title
    unfinished.unlink()
    with book_source(book, patience=BRIEF).read(EVERYTHING, Watch()) as reading:
        assert len(list(reading.invoices())) == 3


def test_a_book_that_never_holds_still(book: Path) -> None:
    """Given up with a clear message; the original is never opened instead."""

    def keep_writing(_: float) -> None:
        with book.open("r+b") as file:
            file.seek(27)
            counter = file.read(1)[0]
            file.seek(27)
            file.write(bytes([(counter + 1) % 256]))

    restless = Patience(patience_seconds=0.5, settle_seconds=9.0, quiet_seconds=60.0, pause=keep_writing)
    with (
        pytest.raises(RetryableError, match="kept changing"),
        book_source(book, patience=restless).read(EVERYTHING, Watch()),
    ):
        pass


def test_a_change_while_the_bytes_are_read_is_noticed(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Size, time and change counter before and after: the first copy is thrown away, the second is right."""
    taken: list[int] = []
    write = private_copy._Attempts._write

    def disturbed(self: private_copy._Attempts, header: bytes, read: Callable[[int], bytes]) -> None:
        write(self, header, read)
        taken.append(1)
        if len(taken) == 1:
            change(book, "UPDATE invoices SET notes = 'later'")

    monkeypatch.setattr(private_copy._Attempts, "_write", disturbed)
    with book_source(book, patience=BRIEF).read(EVERYTHING, Watch()) as reading:
        assert reading.token == book_source(book).token()
    assert len(taken) == 2


def test_the_copy_is_private_and_gone_afterwards(
    book: Path, private_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only this person may read it while it exists; on Linux and macOS it has no name any more once it is
    open."""
    seen: list[tuple[int, int]] = []
    prove = private_copy.prove

    def watching(database: sqlite3.Connection, path: Path) -> None:
        (folder,) = private_folder.iterdir()
        (copy,) = folder.iterdir()
        seen.append((stat.S_IMODE(folder.stat().st_mode), stat.S_IMODE(copy.stat().st_mode)))
        prove(database, path)

    monkeypatch.setattr(private_copy, "prove", watching)
    with book_source(book, patience=BRIEF).read(EVERYTHING, Watch()) as reading:
        if os.name == "posix":
            assert seen == [(0o700, 0o600)]
            assert [list(folder.iterdir()) for folder in private_folder.iterdir()] == [[]]
        next(reading.invoices())
    with pytest.raises(ZeroDivisionError), book_source(book, patience=BRIEF).read(EVERYTHING, Watch()):
        raise ZeroDivisionError


def test_a_full_disk_says_so(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the copy does not fit."""

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "touch", full)
    error = fault(book)
    assert isinstance(error, FatalError)
    assert "the disk is full" in error.title


def test_reading_leaves_the_book_untouched(book: Path) -> None:
    """S50-01: not a byte, not a time stamp, no file beside it; a read-only book in a read-only folder will
    do."""
    before = (book.read_bytes(), book.stat().st_mtime_ns, sorted(book.parent.iterdir()))
    book.chmod(0o400)
    with book_source(book, patience=BRIEF).read(EVERYTHING, Watch()) as reading:
        list(reading.invoices())
    assert (book.read_bytes(), book.stat().st_mtime_ns, sorted(book.parent.iterdir())) == before


def test_the_original_is_never_opened_with_sqlite(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """D16: even a read-only SQLite reader makes an open GnuCash lose payments."""
    opened: list[str] = []
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda name, *a, **k: opened.append(str(name)) or connect(name, *a, **k)
    )
    source = book_source(book, patience=BRIEF)
    source.check()
    source.token()
    assert opened
    assert not [name for name in opened if str(book) in name]


def test_a_stop_is_heard_while_waiting(book: Path) -> None:
    """F-37: within two seconds, here while an unfinished save is waited for."""
    Path(f"{book}-journal").touch()
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 2

    with (
        pytest.raises(RunCancelled),
        book_source(book, patience=Patience(quiet_seconds=0.0)).read(EVERYTHING, Watch(stop)),
    ):
        pass


def test_the_check_tells_the_fault_at_its_field(tmp_path: Path, private_folder: Path) -> None:
    """'Test connection' shows the message beside the path."""
    (step,) = book_source(tmp_path / "gone.gnucash").check()
    assert (step.ok, step.field) == (False, "path")
    assert step.remedy


def test_a_restored_backup_is_noticed_and_a_book_saved_anew_is_not(book: Path, tmp_path: Path) -> None:
    """D10: a smaller change counter and a newest entry from before the last change."""
    source = book_source(book, patience=BRIEF)
    backup = tmp_path / "backup.gnucash"
    shutil.copyfile(book, backup)
    for n in range(3):
        change(book, f"UPDATE invoices SET notes = 'edit {n}'")
    with source.read(EVERYTHING, Watch()) as reading:
        before = reading.token
    shutil.copyfile(backup, book)
    with source.read(EVERYTHING, Watch()) as reading:
        restored = reading.token
    assert "older copy" in source.went_back(before, restored)
    assert source.went_back(restored, before) == ""
    change(book, "UPDATE transactions SET enter_date = '2999-01-01 00:00:00' WHERE rowid = 1")
    with source.read(EVERYTHING, Watch()) as reading:
        saved_anew = reading.token
    assert source.went_back(before, saved_anew) == ""
    assert source.went_back("", saved_anew) == ""
