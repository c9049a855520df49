"""The overview: charts that add up and whose bars find their invoices, what needs a person (UX-21, F-41)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from syncdesk.app.desk import open_desk
from syncdesk.app.overview import WEEKS, NeedKind, Slice, company, money_overview
from syncdesk.app.search import parse, search
from syncdesk.app.views import AutomaticState, ConnectionState, InvoiceRow, SyncRequest
from syncdesk.model.changes import RunKind, RunResult
from syncdesk.model.schedule import Schedule
from syncdesk.model.start import StartChoice
from tests.ui.fake_desk import connection, sample_runs

TODAY = date(2026, 4, 10)  # a Friday
NOW = datetime(2026, 4, 10, 8, 30, tzinfo=UTC)

amounts = st.one_of(
    st.none(), st.decimals(Decimal("-50"), Decimal("5000"), places=2, allow_nan=False, allow_infinity=False)
)
days = st.one_of(st.none(), st.dates(date(2025, 10, 1), date(2026, 6, 30)))


@st.composite
def invoices(draw: st.DrawFn) -> list[InvoiceRow]:
    count = draw(st.integers(0, 25))
    return [
        InvoiceRow(
            key=(place,),
            number=str(place),
            customer="",
            currency=draw(st.sampled_from(["GBP", "EUR", ""])),
            total=None,
            paid_amount=draw(amounts),
            date_paid=draw(days),
            outstanding=draw(amounts),
            invoice_date=draw(days),
            problem=draw(st.sampled_from(["", "", "", "unreadable"])),
        )
        for place in range(count)
    ]


@given(invoices())
def test_ux21_every_amount_counts_in_one_bar_and_the_bar_finds_its_invoices(rows: list[InvoiceRow]) -> None:
    made = money_overview("Acme", rows, TODAY)
    assert len({money.currency for money in made.moneys}) == len(made.moneys)
    first_day = TODAY - timedelta(days=TODAY.weekday(), weeks=WEEKS - 1)
    last_day = first_day + timedelta(weeks=WEEKS, days=-1)
    for money in made.moneys:
        own = [row for row in rows if row.currency == money.currency]
        paid = [row for row in own if row.paid_amount is not None and row.paid_amount > 0]
        owed = [row for row in own if row.outstanding is not None and row.outstanding > 0]
        shown = [row for row in paid if row.date_paid is None or first_day <= row.date_paid <= last_day]
        assert sum(s.amount for s in (*money.weeks, money.undated)) == sum(r.paid_amount or 0 for r in shown)
        assert sum(s.amount for s in (*money.ages, money.ageless)) == sum(r.outstanding or 0 for r in owed)
        assert sum(s.count for s in (*money.ages, money.ageless)) == len(owed)
        for one in (*money.weeks, money.undated):
            assert_finds(one, rows, "paid_amount")
        for one in (*money.ages, money.ageless):
            assert_finds(one, rows, "outstanding")
    assert made.unknown == sum(row.outstanding is None and not row.problem for row in rows)


def assert_finds(one: Slice, rows: list[InvoiceRow], figure: str) -> None:
    query = parse(one.query)
    assert query.problems == ()
    found = search(rows, query)
    assert len(found) == one.count
    assert sum((getattr(row, figure) for row in found), Decimal(0)) == one.amount


def test_ux21_weeks_are_monday_to_sunday_and_end_with_this_one() -> None:
    row = InvoiceRow((1,), "1", "", "GBP", None, Decimal(5), TODAY)
    (money,) = money_overview("Acme", [row], TODAY).moneys
    assert len(money.weeks) == WEEKS
    assert (money.weeks[-1].first, money.weeks[-1].last) == (date(2026, 4, 6), date(2026, 4, 12))
    for one, following in zip(money.weeks, money.weeks[1:], strict=False):
        assert one.last is not None
        assert following.first == one.last + timedelta(days=1)
    assert money.weeks[-1].amount == 5


@pytest.mark.parametrize(
    ("days_ago", "place"), [(-20, 0), (0, 0), (30, 0), (31, 1), (60, 1), (61, 2), (90, 2), (91, 3), (4000, 3)]
)
def test_ux21_ages_end_where_they_say(days_ago: int, place: int) -> None:
    day = TODAY - timedelta(days=days_ago)
    row = InvoiceRow((1,), "1", "", "GBP", None, None, None, outstanding=Decimal(5), invoice_date=day)
    (money,) = money_overview("Acme", [row], TODAY).moneys
    assert [one.count for one in money.ages] == [int(n == place) for n in range(4)]


def test_the_currency_with_most_invoices_comes_first_and_empty_ones_are_left_out() -> None:
    def rows(currency: str, count: int, amount: int) -> list[InvoiceRow]:
        return [
            InvoiceRow((currency, n), "1", "", currency, None, Decimal(amount), TODAY) for n in range(count)
        ]

    made = money_overview("Acme", [*rows("EUR", 2, 9), *rows("GBP", 5, 1), *rows("JPY", 9, 0)], TODAY)
    assert [money.currency for money in made.moneys] == ["GBP", "EUR"]
    assert money_overview("Acme", [], TODAY).moneys == ()


# what needs a person


def state(**more: object) -> ConnectionState:
    values: dict[str, object] = {
        "connection": connection("Acme"),
        "last_success": NOW,
        "has_applied_run": True,
        "waiting": 0,
        "source_label": "GnuCash",
        "limits": "",
    }
    return ConnectionState(**(values | more))  # type: ignore[arg-type]


def kinds(one: ConnectionState, *results: RunResult) -> list[NeedKind]:
    run = sample_runs()[0]
    runs = [replace(run, kind=RunKind.SYNC, result=result) for result in results]
    return [need.kind for need in company(one, runs).needs]


@pytest.mark.parametrize(
    ("one", "results", "expected"),
    [
        (state(), (RunResult.SUCCESS,), []),
        (state(), (), []),
        (state(waiting=3), (RunResult.PARTIAL,), [NeedKind.ROWS_WAIT]),
        (state(), (RunResult.NEEDS_DECISION,), [NeedKind.RUN_WAITS]),
        (state(), (RunResult.FAILED,), [NeedKind.RUN_FAILED]),
        (state(), (RunResult.SUCCESS, RunResult.FAILED), []),  # mended since
        (state(signs_in=True), (), [NeedKind.SIGN_IN]),
        (state(has_applied_run=False), (RunResult.NEEDS_DECISION,), [NeedKind.FIRST_RUN]),
        (state(automatic=AutomaticState(days_without_success=4)), (), [NeedKind.SILENT]),
        (
            state(automatic=AutomaticState(on=False, schedule=Schedule(every=5))),
            (),
            [NeedKind.PAUSED],
        ),
        (
            state(
                automatic=AutomaticState(
                    schedule=Schedule(every=5), failures=2, trouble="Gone.", days_without_success=4
                )
            ),
            (RunResult.FAILED,),
            [NeedKind.AUTOMATIC_FAILS],  # said once
        ),
    ],
)
def test_what_needs_a_person_is_named_once(
    one: ConnectionState, results: tuple[RunResult, ...], expected: list[NeedKind]
) -> None:
    assert kinds(one, *results) == expected


def test_a_preview_is_no_run_of_the_company() -> None:
    preview = replace(sample_runs()[0], kind=RunKind.PREVIEW, result=RunResult.NEEDS_DECISION)
    found = company(state(), [preview])
    assert (found.last_run, found.needs) == (None, ())


def test_the_sample_company_has_its_overview(syncdesk_home: Path) -> None:
    """Through the real rooms: the sums are those of the job database."""
    desk = open_desk()
    name = desk.prepare_demo()
    (before,) = desk.standing()
    assert [need.kind for need in before.needs] == [NeedKind.FIRST_RUN]
    request = SyncRequest(connection=name, choice=StartChoice.MONTH, accept_first=True)
    desk.sync(request, lambda: False, lambda _: None)
    (after,) = desk.standing()
    assert after.last_run is not None
    assert NeedKind.FIRST_RUN not in {need.kind for need in after.needs}
    rows, made = desk.invoices(name), desk.money(name)
    for money in made.moneys:
        owed = sum(
            (r.outstanding for r in rows if r.currency == money.currency and (r.outstanding or 0) > 0),
            Decimal(0),
        )  # type: ignore[misc]
        assert sum(one.amount for one in (*money.ages, money.ageless)) == owed
    assert made.moneys[0].currency == "GBP"
