"""What the engine and the application ask for: books to read, a job database to write, a journal to remember,
a store for secrets. What signing in to web books needs is beside it, in model/sign_in.py.

Implemented in sources, jobdb, journal and settings; wired in app. Nothing here does anything.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from syncdesk.model.changes import Progress, SourceMemory
from syncdesk.model.decisions import Decision
from syncdesk.model.job import Check, JobRow, JobWrite, RowKey, WriteResult
from syncdesk.model.ledger import Company, Invoice
from syncdesk.model.records import (
    Document,
    IntentionOutcome,
    OpenIntention,
    Parked,
    RecordedFigures,
    RowWrite,
    RunEnd,
    RunStart,
    Seen,
    StoredOutcome,
)
from syncdesk.model.sign_in import SignIn

Cancelled = Callable[[], bool]
ReportProgress = Callable[[Progress], None]
Clock = Callable[[], datetime]


def _never() -> bool:
    return False


def _ignored(until: datetime | None, why: str) -> None:
    del until, why


class FieldKind(StrEnum):
    """How a form asks for a field."""

    TEXT = "text"
    FILE = "file"
    SECRET = "secret"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a connector asks of a person; the settings form and the command line are made from these.

    A SECRET goes to the connection's vault and never into the settings file. An `advanced` field is folded
    away in the form: few people need it. `signed_in` fields are filled in by signing in (the company chosen
    there), so a new connection may do without them."""

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = True
    default: str = ""
    help: str = ""
    aliases: tuple[str, ...] = ()  # other keys the command line accepts for it
    file_filter: str = ""  # for FILE: 'GnuCash books (*.gnucash *.sqlite)'
    advanced: bool = False
    signed_in: bool = False


class Vault(Protocol):
    """The secrets of one connection, kept in the person's password store (D17). Raises SetupError if there is
    no safe place for them."""

    def get(self, key: str) -> str | None:
        """The secret of this key, None if there is none."""

    def set(self, key: str, value: str) -> None:
        """Keep the secret; it is durable when this returns."""

    def remove(self, key: str) -> None:
        """Forget the secret; no error if there is none."""

    def lock(self, cancelled: Cancelled) -> AbstractContextManager[None]:
        """The sole right to renew what is kept here, across windows and processes (F-29).

        Waits up to a minute for it. Raises RunCancelled, or RetryableError if another program keeps it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a connector is opened with: the values of its fields, the company's time zone (an IANA name, ''
    for this computer's) and the connection's secrets."""

    values: Mapping[str, str]
    time_zone: str
    vault: Vault


@dataclass(frozen=True, slots=True)
class SourceKind:
    """One line of the registry: a kind of source.

    `has_change_stamps` is False where the books keep no record of when payment information changed (D15);
    `limits` then says so in plain words for the window. `sign_in` is None where nobody has to sign in."""

    kind: str
    label: str
    fields: tuple[Field, ...]
    has_change_stamps: bool
    open: Callable[[Opening], "Source"]
    limits: str = ""
    sign_in: Callable[[Opening], SignIn] | None = None


@dataclass(frozen=True, slots=True)
class Watch:
    """How the outside follows a reading. `cancelled` is asked at least every second. `waiting` is told when
    the reading pauses until an instant (aware UTC) and why, in plain words; None when it goes on (F-30)."""

    cancelled: Cancelled = _never
    waiting: Callable[[datetime | None, str], None] = _ignored


class Remembered(Protocol):
    """What earlier runs of this connection knew of the books, for sources that must find what a changed
    payment used to feed."""

    def fed_by(self, payment_ids: Collection[str]) -> frozenset[str]:
        """Ids of the documents whose movements, as last recorded, named one of these payments."""

    def invoices(self, ids: Collection[str]) -> dict[str, Invoice]:
        """Documents as last recorded, by id; unknown ones are left out."""

    def ids(self) -> frozenset[str]:
        """Every document known, but those already known to be deleted."""

    def last_complete(self) -> datetime | None:
        """The stored watermark: everything that changed before it was dealt with (D11). Aware UTC, None
        before the first complete run."""


class NothingRemembered:
    """The memory of a connection that never ran."""

    def fed_by(self, payment_ids: Collection[str]) -> frozenset[str]:
        """Nothing."""
        del payment_ids
        return frozenset()

    def invoices(self, ids: Collection[str]) -> dict[str, Invoice]:
        """Nothing."""
        del ids
        return {}

    def ids(self) -> frozenset[str]:
        """Nothing."""
        return frozenset()

    def last_complete(self) -> datetime | None:
        """Never."""
        return None


@dataclass(frozen=True, slots=True)
class Question:
    """What a run asks the books for.

    Everything whose payment information changed at or after `since` (aware UTC; None = everything), and
    besides, whatever the date, the documents of these `ids` and those that carry one of these `numbers`.
    With `only` nothing but `ids` and `numbers` is wanted; more may be delivered. A document that is asked for
    by id and that the source itself calls deleted is delivered with that status (D14)."""

    since: datetime | None = None
    ids: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    only: bool = False
    remembered: Remembered = field(default_factory=NothingRemembered)


EVERYTHING = Question()


class Reading(Protocol):
    """One consistent look at the books, open while its context is. Values stay valid afterwards."""

    @property
    def company(self) -> Company:
        """The company that was really reached."""

    @property
    def started_at(self) -> datetime:
        """The source's own clock when the reading began, aware UTC."""

    @property
    def token(self) -> str:
        """The state of the books that this reading saw, '' if the source has no such thing. See
        :meth:`Source.token`."""

    def invoices(self) -> Iterator[Invoice]:
        """Every document in question exactly once; for a source without change stamps the whole of the
        books, in a stable order.

        A document that is there but makes no sense is delivered with `problem` set, so that it is counted and
        waits. Raises RunCancelled when asked to stop, SetupError, RetryableError or FatalError when the books
        cannot be read to the end."""


class Source(Protocol):
    """The books. Never written to (S50-01)."""

    @property
    def has_change_stamps(self) -> bool:
        """False: `read` always delivers the whole books and the engine finds the changes by fingerprint
        (D15)."""

    def token(self) -> str:
        """A cheap text that is equal only if the books are untouched; '' if there is no such thing.

        Raises SetupError if the books are gone.
        """

    def went_back(self, before: str, now: str) -> str:
        """Plain words for why the state `now` must be older than the state `before` (a restored backup), ''
        if it is not (D10)."""

    def read(self, question: Question, watch: Watch) -> AbstractContextManager[Reading]:
        """Open a reading of what is asked for.

        Raises RunCancelled, and SetupError, RetryableError or FatalError with a remedy when the books cannot
        be reached or proven whole."""

    def check(self) -> tuple[Check, ...]:
        """Look at the set-up step by step without changing anything."""


class JobRows(Protocol):
    """The rows of the job database, read by exact number or key.

    Every method raises SetupError (missing file, table, column, right), RetryableError (locked, away) or
    FatalError (disk full, damaged)."""

    def count(self) -> int:
        """How many rows the mapping covers."""

    def find(self, numbers: Collection[str]) -> list[JobRow]:
        """Rows whose number is, code point by code point, one of `numbers`."""

    def get(self, keys: Collection[RowKey]) -> list[JobRow]:
        """Rows by primary key; missing ones are left out."""

    def similar(self, numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
        """For each number that has any: up to three stored numbers that differ only in case, spaces or
        leading zeros. Suggestions only."""

    def rows(self) -> Iterator[JobRow]:
        """All rows in the order of the key, streamed."""


class JobStore(JobRows, Protocol):
    """The job database: its rows, and writing to them, only conditionally. Raises as reading does."""

    def check(self) -> tuple[Check, ...]:
        """Look at file, table, columns and formats without writing anything."""

    def write(self, writes: Sequence[JobWrite], cancelled: Cancelled) -> list[WriteResult]:
        """Carry out the writes, each wholly or not at all, results in the same order (D6, D7).

        One short transaction; if anything in it fails, repeated row by row. A locked database is tried again
        for some seconds, then RetryableError is raised with nothing of these writes done. A connection that
        breaks off is made anew once where nothing was done; where that cannot be known an error is raised,
        and the intentions must stay open (D7). RunCancelled only before anything is written."""

    def close(self) -> None:
        """Let go of the database."""


class Journal(Protocol):
    """What SyncDesk itself remembers of one connection. All instants are aware UTC. Raises RetryableError or
    FatalError."""

    def watermark(self) -> datetime | None:
        """The stored 'Last Successful Run', None before the first (D11)."""

    def memory(self) -> SourceMemory:
        """What the last complete run knew of the books as a whole."""

    def has_applied_run(self) -> bool:
        """True once a run of this connection was applied (the first one previews)."""

    def seen(self, source_ids: Collection[str] | None = None) -> dict[str, Seen]:
        """Fingerprint, first-seen instant and Paid Amount of these documents (None = all) as far as they have
        a recorded outcome, by source id."""

    def documents(self, source_ids: Collection[str]) -> dict[str, Document]:
        """What is remembered of these documents, by source id; unknown ones are left out."""

    def owners(self, keys: Collection[RowKey]) -> dict[RowKey, str]:
        """Which source id each of these job rows is linked to, where one is."""

    def fed_by(self, payment_ids: Collection[str]) -> frozenset[str]:
        """Source ids of the documents whose findings, as last recorded, named one of these payments in
        `feeds`."""

    def numbers(self, numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Source ids of the known invoices (no credit notes) that carry each of these numbers."""

    def recorded(self, source_ids: Collection[str]) -> dict[str, tuple[RecordedFigures, ...]]:
        """Every pair of figures that this journal wrote, or replaced by writing, in these documents' rows,
        open intentions included (D9).

        Figures of conflicts are not among them: those are what a person put there.
        """

    def row_writes(self, run_id: str) -> list[RowWrite]:
        """What this run wrote, and every later write to the same rows, in the order they were made."""

    def parked(self) -> dict[str, Parked]:
        """The waiting list (D12), by source id."""

    def decisions(self) -> dict[str, Decision]:
        """What a person decided about documents and is still remembered, by source id. An outcome that is
        stored forgets the decision on its document, unless it came about because the decision still holds
        (reasons 'ignored' and 'decided_kept') or the write that was decided upon failed."""

    def decide(self, decisions: Sequence[Decision]) -> None:
        """Remember answers, each in place of an earlier one about the same document, in one transaction."""

    def take_back(self, source_ids: Collection[str]) -> None:
        """Forget the answers about these documents: they are asked about again."""

    def switched_off(self) -> frozenset[RowKey]:
        """The job rows whose own switch a person has turned off (BBK-25)."""

    def unlinked(self) -> frozenset[tuple[str, RowKey]]:
        """Pairs of source id and job row that a person took apart: they are not matched by number again."""

    def forget_books(self) -> None:
        """Forget what is remembered of the books, in one transaction: documents, links, what waits,
        decisions, watermark and memory. The runs stay; no later document is taken for one of theirs, even if
        it has the same id."""

    def count_paid(self) -> int:
        """How many documents last left figures in the job database that say something was paid."""

    def open_intentions(self) -> list[OpenIntention]:
        """Writes that were intended by an interrupted run and have no outcome yet (D7)."""

    def close_intentions(self, outcomes: Iterable[IntentionOutcome]) -> None:
        """Store what became of open intentions, in one transaction, and end the interrupted runs they belong
        to.

        Held 'new': the intention becomes the outcome it announced (reason 'recovered'). Else nothing was
        written, and the document goes on the waiting list with the facts of the intention, unless it is on
        it: whatever the start date, it is planned afresh (D7). What an undo intended becomes what the undo
        would have stored: held 'new', put back and waiting; else the document stays as it was."""

    def begin_run(self, start: RunStart) -> None:
        """Store that a run began; runs left open by a kill are ended as failed."""

    def intend(self, run_id: str, intentions: Sequence[StoredOutcome]) -> None:
        """Store intentions before their writes, in one transaction. An intention for a document that has one
        in this run replaces it."""

    def store(self, run_id: str, outcomes: Sequence[StoredOutcome]) -> None:
        """Store outcomes in one transaction: the run's rows, the documents with fingerprints, the waiting
        list. Of a row that an undo put back (reasons 'restored' and 'brought_back') the fingerprint is
        forgotten: whatever the books say of it is news.

        An outcome whose intention is stored replaces it.
        """

    def finish_run(self, end: RunEnd) -> None:
        """Store the end of a run together with watermark and memory, in one transaction."""


class SecretStore(Protocol):
    """Where secrets are kept. Raises SetupError if there is no safe place."""

    def get(self, name: str) -> str | None:
        """The secret of this name, None if there is none."""

    def set(self, name: str, value: str) -> None:
        """Keep the secret."""

    def remove(self, name: str) -> None:
        """Forget the secret; no error if there is none."""
