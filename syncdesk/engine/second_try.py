"""The second try: rows that somebody else wrote to between our look and our write are planned once more
(D6, D9). Called by engine/apply.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from syncdesk.engine.desks import BooksNow
from syncdesk.engine.match import Match
from syncdesk.engine.plan import Planner
from syncdesk.model.changes import Outcome, PlannedChange
from syncdesk.model.job import JobRow
from syncdesk.model.ports import JobStore, Journal
from syncdesk.model.reasons import reason


@dataclass(frozen=True, slots=True)
class SecondTry:
    """What planning rows again needs. See engine/desks.py for the rule."""

    jobs: JobStore
    journal: Journal
    planner: Planner
    matches: Mapping[str, Match]
    books: BooksNow

    def plan(self, missed: Sequence[PlannedChange]) -> dict[str, PlannedChange]:
        """The rows as they are now, each planned once more, by source id; rows that are gone are left out.

        Raises what the rooms raise, and RunCancelled. Nothing is written."""
        rows = {row.key: row for row in self.jobs.get([p.row.key for p in missed if p.row is not None])}
        found = [(p, rows[p.row.key]) for p in missed if p.row is not None and p.row.key in rows]
        moved = self.books.moved_on([p.finding for p, row in found if _is_news(p, row)])
        recorded = self.journal.recorded([p.change.source_id for p, _ in found])
        planner = replace(self.planner, recorded=recorded)
        return {p.change.source_id: self._again(planner, p, row, moved) for p, row in found}

    def _again(
        self, planner: Planner, planned: PlannedChange, row: JobRow, moved: frozenset[str]
    ) -> PlannedChange:
        source_id = planned.change.source_id
        again = planner.plan(planned.finding, replace(self.matches[source_id], row=row))
        change = again.change
        if source_id in moved:
            change = replace(change, outcome=Outcome.SKIPPED, reason=reason("books_moved_on"))
        elif change.outcome is Outcome.UNCHANGED and _is_news(planned, row, meant=False):
            change = replace(change, reason=reason("written_elsewhere"))
        return replace(again, change=change)


def _is_news(planned: PlannedChange, row: JobRow, *, meant: bool = True) -> bool:
    """True if the row says something else than it did when it was planned; and, if `meant`, something else
    than was to be written."""
    if row.problem or row.figures == planned.change.old:
        return bool(row.problem)
    return not (meant and row.figures == planned.change.new)
