"""The use-case 'overview': what needs a person, how all companies stand, and the money of one (UX-21). Called
by Desk for the window."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from syncdesk.app.views import ConnectionState, InvoiceRow
from syncdesk.model.changes import RunKind, RunResult
from syncdesk.model.money import ZERO
from syncdesk.model.records import RunRecord

WEEKS = 13
"""Weeks that the chart of cash shows, the present one included: a quarter."""
AGES = (30, 60, 90)
"""The last day of each age but the oldest, in days since the invoice's date."""


class NeedKind(StrEnum):
    """Why a company needs a person, the most urgent first."""

    SIGN_IN = "sign_in"
    AUTOMATIC_FAILS = "automatic_fails"
    RUN_WAITS = "run_waits"
    RUN_FAILED = "run_failed"
    ROWS_WAIT = "rows_wait"
    FIRST_RUN = "first_run"
    SILENT = "silent"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that needs a person. `count` is how many rows, or days; `text` what was said of it; `at` when
    it was (aware UTC)."""

    kind: NeedKind
    connection: str
    count: int = 0
    text: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """One connection as the overview shows it: its state, its latest run if there was one (previews and undos
    are none), and what it needs."""

    state: ConnectionState
    last_run: RunRecord | None
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Slice:
    """A bar: the days it covers (None = no end there; both None = no date), what the invoices add up to in
    their currency, how many they are, and the search that finds exactly these."""

    first: date | None
    last: date | None
    amount: Decimal
    count: int
    query: str


@dataclass(frozen=True, slots=True)
class Money:
    """The charts of one currency ('' = none is known). `weeks` are Monday to Sunday, oldest first: Paid
    Amounts by the week of Date Paid; `undated` is paid in part, without a Date Paid. `ages` is what is owed
    by the age of the invoice, youngest first; `ageless` what has no invoice date."""

    currency: str
    weeks: tuple[Slice, ...]
    undated: Slice
    ages: tuple[Slice, ...]
    ageless: Slice


@dataclass(frozen=True, slots=True)
class MoneyOverview:
    """The money of one connection on the day `today` of the company, the currency with most invoices first.
    `unknown` invoices have no known balance, because no run has looked at them."""

    connection: str
    today: date
    moneys: tuple[Money, ...]
    unknown: int


def company(state: ConnectionState, runs: Sequence[RunRecord]) -> Company:
    """A connection with what it needs; `runs` are its latest, newest first."""
    last = next((run for run in runs if run.kind is RunKind.SYNC), None)
    return Company(state, last, tuple(_needs(state, last)))


def _needs(state: ConnectionState, last: RunRecord | None) -> Iterable[Need]:
    name, automatic = state.connection.name, state.automatic
    if state.signs_in and state.signed_in is None:
        yield Need(NeedKind.SIGN_IN, name)
    fails = bool(automatic.failures and automatic.trouble)
    if fails:
        yield Need(NeedKind.AUTOMATIC_FAILS, name, automatic.failures, automatic.trouble, automatic.next_run)
    if last is not None and last.result is RunResult.NEEDS_DECISION and state.has_applied_run:
        yield Need(NeedKind.RUN_WAITS, name, 0, "", last.started_at)
    if last is not None and last.result is RunResult.FAILED and not fails:
        yield Need(NeedKind.RUN_FAILED, name, 0, last.message, last.started_at)
    if state.waiting:
        yield Need(NeedKind.ROWS_WAIT, name, state.waiting)
    if not state.has_applied_run:
        yield Need(NeedKind.FIRST_RUN, name)
    elif automatic.schedule is not None and not automatic.on:
        yield Need(NeedKind.PAUSED, name)
    if automatic.days_without_success and not fails:
        yield Need(NeedKind.SILENT, name, automatic.days_without_success)


def money_overview(connection: str, rows: Iterable[InvoiceRow], today: date) -> MoneyOverview:
    """The charts of these invoices. Pure: every amount counts in exactly one bar, or in none because it lies
    before the first week."""
    by_currency: dict[str, list[InvoiceRow]] = defaultdict(list)
    unknown = 0
    for row in rows:
        by_currency[row.currency].append(row)
        unknown += row.outstanding is None and not row.problem
    moneys = [
        (len(owed), _money(currency, owed, today))
        for currency, owed in by_currency.items()
        if any(row.paid_amount or row.outstanding for row in owed)
    ]
    moneys.sort(key=lambda pair: (-pair[0], pair[1].currency))
    return MoneyOverview(connection, today, tuple(money for _, money in moneys), unknown)


def _money(currency: str, rows: Sequence[InvoiceRow], today: date) -> Money:
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=WEEKS - 1)
    paid: dict[int, list[Decimal]] = defaultdict(list)
    undated: list[Decimal] = []
    ages: dict[int, list[Decimal]] = defaultdict(list)
    ageless: list[Decimal] = []
    for row in rows:
        if row.paid_amount is not None and row.paid_amount > 0:
            if row.date_paid is None:
                undated.append(row.paid_amount)
            else:
                paid[(row.date_paid - first).days // 7].append(row.paid_amount)
        if row.outstanding is not None and row.outstanding > 0:
            if row.invoice_date is None:
                ageless.append(row.outstanding)
            else:
                ages[_age(row.invoice_date, today)].append(row.outstanding)
    where = f'currency:"{currency}"' if currency else "currency:none"
    weeks = []
    for place in range(WEEKS):
        begin = first + timedelta(weeks=place)
        end = begin + timedelta(days=6)
        weeks.append(_slice(begin, end, paid[place], f"date:{begin}..{end} paid>0 {where}"))
    return Money(
        currency,
        tuple(weeks),
        _slice(None, None, undated, f"date:none paid>0 {where}"),
        tuple(_age_slice(place, ages[place], today, where) for place in range(len(AGES) + 1)),
        _slice(None, None, ageless, f"dated:none outstanding>0 {where}"),
    )


def _age(day: date, today: date) -> int:
    """The place of an age among the bars; an invoice of tomorrow is as young as one of today."""
    return sum((today - day).days > limit for limit in AGES)


def _age_slice(place: int, amounts: list[Decimal], today: date, where: str) -> Slice:
    last = None if place == 0 else today - timedelta(days=AGES[place - 1] + 1)
    first = None if place == len(AGES) else today - timedelta(days=AGES[place])
    span = f"{first or ''}..{last or ''}"
    return _slice(first, last, amounts, f"dated:{span} outstanding>0 {where}")


def _slice(first: date | None, last: date | None, amounts: list[Decimal], query: str) -> Slice:
    return Slice(first, last, sum(amounts, ZERO), len(amounts), query)
