"""The use-cases 'test' and 'doctor': look at a set-up step by step, write nothing, and say for each fault
what cures it."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from itertools import islice

from syncdesk.app import drafts, reading
from syncdesk.app.views import ConnectionDraft, MappingGuess
from syncdesk.app.wiring import Rooms
from syncdesk.jobdb.guess_columns import KnownInvoice
from syncdesk.model.changes import Outcome
from syncdesk.model.connection import Connection
from syncdesk.model.errors import SetupError, SyncDeskError
from syncdesk.model.job import Check
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from syncdesk.model.ports import EVERYTHING, Opening, Question, Watch
from syncdesk.model.settlement import PaymentState
from syncdesk.model.sign_in import SIGN_IN

_SAMPLE_AGE = timedelta(days=60)  # web books are asked only for what changed lately: a guess must be quick
_SAMPLE = 500  # invoices of the books that a guess looks at


def of_draft(rooms: Rooms, draft: ConnectionDraft) -> tuple[Check, ...]:
    """The checks of a connection that is not stored yet; what is missing in the draft is a failed check, not
    an error."""
    try:
        connection = rooms.connection_of(draft)
    except SyncDeskError as error:
        return (Check.failed(error),)
    return of_connection(rooms, connection, rooms.password_in(draft))


def proved(rooms: Rooms, draft: ConnectionDraft, id_: str = "") -> Connection:
    """The connection of a draft whose books and job database were looked at and can be used. Books that
    nobody has signed in to yet are looked at later.

    Raises SetupError or UsageError for the first thing that cannot, naming its field."""
    connection = rooms.connection_of(draft, id_)
    waits = _waits_for_sign_in(rooms, connection)
    for check in of_connection(rooms, connection, rooms.password_in(draft)):
        if not check.ok and not (waits and check.field == SIGN_IN):
            raise SetupError(check.title, check.remedy, check.detail, check.field)
    return connection


def _waits_for_sign_in(rooms: Rooms, connection: Connection) -> bool:
    return rooms.kind(connection).sign_in is not None and rooms.signed_in(connection) is None


def of_connection(rooms: Rooms, connection: Connection, password: str | None = None) -> tuple[Check, ...]:
    """Books first, then the job database; `password` is one that is not in the password store yet."""
    return (
        *_guarded(lambda: rooms.source(connection).check(), "source"),
        *_guarded(lambda: _job_checks(rooms, connection, password), "job_db"),
    )


def doctor(rooms: Rooms, name: str | None) -> tuple[Check, ...]:
    """The checks of the program's own folders, then of every connection, or of one."""
    own = _guarded(lambda: _own_checks(rooms), "")
    connections = [rooms.connection(name)] if name is not None else list(rooms.connections())
    checks = list(own)
    if not connections:
        checks.append(
            Check("No company is connected yet; the sample company opens with 'syncdesk demo'.", True)
        )
    for connection in connections:
        checks += [
            Check(f"{connection.name}: {c.title}", c.ok, c.remedy, c.field, c.detail)
            for c in _of_company(rooms, connection)
        ]
    return tuple(checks)


def _of_company(rooms: Rooms, connection: Connection) -> Iterable[Check]:
    """In the order in which a person best sees to them: switches, then what must be reached, then statuses,
    missing invoices and zero balances (CXQ-01)."""
    yield from _switches(rooms, connection)
    looked = of_connection(rooms, connection)
    yield from looked
    yield _statuses(connection)
    if all(check.ok for check in looked) and rooms.journal(connection).has_applied_run():
        yield from _guarded(lambda: _invoices(rooms, connection), "")


def _statuses(connection: Connection) -> Check:
    if not connection.left_out:
        return Check("Invoices are looked at whatever their status in the books.", True)
    words = {InvoiceStatus.DRAFT: "drafts", InvoiceStatus.VOID: "cancelled invoices"}
    listed = " and ".join(words[status] for status in connection.left_out)
    return Check(f"Left out are {listed}.", True, "That is set in Settings.", "statuses")


def _invoices(rooms: Rooms, connection: Connection) -> Iterable[Check]:
    """What is worth knowing of single invoices; none of it is a fault of the set-up."""
    parked = rooms.journal(connection).parked().values()
    unmatched = sum(1 for one in parked if one.outcome == Outcome.UNMATCHED)
    if unmatched:
        yield Check(
            f"Invoices of the books without a row in the job database: {unmatched}.",
            True,
            "They are written as soon as there is a row with their number, or link them by hand.",
            "waiting",
        )
    rows = reading.invoices(rooms, connection)
    strangers = sum(1 for row in rows if row.source_id is None)
    if strangers:
        yield Check(
            f"Rows of the job database without an invoice in the books: {strangers}.",
            True,
            "Their numbers may be written unlike: see the number rule in Settings.",
            "not_in_books",
        )
    late = sum(1 for row in rows if row.state is PaymentState.PAID and row.date_paid is None)
    if late:
        yield Check(
            f"Paid in the books but without a Date Paid here: {late}.",
            True,
            "Run a sync; what is held back stands in Waiting with its reason.",
            "paid_not_here",
        )
    nothing = sum(1 for row in rows if row.state is PaymentState.NOTHING_TO_PAY)
    if nothing:
        yield Check(f"Nothing to pay, so they never get a Date Paid: {nothing}.", True)
    if not (unmatched or strangers or late):
        yield Check("Every invoice has its counterpart on the other side.", True)


def _switches(rooms: Rooms, connection: Connection) -> Iterable[Check]:
    """What keeps automatic runs from happening, before anything else (CXQ-01)."""
    if connection.schedule is None:
        return
    if not connection.automatic:
        yield Check(
            "Automatic runs are paused.",
            False,
            f'Turn them on in Settings, or with: syncdesk schedule "{connection.name}" --resume',
            "automatic",
        )
    elif not rooms.journal(connection).has_applied_run():
        yield Check(
            "Automatic runs wait for the first run.",
            False,
            "Start it yourself once: it shows what it would write, and waits for your word.",
            "first_run",
        )
    else:
        yield Check(f"Automatic runs are on: {connection.schedule}.", True)
    if connection.while_closed and connection.automatic:
        there = rooms.system_scheduler.is_installed(connection.id)
        yield Check(
            f"This system's scheduler ({rooms.system_scheduler.label}) knows of it."
            if there
            else f"This system's scheduler ({rooms.system_scheduler.label}) has no entry for it.",
            there,
            "" if there else f'Put it back with: syncdesk schedule "{connection.name}" --install',
            "while_closed",
        )


def guess(
    rooms: Rooms, job_db: str, source_kind: str, source: dict[str, str], id_: str = "", table: str = ""
) -> MappingGuess:
    """A mapping guessed from the schema, of one table where it is named; number rule and format of amounts
    are guessed from the books where they can be read.

    `id_` is the id that a new connection signed in with, or that of a stored one; '' if it needs none."""
    return rooms.guess_mapping(job_db, _some_invoices(rooms, source_kind, source, id_), id_, table)


def _job_checks(rooms: Rooms, connection: Connection, password: str | None) -> tuple[Check, ...]:
    with rooms.jobs(connection, password) as jobs:
        return jobs.check()


def _own_checks(rooms: Rooms) -> tuple[Check, ...]:
    rooms.history.runs(None, 1)
    return (
        Check(f"Settings and journal are in {rooms.folders.data} and can be used.", True),
        rooms.secrets_check(),
    )


def _guarded(look: Callable[[], Iterable[Check]], field: str) -> tuple[Check, ...]:
    try:
        return tuple(look())
    except SyncDeskError as error:
        return (Check.failed(error, field),)


def _some_invoices(
    rooms: Rooms, source_kind: str, source: dict[str, str], id_: str
) -> tuple[KnownInvoice, ...]:
    """Some invoices of the books; none where they cannot be read yet, because a guess must not fail over
    that."""
    try:
        kind = drafts.kind_named(rooms.kinds, source_kind)
        if kind.sign_in is not None and not id_:
            return ()  # nobody can have signed in yet
        books = kind.open(Opening(drafts.source_fields(kind, source), "", rooms.vault(id_)))
        question = Question(since=rooms.clock() - _SAMPLE_AGE) if kind.has_change_stamps else EVERYTHING
        with books.read(question, Watch()) as reading:
            invoices = (
                KnownInvoice(i.number, i.total, i.currency)
                for i in reading.invoices()
                if i.kind is DocumentKind.INVOICE and i.number and not i.problem
            )
            return tuple(islice(invoices, _SAMPLE))
    except SyncDeskError:
        return ()
