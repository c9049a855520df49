"""A comparison with the books: both sides of every invoice, the difference, its cause, and sums that close
(UX-24). Values only; made by engine/compare.py, shown by window, command line and export.

The rule of the sums, per currency: paid according to the books - paid according to the job database = the sum
of the differences over the causes, exactly. Every document of the books and every row of the job database
stands in one line, so nothing is counted twice and nothing is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Context, Decimal
from enum import StrEnum
from typing import TypeVar

from syncdesk.model.job import RowKey
from syncdesk.model.money import ZERO, minor_unit
from syncdesk.model.reasons import Reason

_V = TypeVar("_V")
_EXACT = Context(prec=200)  # sums of whatever a column can hold, without rounding


class Cause(StrEnum):
    """Why the two sides of a line differ, in the order of the lists: what needs a person first."""

    CHANGED_HERE = "changed_here"
    CREDITS = "credits"  # the job database counts credits as money
    OTHER_TOTAL = "other_total"
    OTHER_CUSTOMER = "other_customer"
    OTHER_CURRENCY = "other_currency"
    TWO_ROWS = "two_rows"
    TWO_INVOICES = "two_invoices"
    DELETED_AT_SOURCE = "deleted_at_source"
    UNREADABLE = "unreadable"
    WAITING = "waiting"
    NOT_IN_JOB_DATABASE = "not_in_job_database"
    NOT_IN_BOOKS = "not_in_books"
    DUE = "due"  # a run that looks at it would write it
    KEPT = "kept"  # as a person decided
    OTHER_NUMBER = "other_number"
    NOT_OURS = "not_ours"
    NOT_AN_INVOICE = "not_an_invoice"
    NOTHING_TO_PAY = "nothing_to_pay"
    AGREES = "agrees"


_QUIET = frozenset({Cause.NOT_OURS, Cause.NOT_AN_INVOICE, Cause.NOTHING_TO_PAY, Cause.AGREES})
_PLACE = {cause: place for place, cause in enumerate(Cause)}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; None = open. Raises ValueError if it ends before it
    begins."""

    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError("the period ends before it begins")

    @property
    def is_open(self) -> bool:
        """True for all time: what has no day belongs to it too."""
        return self.first is None and self.last is None

    def covers(self, day: date) -> bool:
        """True if the day lies in the period."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


ALL_TIME = Period()


@dataclass(frozen=True, slots=True)
class BooksSide:
    """What the books say of one invoice by the settlement rule. `paid_amount` None = it cannot be told, or it
    is no invoice; it then counts as nothing."""

    total: Decimal
    paid_amount: Decimal | None
    date_paid: date | None = None
    credited: Decimal | None = None
    outstanding: Decimal | None = None


@dataclass(frozen=True, slots=True)
class JobSide:
    """What the row holds. `paid_amount` None = it cannot be read; it then counts as nothing. `total` None =
    not mapped or empty."""

    total: Decimal | None
    paid_amount: Decimal | None
    date_paid: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One invoice of the books with its row, or the one without the other (None), with the cause why they
    differ and the sentence for it.

    `day` is the invoice's own date in the books, else that of the row; it alone decides to which period the
    line belongs, so that periods side by side add up. Two rows, two invoices or two currencies cannot be
    paired: each side then has a line of its own, with the same cause."""

    invoice_number: str
    source_id: str | None
    job_key: RowKey | None
    job_number: str
    customer: str
    currency: str
    day: date | None
    cause: Cause
    reason: Reason
    notes: tuple[Reason, ...] = ()
    books: BooksSide | None = None
    job: JobSide | None = None

    @property
    def books_paid(self) -> Decimal:
        """What counts as paid on the side of the books."""
        return ZERO if self.books is None or self.books.paid_amount is None else self.books.paid_amount

    @property
    def job_paid(self) -> Decimal:
        """What counts as paid on the side of the job database."""
        return ZERO if self.job is None or self.job.paid_amount is None else self.job.paid_amount

    @property
    def difference(self) -> Decimal:
        """The books' Paid Amount less that of the job database."""
        return _EXACT.subtract(self.books_paid, self.job_paid)

    @property
    def differs(self) -> bool:
        """True if a person may want to look at it. What is left alone by rule (not ours, nothing to pay) does
        so only where it moves the sums."""
        return self.cause not in _QUIET or bool(self.difference)


@dataclass(frozen=True, slots=True)
class CurrencySums:
    """The sums of one currency. `difference` is `books_paid` - `job_paid` and the sum of `by_cause`, exactly.

    `by_cause` and `counts` name every cause that a line has, also where it moves nothing; `lines` counts
    all."""

    currency: str
    books_paid: Decimal
    job_paid: Decimal
    difference: Decimal
    by_cause: dict[Cause, Decimal]
    counts: dict[Cause, int]
    lines: int

    @property
    def closes(self) -> bool:
        """True if the differences over the causes explain the whole difference."""
        total = ZERO
        for amount in self.by_cause.values():
            total = _EXACT.add(total, amount)
        return total == self.difference == _EXACT.subtract(self.books_paid, self.job_paid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Both sides of one connection at one moment (`as_of`, the books' clock).

    `lines` are those of the period, `undated` those without a day on either side while the period is bounded:
    they are in no sum but their own. `outside` counts the lines of other days, so that the three add up to
    all. `brake` says why a run would wait as a whole; `run_under_way` that a run wrote, or may have written,
    while this was read."""

    connection: str
    period: Period
    as_of: datetime
    lines: tuple[Line, ...]
    undated: tuple[Line, ...] = ()
    outside: int = 0
    brake: Reason | None = None
    run_under_way: bool = False
    sums: tuple[CurrencySums, ...] = field(init=False)
    undated_sums: tuple[CurrencySums, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sums", sums_of(self.lines))
        object.__setattr__(self, "undated_sums", sums_of(self.undated))

    @property
    def agrees(self) -> bool:
        """True if no line differs, the undated ones included."""
        return not any(line.differs for line in (*self.lines, *self.undated))

    @property
    def counts(self) -> dict[Cause, int]:
        """How many lines of the period each cause has; causes without any are left out."""
        counts = dict.fromkeys(Cause, 0)
        for sums in self.sums:
            for cause, number in sums.counts.items():
                counts[cause] += number
        return {cause: number for cause, number in counts.items() if number}


def sums_of(lines: Iterable[Line]) -> tuple[CurrencySums, ...]:
    """The sums of these lines, a currency at a time, by code."""
    books: dict[str, Decimal] = {}
    job: dict[str, Decimal] = {}
    causes: dict[str, dict[Cause, Decimal]] = {}
    counts: dict[str, dict[Cause, int]] = {}
    add = _EXACT.add
    for line in lines:
        currency, cause = line.currency, line.cause
        books[currency] = add(books.get(currency, ZERO), line.books_paid)
        job[currency] = add(job.get(currency, ZERO), line.job_paid)
        amounts, numbers = causes.setdefault(currency, {}), counts.setdefault(currency, {})
        amounts[cause] = add(amounts.get(cause, ZERO), line.difference)
        numbers[cause] = numbers.get(cause, 0) + 1
    return tuple(
        CurrencySums(
            currency,
            books[currency],
            job[currency],
            _EXACT.subtract(books[currency], job[currency]),
            _in_order(causes[currency]),
            _in_order(counts[currency]),
            sum(counts[currency].values()),
        )
        for currency in sorted(books)
    )


def _in_order(by_cause: dict[Cause, _V]) -> dict[Cause, _V]:
    return {cause: by_cause[cause] for cause in Cause if cause in by_cause}


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Lines by cause, what needs a person first, then by number: the order every screen and file shows."""
    return sorted(lines, key=lambda line: (_PLACE[line.cause], line.invoice_number, line.source_id or ""))


def exact_amount(amount: Decimal, currency: str) -> Decimal:
    """The amount with at least the currency's digits; with more where a column holds more, so that what is
    shown adds up."""
    rounded = _EXACT.quantize(amount, minor_unit(currency))
    return _EXACT.add(rounded if rounded == amount else _EXACT.normalize(amount), ZERO)


def exact_text(amount: Decimal, currency: str) -> str:
    """:func:`exact_amount` as plain digits."""
    return f"{exact_amount(amount, currency):f}"
