"""One invoice's story over real files: its state, switch, link, syncing it alone, events, what keeps it."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syncdesk.app.desk import Desk, open_desk
from syncdesk.app.story_views import InvoiceStory, Obstacle, Trigger
from syncdesk.app.views import ConnectionDraft, SyncRequest
from syncdesk.model.changes import RunResult, RunSummary
from syncdesk.model.errors import UsageError
from syncdesk.model.job import RowKey
from syncdesk.model.start import StartChoice
from syncdesk.model.sync_state import EventKind, SyncState
from syncdesk.settings.lease import lease
from tests.generated_books import MAPPING, invoices, write_book, write_job_database

COUNT = 12
PAID = [invoice for invoice in invoices(COUNT) if invoice.date_paid and len(invoice.payments) == 1]
FIRST, SECOND = PAID[:2]


def never() -> bool:
    return False


class Office:
    """A company with generated books, and the desk that serves it."""

    def __init__(self, folder: Path) -> None:
        write_book(folder / "books.gnucash", COUNT)
        write_job_database(folder / "jobs.sqlite", COUNT)
        (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
        self.jobs = folder / "jobs.sqlite"
        self.desk: Desk = open_desk()
        self.connection = self.desk.add(
            ConnectionDraft(
                name="Acme",
                source_kind="gnucash",
                source={"path": str(folder / "books.gnucash")},
                job_db=str(self.jobs),
                mapping=self.desk.read_mapping(folder / "mapping.toml"),
            )
        )

    def run(self, choice: StartChoice = StartChoice.MONTH) -> RunSummary:
        request = SyncRequest(connection="Acme", choice=choice, accept_first=True)
        return self.desk.sync(request, never, lambda _: None)

    def sync(self, number: str) -> RunSummary | None:
        return self.desk.sync_invoice("Acme", self.key(number), never, lambda _: None)

    def key(self, number: str) -> RowKey:
        return self.desk.key_of("Acme", number)

    def story(self, number: str) -> InvoiceStory:
        return self.desk.story("Acme", self.key(number))

    def execute(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.jobs)) as db, db:
            db.execute(statement, values)

    def paid(self, number: str) -> object:
        with closing(sqlite3.connect(self.jobs)) as db:
            query = "SELECT paid_amount FROM invoices WHERE invoice_no = ?"
            return db.execute(query, (number,)).fetchone()[0]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def kinds(story: InvoiceStory) -> list[tuple[EventKind, Trigger]]:
    return [(event.kind, event.trigger) for event in story.events]


def obstacles(story: InvoiceStory) -> list[Obstacle]:
    return [blocker.obstacle for blocker in story.blockers]


def test_smq01_bbk29_an_invoice_is_synced_alone_before_any_run(office: Office) -> None:
    """It is not yet sent, then synced, and the action is 'Sync' the first time only."""
    before = office.story(FIRST.number)
    assert (before.state, before.is_first, before.events) == (SyncState.NOT_YET_SENT, True, ())
    assert obstacles(before) == [Obstacle.NO_RUN_YET]
    summary = office.sync(FIRST.number)
    assert summary is not None
    assert summary.counts.found == summary.counts.written == 1
    after = office.story(FIRST.number)
    assert (after.state, after.is_first, after.is_linked) == (SyncState.SYNCED, False, True)
    assert obstacles(after) == []
    assert not office.paid(SECOND.number)


def test_bbk36_bbk38_bbk39_bbk40_bbk42_the_events_tell_what_happened(office: Office) -> None:
    office.run()
    office.sync(FIRST.number)
    newest, oldest = office.story(FIRST.number).events
    assert (newest.kind, newest.trigger) == (EventKind.SYNCED, Trigger.INVOICE)
    assert newest.reason is not None
    assert newest.reason.code == "same"
    assert (oldest.kind, oldest.trigger, oldest.payments) == (EventKind.SYNCED, Trigger.PERSON, 1)
    assert oldest.old is not None
    assert oldest.new is not None
    assert oldest.old.says_nothing
    assert oldest.new.paid_amount * 100 == FIRST.paid
    assert newest.at >= oldest.at
    assert newest.at.tzinfo is not None
    assert newest.user


def test_bbk25_bbk28_the_own_switch(office: Office) -> None:
    key = office.key(FIRST.number)
    office.desk.switch_invoice("Acme", key, on=False)
    assert office.run().result is RunResult.SUCCESS
    assert not office.paid(FIRST.number)
    story = office.story(FIRST.number)
    assert (story.state, story.switch_on) == (SyncState.PAUSED, False)
    assert Obstacle.INVOICE_OFF in obstacles(story)
    assert office.desk.states()[0].waiting == 0
    assert office.sync(FIRST.number)
    assert office.paid(FIRST.number) == FIRST.paid / 100
    assert next(r for r in office.desk.invoices("Acme") if r.key == key).sync is SyncState.PAUSED
    office.desk.switch_invoice("Acme", key, on=True)
    assert office.story(FIRST.number).state is SyncState.SYNCED


def test_bbk41_bbk49_a_failed_one_says_why_and_can_be_helped(office: Office) -> None:
    office.run()
    office.execute("UPDATE invoices SET paid_amount = 1.11 WHERE invoice_no = ?", FIRST.number)
    office.sync(FIRST.number)
    story = office.story(FIRST.number)
    assert story.state is SyncState.FAILED
    assert obstacles(story) == [Obstacle.TO_DECIDE]
    assert story.events[0].kind is EventKind.FAILED
    assert story.waiting is not None
    assert story.waiting.answers


def test_bbk41_a_run_that_fails_leaves_plain_words_and_the_raw_error(office: Office, tmp_path: Path) -> None:
    office.run()
    (tmp_path / "books.gnucash").write_bytes(b"not a book at all")
    summary = office.sync(FIRST.number)
    assert summary is not None
    assert summary.result is RunResult.FAILED
    event = office.story(FIRST.number).events[0]
    assert event.kind is EventKind.FAILED
    assert event.message == summary.message != ""


def test_bbk37_what_is_asked_for_during_a_run_follows_it_once(office: Office) -> None:
    """While another run holds the lease two wishes are recorded; the older is superseded and never carried
    out, the newer is carried out by the next run."""
    office.run()
    with lease(office.desk.folders, office.connection.id):
        assert office.sync(FIRST.number) is None
        assert office.sync(FIRST.number) is None
        assert office.story(FIRST.number).state is SyncState.PENDING
    story = office.story(FIRST.number)
    assert kinds(story)[:2] == [(EventKind.PENDING, Trigger.INVOICE), (EventKind.SUPERSEDED, Trigger.INVOICE)]
    assert office.run(StartChoice.LAST).counts.found == 1
    assert office.story(FIRST.number).state is SyncState.SYNCED
    assert [e.kind for e in office.story(FIRST.number).events] == [
        EventKind.SYNCED,
        EventKind.SUPERSEDED,
        EventKind.SYNCED,
    ]


def test_bbk37_or_by_themselves_once_the_run_is_over(office: Office) -> None:
    with lease(office.desk.folders, office.connection.id):
        office.sync(FIRST.number)
        assert office.desk.sync_requested("Acme", never, lambda _: None) == ()
    assert office.desk.sync_requested("Acme", never, lambda _: None) == (RunResult.SUCCESS,)
    assert kinds(office.story(FIRST.number)) == [(EventKind.SYNCED, Trigger.INVOICE)]
    assert office.paid(FIRST.number) == FIRST.paid / 100
    assert office.desk.sync_requested("Acme", never, lambda _: None) == ()


def test_a_dead_run_keeps_nobody_waiting(office: Office) -> None:
    """F-36: its last sign of life is young, but its lock is free."""
    with lease(office.desk.folders, office.connection.id):
        office.sync(FIRST.number)
    told = office.desk.folders.leases / f"{office.connection.id}.json"
    told.write_text(json.dumps({"alive": datetime.now(UTC).isoformat()}), "utf-8")
    assert office.desk.sync_requested("Acme", never, lambda _: None) == (RunResult.SUCCESS,)


def test_f40_what_could_not_be_carried_out_says_so(office: Office) -> None:
    with lease(office.desk.folders, office.connection.id):
        office.sync(FIRST.number)
        office.sync(SECOND.number)
    office.execute("DELETE FROM invoices WHERE invoice_no = ?", FIRST.number)
    ends = office.desk.sync_requested("Acme", never, lambda _: None)
    assert ends == (RunResult.FAILED, RunResult.SUCCESS)
    assert office.desk.sync_requested("Acme", never, lambda _: None) == ()


@pytest.mark.parametrize(("silent", "state"), [(30, SyncState.SYNCING), (121, SyncState.PENDING)])
def test_bbk51_what_an_interruption_left_at_syncing_is_pending_within_two_minutes(
    office: Office, silent: int, state: SyncState
) -> None:
    """A killed run leaves its last sign of life behind; the next run takes the wish up again."""
    office.run()
    key = office.key(FIRST.number)
    hand = office.desk._rooms.by_hand(office.connection)
    hand.take_up("killed", [hand.ask(key, office.story(FIRST.number).row.source_id or "")])
    folder = office.desk.folders.leases
    folder.mkdir(parents=True, exist_ok=True)
    last = datetime.now(UTC) - timedelta(seconds=silent)
    (folder / f"{office.connection.id}.json").write_text(json.dumps({"alive": last.isoformat()}), "utf-8")
    assert office.story(FIRST.number).state is state
    assert office.story(FIRST.number).events[0].kind.value == state.value
    office.run(StartChoice.LAST)
    assert office.story(FIRST.number).state is SyncState.SYNCED


def test_smq03_f28_an_unmatched_row_is_linked_by_a_person_only(office: Office) -> None:
    office.execute("UPDATE invoices SET invoice_no = 'JOB 77' WHERE invoice_no = ?", FIRST.number)
    office.run()
    key = office.key("JOB 77")
    assert office.story("JOB 77").state is SyncState.NOT_YET_SENT
    best = office.desk.suggestions("Acme", key)[0]
    assert best.number == FIRST.number
    assert not office.paid("JOB 77")
    office.desk.link("Acme", key, best.source_id)
    assert office.story("JOB 77").state is SyncState.PENDING
    office.run(StartChoice.LAST)
    assert office.paid("JOB 77") == FIRST.paid / 100
    office.desk.unlink("Acme", key)
    story = office.story("JOB 77")
    assert (story.state, story.is_linked) == (SyncState.NOT_YET_SENT, False)
    assert [e.kind for e in story.events][:3] == [EventKind.BY_HAND, EventKind.SYNCED, EventKind.BY_HAND]
    office.run(StartChoice.LAST)
    assert office.paid("JOB 77") == FIRST.paid / 100, "the row keeps its figures"


def test_f3_what_belongs_to_another_is_not_linked(office: Office) -> None:
    office.run()
    first, second = office.story(FIRST.number), office.story(SECOND.number)
    with pytest.raises(UsageError, match="belongs to the row"):
        office.desk.link("Acme", first.row.key, second.row.source_id or "")
    with pytest.raises(UsageError, match="not known"):
        office.desk.link("Acme", first.row.key, "nobody")
    assert office.story(FIRST.number).row.source_id == first.row.source_id


def test_a_row_that_is_gone_says_so(office: Office) -> None:
    key = office.key(FIRST.number)
    office.execute("DELETE FROM invoices WHERE invoice_no = ?", FIRST.number)
    for act in (
        lambda: office.desk.story("Acme", key),
        lambda: office.desk.switch_invoice("Acme", key, on=False),
        lambda: office.desk.sync_invoice("Acme", key, never, lambda _: None),
    ):
        with pytest.raises(UsageError, match="no longer in the job database"):
            act()


def test_f35_what_an_undo_put_back_reads_as_done_by_hand(office: Office) -> None:
    run = office.run()
    office.desk.undo("Acme", run.run_id, never, lambda _: None)
    story = office.story(FIRST.number)
    assert story.state is SyncState.PAUSED
    assert obstacles(story) == [Obstacle.UNDONE]
    assert kinds(story)[0] == (EventKind.BY_HAND, Trigger.UNDO)


def test_f44_the_raw_error_carries_no_secret(office: Office) -> None:
    """Whatever a database says of itself."""
    office.run()
    hand, rooms = office.desk._rooms.by_hand(office.connection), office.desk._rooms
    record = rooms.history.invoice_changes(
        office.connection.id, office.story(FIRST.number).row.source_id or ""
    )[0]
    from syncdesk.app.story import _of_record

    leaking = replace(
        record, change=replace(record.change, detail="postgresql://ann:hunter2@db/jobs refused")
    )
    assert "hunter2" not in _of_record(leaking, None).raw
    assert hand.open_requests() == []
