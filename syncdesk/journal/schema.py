"""The journal's tables as declared, and the numbered steps that bring an older file up to them. Used by
journal/file.py."""

from dataclasses import dataclass

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, Text, UniqueConstraint, text

APPLICATION_ID = 0x53796E44
"""'SynD' in the file's header: tells a journal from any other SQLite file."""

FIGURES = ("paid", "date", "credited", "outstanding")
"""One set of figures is four columns: decimals as text, the date as ISO text. NULL in `paid` = no figures at
all."""

CHANGE_COLUMNS = (
    *("run", "connection", "source_id", "at", "invoice_number", "customer", "currency", "outcome", "reason"),
    *("job_key", "job_number", *(f"old_{name}" for name in FIGURES), *(f"new_{name}" for name in FIGURES)),
    *("notes", "detail", "old_is_empty", "raw_old", "payment_ids"),
)
DOCUMENT_COLUMNS = (
    *(
        "connection",
        "source_id",
        "number",
        "customer",
        "currency",
        "kind",
        "total",
        "paid_amount",
        "credited",
    ),
    *("outstanding", "date_paid", "state", "job_key", "job_number", *(f"written_{name}" for name in FIGURES)),
    # `facts` comes last: SQLite reads a row from its front, so that lists pass over the long text.
    *("paid_here", "outcome", "reason", "last_synced", "first_seen", "fingerprint", "facts"),
)
PARKED_COLUMNS = (
    *("connection", "source_id", "outcome", "reason", "fingerprint", "attempts", "next_try"),
    *(*(f"refused_{name}" for name in FIGURES), "facts"),
)
COUNT_COLUMNS = ("written", "unchanged", "skipped", "unmatched", "conflict", "failed")
RUN_COLUMNS = (
    *("connection", "run_id", "kind", "since", "since_instant", "started_at", "finished_at", "result"),
    *(
        *COUNT_COLUMNS,
        "user",
        "computer",
        "process",
        "trigger",
        "watermark",
        "brake",
        "notes",
        "message",
        "detail",
        "target",
        "watermark_before",
    ),
)
DECISION_COLUMNS = (
    *("connection", "source_id", "verdict", "fingerprint", *(f"held_{name}" for name in FIGURES)),
    *("reason", "run_id", "at", "user", "computer"),
)
INTENDED_COLUMNS = (
    *(
        "number",
        "kind",
        "total",
        "paid_amount",
        "credited",
        "outstanding",
        "date_paid",
        "state",
        "job_number",
    ),
    *("first_seen", "fingerprint", "facts"),
)
INTENTION_COLUMNS = (*CHANGE_COLUMNS, *(f"document_{name}" for name in INTENDED_COLUMNS))
"""An intention is the change as it is to be, and of its document what the change does not say: a killed run
can be completed from it alone."""

FEED_COLUMNS = ("connection", "payment_id", "source_id")
SWITCH_COLUMNS = ("connection", "job_key", "at", "user", "computer")
UNLINKED_COLUMNS = ("connection", "source_id", "job_key")
ACT_COLUMNS = ("connection", "job_key", "source_id", "act", "at", "user", "computer", "detail")
ASKED_COLUMNS = (
    *("connection", "job_key", "source_id", "at", "user", "computer", "state", "run_id"),
    *("ended_at", "outcome", "reason"),
)

_NUMBERS = {"run", "connection", "paid_here", "old_is_empty", "attempts", "process", *COUNT_COLUMNS}
_OPTIONAL = {
    *(
        "job_key",
        "raw_old",
        "last_synced",
        "since_instant",
        "finished_at",
        "ended_at",
        "result",
        "watermark",
        "watermark_before",
        "brake",
        "date_paid",
    ),
    *(f"{which}_{name}" for which in ("old", "new", "written", "refused", "held") for name in FIGURES),
}

_MEMORY_TEXTS = ("company_id", "company_name", "home_currency", "token", "settings")

METADATA = MetaData()


def _columns(names: tuple[str, ...]) -> list[Column[object]]:
    columns: list[Column[object]] = []
    for name in names:
        plain = name.removeprefix("document_")
        columns.append(Column(name, Integer() if plain in _NUMBERS else Text(), nullable=plain in _OPTIONAL))
    return columns


def _number() -> Column[int]:
    return Column("id", Integer, primary_key=True, autoincrement=True)


MARKS = Table(
    "marks",
    METADATA,
    _number(),
    Column("connection_id", Text, nullable=False),
    Column("watermark", Text),
    *(Column(name, Text, nullable=False, server_default=text("''")) for name in _MEMORY_TEXTS),
    Column("documents", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("connection_id"),
    sqlite_autoincrement=True,  # a forgotten connection's number is never given to another one
)
RUNS = Table(
    "runs",
    METADATA,
    _number(),
    *_columns(RUN_COLUMNS[:-2]),
    Column("target", Text, nullable=False, server_default=text("''")),
    Column("watermark_before", Text),
    UniqueConstraint("run_id"),
)
CHANGES = Table("changes", METADATA, _number(), *_columns(CHANGE_COLUMNS))
INTENTIONS = Table("intentions", METADATA, *_columns(INTENTION_COLUMNS))
DOCUMENTS = Table("documents", METADATA, _number(), *_columns(DOCUMENT_COLUMNS))
PARKED = Table("parked", METADATA, _number(), *_columns(PARKED_COLUMNS))
FEEDS = Table("feeds", METADATA, *_columns(FEED_COLUMNS))
"""Which payment or credit stands behind which document, for sources that tell of payments one by one."""
DECISIONS = Table("decisions", METADATA, _number(), *_columns(DECISION_COLUMNS))
"""What a person answered about documents that wait."""
SWITCHES = Table("switches", METADATA, *_columns(SWITCH_COLUMNS))
"""Rows whose own switch a person has turned off. A row that is not here is on."""
UNLINKED = Table("unlinked", METADATA, *_columns(UNLINKED_COLUMNS))
"""Pairs of document and row that a person took apart: their number does not bring them together again."""
ACTS = Table("acts", METADATA, _number(), *_columns(ACT_COLUMNS))
"""What a person did to one invoice besides running it: switches and links (F-47)."""
ASKED = Table("asked", METADATA, _number(), *_columns(ASKED_COLUMNS))
"""Invoices that a person asked to have synced by themselves, and what became of it."""

AUTOMATIC = Table(
    "automatic",
    METADATA,
    Column("connection", Integer, nullable=False),
    Column("schedule", Text, nullable=False),
    Column("since", Text, nullable=False),
    Column("tried_at", Text),
    Column("failures", Integer, nullable=False),
    Column("message", Text, nullable=False),
)
"""The automatic runs of a connection: since when its schedule is as it is, and the last try."""
TOLD = Table(
    "told",
    METADATA,
    Column("connection", Integer, nullable=False),
    Column("what", Text, nullable=False),
    Column("at", Text, nullable=False),
)
"""What a person was told of by a notice, so that the same is told once a day (F-41)."""

Index("runs_by_connection", RUNS.c.connection)
Index("changes_by_run", CHANGES.c.run, CHANGES.c.outcome)
Index("changes_by_document", CHANGES.c.connection, CHANGES.c.source_id)
Index(
    "documents_by_connection", DOCUMENTS.c.connection
)  # all of a connection, in the order of the table itself
Index("documents_by_id", DOCUMENTS.c.connection, DOCUMENTS.c.source_id, unique=True)
Index("documents_by_number", DOCUMENTS.c.connection, DOCUMENTS.c.number)
Index(
    "documents_by_row",
    DOCUMENTS.c.connection,
    DOCUMENTS.c.job_key,
    sqlite_where=DOCUMENTS.c.job_key.is_not(None),
)
Index("documents_paid", DOCUMENTS.c.connection, sqlite_where=DOCUMENTS.c.paid_here == text("1"))
Index("feeds_by_payment", FEEDS.c.connection, FEEDS.c.payment_id)
Index("feeds_by_document", FEEDS.c.connection, FEEDS.c.source_id)
Index("parked_by_id", PARKED.c.connection, PARKED.c.source_id, unique=True)
Index("switches_by_row", SWITCHES.c.connection, SWITCHES.c.job_key, unique=True)
Index("unlinked_pairs", UNLINKED.c.connection, UNLINKED.c.source_id, UNLINKED.c.job_key, unique=True)
Index("acts_by_row", ACTS.c.connection, ACTS.c.job_key)
Index("asked_by_row", ASKED.c.connection, ASKED.c.job_key)
Index("asked_open", ASKED.c.connection, sqlite_where=text("state IN ('pending', 'syncing')"))
Index("automatic_by_connection", AUTOMATIC.c.connection, unique=True)
Index("told_once", TOLD.c.connection, TOLD.c.what, unique=True)
Index("decisions_by_id", DECISIONS.c.connection, DECISIONS.c.source_id, unique=True)


@dataclass(frozen=True, slots=True)
class Step:
    """One upgrade: the statements that turn a file of version `to - 1` into one of version `to`. Never edited
    once released."""

    to: int
    statements: tuple[str, ...]


_FIGURES_SQL = "{0}_paid TEXT, {0}_date TEXT, {0}_credited TEXT, {0}_outstanding TEXT"
_CHANGE_SQL = (
    "run INTEGER NOT NULL, connection INTEGER NOT NULL, source_id TEXT NOT NULL, at TEXT NOT NULL, "
    "invoice_number TEXT NOT NULL, "
    "customer TEXT NOT NULL, currency TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, job_key "
    "TEXT, "
    f"job_number TEXT NOT NULL, {_FIGURES_SQL.format('old')}, {_FIGURES_SQL.format('new')}, "
    "notes TEXT NOT NULL, detail TEXT NOT NULL, old_is_empty INTEGER NOT NULL, raw_old TEXT, payment_ids "
    "TEXT NOT NULL"
)
_DOCUMENT_SQL = (
    "connection INTEGER NOT NULL, source_id TEXT NOT NULL, number TEXT NOT NULL, customer TEXT NOT NULL, "
    "currency TEXT NOT NULL, kind TEXT NOT NULL, total TEXT NOT NULL, paid_amount TEXT NOT NULL, "
    "credited TEXT NOT NULL, outstanding TEXT NOT NULL, date_paid TEXT, state TEXT NOT NULL, job_key TEXT, "
    f"job_number TEXT NOT NULL, {_FIGURES_SQL.format('written')}, paid_here INTEGER NOT NULL, "
    "outcome TEXT NOT NULL, reason TEXT NOT NULL, last_synced TEXT, first_seen TEXT NOT NULL, "
    "fingerprint TEXT NOT NULL, facts TEXT NOT NULL"
)
_INTENDED_SQL = (
    "document_number TEXT NOT NULL, document_kind TEXT NOT NULL, document_total TEXT NOT NULL, "
    "document_paid_amount TEXT NOT NULL, document_credited TEXT NOT NULL, document_outstanding TEXT NOT "
    "NULL, "
    "document_date_paid TEXT, document_state TEXT NOT NULL, document_job_number TEXT NOT NULL, "
    "document_first_seen TEXT NOT NULL, document_fingerprint TEXT NOT NULL, document_facts TEXT NOT NULL"
)
_MARKS_SQL = (
    "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, connection_id TEXT NOT NULL, watermark TEXT, "
    "company_id TEXT DEFAULT '' NOT NULL, company_name TEXT DEFAULT '' NOT NULL, "
    "home_currency TEXT DEFAULT '' NOT NULL, token TEXT DEFAULT '' NOT NULL, "
    "settings TEXT DEFAULT '' NOT NULL, documents INTEGER DEFAULT 0 NOT NULL, UNIQUE (connection_id)"
)
_RUN_SQL = (
    "id INTEGER NOT NULL, connection INTEGER NOT NULL, run_id TEXT NOT NULL, kind TEXT NOT NULL, "
    "since TEXT NOT NULL, since_instant TEXT, started_at TEXT NOT NULL, finished_at TEXT, result TEXT, "
    "written INTEGER NOT NULL, unchanged INTEGER NOT NULL, skipped INTEGER NOT NULL, "
    "unmatched INTEGER NOT NULL, conflict INTEGER NOT NULL, failed INTEGER NOT NULL, user TEXT NOT NULL, "
    "computer TEXT NOT NULL, process INTEGER NOT NULL, trigger TEXT NOT NULL, watermark TEXT, brake TEXT, "
    "notes TEXT NOT NULL, message TEXT NOT NULL, detail TEXT NOT NULL, PRIMARY KEY (id), UNIQUE (run_id)"
)
_PARKED_SQL = (
    "id INTEGER NOT NULL, connection INTEGER NOT NULL, source_id TEXT NOT NULL, outcome TEXT NOT NULL, "
    "reason TEXT NOT NULL, fingerprint TEXT NOT NULL, attempts INTEGER NOT NULL, next_try TEXT NOT NULL, "
    f"{_FIGURES_SQL.format('refused')}, facts TEXT NOT NULL, PRIMARY KEY (id)"
)
_DECISION_SQL = (
    "id INTEGER NOT NULL, connection INTEGER NOT NULL, source_id TEXT NOT NULL, verdict TEXT NOT NULL, "
    f"fingerprint TEXT NOT NULL, {_FIGURES_SQL.format('held')}, reason TEXT NOT NULL, run_id TEXT NOT NULL, "
    "at TEXT NOT NULL, user TEXT NOT NULL, computer TEXT NOT NULL, PRIMARY KEY (id)"
)
_FEED_SQL = "connection INTEGER NOT NULL, payment_id TEXT NOT NULL, source_id TEXT NOT NULL"
_SWITCH_SQL = (
    "connection INTEGER NOT NULL, job_key TEXT, at TEXT NOT NULL, user TEXT NOT NULL, computer TEXT NOT NULL"
)
_UNLINKED_SQL = "connection INTEGER NOT NULL, source_id TEXT NOT NULL, job_key TEXT"
_ACT_SQL = (
    "id INTEGER NOT NULL, connection INTEGER NOT NULL, job_key TEXT, source_id TEXT NOT NULL, act TEXT NOT "
    "NULL, at TEXT NOT NULL, user TEXT NOT NULL, computer TEXT NOT NULL, detail TEXT NOT NULL, "
    "PRIMARY KEY (id)"
)
_ASKED_SQL = (
    "id INTEGER NOT NULL, connection INTEGER NOT NULL, job_key TEXT, source_id TEXT NOT NULL, at TEXT NOT "
    "NULL, user TEXT NOT NULL, computer TEXT NOT NULL, state TEXT NOT NULL, run_id TEXT NOT NULL, ended_at "
    "TEXT, outcome TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (id)"
)
_AUTOMATIC_SQL = (
    "connection INTEGER NOT NULL, schedule TEXT NOT NULL, since TEXT NOT NULL, tried_at TEXT, "
    "failures INTEGER NOT NULL, message TEXT NOT NULL"
)

STEPS = (
    Step(
        1,
        (
            f"CREATE TABLE marks ({_MARKS_SQL})",
            f"CREATE TABLE runs ({_RUN_SQL})",
            "CREATE INDEX runs_by_connection ON runs (connection)",
            f"CREATE TABLE changes (id INTEGER NOT NULL, {_CHANGE_SQL}, PRIMARY KEY (id))",
            "CREATE INDEX changes_by_run ON changes (run, outcome)",
            "CREATE INDEX changes_by_document ON changes (connection, source_id)",
            f"CREATE TABLE intentions ({_CHANGE_SQL}, {_INTENDED_SQL})",
            f"CREATE TABLE documents (id INTEGER NOT NULL, {_DOCUMENT_SQL}, PRIMARY KEY (id))",
            "CREATE INDEX documents_by_connection ON documents (connection)",
            "CREATE UNIQUE INDEX documents_by_id ON documents (connection, source_id)",
            "CREATE INDEX documents_by_number ON documents (connection, number)",
            "CREATE INDEX documents_by_row ON documents (connection, job_key) WHERE job_key IS NOT NULL",
            "CREATE INDEX documents_paid ON documents (connection) WHERE paid_here = 1",
            f"CREATE TABLE parked ({_PARKED_SQL})",
            "CREATE UNIQUE INDEX parked_by_id ON parked (connection, source_id)",
        ),
    ),
    Step(
        2,
        (
            f"CREATE TABLE feeds ({_FEED_SQL})",
            "CREATE INDEX feeds_by_payment ON feeds (connection, payment_id)",
            "CREATE INDEX feeds_by_document ON feeds (connection, source_id)",
        ),
    ),
    Step(
        3,
        (
            f"CREATE TABLE decisions ({_DECISION_SQL})",
            "CREATE UNIQUE INDEX decisions_by_id ON decisions (connection, source_id)",
            "ALTER TABLE runs ADD COLUMN target TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE runs ADD COLUMN watermark_before TEXT",
        ),
    ),
    Step(
        4,
        (
            f"CREATE TABLE switches ({_SWITCH_SQL})",
            "CREATE UNIQUE INDEX switches_by_row ON switches (connection, job_key)",
            f"CREATE TABLE unlinked ({_UNLINKED_SQL})",
            "CREATE UNIQUE INDEX unlinked_pairs ON unlinked (connection, source_id, job_key)",
            f"CREATE TABLE acts ({_ACT_SQL})",
            "CREATE INDEX acts_by_row ON acts (connection, job_key)",
            f"CREATE TABLE asked ({_ASKED_SQL})",
            "CREATE INDEX asked_by_row ON asked (connection, job_key)",
            "CREATE INDEX asked_open ON asked (connection) WHERE state IN ('pending', 'syncing')",
        ),
    ),
    Step(
        5,
        (
            f"CREATE TABLE automatic ({_AUTOMATIC_SQL})",
            "CREATE UNIQUE INDEX automatic_by_connection ON automatic (connection)",
            "CREATE TABLE told (connection INTEGER NOT NULL, what TEXT NOT NULL, at TEXT NOT NULL)",
            "CREATE UNIQUE INDEX told_once ON told (connection, what)",
        ),
    ),
)


def version_of(connection: Connection) -> int:
    """The version of the file, 0 for a new one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def upgrade(connection: Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Carry out the steps that the file lacks, inside the caller's transaction: all of them or none."""
    have = version_of(connection)
    for step in steps:
        if step.to > have:
            for statement in step.statements:
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA user_version = {step.to}")
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
