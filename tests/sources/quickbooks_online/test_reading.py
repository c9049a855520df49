"""Which invoices a reading finds and what it costs: change data, walks, records that change under its hands
(sections 4, 5 and 8)."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from syncdesk.model.errors import RunCancelled
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.ports import EVERYTHING, Watch
from syncdesk.model.settlement import settle
from tests.sources.quickbooks_online.desk import (
    APRIL_10,
    MARCH_20,
    MARCH_25,
    Desk,
    agree,
    bill,
    later,
    many,
    run_later,
)
from tests.standins.quickbooks import Books
from tests.standins.quickbooks.seeding import seed
from tests.standins.serving import Request

pytestmark = pytest.mark.usefixtures("april")


# --- what it costs ------------------------------------------------------------------------------------------


def test_a_quiet_run_is_two_calls(desk: Desk, books: Books) -> None:
    """Section 8, 'Cost'."""
    seed(books, 50, years=1)
    run_later(desk)
    later(desk, days=1)
    before = len(desk.calls)
    assert desk.run() == {}
    assert desk.calls[before:] == ["POST /batch", "GET /cdc"]


def test_a_run_with_200_changed_invoices_is_about_ten_calls(desk: Desk, books: Books) -> None:
    """Of these a hundred are new, and each of them asks whether its number is taken (F-25)."""
    old = seed(books, 1500, years=1)[:100]
    run_later(desk)
    later(desk, days=1)
    new = many(books, 100, 5000)
    for invoice in [*new, *old]:
        books.edit_invoice(invoice, note="printed")
    for invoice in new[:50]:
        books.pay([(invoice, 10)], MARCH_20)
    before = len(desk.calls)
    assert set(desk.run()) == {*new, *old}
    assert len(desk.calls) - before <= 10
    agree(desk)


def test_everything_is_a_page_a_thousand(desk: Desk, books: Books) -> None:
    """No call for a single invoice or payment: 2 + 2 pages and the company."""
    seed(books, 1900, years=3)
    assert len(books.ids("Payment")) < 1999
    before = len(desk.calls)
    assert set(desk.run()) == set(books.ids())
    assert len(desk.calls) - before <= 6
    agree(desk)


def test_at_most_four_calls_at_once(desk: Desk, books: Books) -> None:
    """Section 9."""
    invoices = many(books, 40)
    run_later(desk)
    for invoice in invoices:
        books.delete_invoice(invoice)
    desk.standin.server.latency = 0.02
    assert len(desk.run()) == 40
    assert 1 < desk.standin.server.max_in_flight <= 4


# --- walks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [999, 1000, 1001, 2100])
@pytest.mark.parametrize("extra_row", [False, True])
def test_many_records_with_one_stamp(desk: Desk, books: Books, count: int, extra_row: bool) -> None:
    """A bulk import stamps thousands with the same second: F-17, full last page included."""
    books.quirks.extra_row = extra_row
    many(books, count)
    assert set(desk.read()) == set(books.ids())


def test_records_that_change_in_mid_walk_come_once(desk: Desk, books: Books) -> None:
    """Section 4, 'Paging drift': positions shift with every change, times do not."""
    desk.standin.clock.resume()
    invoices = seed(books, 2600, years=2)
    dice = iter(invoices[::7])

    def busy(request: Request) -> None:
        if request.path.endswith("/query"):
            for _ in range(20):
                books.edit_invoice(next(dice), note="printed")

    desk.standin.server.on_request = busy
    assert set(desk.read()) == set(invoices)


def test_payments_entered_while_the_invoices_are_read(desk: Desk, books: Books) -> None:
    """What an invoice names and was not read yet is asked for; what changed between is read once more."""
    invoices = many(books, 30)
    moved = books.pay([(invoices[0], 10)], MARCH_20)
    deleted = books.pay([(invoices[1], 10)], MARCH_20)
    cut = books.pay([(invoices[2], 10)], MARCH_20)

    def busy(request: Request) -> None:
        if "Invoice" in request.params.get("query", "") and deleted in books.ids("Payment"):
            books.pay([(invoices[5], 10)], MARCH_25)
            books.edit_payment(moved, targets=[(invoices[6], 10)])
            books.delete_payment(deleted)
            books.edit_payment(cut, total=4)

    desk.standin.server.on_request = busy
    desk.run()
    agree(desk)


def test_both_sides_of_daylight_saving(desk: Desk, books: Books) -> None:
    """Pitfall 15: on 8 March 2026 the Pacific offset changes from -08:00 to -07:00; on 1 November back."""
    for change in (datetime(2026, 3, 8, 10, tzinfo=UTC), datetime(2026, 11, 1, 9, tzinfo=UTC)):
        wanted = []
        for minutes in range(-60, 61, 5):
            desk.standin.clock.freeze(change + timedelta(minutes=minutes))
            wanted.append(bill(books, f"{change:%m}{minutes}"))
        desk.standin.clock.freeze(change + timedelta(minutes=70))
        for start in range(len(wanted)):
            since = change + timedelta(minutes=-60 + 5 * start)
            assert set(desk.read(since)) == set(wanted[start:])


def test_a_start_in_another_time_zone(desk: Desk, books: Books) -> None:
    """The plus sign of an eastern offset must survive the address line."""
    first = bill(books)
    later(desk, minutes=30)
    second = bill(books, "1002")
    eastern = (APRIL_10 + timedelta(minutes=15)).astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert set(desk.read(eastern)) == {second}
    assert set(desk.read(APRIL_10)) == {first, second}
    long_ago = APRIL_10 + timedelta(minutes=15)
    later(desk, days=60)
    assert set(desk.read(long_ago)) == {second}


# --- what changed -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("inclusive", [True, False])
def test_the_start_itself_belongs_to_it(desk: Desk, books: Books, inclusive: bool) -> None:
    """S50-05, and what changed a second before does not."""
    books.quirks.cdc_inclusive = inclusive
    bill(books)
    later(desk, seconds=1)
    second = bill(books, "1002")
    assert set(desk.read(APRIL_10 + timedelta(seconds=1))) == {second}


@pytest.mark.parametrize("days", [2, 40])
def test_a_payment_dated_anew_is_found(desk: Desk, books: Books, days: int) -> None:
    """By change data as by walking; the invoice's stamp stays where it was."""
    invoice = bill(books)
    payment = books.pay([(invoice, 1000)], MARCH_20)
    later(desk, hours=1)
    start = desk.standin.clock.now()
    books.edit_payment(payment, date=MARCH_25)
    later(desk, days=days)
    found = desk.read(start)
    assert settle(found[invoice]).date_paid == MARCH_25
    assert found[invoice].changed_at == start


@pytest.mark.parametrize("per_entity", [True, False])
def test_more_changes_than_change_data_hold(desk: Desk, books: Books, per_entity: bool) -> None:
    """Pitfall 11: the rest is silently missing; it is found by walking, and the stubs are not lost."""
    books.quirks.cdc_limit_per_entity = per_entity
    paid, gone = bill(books, "A"), bill(books, "B")
    payment = books.pay([(paid, 1000)], MARCH_20)
    desk.run()
    later(desk, hours=1)
    books.quirks.delete_touches_invoice = False
    books.delete_payment(payment)
    books.delete_invoice(gone)
    new = many(books, 700)
    for invoice in new[:600]:
        books.pay([(invoice, 10)], MARCH_20)
    found = desk.run()
    assert set(found) == {paid, gone, *new}
    assert found[gone].status is InvoiceStatus.DELETED
    agree(desk)


def test_the_same_change_is_not_delivered_for_ever(desk: Desk, books: Books) -> None:
    """The overlap brings the last minutes once more, not the last weeks."""
    invoice = bill(books)
    desk.run()
    later(desk, minutes=5)
    assert set(desk.run()) == {invoice}
    later(desk, minutes=20)
    desk.run()
    assert desk.run() == {}


def test_an_older_invoice_with_the_number_of_a_new_one_is_shown(desk: Desk, books: Books) -> None:
    """F-25: nobody ever ran over it, yet a person must see both."""
    old, other = bill(books), bill(books, "1002")
    later(desk, days=60)
    start = desk.standin.clock.now()
    new = bill(books)
    assert set(desk.read(start)) == {old, new}
    assert other not in desk.read(start)


def test_a_double_that_is_known_is_not_shown_again(desk: Desk, books: Books) -> None:
    """The journal knows its number."""
    bill(books)
    run_later(desk)
    later(desk, hours=1)
    new = bill(books)
    assert set(desk.run()) == {new}


@pytest.mark.parametrize("number", ["O'Brien 7", "back\\slash", "100%", "Ünit-1", "007", "a,b"])
def test_numbers_are_asked_for_as_they_are(desk: Desk, books: Books, number: str) -> None:
    """Pitfall 17: up to 21 characters of anything."""
    wanted = bill(books, number)
    bill(books, "1002")
    assert set(desk.read(numbers=[number], only=True)) == {wanted}


def test_only_what_is_asked_for(desk: Desk, books: Books) -> None:
    """Single invoices by id and by number, with their payments, and nothing else."""
    invoices = many(books, 20)
    books.pay([(invoices[3], 4)], MARCH_20)
    before = len(desk.calls)
    found = desk.read(ids=[invoices[3]], numbers=["8", "no such"], only=True)
    assert set(found) == {invoices[3], invoices[7]}
    assert settle(found[invoices[3]]).paid_amount == 4
    assert len(desk.calls) - before <= 4


def test_what_waits_is_delivered_whatever_the_start(desk: Desk, books: Books) -> None:
    """D12: by id and by number, besides what changed."""
    first, second = bill(books), bill(books, "1002")
    later(desk, days=3)
    start = desk.standin.clock.now()
    third = bill(books, "1003")
    assert set(desk.read(start, ids=[first], numbers=["1002"])) == {first, second, third}


def test_ids_that_are_none_spoil_nothing(desk: Desk, books: Books) -> None:
    """One of a record that could not be named, say."""
    invoice = bill(books)
    assert set(desk.read(ids=[invoice, "unreadable-after-7", "it's", "999999"], only=True)) == {invoice}


# --- currencies, stops --------------------------------------------------------------------------------------


@pytest.mark.parametrize("foreign_links", [True, False])
def test_a_company_that_names_no_currency(desk: Desk, books: Books, foreign_links: bool) -> None:
    """Pitfalls 7 and 23."""
    books.quirks.omit_currency, books.quirks.foreign_links = True, foreign_links
    invoice = bill(books)
    books.pay([(invoice, 400)], MARCH_20)
    desk.run()
    agree(desk)
    assert desk.memory.documents[invoice].currency == "USD"


@pytest.mark.parametrize("call", [1, 2, 3, 4])
def test_a_stop_is_heard_at_every_step(desk: Desk, books: Books, call: int) -> None:
    """F-37."""
    seed(books, 1500, years=1)
    begun = len(desk.calls)

    def stop_at() -> bool:
        return len(desk.calls) - begun >= call

    with pytest.raises(RunCancelled), desk.source.read(EVERYTHING, Watch(stop_at)) as reading:
        list(reading.invoices())
