"""Lists that do not come as they should: none of it may look like the end of the books (F-17, F-18)."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from syncdesk.model.errors import RetryableError, SetupError
from tests.sources.xero.desk import Desk, spoilt
from tests.standins.serving import Fault, Request, Response, at
from tests.standins.xero.seeding import seed

FEB_1, MARCH_1, MARCH_10 = date(2026, 2, 1), date(2026, 3, 1), date(2026, 3, 10)
MARCH_20 = date(2026, 3, 20)


class TestSilence:
    """F-18: an answer without a list is no empty list."""

    @pytest.mark.parametrize("body", [b"{}", b'{"Invoices":null}', b'{"error":"who are you"}'])
    @pytest.mark.parametrize("path", ["/Invoices", "/Payments", "/Overpayments"])
    def test_it_is_not_the_end(self, desk: Desk, path: str, body: bytes) -> None:
        desk.books.add_invoice("INV-1", MARCH_1, 150)
        desk.run()
        desk.standin.server.before = at(1, Fault.answer(200, body), path=path, times=100)
        with pytest.raises(RetryableError, match="cannot be read"):
            desk.run()

    def test_once_is_asked_again(self, desk: Desk) -> None:
        bill = desk.books.add_invoice("INV-1", MARCH_1, 150)
        desk.standin.server.before = at(1, Fault.answer(200, b"{}"), path="/Invoices")
        assert set(desk.run()) == {bill}

    def test_an_organisation_without_a_name_is_asked_again(self, desk: Desk) -> None:
        """Nobody has to sign in again because somebody on the way answered."""
        desk.standin.server.before = at(1, Fault.answer(200, b"{}"), path="/Organisation")
        assert desk.run() == {}
        desk.standin.server.before = at(1, Fault.answer(200, b'{"Organisations":[]}'), path="/Organisation")
        with pytest.raises(SetupError, match="names no organisation"):
            desk.run()


class TestWalking:
    """F-17: each record once, and none missed."""

    @pytest.mark.parametrize("moved", [1, 7, 900])
    def test_changes_among_very_many_records_of_one_moment(self, desk: Desk, moved: int) -> None:
        """By number of page, what moves away from the front draws others over the edge between two pages."""
        desk.standin.clock.freeze()
        ids = [desk.books.add_invoice(f"INV-{n}", MARCH_1, 10) for n in range(2500)]

        def change(request: Request) -> None:
            if request.path.endswith("/Invoices") and request.params["page"] in ("2", "3"):
                desk.standin.clock.advance(seconds=60)
                for id_ in ids[:moved]:
                    desk.books.edit_total(id_, desk.books.invoice(id_).total + 1)

        desk.standin.server.on_request = change
        assert set(desk.read()) == set(ids)

    def test_an_order_that_is_not_kept(self, desk: Desk) -> None:
        ids = set(seed(desk.books, 2500))
        answer = desk.standin.server._answer

        def unordered(request: Request) -> Response:
            request.params.pop("order", None)
            return answer(request)

        desk.standin.server._answer = unordered
        assert set(desk.read()) == ids

    @pytest.mark.parametrize("count", [99, 100, 250, 300])
    def test_pages_of_the_old_size_without_a_word_about_pages(self, desk: Desk, count: int) -> None:
        desk.standin.quirks.pagination = False
        ids = set(seed(desk.books, count))
        answer = desk.standin.server._answer

        def capped(request: Request) -> Response:
            if "pageSize" in request.params:
                request.params["pageSize"] = "100"
            return answer(request)

        desk.standin.server._answer = capped
        assert set(desk.read()) == ids

    def test_stamps_in_the_second_form_alone(self, desk: Desk) -> None:
        ids = set(seed(desk.books, 1500))
        spoilt(lambda body: body.replace(b'"UpdatedDateUTC":', b'"Nothing":'), desk)
        found = desk.read()
        assert set(found) == ids
        assert all(invoice.changed_at is not None for invoice in found.values())
        assert len(desk.calls) <= 4, "the walk goes on by time"

    def test_a_very_large_organisation_refuses_to_filter(self, desk: Desk) -> None:
        """Then everything is read, and bills are left out here."""
        ids = set(seed(desk.books, 1500))
        desk.books.add_invoice("BILL", MARCH_1, 10, type="ACCPAY")
        refusal = Fault.answer(400, b'{"ErrorNumber":16,"Type":"QueryParseException","Message":"too many"}')
        desk.standin.server.before = lambda request: refusal if "where" in request.params else None
        assert set(desk.read()) == ids
        asked = [e for e in desk.standin.server.log if e.path.endswith("/Invoices") and "where" in e.query]
        assert len(asked) == 1, "a refused filter is not tried again for each page"


class TestWindow:
    """S50-05: the start belongs to it, although Xero's filter goes by whole seconds and may leave it out."""

    @pytest.mark.parametrize("inclusive", [True, False])
    @pytest.mark.parametrize("fraction", [0, 999_000])
    def test_what_changed_at_the_very_start(self, desk: Desk, inclusive: bool, fraction: int) -> None:
        desk.standin.quirks.since_inclusive = inclusive
        moment = datetime(2026, 3, 21, 10, 0, 0, fraction, UTC)
        desk.standin.clock.freeze(moment)
        bill = desk.books.add_invoice("INV-1", MARCH_1, 150)
        assert set(desk.read(since=moment)) == {bill}
        assert desk.read(since=moment + timedelta(seconds=3)) == {}

    def test_the_header_is_of_the_one_form_that_is_not_ignored(self, desk: Desk) -> None:
        desk.read(since=datetime(2026, 3, 21, 10, 0, 0, 5, UTC))
        asked = {entry.headers.get("if-modified-since") for entry in desk.standin.server.log[-5:]}
        assert asked == {"2026-03-21T09:59:59"}


@pytest.mark.parametrize("body", [b'"Nothing":', b'"Invoice":7,"Nothing":'], ids=["unnamed", "unreadable"])
def test_f8_a_deleted_payment_that_does_not_say_what_it_paid(desk: Desk, body: bytes) -> None:
    """What is remembered of it does, although the invoice's own stamp does not move."""
    desk.standin.quirks.payments_touch_invoice = False
    bill = desk.books.add_invoice("INV-1", MARCH_1, 150)
    payment = desk.books.pay(bill, 150, MARCH_10)
    for _ in range(2):  # the second run begins after the invoice's own stamp
        desk.run()
        desk.standin.clock.advance(hours=1)
    desk.books.delete_payment(payment)
    spoilt(lambda answer: answer.replace(b'"Invoice":', body), desk, "/Payments")
    desk.run()
    assert desk.figures(bill).paid_amount == 0


class TestNumbers:
    """Invoices by the numbers that people typed."""

    def test_a_comma_within_a_number(self, desk: Desk) -> None:
        odd = desk.books.add_invoice("A,1", MARCH_1, 10)
        plain = desk.books.add_invoice("A", MARCH_1, 10)
        desk.books.add_invoice("A,1", MARCH_1, 10, type="ACCPAY")
        assert set(desk.read(numbers=["A,1"], only=True)) == {odd}
        assert set(desk.read(numbers=["A,1", "A", 'A,"'], only=True)) == {odd, plain}

    def test_long_numbers_are_spread_over_several_calls(self, desk: Desk) -> None:
        numbers = [f"{n:03}" + "№" * 30 for n in range(40)]
        ids = {desk.books.add_invoice(number, MARCH_1, 10) for number in numbers}
        assert set(desk.read(numbers=numbers, only=True)) == ids
        assert max(len(entry.query) for entry in desk.standin.server.log) < 2048

    def test_a_bill_of_the_same_number_is_not_ours(self, desk: Desk) -> None:
        ours = desk.books.add_invoice("7", MARCH_1, 10)
        desk.books.add_invoice("7", MARCH_1, 10, type="ACCPAY")
        assert set(desk.read(numbers=["7"], only=True)) == {ours}


class TestDaysOfCredits:
    """An invoice may repeat the day of a credit wrongly: where Date Paid hangs on it, the credit is asked."""

    @pytest.fixture(autouse=True)
    def repeated_wrongly(self, desk: Desk) -> None:
        """Nested credits carry the invoice's own day."""

        def wrong(body: bytes) -> bytes:
            answer: dict[str, Any] = json.loads(body, parse_float=str)
            for invoice in answer.get("Invoices", ()):
                for kind in ("CreditNotes", "Overpayments", "Prepayments"):
                    for credit in invoice[kind]:
                        credit["Date"] = invoice["Date"]
            return json.dumps(answer).encode()

        spoilt(wrong, desk)

    def paid_by(self, desk: Desk, number: str, kind: str) -> str:
        """An invoice of 1 March, settled by money of the 10th and a credit of the 20th."""
        invoice = desk.books.add_invoice(number, MARCH_1, 150)
        make = {
            "CreditNote": desk.books.credit_note,
            "Overpayment": desk.books.overpayment,
            "Prepayment": desk.books.prepayment,
        }[kind]
        desk.books.allocate(make("", MARCH_20, 20), invoice, 20, MARCH_20 + timedelta(days=9))
        desk.books.pay(invoice, 130, MARCH_10)
        return invoice

    @pytest.mark.parametrize("kind", ["CreditNote", "Overpayment", "Prepayment"])
    def test_without_a_stated_date_the_credit_itself_is_asked(self, desk: Desk, kind: str) -> None:
        desk.standin.quirks.fully_paid_on = False
        bills = [self.paid_by(desk, f"INV-{n}", kind) for n in range(12)]
        desk.run()
        assert {desk.figures(bill).date_paid for bill in bills} == {MARCH_20}
        assert desk.books.expected(bills[0]).date_paid == MARCH_20
        assert desk.calls == ["Organisation", "Invoices", "CreditNotes", "Overpayments", "Prepayments"]

    def test_a_stated_date_needs_no_further_call(self, desk: Desk) -> None:
        bill = self.paid_by(desk, "INV-1", "CreditNote")
        desk.run()
        assert desk.figures(bill).date_paid == desk.books.expected(bill).date_paid
        assert desk.calls == ["Organisation", "Invoices"]


def test_a_refund_of_a_credit_is_not_looked_for_among_invoices(desk: Desk) -> None:
    """Its Invoice element holds the credit's id."""
    bill = desk.books.add_invoice("INV-1", MARCH_1, 150)
    desk.books.pay(bill, 150, MARCH_10)
    note = desk.books.credit_note("", FEB_1, 30)
    desk.run()
    desk.standin.clock.advance(hours=1)
    desk.run()
    desk.standin.clock.advance(hours=1)
    desk.books.refund(note, 30, MARCH_20)
    desk.standin.server.log.clear()
    assert desk.run() == {}
    assert desk.calls == [
        "Organisation",
        "Invoices",
        "Payments",
        "CreditNotes",
        "Overpayments",
        "Prepayments",
    ]


def test_invoices_of_archived_customers_are_read(desk: Desk) -> None:
    """QML-02."""
    contact = desk.books.add_contact("Gone Ltd")
    bill = desk.books.add_invoice("INV-1", MARCH_1, 150, contact)
    desk.books.archive_contact(contact)
    assert set(desk.read()) == set(desk.read(ids=[bill], only=True)) == {bill}
