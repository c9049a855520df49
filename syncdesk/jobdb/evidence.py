"""What some rows of a table say about its columns, so that a guess need not trust names alone. Called by
jobdb/guess.py and jobdb/guess_columns.py."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.date_formats import date_pattern
from syncdesk.jobdb.faults import Fault, fault_of
from syncdesk.jobdb.schema import TableShape
from syncdesk.model.job import RawValue

ISO = "%Y-%m-%d"
PATTERNS = (
    "%Y/%m/%d",
    "%Y%m%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%m-%d-%Y",
    "%d-%b-%Y",
    "%d %b %Y",
    "%d/%m/%y",
    "%m/%d/%y",
    "%d.%m.%y",
    "%d-%b-%y",
)
_SAMPLE = 300
_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_MONEY_TEXT = re.compile(r"[-(]?\W{0,2}[0-9][0-9.,' ]*\W{0,2}")  # how a driver shows a MONEY column
_CODE = re.compile(r"[A-Za-z]{3}")


class Evidence:
    """Some rows of one table: the newest, and the newest in which something was paid. Of a table whose rows
    this login may not read there is none."""

    def __init__(
        self, connection: sa.Connection, shape: TableShape, names: Collection[str], paid: Sequence[str]
    ) -> None:
        self._connection, self._shape, self._table = connection, shape, shape.clause
        self._names = tuple(dict.fromkeys(names))
        self.readable = True
        self._rows = self._look(paid) if self._names else []

    def values(self, name: str) -> list[RawValue]:
        """What the sample holds in a column, what says nothing left out."""
        at = self._names.index(name)
        return [row[at] for row in self._rows if not says_nothing(row[at])]

    def beside(self, *names: str) -> list[tuple[RawValue, ...]]:
        """What the sample holds in these columns, row by row."""
        at = [self._names.index(name) for name in names]
        return [tuple(row[place] for place in at) for row in self._rows]

    def column(self, names: Sequence[str], limit: int) -> Sequence[Sequence[Any]]:
        """These columns of up to `limit` rows in which the first is filled, newest first."""
        if not self.readable:
            return []
        columns = [self._table.c[name] for name in names]
        return self._connection.execute(self._newest(columns, limit).where(columns[0].is_not(None))).all()

    def _look(self, paid: Sequence[str]) -> list[sa.Row[Any]]:
        columns = [self._table.c[name] for name in self._names]
        part = self._connection.begin_nested()
        try:
            rows = list(self._connection.execute(self._newest(columns, _SAMPLE)))
            if len(rows) == _SAMPLE and paid:
                filled = sa.or_(*(self._table.c[name].is_not(None) for name in paid))
                rows += self._connection.execute(self._newest(columns, _SAMPLE).where(filled))
        except sa.exc.DBAPIError as error:
            if fault_of(error) is not Fault.RIGHTS:
                raise
            self.readable = False
            rows = []
        finally:
            part.rollback()
        return rows

    def _newest(self, columns: Iterable[sa.ColumnElement[Any]], limit: int) -> sa.Select[Any]:
        """By the key where the database keeps one in order; a view would have to be sorted whole."""
        query = sa.select(*columns).select_from(self._table).limit(limit)
        if self._shape.is_view:
            return query
        return query.order_by(*(self._table.c[name].desc() for name in self._shape.primary_key))


def misfit(values: Iterable[RawValue], says: Callable[[RawValue], bool]) -> RawValue:
    """The first of these values that does not say what it should, if most do not; else None."""
    looked_at = list(values)
    wrong = [raw for raw in looked_at if not says(raw)]
    return wrong[0] if 2 * len(wrong) > len(looked_at) else None


def says_nothing(raw: RawValue) -> bool:
    """True for NULL and for text that is empty or blank."""
    return raw is None or (isinstance(raw, str) and not raw.strip())


def says_amount(raw: RawValue) -> bool:
    """Whether it is an amount."""
    if isinstance(raw, str):
        return _PLAIN_NUMBER.fullmatch(raw.strip()) is not None
    return isinstance(raw, int | float | Decimal) and not isinstance(raw, bool)


def says_money(raw: RawValue) -> bool:
    """Whether it is an amount as a MONEY column shows it: some drivers deliver '$1,234.50'."""
    return says_amount(raw) or (isinstance(raw, str) and _MONEY_TEXT.fullmatch(raw.strip()) is not None)


def says_date(raw: RawValue) -> bool:
    """Whether it is a day, or a zero that stands for none."""
    if isinstance(raw, date):
        return True
    if isinstance(raw, int):
        return raw == 0 or reads_as("%Y%m%d", str(raw))
    if not isinstance(raw, str):
        return False
    text = raw.strip()
    return not text.strip(" 0-:/.T") or is_iso(text) or any(reads_as(pattern, text) for pattern in PATTERNS)


def says_currency(raw: RawValue) -> bool:
    """Whether it is a currency code such as GBP."""
    return isinstance(raw, str) and _CODE.fullmatch(raw.strip()) is not None


def is_iso(text: str) -> bool:
    """Whether it is a day written 2026-01-31, with or without a time behind it."""
    return reads_as(ISO, text[:10]) and text[10:11] in ("", " ", "T")


def reads_as(pattern: str, text: str) -> bool:
    """Whether this text is a day of our time by the pattern."""
    try:
        return date_pattern(pattern).read(text) >= date(1970, 1, 1)
    except ValueError:
        return False
