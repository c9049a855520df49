"""Guesses how columns hold amounts and dates, from what their rows hold. Called by jobdb/guess.py."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa

from syncdesk.jobdb.date_formats import date_pattern
from syncdesk.jobdb.evidence import PATTERNS, is_iso, reads_as
from syncdesk.jobdb.schema import ColumnShape
from syncdesk.model.job import RawValue
from syncdesk.model.money import minor_digits


@dataclass(frozen=True, slots=True)
class Format:
    """A guessed format, and in `doubt` what a person should look at, '' for nothing."""

    name: str
    doubt: str = ""


def holds_whole_numbers(column: ColumnShape) -> bool:
    """Whether its type leaves open if it counts cents: an integer, or a number without digits after the
    point."""
    kind = column.type
    if isinstance(kind, sa.types.Float):
        return False
    return isinstance(kind, sa.types.Integer) or (isinstance(kind, sa.types.Numeric) and not kind.scale)


def cents_or_whole(pairs: Iterable[tuple[RawValue, Decimal, str]]) -> str:
    """'minor_units' or 'decimal', as stored amounts agree with what they are known to be (amount and
    currency); '' where nothing tells or they contradict each other."""
    cents = whole = 0
    for raw, amount, currency in pairs:
        stored = number_of(raw)
        digits = minor_digits(currency)
        if stored is None or not amount or not digits:
            continue
        cents += stored == amount.scaleb(digits)
        whole += stored == amount
    if cents and not whole:
        return "minor_units"
    return "decimal" if whole and not cents else ""


def number_of(raw: RawValue) -> Decimal | None:
    """A stored number exactly, None for what is none."""
    if isinstance(raw, float):
        return Decimal(repr(raw))
    if isinstance(raw, Decimal):
        return raw
    if isinstance(raw, int) and not isinstance(raw, bool):
        return Decimal(raw)
    return None


def amount_format(column: ColumnShape, values: Sequence[RawValue], told: str) -> Format:
    """The format of a column of amounts with these values; `told` is what :func:`cents_or_whole` says."""
    if isinstance(column.type, sa.types.Integer):
        if told:
            return Format(told)
        return Format("minor_units", _cents_question(column.name, values))
    if isinstance(column.type, sa.types.NullType):
        as_text = any(isinstance(raw, str) for raw in values)
        name = "text" if as_text else told or "decimal"
        return Format(name, f"'{column.name}' is declared with no type.")
    if told == "minor_units" and holds_whole_numbers(column):
        return Format(told)
    return Format("auto")


def _cents_question(name: str, values: Sequence[RawValue]) -> str:
    example = next((raw for raw in values if isinstance(raw, int) and abs(raw) >= 100), None)
    if example is None:
        return f"'{name}' holds whole numbers: cents (minor_units) or whole amounts (decimal)?"
    cents = Decimal(example).scaleb(-2)
    return (
        f"'{name}' holds whole numbers such as {example}: "
        f"is that {cents} (cents: minor_units) or {example}.00 (whole amounts: decimal)?"
    )


def date_format(column: ColumnShape, values: Sequence[RawValue], others: Sequence[RawValue]) -> Format:
    """The format of a column of days with these values. `others` are those of another column of dates of the
    same table: they count where its own leave something open."""
    if isinstance(column.type, sa.types.Integer):
        return Format("text:%Y%m%d")
    own, more = _texts(values), _texts(others)
    is_text = isinstance(column.type, sa.types.String)
    if not own and not (is_text and more):
        doubt = f"'{column.name}' is text, and no row shows how it holds dates."
        return Format("auto", doubt if is_text else "")
    texts = own or more
    if all(is_iso(text) for text in texts):
        return Format("datetime" if is_text and all(len(text) > 10 for text in texts) else "auto")
    return _pattern(column.name, texts, more)


def _texts(values: Iterable[RawValue]) -> list[str]:
    return [raw.strip() for raw in values if isinstance(raw, str) and raw.strip(" 0-:/.T")]


def _pattern(name: str, texts: list[str], others: list[str]) -> Format:
    fitting = [pattern for pattern in PATTERNS if all(reads_as(pattern, text) for text in texts)]
    if not fitting:
        strange = next((t for t in texts if not any(reads_as(p, t) for p in PATTERNS)), texts[0])
        return Format("auto", f"'{name}' holds '{strange}': say in the date format how it is written.")
    both = [pattern for pattern in fitting if all(reads_as(pattern, text) for text in others)]
    first, *rest = both or fitting
    for other in rest:
        apart = [t for t in (*texts, *others) if _reads_apart(t, first, other)]
        if apart:
            return Format(
                f"text:{first}", f"Dates such as '{apart[0]}' can be read as {first} or as {other}."
            )
    return Format(f"text:{first}")


def _reads_apart(text: str, pattern: str, other: str) -> bool:
    if not (reads_as(pattern, text) and reads_as(other, text)):
        return False
    return date_pattern(pattern).read(text) != date_pattern(other).read(text)
