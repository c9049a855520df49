"""What differs from one make of database to another, and nothing else. Everything that SQLAlchemy evens
out is not in here."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from syncdesk.model.job import RawValue


@dataclass(frozen=True, slots=True)
class Dialect:
    """The ways of one make of database.

    `types_bind` is False where a column may hold values of any type whatever it declares (SQLite):
    declared widths are then kept by us, and dates travel as ISO text. `counts_batches` is True where the
    driver reports how many rows a batch of updates touched.
    """

    name: str
    types_bind: bool
    counts_batches: bool

    def bind_number(self, amount: Decimal) -> RawValue:
        """The amount as the driver takes it, exactly. SQLite's driver knows no Decimal: it gets the
        digits as text and the database itself makes a number of them, so that no float is ever made
        here."""
        return amount if self.types_bind else f"{amount:f}"

    def bind_date(self, day: date) -> RawValue:
        """The day for a DATE column."""
        return day if self.types_bind else day.isoformat()

    def bind_midnight(self, day: date) -> RawValue:
        """The beginning of the day for a column with date and time."""
        if self.types_bind:
            return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the column has no time zone
        return f"{day.isoformat()} 00:00:00"

    @property
    def no_day(self) -> RawValue:
        """What a date column holds that must not be NULL and yet has no date: the zero date of MariaDB and
        MySQL. Elsewhere there is no such day, and the database refuses NULL."""
        return "0000-00-00" if self.name in ("mysql", "mariadb") else None

    def assigned_number(self, parameter: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
        """What a number column is set to: SQLite must be told that the text is a number where the column
        declares no type."""
        return parameter if self.types_bind else sa.cast(parameter, sa.Numeric())

    def same_text(
        self, column: sa.ColumnElement[Any], parameter: sa.ColumnElement[Any]
    ) -> sa.ColumnElement[bool]:
        """Column and bytes are equal, as text or as bytes. Text that is no UTF-8 arrives from SQLite as
        bytes (see database.py)."""
        return sa.or_(
            column.is_not_distinct_from(parameter), column.is_not_distinct_from(sa.cast(parameter, sa.Text()))
        )

    def number_candidates(
        self, numbers: Collection[str], number_type: sa.types.TypeEngine[Any]
    ) -> list[RawValue]:
        """The stored values that could read as one of these job numbers, for a search with IN; never too
        few, perhaps too many."""
        if isinstance(number_type, sa.CHAR) and number_type.length:
            width = number_type.length
            return list(dict.fromkeys(form for n in numbers for form in (n, n.ljust(width))))
        if isinstance(number_type, sa.types.String):
            return list(numbers)
        whole: list[RawValue] = [int(n) for n in numbers if is_whole(n)]
        return whole if self.types_bind else [*whole, *numbers]


def is_whole(text: str) -> bool:
    """True for text that is exactly how a 64-bit whole number is written: '17', '-3', not '017'."""
    return (
        len(text) <= 19
        and text.isascii()
        and text.removeprefix("-").isdigit()
        and str(int(text)) == text
        and int(text).bit_length() < 64
    )


def dialect_of(engine: sa.Engine) -> Dialect:
    """The ways of this engine's database."""
    return Dialect(
        name=engine.dialect.name,
        types_bind=engine.dialect.name != "sqlite",
        counts_batches=engine.dialect.supports_sane_multi_rowcount,
    )
