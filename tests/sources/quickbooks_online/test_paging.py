"""Walking by time of change, without a service: where each page begins."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest

from syncdesk.sources.quickbooks_online.records import InvoiceRecord, Stamps
from syncdesk.sources.quickbooks_online.walk import Walk

NOON = datetime(2026, 4, 10, 12, tzinfo=UTC)


def row(id_: int, minute: int) -> InvoiceRecord:
    """A record changed in this minute."""
    return InvoiceRecord(id=str(id_), sync_token="0", meta_data=Stamps(NOON + timedelta(minutes=minute)))


class Books:
    """Records in order of change, and what was asked for."""

    def __init__(self, *rows: InvoiceRecord) -> None:
        self.rows, self.asked = list(rows), list[tuple[datetime | None, int]]()

    def fetch(self, since: datetime | None, position: int, size: int) -> list[InvoiceRecord]:
        self.asked.append((since, position))
        found = [r for r in self.rows if since is None or r.changed_at is None or r.changed_at >= since]
        return found[position - 1 : position - 1 + size]


def walked(books: Books, size: int) -> list[list[str]]:
    """The ids of each page."""
    pages = []
    for question in Walk(books.fetch, None, size).questions():
        page = question()
        if page is None:
            return pages
        pages.append([record.id for record in page])
    raise AssertionError("questions never end by themselves")


def test_each_page_begins_at_the_last_time_seen() -> None:
    """Section 4: repeats are dropped by id and sync token."""
    books = Books(*(row(n, n) for n in range(5)))
    assert walked(books, 3) == [["0", "1", "2"], ["3", "4"], []]
    assert (
        books.asked
        == [(None, 1), (NOON + timedelta(minutes=2), 1), (NOON + timedelta(minutes=4), 1)][: len(books.asked)]
    )


def test_a_page_of_one_time_goes_on_by_position_with_some_rows_again() -> None:
    """Some of them may have left their place in the meantime."""
    books = Books(*(row(n, 0) for n in range(30)), row(30, 1))
    assert [id_ for page in walked(books, 20) for id_ in page] == [str(n) for n in range(31)]
    assert books.asked == [(None, 1), (None, 11), (None, 21)]


def test_pages_come_in_their_order_whoever_asks_first() -> None:
    """Two questions are under way at the same time."""
    books = Books(*(row(n, n) for n in range(6)))
    first, second = islice(Walk(books.fetch, None, 3).questions(), 2)
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(second)
        begun = pool.submit(first)
        assert [record.id for record in begun.result(timeout=10) or ()] == ["0", "1", "2"]
        assert [record.id for record in waiting.result(timeout=10) or ()] == ["3", "4"]


def test_a_page_that_cannot_be_had_ends_the_walk() -> None:
    """Whoever waits for its turn is not left waiting."""

    def fails(since: datetime | None, position: int, size: int) -> list[InvoiceRecord]:
        raise ValueError

    first, second = islice(Walk(fails, None, 3).questions(), 2)
    with pytest.raises(ValueError):
        first()
    assert second() is None
