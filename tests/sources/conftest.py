"""What the connectors' tests share: a folder in memory for books, and one line where GnuCash is missing."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gnucash_books import gnucash_available, ram_folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests against the real engine are skipped aloud where it is missing; on the build server they fail
    instead."""
    marked = [item for item in items if item.get_closest_marker("gnucash")]
    missing = gnucash_available() if marked and not os.environ.get("CI") else None
    for item in marked if missing else ():
        item.add_marker(pytest.mark.skip(reason=missing))


@pytest.fixture
def book_folder() -> Iterator[Path]:
    """A folder for books, in memory where there is such a thing: the engine waits for the disk at every
    commit."""
    folder = Path(tempfile.mkdtemp(prefix="books-", dir=ram_folder()))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def book(book_folder: Path) -> Path:
    """Where the book of a test is made."""
    return book_folder / "book.gnucash"
