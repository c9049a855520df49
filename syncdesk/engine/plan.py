"""Plan: from findings and their rows to the difference a run would make. Pure; preview, run and tests read
the same plan (D5, D9, D10)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from syncdesk.engine.desks import passed_through
from syncdesk.engine.findings import GONE
from syncdesk.engine.links import total_note
from syncdesk.engine.match import Match
from syncdesk.model.changes import Change, Finding, Outcome, PlannedChange
from syncdesk.model.connection import Policy
from syncdesk.model.decisions import DELETED, Decision
from syncdesk.model.decisions import Verdict as Answer
from syncdesk.model.job import Figures, JobMapping, JobRow, RowKey
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from syncdesk.model.money import ZERO, money_text, to_minor_unit
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Parked, RecordedFigures, Seen
from syncdesk.model.settlement import DEFAULT_RULES, SettlementRules

Verdict = tuple[Outcome, Reason]

_SAYS_NOTHING_NEW = ("credit_note", "negative_total", "gone")


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning one row depends on besides the row itself: settings, and what the journal remembers.

    `insists` tries a figure again that the database did not keep: a person asked for just these rows. Rows
    that somebody else filled before the `first_run` are no news. `unattended`: nobody started this run, so
    what an undo took back is left as it is (F-35). Rows that are `switched_off` are only worked by whoever
    `insists` (BBK-25, BBK-28). Documents in a status that is `left_out` are skipped
    unless they are linked: what was written for them has to be taken back (CXQ-03, D2).
    """

    mapping: JobMapping
    policy: Policy
    lock_date: date | None
    seen: dict[str, Seen] = field(default_factory=dict)
    parked: dict[str, Parked] = field(default_factory=dict)
    recorded: dict[str, tuple[RecordedFigures, ...]] = field(default_factory=dict)
    unticked: frozenset[str] = frozenset()
    insists: bool = False
    rules: SettlementRules = DEFAULT_RULES
    first_run: bool = False
    decisions: dict[str, Decision] = field(default_factory=dict)
    unattended: bool = False
    switched_off: frozenset[RowKey] = frozenset()
    left_out: tuple[InvoiceStatus, ...] = ()

    def plan(self, finding: Finding, match: Match) -> PlannedChange:
        """The change for one finding."""
        new = None if finding.problem else self._target(finding)
        row = match.row
        decision = self._decision(finding, row)
        lifted = decision.lifts if decision is not None else frozenset[str]()
        outcome, why = set_aside(self._verdict(finding, match, new, lifted), decision)
        if outcome is Outcome.WRITTEN and finding.source_id in self.unticked:
            outcome, why = Outcome.SKIPPED, reason("unticked")
        if self.is_off(row, outcome):
            outcome, why = Outcome.SKIPPED, reason("switched_off")
        change = Change(
            source_id=finding.source_id,
            invoice_number=finding.number,
            customer=finding.customer,
            currency=finding.currency,
            outcome=outcome,
            reason=why,
            job_key=row.key if row is not None else None,
            job_number=row.number if row is not None else "",
            old=held_by(row),
            new=None if why.code in _SAYS_NOTHING_NEW or why.code in DELETED else new,
            notes=self._notes(finding, match),
            old_is_empty=_is_empty(row),
        )
        return PlannedChange(change, finding, row)

    def is_off(self, row: JobRow | None, outcome: Outcome) -> bool:
        """True if the row's own switch keeps it from what would come of it: a write, or a question
        (BBK-25)."""
        if row is None or self.insists or row.key not in self.switched_off:
            return False
        return outcome in (Outcome.WRITTEN, Outcome.CONFLICT, Outcome.FAILED)

    def _decision(self, finding: Finding, row: JobRow | None) -> Decision | None:
        """What a person answered about just this: the document as it is, and the row as it is (D9)."""
        decision = self.decisions.get(finding.source_id)
        if decision is None or not decision.holds(finding.fingerprint, held_by(row)):
            return None
        return decision

    def _target(self, finding: Finding) -> Figures:
        settlement = finding.settlement
        if finding.status is InvoiceStatus.DELETED:
            zero = to_minor_unit(ZERO, finding.currency)
            return Figures(
                zero,
                None,
                zero if self.mapping.credited else None,
                zero if self.mapping.outstanding else None,
            )
        return Figures(
            settlement.paid_amount,
            settlement.date_paid,
            settlement.credited if self.mapping.credited else None,
            settlement.outstanding if self.mapping.outstanding else None,
        )

    def _verdict(
        self, finding: Finding, match: Match, new: Figures | None, lifted: frozenset[str]
    ) -> Verdict:
        if finding.kind is DocumentKind.CREDIT_NOTE:
            return Outcome.SKIPPED, reason("credit_note")
        if finding.total < 0:
            return Outcome.SKIPPED, reason("negative_total")
        if finding.status is InvoiceStatus.DELETED:
            return self._deleted(finding, match, lifted)
        if finding.status in self.left_out and not _is_linked(match):
            return Outcome.SKIPPED, reason(f"{finding.status.value}_left_out")
        if new is None:
            return Outcome.FAILED, reason("unreadable_invoice", why=finding.problem)
        if match.outcome is not None and match.reason is not None and match.reason.code not in lifted:
            return match.outcome, match.reason
        row = match.row
        assert row is not None, "a match without an outcome has a row"
        if finding.settlement.contradiction:
            return Outcome.CONFLICT, reason(
                "books_contradict", contradiction=finding.settlement.contradiction
            )
        if row.problem:
            return Outcome.CONFLICT, reason("unreadable", problem=row.problem)
        if row.figures == new:
            return Outcome.UNCHANGED, reason("written_elsewhere" if self._is_news(match, new) else "same")
        return self._difference(finding, match, row, new, lifted)

    def _difference(
        self, finding: Finding, match: Match, row: JobRow, new: Figures, lifted: frozenset[str]
    ) -> Verdict:
        held = row.figures
        outcome, why = self._accept(finding, match, held, new)
        if why.code in lifted:
            outcome, why = Outcome.WRITTEN, accepted(held, finding)
        if outcome is not Outcome.WRITTEN:
            return outcome, why
        if self._is_locked(held.date_paid, new.date_paid):
            if "lock_date" not in lifted:
                return Outcome.CONFLICT, reason("lock_date", lock_date=self.lock_date)
            why = accepted(held, finding)
        parked = self.parked.get(finding.source_id)
        if parked is not None and parked.refused == new and not self.insists:
            return Outcome.FAILED, parked.reason
        if parked is not None and parked.reason.code == "undone" and self.unattended:
            return Outcome.SKIPPED, parked.reason
        return outcome, why

    def _deleted(self, finding: Finding, match: Match, lifted: frozenset[str]) -> Verdict:
        """What the books deleted waits for a person if a row here may hold its figures (D14). Accepted, they
        are taken back."""
        row = match.row
        if row is None or not (match.linked or not (match.outcome or row.figures.says_nothing)):
            return Outcome.SKIPPED, reason("gone")
        locked = self._is_locked(row.figures.date_paid, None)
        why = reason("deleted_locked", lock_date=self.lock_date) if locked else reason("deleted_at_source")
        if why.code not in lifted or row.problem:
            return Outcome.CONFLICT, why
        if row.figures.says_nothing:
            return Outcome.SKIPPED, reason("gone")
        return Outcome.WRITTEN, accepted(row.figures, finding)

    def _accept(self, finding: Finding, match: Match, held: Figures, new: Figures) -> Verdict:
        """Whether what the row holds may be replaced: our own or older figures may, what was changed here is
        for the policy (D9)."""
        written = match.document.written if match.document is not None else None
        first_contact = written is None
        if first_contact and held.says_nothing:
            return Outcome.WRITTEN, reason("first")
        pair = RecordedFigures(held.paid_amount, held.date_paid)
        ours = written is not None and _same_pair(held, written)
        older = any(
            end.paid_amount == held.paid_amount and end.date_paid == held.date_paid
            for end in finding.settlement.earlier
        )
        if (
            ours
            or older
            or pair in self.recorded.get(finding.source_id, ())
            or self._passed_through(finding, match, pair)
            or (first_contact and _only_fills(held, new))
        ):
            return Outcome.WRITTEN, reason("reversed" if _takes_back(held, new) else "brought_up_to_date")
        here, books = figures_text(held, finding.currency), figures_text(new, finding.currency)
        if self.policy is Policy.SOURCE:
            return Outcome.WRITTEN, reason("books_win", held=here)
        if self.policy is not Policy.KEEP:
            return Outcome.CONFLICT, reason("changed_here", held=here, books=books)
        if self._moved_since(finding):
            return Outcome.CONFLICT, reason("changed_both", held=here, books=books)
        return Outcome.SKIPPED, reason("kept", held=here)

    def _is_news(self, match: Match, held: Figures) -> bool:
        """True if somebody else has written these figures since the last run of this desk."""
        written = match.document.written if match.document is not None else None
        if written is None:
            return not (self.first_run or held.says_nothing)
        return not _same_pair(held, written)

    def _passed_through(self, finding: Finding, match: Match, pair: RecordedFigures) -> bool:
        """True if another desk may have seen the books at these figures since this one last looked."""
        known = match.document
        if known is None or known.written is None or known.fingerprint in (finding.fingerprint, GONE):
            return False
        return pair in passed_through(known.facts, finding.facts, self.rules)

    def _moved_since(self, finding: Finding) -> bool:
        """True once the books changed after the row was left as it is; until a person has decided, it stays
        true (D9: keep until the source changes again, then ask)."""
        known, waiting = self.seen.get(finding.source_id), self.parked.get(finding.source_id)
        moved = known is not None and known.fingerprint != finding.fingerprint
        return moved or (waiting is not None and waiting.reason.code == "changed_both")

    def _is_locked(self, old: date | None, new: date | None) -> bool:
        return self.lock_date is not None and any(
            day is not None and day <= self.lock_date for day in (old, new)
        )

    def _notes(self, finding: Finding, match: Match) -> tuple[Reason, ...]:
        notes = finding.settlement.notes
        if match.row is None or not match.linked:
            return notes
        if note := total_note(finding, match.row):
            notes += (note,)
        if self.mapping.numbers.source_number(match.row.number) != finding.number:
            notes += (reason("note_number_differs", books=finding.number),)
        return notes


def departed_change(finding: Finding, replaced: bool) -> PlannedChange:
    """The change for a document that the books no longer have and no row here belongs to, or whose successor
    has its row already."""
    change = Change(
        source_id=finding.source_id,
        invoice_number=finding.number,
        customer=finding.customer,
        currency=finding.currency,
        outcome=Outcome.SKIPPED,
        reason=reason("replaced" if replaced else "gone"),
    )
    return PlannedChange(change, finding)


def unsure_change(finding: Finding) -> PlannedChange:
    """The change for a document on which two readings of moving books disagree: nothing is believed yet
    (D16)."""
    change = Change(
        finding.source_id,
        finding.number,
        finding.customer,
        finding.currency,
        Outcome.SKIPPED,
        reason("books_moving"),
    )
    return PlannedChange(change, finding)


_URGENCY = {
    Outcome.FAILED: 0,
    Outcome.CONFLICT: 1,
    Outcome.UNMATCHED: 2,
    Outcome.WRITTEN: 3,
    Outcome.SKIPPED: 4,
    Outcome.UNCHANGED: 5,
}


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Failed and undecided first, then by number: the order every screen and file shows."""
    return tuple(sorted(changes, key=lambda c: (_URGENCY[c.outcome], c.invoice_number, c.source_id)))


def figures_text(figures: Figures, currency: str) -> str:
    """Both figures in one phrase: '100.00 USD paid on 2026-01-05'."""
    amount = f"{money_text(figures.paid_amount, currency)} {currency}"
    return (
        f"{amount}, paid on {figures.date_paid.isoformat()}"
        if figures.date_paid
        else f"{amount}, no Date Paid"
    )


def set_aside(verdict: Verdict, decision: Decision | None) -> Verdict:
    """The verdict, unless a person decided to leave the row as it is."""
    if decision is None or decision.verdict is Answer.ACCEPT:
        return verdict
    outcome, why = verdict
    if outcome is Outcome.UNCHANGED or (outcome is Outcome.SKIPPED and why.code != "kept"):
        return verdict
    return Outcome.SKIPPED, reason("ignored" if decision.verdict is Answer.IGNORE else "decided_kept")


def held_by(row: JobRow | None) -> Figures | None:
    """The figures of a row as a decision remembers them: None without a row, or where they cannot be
    read."""
    return row.figures if row is not None and not row.problem else None


def accepted(held: Figures, finding: Finding) -> Reason:
    """The reason of a write that a person decided upon."""
    return reason("accepted", held=figures_text(held, finding.currency))


def _takes_back(held: Figures, new: Figures) -> bool:
    return (held.date_paid is not None and new.date_paid is None) or (
        new.says_nothing and not held.says_nothing
    )


def _is_linked(match: Match) -> bool:
    """True if something may have been written for the document before."""
    return match.document is not None and match.document.job_key is not None


def _is_empty(row: JobRow | None) -> bool:
    return row is not None and row.raw[0] in (None, "")


def _same_pair(one: Figures, other: Figures) -> bool:
    return one.paid_amount == other.paid_amount and one.date_paid == other.date_paid


def _only_fills(held: Figures, new: Figures) -> bool:
    """True if writing `new` contradicts nothing that is there: each figure is empty or already right."""
    amount_agrees = not held.paid_amount or held.paid_amount == new.paid_amount
    return amount_agrees and (held.date_paid is None or held.date_paid == new.date_paid)
