"""What each make of database holds in columns and takes for equal: read exactly, compared exactly."""

import shutil
import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal

import psycopg
import pytest

from syncdesk.jobdb import store as store_module
from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.errors import SetupError
from syncdesk.model.job import WRITTEN, Figures, JobRow, WriteOutcome
from tests.jobdb.conftest import write_one
from tests.servers import Jobs

PAID = Figures(Decimal("50.00"), date(2026, 4, 1))
HOSTILE = (
    "'; DROP TABLE invoices; --",
    "%s %(x)s 100%",
    ":x ?1 $1",
    "\\' \\",
    'a"b`c[d]',
    "Łódź ₿ 😀",
    "NULL",
)


def only(store: SqlJobStore) -> JobRow:
    """The one row there is."""
    (row,) = store.rows()
    return row


def columns(amount: str = "NUMERIC(12, 2)", day: str = "DATE") -> str:
    return f"id INTEGER PRIMARY KEY, invoice_no VARCHAR(60), paid_amount {amount}, date_paid {day}"


# --- what is stored is compared, not what it is taken for ------------------------------------------------


def loose_text(jobs: Jobs) -> str:
    """A text type whose collation takes capitals for small letters, and spaces at the end for nothing."""
    if jobs.make == "postgresql":
        jobs.sql("CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level2', deterministic = false)")
        return 'VARCHAR(20) COLLATE "loose"'
    return f"VARCHAR(20) COLLATE {'NOCASE' if jobs.make == 'sqlite' else 'utf8mb4_general_ci'}"


@pytest.mark.parametrize("now", ["N/A", "n/a ", "n/á"])
def test_texts_that_a_collation_takes_for_equal_differ(server_jobs: Jobs, now: str) -> None:
    text = loose_text(server_jobs)
    server_jobs.invoices((1, "A", "5", "n/a"), columns=columns(text, text))
    store = server_jobs.store()
    row = only(store)
    server_jobs.sql("UPDATE invoices SET date_paid = ?", now)
    assert write_one(store, row, PAID).outcome == WriteOutcome.CHANGED
    row = only(store)
    assert row.raw == ("5", now)
    assert write_one(store, row, PAID) is WRITTEN


@pytest.mark.parametrize(
    ("make", "type_", "held", "now"),
    [
        ("postgresql", "TIMESTAMP", "2026-03-01 10:00:00.123456", "2026-03-01 10:00:00.123457"),
        ("postgresql", "TIMESTAMPTZ", "2026-03-01 10:00:00.123456+02", "2026-03-01 10:00:00.123456+03"),
        ("mariadb", "DATETIME(6)", "2026-03-01 10:00:00.123456", "2026-03-01 10:00:00.123457"),
        ("mariadb", "DATETIME", "2026-03-01 10:00:00", "2026-03-01 10:00:01"),
    ],
)
def test_moments_are_compared_to_the_last_digit(
    request: pytest.FixtureRequest, make: str, type_: str, held: str, now: str
) -> None:
    jobs: Jobs = request.getfixturevalue(f"{make}_jobs")
    jobs.invoices((1, "A", None, held), columns=columns(day=type_))
    store = jobs.store()
    row = only(store)
    assert row.figures.date_paid == date(2026, 3, 1)
    jobs.sql("UPDATE invoices SET date_paid = ?", now)
    assert write_one(store, row, PAID).outcome == WriteOutcome.CHANGED
    assert write_one(store, only(store), PAID) is WRITTEN
    assert only(store).figures == PAID


@pytest.mark.parametrize("type_", ["DOUBLE PRECISION", "REAL", "FLOAT"])
@pytest.mark.parametrize("held", ["0.1", "1234.56", "16777.22", "-99999.99", "0.30000000000000004"])
def test_binary_numbers_are_read_to_the_cent_and_compared_bit_by_bit(
    server_jobs: Jobs, type_: str, held: str
) -> None:
    server_jobs.invoices(columns=columns(type_))
    server_jobs.sql(f"INSERT INTO invoices VALUES (1, 'A', {held}, NULL)")
    store = server_jobs.store()
    row = only(store)
    assert row.problem == ""
    assert row.figures.paid_amount == round(Decimal(held), 2)
    stale = replace(row, raw=(row.raw[0] * (1 + 2**-20), None))  # type: ignore[operator]
    assert write_one(store, stale, PAID).outcome == WriteOutcome.CHANGED
    assert write_one(store, row, replace(PAID, paid_amount=Decimal("4321.09"))) is WRITTEN
    assert only(store).figures.paid_amount == Decimal("4321.09")


@pytest.mark.parametrize("make", ["postgresql", "mariadb"])
def test_single_precision_refuses_what_it_cannot_keep(request: pytest.FixtureRequest, make: str) -> None:
    jobs: Jobs = request.getfixturevalue(f"{make}_jobs")
    jobs.invoices((1, "A", None, None), columns=columns("REAL" if make == "postgresql" else "FLOAT"))
    store = jobs.store()
    result = write_one(store, only(store), replace(PAID, paid_amount=Decimal("200000.01")))
    assert result.outcome == WriteOutcome.REFUSED
    assert "keeps about seven digits, too few for 200000.01" in result.why
    assert write_one(store, only(store), replace(PAID, paid_amount=Decimal("131071.99"))) is WRITTEN


# --- types of one make alone -----------------------------------------------------------------------------


def locales() -> list[str]:
    """Those of this system that may write money in their own manner."""
    if not shutil.which("locale"):
        return ["C"]
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True).stdout.split()
    return ["C", *(name for name in listed if name.startswith(("de_DE", "en_US", "ja_JP", "fr_CH")))]


@pytest.mark.parametrize("country", locales())
def test_money_is_read_exactly_whatever_the_servers_country(postgresql_jobs: Jobs, country: str) -> None:
    jobs = postgresql_jobs
    jobs.invoices(columns=columns("MONEY"))
    name = jobs.server.database
    try:
        jobs.sql(f"ALTER DATABASE {name} SET lc_monetary = '{country}'")
    except psycopg.Error:
        pytest.skip(f"the server does not know {country}")
    try:
        jobs.sql("INSERT INTO invoices VALUES (1, 'A', 1234567.89::numeric::money, NULL)")
        jobs.sql("INSERT INTO invoices VALUES (2, 'B', (-0.5)::numeric::money, NULL)")
        store = jobs.store()
        one, two = store.rows()
        if not country.startswith("ja"):  # the yen has no digits after the point
            amounts = [one.figures.paid_amount, two.figures.paid_amount]
            assert amounts == [Decimal("1234567.89"), Decimal("-0.50")]
        assert write_one(store, one, PAID) is WRITTEN
        assert jobs.sql("SELECT paid_amount::numeric FROM invoices WHERE id = 1") == [(Decimal(50),)]
        assert write_one(store, one, PAID).outcome == WriteOutcome.CHANGED
    finally:
        jobs.sql(f"ALTER DATABASE {name} RESET lc_monetary")


@pytest.mark.parametrize("zone", ["America/New_York", "Pacific/Auckland", "<+0530>-05:30"])
def test_a_moment_with_a_zone_is_a_day_of_the_databases_own_zone(postgresql_jobs: Jobs, zone: str) -> None:
    jobs = postgresql_jobs
    jobs.invoices((1, "A", None, None), columns=columns(day="TIMESTAMPTZ"))
    name = jobs.server.database
    jobs.sql(f"ALTER DATABASE {name} SET timezone = '{zone}'")
    try:
        store = jobs.store()
        assert write_one(store, only(store), PAID) is WRITTEN
        assert jobs.sql("SELECT date_paid::timestamp::text FROM invoices") == [("2026-04-01 00:00:00",)]
        assert only(store).figures == PAID
    finally:
        jobs.sql(f"ALTER DATABASE {name} RESET timezone")


@pytest.mark.parametrize("type_", ["DATE", "TIMESTAMP", "TIMESTAMPTZ"])
def test_days_that_python_cannot_say_trouble_their_row_alone(postgresql_jobs: Jobs, type_: str) -> None:
    jobs = postgresql_jobs
    jobs.invoices(
        (1, "A", None, "infinity"),
        (2, "B", None, "0044-03-15 BC"),
        (3, "C", None, "2026-03-31"),
        columns=columns(day=type_),
    )
    one, two, three = jobs.store().rows()
    assert "which is not a date" in one.problem
    assert "which is not a date" in two.problem
    assert (three.problem, three.figures.date_paid) == ("", date(2026, 3, 31))


def test_a_day_without_a_month_troubles_its_row_alone(mariadb_jobs: Jobs) -> None:
    mariadb_jobs.invoices((1, "A", None, "2026-00-00"), (2, "B", None, "0000-00-00"))
    one, two = mariadb_jobs.store().rows()
    assert "date_paid holds '2026-00-00', which is not a date" in one.problem
    assert (two.problem, two.figures) == ("", Figures())


def test_a_domain_is_what_stands_behind_it_and_its_rule_is_told(postgresql_jobs: Jobs) -> None:
    postgresql_jobs.sql("CREATE DOMAIN amount AS NUMERIC(10, 2) CHECK (VALUE < 1000)")
    postgresql_jobs.sql("CREATE DOMAIN positive AS amount CHECK (VALUE >= 0)")
    postgresql_jobs.invoices((1, "A", None, None), columns=columns("positive"))
    store = postgresql_jobs.store()
    assert write_one(store, only(store), PAID) is WRITTEN
    result = write_one(store, only(store), replace(PAID, paid_amount=Decimal(1000)))
    assert result.outcome == WriteOutcome.REFUSED
    assert "amount_check" in result.why


def test_an_enum_may_say_the_currency(server_jobs: Jobs) -> None:
    kind = {"mariadb": "ENUM('EUR', 'USD')", "postgresql": "currency", "sqlite": "TEXT"}[server_jobs.make]
    if server_jobs.make == "postgresql":
        server_jobs.sql("CREATE TYPE currency AS ENUM ('EUR', 'USD')")
    server_jobs.invoices((1, "A", None, None, "EUR"), columns=f"{columns()}, currency {kind}")
    assert only(server_jobs.store(currency="currency")).currency == "EUR"


def test_what_the_database_works_out_itself_is_no_target(server_jobs: Jobs) -> None:
    server_jobs.invoices(
        columns=f"{columns()}, net NUMERIC(12, 2), twice NUMERIC(12, 2) GENERATED ALWAYS AS (net * 2) STORED"
    )
    with pytest.raises(SetupError, match="worked out by the database itself"):
        server_jobs.store(paid_amount="twice").count()


# --- names, numbers and keys -----------------------------------------------------------------------------


def test_sql_in_the_data_stays_data(server_jobs: Jobs) -> None:
    server_jobs.invoices(
        *((f"{text}k" * 9, text, None, None) for text in HOSTILE),
        columns=columns().replace("INTEGER", "VARCHAR(300)"),
    )
    store = server_jobs.store()
    rows = store.find(HOSTILE)
    assert {row.number for row in rows} == set(HOSTILE)
    for row in rows:
        assert store.get([row.key]) == [row]
        assert write_one(store, row, PAID) is WRITTEN
    assert {row.figures for row in store.rows()} == {PAID}


def test_numbers_that_differ_in_capitals_alone_are_two(server_jobs: Jobs) -> None:
    """D13: whatever the collation says, and whether an accent is one character or two."""
    loose = loose_text(server_jobs)
    names = ("a1", "A1", "A1 ", "Á1", "A\u03011")
    server_jobs.invoices(
        *((n, name, None, None) for n, name in enumerate(names)),
        columns=columns().replace("VARCHAR(60)", loose),
    )
    store = server_jobs.store()
    for name in names:
        assert [row.number for row in store.find([name])] == [name]


@pytest.mark.parametrize("charset", ["latin1", "utf8mb3", "ascii"])
def test_numbers_that_a_column_cannot_spell_hide_no_others(mariadb_jobs: Jobs, charset: str) -> None:
    mariadb_jobs.invoices(
        (1, "A-1", None, None),
        columns=columns().replace("VARCHAR(60)", f"VARCHAR(60) CHARACTER SET {charset}"),
    )
    store = mariadb_jobs.store()
    assert [row.number for row in store.find(["A-1", "Ω😀", "\ud800", "A\0"])] == ["A-1"]


def test_numbers_that_postgresql_cannot_spell_hide_no_others(postgresql_jobs: Jobs) -> None:
    server = postgresql_jobs.server
    name = f"{server.database}_latin1"
    server.sql(f"CREATE DATABASE {name} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0", database="postgres")
    try:
        with closing(server.connect(name)) as latin:
            latin.execute(f"CREATE TABLE invoices ({columns()})")
            latin.execute("INSERT INTO invoices VALUES (1, 'Büro', NULL, NULL)")
        store = postgresql_jobs.store(url=server.url(name))
        assert [row.number for row in store.find(["Büro", "Ω", "A\0", "\ud800"])] == ["Büro"]
        store.close()
    finally:
        server.sql(f"DROP DATABASE {name} WITH (FORCE)", database="postgres")


def test_text_in_no_encoding_is_read_as_far_as_it_is_text(postgresql_jobs: Jobs) -> None:
    server = postgresql_jobs.server
    name = f"{server.database}_ascii"
    server.sql(
        f"CREATE DATABASE {name} ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0", database="postgres"
    )
    try:
        with closing(server.connect(name)) as latin:
            latin.execute(f"CREATE TABLE invoices ({columns()})")
            latin.execute("INSERT INTO invoices VALUES (1, 'A', 5, NULL), (2, E'B\\xfcro', 6, NULL)")
        store = postgresql_jobs.store(url=server.url(name))
        assert [row.number for row in store.rows()] == ["A", "B�ro"]
        (row,) = store.find(["A"])
        assert write_one(store, row, PAID) is WRITTEN
        store.close()
    finally:
        server.sql(f"DROP DATABASE {name} WITH (FORCE)", database="postgres")


@pytest.mark.parametrize("key", ["yr INTEGER, no VARCHAR(9)", "yr CHAR(4), no NUMERIC(9)"])
def test_rows_are_paged_in_the_order_of_a_composite_key(
    server_jobs: Jobs, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "_ROWS_AT_ONCE", 2)
    server_jobs.invoices(
        *((year, f"{n}", f"{year}/{n}", None, None) for year in (2025, 2026) for n in (1, 10, 2)),
        columns=f"{columns().replace('id INTEGER PRIMARY KEY', key)}, PRIMARY KEY (yr, no)",
    )
    numbers = [row.number for row in server_jobs.store(key=("yr", "no")).rows()]
    assert len(numbers) == len(set(numbers)) == 6


@pytest.mark.parametrize("type_", ["BINARY(16)", "VARBINARY(16)", "BLOB"])
def test_bytes_are_no_key(mariadb_jobs: Jobs, type_: str) -> None:
    mariadb_jobs.invoices(columns=columns().replace("INTEGER PRIMARY KEY", f"{type_} NOT NULL"))
    with pytest.raises(SetupError, match="does not address a row for sure"):
        mariadb_jobs.store().count()


@pytest.mark.parametrize("written", ['"Order"', "`Order`", "[Order]", "order", "Order"])
def test_a_table_may_be_named_as_in_sql(server_jobs: Jobs, written: str) -> None:
    quote = server_jobs.server.quote
    server_jobs.sql(f"CREATE TABLE {quote}Order{quote} ({columns()})")
    assert server_jobs.store(table=written).count() == 0


@pytest.mark.parametrize("written", ["a.b.Order", '"a.b"."Order"', "[a.b].[Order]", "A.B.order"])
def test_a_schema_may_have_a_dot_in_its_name(postgresql_jobs: Jobs, written: str) -> None:
    postgresql_jobs.sql('CREATE SCHEMA "a.b"')
    postgresql_jobs.sql(f'CREATE TABLE "a.b"."Order" ({columns()})')
    assert postgresql_jobs.store(table=written).count() == 0
