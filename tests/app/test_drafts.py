"""What a person fills in becomes a connection, or an error at the field that is wrong (UX-7)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from syncdesk.app.drafts import connection_of, job_address, kind_named, settings_of, source_fields
from syncdesk.app.views import ConnectionDraft
from syncdesk.model.connection import Connection, Policy
from syncdesk.model.errors import SetupError, UsageError
from syncdesk.model.job import JobMapping
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.settlement import PaidAmountCounts
from syncdesk.sources import KINDS

MAPPING = JobMapping(table="t", key=("id",), number="no", paid_amount="paid", date_paid="day")
DRAFT = ConnectionDraft(
    name=" Acme ", source_kind="gnucash", source={"path": "books.gnucash"}, job_db="jobs.sqlite"
)
GNUCASH = kind_named(KINDS, "gnucash")


def made(**settings: str) -> Connection:
    return connection_of(replace(DRAFT, settings=settings), GNUCASH, MAPPING, "sqlite:////jobs.sqlite")


def test_a_draft_becomes_a_connection() -> None:
    connection = made(
        lock_date="2026-01-31", credits_close="no", paid_amount_counts="everything_that_settles"
    )
    assert connection.name == "Acme"
    assert connection.policy is Policy.ASK
    assert connection.lock_date == date(2026, 1, 31)
    assert connection.rules.credits_close is False
    assert connection.rules.paid_amount_counts is PaidAmountCounts.EVERYTHING_THAT_SETTLES
    assert Path(connection.source["path"]).is_absolute()


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("policy", "never"),
        ("time_zone", "Europe/Atlantis"),
        ("lock_date", "31/01/2026"),
        ("credits_close", "perhaps"),
        ("paid_amount_counts", "cash"),
    ],
)
def test_a_wrong_setting_is_told_at_its_field(setting: str, value: str) -> None:
    with pytest.raises(SetupError) as caught:
        made(**{setting: value})
    assert caught.value.field == setting
    assert value in caught.value.title
    assert caught.value.remedy


def test_a_connection_needs_a_name() -> None:
    with pytest.raises(SetupError, match="name") as caught:
        connection_of(replace(DRAFT, name="  "), GNUCASH, MAPPING, "sqlite:////jobs.sqlite")
    assert caught.value.field == "name"


def test_missing_and_unknown_source_fields() -> None:
    with pytest.raises(SetupError) as missing:
        source_fields(GNUCASH, {})
    assert missing.value.field == "path"
    with pytest.raises(UsageError, match="colour"):
        source_fields(GNUCASH, {"path": "x", "colour": "blue"})
    with pytest.raises(UsageError, match="quickbucks"):
        kind_named(KINDS, "quickbucks")


@pytest.mark.parametrize(
    "written", ["/data/books.gnucash", "sqlite3:///data/books.gnucash", "file:///data/books.gnucash"]
)
def test_a_book_may_be_written_as_path_or_address(written: str) -> None:
    assert source_fields(GNUCASH, {"file": written}) == {"path": str(Path("/data/books.gnucash").absolute())}


def test_a_bare_path_is_a_sqlite_file() -> None:
    assert job_address("/data/jobs.sqlite").startswith("sqlite:///")
    assert job_address("postgresql://server/jobs") == "postgresql://server/jobs"
    with pytest.raises(SetupError):
        job_address("  ")


@pytest.mark.parametrize(
    ("text", "left_out", "back"),
    [
        ("", (), ""),
        ("all", (), ""),
        ("issued", (InvoiceStatus.DRAFT, InvoiceStatus.VOID), "issued"),
        (" Issued , VOID", (InvoiceStatus.DRAFT,), "issued,void"),
        ("issued,draft", (InvoiceStatus.VOID,), "issued,draft"),
        ("issued,draft,void", (), ""),
    ],
)
def test_cxq03_the_statuses_to_look_at_are_a_setting_and_empty_means_all(
    text: str, left_out: tuple[InvoiceStatus, ...], back: str
) -> None:
    connection = made(statuses=text)
    assert connection.left_out == left_out
    assert settings_of(connection)["statuses"] == back


@pytest.mark.parametrize("text", ["draft", "paid", "issued,deleted", "void,draft"])
def test_cxq03_statuses_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(SetupError) as caught:
        made(statuses=text)
    assert caught.value.field == "statuses"
