"""Reading, writing and equality of every kind of column: nothing is lost between a figure and its stored
form (D4, D6)."""

from datetime import date, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from syncdesk.jobdb.amount_formats import AmountColumn, TooNarrowError, UnreadableError, amount_column
from syncdesk.jobdb.date_formats import DateColumn, date_column, date_pattern
from syncdesk.jobdb.dialects import dialect_of
from syncdesk.jobdb.schema import ColumnShape
from syncdesk.model.errors import SetupError
from syncdesk.model.money import minor_digits

SQLITE = dialect_of(sa.create_engine("sqlite://"))
CURRENCIES = {"JPY": 0, "USD": 2, "KWD": 3}
AMOUNT_TYPES = {
    "NUMERIC": ("NUMERIC(18, 3)", sa.Numeric(18, 3), "auto"),
    "REAL": ("REAL", sa.REAL(), "auto"),
    "TEXT": ("TEXT", sa.TEXT(), "auto"),
    "cents": ("INTEGER", sa.INTEGER(), "minor_units"),
    "untyped": ("", sa.types.NullType(), "decimal"),
}
DATE_TYPES = {
    "DATE": ("DATE", sa.DATE(), "auto"),
    "DATETIME": ("DATETIME", sa.DATETIME(), "auto"),
    "TEXT": ("TEXT", sa.TEXT(), "auto"),
    "German": ("VARCHAR(10)", sa.VARCHAR(10), "text:%d.%m.%Y"),
    "American": ("TEXT", sa.TEXT(), "text:%m/%d/%Y"),
    "months": ("TEXT", sa.TEXT(), "text:%d-%b-%Y"),
    "digits in DATE": ("DATE", sa.DATE(), "text:%Y%m%d"),
    "digits in INTEGER": ("INTEGER", sa.INTEGER(), "text:%d%m%Y"),
}


def amounts() -> st.SearchStrategy[tuple[str, Decimal]]:
    """A currency and an amount with its digits."""
    return st.sampled_from(sorted(CURRENCIES)).flatmap(
        lambda currency: st.tuples(
            st.just(currency),
            st.integers(-(10**11), 10**11).map(lambda units: Decimal(units).scaleb(-CURRENCIES[currency])),
        )
    )


class Cell:
    """One cell of one SQLite column: values go through the real database and come back raw."""

    def __init__(self, declared: str) -> None:
        self._engine = sa.create_engine("sqlite://")
        self._connection = self._engine.connect()
        self._connection.exec_driver_sql(f"CREATE TABLE t (v {declared})")
        self._connection.exec_driver_sql("INSERT INTO t VALUES (NULL)")

    def store(self, value: object, *, number: bool) -> object:
        """What the database gives back for this value, assigned as the store assigns it."""
        table: sa.TableClause = sa.table("t", sa.column("v"))
        parameter = sa.bindparam("new", type_=sa.types.NullType())
        assigned = SQLITE.assigned_number(parameter) if number else parameter
        self._connection.execute(sa.update(table).values({table.c.v: assigned}), {"new": value})
        return self._connection.execute(sa.select(table.c.v)).scalar_one()

    def close(self) -> None:
        self._connection.close()
        self._engine.dispose()


@pytest.mark.parametrize("kind", AMOUNT_TYPES)
def test_every_amount_reads_back_as_written(kind: str) -> None:
    """D6: read(write(x)) == x through a real column, for currencies of 0, 2 and 3 digits."""
    declared, declared_type, chosen = AMOUNT_TYPES[kind]
    column = amount_column(ColumnShape("paid", declared_type), chosen, SQLITE, "paid_amount")
    cell = Cell(declared)

    @given(amounts())
    @settings(max_examples=80, deadline=None)
    def check(pair: tuple[str, Decimal]) -> None:
        currency, amount = pair
        raw = cell.store(column.write(amount, currency), number=not column.as_text)
        found = column.read(raw, currency)
        assert found == amount
        assert found is not None
        assert -int(found.as_tuple().exponent) == minor_digits(currency)
        assert column.same(raw, amount, currency)
        assert not column.same(raw, amount + Decimal("0.001"), currency)

    check()
    cell.close()


@pytest.mark.parametrize("kind", DATE_TYPES)
def test_every_day_reads_back_as_written(kind: str) -> None:
    """D6: the same for days, in every format."""
    declared, declared_type, chosen = DATE_TYPES[kind]
    column = date_column(ColumnShape("paid_on", declared_type), chosen, SQLITE, "date_paid")
    cell = Cell(declared)

    @given(st.dates(date(1901, 1, 1), date(2199, 12, 31)))
    @settings(max_examples=60, deadline=None)
    def check(day: date) -> None:
        raw = cell.store(column.write(day), number=False)
        assert column.read(raw) == day
        assert column.same(raw, day)
        assert not column.same(raw, None)

    check()
    cell.close()


@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize("kind", AMOUNT_TYPES)
def test_no_money_writes_a_zero_and_reads_as_zero(kind: str, currency: str) -> None:
    declared, declared_type, chosen = AMOUNT_TYPES[kind]
    column = amount_column(ColumnShape("paid", declared_type), chosen, SQLITE, "paid_amount")
    cell = Cell(declared)
    raw = cell.store(column.write(Decimal(0), currency), number=not column.as_text)
    assert raw is not None
    assert column.read(raw, currency) == 0
    cell.close()


def amount(declared_type: sa.types.TypeEngine[object], chosen: str = "auto") -> AmountColumn:
    return amount_column(ColumnShape("paid_amount", declared_type), chosen, SQLITE, "paid_amount")


def day(
    declared_type: sa.types.TypeEngine[object], chosen: str = "auto", nullable: bool = True
) -> DateColumn:
    return date_column(ColumnShape("date_paid", declared_type, nullable), chosen, SQLITE, "date_paid")


@pytest.mark.parametrize("raw", [None, "", "  "])
def test_nothing_says_zero(raw: object) -> None:
    """D4."""
    assert amount(sa.Numeric()).read(raw, "USD") is None
    assert amount(sa.Numeric()).same(raw, Decimal("0.00"), "USD")


@pytest.mark.parametrize(
    ("raw", "currency", "read"),
    [
        (0.1 + 0.2, "USD", "0.30"),
        (1234.56 - 1234.55 - 0.01, "USD", "0.00"),
        (-0.0, "USD", "0.00"),
        (100, "USD", "100.00"),
        (100, "JPY", "100"),
        (100.5, "JPY", "100.5"),  # finer than the minor unit: shows as different
        (100.005, "USD", "100.005"),
        ("12.3450", "USD", "12.3450"),
        ("12.5000", "USD", "12.50"),
        (Decimal("12.5000"), "USD", "12.50"),
        (1.234, "KWD", "1.234"),
        (123456789012.34, "USD", "123456789012.34"),
        (" +7 ", "", "7.00"),
        (".5", "USD", "0.50"),
    ],
)
def test_stored_numbers_are_read_exactly(raw: object, currency: str, read: str) -> None:
    """Noise of binary fractions is taken off, a really finer amount is not rounded away."""
    found = amount(sa.Numeric()).read(raw, currency)
    assert str(found) == read


@pytest.mark.parametrize(
    "raw",
    [
        "abc",
        "1,234.50",
        "1.234,50",
        "$5",
        "1e3",
        "１２",
        "1_000",
        "NaN",
        "0x10",
        b"12",
        float("inf"),
        1e300,
        True,
        Decimal("NaN"),
        date(2026, 1, 1),
    ],
)
def test_what_is_no_amount_is_named_never_guessed(raw: object) -> None:
    with pytest.raises(UnreadableError, match=r"paid_amount holds .*, which is not an amount"):
        amount(sa.Numeric()).read(raw, "USD")
    assert not amount(sa.Numeric()).same(raw, Decimal(0), "USD")


def test_minor_units_read_cents_and_show_what_is_finer() -> None:
    column = amount(sa.INTEGER(), "minor_units")
    assert column.read(12345, "USD") == Decimal("123.45")
    assert column.read(12345, "JPY") == Decimal("12345")
    assert column.read(12345, "KWD") == Decimal("12.345")
    assert column.read(1234.5, "USD") == Decimal("12.345")


@pytest.mark.parametrize(
    ("declared_type", "chosen", "value", "currency", "why"),
    [
        (sa.Numeric(10, 2), "auto", "12.345", "KWD", "keeps 2 digits after the point"),
        (sa.Numeric(6, 2), "auto", "12345.00", "USD", "too large"),
        (sa.INTEGER(), "decimal", "12.50", "USD", "keeps whole numbers only"),
        (sa.VARCHAR(8), "auto", "123456.78", "USD", "keeps 8 characters"),
        (sa.BIGINT(), "minor_units", "99999999999999999.99", "USD", "too large"),
        (sa.INTEGER(), "minor_units", "0.005", "USD", "finer"),
    ],
)
def test_declared_widths_are_kept_where_the_database_does_not(
    declared_type: sa.types.TypeEngine[object], chosen: str, value: str, currency: str, why: str
) -> None:
    with pytest.raises(TooNarrowError, match=why):
        amount(declared_type, chosen).write(Decimal(value), currency)


def test_digits_that_are_only_zeros_fit() -> None:
    """12.340 KWD needs no third digit."""
    assert amount(sa.Numeric(10, 2)).write(Decimal("12.340"), "KWD") == "12.340"
    assert amount(sa.INTEGER(), "decimal").write(Decimal("12.00"), "USD") == "12.00"


@pytest.mark.parametrize(
    "raw",
    [
        None,
        "",
        " ",
        0,
        0.0,
        "0",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00",
        "1900-01-01",
        date(1899, 12, 30),
        datetime(1900, 1, 1),  # noqa: DTZ001 - as drivers deliver it
    ],
)
def test_no_date_in_all_its_forms_is_nothing(raw: object) -> None:
    """D4: zero dates are no dates."""
    assert day(sa.DATE()).read(raw) is None
    assert day(sa.DATE()).same(raw, None)


def test_zero_dates_by_pattern_are_nothing() -> None:
    column = day(sa.TEXT(), "text:%d/%m/%Y")
    assert column.read("00/00/0000") is None


@pytest.mark.parametrize(
    "raw",
    ["2026-04-05", "2026-04-05 13:45:00", "2026-04-05T23:59:59Z", date(2026, 4, 5), datetime(2026, 4, 5, 9)],  # noqa: DTZ001
)
def test_a_time_of_day_does_not_change_the_day(raw: object) -> None:
    assert day(sa.DATETIME()).read(raw) == date(2026, 4, 5)


@pytest.mark.parametrize(
    "raw", ["05/04/2026", "2026-4-5", "2026-02-30", "soon", 20260405, 45000.5, b"2026-04-05", True]
)
def test_what_is_no_date_is_named(raw: object) -> None:
    with pytest.raises(UnreadableError, match=r"date_paid holds .*, which is not a date"):
        day(sa.DATE()).read(raw)


def test_a_pattern_reads_nothing_but_itself() -> None:
    """F-14: day and month are never swapped on a guess."""
    column = day(sa.TEXT(), "text:%d/%m/%Y")
    assert column.read("5/4/2026") == date(2026, 4, 5)
    for raw in ("2026-04-05", "04/25/2026", "5.4.2026", "5/4/26"):
        with pytest.raises(UnreadableError, match="by the pattern %d/%m/%Y"):
            column.read(raw)


def test_digits_without_separators_are_never_split_two_ways() -> None:
    column = day(sa.INTEGER(), "text:%d%m%Y")
    assert column.read(1042026) == date(2026, 4, 1)  # an integer has lost its leading zero
    with pytest.raises(UnreadableError):
        day(sa.TEXT(), "text:%d%m%Y").read("1112026")


def test_two_digits_for_the_year_keep_their_century() -> None:
    column = day(sa.TEXT(), "text:%d/%m/%y")
    assert column.read("01/02/68") == date(2068, 2, 1)
    assert column.read("01/02/69") == date(1969, 2, 1)
    with pytest.raises(TooNarrowError, match="two digits"):
        column.write(date(1950, 1, 1))


@pytest.mark.parametrize("text", ["%Y-%m", "%d.%m", "%Y-%m-%d-%d", "%x", "%Y%m%d%", "%Y-%m-%j", ""])
def test_patterns_that_do_not_say_a_day_are_refused(text: str) -> None:
    with pytest.raises(SetupError, match="not a pattern for a date"):
        date_pattern(text)


def test_no_date_is_null_where_null_may_stand_and_empty_text_where_it_may_not() -> None:
    assert day(sa.TEXT()).write(None) is None
    assert day(sa.TEXT(), nullable=False).write(None) == ""
    assert day(sa.INTEGER(), "text:%Y%m%d", nullable=False).write(None) == 0


@pytest.mark.parametrize(
    ("declared_type", "chosen", "field"),
    [
        (sa.INTEGER(), "auto", "amount_format"),
        (sa.INTEGER(), "text", "amount_format"),
        (sa.TEXT(), "decimal", "amount_format"),
        (sa.Numeric(10, 2), "minor_units", "amount_format"),
        (sa.Numeric(10, 2), "text", "amount_format"),
        (sa.types.NullType(), "auto", "amount_format"),
        (sa.Numeric(4, 2), "auto", "paid_amount"),
        (sa.VARCHAR(5), "auto", "paid_amount"),
        (sa.DATE(), "auto", "paid_amount"),
        (sa.BOOLEAN(), "auto", "paid_amount"),
        (sa.BLOB(), "auto", "paid_amount"),
    ],
)
def test_columns_that_cannot_hold_amounts_are_refused(
    declared_type: sa.types.TypeEngine[object], chosen: str, field: str
) -> None:
    with pytest.raises(SetupError) as refused:
        amount(declared_type, chosen)
    assert refused.value.field == field
    assert "'paid_amount'" in refused.value.title
    assert refused.value.remedy


def test_the_refusal_of_whole_numbers_says_what_to_say() -> None:
    with pytest.raises(SetupError) as refused:
        amount(sa.INTEGER())
    assert "minor_units" in refused.value.remedy
    assert "decimal" in refused.value.remedy


@pytest.mark.parametrize(
    ("declared_type", "chosen"),
    [
        (sa.INTEGER(), "auto"),
        (sa.INTEGER(), "date"),
        (sa.INTEGER(), "text:%d/%m/%Y"),
        (sa.Numeric(), "auto"),
        (sa.VARCHAR(8), "auto"),
        (sa.VARCHAR(10), "datetime"),
        (sa.VARCHAR(8), "text:%d.%m.%Y"),
        (sa.TIME(), "auto"),
        (sa.BLOB(), "auto"),
    ],
)
def test_columns_that_cannot_hold_dates_are_refused(
    declared_type: sa.types.TypeEngine[object], chosen: str
) -> None:
    with pytest.raises(SetupError) as refused:
        day(declared_type, chosen)
    assert refused.value.field == "date_paid"
    assert "'date_paid'" in refused.value.title


def test_no_float_is_made_on_the_way_in() -> None:
    """What is bound for SQLite is text or a whole number, whatever the column."""
    for declared_type, chosen in (
        (sa.Numeric(10, 2), "auto"),
        (sa.REAL(), "auto"),
        (sa.INTEGER(), "minor_units"),
    ):
        assert isinstance(amount(declared_type, chosen).write(Decimal("0.10"), "USD"), str | int)
