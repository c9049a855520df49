"""The real shape of a table: columns with their types, keys and indexes, read from the database and
never changed. Called by jobdb/mapping.py and jobdb/guess.py."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from syncdesk.jobdb import mysql_schema
from syncdesk.model.errors import SetupError

# Names in the quotes of SQL, of MariaDB or of SQL Server, or none, with dots between them.
_NAME = re.compile(r'"(?:[^"]|"")+"|`(?:[^`]|``)+`|\[(?:[^\]]|\]\])+\]|[^."`\[\]]+')
_QUOTED = re.compile(rf"(?:{_NAME.pattern})(?:\.(?:{_NAME.pattern}))*")


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """One column as declared. `generated` is True where the database works the value out itself."""

    name: str
    type: sa.types.TypeEngine[Any]
    nullable: bool = True
    generated: bool = False

    @property
    def type_text(self) -> str:
        """The declared type as people know it; 'no type' where none is declared (SQLite allows that)."""
        return "no type" if isinstance(self.type, sa.types.NullType) else str(self.type)


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table. `unique` are the sets of columns that the database itself keeps unique, the primary key
    first. `shown_by_right`: the database shows a login only those columns that it may use."""

    schema: str | None
    name: str
    columns: tuple[ColumnShape, ...]
    primary_key: tuple[str, ...]
    unique: tuple[frozenset[str], ...]
    indexed: frozenset[str]
    is_view: bool = False
    shown_by_right: bool = False

    @property
    def full_name(self) -> str:
        """The name as a mapping writes it."""
        return f"{self.schema}.{self.name}" if self.schema else self.name

    def is_same(self, other: "TableShape") -> bool:
        """True for two looks at one table."""
        return (self.schema, self.name) == (other.schema, other.name)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def clause(self) -> sa.TableClause:
        """The table for statements. Its columns have no types: values travel exactly as the driver
        delivers them."""
        columns: list[sa.ColumnClause[Any]] = [
            sa.column(sa.quoted_name(name, True)) for name in self.column_names
        ]
        schema = None if self.schema is None else sa.quoted_name(self.schema, True)
        return sa.table(sa.quoted_name(self.name, True), *columns, schema=schema)

    def find(self, name: str) -> ColumnShape | None:
        """The column of this name, or the only one that differs from it in capital letters alone."""
        found = _resolve(name, self.column_names)
        return next((column for column in self.columns if column.name == found), None)

    def column(self, name: str, field: str) -> ColumnShape:
        """The column of this name. Raises SetupError that offers the closest names."""
        found = self.find(name)
        if found is None:
            raise SetupError(
                f"The table '{self.full_name}' has no column '{name}'.",
                _offer(name, self.column_names, "columns")
                + (" Or it is there, and this user may not see it." if self.shown_by_right else ""),
                field=field,
            )
        return found

    def keeps_unique(self, names: Iterable[str]) -> bool:
        """True if the database itself allows no two rows that agree in all of these columns."""
        wanted = frozenset(names)
        return any(unique <= wanted for unique in self.unique)


def table_names(connection: sa.Connection) -> tuple[str, ...]:
    """The tables and views of the default schema, in alphabetical order."""
    inspector = sa.inspect(connection)
    return tuple(sorted([*inspector.get_table_names(), *inspector.get_view_names()], key=str.casefold))


def find_table(connection: sa.Connection, name: str, field: str = "table") -> TableShape:
    """The table of this name ('schema.table' allowed, quoted as in SQL or not). Raises SetupError that offers
    the closest names; `field` names the setting."""
    inspector = sa.inspect(connection)
    names = table_names(connection)
    schemas: list[str] | None = None
    for schema, table in _readings(name):
        if schema is None:
            if found := _resolve(table, names):
                return describe(connection, found)
            continue
        schemas = inspector.get_schema_names() if schemas is None else schemas
        if real := _resolve(schema, schemas):
            inside = (*inspector.get_table_names(real), *inspector.get_view_names(real))
            if found := _resolve(table, inside):
                return describe(connection, found, real)
            names = tuple(f"{real}.{one}" for one in inside) or names
    if not names:
        raise SetupError(
            "The job database has no tables at all, or none that this user may see.",
            "Check that it is the right one, and that the user may read the invoice table.",
            field="job_db",
        )
    raise SetupError(f"The job database has no table '{name}'.", _offer(name, names, "tables"), field=field)


def _readings(name: str) -> Iterator[tuple[str | None, str]]:
    """What a name may mean, likeliest first: a dot may part schema and table or belong to either."""
    yield None, name
    for at, letter in enumerate(name):
        if letter == ".":
            yield name[:at], name[at + 1 :]
    if _QUOTED.fullmatch(name):
        parts = [_unquoted(part[0]) for part in _NAME.finditer(name)]
        yield (None if len(parts) == 1 else parts[-2]), parts[-1]


def _unquoted(name: str) -> str:
    """A name without the quotes of SQL, in which a quote inside is doubled."""
    if name[0] not in '"`[':
        return name
    return name[1:-1].replace(name[-1] * 2, name[-1])


def describe(connection: sa.Connection, name: str, schema: str | None = None) -> TableShape:
    """The shape of an existing table or view."""
    inspector = sa.inspect(connection)
    if _is_mysql(connection):
        primary_key, indexes = mysql_schema.keys(connection, name, schema)
    else:
        primary_key, indexes = _keys(inspector, name, schema)
    return TableShape(
        schema=schema,
        name=name,
        columns=column_shapes(connection, name, schema),
        primary_key=primary_key,
        unique=tuple(frozenset(n for n in names if n) for unique, names in indexes if unique and all(names)),
        indexed=frozenset(names[0] for _, names in indexes if names[0] is not None),
        is_view=name in inspector.get_view_names(schema),
        shown_by_right=connection.dialect.name in ("mysql", "mariadb", "mssql"),
    )


def column_shapes(connection: sa.Connection, name: str, schema: str | None) -> tuple[ColumnShape, ...]:
    """The columns of an existing table or view that this login may see."""
    if _is_mysql(connection):
        return tuple(map(column_shape, mysql_schema.columns(connection, name, schema)))
    return tuple(map(column_shape, sa.inspect(connection).get_columns(name, schema)))


def column_shape(reflected: Mapping[str, Any]) -> ColumnShape:
    """A column as an inspector of SQLAlchemy tells it. Of a domain the type behind it counts."""
    type_, nullable = reflected["type"], bool(reflected["nullable"])
    while isinstance(type_, postgresql.DOMAIN):
        nullable = nullable and not type_.not_null
        type_ = type_.data_type
    identity = reflected.get("identity") or {}
    generated = bool(reflected.get("computed") or identity.get("always"))
    return ColumnShape(reflected["name"], type_, nullable, generated)


def _is_mysql(connection: sa.Connection) -> bool:
    return connection.dialect.name in ("mysql", "mariadb")


def _keys(
    inspector: sa.Inspector, name: str, schema: str | None
) -> tuple[tuple[str, ...], list[tuple[bool, tuple[str | None, ...]]]]:
    """The primary key, and every index with it: whether it is unique, and its columns. An index over a part
    of the rows says nothing of the others."""
    primary_key = tuple(inspector.get_pk_constraint(name, schema)["constrained_columns"])
    found: list[tuple[bool, tuple[str | None, ...]]] = [(True, primary_key)] if primary_key else []
    found += [(True, tuple(c["column_names"])) for c in inspector.get_unique_constraints(name, schema)]
    # Of SQLite's constraints only some are seen above; each has an index that SQLite made by itself.
    own = {"include_auto_indexes": True} if inspector.dialect.name == "sqlite" else {}
    for index in inspector.get_indexes(name, schema, **own):
        partial = any(option.endswith("where") for option in index.get("dialect_options", {}))
        if not partial and index["column_names"]:
            found.append((bool(index["unique"]), tuple(index["column_names"])))
    return primary_key, found


def _resolve(name: str, names: Iterable[str]) -> str | None:
    names = tuple(names)
    if name in names:
        return name
    alike = [candidate for candidate in names if candidate.casefold() == name.casefold()]
    return alike[0] if len(alike) == 1 else None


def _offer(name: str, names: Iterable[str], what: str) -> str:
    by_folded = {candidate.casefold(): candidate for candidate in names}
    close = get_close_matches(name.casefold(), by_folded, n=3, cutoff=0.6)
    if close:
        return "Did you mean " + " or ".join(f"'{by_folded[folded]}'" for folded in close) + "?"
    listed = ", ".join(f"'{candidate}'" for candidate in list(by_folded.values())[:12])
    return f"Its {what} are {listed}{' and more' if len(by_folded) > 12 else ''}."
