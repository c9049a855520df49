"""Several desks, each with a journal of its own, over one job database: how *older* is told from *changed
here*, and when a row may rest on newer books than this run has read (D6, D9). Called by engine/prepare.py,
engine/plan.py and engine/second_try.py.

The rule:

1. What a row holds is *older*, and is brought up to date, if this journal or an open intention of it recorded
   these figures; if the same movements gave them at an earlier day-end; or if the books passed through them
   between what this desk last knew and what it reads now. Another desk that looked in between wrote them.
   Anything else was changed here.
2. *Row first, then books.* Whoever wrote to a row had read the books before. So figures may only be replaced
   on a reading of the books that began after the row was seen to hold them. A run reads the books first,
   because they tell it which rows to look up; where a row holds something that is not our own last word,
   the run therefore proves that the books are still as it read them: the same token, or the document asked
   for once more and found the same. Else the row may rest on newer books than ours: it is left alone, stays
   due, and the next run looks at both again.
3. A conditional write that meets another value means that somebody wrote between our look and our write.
   The row is read once more, in a transaction of its own, and rule 2 is applied again. It is planned and
   written once more; if that meets another value again, it is a conflict (D6).
4. A row that already holds what the books say is unchanged, whoever wrote it; that it was somebody else is
   told.

Not in doubt are rows that hold exactly what we last wrote, and empty rows at first contact: nobody has put a
newer word there. If the books change while a run writes them, that is like any later change: the desk that
wrote knows which books it wrote from, and its next run brings the row up to date.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations

from syncdesk.engine.match import Match
from syncdesk.engine.remembered import JournalMemory
from syncdesk.model.changes import Finding, PlannedChange
from syncdesk.model.codec import decode_invoice, encode_invoice, fingerprint
from syncdesk.model.ledger import NO_CLAIM, Movement
from syncdesk.model.ports import EVERYTHING, Journal, Question, Source, Watch
from syncdesk.model.records import Parked, RecordedFigures
from syncdesk.model.settlement import SettlementRules, settle

_MOST_STEPS = 8  # 256 ways in which the changes since the last look may have come about
_REPLACING = frozenset(
    {"brought_up_to_date", "reversed", "books_win", "changed_here", "changed_both", "kept", "lock_date"}
)


@dataclass(frozen=True, slots=True)
class BooksNow:
    """The books as they are now, beside what this run read of them under `token` ('' = unknown)."""

    source: Source
    journal: Journal
    rules: SettlementRules
    token: str
    watch: Watch

    def moved_on(self, findings: Collection[Finding]) -> frozenset[str]:
        """Ids of the findings whose documents are no longer as this run read them.

        An untouched file answers at once; else the documents are read once more. Raises what the source
        raises, and RunCancelled."""
        if not findings or (self.token and self.source.token() == self.token):
            return frozenset()
        now = dict(self._marks({finding.source_id for finding in findings}))
        return frozenset(f.source_id for f in findings if now.get(f.source_id) != f.fingerprint)

    def _marks(self, ids: set[str]) -> Iterator[tuple[str, str]]:
        question = EVERYTHING
        if self.source.has_change_stamps:
            remembered = JournalMemory(self.journal, frozenset())
            question = Question(ids=frozenset(ids), only=True, remembered=remembered)
        with self.source.read(question, self.watch) as reading:
            for invoice in reading.invoices():
                if invoice.id in ids:
                    yield invoice.id, fingerprint(encode_invoice(invoice), self.rules)


def in_doubt(planned: PlannedChange, match: Match, parked: Parked | None) -> bool:
    """True if the row holds what somebody else put there, so that it may rest on newer books than this run
    has read. What an earlier run already found there is older than this run's reading."""
    row = planned.row
    if row is None or row.problem or planned.change.reason.code not in _REPLACING:
        return False
    if parked is not None and parked.reason == planned.change.reason:
        return False
    written = match.document.written if match.document is not None else None
    if written is None:
        return not row.figures.says_nothing
    held = row.figures
    return (held.paid_amount, held.date_paid) != (written.paid_amount, written.date_paid)


def passed_through(before: str, now: str, rules: SettlementRules) -> frozenset[RecordedFigures]:
    """Every pair of figures that the books may have shown between two states of one document, given as facts.

    Each movement that came or went since is one step, and the steps may have come in any order. After too
    many of them nothing is claimed: a person is asked."""
    old, new = decode_invoice(before), decode_invoice(now)
    went = _without(old.movements, new.movements)
    came = _without(new.movements, old.movements)
    if len(went) + len(came) > _MOST_STEPS:
        return frozenset()
    stayed = _without(new.movements, came)
    frames = {replace(frame, movements=(), claim=NO_CLAIM) for frame in (old, new)}
    return frozenset(
        RecordedFigures(answer.paid_amount, answer.date_paid)
        for frame in frames
        for some in _subsets((*went, *came))
        for answer in (settle(replace(frame, movements=(*stayed, *some)), rules),)
    )


def _without(movements: Iterable[Movement], others: Iterable[Movement]) -> tuple[Movement, ...]:
    """The movements less the others, each as often as it is there."""
    return tuple((Counter(movements) - Counter(others)).elements())


def _subsets(movements: tuple[Movement, ...]) -> Iterator[tuple[Movement, ...]]:
    return chain.from_iterable(combinations(movements, size) for size in range(len(movements) + 1))
