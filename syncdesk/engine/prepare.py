"""Prepare: everything of a run that only reads. Discover, match and plan, or take up a preview that is still
young (D5)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from syncdesk.engine.apply import left_alone
from syncdesk.engine.brakes import SHARE_BRAKES, share_brake
from syncdesk.engine.desks import BooksNow, in_doubt
from syncdesk.engine.discover import Discoverer, Discovery, Wanted
from syncdesk.engine.findings import finding_from_facts
from syncdesk.engine.links import still_holds, unlinked
from syncdesk.engine.match import Match, Matcher
from syncdesk.engine.plan import Planner, departed_change, held_by, set_aside, unsure_change
from syncdesk.model.changes import Finding, Phase, Plan, PlannedChange, Progress
from syncdesk.model.connection import Connection
from syncdesk.model.errors import RunCancelled, UsageError
from syncdesk.model.job import JobRow, RowKey
from syncdesk.model.ledger import InvoiceStatus
from syncdesk.model.ports import Cancelled, Clock, JobRows, Journal, ReportProgress, Source, Watch
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Document, Parked
from syncdesk.model.start import Start

_LOOK_UP_EVERY = 1000  # findings planned between two looks at the stop button


@dataclass(frozen=True, slots=True)
class Preparation:
    """A plan with what applying it needs; `token` is the state of the books it was made from."""

    plan: Plan
    planner: Planner
    matches: dict[str, Match]
    token: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Single invoices a person asked for, each by its job number: which number of the books it is, and which
    documents are linked to its row, or known under its number."""

    numbers: dict[str, str]
    linked: dict[str, str]
    known: dict[str, str]

    @property
    def wanted(self) -> Wanted:
        return Wanted(frozenset(self.known), frozenset(self.numbers))


class Request(Protocol):
    """The part of a run's request that preparing depends on."""

    @property
    def connection(self) -> Connection:
        """The connection."""

    @property
    def start(self) -> Start | None:
        """The start date, None for single invoices."""

    @property
    def settings(self) -> str:
        """Identifies the settings that decide what a run finds."""

    @property
    def only(self) -> tuple[str, ...]:
        """Job numbers of a restricted run."""

    @property
    def ids(self) -> frozenset[str]:
        """Source ids of a restricted run."""

    @property
    def asked(self) -> frozenset[str]:
        """Source ids that are due whatever the start date."""

    @property
    def accepted(self) -> Reason | None:
        """The brake that a person has let go of."""

    @property
    def unattended(self) -> bool:
        """True if no person started the run."""

    @property
    def unticked(self) -> frozenset[str]:
        """Source ids left out by hand."""

    @property
    def since(self) -> str:
        """The start as given."""


@dataclass(slots=True)
class Preparer:
    """The tools of one preparation."""

    request: Request
    source: Source
    jobs: JobRows
    journal: Journal
    clock: Clock
    pause: Callable[[float], None]
    cancelled: Cancelled
    progress: ReportProgress

    def prepare(self) -> Preparation:
        """Discover, match and plan. Raises what the rooms raise, RunCancelled, and UsageError for a number
        nobody knows."""
        asked = self._asked()
        discovery = self._restricted(self._discover(asked.wanted), asked)
        self._step(Phase.MATCH, len(discovery.findings))
        matcher = Matcher(
            self.jobs,
            self.journal,
            self.request.connection.mapping.numbers,
            discovery.home_currency,
            frozenset(discovery.vanished),
            self.journal.unlinked(),
        )
        matches = matcher.match(discovery.findings)
        planner = self._planner(discovery, matches)
        # What is gone comes first: a row is let go of before its successor takes it.
        changes = self._absent(discovery, matches, planner)
        for position, finding in enumerate(discovery.findings):
            if position % _LOOK_UP_EVERY == 0:
                self._step(Phase.PLAN, len(discovery.findings), position)
            changes.append(planner.plan(finding, matches[finding.source_id]))
        if discovery.brake is None:
            changes = self._without_newer(changes, matches, discovery)
        return Preparation(self._plan(discovery, changes), planner, matches, discovery.token)

    def _without_newer(
        self, changes: list[PlannedChange], matches: dict[str, Match], discovery: Discovery
    ) -> list[PlannedChange]:
        """Rows that may rest on newer books than this run has read are left to the next (D9, see desks.py).

        Not so before the first run over books that are asked document by document: a whole table of old
        figures would have to be asked for twice, and nothing is written there without a person's word."""
        if self.source.has_change_stamps and not self.journal.has_applied_run():
            return changes
        doubtful = []
        for planned in changes:
            source_id = planned.change.source_id
            if in_doubt(planned, matches.get(source_id, Match()), discovery.parked.get(source_id)):
                doubtful.append(planned.finding)
        books = BooksNow(
            self.source,
            self.journal,
            self.request.connection.rules,
            discovery.token,
            Watch(self.cancelled),
        )
        moved = books.moved_on(doubtful)
        return [left_alone(p, "books_moved_on") if p.change.source_id in moved else p for p in changes]

    def _discover(self, wanted: Wanted) -> Discovery:
        request = self.request
        today = self.clock().astimezone(request.connection.zone).date()
        return Discoverer(
            self.source,
            self.journal,
            request.connection.rules,
            request.settings,
            request.start,
            wanted,
            request.asked,
            request.accepted,
            request.unattended,
            today,
            self.clock,
            self.pause,
            self.cancelled,
            self.progress,
        ).discover()

    def _step(self, phase: Phase, total: int, done: int = 0) -> None:
        if self.cancelled():
            raise RunCancelled
        self.progress(Progress(phase, done, total))

    def _asked(self) -> "_Asked":
        """The job numbers asked for, as numbers of the books and as remembered links."""
        only, ids = self.request.only, self.request.ids
        if self.request.start is not None:
            return _Asked({}, {}, {})
        if ids:
            return _Asked({}, {}, dict.fromkeys(ids, ""))
        rule = self.request.connection.mapping.numbers
        keys: dict[RowKey, str] = {row.key: row.number for row in self.jobs.find(only)}
        linked = {source_id: keys[key] for key, source_id in self.journal.owners(keys).items()}
        numbers = {rule.source_number(number): number for number in only}
        known = {id_: numbers[number] for number, ids in self.journal.numbers(numbers).items() for id_ in ids}
        return _Asked(numbers, linked, known | linked)

    def _restricted(self, discovery: Discovery, asked: "_Asked") -> Discovery:
        """Only the invoices asked for: by their ids, or by job numbers, found by number or by a remembered
        link."""
        if self.request.start is not None:
            return discovery
        vanished = tuple(id_ for id_ in discovery.vanished if id_ in asked.known)
        unsure = frozenset(id_ for id_ in discovery.unsure if id_ in asked.known)
        if self.request.ids:
            found = tuple(f for f in discovery.findings if f.source_id in self.request.ids)
            return replace(discovery, findings=found, vanished=vanished, unsure=unsure)
        kept, met = [], set()
        for finding in discovery.findings:
            number = asked.linked.get(finding.source_id) or asked.numbers.get(finding.number)
            if number is not None:
                kept.append(finding)
                met.add(number)
        met |= {asked.known[id_] for id_ in (*vanished, *unsure)}
        if missing := [number for number in self.request.only if number not in met]:
            names = ", ".join(f"'{number}'" for number in missing)
            raise UsageError(
                f"The books have no invoice for {names}.",
                "Check the number as it stands in the job database.",
            )
        return replace(discovery, findings=tuple(kept), vanished=vanished, unsure=unsure)

    def _planner(self, discovery: Discovery, matches: dict[str, Match]) -> Planner:
        connection = self.request.connection
        doubtful = [f.source_id for f in discovery.findings if _replaces_figures(f, matches[f.source_id])]
        return Planner(
            connection.mapping,
            connection.policy,
            connection.lock_date,
            discovery.seen,
            discovery.parked,
            self.journal.recorded(doubtful) if doubtful else {},
            self.request.unticked,
            insists=self.request.start is None,
            rules=connection.rules,
            first_run=not self.journal.has_applied_run(),
            decisions=self.journal.decisions(),
            unattended=self.request.unattended,
            switched_off=self.journal.switched_off(),
            left_out=connection.left_out,
        )

    def _absent(
        self, discovery: Discovery, matches: dict[str, Match], planner: Planner
    ) -> list[PlannedChange]:
        """Changes for documents that are gone from the books, and for those on which two readings
        disagree."""
        ids = [*discovery.vanished, *discovery.unsure]
        documents = self.journal.documents(ids) if ids else {}
        keys = {d.job_key for d in documents.values() if d.job_key is not None}
        rows = {row.key: row for row in self.jobs.get(keys)} if keys else {}
        taken = {
            match.row.key for match in matches.values() if match.row is not None and match.outcome is None
        }
        changes = []
        for source_id in ids:
            document = documents.get(source_id)
            finding = self._remembered(document or discovery.parked[source_id])
            if source_id in discovery.unsure:
                changes.append(unsure_change(finding))
                continue
            row = (
                rows.get(document.job_key) if document is not None and document.job_key is not None else None
            )
            if document is not None and row is not None and not still_holds(document, row):
                document, row = unlinked(document), None
            is_replaced = row is not None and row.key in taken
            if row is None or is_replaced:
                matches[source_id] = Match(document=document)
                changes.append(departed_change(finding, is_replaced))
                continue
            match = Match(row, document=document, linked=True)
            matches[source_id] = match
            changes.append(planner.plan(replace(finding, status=InvoiceStatus.DELETED), match))
        return changes

    def _remembered(self, last: Document | Parked) -> Finding:
        connection = self.request.connection
        today = self.clock().astimezone(connection.zone).date()
        return replace(finding_from_facts(last.facts, connection.rules, today), fingerprint=last.fingerprint)

    def _plan(self, discovery: Discovery, changes: list[PlannedChange]) -> Plan:
        brake = discovery.brake or share_brake(
            changes,
            self.journal.count_paid(),
            not self.journal.has_applied_run(),
            self.request.connection.brakes,
            self.request.accepted,
        )
        notes = discovery.notes
        if self.request.accepted is not None and brake is None:
            notes += (reason("note_accepted_brake", brake=self.request.accepted),)
        if not self.source.has_change_stamps:
            notes += (reason("note_no_stamps"),)
        return Plan(
            tuple(changes),
            discovery.started_at,
            brake,
            self.request.since,
            discovery.memory,
            notes,
            self.request.settings,
        )


def take_up(plan: Plan, connection: Connection, journal: Journal, unticked: frozenset[str]) -> Preparation:
    """A young preview, ready to be applied: the same changes, less the unticked ones and those that a person
    has decided to leave alone since, with what the journal remembers now."""
    ids = [p.change.source_id for p in plan.changes]
    documents = journal.documents(ids)
    matches = {
        p.change.source_id: _remembered_match(p.row, documents.get(p.change.source_id)) for p in plan.changes
    }
    planner = Planner(
        connection.mapping,
        connection.policy,
        connection.lock_date,
        journal.seen(ids),
        journal.parked(),
        {},
        unticked,
        rules=connection.rules,
        decisions=journal.decisions(),
        switched_off=journal.switched_off(),
        left_out=connection.left_out,
    )
    changes = tuple(
        left_alone(p, "unticked") if p.writes and p.change.source_id in unticked else _set_aside(p, planner)
        for p in plan.changes
    )
    brake = plan.brake
    if brake is None or brake.code in SHARE_BRAKES:  # leaving rows out may let go of it
        brake = share_brake(changes, journal.count_paid(), not journal.has_applied_run(), connection.brakes)
    token = plan.memory.token if plan.memory is not None else ""
    return Preparation(replace(plan, changes=changes, brake=brake), planner, matches, token)


def _set_aside(planned: PlannedChange, planner: Planner) -> PlannedChange:
    if planner.is_off(planned.row, planned.change.outcome):
        return left_alone(planned, "switched_off")
    decision = planner.decisions.get(planned.change.source_id)
    if decision is None or not decision.holds(planned.finding.fingerprint, held_by(planned.row)):
        return planned
    outcome, why = set_aside((planned.change.outcome, planned.change.reason), decision)
    return replace(planned, change=replace(planned.change, outcome=outcome, reason=why))


def _remembered_match(row: JobRow | None, document: Document | None) -> Match:
    linked = row is not None and document is not None and document.job_key == row.key
    if row is not None and document is not None and not linked:
        document = unlinked(document)
    return Match(row, document=document, linked=linked)


def _replaces_figures(finding: Finding, match: Match) -> bool:
    """True if the row holds figures that are not what the books say now, so that their origin must be looked
    up; an empty row too, if it should no longer be empty."""
    row, document = match.row, match.document
    if row is None or (row.figures.says_nothing and (document is None or document.written is None)):
        return False
    settlement = finding.settlement
    return row.figures.paid_amount != settlement.paid_amount or row.figures.date_paid != settlement.date_paid
