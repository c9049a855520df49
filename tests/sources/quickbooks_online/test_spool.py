"""Where payments wait for their invoices, and the compact set of ids."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.sources.quickbooks_online.records import Link, PaymentLine, PaymentRecord, Stamps
from syncdesk.sources.quickbooks_online.spool import Ids, Spool

NOON = datetime(2026, 4, 10, 12, tzinfo=UTC)


@pytest.fixture
def spool() -> Iterator[Spool]:
    """An empty one."""
    made = Spool("USD")
    yield made
    made.close()


def payment(id_: str, invoice: str, amount: int, changed_at: datetime = NOON) -> PaymentRecord:
    """A payment of money on one invoice."""
    line = PaymentLine(Decimal(amount), [Link(invoice, "Invoice")])
    return PaymentRecord(
        id=id_,
        txn_date=date(2026, 3, 20),
        total_amt=Decimal(amount),
        line=[line],
        meta_data=Stamps(changed_at),
    )


def paid(spool: Spool, invoice: str) -> list[tuple[str, str]]:
    """Payment and amount of each share of an invoice."""
    return [(share.payment, share.amount) for share in spool.paid([invoice]).get(invoice, ())]


def test_a_payment_that_comes_again_replaces_itself(spool: Spool) -> None:
    """It changed in mid-walk; F-1: nothing is counted twice."""
    spool.take([payment("9", "1", 10), payment("8", "1", 5)])
    assert paid(spool, "1") == [("9", "10"), ("8", "5")]
    spool.take([payment("9", "2", 7)])
    assert paid(spool, "1") == [("8", "5")]
    assert paid(spool, "2") == [("9", "7")]
    spool.take([PaymentRecord(id="9", total_amt=Decimal(0))])  # voided
    assert paid(spool, "2") == []


def test_what_makes_no_sense_is_forgotten_once_it_does(spool: Spool) -> None:
    """The problem belongs to the payment as it was read last."""
    odd = payment("9", "1", 10)
    odd.total_amt = Decimal(3)
    spool.take([odd])
    assert "do not add up" in spool.problems["9"]
    spool.take([payment("9", "1", 10)])
    assert spool.problems == {}


def test_the_latest_change_of_several_payments_counts(spool: Spool) -> None:
    """And a former target keeps the stamp it has."""
    spool.take([payment("8", "1", 5, NOON + timedelta(hours=1)), payment("9", "1", 5)])
    spool.touch(spool.targets(["8", "9"]))
    spool.touch_former(["1", "2"], NOON + timedelta(days=1))
    assert spool.touched(["1", "2", "3"]) == {"1": NOON + timedelta(hours=1), "2": NOON + timedelta(days=1)}
    assert list(spool.all_touched(1)) == [["1"], ["2"]]


ids = st.one_of(
    st.integers(0, 10**12).map(str),
    st.integers(0, 300).map(str),
    st.text(max_size=4),
    st.just("007"),
    st.just("٣"),
)


@given(st.sets(ids), st.sets(ids))
def test_the_compact_set_is_a_set(inside: set[str], asked: set[str]) -> None:
    """Whatever an id looks like."""
    made = Ids()
    for id_ in inside:
        made.add(id_)
    assert {id_ for id_ in inside | asked if id_ in made} == inside
