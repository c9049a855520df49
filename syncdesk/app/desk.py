"""The desk: every use-case that the window and the command line offer, in one place. Plain, blocking, safe
from any thread."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from syncdesk.app import (
    automatic,
    checks,
    comparing,
    connecting,
    deciding,
    demo,
    logs,
    overview,
    reading,
    runs,
    setting,
    story,
    support,
    undoing,
    versions,
    waiting,
)
from syncdesk.app.drafts import AUTOMATIC_KEYS, BRAKE_KEYS, new_id
from syncdesk.app.story_views import InvoiceStory, Suggestion
from syncdesk.app.views import (
    AutomaticEnd,
    ConnectionDraft,
    ConnectionState,
    DecideRequest,
    InvoiceRow,
    MappingGuess,
    MappingSample,
    StartOption,
    SyncRequest,
    WaitingRow,
)
from syncdesk.app.wiring import Rooms, open_rooms
from syncdesk.model.changes import Progress, RunResult, RunSummary
from syncdesk.model.comparison import Comparison, Period
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Check, JobMapping, RowKey
from syncdesk.model.ports import Cancelled, SourceKind
from syncdesk.model.records import ChangeRecord, RunRecord
from syncdesk.model.sign_in import CompanyChoice, SignIn
from syncdesk.model.version import Versions


def open_desk() -> "Desk":
    """The desk of this person on this computer. Raises SetupError if its folder cannot be used."""
    return Desk(open_rooms())


class Desk:
    """The use-cases. Every method may raise SyncDeskError; none keeps a database open behind it."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self.folders = rooms.folders

    # connections

    def kinds(self) -> tuple[SourceKind, ...]:
        """The kinds of source there are, with the fields each asks for."""
        return self._rooms.kinds

    def states(self) -> tuple[ConnectionState, ...]:
        """Every connection with what the first screen says of it."""
        return tuple(reading.state(self._rooms, connection) for connection in self._rooms.connections())

    def connection(self, name: str) -> Connection:
        """The connection of this name. Raises UsageError with the known names."""
        return self._rooms.connection(name)

    def guess_mapping(
        self, job_db: str, source_kind: str, source: dict[str, str], draft_id: str = "", table: str = ""
    ) -> MappingGuess:
        """A mapping guessed from the real schema of the job database and from the books' invoices where they
        can be read, of one table where it is named; `draft_id` is the id that a new connection signed in
        with, or that of a stored one."""
        return checks.guess(self._rooms, job_db, source_kind, source, draft_id, table)

    def sample_mapping(self, job_db: str, mapping: JobMapping, draft_id: str = "") -> MappingSample:
        """Up to ten rows of the job database as this mapping understands them, those that say most first.

        `draft_id` is the id of a stored connection, whose password may then be used."""
        return self._rooms.sample(job_db, mapping, draft_id)

    def read_mapping(self, file: Path) -> JobMapping:
        """The mapping in a file. Raises SetupError naming what is wrong in it."""
        return self._rooms.read_mapping(file)

    def add(self, draft: ConnectionDraft) -> Connection:
        """Store a new connection after proving that its books and its job database can be used. Writes to
        neither.

        Raises SetupError naming the field at fault."""
        began_here = not draft.id
        draft = replace(draft, id=draft.id or new_id())
        try:
            return self._store(draft, "")
        except SyncDeskError:
            if began_here:  # nobody will take this draft up again
                connecting.give_up(self._rooms, draft.id)
            raise

    def update(self, name: str, draft: ConnectionDraft) -> Connection:
        """Change a connection, proved as a new one is; its history stays."""
        return self._store(draft, self._rooms.connection(name).id)

    def set_values(self, name: str, values: Mapping[str, str]) -> Connection:
        """Change single settings of a connection, everything else stays. Raises UsageError for an unknown
        key, SetupError naming the value that cannot be used."""
        return setting.set_values(self._rooms, name, values)

    def remove(self, name: str) -> None:
        """Forget a connection and its secrets. Books, job database and the journal's history are
        untouched."""
        connection = self._rooms.connection(name)
        automatic.take_effect(self._rooms, connection, None)
        self._rooms.settings.remove_connection(connection.id)
        self._rooms.forget_password(connection)
        if self._rooms.kind(connection).sign_in is not None:
            self._rooms.forget_secrets(connection.id)

    def _store(self, draft: ConnectionDraft, id_: str) -> Connection:
        draft = replace(draft, id=id_ or draft.id)
        connecting.keep_secrets(self._rooms, draft)
        connection = checks.proved(self._rooms, draft, draft.id)
        self._rooms.keep_password(draft, connection)
        if id_:
            before = next(c for c in self._rooms.connections() if c.id == id_)
            given = (draft.settings or {}).keys()
            if not BRAKE_KEYS.keys() & given:
                connection = replace(connection, brakes=before.brakes)
            if not given & set(AUTOMATIC_KEYS):
                connection = replace(
                    connection,
                    automatic=before.automatic,
                    schedule=before.schedule,
                    while_closed=before.while_closed,
                )
            automatic.take_effect(self._rooms, before, connection)
            self._rooms.settings.replace_connection(connection)
        else:
            self._rooms.settings.add_connection(connection)
            try:
                automatic.take_effect(self._rooms, None, connection)
            except SyncDeskError:
                self._rooms.settings.remove_connection(connection.id)
                raise
        return connection

    # signing in to web books

    def sign_in(self, draft: ConnectionDraft) -> SignIn:
        """The ways to sign in for a connection that is not stored yet. Give it an id of
        :func:`syncdesk.app.drafts.new_id` before; see :meth:`give_up`."""
        return connecting.of_draft(self._rooms, draft)

    def sign_in_again(self, name: str) -> SignIn:
        """The ways to sign in for a stored connection (*Reconnect*). Links and history stay."""
        return connecting.of_connection(self._rooms, name)

    def choose_company(self, name: str, choice: CompanyChoice) -> Connection:
        """Store which company a connection reads, as chosen after signing in."""
        return connecting.choose(self._rooms, name, choice)

    def give_up(self, draft_id: str) -> None:
        """Forget what a draft that is not going to be stored has left in the password store."""
        connecting.give_up(self._rooms, draft_id)

    # checks

    def test(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        """Check a connection step by step without writing anything."""
        return checks.of_draft(self._rooms, draft)

    def test_connection(self, name: str) -> tuple[Check, ...]:
        """Check a stored connection step by step without writing anything."""
        return checks.of_connection(self._rooms, self._rooms.connection(name))

    def doctor(self, name: str | None = None) -> tuple[Check, ...]:
        """Check the whole set-up, or one connection, each failure with its remedy."""
        return checks.doctor(self._rooms, name)

    def starts_with_computer(self) -> bool:
        """True if SyncDesk starts when this person signs in to this computer."""
        return self._rooms.autostart.is_on()

    def start_with_computer(self, on: bool) -> bool:
        """Turn that on or off, and say how it stands then."""
        self._rooms.autostart.turn(on)
        return self._rooms.autostart.is_on()

    def support_text(self) -> str:
        """What helps whoever helps, as text without secrets (UX-26)."""
        return support.support_text(self._rooms)

    # this program

    def versions(self) -> Versions:
        """What is known of newer versions of SyncDesk; nobody is asked."""
        return versions.versions(self._rooms)

    def look_for_version(self, by_itself: bool, cancelled: Cancelled) -> Versions:
        """Ask whether there is a newer SyncDesk: now, or `by_itself` at most once a day, if a person has not
        turned that off, and without trouble. Raises RetryableError if it cannot be learnt now,
        RunCancelled."""
        look = versions.look_by_itself if by_itself else versions.look
        return look(self._rooms, cancelled)

    def look_daily(self, on: bool) -> Versions:
        """Turn the daily look for a newer SyncDesk on or off."""
        return versions.look_daily(self._rooms, on)

    def skip_version(self, version: str) -> Versions:
        """Tell no more of this version by itself."""
        return versions.skip(self._rooms, version)

    def was_replaced(self) -> bool:
        """True once the files of this program were replaced under it, as an update does: it must be started
        again."""
        return self._rooms.program_file.was_replaced()

    def start_again(self, words: Sequence[str]) -> None:
        """Start the program that lies on the disk now with these words; it goes on when this one ends. Raises
        OSError."""
        self._rooms.package.start(words)

    def crash_report(self) -> str:
        """Where an earlier window of this person was when it was brought down, '' if none was. From now on
        it is written down for this one."""
        return logs.watch_for_crashes(self.folders.logs)

    # runs

    def start_options(self, connection_name: str) -> tuple[StartOption, ...]:
        """The five start dates as they resolve now, in the order of the window."""
        return runs.start_options(self._rooms, self._rooms.connection(connection_name))

    def sync(
        self, request: SyncRequest, cancelled: Cancelled, progress: Callable[[Progress], None]
    ) -> RunSummary:
        """Preview or run. Hand a preview's `RunSummary.plan` back in `SyncRequest.plan` to apply it."""
        return runs.sync(self._rooms, request, cancelled, progress)

    def due(self) -> tuple[str, ...]:
        """The names of the connections whose automatic run is due, longest overdue first."""
        return automatic.due(self._rooms)

    def run_due(
        self, connection_name: str, cancelled: Cancelled, progress: Callable[[Progress], None]
    ) -> AutomaticEnd | None:
        """The automatic run of a connection; None if none is due, or another run is under way. It never
        asks. Raises RunCancelled."""
        connection = self._rooms.connection(connection_name)
        return automatic.run_due(self._rooms, connection, cancelled, progress)

    def decide(
        self, request: DecideRequest, cancelled: Cancelled, progress: Callable[[Progress], None]
    ) -> RunSummary:
        """Answer what waits, and run what it concerns at once (D9, D10). Raises UsageError for what does not
        wait or cannot be answered so."""
        return deciding.decide(self._rooms, request, cancelled, progress)

    def retry(
        self,
        connection_name: str,
        invoices: tuple[str, ...],
        cancelled: Cancelled,
        progress: Callable[[Progress], None],
        source_ids: Collection[str] = (),
    ) -> RunSummary | None:
        """Try what waits again now: these invoices, by job number or source id, or all (D12). None if nothing
        waits."""
        connection = self._rooms.connection(connection_name)
        return deciding.retry(self._rooms, connection, invoices, cancelled, progress, source_ids)

    def undo(
        self,
        connection_name: str,
        run_id: str,
        cancelled: Cancelled,
        progress: Callable[[Progress], None],
        *,
        preview: bool = False,
    ) -> RunSummary:
        """Take back what a run wrote, where nothing has changed since, or say what that would do (F-35).
        Raises UsageError for a run that cannot be undone."""
        return undoing.undo(self._rooms, connection_name, run_id, cancelled, progress, preview=preview)

    # one invoice

    def story(self, connection_name: str, key: RowKey) -> InvoiceStory:
        """Everything about the invoice of one job row: how it stands, why, what happened, what can be
        done."""
        return story.story(self._rooms, self._rooms.connection(connection_name), key)

    def key_of(self, connection_name: str, number: str) -> RowKey:
        """The key of the one job row with this number. Raises UsageError if there is none, or more than
        one."""
        return story.key_of(self._rooms, self._rooms.connection(connection_name), number)

    def switch_invoice(self, connection_name: str, key: RowKey, on: bool) -> None:
        """Turn the invoice's own switch on or off; what a person starts for it works all the same."""
        story.switch(self._rooms, self._rooms.connection(connection_name), key, on)

    def sync_invoice(
        self, connection_name: str, key: RowKey, cancelled: Cancelled, progress: Callable[[Progress], None]
    ) -> RunSummary | None:
        """Sync this invoice alone, now. None while another run is under way: it follows that run."""
        connection = self._rooms.connection(connection_name)
        return story.sync_invoice(self._rooms, connection, key, cancelled, progress)

    def sync_requested(
        self, connection_name: str, cancelled: Cancelled, progress: Callable[[Progress], None]
    ) -> tuple[RunResult, ...]:
        """Carry out what was asked for single invoices while another run was under way; how each ended."""
        connection = self._rooms.connection(connection_name)
        return story.sync_requested(self._rooms, connection, cancelled, progress)

    def suggestions(self, connection_name: str, key: RowKey) -> tuple[Suggestion, ...]:
        """Documents of the books without a row that may belong to this one, the likeliest first."""
        return story.suggestions(self._rooms, self._rooms.connection(connection_name), key)

    def link(self, connection_name: str, key: RowKey, source_id: str) -> None:
        """Tie a document of the books to a job row by hand."""
        story.link(self._rooms, self._rooms.connection(connection_name), key, source_id)

    def unlink(self, connection_name: str, key: RowKey) -> None:
        """Take a job row and its document apart; the row keeps its figures."""
        story.unlink(self._rooms, self._rooms.connection(connection_name), key)

    def prepare_demo(self) -> str:
        """Make the sample company ready (copied on first use, so that a person may play) and return its
        name."""
        return demo.prepare(self._rooms)

    # looking

    def standing(self) -> tuple[overview.Company, ...]:
        """Every connection with its latest run and what it needs."""
        runs_of = self._rooms.history.runs
        return tuple(
            overview.company(reading.state(self._rooms, one), runs_of(one.id, 20))
            for one in self._rooms.connections()
        )

    def money(self, connection_name: str) -> overview.MoneyOverview:
        """The charts of a connection, from its job database (UX-21)."""
        connection = self._rooms.connection(connection_name)
        today = self._rooms.clock().astimezone(connection.zone).date()
        rows = reading.invoices(self._rooms, connection)
        return overview.money_overview(connection.name, rows, today)

    def compare(
        self,
        connection_name: str,
        period: Period,
        cancelled: Cancelled,
        progress: Callable[[Progress], None],
    ) -> Comparison:
        """Compare the job database with the books over a period: both sides, difference and cause per line,
        sums that close. Writes and records nothing. Raises RunCancelled."""
        connection = self._rooms.connection(connection_name)
        return comparing.compare(self._rooms, connection, period, cancelled, progress)

    def runs(self, connection_name: str, limit: int = 200) -> tuple[RunRecord, ...]:
        """The latest runs, newest first."""
        return reading.runs(self._rooms, connection_name, limit)

    def waiting(self, connection_name: str) -> tuple[WaitingRow, ...]:
        """What waits, and which answers still stand, longest waiting first."""
        return waiting.waiting(self._rooms, self._rooms.connection(connection_name))

    def run_changes(self, run_id: str) -> tuple[ChangeRecord, ...]:
        """The stored rows of one run. Raises UsageError for a run that does not exist."""
        return reading.run_changes(self._rooms, run_id)

    def invoices(self, connection_name: str) -> tuple[InvoiceRow, ...]:
        """Every invoice of the job database with what the journal knows of it."""
        return reading.invoices(self._rooms, self._rooms.connection(connection_name))

    def first_invoices(self, connection_name: str, count: int) -> tuple[InvoiceRow, ...]:
        """The first invoices of the job database: a first page while the whole list is read."""
        return reading.first_invoices(self._rooms, self._rooms.connection(connection_name), count)

    def changes_of_number(self, connection_name: str, job_number: str) -> tuple[ChangeRecord, ...]:
        """What runs did with the invoice of this job number, newest first. Raises UsageError for an unknown
        number."""
        return reading.changes_of_number(self._rooms, self._rooms.connection(connection_name), job_number)
