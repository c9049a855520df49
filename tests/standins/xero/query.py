"""What a list may be asked: the filter language of `where`, `order`, comma lists, pages,
If-Modified-Since."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from tests.standins.xero.records import Record, Table
from tests.standins.xero.refusals import invalid, query_refused

Test = Callable[[Any], bool]

DOCUMENT: dict[str, Callable[[Any], Any]] = {
    "type": lambda row: row.type,
    "status": lambda row: row.status,
    "date": lambda row: row.date,
    "reference": lambda row: row.reference,
    "total": lambda row: row.total,
    "contact.contactid": lambda row: row.contact.id,
    "contact.name": lambda row: row.contact.name,
    "updateddateutc": lambda row: row.updated,
}
FIELDS: dict[str, dict[str, Callable[[Any], Any]]] = {
    "Invoices": DOCUMENT
    | {
        "invoiceid": lambda row: row.id,
        "invoicenumber": lambda row: row.number,
        "duedate": lambda row: row.due,
        "amountdue": lambda row: row.open,
        "amountpaid": lambda row: row.paid,
        "currencycode": lambda row: row.currency,
    },
    "Payments": {
        "paymentid": lambda row: row.id,
        "paymenttype": lambda row: row.type,
        "status": lambda row: row.status,
        "date": lambda row: row.date,
        "amount": lambda row: row.amount,
        "reference": lambda row: row.reference,
        "invoice.invoiceid": lambda row: row.target.id,
        "updateddateutc": lambda row: row.updated,
    },
    "CreditNotes": DOCUMENT
    | {"creditnoteid": lambda row: row.id, "creditnotenumber": lambda row: row.number},
    "Overpayments": DOCUMENT | {"overpaymentid": lambda row: row.id},
    "Prepayments": DOCUMENT | {"prepaymentid": lambda row: row.id},
}
TOKEN = re.compile(
    r'\s*(?:(?P<text>"[^"]*")|(?P<date>DateTime\(\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\))|(?P<guid>guid\("[^"]*"\))'
    r"|(?P<op>==|!=|>=|<=|=|>|<)|(?P<join>&&|\|\||\bAND\b|\bOR\b)|(?P<open>\()|(?P<close>\))"
    r"|(?P<number>-?\d+(?:\.\d+)?)|(?P<name>[A-Za-z][\w.]*))",
    re.IGNORECASE,
)
OPERATORS: dict[str, Callable[[Any, Any], bool]] = {
    "==": lambda a, b: a == b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
}
SINCE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?")


class Where:
    """A parsed filter. AND binds stronger than OR; names of fields may be in any case."""

    def __init__(self, text: str, plural: str) -> None:
        self.fields, self.plural = FIELDS[plural], plural
        self.tokens: list[tuple[str, str]] = []
        position, text = 0, text.strip()
        while position < len(text):
            found = TOKEN.match(text, position)
            if found is None:
                raise query_refused(f"Syntax error (at index {position})")
            self.tokens.append((found.lastgroup or "", found.group().strip()))
            position = found.end()
        self.test = self._any()
        if self.tokens:
            raise query_refused(f"Unexpected {self.tokens[0][1]}")

    def _any(self) -> Test:
        tests = [self._all()]
        while self._joined("||", "OR"):
            tests.append(self._all())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def _all(self) -> Test:
        tests = [self._one()]
        while self._joined("&&", "AND"):
            tests.append(self._one())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _joined(self, *words: str) -> bool:
        if self.tokens and self.tokens[0][0] == "join" and self.tokens[0][1].upper() in words:
            self.tokens.pop(0)
            return True
        return False

    def _one(self) -> Test:
        kind, word = self._next()
        if kind == "open":
            inner = self._any()
            if self._next()[0] != "close":
                raise query_refused("')' or operator expected")
            return inner
        field = self.fields.get(word.lower()) if kind == "name" else None
        if field is None:
            raise query_refused(
                f"No property or field '{word}' exists in type '{self.plural[:-1]}' (at index 0)"
            )
        compare, operator = self._next()
        value = self._value(*self._next())
        if compare != "op":
            raise query_refused("Operator expected")
        test = OPERATORS[operator]

        def holds(row: Any) -> bool:
            mine = field(row)
            if isinstance(mine, date) != isinstance(value, date) or isinstance(mine, str) != isinstance(
                value, str
            ):
                raise query_refused(
                    f"Operator '{operator}' incompatible with operand types of '{word}' (at index 0)"
                )
            return test(mine, value)

        return holds

    def _next(self) -> tuple[str, str]:
        if not self.tokens:
            raise query_refused("Expression expected")
        return self.tokens.pop(0)

    @staticmethod
    def _value(kind: str, word: str) -> Any:
        if kind == "text":
            return word[1:-1]
        if kind == "guid":
            return word[6:-2].lower()
        if kind == "number":
            return Decimal(word)
        if kind == "date":
            year, month, number = (int(part) for part in re.findall(r"\d+", word))
            return date(year, month, number)
        raise query_refused(f"No value can be read from '{word}'")


def since(header: str) -> int | None:
    """The moment of If-Modified-Since in milliseconds; None without one, and for a badly formed one."""
    found = SINCE.fullmatch(header.strip())
    if found is None:
        return None
    zone = found[8] or "Z"
    try:
        moment = datetime.fromisoformat(
            f"{found[1]}-{found[2]}-{found[3]}T{found[4] or '00'}:{found[5] or '00'}:{found[6] or '00'}"
            + ("+00:00" if zone == "Z" else f"{zone[:3]}:{zone[-2:]}")
        )
    except ValueError:
        return None
    return int(moment.astimezone(UTC).timestamp() * 1000) + int(float(found[7] or 0) * 1000)


def matching(table: Table, asked: Mapping[str, str], after: int | None, inclusive: bool) -> list[Any]:
    """Every row that answers the question, in the order asked for, else in that of changes or creation."""
    rows: list[Any] = list(table.rows.values())
    if after is not None:
        rows, find = list(table.by_time()), bisect_left if inclusive else bisect_right
        rows = rows[find(rows, after, key=lambda row: row.updated) :]
    if table.plural == "Invoices":
        rows = _listed(rows, asked)
    if asked.get("where", "").strip():
        test = Where(asked["where"], table.plural).test
        rows = [row for row in rows if test(row)]
    for part in reversed([part for part in asked.get("order", "").split(",") if part.strip()]):
        words = part.split()
        field = FIELDS[table.plural].get(words[0].lower())
        direction = words[1].upper() if len(words) > 1 else "ASC"
        if field is None or direction not in ("ASC", "DESC") or len(words) > 2:
            raise query_refused(f"No property or field '{words[0]}' exists in type '{table.plural[:-1]}'")
        rows.sort(key=field, reverse=direction == "DESC")
    return rows


def _listed(rows: list[Any], asked: Mapping[str, str]) -> list[Any]:
    """What only /Invoices can be asked: comma lists, and invoices of archived contacts."""
    for name, field in (
        ("ids", lambda row: row.id),
        ("statuses", lambda row: row.status),
        ("invoicenumbers", lambda row: row.number),
        ("contactids", lambda row: row.contact.id),
    ):
        if asked.get(name):
            wanted = {each.strip().strip('"') for each in asked[name].split(",")}
            if name.endswith("ids"):
                wanted = {each.lower() for each in wanted}
            rows = [row for row in rows if field(row) in wanted]
    if asked.get("includearchived", "").lower() != "true":
        rows = [row for row in rows if not row.contact.archived]
    return rows


def paging(asked: Mapping[str, str]) -> tuple[int, int] | None:
    """Page and its size, or None where no page was asked for (the size is then ignored)."""
    if "page" not in asked:
        return None
    size = asked.get("pagesize", "100")
    if not asked["page"].isdecimal() or int(asked["page"]) < 1:
        raise invalid("page must be a number from 1")
    if not size.isdecimal() or not 1 <= int(size) <= 1000:
        raise invalid("pageSize must be a number from 1 to 1000")
    return int(asked["page"]), int(size)


def records(rows: list[Record], pages: tuple[int, int] | None) -> list[Record]:
    """The rows of one page."""
    if pages is None:
        return rows
    page, size = pages
    return rows[(page - 1) * size : page * size]
