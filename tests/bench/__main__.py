"""Measures whole runs of SyncDesk against the floor (see floor.py), and keeps the result in RESULTS.md.

    python3 dev.py bench [N ...]        default: 1000 10000 100000 invoices

Both programs are started as processes of their own, in turns, each round on fresh copies of a generated book
and job database; every figure written is compared with what the book was generated from. What counts is the
median of the ratios of each round.
"""

import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from syncdesk.journal.schema import STEPS
from tests.bench import servers
from tests.generated_books import MAPPING, invoices, write_book, write_job_database

floor_program = str(Path(__file__).with_name("floor.py"))
stopwatch = str(Path(__file__).with_name("stopwatch.py"))
RESULTS = Path(__file__).with_name("RESULTS.md")
ROUNDS = {1_000: 7, 10_000: 5, 100_000: 3}
COST = "\n## Cost of 50 changes"  # what tests/bench/cost.py measured stands below, and stays
KINDS = ("first run", "again, book untouched", "again, everything read")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds on the clock, and its largest memory in MB."""

    seconds: float
    megabytes: float


class Round:
    """One folder with a book, and a job database for each of the two programs."""

    def __init__(self, folder: Path, template: Path) -> None:
        self.folder = folder
        shutil.copytree(template, folder)
        self.environment = {**os.environ, "SYNCDESK_HOME": str(folder / "home")}
        self._syncdesk(
            *("company", "add", "Bench", "--source", "gnucash", "--set", f"path={folder / 'book.gnucash'}"),
            *("--job-db", f"sqlite:///{folder / 'jobs-syncdesk.sqlite'}"),
            *("--mapping", str(folder / "mapping.toml")),
        )  # fmt: skip
        with sqlite3.connect(folder / "journal.sqlite") as journal:
            for step in STEPS:
                for statement in step.statements:
                    journal.execute(statement)
        journal.close()

    def _syncdesk(self, *words: str) -> Cost:
        return timed([sys.executable, "-m", "syncdesk", *words, "--json"], self.environment)

    def syncdesk(self, kind: str) -> Cost:
        """SyncDesk's share of this round."""
        since = [] if kind == "again, book untouched" else ["--since", "month"]
        return self._syncdesk("sync", "Bench", "--yes", *since)

    def floor(self, kind: str) -> Cost:
        """The floor's share of this round."""
        files = [self.folder / name for name in ("book.gnucash", "jobs-floor.sqlite", "journal.sqlite")]
        enough = ["--untouched-is-enough"] if kind == "again, book untouched" else []
        return timed([sys.executable, floor_program, *map(str, files), *enough], self.environment)

    def check(self, count: int) -> None:
        """Every figure of both job databases is what the book was generated from."""
        wanted = [(i.number, i.paid, i.date_paid and i.date_paid.isoformat()) for i in invoices(count)]
        held = "SELECT invoice_no, round(coalesce(paid_amount, 0) * 100), date_paid FROM invoices ORDER BY id"
        for name in ("jobs-syncdesk.sqlite", "jobs-floor.sqlite"):
            db = sqlite3.connect(self.folder / name)
            assert db.execute(held).fetchall() == wanted, f"{name} does not hold the right figures"
            db.close()


def timed(command: list[str], environment: dict[str, str]) -> Cost:
    """Run a process to its end. What it prints goes nowhere; a failure ends the benchmark."""
    watch = [sys.executable, "-I", "-S", stopwatch, *command]
    answer = subprocess.run(watch, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout
    seconds, megabytes, code = answer.split()
    if code != "0":
        sys.exit(f"'{' '.join(command)}' ended with {code}")
    return Cost(float(seconds), float(megabytes))


def measure(count: int, rounds: int, workshop: Path) -> dict[str, list[tuple[Cost, Cost]]]:
    """Pairs of (SyncDesk, floor) for each kind of run, one pair a round."""
    template = workshop / f"template-{count}"
    template.mkdir()
    write_book(template / "book.gnucash", count)
    for name in ("jobs-syncdesk.sqlite", "jobs-floor.sqlite"):
        write_job_database(template / name, count)
    (template / "mapping.toml").write_text(MAPPING, encoding="utf-8")
    pairs: dict[str, list[tuple[Cost, Cost]]] = {kind: [] for kind in KINDS}
    for number in range(rounds):
        folder = workshop / f"round-{count}-{number}"
        this = Round(folder, template)
        for kind in KINDS:
            if number % 2:
                floor, ours = this.floor(kind), this.syncdesk(kind)
            else:
                ours, floor = this.syncdesk(kind), this.floor(kind)
            pairs[kind].append((ours, floor))
            say(f"{count}, round {number + 1}, {kind}: {ours.seconds:.2f} s, floor {floor.seconds:.2f} s")
        this.check(count)
        shutil.rmtree(folder)
    return pairs


def start_up(rounds: int = 7) -> float:
    """Seconds until a command that does nothing has ended."""
    command = [sys.executable, "-m", "syncdesk", "--version"]
    return statistics.median(timed(command, dict(os.environ)).seconds for _ in range(rounds))


def line(count: int, kind: str, pairs: list[tuple[Cost, Cost]]) -> str:
    """One line of the table."""
    ours, floor = (statistics.median(pair[side].seconds for pair in pairs) for side in (0, 1))
    ratios = sorted(pair[0].seconds / pair[1].seconds for pair in pairs)
    memory = [statistics.median(pair[side].megabytes for pair in pairs) for side in (0, 1)]
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    return (
        f"| {count:,} | {kind} | {ours:.2f} s | {floor:.2f} s | **{statistics.median(ratios):.2f}** "
        f"| {spread} | {memory[0]:.0f} MB | {memory[1]:.0f} MB |"
    )


def machine() -> str:
    """The kind of machine, without its name."""
    return (
        f"{os.cpu_count()}-core {platform.machine()} {platform.system()}, Python {platform.python_version()}"
    )


def say(text: str) -> None:
    """Progress, beside the result."""
    print(text, file=sys.stderr, flush=True)


def main(sizes: list[int]) -> int:
    """Measure, print the table and keep it."""
    lines = []
    with tempfile.TemporaryDirectory(prefix="syncdesk-bench-") as folder:
        for count in sizes:
            pairs = measure(count, ROUNDS.get(count, 3), Path(folder))
            lines += [line(count, kind, pairs[kind]) for kind in KINDS]
    on_servers = "\n".join(servers.table())
    text = REPORT.format(
        machine=machine(), start_up=start_up(), lines="\n".join(lines), on_servers=on_servers
    )
    print(text)
    if sizes == list(ROUNDS):
        _, heading, kept = RESULTS.read_text(encoding="utf-8").partition(COST)
        RESULTS.write_text(text + heading + kept, encoding="utf-8")
    return 0


REPORT = """# Benchmark

Written by `python3 dev.py bench` on: {machine}.
Whole commands as a person starts them, against the floor in `tests/bench/floor.py` (byte copy, one grouped
query, one UPDATE, and the journal's inserts), in turns; the ratio is the median of the ratios of each round.
Starting `syncdesk` and doing nothing takes {start_up:.2f} s.

| Invoices | Run | SyncDesk | Floor | Ratio | Ratios of the rounds | Memory | Floor's memory |
|---:|---|---:|---:|---:|---|---:|---:|
{lines}

## Servers

Finding and writing alone, by `tests/bench/servers.py`, which also says what its floor leaves out.

{on_servers}
"""


if __name__ == "__main__":
    sys.exit(main([int(word) for word in sys.argv[1:]] or list(ROUNDS)))
