"""The support file through the real rooms: what it has, and that no secret is in it (UX-26, F-44); the order
of the checks (CXQ-01, BBK-53)."""

import logging
from pathlib import Path

import pytest

from syncdesk.app.desk import Desk, open_desk
from syncdesk.app.views import ConnectionDraft, SyncRequest
from syncdesk.model.start import StartChoice
from tests.memory_keyring import MemoryKeyring

SECRETS = (
    "hunter2-very-secret",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF123456",
    "client-secret-0123456789",
    "refresh-AbC123xyz",
)


@pytest.fixture
def desk(syncdesk_home: Path, password_store: MemoryKeyring) -> Desk:
    return open_desk()


def run(desk: Desk, name: str) -> None:
    request = SyncRequest(connection=name, choice=StartChoice.MONTH, accept_first=True)
    desk.sync(request, lambda: False, lambda _: None)


def test_ux26_it_has_what_whoever_helps_asks_for(desk: Desk) -> None:
    name = desk.prepare_demo()
    run(desk, name)
    text = desk.support_text()
    (record,) = desk.runs(name)
    for wanted in ("SyncDesk ", "Python ", "## Set-up", f"## {name} (gnucash", record.run_id, "## Log"):
        assert wanted in text
    assert "policy: ask" in text
    assert "job database: sqlite:///" in text
    customers = {row.customer for row in desk.invoices(name)} - {""}
    assert customers
    assert not any(customer in text for customer in customers)


def test_f44_no_secret_is_in_it(desk: Desk, syncdesk_home: Path) -> None:
    name = desk.prepare_demo()
    mapping = desk.connection(name).mapping
    draft = ConnectionDraft(
        name="Web",
        source_kind="quickbooks-online",
        source={"client_id": "id", "client_secret": SECRETS[2]},
        job_db=f"sqlite:///{syncdesk_home / 'demo' / 'jobs.sqlite'}",
        mapping=mapping,
    )
    desk.add(draft)
    log = logging.getLogger("syncdesk.test")
    log.warning("postgresql://ann:%s@db/jobs refused", SECRETS[0])
    log.warning('answer {"access_token": "%s", "refresh_token": "%s"}', SECRETS[1], SECRETS[3])
    (syncdesk_home / "logs").mkdir(exist_ok=True)
    with (syncdesk_home / "logs" / "syncdesk.log").open("a", encoding="utf-8") as file:  # past our formatter
        file.write(f"password={SECRETS[0]} Authorization: Bearer {SECRETS[1]}\n")
    text = desk.support_text()
    assert "## Web (quickbooks-online" in text
    assert "refused" in text
    for secret in SECRETS:
        assert secret not in text


def test_what_cannot_be_read_is_said_in_its_place(desk: Desk, syncdesk_home: Path) -> None:
    desk.prepare_demo()
    (syncdesk_home / "settings.json").write_text("{", encoding="utf-8")
    text = open_desk().support_text()
    assert "FAIL" in text
    assert "damaged" in text
    assert "## Log" in text


def test_cxq01_the_checks_come_in_the_order_in_which_they_are_seen_to(desk: Desk) -> None:
    """Switches, what must be reached, statuses, missing invoices, zero balances."""
    name = desk.prepare_demo()
    desk.set_values(name, {"schedule": "every 30", "statuses": "issued"})
    before = [check.title for check in desk.doctor(name)]
    assert any("wait for the first run" in title for title in before)
    run(desk, name)
    desk.set_values(name, {"schedule": "every 30", "statuses": ""})
    titles = [check.title.removeprefix(f"{name}: ") for check in desk.doctor(name)]
    marks = (
        "Automatic runs are on",
        "A copy of the book",
        "has the columns of the mapping",
        "whatever their status",
        "without a row in the job database",
        "Nothing to pay",
    )
    places = [next(n for n, title in enumerate(titles) if mark in title) for mark in marks]
    assert places == sorted(places)
    assert all(check.ok for check in desk.doctor(name))


def test_bbk53_what_is_worth_knowing_of_single_invoices_is_counted(desk: Desk) -> None:
    name = desk.prepare_demo()
    run(desk, name)
    rows = desk.invoices(name)
    strangers = sum(row.source_id is None for row in rows)
    found = {check.field: check for check in desk.doctor(name) if check.field}
    assert found["not_in_books"].title.endswith(f": {strangers}.")
    assert found["not_in_books"].ok
    waiting = [row for row in desk.waiting(name) if row.outcome.value == "unmatched"]
    assert found["waiting"].title.endswith(f": {len(waiting)}.")


def test_bbk15_only_the_two_payment_fields_are_touched_unless_more_is_asked_for(desk: Desk) -> None:
    """Further columns are a choice of their own, off by default, also where the table has such columns."""
    name = desk.prepare_demo()
    mapping = desk.connection(name).mapping
    assert (mapping.credited, mapping.outstanding) == ("", "")
    guessed = desk.guess_mapping(
        desk.connection(name).job_db, "gnucash", desk.connection(name).source
    ).mapping
    assert guessed is not None
    assert (guessed.credited, guessed.outstanding) == ("", "")
