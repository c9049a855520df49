"""Connections with every kind of setting, for the tests of the settings."""

from dataclasses import replace
from datetime import date

from syncdesk.model.connection import BrakeLimits, Connection, Policy
from syncdesk.model.job import JobMapping, NumberRule
from syncdesk.model.settlement import PaidAmountCounts

FULL = Connection(
    id="1f",
    name="Müller & Søn",
    source_kind="gnucash",
    source={"file": "/books/Ünal.gnucash", "account": ""},
    job_db="postgresql+psycopg://ann@db.example/jobs",
    mapping=JobMapping(
        table="work.invoices",
        key=("year", "no"),
        number="no",
        paid_amount="paid",
        date_paid="paid_on",
        where="state <> 'draft'",
        numbers=NumberRule("INV", "J-", 6),
        amount_format="minor_units",
        date_format="text:%d.%m.%Y",
    ),
    policy=Policy.KEEP,
    time_zone="Europe/London",
    lock_date=date(2025, 12, 31),
    paid_amount_counts=PaidAmountCounts.EVERYTHING_THAT_SETTLES,
    credits_close=False,
    brakes=BrakeLimits(1, 2, 3, 4),
)


def plain(place: int) -> Connection:
    """A connection that leaves everything at its default."""
    mapping = JobMapping(table="invoices", key=("id",), number="no", paid_amount="paid", date_paid="day")
    return Connection(
        id=f"id{place}",
        name=f"Company {place}",
        source_kind="gnucash",
        job_db="sqlite:///jobs.db",
        mapping=mapping,
    )


def renamed(connection: Connection, name: str) -> Connection:
    """The same connection under another name."""
    return replace(connection, name=name)
