"""The generated books are real enough: GnuCash's own engine reads one and finds the same figures."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.generated_books import invoices, write_book
from tests.gnucash_books import gnucash_available, report_book

pytestmark = pytest.mark.gnucash


@pytest.mark.skipif(gnucash_available() is not None, reason=gnucash_available() or "")
def test_gnucash_reads_a_generated_book_and_agrees(tmp_path: Path) -> None:
    book = tmp_path / "generated.gnucash"
    write_book(book, 60)
    expected = {invoice.number: invoice for invoice in invoices(60)}
    documents = report_book(book)["documents"]
    assert len(documents) == len(expected)
    for document in documents:
        invoice = expected[document["number"]]
        assert Decimal(document["total"]) * 100 == invoice.total
        assert Decimal(document["balance"]) * 100 == invoice.total - invoice.paid
        assert document["paid"] == (invoice.paid == invoice.total)
        assert document["date"] == invoice.invoice_date.isoformat()
        assert document["owner"] == invoice.customer
        days = sorted(split["date"] for split in document["splits"] if not split["posting"])
        assert days == sorted(day.isoformat() for day, _ in invoice.payments)
