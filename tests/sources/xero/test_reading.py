"""What changed, found in as few calls as the paging allows and never missed: F-12, F-15, F-17, F-18, F-20,
D14."""

from datetime import date
from decimal import Decimal

import pytest

from syncdesk.model.errors import SetupError
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.ports import Opening, Question, Watch
from syncdesk.model.settlement import PaymentState, settle
from syncdesk.sources.xero.source import XeroSource
from tests.memory_vault import MemoryVault
from tests.sources.xero.desk import Desk, spoilt
from tests.standins.serving import Fault, Request
from tests.standins.xero.seeding import seed

MARCH_1, MARCH_20 = date(2026, 3, 1), date(2026, 3, 20)
LISTS = ["Invoices", "Payments", "CreditNotes", "Overpayments", "Prepayments"]


def settled_in(desk: Desk) -> list[str]:
    """A desk that has seen everything, an hour ago; the lists of its next run begin empty."""
    desk.run()
    desk.standin.clock.advance(hours=1)
    desk.run()
    desk.standin.clock.advance(hours=1)
    desk.standin.server.log.clear()
    return desk.calls


class TestCalls:
    """Requests are the minimum that the paging allows."""

    def test_a_quiet_run_asks_for_the_organisation_and_five_lists(self, desk: Desk) -> None:
        desk.books.add_invoice("INV-1", MARCH_1, 150)
        settled_in(desk)
        assert desk.run() == {}
        assert desk.calls == ["Organisation", *LISTS]

    @pytest.mark.parametrize("count", [999, 1000, 2500])
    def test_a_first_run_asks_once_for_each_thousand(self, desk: Desk, count: int) -> None:
        seed(desk.books, count)
        assert len(desk.run()) == count
        assert len(desk.calls) <= 1 + -(-count // 1000) + 1

    def test_two_hundred_changed_invoices_cost_no_more_than_a_quiet_run(self, desk: Desk) -> None:
        ids = seed(desk.books, 1200)
        settled_in(desk)
        open_ones = [id_ for id_ in ids if desk.books.expected(id_).outstanding][:200]
        for id_ in open_ones:
            desk.books.pay(id_, desk.books.expected(id_).outstanding, MARCH_20)
        assert set(desk.run()) == set(open_ones)
        assert desk.calls == ["Organisation", *LISTS]

    def test_ids_are_asked_for_forty_at_a_time(self, desk: Desk) -> None:
        ids = seed(desk.books, 90)
        assert set(desk.read(ids=ids, only=True)) == set(ids)
        assert desk.calls == ["Organisation", "Invoices", "Invoices", "Invoices"]

    def test_single_invoices_by_number(self, desk: Desk) -> None:
        wanted = desk.books.add_invoice("INV-7", MARCH_1, 150)
        desk.books.add_invoice("INV-70", MARCH_1, 150)
        assert set(desk.read(numbers=["INV-7"], only=True)) == {wanted}


@pytest.mark.parametrize("touches", [True, False], ids=["stamped", "unstamped"])
class TestChanges:
    """Whether a payment moves its invoice's own stamp is not promised: either way it is found."""

    @pytest.fixture
    def bill(self, desk: Desk, touches: bool) -> str:
        """An invoice that was read before."""
        desk.standin.quirks.payments_touch_invoice = touches
        desk.standin.quirks.allocations_touch_invoice = touches
        invoice = desk.books.add_invoice("INV-1", MARCH_1, 150)
        settled_in(desk)
        return invoice

    def test_a_payment(self, desk: Desk, bill: str) -> None:
        desk.books.pay(bill, 150, MARCH_20)
        desk.run()
        assert desk.figures(bill).date_paid == MARCH_20

    def test_f8_a_deleted_payment(self, desk: Desk, bill: str) -> None:
        payment = desk.books.pay(bill, 150, MARCH_20)
        settled_in(desk)
        desk.books.delete_payment(payment)
        desk.run()
        assert desk.figures(bill).state is PaymentState.WAITING

    def test_f12_an_undone_allocation(self, desk: Desk, bill: str) -> None:
        """The credit no longer names the invoice: only what was remembered does."""
        note = desk.books.credit_note("", MARCH_20, 150)
        allocation = desk.books.allocate(note, bill, 150, MARCH_20)
        settled_in(desk)
        assert desk.figures(bill).state is PaymentState.PAID
        desk.books.unallocate(allocation)
        desk.run()
        assert desk.figures(bill).state is PaymentState.WAITING

    def test_f12_a_deposit_moved_to_another_invoice(self, desk: Desk, bill: str) -> None:
        other = desk.books.add_invoice("INV-2", MARCH_1, 150)
        deposit = desk.books.prepayment("", MARCH_1, 150)
        allocation = desk.books.allocate(deposit, bill, 150, MARCH_20)
        settled_in(desk)
        desk.books.unallocate(allocation)
        desk.books.allocate(deposit, other, 150, MARCH_20)
        desk.run()
        assert desk.figures(bill).state is PaymentState.WAITING
        assert desk.figures(other).state is PaymentState.PAID


class TestPaging:
    """F-17: each once, none missed, whatever changes meanwhile."""

    def test_records_that_change_while_pages_are_read(self, desk: Desk) -> None:
        ids = seed(desk.books, 3000)
        early = ids[:40]
        changes = iter(early)

        def change(request: Request) -> None:
            if request.path.endswith("/Invoices"):
                for _ in range(10):
                    desk.books.edit_total(next(changes, early[-1]), 100_000)

        desk.standin.server.on_request = change
        assert set(desk.read()) == set(ids)

    def test_very_many_records_of_one_moment(self, desk: Desk) -> None:
        desk.standin.clock.freeze()
        ids = {desk.books.add_invoice(f"INV-{n}", MARCH_1, 10) for n in range(2100)}
        assert set(desk.read()) == ids

    @pytest.mark.parametrize("count", [999, 1000, 1001])
    def test_answers_without_pagination(self, desk: Desk, count: int) -> None:
        desk.standin.quirks.pagination = False
        assert set(desk.read()) == set(seed(desk.books, count)) or desk.read()
        assert len(desk.read()) == count


class TestGone:
    """D14: only on Xero's own word."""

    def test_a_known_invoice_that_is_no_longer_there(self, desk: Desk) -> None:
        bill = desk.books.add_invoice("INV-1", MARCH_1, 150)
        desk.run()
        del desk.books.tables["Invoices"].rows[bill]
        found = desk.read(ids=[bill], only=True)
        assert found[bill].status is InvoiceStatus.DELETED
        assert found[bill].number == "INV-1"

    def test_an_unknown_one_is_nothing(self, desk: Desk) -> None:
        assert desk.read(ids=["00000000-0000-4000-a000-000000000000"], only=True) == {}

    def test_a_page_of_somebody_on_the_way_is_no_word_of_xeros(self, desk: Desk) -> None:
        bill = desk.books.add_invoice("INV-1", MARCH_1, 150)
        desk.run()
        del desk.books.tables["Invoices"].rows[bill]
        desk.standin.server.before = lambda request: Fault.html(404) if request.path.endswith(bill) else None
        with pytest.raises(Exception, match="cannot answer"):
            desk.read(ids=[bill], only=True)


class TestOddRecords:
    """F-20: one odd record waits, the others go on."""

    @pytest.mark.parametrize(
        ("good", "bad", "told"),
        [
            (b'"Total":77.00', b'"Total":"seventy"', "cannot be read"),
            (b'"Total":77.00', b'"Total":null', "cannot be read"),
            (b'"CurrencyCode":"NZD"}', b'"CurrencyCode":"dollars"}', "currency"),
            (b'"Status":"AUTHORISED"', b'"Status":"PONDERED"', "PONDERED"),
            (b'"Date":"/Date(1772323200000+0000)/"', b'"Date":"/Date(soon)/"', "no day"),
        ],
    )
    def test_it_is_delivered_with_its_problem(self, desk: Desk, good: bytes, bad: bytes, told: str) -> None:
        odd = desk.books.add_invoice("ODD", MARCH_1, 77)
        plain = desk.books.add_invoice("PLAIN", date(2026, 3, 2), 78)
        desk.books.pay(plain, 78, MARCH_20)
        spoilt(lambda body: body.replace(good, bad, 1), desk)
        found = desk.read()
        assert told in found[odd].problem
        assert found[plain].problem == ""
        assert settle(found[plain]).paid_amount == 78

    def test_amounts_as_text_are_amounts(self, desk: Desk) -> None:
        bill = desk.books.add_invoice("INV-1", MARCH_1, 77)
        spoilt(lambda body: body.replace(b'"Total":77.00', b'"Total":"77.00"'), desk)
        assert desk.read()[bill].total == Decimal("77.00")


class TestAccess:
    """BBK-46, BBK-47: what a person must do is said."""

    def test_nobody_signed_in(self, desk: Desk) -> None:
        source = XeroSource(Opening(desk.values, "", MemoryVault()))
        with pytest.raises(SetupError) as refused, source.read(Question(), Watch()):
            pass
        assert refused.value.field == "sign_in"
        assert "company connect" in refused.value.remedy
        assert [step.ok for step in source.check()] == [False]

    def test_the_only_organisation_is_taken(self, desk: Desk) -> None:
        del desk.values["tenant_id"]
        with desk.source.read(Question(), Watch()) as reading:
            assert reading.company.name == "Larkspur Joinery Ltd"

    def test_several_must_be_chosen_from(self, desk: Desk) -> None:
        desk.standin.add_organisation("Elm & Oak Ltd")
        fresh = Desk(desk.standin)
        assert {company.name for company in fresh.companies} == {"Larkspur Joinery Ltd", "Elm & Oak Ltd"}
        del fresh.values["tenant_id"]
        with (
            pytest.raises(SetupError, match="which organisation") as refused,
            fresh.source.read(Question(), Watch()),
        ):
            pass
        assert "Elm & Oak Ltd" in refused.value.remedy

    def test_a_disconnected_organisation(self, desk: Desk) -> None:
        desk.values["tenant_id"] = "11111111-2222-4333-a444-555555555555"
        with (
            pytest.raises(SetupError, match="not connected") as refused,
            desk.source.read(Question(), Watch()),
        ):
            pass
        assert refused.value.field == "sign_in"
