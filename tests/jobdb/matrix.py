"""`python -m tests.jobdb.matrix`: which column types of which databases were read, written, left alone by a
second run, emptied and put back, each told from a real walk on a real database (tests/jobdb/shapes.py).

On every database each kind of amount is walked with a DATE, and each kind of date with a NUMERIC, in a table
that has nothing else special. Three words in a cell stand for: empty as NULL / as '', 0 or a zero date / the
same with NOT NULL. What the database or SyncDesk said is listed below the table.
"""

import sys
import tempfile
from collections.abc import Iterator

import pytest

from syncdesk.model.job import WriteOutcome, WriteResult
from tests.jobdb.shapes import AMOUNTS, AXES, DAYS, FIRST, NOTHING, OLD, SECOND, Shape, Walk, walk
from tests.own_servers import OwnServers
from tests.servers import MAKES, Addresses, Jobs, Server

HEADINGS = (
    "read",
    "written",
    "second run",
    "emptied",
    "put back",
    "too large",
    "trigger forbids",
    "trigger changes",
)
_WORDS = {
    WriteOutcome.WRITTEN: "written",
    WriteOutcome.REFUSED: "refused",
    WriteOutcome.NOT_KEPT: "taken back",
    WriteOutcome.CHANGED: "changed",
    WriteOutcome.GONE: "gone",
}


def main() -> int:
    """Print the table as Markdown; 1 if a cell says that something went wrong."""
    OwnServers.begin()
    addresses, notes, wrong = Addresses(), Notes(), 0
    print(f"| database | column | {' | '.join(HEADINGS)} |")
    print(f"|{'---|' * (len(HEADINGS) + 2)}")
    try:
        with tempfile.TemporaryDirectory() as folder:
            for make in MAKES:
                try:
                    server = Server(make, f"{folder}/jobs.db") if make == "sqlite" else addresses.server(make)
                except pytest.skip.Exception as missing:
                    print(f"{make} is left out: {missing}", file=sys.stderr)
                    continue
                for name, shape in shapes(make):
                    cells = list(line(Jobs(server), shape, notes))
                    wrong += sum("WRONG" in cell for cell in cells)
                    print(f"| {make} | {name} | {' | '.join(cells)} |", flush=True)
    finally:
        addresses.drop_databases()
        OwnServers.end()
    for number, why in enumerate(notes.said, 1):
        print(f"{number}. {why}")
    return int(bool(wrong))


class Notes:
    """The reasons given so far, each with a number."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def word(self, result: WriteResult) -> str:
        """The outcome in a word, with the number of its reason."""
        if not result.why:
            return _WORDS[result.outcome]
        if result.why not in self.said:
            self.said.append(result.why)
        return f"{_WORDS[result.outcome]} ({self.said.index(result.why) + 1})"


def shapes(make: str) -> Iterator[tuple[str, Shape]]:
    """Each type as its database calls it, with the shape that has it."""
    for amount in AXES["amount"]:
        yield f"{_declared(AMOUNTS[amount], make)} ({amount})", Shape(amount=amount)
    for day in AXES["day"]:
        yield f"{_declared(DAYS[day], make)} ({day})", Shape(day=day)


def line(jobs: Jobs, shape: Shape, notes: Notes) -> Iterator[str]:
    """What became of one type, in the order of HEADINGS; empty as NULL / as '' or zero / with NOT NULL."""
    empties = [walk(jobs, _with(shape, empty=empty)) for empty in AXES["empty"]]
    yield _each(seen.read == (NOTHING, OLD, NOTHING) and not seen.checked for seen in empties)
    yield _each(
        seen.first.outcome is seen.second.outcome is WriteOutcome.WRITTEN
        and seen.stale.outcome is WriteOutcome.CHANGED
        for seen in empties
    )
    yield _each([row.figures for row in seen.left] == [FIRST, SECOND, NOTHING] for seen in empties)
    yield _joined(notes.word(seen.emptied) for seen in empties)
    yield _each(seen.restored.outcome is WriteOutcome.WRITTEN and seen.raw_again for seen in empties)
    for trouble in ("narrow", "forbidding trigger", "changing trigger"):
        seen = walk(jobs, _with(shape, trouble=trouble))
        yield notes.word(seen.second) if _closes(seen) else f"WRONG {seen.second}"


def _closes(seen: Walk) -> bool:
    """The row at fault is as it was, the other is written."""
    kept = seen.second.outcome is WriteOutcome.WRITTEN or seen.left[1].figures == OLD
    return (
        kept
        and seen.first.outcome is WriteOutcome.WRITTEN
        and bool(seen.second.why) is not (seen.second.outcome is WriteOutcome.WRITTEN)
    )


def _with(shape: Shape, *, empty: str = "null", trouble: str = "none") -> Shape:
    return Shape(amount=shape.amount, day=shape.day, empty=empty, trouble=trouble)


def _declared(declared: str | dict[str, str], make: str) -> str:
    return declared if isinstance(declared, str) else declared[make]


def _each(good: Iterator[bool]) -> str:
    return _joined("yes" if one else "WRONG" for one in good)


def _joined(found: Iterator[str]) -> str:
    """One word where all say the same."""
    cells = list(found)
    return cells[0] if len(set(cells)) == 1 else " / ".join(cells)


if __name__ == "__main__":
    sys.exit(main())
