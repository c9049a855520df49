"""A real journal file in the test's own folder, and the journal of one connection in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from syncdesk.journal.file import JournalFile
from syncdesk.journal.history import History
from syncdesk.journal.store import SqlJournal
from tests.journal.outcomes import NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal.sqlite"


@pytest.fixture
def file(path: Path) -> Iterator[JournalFile]:
    opened = JournalFile(path, wait_seconds=1)
    yield opened
    opened.close()


@pytest.fixture
def journal(file: JournalFile) -> SqlJournal:
    return SqlJournal(file, "c1", lambda: NOW)


@pytest.fixture
def history(file: JournalFile) -> History:
    return History(file)
