"""An office of several desks: each a SyncDesk with a home, a journal and a network of its own, all over one
book and one job database. Used by the tests of many desks."""

import random
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from syncdesk.app.desk import Desk
from syncdesk.app.views import ConnectionDraft, SyncRequest
from syncdesk.app.wiring import Rooms
from syncdesk.model.changes import Outcome, RunSummary
from syncdesk.model.connection import BrakeLimits
from syncdesk.model.start import StartChoice
from syncdesk.settings.folders import folders
from tests.end_to_end.bookkeeper import Bookkeeper
from tests.end_to_end.program import Program
from tests.end_to_end.slow_network import SlowNetwork
from tests.servers import MAPPING, Jobs

NO_BRAKES = BrakeLimits(falls=10**6, changes=10**6)
_PATIENCE = 90.0  # seconds after which a run that has not ended is taken for a deadlock
_ENDS = {0, 1, 3}
Figures = tuple[Decimal, date | None]


@dataclass(slots=True)
class Place:
    """One desk; `network` is None where the job database is a file."""

    program: Program
    network: SlowNetwork | None

    @property
    def desk(self) -> Desk:
        """The same desk in this process."""
        return Desk(Rooms(folders({"SYNCDESK_HOME": str(self.program.home)})))

    def journal(self) -> sqlite3.Connection:
        """The journal, opened for looking."""
        return sqlite3.connect(f"file:{self.program.home / 'journal.sqlite'}?mode=ro", uri=True)


@dataclass(slots=True)
class Office:
    """All of it. `edits` are figures that a person typed into the job database, by invoice number; `tally`
    counts what happened."""

    jobs: Jobs
    books: Bookkeeper
    places: list[Place]
    chance: random.Random
    edits: dict[str, str] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)

    def trouble(self, changes: int, edits: int, times: int) -> None:
        """Every desk runs at once, while the bookkeeper changes a few invoices so many times, a person types,
        processes are killed and connections cut."""
        runs = [(place, self._start(place)) for place in self.places]
        twin = self.chance.choice(self.places)
        runs.append((twin, self._start(twin)))  # beside its own: one of both is refused
        for place, run in runs:
            self._threaten(place, run)
        for _ in range(edits):
            self._edit()
        self._work_until_all_end([run for _, run in runs], changes, times)
        for place in self.places:
            if place.network is not None:
                place.network.forget()

    def _start(self, place: Place) -> "subprocess.Popen[bytes]":
        self.tally["processes"] += 1
        since = self.chance.choice(("month", "last")) if _has_watermark(place) else "month"
        return place.program.start("sync", "Books", "--since", since, "--yes")

    def _threaten(self, place: Place, run: "subprocess.Popen[bytes]") -> None:
        """Half of the runs are killed, and of those over a network half of the rest are cut off."""
        fate = self.chance.random()
        if place.network is None:
            if fate < 0.5:
                self._kill_when_it_works(place, run)
        elif fate < 0.5:
            place.network.after(self.chance.randint(10, 60), lambda: self._kill(run))
        elif fate < 0.75:
            place.network.after(self.chance.randint(10, 60), lambda: self._cut(place))

    def _kill_when_it_works(self, place: Place, run: "subprocess.Popen[bytes]") -> None:
        leases = place.program.home / "leases"
        while run.poll() is None and not list(leases.glob("*.json")):
            time.sleep(0.002)
        time.sleep(self.chance.random() * 0.3)
        self._kill(run)

    def _kill(self, run: "subprocess.Popen[bytes]") -> None:
        if run.poll() is None:
            self.tally["kills"] += 1
            run.kill()

    def _cut(self, place: Place) -> None:
        assert place.network is not None
        self.tally["cuts"] += 1
        place.network.cut()

    def _edit(self) -> None:
        """A person types a Paid Amount that no payment explains, once for an invoice."""
        number = self.chance.choice(sorted(self.books.expected().keys() - self.edits.keys()))
        self.edits[number] = f"{7_000_000 + len(self.edits)}.77"
        change = "UPDATE invoices SET paid_amount = ?, date_paid = NULL WHERE invoice_no = ?"
        self.jobs.sql(change, self.edits[number], number)
        self.tally["edits"] += 1

    def _work_until_all_end(self, runs: list["subprocess.Popen[bytes]"], changes: int, times: int) -> None:
        deadline = time.monotonic() + _PATIENCE
        while any(run.poll() is None for run in runs):
            assert time.monotonic() < deadline, "a run does not end"
            if times:
                self.books.work(changes)
                self.tally["changes in the books"] += changes
                times -= 1
            time.sleep(self.chance.random() * 0.4)
        for run in runs:
            code = run.wait()
            self.tally["refused or failed" if code == 3 else "other ends"] += 1
            assert code in _ENDS or code == -signal.SIGKILL, code

    def quiet(self) -> dict[str, RunSummary]:
        """Every desk runs once more, undisturbed; the summaries by home."""
        summaries = {}
        for place in self.places:
            request = SyncRequest(connection="Books", choice=StartChoice.MONTH, accept_first=True)
            summaries[place.program.home.name] = place.desk.sync(request, lambda: False, lambda _: None)
        return summaries

    def check(self) -> None:
        """After two quiet rounds every row is right, nobody quarrels, and every journal closes its counts."""
        self.quiet()
        for home, summary in self.quiet().items():
            assert summary.error is None, (home, summary.error.detail if summary.error else "")
            assert summary.counts.found == len(self.books.accounts), home
            asked = {c.invoice_number for c in summary.changes if c.outcome is Outcome.CONFLICT}
            assert asked == set(self.edits), home
            assert summary.counts.unchanged == len(self.books.accounts) - len(self.edits), home
        assert self.wrong() == []
        for place in self.places:
            check_journal(place)

    def rows(self) -> dict[str, Figures]:
        """Both figures of every row, by number."""
        stored = self.jobs.sql("SELECT invoice_no, paid_amount, date_paid FROM invoices")
        return {number: (Decimal(str(paid or 0)), _day(day)) for number, paid, day in stored}

    def wrong(self) -> list[tuple[str, Figures, Figures]]:
        """Rows that say neither what the books say nor what a person typed last."""
        wanted = self.books.expected()
        wanted |= {number: (Decimal(paid), None) for number, paid in self.edits.items()}
        found = self.rows()
        return [(n, found[n], wanted[n]) for n in wanted if found[n] != wanted[n]]


def told(places: list[Place], code: str) -> int:
    """How many rows of the journals have this reason."""
    count = 0
    for place in places:
        with closing(place.journal()) as db:
            query = "SELECT count(*) FROM changes WHERE reason LIKE ?"
            count += int(db.execute(query, (f'%"{code}"%',)).fetchone()[0])
    return count


def check_journal(place: Place) -> None:
    """The journal is whole, no intention is open, no run is left running, each number opens its rows."""
    with closing(place.journal()) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM intentions").fetchone() == (0,)
        assert db.execute("SELECT count(*) FROM runs WHERE result IS NULL").fetchone() == (0,)
        for outcome in ("written", "conflict", "failed"):
            rows = "(SELECT count(*) FROM changes WHERE run = runs.id AND outcome = ?)"
            query = f"SELECT run_id, {outcome}, {rows} FROM runs WHERE {outcome} <> {rows}"
            assert db.execute(query, (outcome, outcome)).fetchall() == [], place.program.home


@contextmanager
def office_of_desks(
    folder: Path, jobs: Jobs, desks: int, invoices: int, chance: random.Random, delay: float
) -> Iterator[Office]:
    """An office over this empty job database, everything still to do."""
    books = Bookkeeper(folder / "books.gnucash", invoices, chance)
    rows = [(place + 1, account.invoice.number, None, None) for place, account in enumerate(books.accounts)]
    jobs.invoices(*rows)
    with ExitStack() as networks:
        places = []
        for number in range(desks):
            network = None
            if jobs.make != "sqlite":
                network = networks.enter_context(SlowNetwork(jobs.server.port, delay))
            place = Place(Program(folder / f"desk{number}"), network)
            _connect(place, folder, jobs)
            places.append(place)
        yield Office(jobs, books, places, chance)


def _connect(place: Place, folder: Path, jobs: Jobs) -> None:
    url = jobs.url if place.network is None else replace(jobs.server, port=place.network.port).url()
    desk = place.desk
    connection = desk.add(
        ConnectionDraft(
            name="Books",
            source_kind="gnucash",
            source={"path": str(folder / "books.gnucash")},
            job_db=url,
            mapping=MAPPING,
        )
    )
    desk._rooms.settings.replace_connection(replace(connection, brakes=NO_BRAKES))


def _has_watermark(place: Place) -> bool:
    if not (place.program.home / "journal.sqlite").exists():
        return False
    with closing(place.journal()) as db:
        return db.execute("SELECT count(*) FROM marks WHERE watermark IS NOT NULL").fetchone() != (0,)


def _day(stored: object) -> date | None:
    return date.fromisoformat(str(stored)) if stored else None
