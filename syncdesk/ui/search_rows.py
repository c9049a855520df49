"""The invoices behind Invoice Search, prepared once and then filtered, ordered and added up fast. No Qt.

Made on a worker lane by search_tab; 100,000 invoices answer within a few hundredths of a second (F-39).
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal
from fractions import Fraction
from itertools import compress
from typing import Any

from syncdesk.app.search import Query, SearchIndex, fold, needs_attention
from syncdesk.app.views import InvoiceRow
from syncdesk.model.job import RowKey
from syncdesk.model.money import ZERO
from syncdesk.model.settlement import PaymentState
from syncdesk.model.sync_state import SyncState

_CHUNK = 4096
"""Rows sorted at one go: short enough that the window gets its turn between two of them."""
_SAMPLED = 32
"""Of that many sampled keys, one begins a pile."""
_SCALE = 4  # the most digits a currency has: amounts become whole numbers, which sort and add fastest
_DIGITS = re.compile(r"\d+")
_STATES: list[PaymentState | None] = [*PaymentState, None]
_SYNC = [*SyncState]

SUMMED = ("total", "paid_amount", "credited", "outstanding")
"""The figures that are added up below the list."""


def natural_key(text: str) -> str:
    """A text by which numbers inside a text sort as numbers: INV-9 before INV-10 before INV-010a."""
    return _DIGITS.sub(_padded, fold(text))


def _padded(digits: re.Match[str]) -> str:
    significant = digits.group().lstrip("0")
    return f"{len(significant):04d}{significant}"


def _amount_key(amount: Decimal | None) -> Any:
    if amount is None:
        return None
    scaled = amount.scaleb(_SCALE)
    whole = int(scaled)
    return whole if whole == scaled else Fraction(scaled)


def _day_key(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


def _instant_key(instant: datetime | None) -> float | None:
    return None if instant is None else instant.timestamp()


KEYS: dict[str, Callable[[InvoiceRow], Any]] = {
    "number": lambda row: natural_key(row.number) or None,
    "customer": lambda row: natural_key(row.customer) or None,
    "currency": lambda row: row.currency or None,
    "total": lambda row: _amount_key(row.total),
    "paid_amount": lambda row: _amount_key(row.paid_amount),
    "credited": lambda row: _amount_key(row.credited),
    "outstanding": lambda row: _amount_key(row.outstanding),
    "date_paid": lambda row: _day_key(row.date_paid),
    "state": lambda row: _STATES.index(row.state),
    "last_synced": lambda row: _instant_key(row.last_synced),
    "sync": lambda row: _SYNC.index(row.sync),
    "remark": lambda row: fold(row.problem or str(row.reason)) if needs_attention(row) else None,
}
"""What each column is sorted by; None = empty, which always comes last."""


def ordered(keys: Sequence[Any], descending: bool) -> list[int]:
    """The places of the keys in their order: stable in both directions, empty (None) always last.

    Sorting is one call that nothing interrupts, so that a long list is first dealt into piles that follow
    each other, and each pile is sorted by itself."""
    filled = [place for place, key in enumerate(keys) if key is not None]
    empty = [place for place, key in enumerate(keys) if key is None]
    sample = sorted(keys[place] for place in filled[:: max(1, len(filled) // _CHUNK)])
    limits = sample[_SAMPLED::_SAMPLED] if len(filled) > _CHUNK else []
    piles: list[list[int]] = [[] for _ in range(len(limits) + 1)]
    for place in filled:
        piles[bisect_right(limits, keys[place])].append(place)
    if descending:
        piles.reverse()
    found: list[int] = []
    for pile in piles:
        found += sorted(pile, key=keys.__getitem__, reverse=descending)
    return found + empty


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of some rows in one currency. `unknown` counts rows whose figure is not known, by figure."""

    currency: str
    count: int
    sums: dict[str, Decimal]
    unknown: dict[str, int]


class RowView(Sequence[InvoiceRow]):
    """Some of the rows in some order, as places into all of them: making one looks at no row."""

    __slots__ = ("_by_key", "_rows", "places")

    def __init__(self, rows: Sequence[InvoiceRow], places: list[int], by_key: dict[RowKey, int]) -> None:
        self._rows, self.places, self._by_key = rows, places, by_key

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self._rows[place] for place in self.places[index]]
        return self._rows[self.places[index]]

    def __iter__(self) -> Iterator[InvoiceRow]:
        return map(self._rows.__getitem__, self.places)

    def find(self, key: RowKey) -> int | None:
        """Where the row of this key stands, None if it is not shown."""
        try:
            return self.places.index(self._by_key[key])
        except (KeyError, ValueError):
            return None


NO_ROWS = RowView((), [], {})


@dataclass(frozen=True, slots=True)
class Selection:
    """The rows that fulfil a query, in the order asked for, with their totals per currency."""

    rows: RowView
    totals: tuple[Totals, ...]


class InvoiceList:
    """All invoices of one connection. Whatever took time is worked out once and kept."""

    def __init__(self, rows: Sequence[InvoiceRow], zone: tzinfo | None = None) -> None:
        self.rows = tuple(rows)
        self.currencies = sorted({row.currency for row in self.rows})
        self._index = SearchIndex(self.rows, zone)
        self._by_key = {row.key: place for place, row in enumerate(self.rows)}
        self._of_currency = [row.currency for row in self.rows]
        self._orders: dict[tuple[str, bool], list[int]] = {}
        self._amounts: dict[str, tuple[list[Any], bool]] = {}
        self._all: tuple[Totals, ...] | None = None
        self._last: tuple[Query, bytearray, tuple[Totals, ...]] | None = None

    def prepare(self, column: str, descending: bool) -> "InvoiceList":
        """Work out in advance what searching, adding up and this order need. For a worker lane."""
        self._index.prepare()
        self.order(column, descending)
        self._found(Query())
        return self

    def has_order(self, column: str, descending: bool) -> bool:
        """True when this order is known already, or the list is so short that it costs nothing."""
        return (column, descending) in self._orders or len(self.rows) <= _CHUNK

    def order(self, column: str, descending: bool) -> list[int]:
        """The places of all rows in the order of a column; '' = as the job database has them."""
        if not column:
            return list(range(len(self.rows)))
        wanted = (column, descending)
        if wanted not in self._orders:
            read = KEYS[column]
            self._orders[wanted] = ordered([read(row) for row in self.rows], descending)
        return self._orders[wanted]

    def select(self, query: Query, column: str, descending: bool) -> Selection:
        """The rows that fulfil the query, in the order of a column."""
        order = self.order(column, descending)
        chosen, totals = self._found(query)
        places = order if chosen is None else _those(order, chosen)
        return Selection(RowView(self.rows, places, self._by_key), totals)

    def _found(self, query: Query) -> tuple[bytearray | None, tuple[Totals, ...]]:
        """Which rows fulfil the query (None = all), and their sums; kept, since another order asks again."""
        if query.is_empty:
            if self._all is None:
                self._all = self._totals(range(len(self.rows)))
            return None, self._all
        if self._last is None or self._last[0] != query:
            places = self._index.select(query)
            chosen = bytearray(len(self.rows))
            for place in places:
                chosen[place] = 1
            self._last = (query, chosen, self._totals(places))
        return self._last[1:]

    def _amount_column(self, name: str) -> tuple[list[Any], bool]:
        """The amounts as whole numbers, and whether all of them are known."""
        if name not in self._amounts:
            values = [_amount_key(getattr(row, name)) for row in self.rows]
            self._amounts[name] = (values, None not in values)
        return self._amounts[name]

    def _totals(self, places: Sequence[int]) -> tuple[Totals, ...]:
        """Sums per currency, never across currencies; the currency of the most invoices first."""
        groups: dict[str, Sequence[int]] = {}
        if len(self.currencies) == 1:
            groups[self.currencies[0]] = places
        else:
            of = self._of_currency
            groups = {currency: [p for p in places if of[p] == currency] for currency in self.currencies}
        sums = [self._sums(currency, group) for currency, group in groups.items() if len(group)]
        return tuple(sorted(sums, key=lambda total: -total.count))

    def _sums(self, currency: str, places: Sequence[int]) -> Totals:
        sums, unknown = {}, {}
        for name in SUMMED:
            column, complete = self._amount_column(name)
            if complete:
                sums[name], unknown[name] = _amount(_sum(column, places)), 0
                continue
            known = [value for value in map(column.__getitem__, places) if value is not None]
            sums[name], unknown[name] = _amount(sum(known)), len(places) - len(known)
        return Totals(currency, len(places), sums, unknown)


def _those(order: list[int], chosen: bytearray) -> list[int]:
    """The places of an order that are chosen, in pieces between which the window gets its turn."""
    found: list[int] = []
    for start in range(0, len(order), _CHUNK):
        piece = order[start : start + _CHUNK]
        found += compress(piece, map(chosen.__getitem__, piece))
    return found


def _sum(column: Sequence[Any], places: Sequence[int]) -> int | Fraction:
    """The sum of these places of a column, in pieces between which the window gets its turn."""
    total: int | Fraction = 0
    for start in range(0, len(places), _CHUNK):
        total += sum(map(column.__getitem__, places[start : start + _CHUNK]))
    return total


def _amount(scaled: int | Fraction) -> Decimal:
    exact = Fraction(scaled)
    return (Decimal(exact.numerator) / exact.denominator).scaleb(-_SCALE) + ZERO
