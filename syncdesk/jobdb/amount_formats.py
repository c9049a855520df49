"""How a column holds amounts: reading, writing and equality of each kind of column, without a float of ours.

Called by jobdb/mapping.py, which chooses the format, and by jobdb/rows.py and jobdb/writing.py, which use it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, postgresql

from syncdesk.jobdb.dialects import Dialect
from syncdesk.jobdb.schema import ColumnShape
from syncdesk.jobdb.storage import is_single
from syncdesk.model.errors import SetupError
from syncdesk.model.job import RawValue
from syncdesk.model.money import ZERO, minor_digits, minor_unit, money_text

AMOUNT_FORMATS = ("auto", "decimal", "minor_units", "float", "text")

_unit = cache(minor_unit)  # asked for every amount of a table
_PLAIN_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_LARGEST_EXPONENT = 17  # no amount has more digits before the point; a 64-bit number of cents has 17
_NOISE_OF_UNIT = Decimal("0.000001")
_NOISE_OF_VALUE = Decimal("1e-13")
_LARGEST_INTEGER = 2**63 - 1
_NARROWEST = 4  # digits before the point that a column for amounts must at least keep
# Declared digits; those that PostgreSQL's has after the point depend on the server's country.
_MONEY = {postgresql.MONEY: (None, None), mssql.MONEY: (19, 4), mssql.SMALLMONEY: (10, 4)}
_SHORTEST_TEXT = 8  # characters that a text column for amounts must at least keep: 99999.99


class UnreadableError(ValueError):
    """A stored value that is no amount or no date. Its text says so, naming column and value."""


class TooNarrowError(ValueError):
    """A value that the column, as declared, cannot keep. Its text says why in plain words."""


@dataclass(frozen=True, slots=True)
class AmountColumn:
    """A column of amounts. `minor_units`: it counts cents (or what the currency has); `as_text`: it holds
    digits as text.

    `precision` and `scale` are the declared digits of a number, `length` the declared characters of a
    text; None = no limit. `single`: a binary number of single precision, which keeps about seven digits.
    """

    name: str
    type_text: str
    dialect: Dialect
    minor_units: bool = False
    as_text: bool = False
    precision: int | None = None
    scale: int | None = None
    length: int | None = None
    single: bool = False

    def read(self, raw: RawValue, currency: str) -> Decimal | None:
        """The stored amount with the currency's digits, None for NULL and ''. An amount finer than the
        minor unit stays as fine as it is, so that it shows as different. Raises UnreadableError."""
        if raw is None:
            return None
        value = Decimal(repr(raw)) if type(raw) is float else self._number(raw)
        if value is None:
            return None
        if not value.is_finite() or value.adjusted() > _LARGEST_EXPONENT:
            raise self._unreadable(raw)
        if self.minor_units:
            return _with_digits(value.scaleb(-minor_digits(currency)), _unit(currency), noisy=False)
        if self.single:
            rounded = _with_digits(value, _unit(currency), noisy=True)
            near = rounded.quantize(_unit(currency))
            return near if in_single(near) == in_single(value) else rounded
        return _with_digits(value, _unit(currency), noisy=type(raw) is float)

    def same(self, raw: RawValue, amount: Decimal, currency: str) -> bool:
        """The column's equality: the stored value says this amount; nothing says zero (D4)."""
        try:
            return (self.read(raw, currency) or ZERO) == amount
        except UnreadableError:
            return False

    def write(self, amount: Decimal, currency: str) -> RawValue:
        """The value to bind for this amount. Raises TooNarrowError if the column cannot keep it as
        declared."""
        if self.minor_units:
            return self._whole(amount, currency)
        if not self.as_text:
            self._require_room(amount)
            self._require_single(amount, _unit(currency))
            return self.dialect.bind_number(amount)
        text = money_text(amount, currency)
        text = text if Decimal(text) == amount else f"{amount:f}"
        if self.length is not None and len(text) > self.length:
            raise TooNarrowError(f"'{self.name}' keeps {self.length} characters, but {text} has {len(text)}.")
        return text

    def _number(self, raw: RawValue) -> Decimal | None:
        """The stored number exactly, None for a text that says nothing."""
        if isinstance(raw, Decimal):
            return raw
        if isinstance(raw, int) and not isinstance(raw, bool):
            return Decimal(raw)
        if isinstance(raw, str):
            text = raw.strip()
            if not text:
                return None
            if _PLAIN_NUMBER.fullmatch(text):
                return Decimal(text)
        raise self._unreadable(raw)

    def _unreadable(self, raw: RawValue) -> UnreadableError:
        return UnreadableError(f"{self.name} holds {shown(raw)}, which is not an amount.")

    def _whole(self, amount: Decimal, currency: str) -> int:
        units = amount.scaleb(minor_digits(currency))
        if units != units.to_integral_value():
            raise TooNarrowError(f"'{self.name}' counts whole minor units, but {amount:f} is finer.")
        self._require_room(units)
        if abs(units) > _LARGEST_INTEGER:
            raise TooNarrowError(f"{amount:f} is too large for '{self.name}'.")
        self._require_single(units, Decimal(1))
        return int(units)

    def _require_single(self, number: Decimal, unit: Decimal) -> None:
        if self.single and _near(in_single(number), unit) != number:
            raise TooNarrowError(
                f"'{self.name}' ({self.type_text}) keeps about seven digits, too few for {number:f}."
            )

    def _require_room(self, number: Decimal) -> None:
        """Keep the declared width ourselves: SQLite stores what does not fit, other databases round or
        cut it."""
        fraction = max(0, -int(number.normalize().as_tuple().exponent)) if number else 0
        if self.scale is not None and fraction > self.scale:
            keeps = "whole numbers only" if self.scale == 0 else f"{self.scale} digits after the point"
            raise TooNarrowError(
                f"'{self.name}' ({self.type_text}) keeps {keeps}, but {number:f} needs {fraction}."
            )
        digits = max(0, number.adjusted() + 1) if number else 0
        if self.precision is not None and digits > self.precision - (self.scale or 0):
            raise TooNarrowError(f"{number:f} is too large for '{self.name}' ({self.type_text}).")


def shown(raw: RawValue) -> str:
    """A stored value as a message names it, in quotes if it is text, and not longer than a line bears."""
    if isinstance(raw, bytes):
        return f"{len(raw)} bytes that are no text"
    text = str(raw)
    text = text if len(text) <= 40 else f"{text[:39]}…"
    return f"'{text}'" if isinstance(raw, str) else text


def _with_digits(value: Decimal, unit: Decimal, *, noisy: bool) -> Decimal:
    """The value with the digits of `unit` if it is that exactly, or but for the noise that binary
    fractions leave."""
    try:
        rounded = value.quantize(unit)
    except InvalidOperation:  # more digits than any amount has
        return value
    if rounded != value:
        noise = max(unit * _NOISE_OF_UNIT, abs(value) * _NOISE_OF_VALUE)
        if not noisy or abs(value - rounded) > min(noise, unit / 1000):
            return value
    return rounded if rounded else unit - unit


def in_single(number: Decimal) -> Fraction:
    """The number as single precision keeps it: the nearest with 24 binary digits."""
    value = Fraction(number)
    size = abs(value)
    if not size:
        return value
    exponent = size.numerator.bit_length() - size.denominator.bit_length()
    exponent -= size < Fraction(2) ** exponent
    step = Fraction(2) ** (exponent - 23)
    return round(value / step) * step


def _near(value: Fraction, unit: Decimal) -> Decimal:
    """The multiple of `unit` that is nearest."""
    return round(value / Fraction(unit)) * unit


def amount_column(
    shape: ColumnShape, chosen: str, dialect: Dialect, field: str, *, written: bool = True
) -> AmountColumn:
    """The column with the format `chosen` (one of AMOUNT_FORMATS). Raises SetupError where the column's type
    cannot be that, or is too narrow to be written.

    `field` names the setting that maps the column.
    """
    column = _column_as(shape, chosen, dialect, field)
    if written:
        _require_width(column, field)
    return column


def _require_width(column: AmountColumn, field: str) -> None:
    before_point = None if column.precision is None else column.precision - (column.scale or 0)
    if column.length is not None and column.length < _SHORTEST_TEXT:
        remedy = f"Have it widened to {_SHORTEST_TEXT} or more characters in the job database."
    elif before_point is not None and before_point < _NARROWEST:
        remedy = f"Have it widened in the job database to keep {_NARROWEST} or more digits before the point."
    else:
        return
    raise SetupError(
        f"The column '{column.name}' ({column.type_text}) is too narrow for amounts.", remedy, field=field
    )


def _column_as(shape: ColumnShape, chosen: str, dialect: Dialect, field: str) -> AmountColumn:
    kind = shape.type
    if isinstance(kind, sa.types.String) and not isinstance(kind, sa.types.Enum):
        return _text_column(shape, chosen, dialect)
    if isinstance(kind, sa.types.NullType) and chosen == "text":
        return AmountColumn(shape.name, shape.type_text, dialect, as_text=True)
    if isinstance(kind, sa.types.Integer):
        return _integer_column(shape, chosen, dialect)
    if (
        isinstance(kind, sa.types.Numeric | sa.types.Float)
        or type(kind) in _MONEY
        or (isinstance(kind, sa.types.NullType) and chosen != "auto")
    ):
        return _number_column(shape, chosen, dialect)
    untyped = isinstance(kind, sa.types.NullType)
    raise SetupError(
        f"The column '{shape.name}' is declared with no type."
        if untyped
        else f"The column '{shape.name}' is of type {shape.type_text}, which is not for amounts.",
        "Say in the amount format how it holds amounts: decimal, minor_units or text."
        if untyped
        else "Choose the column that holds the amount.",
        field="amount_format" if untyped else field,
    )


def _text_column(shape: ColumnShape, chosen: str, dialect: Dialect) -> AmountColumn:
    if chosen not in ("auto", "text"):
        raise _does_not_fit(shape, chosen, "Leave the amount format on auto, or say text.")
    length = getattr(shape.type, "length", None)
    return AmountColumn(shape.name, shape.type_text, dialect, as_text=True, length=length)


def _integer_column(shape: ColumnShape, chosen: str, dialect: Dialect) -> AmountColumn:
    if chosen == "auto":
        raise SetupError(
            f"The column '{shape.name}' holds whole numbers ({shape.type_text}): cents or whole amounts.",
            "Say in the amount format: minor_units if it counts cents, decimal if it holds whole amounts.",
            field="amount_format",
        )
    if chosen not in ("minor_units", "decimal"):
        raise _does_not_fit(
            shape, chosen, "Say minor_units if it counts cents, decimal if it holds whole amounts."
        )
    return AmountColumn(shape.name, shape.type_text, dialect, minor_units=chosen == "minor_units", scale=0)


def _number_column(shape: ColumnShape, chosen: str, dialect: Dialect) -> AmountColumn:
    if chosen == "text":
        raise _does_not_fit(shape, chosen, "Leave the amount format on auto.")
    precision, scale = _declared_digits(shape, dialect)
    minor = chosen == "minor_units"
    if minor and scale:
        raise _does_not_fit(
            shape, chosen, "Leave the amount format on auto: the column keeps digits after the point."
        )
    return AmountColumn(
        shape.name,
        shape.type_text,
        dialect,
        minor_units=minor,
        precision=precision,
        scale=0 if minor else scale,
        single=is_single(dialect.name, shape.type),
    )


def _declared_digits(shape: ColumnShape, dialect: Dialect) -> tuple[int | None, int | None]:
    """NUMERIC(p) keeps no digits after the point, says the standard; SQLite keeps them all the same."""
    if type(shape.type) in _MONEY:
        return _MONEY[type(shape.type)]
    if not isinstance(shape.type, sa.types.Numeric) or isinstance(shape.type, sa.types.Float):
        return None, None  # the precision of a Float counts binary digits
    precision, scale = shape.type.precision, shape.type.scale
    if precision is not None and scale is None and dialect.types_bind:
        scale = 0
    return precision, scale


def _does_not_fit(shape: ColumnShape, chosen: str, remedy: str) -> SetupError:
    return SetupError(
        f"The amount format '{chosen}' does not fit the column '{shape.name}' ({shape.type_text}).",
        remedy,
        field="amount_format",
    )
