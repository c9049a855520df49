"""How SQL reads, compares and sets a column, so that a stored value travels out and back unchanged.

A conditional write compares what is stored, not what a collation, a rounding or a display makes of it. Most
columns need nothing special; those that do are told by their type and the make of database. Called by
jobdb/rows.py and jobdb/writing.py.
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, postgresql

Column = sa.ColumnElement[Any]

_TEXT = (sa.types.String, sa.types.NullType)


class Storage:
    """A column whose values travel as they are."""

    def read(self, column: Column) -> Column:
        """What is selected in place of the column."""
        return column

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        """The column still holds `old`, a value as :meth:`read` delivered it; NULL equals NULL."""
        return column.is_not_distinct_from(old)

    def assigned(self, new: Column) -> Column:
        """What the column is set to so that it holds `new`, a value as it is bound or was delivered."""
        return new


class _SqliteText(Storage):
    """A collation such as NOCASE or RTRIM takes different texts for equal."""

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        return sa.collate(column, "BINARY").is_not_distinct_from(old)


class _PostgresText(Storage):
    """A collation of ICU, and the type citext, take different texts for equal. Of CHAR(n) the padding means
    nothing, so it keeps its own comparison."""

    def __init__(self, padded: bool) -> None:
        self._padded = padded

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        text = column if self._padded else sa.cast(column, sa.Text())
        return sa.collate(text, "C").is_not_distinct_from(old)


class _MysqlText(Storage):
    """Nearly every collation takes capitals, accents and trailing spaces for equal; bytes do not lie. The
    column may be in another character set than the connection."""

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        whole = sa.func.convert(column.op("USING")(sa.literal_column("utf8mb4")))
        return sa.cast(whole, sa.BINARY()).is_not_distinct_from(sa.cast(old, sa.BINARY()))


class _SqlServerText(Storage):
    """Collations take capitals and trailing spaces for equal; the value is brought to the column's own type
    and both are compared as bytes."""

    def __init__(self, type_: sa.types.TypeEngine[Any]) -> None:
        self._type = type_

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        whole = mssql.VARBINARY("max")  # type: ignore[no-untyped-call]
        return sa.cast(column, whole).is_not_distinct_from(sa.cast(sa.cast(old, self._type), whole))


class _Typed(Storage):
    """The value takes the column's own type before it is compared: single precision, or a DATETIME that
    counts in thirds of hundredths of a second."""

    def __init__(self, type_: sa.types.TypeEngine[Any]) -> None:
        self._type = type_

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        return column.is_not_distinct_from(sa.cast(old, self._type))


class _MysqlSingle(Storage):
    """FLOAT shows six digits of those it holds, and equals no double; as a double it shows them all."""

    def read(self, column: Column) -> Column:
        return column.op("+")(sa.literal_column("0e0"))

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        return self.read(column).is_not_distinct_from(old)


class _PostgresMoney(Storage):
    """MONEY shows itself in the manner of the server's country; as a number it is the same everywhere."""

    def read(self, column: Column) -> Column:
        return sa.cast(column, sa.Numeric())

    def same(self, column: Column, old: Column) -> sa.ColumnElement[bool]:
        return self.read(column).is_not_distinct_from(sa.cast(old, sa.Numeric()))

    def assigned(self, new: Column) -> Column:
        return sa.cast(sa.cast(new, sa.Numeric()), postgresql.MONEY())


def is_single(make: str, type_: sa.types.TypeEngine[Any]) -> bool:
    """True for binary numbers of single precision, which keep about seven digits."""
    if make in ("mysql", "mariadb"):
        return isinstance(type_, mysql.FLOAT)
    return make in ("postgresql", "mssql") and isinstance(type_, sa.types.REAL)


def storage_of(make: str, type_: sa.types.TypeEngine[Any]) -> Storage:
    """How a column of this type is read, compared and set on this make of database."""
    text = isinstance(type_, sa.types.String) and not isinstance(type_, sa.types.Enum)
    if make == "sqlite":
        return _SqliteText() if isinstance(type_, _TEXT) else Storage()
    if make in ("mysql", "mariadb"):
        return _MysqlText() if text else _MysqlSingle() if is_single(make, type_) else Storage()
    if make == "postgresql":
        if isinstance(type_, postgresql.MONEY):
            return _PostgresMoney()
        return (
            _PostgresText(isinstance(type_, sa.types.CHAR))
            if text
            else _Typed(sa.types.REAL())
            if is_single(make, type_)
            else Storage()
        )
    if make == "mssql":
        own = (mssql.DATETIME, mssql.SMALLDATETIME)
        if text:
            return _SqlServerText(type_)
        if is_single(make, type_) or isinstance(type_, own):
            return _Typed(type_)
    return Storage()
