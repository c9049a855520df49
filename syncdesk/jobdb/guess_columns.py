"""Chooses the columns of one table by name, type and what they hold, and says what is less than certain.
Called by jobdb/guess.py."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import shown
from syncdesk.jobdb.evidence import Evidence, misfit, says_amount, says_currency, says_date, says_money
from syncdesk.jobdb.guess_formats import number_of
from syncdesk.jobdb.naming import MONEY, WELL, ranked, squeeze
from syncdesk.jobdb.number_rule import count_found, guess_number_rule
from syncdesk.jobdb.rows import number_text
from syncdesk.jobdb.schema import ColumnShape, TableShape
from syncdesk.model.job import NumberRule, RawValue
from syncdesk.model.money import minor_digits

NEEDED = {"number": "the invoice number", "paid_amount": "Paid Amount", "date_paid": "Date Paid"}
EXTRA = {
    "total": "the total",
    "currency": "the currency",
    "customer": "the customer",
    "invoice_date": "the invoice date",
}
_CLOSE = 10  # points between two columns that make the choice a doubt
_LOOKED_AT = 4  # columns for one part whose values are looked at
_NUMBERS = 50_000
_TELLING = 3  # invoices whose totals must differ before that says something
_FLAG = frozenset({0, 1})
_UNFIT_KEY = (sa.types.LargeBinary, sa.types.Float, sa.types.Date, sa.types.DateTime, sa.types.Time)
_WRONG = {"paid_amount": "is no amount", "total": "is no amount", "currency": "is no currency code"}


@dataclass(frozen=True, slots=True)
class KnownInvoice:
    """What the books say of one invoice, to compare a job database with; None = the total is not known."""

    number: str
    total: Decimal | None = None
    currency: str = ""


@dataclass(slots=True)
class Chosen:
    """The columns taken, the number rule, and the stored pairs of number and total that were compared."""

    names: dict[str, str] = field(default_factory=dict)
    rule: NumberRule = field(default_factory=NumberRule)
    matched: list[tuple[RawValue, Decimal, str]] = field(default_factory=list)


def worth_looking_at(columns: Sequence[ColumnShape]) -> tuple[str, ...]:
    """The columns whose values a choice may depend on."""
    parts = (*NEEDED, *EXTRA)
    return tuple(dict.fromkeys(name for part in parts for _, name in ranked(columns, part)[:_LOOKED_AT]))


class ColumnChooser:
    """Chooses the columns of one table and adds to `doubts` whatever is less than certain."""

    def __init__(
        self, shape: TableShape, evidence: Evidence, books: Sequence[KnownInvoice], doubts: list[str]
    ) -> None:
        self._shape = shape
        self._evidence = evidence
        self._books = books
        self._doubts = doubts
        self._numbers: dict[str, list[str]] = {}

    def choose(self) -> Chosen:
        """All columns of the mapping but the key."""
        chosen = Chosen()
        chosen.names["number"], chosen.rule = self._number()
        for part in ("paid_amount", "date_paid"):
            chosen.names[part] = self._needed(part, chosen.names.values())
        for part in EXTRA:
            chosen.names[part] = self._extra(part, chosen)
        self._compare_totals(chosen)
        return chosen

    def key(self, number: str) -> tuple[str, ...]:
        """What tells the rows apart: the primary key, else what the database keeps unique, else a doubt."""
        unique = sorted((sorted(columns) for columns in self._shape.unique), key=len)
        for key in (self._shape.primary_key, *unique):
            if key and not any(isinstance(self._type(name), _UNFIT_KEY) for name in key):
                return tuple(key)
        name = next((c.name for c in self._shape.columns if squeeze(c.name) in ("id", "invoiceid")), number)
        what = "A view has no key" if self._shape.is_view else "The table has no primary key"
        self._doubts.append(f"{what}; '{name}' is taken for it.")
        return (name,)

    def values(self, name: str) -> list[RawValue]:
        """What the rows looked at hold in a column."""
        return self._evidence.values(name)

    # number

    def _number(self) -> tuple[str, NumberRule]:
        """The column with the best name; where the books' numbers say otherwise, theirs."""
        options = ranked(self._shape.columns, "number")[:_LOOKED_AT]
        best, name = options[0]
        others = [other for _, other in options[1:]]
        close = [other for score, other in options[1:] if best - score <= _CLOSE]
        rule, found = self._rule_of(name)
        if not found and self._books and self._stored(name):
            ours = {other: self._rule_of(other) for other in others}
            better = max(others, key=lambda other: ours[other][1], default="")
            if better and ours[better][1]:
                self._doubts.append(f"The numbers of the books are found in '{better}', not in '{name}'.")
                name, (rule, found) = better, ours[better]
            else:
                self._doubts.append(
                    f"No number of the books is found in '{name}': check column and number rule."
                )
        else:
            rivals = [other for other in close if not found or 2 * self._rule_of(other)[1] > found]
            self._tell_rivals("number", best, name, rivals)
        stored = self._stored(name)
        if len(set(stored)) < len(stored):
            self._doubts.append(f"'{name}' has the same number in more than one row.")
        return name, rule

    def _rule_of(self, name: str) -> tuple[NumberRule, int]:
        """The rule by which most of the books' numbers are found in a column, and how many are."""
        stored = set(self._stored(name))
        numbers = [invoice.number for invoice in self._books]
        if not stored or not numbers:
            return NumberRule(), 0
        rule = guess_number_rule(stored, numbers)
        return rule, count_found(rule, stored, numbers)

    def _stored(self, name: str) -> list[str]:
        """The numbers in a column, without those that are empty."""
        if name not in self._numbers:
            raws = (row[0] for row in self._evidence.column([name], _NUMBERS))
            self._numbers[name] = [number for raw in raws if (number := self._as_number(name, raw))]
        return self._numbers[name]

    def _as_number(self, name: str, raw: RawValue) -> str:
        return number_text(raw).rstrip(" " if isinstance(self._type(name), sa.CHAR) else "")

    # figures and what else there is

    def _needed(self, part: str, taken: Collection[str]) -> str:
        """The column for a part that must be there: of those whose values fit, the one with the best name."""
        options = [pair for pair in ranked(self._shape.columns, part) if pair[1] not in taken]
        options = options or ranked(self._shape.columns, part)
        wrong = {name: self._misfit(part, name) for _, name in options[:_LOOKED_AT]}
        fitting = [(score, name) for score, name in options if wrong.get(name) is None]
        if not fitting:
            _, name = options[0]
            raw = wrong[name]
            if part != "date_paid" or not isinstance(raw, str) or says_amount(raw):  # words: see date_format
                self._doubts.append(f"'{name}' holds {shown(raw)}, which {_wrong(part)}.")
            return name
        score, name = fitting[0]
        for better, other in options:
            if better > score:
                self._doubts.append(
                    f"'{other}' holds {shown(wrong[other])}, which {_wrong(part)}: "
                    f"'{name}' is taken for {NEEDED[part]}."
                )
        self._tell_rivals(part, score, name, [n for s, n in fitting[1:] if score - s <= _CLOSE])
        return name

    def _tell_rivals(self, part: str, score: int, name: str, rivals: Sequence[str]) -> None:
        words = NEEDED.get(part) or EXTRA[part]
        if rivals:
            self._doubts.append(f"'{name}' and '{rivals[0]}' could both be {words}.")
        elif score < WELL and part in NEEDED:
            self._doubts.append(f"'{name}' may not be {words}.")

    def _extra(self, part: str, chosen: Chosen) -> str:
        """The column for a part that may be missing, '' where nothing fits."""
        options = [
            (score, name)
            for score, name in ranked(self._shape.columns, part)[:_LOOKED_AT]
            if name not in chosen.names.values()
        ]
        wrong = {name: self._misfit(part, name) for _, name in options}
        fitting = [(score, name) for score, name in options if wrong[name] is None]
        if not fitting:
            if options and part == "currency":
                name = options[0][1]
                self._doubts.append(
                    f"'{name}' holds {shown(wrong[name])}, which {_wrong(part)} such as GBP: it is left out."
                )
            return ""
        score, name = fitting[0]
        rivals = [n for s, n in fitting[1:] if score - s <= _CLOSE and not self._same(name, n)]
        if part == "total" and rivals:
            name, rivals = self._by_the_books(chosen, [name, *rivals])
        self._tell_rivals(part, score, name, rivals)
        return name

    def _by_the_books(self, chosen: Chosen, options: list[str]) -> tuple[str, list[str]]:
        """Of columns for the total the one that agrees with the books, and those that do no worse."""
        agree = {name: _agreeing(self._totals(chosen, name)) for name in options}
        best = max(options, key=lambda name: agree[name])
        return best, [name for name in options if name != best and 2 * agree[name] >= agree[best]]

    def _compare_totals(self, chosen: Chosen) -> None:
        total = chosen.names["total"]
        if not total:
            return
        chosen.matched = self._totals(chosen, total)
        if len(chosen.matched) >= _TELLING and not _agreeing(chosen.matched):
            raw, amount, _ = chosen.matched[0]
            self._doubts.append(
                f"'{total}' never agrees with the totals in the books ({shown(raw)} here, {amount} there)."
            )

    def _totals(self, chosen: Chosen, total: str) -> list[tuple[RawValue, Decimal, str]]:
        """Stored totals beside those of the books, for the invoices that both know."""
        known = {invoice.number: invoice for invoice in self._books}
        if not known:
            return []
        number, matched = chosen.names["number"], []
        for raw_number, raw_total in self._evidence.column([number, total], _NUMBERS):
            invoice = known.get(chosen.rule.source_number(self._as_number(number, raw_number)))
            if invoice is not None and invoice.total is not None and raw_total is not None:
                matched.append((raw_total, invoice.total, invoice.currency))
        return matched

    def _misfit(self, part: str, name: str) -> RawValue:
        """A value that this column should not hold if it plays this part, None if it may."""
        values, kind = self._evidence.values(name), self._type(name)
        if part in ("date_paid", "invoice_date"):
            return misfit(values, says_date)
        if part in ("paid_amount", "total"):
            if isinstance(kind, sa.types.Integer) and len(values) > 1 and _FLAG.issuperset(values):
                return values[0]
            return misfit(values, says_money if isinstance(kind, MONEY) else says_amount)
        if part == "currency":
            return misfit(values, says_currency)
        if part == "customer":  # a number of the customer is not the name
            return misfit(values, lambda raw: not number_text(raw).strip().isdigit())
        return None

    def _same(self, name: str, other: str) -> bool:
        """Whether both columns hold the same in every row looked at, and hold something at all."""
        pairs = self._evidence.beside(name, other)
        return any(one is not None for one, _ in pairs) and all(one == two for one, two in pairs)

    def _type(self, name: str) -> sa.types.TypeEngine[Any] | None:
        column = self._shape.find(name)
        return None if column is None else column.type


def _agreeing(matched: Sequence[tuple[RawValue, Decimal, str]]) -> int:
    """How many stored totals are those of the books, in whole amounts or in cents."""
    agreeing = 0
    for raw, amount, currency in matched:
        stored = number_of(raw)
        agreeing += stored in (amount, amount.scaleb(minor_digits(currency)))
    return agreeing


def _wrong(part: str) -> str:
    return _WRONG.get(part, "is no date")
