"""The query language of Invoice Search (UX-18): words, field:value, comparisons, ranges, minus for not.

The window and `syncdesk invoices --search` parse a text, build one index over the rows, and let the query
pick from it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from typing import Any

from syncdesk.app.search_values import (
    DaySpan,
    SearchProblem,
    Span,
    Unreadable,
    read_amounts,
    read_days,
    read_states,
    read_syncs,
    state_mark,
    sync_word,
)
from syncdesk.app.views import InvoiceRow
from syncdesk.model.changes import Outcome

Test = Callable[[Any], bool]

TEXT_FIELDS = ("number", "customer", "currency")
AMOUNT_FIELDS = ("total", "paid", "credited", "outstanding")
DAY_FIELDS = ("date", "dated", "synced")
FIELDS = ("number", "customer", "state", "sync", *AMOUNT_FIELDS, *DAY_FIELDS, "currency", "books")
_ALIASES = {
    "invoice": "number",
    "no": "number",
    "name": "customer",
    "status": "state",
    "paid_amount": "paid",
    "credit": "credited",
    "owed": "outstanding",
    "owing": "outstanding",
    "date_paid": "date",
    "last_synced": "synced",
    "invoice_date": "dated",
    "source": "books",
}

_TOKEN = re.compile(
    r"""
    (?P<minus>-?)
    (?:(?P<field>[^\W\d][\w-]*)\s*(?P<operator>>=|<=|[:=<>])\s*)?
    (?P<value>(?:"[^"]*"?|[^\s"])*(?:\s+\.\.\s+[^\s"]+)?)
    """,
    re.VERBOSE,
)
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)


def fold(text: str) -> str:
    """The text as search compares it, without case and accents: 'Ærø  Café' becomes 'aero cafe'."""
    if text.isascii():
        return " ".join(text.lower().split())
    letters = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.casefold().translate(_UNDECOMPOSED).split())


def needs_attention(row: InvoiceRow) -> bool:
    """True for a row that cannot be read, or whose last run left it undecided or failed."""
    return bool(row.problem) or row.outcome in (Outcome.CONFLICT, Outcome.FAILED)


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is '' for a word, which may stand in the number or in the customer.

    `wanted` is folded text (contained, or with `exact` equal), a span of amounts or days, or a set of state
    marks; None = nothing there.
    """

    field: str
    wanted: str | Span | DaySpan | frozenset[str] | None
    negated: bool = False
    exact: bool = False

    def test(self, zone: tzinfo | None) -> Test:
        """The condition as a function of one value of the field's column, without the negation."""
        wanted = self.wanted
        if wanted is None:
            return lambda value: value is None or value == ""
        if isinstance(wanted, Span):
            return wanted.test()
        if isinstance(wanted, DaySpan):
            return _instants(wanted, zone) if self.field == "synced" else wanted.test()
        if isinstance(wanted, frozenset):
            return wanted.__contains__
        if self.exact:
            return wanted.__eq__
        return lambda value: wanted in value


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed text. Every term must hold. `problems` are the parts that could not be understood; they do not
    filter."""

    text: str = ""
    terms: tuple[Term, ...] = ()
    problems: tuple[SearchProblem, ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """True when it filters nothing."""
        return not self.terms


class SearchIndex:
    """Rows prepared for many searches: folded texts, and each column only when a term first asks for it.

    `zone` decides which calendar day an instant belongs to (None = this computer's zone).
    """

    def __init__(self, rows: Sequence[InvoiceRow], zone: tzinfo | None = None) -> None:
        self.rows = rows
        self._zone = zone
        self._columns: dict[str, list[Any]] = {}

    @cached_property
    def words(self) -> list[str]:
        """Per row the folded number and customer, with a line break between that no word can contain."""
        return [
            f"{number}\n{name}"
            for number, name in zip(self.column("number"), self.column("customer"), strict=True)
        ]

    def prepare(self) -> None:
        """Read all columns now, so that no later search has to: for long lists, off the main thread."""
        for name in FIELDS:
            self.column(name)
        _ = self.words

    def column(self, name: str) -> list[Any]:
        """The values that terms on this field are tested against, row by row."""
        if name not in self._columns:
            read = _READERS[name]
            self._columns[name] = [read(row) for row in self.rows]
        return self._columns[name]

    def select(self, query: Query) -> list[int]:
        """The indices of the rows that fulfil every term, ascending."""
        chosen: Iterable[int] = range(len(self.rows))
        for term in query.terms:
            column = self.words if not term.field else self.column(term.field)
            chosen = _narrow(chosen, column, term, self._zone)
        return list(chosen)


def _narrow(chosen: Iterable[int], column: list[Any], term: Term, zone: tzinfo | None) -> list[int]:
    wanted = term.wanted
    if isinstance(wanted, str) and not term.exact:  # the common case, without a call per row
        if term.negated:
            return [index for index in chosen if wanted not in column[index]]
        return [index for index in chosen if wanted in column[index]]
    test = term.test(zone)
    if term.negated:
        return [index for index in chosen if not test(column[index])]
    return [index for index in chosen if test(column[index])]


def search(rows: Sequence[InvoiceRow], query: Query, zone: tzinfo | None = None) -> list[InvoiceRow]:
    """The rows that fulfil the query, in their order."""
    return [rows[index] for index in SearchIndex(rows, zone).select(query)]


def parse(text: str, decimal_point: str = ".", today: date | None = None) -> Query:
    """Read a search text. Never raises: what cannot be understood is listed in `problems` with its place.

    `decimal_point` is '.' or ',', as the person writes amounts. `today` is the day that words such as
    'this-week' are reckoned from; without it they are not understood.
    """
    terms: list[Term] = []
    problems: list[SearchProblem] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = _TOKEN.match(text, position)
        if match is None or match.end() == position:
            break
        position = match.end()
        try:
            terms.append(_term(match, decimal_point, today))
        except Unreadable as fault:
            term = match.group().rstrip()
            problems.append(SearchProblem(match.start(), len(term), term, fault.code, fault.values))
    return Query(text, tuple(terms), tuple(problems))


def _term(match: re.Match[str], decimal_point: str, today: date | None) -> Term:
    negated = bool(match["minus"])
    value = match["value"].replace('"', "").strip()
    if match["field"] is None:
        return _word(match["value"], value, negated)
    name = match["field"].casefold()
    name = _ALIASES.get(name.replace("-", "_"), name)
    if name not in FIELDS:
        raise Unreadable("unknown_field", field=match["field"], fields=", ".join(FIELDS))
    if not value:
        raise Unreadable("needs_value", field=name)
    operator = match["operator"]
    bare = '"' not in match["value"]  # in quotes it is what somebody is called
    if (
        bare
        and operator in (":", "=")
        and value.casefold() in ("none", "empty")
        and name not in ("state", "sync")
    ):
        return Term(name, None, negated)
    if name in AMOUNT_FIELDS:
        return Term(name, read_amounts(operator, value, decimal_point), negated)
    if name in DAY_FIELDS:
        return Term(name, read_days(operator, value, today), negated)
    if operator not in (":", "="):
        raise Unreadable("no_comparison", field=name)
    if name in ("state", "sync"):
        return Term(name, read_states(value) if name == "state" else read_syncs(value), negated)
    if not fold(value):
        raise Unreadable("needs_value", field=name)
    return Term(name, fold(value), negated, exact=operator == "=" or name == "currency")


def _word(raw: str, value: str, negated: bool) -> Term:
    folded = fold(value)
    if not folded:
        raise Unreadable("lone_minus" if negated else "needs_word")
    if raw[0] in "<>=:":
        raise Unreadable("needs_field", term=raw)
    return Term("", folded, negated)


def _instants(days: DaySpan, zone: tzinfo | None) -> Test:
    low = _first_moment(days.low, zone) if days.low is not None else None
    high = (
        _first_moment(days.high + timedelta(days=1), zone)
        if days.high is not None and days.high < date.max
        else None
    )

    def within(value: datetime | None) -> bool:
        return value is not None and (low is None or low <= value) and (high is None or value < high)

    return within


def _first_moment(day: date, zone: tzinfo | None) -> datetime:
    moment = datetime.combine(day, time(), tzinfo=zone or datetime.now(UTC).astimezone().tzinfo)
    if day.year in (date.min.year, date.max.year):  # converting could leave the calendar
        return moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC)


_READERS: dict[str, Callable[[InvoiceRow], Any]] = {
    "number": lambda row: fold(row.number),
    "customer": lambda row: fold(row.customer),
    "currency": lambda row: fold(row.currency),
    "books": lambda row: fold(row.source_id or ""),
    "sync": lambda row: sync_word(row.sync),
    "state": lambda row: state_mark(row.state, needs_attention(row)),
    "total": lambda row: row.total,
    "paid": lambda row: row.paid_amount,
    "credited": lambda row: row.credited,
    "outstanding": lambda row: row.outstanding,
    "date": lambda row: row.date_paid,
    "dated": lambda row: row.invoice_date,
    "synced": lambda row: row.last_synced,
}
