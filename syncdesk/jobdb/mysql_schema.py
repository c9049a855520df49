"""The shape of a table of MariaDB or MySQL, from its catalogue alone. SHOW CREATE TABLE, by which SQLAlchemy
looks, wants rights on the whole table or view; the catalogue shows what this login may see of it, and two
columns are enough. Called by jobdb/schema.py."""

import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import mysql

_COLUMNS = sa.text(
    "SELECT COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, EXTRA FROM information_schema.COLUMNS"
    " WHERE TABLE_SCHEMA = COALESCE(:schema, DATABASE()) AND TABLE_NAME = :name ORDER BY ORDINAL_POSITION"
)
_KEYS = sa.text(
    "SELECT INDEX_NAME, COLUMN_NAME, NON_UNIQUE FROM information_schema.STATISTICS"
    " WHERE TABLE_SCHEMA = COALESCE(:schema, DATABASE()) AND TABLE_NAME = :name"
    " ORDER BY INDEX_NAME <> 'PRIMARY', INDEX_NAME, SEQ_IN_INDEX"
)
_TYPE = re.compile(r"(?P<name>\w+)(?:\((?P<arguments>.*)\))?(?P<rest>.*)", re.DOTALL)
_GENERATED = re.compile(r"\b(VIRTUAL|STORED|PERSISTENT)\b", re.IGNORECASE)


def columns(connection: sa.Connection, name: str, schema: str | None) -> list[dict[str, Any]]:
    """The columns in the manner of SQLAlchemy's inspector: name, type, nullable, computed."""
    found = connection.execute(_COLUMNS, {"schema": schema, "name": name})
    return [
        {
            "name": str(column),
            "type": column_type(str(declared), connection.dialect),
            "nullable": nullable == "YES",
            "computed": bool(_GENERATED.search(str(extra or ""))),
        }
        for column, declared, nullable, extra in found
    ]


def keys(
    connection: sa.Connection, name: str, schema: str | None
) -> tuple[tuple[str, ...], list[tuple[bool, tuple[str | None, ...]]]]:
    """The primary key, and every index with it: whether it is unique, and its columns, None for an
    expression."""
    found: dict[str, tuple[bool, list[str | None]]] = {}
    for index, column, repeats in connection.execute(_KEYS, {"schema": schema, "name": name}):
        found.setdefault(str(index), (not int(repeats), []))[1].append(
            None if column is None else str(column)
        )
    primary = found["PRIMARY"][1] if "PRIMARY" in found else []
    return tuple(n for n in primary if n is not None), [(u, tuple(names)) for u, names in found.values()]


def column_type(declared: str, dialect: sa.Dialect) -> sa.types.TypeEngine[Any]:
    """The type of a declaration such as 'decimal(10,2) unsigned'."""
    parts = _TYPE.fullmatch(declared)
    known = getattr(dialect, "ischema_names", {}).get(parts["name"].lower()) if parts else None
    if parts is None or known is None:
        return sa.types.NullType()
    arguments = parts["arguments"] or ""
    if issubclass(known, mysql.ENUM | mysql.SET):
        return mysql.ENUM(*(text.replace("''", "'") for text in re.findall(r"'((?:[^']|'')*)'", arguments)))
    numbers = [int(number) for number in re.findall("[0-9]+", arguments)]
    if issubclass(known, sa.types.DateTime | sa.types.Time):
        made: sa.types.TypeEngine[Any] = known(fsp=numbers[0] if numbers else None)
    else:
        made = known(*numbers)
    return made
