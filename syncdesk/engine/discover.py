"""Discover: which invoices' payment information changed since the start, and which wait from earlier runs
(D11 to D16)."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from syncdesk.engine.brakes import lets_go
from syncdesk.engine.findings import GONE, finding_from_facts, finding_of
from syncdesk.engine.remembered import JournalMemory
from syncdesk.model.changes import Finding, Phase, Progress, SourceMemory
from syncdesk.model.codec import encode_invoice, fingerprint, payment_ids
from syncdesk.model.decisions import DELETED, Decision
from syncdesk.model.ledger import Company
from syncdesk.model.ports import (
    EVERYTHING,
    Cancelled,
    Clock,
    Journal,
    Question,
    Reading,
    ReportProgress,
    Source,
    Watch,
)
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Parked, Seen
from syncdesk.model.settlement import SettlementRules
from syncdesk.model.start import BEGINNING, Start, StartChoice

SECOND_LOOK_SECONDS = 2.0
_REPORT_EVERY = 500
_NONSENSE = ("unreadable_invoice", "books_contradict")
"""Reasons to wait that only another look at the books can cure."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found, before matching.

    `findings` holds each invoice once. `vanished` are known documents that two readings did not show, in this
    run or the one that parked them as deleted; `unsure` are ids on which two readings disagree (D16).
    `memory` is None where an untouched file made reading unnecessary. `brake` holds the whole run. `token` is
    the state of the books that was read, '' where there is no such thing."""

    findings: tuple[Finding, ...]
    started_at: datetime
    seen: dict[str, Seen]
    parked: dict[str, Parked]
    home_currency: str = ""
    vanished: tuple[str, ...] = ()
    unsure: frozenset[str] = frozenset()
    memory: SourceMemory | None = None
    brake: Reason | None = None
    notes: tuple[Reason, ...] = ()
    token: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Single invoices: their ids as far as the journal links them, and their numbers in the books."""

    ids: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


@dataclass(slots=True)
class Discoverer:
    """The tools of one discovery. `start` None means single invoices, the `wanted` ones: books with change
    stamps are asked for these alone, other books are read whole and the caller picks.

    `asked` are ids that a person asked for by themselves: they are due whatever the start date (BBK-29).
    `accepted` is the brake that a person has let go of. A run that is `unattended` takes up of what waits
    only what is due (D12); a person's run takes up all."""

    source: Source
    journal: Journal
    rules: SettlementRules
    settings: str
    start: Start | None
    wanted: Wanted
    asked: frozenset[str]
    accepted: Reason | None
    unattended: bool
    today: date
    clock: Clock
    pause: Callable[[float], None]
    cancelled: Cancelled
    progress: ReportProgress
    _read: int = field(default=0, init=False)

    def discover(self) -> Discovery:
        """Read the books as far as needed. Raises what the source raises, and RunCancelled."""
        memory, parked = self.journal.memory(), self.journal.parked()
        deleted = _deleted(parked, self.journal.decisions())
        self.progress(Progress(Phase.DISCOVER))
        if self._is_untouched(memory):
            waiting = tuple(self._waiting(parked, deleted))
            seen = self.journal.seen(parked) if parked else {}
            return Discovery(
                waiting, self.clock(), seen, parked, memory.home_currency, tuple(deleted), token=memory.token
            )
        # Whole books are compared with all that is remembered; of others only what they name is looked up.
        seen = {} if self.source.has_change_stamps else self.journal.seen()
        notes: tuple[Reason, ...] = ()
        with self.source.read(self._question(parked, deleted), self._watch) as reading:
            company, started_at = reading.company, reading.started_at
            if brake := _other_company(memory, company):
                if not lets_go(self.accepted, brake):
                    return Discovery((), started_at, seen, parked, company.home_currency, brake=brake)
                self.journal.forget_books()
                notes += (reason("note_forgotten", before=brake.values["before"]),)
                memory, parked, seen, deleted = SourceMemory(), {}, {}, frozenset()
            present, findings = self._changed(reading, seen, parked, self._is_set_anew(memory))
            token = reading.token
        if self.source.has_change_stamps:
            seen = self.journal.seen({f.source_id for f in findings} | parked.keys())
        brake = self._brake(memory, token, len(present), len(seen))
        missing = [] if self.source.has_change_stamps else self._missing(seen, parked, present)
        vanished, unsure = (
            self._second_look(findings, seen, missing, deleted)
            if brake is None
            else (tuple(id_ for id_ in missing if id_ in deleted), frozenset[str]())
        )
        kept = [f for f in findings if f.source_id not in unsure]
        kept += self._waiting(parked, {f.source_id for f in findings} | set(vanished) | unsure)
        learnt = SourceMemory(
            company.id,
            company.name,
            company.home_currency,
            "" if unsure else token,
            self.settings,
            len(present),
        )
        notes += () if seen or self.source.has_change_stamps else (reason("note_first_run"),)
        return Discovery(
            tuple(kept),
            started_at,
            seen,
            parked,
            company.home_currency,
            vanished,
            unsure,
            learnt,
            brake,
            notes,
            token,
        )

    def _is_untouched(self, memory: SourceMemory) -> bool:
        """An untouched file skips reading, for Last Successful Run and equal settings only (D15)."""
        if self.start is None or self.start.choice is not StartChoice.LAST or self.source.has_change_stamps:
            return False
        if self.asked:  # their documents are to be read, whatever the file says of itself
            return False
        return bool(memory.token) and memory.settings == self.settings and self.source.token() == memory.token

    def _is_set_anew(self, memory: SourceMemory) -> bool:
        """True if a setting changed that decides what a run finds: what was left alone under the old settings
        (other numbers, another job database) is news under the new ones. Books with change stamps are only
        asked for a window of time; there a person chooses an early start date."""
        return memory.settings not in ("", self.settings) and not self.source.has_change_stamps

    def _question(self, parked: dict[str, Parked], deleted: frozenset[str]) -> Question:
        """What to ask the books for. What waits because it made no sense is always asked for again; all that
        waits is, if the window does not reach back to the last complete run: its facts may be out of date
        then."""
        if not self.source.has_change_stamps:
            return EVERYTHING
        remembered = JournalMemory(self.journal, deleted)
        if self.start is None:
            return Question(None, self.wanted.ids, self.wanted.numbers, only=True, remembered=remembered)
        watermark = self.journal.watermark()
        leaves_gap = watermark is None or self.start.instant > watermark
        stale = {id_ for id_, p in parked.items() if leaves_gap or p.reason.code in _NONSENSE}
        since = self.start.instant if self.start.instant > BEGINNING.instant else None
        return Question(since, frozenset(stale - deleted) | self.asked, remembered=remembered)

    @property
    def _watch(self) -> Watch:
        return Watch(self.cancelled, self._waits)

    def _waits(self, until: datetime | None, why: str) -> None:
        self.progress(Progress(Phase.DISCOVER, self._read, waits_until=until, why=why))

    def _changed(
        self, reading: Reading, seen: dict[str, Seen], parked: dict[str, Parked], everything: bool
    ) -> tuple[set[str], list[Finding]]:
        """All ids that were read, and the findings among them that count as changed since the start or wait
        from earlier runs."""
        present: set[str] = set()
        findings: list[Finding] = []
        for invoice in reading.invoices():
            self._count()
            if invoice.id in present:
                continue  # shifting pages deliver a record twice (F-17)
            present.add(invoice.id)
            facts = encode_invoice(invoice)
            mark = fingerprint(facts, self.rules)
            due = everything or invoice.id in parked or invoice.id in self.asked
            if due or self._is_due(seen.get(invoice.id), mark):
                finding = finding_of(invoice, self.rules, self.today, facts, mark)
                findings.append(self._with_feeds(finding))
        return present, findings

    def _with_feeds(self, finding: Finding) -> Finding:
        """Only books with change stamps name single payments that changed."""
        if not self.source.has_change_stamps:
            return finding
        return replace(finding, feeds=payment_ids(finding.facts))

    def _is_due(self, known: Seen | None, mark: str) -> bool:
        if self.start is None or self.source.has_change_stamps or known is None or known.fingerprint != mark:
            return True
        return self.start.choice is not StartChoice.LAST and known.first_seen >= self.start.instant

    def _brake(self, memory: SourceMemory, token: str, present: int, known: int) -> Reason | None:
        brake = None
        if not present and not self.source.has_change_stamps and (memory.documents or known):
            brake = reason("brake_silent", count=memory.documents or known)
        elif why := self.source.went_back(memory.token, token) if memory.token else "":
            brake = reason("brake_went_back", why=why)
        return None if brake is None or lets_go(self.accepted, brake) else brake

    def _missing(self, seen: dict[str, Seen], parked: dict[str, Parked], present: set[str]) -> list[str]:
        known = [id_ for id_, remembered in seen.items() if remembered.fingerprint != GONE]
        return [id_ for id_ in (*known, *(parked.keys() - seen.keys())) if id_ not in present]

    def _second_look(
        self, findings: list[Finding], seen: dict[str, Seen], missing: list[str], deleted: frozenset[str]
    ) -> tuple[tuple[str, ...], frozenset[str]]:
        """Where a figure falls or a document is missing, read once more and believe only what both readings
        say (D16). What waits as `deleted` was looked for twice already."""
        vanished = tuple(id_ for id_ in missing if id_ in deleted)
        missing = [id_ for id_ in missing if id_ not in deleted]
        fallen = {
            f.source_id: f.fingerprint
            for f in findings
            if f.source_id in seen and f.settlement.paid_amount < seen[f.source_id].paid_amount
        }
        if self.source.has_change_stamps or not (fallen or missing):
            return vanished, frozenset()
        self.pause(SECOND_LOOK_SECONDS)
        again = dict(self._marks(set(fallen) | set(missing)))
        vanished += tuple(id_ for id_ in missing if id_ not in again)
        unsure = {id_ for id_ in missing if id_ in again} | {
            id_ for id_, mark in fallen.items() if again.get(id_) != mark
        }
        return vanished, frozenset(unsure)

    def _marks(self, wanted: set[str]) -> Iterator[tuple[str, str]]:
        with self.source.read(EVERYTHING, self._watch) as reading:
            for invoice in reading.invoices():
                self._count()
                if invoice.id in wanted:
                    yield invoice.id, fingerprint(encode_invoice(invoice), self.rules)

    def _waiting(self, parked: dict[str, Parked], handled: Collection[str]) -> list[Finding]:
        now = self.clock()
        return [
            finding_from_facts(p.facts, self.rules, self.today)
            for id_, p in parked.items()
            if id_ not in handled and not (self.unattended and p.next_try > now)
        ]

    def _count(self) -> None:
        self._read += 1
        if self._read % _REPORT_EVERY == 0:
            self.progress(Progress(Phase.DISCOVER, self._read))


def _deleted(parked: dict[str, Parked], decisions: dict[str, Decision]) -> frozenset[str]:
    """The documents that wait because they were deleted at the source, or that a person decided upon for
    that reason."""
    asked = {id_: decision.reason.code for id_, decision in decisions.items()}
    return frozenset(
        id_
        for id_, waiting in parked.items()
        if waiting.reason.code in DELETED
        or (waiting.reason.code in ("ignored", "decided_kept") and asked.get(id_) in DELETED)
    )


def _other_company(memory: SourceMemory, company: Company) -> Reason | None:
    """The brake on other books than those of the last run."""
    if not memory.company_id or company.id == memory.company_id:
        return None
    names = {"now": company.name or company.id, "before": memory.company_name or memory.company_id}
    return reason("brake_other_company", **names)
