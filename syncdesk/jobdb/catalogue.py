"""Which tables and views a job database has, asked of its catalogue in one statement however many there are,
and the columns of a few of them. Called by jobdb/guess.py."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from syncdesk.jobdb.faults import Fault, fault_of
from syncdesk.jobdb.schema import ColumnShape, column_shape, column_shapes

_STANDARD = ("postgresql", "mysql", "mariadb", "mssql")  # these have the catalogue of the SQL standard
_SYSTEM = ("information_schema", "pg_catalog", "mysql", "performance_schema", "sys", "INFORMATION_SCHEMA")
_TABLES = ("BASE TABLE", "FOREIGN", "FOREIGN TABLE", "SYSTEM VERSIONED")
# In capitals, because SQL Server may tell capitals apart; the others do not mind.
_LIST = "SELECT TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE "

_UPDATABLE = (
    "SELECT IS_UPDATABLE FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = :schema AND TABLE_NAME = :name"
)


@dataclass(frozen=True, slots=True)
class TableName:
    """One table or view; `schema` is None in the schema that the login works in."""

    name: str
    schema: str | None = None
    is_view: bool = False

    @property
    def full_name(self) -> str:
        """The name as a mapping writes it."""
        return f"{self.schema}.{self.name}" if self.schema else self.name


def list_tables(connection: sa.Connection) -> tuple[TableName, ...]:
    """Every table and view that the login may see, the system's own left out; those of the login's own
    schema first, in alphabetical order.

    In MariaDB and MySQL another schema is another database: where the address names one, only that is
    listed.
    """
    inspector = sa.inspect(connection)
    if connection.dialect.name in _STANDARD:
        found = _from_catalogue(connection, inspector.default_schema_name)
    else:
        found = [TableName(name) for name in inspector.get_table_names()]
        found += [TableName(name, None, True) for name in inspector.get_view_names()]
    return tuple(sorted(found, key=lambda t: (t.schema is not None, t.full_name.casefold(), t.full_name)))


def _from_catalogue(connection: sa.Connection, own: str | None) -> list[TableName]:
    if connection.dialect.name in ("mysql", "mariadb") and own:
        query = sa.text(_LIST + "TABLE_SCHEMA = :own").bindparams(own=own)
    else:
        query = sa.text(_LIST + "TABLE_SCHEMA NOT IN :system").bindparams(
            sa.bindparam("system", _SYSTEM, expanding=True)
        )
    return [
        TableName(str(name), None if schema == own else str(schema), kind == "VIEW")
        for schema, name, kind in connection.execute(query)
        if kind == "VIEW" or kind in _TABLES
    ]


def can_be_written(connection: sa.Connection, table: TableName) -> bool:
    """Whether the database says that rows of a view can be updated. True for what is no view, and where
    it does not say (SQL Server)."""
    if not table.is_view or connection.dialect.name == "mssql":
        return True
    if connection.dialect.name not in _STANDARD:
        return False
    schema = table.schema or sa.inspect(connection).default_schema_name
    query = sa.text(_UPDATABLE).bindparams(schema=schema, name=table.name)
    return connection.execute(query).scalar() in ("YES", None)


def columns_of(
    connection: sa.Connection, tables: Sequence[TableName]
) -> dict[TableName, tuple[ColumnShape, ...]]:
    """The columns of these tables. A table that cannot be described (a view on something that is gone, a
    right that is missing) is left out."""
    inspector = sa.inspect(connection)
    if connection.dialect.name == "postgresql":
        return _of_postgresql(inspector, tables)
    found = {}
    for table in tables:
        try:
            found[table] = column_shapes(connection, table.name, table.schema)
        except (sa.exc.NoSuchTableError, sa.exc.UnreflectableTableError):
            continue
        except sa.exc.DBAPIError as error:
            if error.connection_invalidated or fault_of(error) is Fault.LOCKED:
                raise
    return found


def _of_postgresql(
    inspector: sa.Inspector, tables: Sequence[TableName]
) -> dict[TableName, tuple[ColumnShape, ...]]:
    """In one statement for each schema."""
    found = {}
    for schema in dict.fromkeys(table.schema for table in tables):
        inside = {table.name: table for table in tables if table.schema == schema}
        columns = inspector.get_multi_columns(
            schema=schema, filter_names=list(inside), kind=sa.engine.reflection.ObjectKind.ANY
        )
        found.update({inside[name]: tuple(map(column_shape, shown)) for (_, name), shown in columns.items()})
    return found
