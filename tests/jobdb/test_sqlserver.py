"""SQL Server without a server: the statements that are issued, as its dialect compiles them. That a server
takes them could not be tried."""

from collections.abc import Sequence
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import mssql

from syncdesk.jobdb.amount_formats import AmountColumn, amount_column
from syncdesk.jobdb.date_formats import date_column
from syncdesk.jobdb.dialects import Dialect
from syncdesk.jobdb.orders import Kind
from syncdesk.jobdb.rows import MappedTable, RowReader, after_key, having_keys, one_of
from syncdesk.jobdb.schema import ColumnShape, TableShape
from syncdesk.jobdb.updates import Updates
from syncdesk.model.job import RowKey

SQL_SERVER = Dialect("mssql", types_bind=True, counts_batches=False)


def shape(name: str, columns: Sequence[ColumnShape], schema: str | None = "dbo") -> TableShape:
    return TableShape(schema, name, tuple(columns), ("Id",), (frozenset({"Id"}),), frozenset({"Id"}))


def mapped(amount: sa.types.TypeEngine[Any], day: sa.types.TypeEngine[Any], view: str = "") -> MappedTable:
    """A table with these target types, read through a view if one is named."""
    targets = (ColumnShape("Paid Amount", amount), ColumnShape("Paid]On", day))
    listed = (ColumnShape("Id", sa.Integer()), ColumnShape("Number", mssql.NVARCHAR(20)))
    written = shape("Order", (*listed, *targets))
    return MappedTable(
        shape=shape(view, listed) if view else written,
        written=written,
        dialect=SQL_SERVER,
        key=("Id",),
        number="Number",
        paid_amount=amount_column(targets[0], "auto", SQL_SERVER, "paid_amount"),
        date_paid=date_column(targets[1], "auto", SQL_SERVER, "date_paid"),
        credited=None,
        outstanding=None,
        total=None,
        currency="",
        currency_default="GBP",
        customer="",
        invoice_date=None,
        where="Status <> 'quote'",
    )


def compiled(statement: sa.ClauseElement) -> str:
    """The statement as SQL Server gets it, on one line."""
    made = statement.compile(dialect=mssql.dialect(), compile_kwargs={"render_postcompile": True})
    return " ".join(str(made).split())


def update_of(table: MappedTable) -> str:
    """The conditional update of one row."""
    kind = Kind((0, 1), old_bytes=False, restores=False, odd_text=())
    value = lambda name: sa.bindparam(name, type_=sa.types.NullType())  # noqa: E731
    return compiled(Updates(SQL_SERVER, table)._update(kind, value))


def test_a_conditional_update_compares_null_safely_and_quotes_every_name() -> None:
    assert update_of(mapped(mssql.DECIMAL(12, 2), mssql.DATE())) == (
        "UPDATE [dbo].[Order] SET [Paid Amount]=:syncdesk_new_0, [Paid]]On]=:syncdesk_new_1"
        " WHERE [dbo].[Order].[Id] = :syncdesk_key_0"
        " AND EXISTS (SELECT [dbo].[Order].[Paid Amount] INTERSECT SELECT :syncdesk_old_0)"
        " AND EXISTS (SELECT [dbo].[Order].[Paid]]On] INTERSECT SELECT :syncdesk_old_1)"
        " AND (Status <> 'quote' )"
    )


@pytest.mark.parametrize(
    ("amount", "day", "comparison"),
    [
        (mssql.MONEY(), mssql.DATE(), "SELECT [dbo].[Order].[Paid Amount] INTERSECT SELECT :syncdesk_old_0"),
        (mssql.REAL(), mssql.DATE(), "INTERSECT SELECT CAST(:syncdesk_old_0 AS REAL)"),
        (
            mssql.NVARCHAR(20),
            mssql.DATE(),
            "INTERSECT SELECT CAST(CAST(:syncdesk_old_0 AS NVARCHAR(20)) AS VARBINARY(max))",
        ),
        (mssql.DECIMAL(12, 2), mssql.DATETIME(), "INTERSECT SELECT CAST(:syncdesk_old_1 AS DATETIME)"),
        (mssql.DECIMAL(12, 2), mssql.SMALLDATETIME(), "SELECT CAST(:syncdesk_old_1 AS SMALLDATETIME)"),
    ],
)
def test_what_would_compare_wrongly_takes_the_columns_own_type(
    amount: sa.types.TypeEngine[Any], day: sa.types.TypeEngine[Any], comparison: str
) -> None:
    assert comparison in update_of(mapped(amount, day))


def test_money_keeps_four_digits() -> None:
    money = mapped(mssql.MONEY(), mssql.DATE()).paid_amount
    assert isinstance(money, AmountColumn)
    assert (money.precision, money.scale) == (19, 4)


def test_a_view_is_read_and_its_rows_are_asked_for_when_the_table_is_written() -> None:
    table = mapped(mssql.DECIMAL(12, 2), mssql.DATE(), view="Listed")
    listed = compiled(table.select(*RowReader(table).columns))
    assert listed == (
        "SELECT [dbo].[Order].[Id], syncdesk_listed.[Number], [dbo].[Order].[Paid Amount],"
        " [dbo].[Order].[Paid]]On] FROM [dbo].[Order] JOIN (SELECT [dbo].[Listed].[Id] AS [Id],"
        " [dbo].[Listed].[Number] AS [Number] FROM [dbo].[Listed] WHERE (Status <> 'quote' ))"
        " AS syncdesk_listed ON syncdesk_listed.[Id] = [dbo].[Order].[Id]"
    )
    assert (
        "EXISTS (SELECT 1 FROM [dbo].[Listed]"
        " WHERE [dbo].[Listed].[Id] = [dbo].[Order].[Id] AND (Status <> 'quote' ))"
    ) in update_of(table)


def test_pages_searches_and_keys_are_in_words_that_sql_server_has() -> None:
    table = mapped(mssql.DECIMAL(12, 2), mssql.DATE())
    key = [table.clause.c["Id"], table.clause.c["Number"]]
    after: RowKey = (7, "N")
    page = compiled(table.select(key[0]).where(after_key(key, after)).order_by(*key).limit(5000))
    assert page.startswith("SELECT TOP 5000 [dbo].[Order].[Id] FROM [dbo].[Order] WHERE")
    assert page.endswith("ORDER BY [dbo].[Order].[Id], [dbo].[Order].[Number]")
    searched = compiled(table.select(key[0]).where(one_of(key[1], ["A", "B"]), having_keys(key, [after])))
    assert "[dbo].[Order].[Number] IN (:param_1_1, :param_1_2)" in searched
    assert "LIMIT" not in page + searched
