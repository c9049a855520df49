"""What the window asks of the application, as a Protocol: `app.desk.Desk` offers it, and a stand-in in tests
can too.

Every method is plain, blocking and safe to call from any thread; the window calls them on worker lanes only.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

from syncdesk.app.overview import Company, MoneyOverview
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
from syncdesk.model.changes import Progress, RunResult, RunSummary
from syncdesk.model.comparison import Comparison, Period
from syncdesk.model.connection import Connection
from syncdesk.model.job import Check, JobMapping, RowKey
from syncdesk.model.ports import Cancelled, SourceKind
from syncdesk.model.records import ChangeRecord, RunRecord
from syncdesk.model.sign_in import CompanyChoice, SignIn
from syncdesk.model.version import Versions


class DeskPort(Protocol):
    """The use-cases of the window. Every method may raise SyncDeskError."""

    def states(self) -> tuple[ConnectionState, ...]:
        """Every connection with what the first screen says of it."""

    def connection(self, name: str) -> Connection:
        """The connection of this name."""

    def kinds(self) -> tuple[SourceKind, ...]:
        """The kinds of source there are, with the fields each asks for."""

    def start_options(self, connection_name: str) -> tuple[StartOption, ...]:
        """The five start dates as they resolve now, in the order of the window."""

    def sync(
        self, request: SyncRequest, cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> RunSummary:
        """Preview or run. Hand a preview's `RunSummary.plan` back in `SyncRequest.plan` to apply it."""

    def standing(self) -> tuple[Company, ...]:
        """Every connection with its latest run and what it needs."""

    def money(self, connection_name: str) -> MoneyOverview:
        """The charts of a connection, from its job database."""

    def due(self) -> tuple[str, ...]:
        """The names of the connections whose automatic run is due, longest overdue first."""

    def run_due(
        self,
        connection_name: str,
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
    ) -> AutomaticEnd | None:
        """The automatic run of a connection; None if none is due, or another run is under way."""

    def undo(
        self,
        connection_name: str,
        run_id: str,
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
        *,
        preview: bool = False,
    ) -> RunSummary:
        """Take back what a run wrote, or say what that would do."""

    def compare(
        self,
        connection_name: str,
        period: Period,
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
    ) -> Comparison:
        """Both sides of every invoice of a period. Writes nothing."""

    def waiting(self, connection_name: str) -> tuple[WaitingRow, ...]:
        """What waits, and which answers still stand."""

    def decide(
        self, request: DecideRequest, cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> RunSummary:
        """Answer what waits, and run what it concerns at once."""

    def retry(
        self,
        connection_name: str,
        invoices: tuple[str, ...],
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
        source_ids: Collection[str] = (),
    ) -> RunSummary | None:
        """Try what waits again now. None if nothing waits."""

    def story(self, connection_name: str, key: RowKey) -> InvoiceStory:
        """Everything about the invoice of one job row."""

    def switch_invoice(self, connection_name: str, key: RowKey, on: bool) -> None:
        """Turn the invoice's own switch on or off."""

    def sync_invoice(
        self,
        connection_name: str,
        key: RowKey,
        cancelled: Callable[[], bool],
        progress: Callable[[Progress], None],
    ) -> RunSummary | None:
        """Sync this invoice alone, now. None while another run is under way: it follows that run."""

    def sync_requested(
        self, connection_name: str, cancelled: Callable[[], bool], progress: Callable[[Progress], None]
    ) -> tuple[RunResult, ...]:
        """Carry out what was asked for single invoices while another run was under way; how each ended."""

    def suggestions(self, connection_name: str, key: RowKey) -> tuple[Suggestion, ...]:
        """Documents of the books without a row that may belong to this one, the likeliest first."""

    def link(self, connection_name: str, key: RowKey, source_id: str) -> None:
        """Tie a document of the books to a job row by hand."""

    def unlink(self, connection_name: str, key: RowKey) -> None:
        """Take a job row and its document apart; the row keeps its figures."""

    def runs(self, connection_name: str, limit: int = 200) -> tuple[RunRecord, ...]:
        """The latest runs, newest first."""

    def run_changes(self, run_id: str) -> tuple[ChangeRecord, ...]:
        """The stored rows of one run."""

    def invoices(self, connection_name: str) -> tuple[InvoiceRow, ...]:
        """Every invoice of the job database."""

    def first_invoices(self, connection_name: str, count: int) -> tuple[InvoiceRow, ...]:
        """The first invoices of the job database: a first page while the whole list is read."""

    def guess_mapping(
        self, job_db: str, source_kind: str, source: dict[str, str], draft_id: str = "", table: str = ""
    ) -> MappingGuess:
        """A mapping guessed from the real schema of a job database, of one table where it is named."""

    def sample_mapping(self, job_db: str, mapping: JobMapping, draft_id: str = "") -> MappingSample:
        """Some rows of a job database as this mapping understands them."""

    def sign_in(self, draft: ConnectionDraft) -> SignIn:
        """The ways to sign in for a connection that is not stored yet."""

    def sign_in_again(self, name: str) -> SignIn:
        """The ways to sign in for a stored connection."""

    def choose_company(self, name: str, choice: CompanyChoice) -> Connection:
        """Store which company a connection reads."""

    def give_up(self, draft_id: str) -> None:
        """Forget what a draft that is not going to be stored has left in the password store."""

    def test(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        """Check a connection step by step without writing anything."""

    def doctor(self, name: str | None = None) -> tuple[Check, ...]:
        """Check the whole set-up, or one connection, each failure with its remedy."""

    def starts_with_computer(self) -> bool:
        """True if SyncDesk starts when this person signs in to this computer."""

    def start_with_computer(self, on: bool) -> bool:
        """Turn that on or off, and say how it stands then."""

    def support_text(self) -> str:
        """What helps whoever helps, as text without secrets."""

    def versions(self) -> Versions:
        """What is known of newer versions of SyncDesk."""

    def look_for_version(self, by_itself: bool, cancelled: Cancelled) -> Versions:
        """Ask whether there is a newer one: now, or `by_itself` when a day has passed."""

    def look_daily(self, on: bool) -> Versions:
        """Turn the daily look on or off."""

    def skip_version(self, version: str) -> Versions:
        """Tell no more of this version by itself."""

    def was_replaced(self) -> bool:
        """True once the files of this program were replaced under it."""

    def start_again(self, words: Sequence[str]) -> None:
        """Start the program that lies on the disk now with these words."""

    def crash_report(self) -> str:
        """Where an earlier window was when it was brought down, '' if none was."""

    def add(self, draft: ConnectionDraft) -> Connection:
        """Store a new connection."""

    def remove(self, name: str) -> None:
        """Forget a connection."""

    def update(self, name: str, draft: ConnectionDraft) -> Connection:
        """Change a connection."""

    def prepare_demo(self) -> str:
        """Make the sample company ready and return its name."""
