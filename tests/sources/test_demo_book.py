"""The shipped sample company: a clean book made by GnuCash, with every case of issue 2 item 4 in it (D19)."""

import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from syncdesk.model.ledger import DocumentKind, InvoiceStatus, MovementKind
from syncdesk.model.settlement import PaymentState, settle
from tests.gnucash_books import report_book
from tests.sources.books import agree, read_book

DEMO = Path(__file__).parents[2] / "resources" / "demo"
BOOK, JOBS = DEMO / "northgate.gnucash", DEMO / "jobs.sqlite"


@pytest.mark.gnucash
def test_gnucash_itself_opens_the_book_and_says_the_same(book: Path) -> None:
    """Every figure of the shipped book against the engine's."""
    shutil.copyfile(BOOK, book)
    agree(book, report_book(book))


def test_the_book_holds_every_case() -> None:
    """So that a first look at SyncDesk shows them all."""
    invoices = list(read_book(BOOK).values())
    settled = [settle(invoice) for invoice in invoices]
    kinds = {movement.kind for invoice in invoices for movement in invoice.movements}
    assert 140 <= len(invoices) <= 170
    assert {i.currency for i in invoices} == {"GBP", "EUR", "JPY", "KWD"}
    assert {s.state for s in settled} >= {
        PaymentState.WAITING,
        PaymentState.PART_PAID,
        PaymentState.PAID,
        PaymentState.NOTHING_TO_PAY,
        PaymentState.DRAFT,
    }
    assert kinds >= {
        MovementKind.REFUND,
        MovementKind.PREPAYMENT,
        MovementKind.CREDIT,
        MovementKind.WRITE_OFF,
    }
    assert any(i.kind is DocumentKind.CREDIT_NOTE for i in invoices)
    shares = Counter(m.payment_id for i in invoices for m in i.movements if m.kind is MovementKind.PAYMENT)
    assert max(shares.values()) == 3
    assert any(invoice.notes for invoice in invoices)
    assert max(Counter(i.number for i in invoices if i.status is InvoiceStatus.ISSUED).values()) == 2
    assert not any(s.contradiction for s in settled)


def test_the_files_are_clean_and_small() -> None:
    """They are copied byte by byte on first use."""
    assert BOOK.stat().st_size + JOBS.stat().st_size < 1_500_000
    assert not [
        file.name for file in DEMO.iterdir() if file.name.endswith(("-journal", "-wal", "-shm", ".log"))
    ]
    for path in (BOOK, JOBS):
        assert path.read_bytes()[18:20] == b"\x01\x01"
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            assert database.execute("PRAGMA quick_check").fetchone() == ("ok",)
    with closing(sqlite3.connect(f"{BOOK.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        assert database.execute("SELECT COUNT(*) FROM gnclock").fetchone() == (0,)
