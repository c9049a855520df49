"""How a column holds days: reading, writing and equality of each kind of column, and days as text by a
pattern.

Called by jobdb/mapping.py, which chooses the format, by jobdb/guess.py, and by jobdb/rows.py and
jobdb/writing.py, which use it.
"""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise

import sqlalchemy as sa

from syncdesk.jobdb.amount_formats import TooNarrowError, UnreadableError, shown
from syncdesk.jobdb.dialects import Dialect
from syncdesk.jobdb.schema import ColumnShape
from syncdesk.model.errors import SetupError
from syncdesk.model.job import RawValue

DATE_FORMATS = "auto, date, datetime or text: followed by a pattern such as text:%d/%m/%Y"

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T][0-9]{2}:[0-9]{2}(?!.*BC).*)?")
_SAYS_NOTHING = re.compile(r"[0\W]*0[0T\W]*")  # 0, 0000-00-00, 0000-00-00T00:00:00, 00/00/0000
# What programs store that have no empty date: .NET's first day, Delphi's and Access's day 0, SQL Server's.
_ZERO_DAYS = frozenset({date(1, 1, 1), date(1899, 12, 30), date(1900, 1, 1)})
_CACHED_DAYS = 50_000
_PARTS = {
    "%Y": r"(?P<Y>[0-9]{4})",
    "%y": r"(?P<y>[0-9]{2})",
    "%m": r"(?P<m>[0-9]{1,2})",
    "%d": r"(?P<d>[0-9]{1,2})",
    "%b": r"(?P<b>[A-Za-z]{3})",
    "%H": r"[0-9]{2}",
    "%M": r"[0-9]{2}",
    "%S": r"[0-9]{2}",
    "%%": "%",
}


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A day as text, in the words of strftime: %Y %y %m %d %b (Jan, Feb …), and %H %M %S for a time,
    written as midnight.

    Unlike strftime it does not follow the language of the computer. %y means 1969 to 2068, as POSIX has
    it.
    """

    text: str
    expression: re.Pattern[str]

    def read(self, stored: str) -> date:
        """The day. Raises ValueError if it is none by this pattern."""
        found = self.expression.fullmatch(stored)
        if found is None:
            raise ValueError(stored)
        parts = found.groupdict()
        month = _MONTHS.index(parts["b"].title()) + 1 if parts.get("b") else int(parts["m"])
        year = int(parts["Y"]) if parts.get("Y") else _century(int(parts["y"]))
        return date(year, month, int(parts["d"]))

    def write(self, day: date) -> str:
        """The day as text. Raises ValueError for a year that two digits cannot say."""
        if "%y" in self.text and _century(day.year % 100) != day.year:
            raise ValueError(day.isoformat())
        values = {
            "%Y": f"{day.year:04}",
            "%y": f"{day.year % 100:02}",
            "%m": f"{day.month:02}",
            "%d": f"{day.day:02}",
            "%b": _MONTHS[day.month - 1],
            "%%": "%",
        }
        return re.sub("%.", lambda part: values.get(part[0], "00"), self.text)


def date_pattern(text: str) -> DatePattern:
    """The pattern of this text. Raises SetupError if it does not say year, month and day once each."""
    parts = re.findall("%.?|[^%]+", text)
    used = [part for part in parts if part.startswith("%")]
    strange = [part for part in used if part not in _PARTS]
    sets = (("%Y", "%y"), ("%m", "%b"), ("%d",))
    if strange or any(sum(used.count(part) for part in one_of) != 1 for one_of in sets):
        raise SetupError(
            f"'{text}' is not a pattern for a date.",
            "Use %Y or %y for the year, %m or %b for the month and %d for the day, each once: text:%d/%m/%Y.",
            field="date_format",
        )
    touching = any(a.startswith("%") and b.startswith("%") for a, b in pairwise(parts))
    expression = "".join(_PARTS.get(part) or re.escape(part) for part in parts)
    if touching:  # 1122026 could be the 1st of 12 or the 11th of 2
        expression = expression.replace("{1,2}", "{2}")
    return DatePattern(text, re.compile(expression))


def _century(year: int) -> int:
    return year + (2000 if year < 69 else 1900)


class DateKind(StrEnum):
    """What a column of days holds."""

    DATE = "date"
    DATETIME = "datetime"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class DateColumn:
    """A column of days. `as_text`: it is a text column; `whole`: an integer column that holds the digits
    of `pattern`."""

    name: str
    dialect: Dialect
    kind: DateKind
    nullable: bool = True
    as_text: bool = False
    whole: bool = False
    length: int | None = None
    pattern: DatePattern | None = None
    _read: dict[str, date | None] = field(default_factory=dict, compare=False, repr=False)

    def read(self, raw: RawValue) -> date | None:
        """The stored day, None for NULL, '', 0 and zero dates (D4); a time of day is left out. Raises
        UnreadableError."""
        if raw is None:
            return None
        if isinstance(raw, str):
            if raw not in self._read:
                if len(self._read) >= _CACHED_DAYS:
                    self._read.clear()
                self._read[raw] = self._day_of(raw, raw)
            return self._read[raw]
        if isinstance(raw, datetime):
            return _unless_zero(raw.date())
        if isinstance(raw, date):
            return _unless_zero(raw)
        if isinstance(raw, int | float) and not raw:
            return None
        if isinstance(raw, int) and self.pattern is not None:
            width = len(self.pattern.write(date(2026, 1, 31)))
            return self._day_of(str(raw).zfill(width), raw)
        raise self._unreadable(raw)

    def same(self, raw: RawValue, day: date | None) -> bool:
        """The column's equality: the stored value says this day, whatever time of day it has."""
        try:
            return self.read(raw) == day
        except UnreadableError:
            return False

    def write(self, day: date | None) -> RawValue:
        """The value to bind for this day. Raises TooNarrowError if the column cannot keep it as declared."""
        if day is None:
            empty: RawValue = 0 if self.whole else "" if self.as_text else self.dialect.no_day
            return None if self.nullable else empty
        if self.kind is DateKind.PATTERN:
            return self._patterned(day)
        if not self.as_text:
            bind = self.dialect.bind_date if self.kind is DateKind.DATE else self.dialect.bind_midnight
            return bind(day)
        text = day.isoformat() + (" 00:00:00" if self.kind is DateKind.DATETIME else "")
        return self._fitting(text)

    def _patterned(self, day: date) -> RawValue:
        assert self.pattern is not None
        try:
            text = self.pattern.write(day)
        except ValueError as error:
            raise TooNarrowError(
                f"'{self.name}' has two digits for the year, too few for {day.isoformat()}."
            ) from error
        return int(text) if self.whole else self._fitting(text)

    def _fitting(self, text: str) -> str:
        if self.length is not None and len(text) > self.length:
            raise TooNarrowError(f"'{self.name}' keeps {self.length} characters, but {text} has {len(text)}.")
        return text

    def _day_of(self, stored: str, raw: RawValue) -> date | None:
        text = stored.strip()
        if not text or _SAYS_NOTHING.fullmatch(text):
            return None
        try:
            return _unless_zero(self.pattern.read(text) if self.pattern is not None else _iso_day(text))
        except ValueError as error:
            raise self._unreadable(raw) from error

    def _unreadable(self, raw: RawValue) -> UnreadableError:
        by = f" by the pattern {self.pattern.text}" if self.pattern is not None else ""
        return UnreadableError(f"{self.name} holds {shown(raw)}, which is not a date{by}.")


def _iso_day(text: str) -> date:
    found = _ISO.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return date(int(found[1]), int(found[2]), int(found[3]))


def _unless_zero(day: date) -> date | None:
    return None if day in _ZERO_DAYS else day


def date_column(
    shape: ColumnShape, chosen: str, dialect: Dialect, field: str, *, written: bool = True
) -> DateColumn:
    """The column with the format `chosen`. Raises SetupError where the column's type cannot be that.

    `auto` reads the declared type; text columns then hold 2026-01-31. `field` names the setting that
    maps the column.
    """
    pattern = date_pattern(chosen.removeprefix("text:")) if chosen.startswith("text:") else None
    kind = shape.type
    as_text = isinstance(kind, sa.types.String) and not isinstance(kind, sa.types.Enum)
    whole = isinstance(kind, sa.types.Integer)
    untyped = isinstance(kind, sa.types.NullType)
    native = isinstance(kind, sa.types.Date | sa.types.DateTime)
    digits_only = pattern is not None and pattern.write(date(2026, 1, 31)).isdigit()
    if not (as_text or untyped or native or (whole and digits_only)):
        raise SetupError(
            f"The column '{shape.name}' is of type {shape.type_text}, which is not for dates.",
            "Choose a column of type DATE, DATETIME or text, or have one made in the job database.",
            field=field,
        )
    if native and pattern is not None and dialect.types_bind:
        raise SetupError(
            f"The date format '{chosen}' does not fit the column '{shape.name}' ({shape.type_text}).",
            "Leave the date format on auto.",
            field="date_format",
        )
    timed = chosen == "datetime" or (chosen == "auto" and isinstance(kind, sa.types.DateTime))
    column = DateColumn(
        name=shape.name,
        dialect=dialect,
        kind=DateKind.PATTERN if pattern is not None else DateKind.DATETIME if timed else DateKind.DATE,
        nullable=shape.nullable,
        as_text=as_text or untyped,
        whole=whole,
        length=getattr(kind, "length", None) if as_text else None,
        pattern=pattern,
    )
    if written:
        _require_length(column, shape, field)
    return column


def _require_length(column: DateColumn, shape: ColumnShape, field: str) -> None:
    try:
        column.write(date(2026, 9, 30))
    except TooNarrowError as error:
        raise SetupError(
            f"The column '{shape.name}' ({shape.type_text}) is too narrow for a date.",
            "Have it widened in the job database, choose a shorter date format, or another column.",
            str(error),
            field,
        ) from error
