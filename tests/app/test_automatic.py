"""Automatic runs over real files: what is due, what a run does unattended, switches, notices, entries of the
system's scheduler (BBK-04, BBK-06, BBK-23, BBK-44, BBK-45, F-31, F-36, F-38, F-41, F-51)."""

import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from syncdesk.app.desk import Desk
from syncdesk.app.story_views import Obstacle
from syncdesk.app.views import AutomaticEnd, AutomaticState, ConnectionDraft, SyncRequest
from syncdesk.app.wiring import Rooms
from syncdesk.model.changes import RunResult, RunSummary
from syncdesk.model.errors import RunCancelled, SetupError
from syncdesk.model.start import StartChoice
from syncdesk.model.sync_state import SyncState
from syncdesk.settings.folders import folders
from syncdesk.settings.lease import lease
from syncdesk.settings.system_scheduler import Entry
from tests.generated_books import MAPPING, invoices, write_book, write_job_database

COUNT = 12
PAID = [invoice for invoice in invoices(COUNT) if invoice.date_paid and len(invoice.payments) == 1]
BEGIN = datetime(2026, 4, 10, 12, 10, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def never() -> bool:
    return False


class Scheduler:
    """A system's scheduler that remembers its entries, and refuses on demand."""

    label = "the test's scheduler"

    def __init__(self) -> None:
        self.entries: dict[str, Entry] = {}
        self.refuses = False

    def install(self, entry: Entry) -> None:
        if self.refuses:
            raise SetupError("No scheduler here.", "Leave SyncDesk open.", "", "while_closed")
        self.entries[entry.connection_id] = entry

    def remove(self, connection_id: str) -> None:
        self.entries.pop(connection_id, None)

    def is_installed(self, connection_id: str) -> bool:
        return connection_id in self.entries


class Office:
    """A company with generated books, a clock that a test sets, and the desk that serves it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now, self.scheduler = folder, BEGIN, Scheduler()
        self.book, self.jobs = folder / "books.gnucash", folder / "jobs.sqlite"
        write_book(self.book, COUNT)
        write_job_database(self.jobs, COUNT)
        (folder / "mapping.toml").write_text(MAPPING, encoding="utf-8")
        self.rooms = Rooms(folders(), lambda: self.now, scheduler=self.scheduler)
        self.desk = Desk(self.rooms)
        self.add("Acme")

    def draft(self, name: str, **settings: str) -> ConnectionDraft:
        return ConnectionDraft(
            name=name,
            source_kind="gnucash",
            source={"path": str(self.book)},
            job_db=str(self.jobs),
            mapping=self.desk.read_mapping(self.folder / "mapping.toml"),
            settings=settings or None,
        )

    def add(self, name: str, **settings: str) -> None:
        self.desk.add(self.draft(name, **settings))

    def set(self, **values: str) -> None:
        self.desk.set_values("Acme", values)

    def run(self) -> RunSummary:
        request = SyncRequest(connection="Acme", choice=StartChoice.MONTH, accept_first=True)
        return self.desk.sync(request, never, lambda _: None)

    def run_due(self) -> AutomaticEnd | None:
        return self.desk.run_due("Acme", never, lambda _: None)

    @property
    def state(self) -> AutomaticState:
        return self.desk.states()[0].automatic

    def execute(self, statement: str, *values: object) -> None:
        with closing(sqlite3.connect(self.jobs)) as db, db:
            db.execute(statement, values)

    def paid(self) -> list[object]:
        with closing(sqlite3.connect(self.jobs)) as db:
            return db.execute("SELECT paid_amount, date_paid FROM invoices ORDER BY id").fetchall()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def scheduled(office: Office) -> Office:
    """Run once by a person, and every half an hour from now on."""
    office.run()
    office.set(schedule="every 30")
    assert office.desk.due() == ()
    return office


def test_bbk23_nothing_runs_by_itself_unasked(office: Office) -> None:
    office.run()
    office.now += 30 * DAY
    assert office.desk.due() == ()
    assert office.run_due() is None
    assert office.state.next_run is None


def test_bbk23_a_run_is_due_at_its_time_and_once(scheduled: Office) -> None:
    assert scheduled.state.next_run == BEGIN + 20 * MINUTE
    scheduled.execute("UPDATE invoices SET paid_amount = NULL, date_paid = NULL")
    scheduled.now += 20 * MINUTE
    assert scheduled.desk.due() == ("Acme",)
    end = scheduled.run_due()
    assert end is not None
    assert end.summary is not None
    assert end.summary.result is RunResult.SUCCESS
    assert not end.is_news
    assert scheduled.desk.runs("Acme")[0].trigger == "schedule"
    assert scheduled.desk.due() == ()
    assert scheduled.run_due() is None
    assert scheduled.state.next_run == BEGIN + 50 * MINUTE


def test_f31_one_run_makes_up_for_a_night_asleep(scheduled: Office) -> None:
    scheduled.now += 9 * HOUR
    assert scheduled.run_due() is not None
    assert scheduled.run_due() is None
    assert len(scheduled.desk.runs("Acme")) == 2


def test_ux4_the_first_run_is_never_an_automatic_one(office: Office) -> None:
    office.set(schedule="every 30")
    before = office.paid()
    office.now += DAY
    assert office.state.awaits_first_run
    assert office.desk.due() == ()
    assert office.run_due() is None
    assert office.paid() == before


def test_f51_a_person_may_run_while_it_is_paused(scheduled: Office) -> None:
    """BBK-06: one run; switch and schedule stay as they were."""
    scheduled.set(automatic="no")
    scheduled.now += HOUR
    assert scheduled.desk.due() == ()
    assert scheduled.run_due() is None
    scheduled.execute("UPDATE invoices SET paid_amount = NULL, date_paid = NULL")
    assert scheduled.run().result is RunResult.SUCCESS
    state = scheduled.state
    assert (state.on, str(state.schedule), state.next_run) == (False, "every 30", None)
    scheduled.set(automatic="yes")
    assert scheduled.desk.due() == ("Acme",)


def test_bbk44_an_invoice_says_that_the_company_is_paused(scheduled: Office) -> None:
    number = PAID[0].number
    key = scheduled.desk.key_of("Acme", number)
    assert scheduled.desk.story("Acme", key).state is SyncState.SYNCED
    scheduled.set(automatic="no")
    story = scheduled.desk.story("Acme", key)
    assert story.state is SyncState.PAUSED
    assert [blocker.obstacle for blocker in story.blockers] == [Obstacle.CONNECTION_OFF]
    assert {row.sync for row in scheduled.desk.invoices("Acme")} == {SyncState.PAUSED}
    scheduled.desk.switch_invoice("Acme", key, on=False)  # BBK-45: the invoice's own switch is another matter
    both = scheduled.desk.story("Acme", key).blockers
    assert [b.obstacle for b in both] == [Obstacle.CONNECTION_OFF, Obstacle.INVOICE_OFF]


def test_f38_an_automatic_run_never_asks_and_what_needs_a_person_waits(office: Office) -> None:
    """F-41: told once a day while nothing else happens."""
    office.execute("UPDATE invoices SET paid_amount = 77 WHERE invoice_no = ?", PAID[0].number)
    assert office.run().counts.conflict == 1
    office.set(schedule="every 30")
    before, told = office.paid(), []
    for wait in (DAY, 30 * MINUTE, DAY, 30 * MINUTE):
        office.now += wait
        end = office.run_due()
        assert end is not None
        assert end.summary is not None
        assert end.summary.result in (RunResult.PARTIAL, RunResult.SUCCESS)
        told.append(end.is_news)
    assert told == [True, False, True, False]
    assert office.paid() == before


def test_f41_a_failure_is_told_once_a_day_and_tried_again(scheduled: Office) -> None:
    hidden = scheduled.book.with_name("hidden")
    scheduled.book.rename(hidden)
    told = []
    for minutes in (20, 5, 5, 5, 5, 5, 5, 5, 5):
        scheduled.now += minutes * MINUTE
        end = scheduled.run_due()
        told.append(None if end is None else end.is_news)
        assert end is None or end.error is not None
    # at its time; 5 minutes later; then 15; then its next time has come, and 5 after that is not yet due
    assert told[:2] == [True, False]
    assert told.count(True) == 1
    assert 3 <= sum(one is not None for one in told) < len(told)
    assert scheduled.state.failures > 0
    assert "books.gnucash" in scheduled.state.trouble
    scheduled.now += DAY
    again = scheduled.run_due()
    assert again is not None
    assert again.is_news
    hidden.rename(scheduled.book)
    scheduled.now += HOUR
    well = scheduled.run_due()
    assert well is not None
    assert well.error is None
    assert (scheduled.state.failures, scheduled.state.trouble) == (0, "")


def test_f36_another_run_under_way_is_no_failure(scheduled: Office) -> None:
    scheduled.now += 20 * MINUTE
    connection = scheduled.desk.connection("Acme")
    with lease(scheduled.rooms.folders, connection.id):
        assert scheduled.run_due() is None
    assert scheduled.state.failures == 0
    assert scheduled.run_due() is not None


def test_two_looks_at_the_same_time_run_once(scheduled: Office) -> None:
    """The open window and the system's scheduler: whoever comes second finds it done."""
    scheduled.now += 20 * MINUTE
    other, second = Desk(Rooms(folders(), lambda: scheduled.now)), []

    def look(_: object) -> None:
        if not second:
            second.append(other.run_due("Acme", never, lambda _: None))

    assert scheduled.desk.run_due("Acme", never, look) is not None
    assert second == [None]
    assert other.run_due("Acme", never, lambda _: None) is None


def test_f37_a_run_that_a_person_stops_is_not_tried_again_at_once(scheduled: Office) -> None:
    scheduled.now += 20 * MINUTE
    with suppress(RunCancelled):
        scheduled.desk.run_due("Acme", lambda: True, lambda _: None)
    scheduled.now += 6 * MINUTE
    assert scheduled.run_due() is None


def test_f31_a_run_that_was_killed_is_tried_again(scheduled: Office) -> None:
    scheduled.now += 20 * MINUTE
    scheduled.rooms.automatic(scheduled.desk.connection("Acme")).begin()  # and then the power went
    assert scheduled.run_due() is None
    scheduled.now += 5 * MINUTE
    assert scheduled.run_due() is not None


def test_f41_days_without_success_are_counted(scheduled: Office) -> None:
    assert scheduled.state.days_without_success == 0
    assert scheduled.desk.states()[0].last_success == BEGIN  # when it ran, not the watermark before it
    scheduled.now = BEGIN + 3 * DAY - MINUTE
    assert scheduled.state.days_without_success == 2
    scheduled.now = BEGIN + 3 * DAY
    assert scheduled.state.days_without_success == 3


def test_f41_a_good_run_ends_the_silence_though_it_leaves_a_gap(office: Office) -> None:
    """D11: a later start date must not jump the watermark; all the same somebody looked today."""
    office.now = datetime.now(UTC)  # as the clock of the books
    office.run()
    watermark = office.desk.start_options("Acme")[0].instant
    office.now += 15 * DAY
    assert office.state.days_without_success == 15
    request = SyncRequest(connection="Acme", choice=StartChoice.WEEK)
    assert office.desk.sync(request, never, lambda _: None).result is RunResult.SUCCESS
    assert office.desk.start_options("Acme")[0].instant == watermark
    assert office.desk.states()[0].last_success == office.now
    assert office.state.days_without_success == 0


def test_f41_looking_at_one_invoice_or_only_looking_ends_no_silence(office: Office) -> None:
    office.run()
    office.now += 15 * DAY
    for request in (
        SyncRequest(connection="Acme", choice=StartChoice.LAST, preview=True),
        SyncRequest(connection="Acme", choice=StartChoice.LAST, invoices=(PAID[0].number,)),
    ):
        office.desk.sync(request, never, lambda _: None)
        assert office.desk.states()[0].last_success == BEGIN
        assert office.state.days_without_success == 15


def test_f41_what_was_taken_back_was_no_success(office: Office) -> None:
    office.run()
    office.now += DAY
    office.run()
    first = office.desk.runs("Acme")[-1].run_id
    office.now += DAY
    office.desk.undo("Acme", first, never, lambda _: None, preview=True)
    assert office.desk.states()[0].last_success == BEGIN + DAY
    office.desk.undo("Acme", first, never, lambda _: None)
    assert office.desk.states()[0].last_success == BEGIN + DAY  # the later one still stands
    office.add("Beta")
    request = SyncRequest(connection="Beta", choice=StartChoice.MONTH, accept_first=True)
    office.desk.sync(request, never, lambda _: None)
    assert office.desk.states()[1].last_success == office.now
    office.desk.undo("Beta", office.desk.runs("Beta")[0].run_id, never, lambda _: None)
    assert office.desk.states()[1].last_success is None


def test_the_longest_overdue_comes_first(scheduled: Office) -> None:
    scheduled.add("Beta")
    request = SyncRequest(connection="Beta", choice=StartChoice.MONTH, accept_first=True)
    scheduled.desk.sync(request, never, lambda _: None)
    scheduled.desk.set_values("Beta", {"schedule": "every 20"})
    scheduled.now = BEGIN + 25 * MINUTE  # 12:20 for one, 12:30 for the other
    assert scheduled.desk.due() == ("Beta", "Acme")


# the system's scheduler


def test_one_switch_installs_and_removes_the_entry(scheduled: Office) -> None:
    id_ = scheduled.desk.connection("Acme").id
    scheduled.set(while_closed="yes")
    assert scheduled.scheduler.entries[id_].schedule.every == 30
    scheduled.set(schedule="daily 07:30", time_zone="Europe/London")
    made = scheduled.scheduler.entries[id_]
    assert (str(made.schedule), made.time_zone) == ("daily 07:30", "Europe/London")
    scheduled.set(automatic="no")
    assert not scheduled.scheduler.entries
    scheduled.set(automatic="yes")
    assert id_ in scheduled.scheduler.entries
    scheduled.set(while_closed="no")
    assert not scheduled.scheduler.entries


def test_the_entry_goes_with_its_company(scheduled: Office) -> None:
    scheduled.set(while_closed="yes")
    scheduled.desk.remove("Acme")
    assert not scheduled.scheduler.entries


def test_where_the_system_refuses_the_settings_stay_as_they_were(scheduled: Office) -> None:
    scheduled.scheduler.refuses = True
    with pytest.raises(SetupError) as caught:
        scheduled.set(while_closed="yes")
    assert caught.value.field == "while_closed"
    assert not scheduled.desk.connection("Acme").while_closed
    with pytest.raises(SetupError):
        scheduled.add("Beta", schedule="every 5", while_closed="yes")
    assert [s.connection.name for s in scheduled.desk.states()] == ["Acme"]


def test_saving_the_form_without_these_settings_keeps_them(scheduled: Office) -> None:
    scheduled.set(while_closed="yes")
    scheduled.desk.update("Acme", scheduled.draft("Acme 2"))
    kept = scheduled.desk.connection("Acme 2")
    assert (str(kept.schedule), kept.automatic, kept.while_closed) == ("every 30", True, True)
    assert scheduled.scheduler.entries[kept.id].name == "Acme 2"


@pytest.mark.parametrize(
    ("key", "value"),
    [("schedule", "every 0"), ("schedule", "hourly"), ("automatic", "perhaps"), ("while_closed", "2")],
)
def test_a_value_that_cannot_be_is_told_by_name(scheduled: Office, key: str, value: str) -> None:
    with pytest.raises(SetupError) as caught:
        scheduled.set(**{key: value})
    assert caught.value.field == key


# set-up


def test_cxq01_the_check_names_the_switches_first(scheduled: Office) -> None:
    scheduled.set(while_closed="yes")
    scheduled.scheduler.entries.clear()  # somebody took it away by hand
    found = {check.field: check for check in scheduled.desk.doctor("Acme") if not check.ok}
    assert set(found) == {"while_closed"}
    assert "--install" in found["while_closed"].remedy
    scheduled.set(automatic="no")
    found = {check.field: check for check in scheduled.desk.doctor("Acme") if not check.ok}
    assert set(found) == {"automatic"}
    assert "--resume" in found["automatic"].remedy
