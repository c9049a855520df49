"""The real shape of a table: columns with their types, keys and indexes, read from the database and
never changed. Called by jobdb/mapping.py and jobdb/guess.py."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import sqlalchemy as sa

from syncdesk.model.errors import SetupError


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
    first."""

    schema: str | None
    name: str
    columns: tuple[ColumnShape, ...]
    primary_key: tuple[str, ...]
    unique: tuple[frozenset[str], ...]
    indexed: frozenset[str]
    is_view: bool = False

    @property
    def full_name(self) -> str:
        """The name as a mapping writes it."""
        return f"{self.schema}.{self.name}" if self.schema else self.name

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns in their order."""
        return tuple(column.name for column in self.columns)

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
                _offer(name, self.column_names, "columns"),
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


def find_table(connection: sa.Connection, name: str) -> TableShape:
    """The table of this name ('schema.table' allowed). Raises SetupError that offers the closest names."""
    inspector = sa.inspect(connection)
    names = table_names(connection)
    found = _resolve(name, names)
    if found is not None:
        return describe(inspector, found)
    schema, dot, rest = name.partition(".")
    if dot and schema in inspector.get_schema_names():
        inside = (*inspector.get_table_names(schema), *inspector.get_view_names(schema))
        found = _resolve(rest, inside)
        if found is not None:
            return describe(inspector, found, schema)
        names = tuple(f"{schema}.{table}" for table in inside)
    if not names:
        raise SetupError(
            "The job database has no tables at all.", "Check that it is the right one.", field="job_db"
        )
    raise SetupError(f"The job database has no table '{name}'.", _offer(name, names, "tables"), field="table")


def describe(inspector: sa.Inspector, name: str, schema: str | None = None) -> TableShape:
    """The shape of an existing table or view."""
    columns = tuple(
        ColumnShape(c["name"], c["type"], bool(c["nullable"]), bool(c.get("computed")))
        for c in inspector.get_columns(name, schema)
    )
    primary_key = tuple(inspector.get_pk_constraint(name, schema)["constrained_columns"])
    unique = [frozenset(primary_key)] if primary_key else []
    unique += [frozenset(c["column_names"]) for c in inspector.get_unique_constraints(name, schema)]
    indexed = {next(iter(primary_key), None)}
    for index in inspector.get_indexes(name, schema):
        names = index["column_names"]
        partial = any(option.endswith("where") for option in index.get("dialect_options", {}))
        if partial or not names:
            continue
        indexed.add(names[0])
        if index["unique"] and None not in names:
            unique.append(frozenset(n for n in names if n is not None))
    for constraint in inspector.get_unique_constraints(name, schema):
        indexed.add(constraint["column_names"][0])
    return TableShape(
        schema=schema,
        name=name,
        columns=columns,
        primary_key=primary_key,
        unique=tuple(unique),
        indexed=frozenset(n for n in indexed if n is not None),
        is_view=name in inspector.get_view_names(schema),
    )


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
