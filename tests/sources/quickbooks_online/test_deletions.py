"""What is gone: on the service's own word only, however long ago it was (section 5, D14, F-10)."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from syncdesk.model.ledger import InvoiceStatus
from tests.sources.quickbooks_online.desk import (
    MARCH_20,
    Desk,
    agree,
    bill,
    later,
    many,
    run_later,
)
from tests.standins.quickbooks import Books

pytestmark = pytest.mark.usefixtures("april")


def test_a_deletion_by_mistake_is_none(desk: Desk, books: Books) -> None:
    """F-10: live records were once reported as deleted."""
    invoice = bill(books)
    payment = books.pay([(invoice, 1000)], MARCH_20)
    desk.run()
    later(desk, hours=1)
    books.false_stub("Invoice", invoice)
    books.false_stub("Payment", payment)
    found = desk.run()
    assert found[invoice].status is InvoiceStatus.ISSUED
    agree(desk)
    run_later(desk)
    later(desk, hours=1)
    books.false_stub("Invoice", invoice)  # this time nothing else speaks of it
    assert set(desk.run()) == {invoice}
    assert desk.memory.documents[invoice].problem == ""
    agree(desk)


def test_an_unknown_deletion_is_nobodys(desk: Desk, books: Books) -> None:
    """A stub may name a record that was never seen."""
    desk.run()
    later(desk, hours=1)
    invoice = bill(books)
    later(desk, minutes=1)
    books.delete_invoice(invoice)
    assert desk.run() == {}


def test_a_read_error_is_no_deletion(desk: Desk, books: Books) -> None:
    """Pitfall 9: the invoice waits with its problem, and is not called deleted."""
    invoice = bill(books)
    desk.run()
    books.break_record("Invoice", invoice)
    found = desk.read(ids=[invoice], only=True, remembered=desk.memory)
    assert found[invoice].status is InvoiceStatus.ISSUED
    assert "fails" in found[invoice].problem
    assert found[invoice].number == "1001"


def test_a_deleted_invoice_that_is_asked_for(desk: Desk, books: Books) -> None:
    """D14: by its id, on the service's own word; a second time too."""
    invoice = bill(books)
    desk.run()
    books.delete_invoice(invoice)
    for _ in range(2):
        found = desk.read(ids=[invoice], only=True, remembered=desk.memory)
        assert found[invoice].status is InvoiceStatus.DELETED
        desk.memory.documents |= found


@pytest.mark.parametrize("touched", [True, False])
def test_a_gap_longer_than_change_data_reach(desk: Desk, books: Books, touched: bool) -> None:
    """Pitfall 12: deletions of five weeks ago are told by nobody; everything is compared."""
    books.quirks.delete_touches_invoice = touched
    kept, unpaid, gone = bill(books), bill(books, "1002"), bill(books, "1003")
    quiet = many(books, 30, 3000)
    books.pay([(kept, 1000)], MARCH_20)
    payment = books.pay([(unpaid, 1000)], MARCH_20)
    run_later(desk)
    later(desk, days=1)
    books.delete_payment(payment)
    books.delete_invoice(gone)
    later(desk, days=34)
    changed = bill(books, "1004")
    books.edit_invoice(quiet[0], note="printed")
    found = desk.run()
    assert set(found) == {unpaid, gone, changed, quiet[0]}
    assert found[gone].status is InvoiceStatus.DELETED
    agree(desk)
    later(desk, hours=1)
    desk.run()
    assert desk.run() == {}


def test_an_old_double_is_found_after_a_gap_too(desk: Desk, books: Books) -> None:
    """F-25, also where everything is walked for its deletions."""
    old = bill(books)
    later(desk, days=1)
    start = desk.standin.clock.now()
    other = bill(books, "1002")
    later(desk, minutes=30)
    desk.run(start)
    later(desk, days=40)
    new = bill(books)
    assert set(desk.run()) == {old, new}
    assert other in desk.memory.documents


def test_an_early_start_does_not_lose_deletions(desk: Desk, books: Books) -> None:
    """The mark moves past them, so they are asked for since the last run, whatever the start."""
    paid, gone = bill(books), bill(books, "1002")
    later(desk, days=50)
    books.quirks.delete_touches_invoice = False
    payment = books.pay([(paid, 1000)], MARCH_20)
    run_later(desk)
    later(desk, days=2)
    books.delete_payment(payment)
    books.delete_invoice(gone)
    later(desk, days=1)
    found = desk.run(desk.standin.clock.now() - timedelta(days=40))
    assert found[gone].status is InvoiceStatus.DELETED
    agree(desk)


def test_everything_again_tells_deletions(desk: Desk, books: Books) -> None:
    """Without a start date everything is read, and what is missing is asked for."""
    invoice, gone = bill(books), bill(books, "1002")
    desk.run()
    books.delete_invoice(gone)
    later(desk, days=100)
    found = desk.read(None, remembered=desk.memory)
    assert {id_: document.status for id_, document in found.items()} == {
        invoice: InvoiceStatus.ISSUED,
        gone: InvoiceStatus.DELETED,
    }


@pytest.mark.parametrize("change", [Books.void_payment, Books.delete_payment])
def test_former_targets_in_a_walk(desk: Desk, books: Books, change: Callable[[Books, str], None]) -> None:
    """A start date beyond change data finds what a changed payment used to feed as well (F-12)."""
    books.quirks.void_touches_invoice = books.quirks.delete_touches_invoice = False
    invoice = bill(books)
    payment = books.pay([(invoice, 1000)], MARCH_20)
    desk.run()
    later(desk, days=1)
    change(books, payment)
    desk.memory.complete = desk.standin.clock.now() - timedelta(days=2)
    later(desk, days=20)
    desk.run(desk.standin.clock.now() - timedelta(days=35))
    agree(desk)


def test_deletions_beyond_a_full_answer(desk: Desk, books: Books) -> None:
    """A thousand changed payments leave no room for the stubs of invoices: these are asked for alone."""
    gone = bill(books)
    run_later(desk)
    later(desk, hours=1)
    books.delete_invoice(gone)
    for _ in range(1000):
        books.pay([], MARCH_20, 1, customer="1")
    assert desk.run()[gone].status is InvoiceStatus.DELETED
