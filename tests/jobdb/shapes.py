"""Job tables of every shape: how rows are laid out, keyed, typed and left empty, and what is in the way of a
write. `Shape` makes one on a real database; `walk` takes it through reading, writing, a second run, emptying
and undoing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import combinations, product
from typing import Any

from syncdesk.jobdb.store import SqlJobStore
from syncdesk.model.job import Figures, JobMapping, JobRow, JobWrite, WriteResult
from tests.servers import Jobs, empty

OLD = Figures(Decimal("12.50"), date(2026, 3, 31))
FIRST = Figures(Decimal("50.00"), date(2026, 4, 1))
SECOND = Figures(Decimal("1234.56"), date(2026, 4, 2))
LARGE = Figures(Decimal("98765432.10"), date(2026, 4, 2))
NOTHING = Figures()

AXES: dict[str, tuple[str, ...]] = {
    "layout": ("table", "view", "schema", "odd names"),
    "key": ("number", "composite", "long text", "padded", "uuid"),
    "amount": ("numeric", "double", "single", "cents", "text", "money"),
    "day": ("date", "datetime", "zoned", "iso text", "text", "digits"),
    "empty": ("null", "blank", "required"),
    "trouble": ("none", "forbidding trigger", "changing trigger", "narrow"),
}
AMOUNTS = {
    "numeric": "NUMERIC(6, 2)",
    "double": {"postgresql": "DOUBLE PRECISION", "mariadb": "DOUBLE", "sqlite": "DOUBLE"},
    "single": {"postgresql": "REAL", "mariadb": "FLOAT", "sqlite": "REAL"},
    "cents": "INTEGER",
    "text": "VARCHAR(8)",
    "money": {"postgresql": "MONEY", "mariadb": "DECIMAL(19, 4)", "sqlite": "MONEY"},
}
DAYS = {
    "date": "DATE",
    "datetime": {"postgresql": "TIMESTAMP", "mariadb": "DATETIME(6)", "sqlite": "DATETIME"},
    "zoned": {"postgresql": "TIMESTAMPTZ", "mariadb": "TIMESTAMP(3)", "sqlite": "TIMESTAMP"},
    "iso text": "VARCHAR(10)",
    "text": "VARCHAR(10)",
    "digits": "INTEGER",
}
DAY_FORMATS = {"text": "text:%d/%m/%Y", "digits": "text:%Y%m%d"}
KEYS: dict[str, Mapping[str, str]] = {
    "number": {"id": "BIGINT"},
    "composite": {"yr": "INTEGER", "no": "VARCHAR(9)"},
    "long text": {"id": "VARCHAR(300)"},
    "padded": {"id": "CHAR(12)"},
    "uuid": {"id": "UUID"},
}
_KEPT = {
    "number": 7_000_000_000,
    "long text": "k" * 299,
    "padded": "AB ",
    "uuid": "6f1c0d0e-0000-4000-8000-00000000000",
}


@dataclass(frozen=True)
class Shape:
    """One shape of a job table, by the words of AXES."""

    layout: str = "table"
    key: str = "number"
    amount: str = "numeric"
    day: str = "date"
    empty: str = "null"
    trouble: str = "none"

    def __str__(self) -> str:
        return f"{self.layout}, {self.key}, {self.amount}, {self.day}, {self.empty}, {self.trouble}"

    def make(self, jobs: Jobs) -> JobMapping:
        """Make the table with three rows N-1 to N-3, the second holding OLD, and say how it is mapped."""
        return _Maker(self, jobs).make()


def every_shape() -> Iterator[Shape]:
    """The full product."""
    for words in product(*AXES.values()):
        yield Shape(**dict(zip(AXES, words, strict=True)))


def pairwise() -> list[Shape]:
    """Shapes in which every two words of different axes meet at least once: greedily, the shape that brings
    the most new pairs next."""
    names = list(AXES)
    missing = {((a, x), (b, y)) for a, b in combinations(names, 2) for x in AXES[a] for y in AXES[b]}
    found = []
    while missing:
        first, second = min(missing)
        chosen = dict((first, second))
        for name in names:
            if name not in chosen:
                chosen[name] = max(AXES[name], key=lambda word: len(_new(chosen | {name: word}, missing)))
        missing -= _new(chosen, missing)
        found.append(Shape(**chosen))
    return found


def _new(chosen: Mapping[str, str], missing: set[Any]) -> set[Any]:
    placed = [(name, chosen[name]) for name in AXES if name in chosen]
    return missing & set(combinations(placed, 2))


class _Maker:
    """Makes one shape."""

    def __init__(self, shape: Shape, jobs: Jobs) -> None:
        self.shape, self.jobs, self.make_of = shape, jobs, jobs.make
        odd = shape.layout == "odd names"
        self.table = "Order \"x\" 'y' 100%.z`" if odd else "Order"
        self.number = "group" if odd else "invoice_no"
        self.amount = "Paid Amount (€) %s" if odd else "paid_amount"
        self.day = "x'; DROP TABLE jobs; --" if odd else "date_paid"
        self.key = {(f'{name} "select":n' if odd else name): kind for name, kind in KEYS[shape.key].items()}
        self.schema = ""
        if shape.layout == "schema" and self.make_of != "sqlite":
            self.schema = jobs.server.database + "_b" if self.make_of == "mariadb" else "Büro 1.a"

    def make(self) -> JobMapping:
        if self.schema:
            self.jobs.sql(f"CREATE SCHEMA {self.q(self.schema)}")
        self.jobs.sql(f"CREATE TABLE {self.place} ({', '.join(self.columns())})")
        self.jobs.fill(self.place, *self.rows())
        self.hinder()
        name = f"{self.schema}.{self.table}" if self.schema else self.table
        mapping = JobMapping(
            table=name,
            key=tuple(self.key),
            number=self.number,
            paid_amount=self.amount,
            date_paid=self.day,
            currency_default="USD",
            amount_format="minor_units" if self.shape.amount == "cents" else self.amount_format(),
            date_format=DAY_FORMATS.get(self.shape.day, "auto"),
        )
        if self.shape.layout != "view":
            return mapping
        seen = ", ".join(self.q(name) for name in (*self.key, self.number))
        self.jobs.sql(f"CREATE VIEW {self.q('listed')} AS SELECT {seen} FROM {self.place}")
        return replace(mapping, table="listed", write_table=name)

    def amount_format(self) -> str:
        return "decimal" if (self.shape.amount, self.make_of) == ("money", "sqlite") else "auto"

    @property
    def place(self) -> str:
        return f"{self.q(self.schema)}.{self.q(self.table)}" if self.schema else self.q(self.table)

    def q(self, name: str) -> str:
        mark = self.jobs.server.quote
        return f"{mark}{name.replace(mark, mark * 2)}{mark}"

    def columns(self) -> list[str]:
        keyed = [f"{self.q(name)} {self.declared(kind)}" for name, kind in self.key.items()]
        amount, day = AMOUNTS[self.shape.amount], DAYS[self.shape.day]
        nullable = "NOT NULL" if self.shape.empty == "required" else "NULL"
        amount_type = amount if isinstance(amount, str) else amount[self.make_of]
        day_type = day if isinstance(day, str) else day[self.make_of]
        return [
            *keyed,
            f"{self.q(self.number)} VARCHAR(20)",
            f"{self.q(self.amount)} {amount_type} {nullable}",
            f"{self.q(self.day)} {day_type} {nullable}",
            f"PRIMARY KEY ({', '.join(map(self.q, self.key))})",
        ]

    def declared(self, kind: str) -> str:
        return "CHAR(36)" if kind == "UUID" and self.make_of != "postgresql" else kind

    def rows(self) -> list[tuple[object, ...]]:
        amount, day = self.nothing()
        old = (self.stored_amount(), self.stored_day())
        return [(*self.key_of(n), f"N-{n}", *(old if n == 2 else (amount, day))) for n in (1, 2, 3)]

    def key_of(self, n: int) -> tuple[object, ...]:
        if self.shape.key == "composite":
            return (2026, f"{n}")
        kept = _KEPT[self.shape.key]
        return (kept + n,) if isinstance(kept, int) else (f"{kept}{n}",)

    def nothing(self) -> tuple[object, object]:
        if self.shape.empty == "null":
            return None, None
        texts = self.shape.day in ("iso text", "text")
        zero = {"mariadb": "0000-00-00", "postgresql": "0001-01-01", "sqlite": ""}[self.make_of]
        if self.shape.day == "zoned" and self.make_of == "postgresql":
            zero = "1900-01-01 12:00"  # the first day of SQL Server
        return ("" if self.shape.amount == "text" else "0" if self.shape.amount == "money" else 0), (
            "" if texts else 0 if self.shape.day == "digits" else zero
        )

    def stored_amount(self) -> object:
        return {"cents": 1250, "text": "12.50", "double": 12.5, "single": 12.5}.get(
            self.shape.amount, "12.50"
        )

    def stored_day(self) -> object:
        return {"text": "31/03/2026", "digits": 20260331}.get(self.shape.day, "2026-03-31")

    def hinder(self) -> None:
        """Put in the way what the shape says; it concerns the second row alone."""
        if self.shape.trouble not in ("forbidding trigger", "changing trigger"):
            return
        forbids = self.shape.trouble == "forbidding trigger"
        number, amount = self.q(self.number), self.q(self.amount)
        if self.make_of == "postgresql":
            act = "RAISE EXCEPTION 'March is closed';" if forbids else f"NEW.{amount} := OLD.{amount};"
            body = f"BEGIN IF NEW.{number} = 'N-2' THEN {act} END IF; RETURN NEW; END"
            self.jobs.sql(f"CREATE FUNCTION hinder() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
            self.jobs.sql(
                f"CREATE TRIGGER hinder BEFORE UPDATE ON {self.place} FOR EACH ROW EXECUTE FUNCTION hinder()"
            )
        elif self.make_of == "mariadb":
            act = "SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'March is closed'"
            act = act if forbids else f"SET NEW.{amount} = OLD.{amount}"
            trigger = f"{self.q(self.schema)}.hinder" if self.schema else "hinder"
            self.jobs.sql(
                f"CREATE TRIGGER {trigger} BEFORE UPDATE ON {self.place} FOR EACH ROW"
                f" BEGIN IF NEW.{number} = 'N-2' THEN {act}; END IF; END"
            )
        else:
            act = "SELECT RAISE(ABORT, 'March is closed')"
            again = f"UPDATE {self.place} SET {amount} = OLD.{amount} WHERE {number} = 'N-2'"
            when = f"AFTER UPDATE ON {self.place} WHEN OLD.{number} = 'N-2'"
            self.jobs.sql(f"CREATE TRIGGER hinder {when} BEGIN {act if forbids else again}; END")


@dataclass(frozen=True, slots=True)
class Walk:
    """What became of a shape: outcomes of both first writes, how many rows a second run would write, and what
    became of emptying and of putting the first values back."""

    checked: tuple[str, ...]
    read: tuple[Figures, ...]
    first: WriteResult
    second: WriteResult
    left: tuple[JobRow, ...]
    stale: WriteResult
    emptied: WriteResult
    restored: WriteResult
    raw_again: bool


def walk(jobs: Jobs, shape: Shape) -> Walk:
    """Take a shape through everything that happens to a row."""
    empty(jobs.server)
    store = jobs.store(shape.make(jobs))
    try:
        return _walk(store, LARGE if shape.trouble == "narrow" else SECOND)
    finally:
        store.close()


def _walk(store: SqlJobStore, large: Figures) -> Walk:
    checked = tuple(f"{line.title} {line.detail}" for line in store.check() if not line.ok)
    rows = sorted(store.rows(), key=lambda row: row.number)
    one, two, _ = rows
    first, second = _write(store, (one, FIRST), (two, large))
    left = tuple(sorted(store.find([row.number for row in rows]), key=lambda row: row.number))
    (stale,) = _write(store, (one, SECOND))
    (emptied,) = _write(store, (left[0], NOTHING))
    (now,) = store.get([one.key])
    (restored,) = store.write([JobWrite(now.key, now.raw, one.figures, "USD", restore=one.raw)], _never)
    (then,) = store.get([one.key])
    same = [repr(raw) for raw in then.raw] == [repr(raw) for raw in one.raw]
    return Walk(checked, tuple(r.figures for r in rows), first, second, left, stale, emptied, restored, same)


def _write(store: SqlJobStore, *orders: tuple[JobRow, Figures]) -> Sequence[WriteResult]:
    return store.write([JobWrite(row.key, row.raw, figures, "USD") for row, figures in orders], _never)


def _never() -> bool:
    return False
