"""The service's query language, as far as it is needed: parsing, and finding the rows cheaply.

    SELECT * | COUNT(*) | field, … FROM Entity [WHERE a AND b …] [ORDERBY f [ASC|DESC], …] [STARTPOSITION n]
    [MAXRESULTS n]

Without ORDERBY rows come newest change first. Positions are recomputed for each query.
"""

from __future__ import annotations

import operator
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from tests.standins.quickbooks.faults import bad_query
from tests.standins.quickbooks.records import KINDS, Table
from tests.standins.quickbooks.wire import instant, seconds_of

MOST_ROWS = 1000
COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
TOKEN = re.compile(r"\s*(?:'((?:[^'\\]|\\.)*)'|([A-Za-z_][\w.]*)|(\d+)|(<=|>=|!=|[=<>(),*]))")
Field = tuple[Callable[[Any], Any], Callable[[str], Any]]


def _time(text: str) -> int:
    return seconds_of(instant(text))


COMMON: dict[str, Field] = {
    "id": (operator.attrgetter("id"), int),
    "metadata.createtime": (operator.attrgetter("created"), _time),
    "metadata.lastupdatedtime": (operator.attrgetter("updated"), _time),
}
DATED: dict[str, Field] = {
    **COMMON,
    "txndate": (operator.attrgetter("date"), date.fromisoformat),
    "totalamt": (operator.attrgetter("total"), Decimal),
    "customerref": (operator.attrgetter("customer.id"), int),
}
NUMBERED: dict[str, Field] = {**DATED, "docnumber": (operator.attrgetter("number"), str)}
FIELDS: dict[str, dict[str, Field]] = {
    "Customer": {
        **COMMON,
        "displayname": (operator.attrgetter("name"), str),
        "active": (lambda _: True, lambda text: text.lower() == "true"),
    },
    "Invoice": {
        **NUMBERED,
        "balance": (operator.attrgetter("balance"), Decimal),
        "duedate": (operator.attrgetter("due"), date.fromisoformat),
    },
    "Payment": {**DATED, "paymentrefnum": (operator.attrgetter("number"), str)},
    "CreditMemo": NUMBERED,
    "RefundReceipt": NUMBERED,
    "JournalEntry": {**COMMON, "txndate": DATED["txndate"]},
    "Deposit": {**COMMON, "txndate": DATED["txndate"], "totalamt": DATED["totalamt"]},
}


@dataclass
class Query:
    """A query that was understood."""

    entity: str
    count: bool = False
    columns: list[str] = field(default_factory=list)
    conditions: list[tuple[str, str, list[Any]]] = field(default_factory=list)
    order: list[tuple[str, bool]] = field(default_factory=list)  # (field, descending)
    start: int = 1
    limit: int = 100


class Parser:
    """Reads one query; raises `Refused` with code 4000 (not understood) or 4001 (not valid)."""

    def __init__(self, text: str) -> None:
        self._tokens: list[tuple[str, str]] = []  # (sort, text): 'value', word, number, symbol
        place, text = 0, text.strip()
        while place < len(text):
            found = TOKEN.match(text, place)
            if not found:
                raise bad_query("4000", f"Encountered an unexpected sign at position {place + 1}")
            value, word, number, symbol = found.groups()
            sort = "value" if value is not None else "word" if word else "number" if number else "symbol"
            plain = re.sub(r"\\(.)", r"\1", value) if value is not None else word or number or symbol
            self._tokens.append((sort, plain))
            place = found.end()
        self._next = 0

    def parse(self) -> Query:
        """The whole query."""
        self._word("select")
        count, columns = self._columns()
        self._word("from")
        name = self._take("word")
        entity = next(
            (kind for kind in (*FIELDS, "CompanyInfo", "Preferences") if kind.lower() == name.lower()), ""
        )
        if not entity:
            raise bad_query("4001", f"Invalid context declaration: {name}")
        query = Query(entity, count, columns)
        if self._skip("where"):
            query.conditions.append(self._condition(entity))
            while self._skip("and"):
                query.conditions.append(self._condition(entity))
        if self._skip("orderby") or (self._skip("order") and self._word("by")):
            query.order.append(self._ordering(entity))
            while self._skip(","):
                query.order.append(self._ordering(entity))
        if self._skip("startposition"):
            query.start = int(self._take("number"))
        if self._skip("maxresults"):
            query.limit = int(self._take("number"))
        if self._next < len(self._tokens):
            raise bad_query("4000", f"Encountered {self._tokens[self._next][1]!r}")
        if query.start < 1:
            raise bad_query("4001", "STARTPOSITION value should be greater than 0")
        if query.limit < 1:
            raise bad_query("4001", "MAXRESULTS value should be greater than 0")
        query.limit = min(query.limit, MOST_ROWS)
        return query

    def _columns(self) -> tuple[bool, list[str]]:
        if self._skip("*"):
            return False, []
        if self._skip("count"):
            for symbol in "(*)":
                self._word(symbol)
            return True, []
        columns = [self._take("word")]
        while self._skip(","):
            columns.append(self._take("word"))
        return False, columns

    def _condition(self, entity: str) -> tuple[str, str, list[Any]]:
        name, convert = self._field(entity)
        if self._skip("in"):
            self._word("(")
            values = [self._value(convert)]
            while self._skip(","):
                values.append(self._value(convert))
            self._word(")")
            return name, "in", values
        if self._skip("like"):
            return name, "like", [self._value(str)]
        symbol = self._take("symbol")
        if symbol not in COMPARE:
            raise bad_query("4000", f"Encountered {symbol!r}")
        return name, symbol, [self._value(convert)]

    def _ordering(self, entity: str) -> tuple[str, bool]:
        name, _ = self._field(entity)
        return name, self._skip("desc") or (self._skip("asc") and False)

    def _field(self, entity: str) -> tuple[str, Callable[[str], Any]]:
        name = self._take("word")
        known = FIELDS.get(entity, COMMON).get(name.lower())
        if known is None:
            raise bad_query("4001", f"Property {name} not found for Entity {entity}, or not queryable")
        return name.lower(), known[1]

    def _value(self, convert: Callable[[str], Any]) -> Any:
        sort, plain = self._tokens[self._next] if self._next < len(self._tokens) else ("end", "")
        if sort != "value" and plain.lower() not in ("true", "false"):
            raise bad_query("4000", f"Encountered {plain!r} where a value in single quotes belongs")
        self._next += 1
        try:
            return convert(plain)
        except (ValueError, InvalidOperation) as problem:
            raise bad_query("4001", f"Invalid value {plain!r}") from problem

    def _take(self, sort: str) -> str:
        found, plain = self._tokens[self._next] if self._next < len(self._tokens) else ("end", "the end")
        if found != sort:
            raise bad_query("4000", f"Encountered {plain!r} where a {sort} belongs")
        self._next += 1
        return plain

    def _skip(self, plain: str) -> bool:
        sort, found = self._tokens[self._next] if self._next < len(self._tokens) else ("end", "")
        hit = sort in ("word", "symbol") and found.lower() == plain
        self._next += hit
        return hit

    def _word(self, plain: str) -> bool:
        if not self._skip(plain):
            raise bad_query("4000", f"{plain.upper()} expected")
        return True


def find(table: Table, query: Query, first: int = 0, last: int | None = None) -> list[Any]:
    """The rows of a query in order, from `first` up to `last`. Ids, numbers and change times use an index."""
    fields = FIELDS[table.kind]
    numbers, rest, ordered = _candidates(table, query)
    order = query.order or [("metadata.lastupdatedtime", True)]
    if not rest and [name for name, _ in order] == [ordered]:
        inside = (numbers[::-1] if order[0][1] else numbers)[first:last]
        return [table.rows[number] for number in map(_number, inside)]
    rows: list[Any] = [table.rows[number] for number in map(_number, numbers)]
    for name, symbol, values in rest:
        read = fields[name][0]
        if symbol == "in":
            wanted = set(values)
            rows = [row for row in rows if read(row) in wanted]
        elif symbol == "like":
            pattern = re.compile(".*".join(map(re.escape, values[0].split("%"))), re.IGNORECASE | re.DOTALL)
            rows = [row for row in rows if pattern.fullmatch(str(read(row)))]
        else:
            compare, value = COMPARE[symbol], values[0]
            rows = [row for row in rows if compare(read(row), value)]
    rows = sorted(rows, key=operator.attrgetter("id"), reverse=not query.order)
    for name, descending in reversed(order):
        rows.sort(key=fields[name][0], reverse=descending)
    return rows[first:last]


def _number(key: Any) -> int:
    """The id of an entry of either index."""
    number: int = key[1] if isinstance(key, tuple) else key
    return number


def _candidates(table: Table, query: Query) -> tuple[list[Any], list[tuple[str, str, list[Any]]], str]:
    """Ids or (time, id) worth looking at, the conditions left to test, the field they are in order of."""
    for condition in query.conditions:
        name, symbol, values = condition
        rest = [other for other in query.conditions if other is not condition]
        if name == "id" and symbol in ("=", "in"):
            return [number for number in sorted(set(values)) if number in table.rows], rest, "id"
        if name == "docnumber" and symbol in ("=", "in"):
            numbers = sorted({number for value in values for number in table.numbers.get(value, ())})
            return numbers, rest, "id"
    by_time = not query.order or query.order[0][0] == "metadata.lastupdatedtime"
    name = "metadata.lastupdatedtime" if by_time else "id"
    bounds = [
        (symbol, values[0]) for each, symbol, values in query.conditions if each == name and symbol in COMPARE
    ]
    rest = [each for each in query.conditions if each[0] != name or each[1] not in COMPARE]
    keys: list[Any] = table.by_time if by_time else table.ids
    first, last = 0, len(keys)
    for symbol, value in bounds:
        low, high = ((value,), (value, float("inf"))) if by_time else (value, value)
        if symbol in ("=", ">", ">="):
            first = max(first, bisect_right(keys, high) if symbol == ">" else bisect_left(keys, low))
        if symbol in ("=", "<", "<="):
            last = min(last, bisect_left(keys, low) if symbol == "<" else bisect_right(keys, high))
    return keys[first:last], rest, name


assert set(FIELDS) == set(KINDS)
