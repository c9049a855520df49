"""What an undo would do to each row that a run wrote: put it back, or leave it and say why (F-35). Reads
only. Called by engine/undo.py.

A row is put back if the write in question is our last word on it and the row still holds what was written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from syncdesk.engine.findings import GONE, finding_from_facts
from syncdesk.engine.links import still_holds
from syncdesk.engine.plan import figures_text
from syncdesk.model.changes import Finding, Outcome, PlannedChange, RunKind
from syncdesk.model.connection import Connection
from syncdesk.model.errors import UsageError
from syncdesk.model.job import Figures, JobRow, RawValue, RowKey
from syncdesk.model.ports import JobStore, Journal
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.records import Document, RowWrite, RunRecord


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One row: what is to become of it, the stored values that are put back, and the link its document has
    afterwards."""

    planned: PlannedChange
    restore: tuple[RawValue, ...]
    link: RowKey | None

    @property
    def source_id(self) -> str:
        """The invoice of the books."""
        return self.planned.change.source_id


def refuse(record: RunRecord, connection: Connection) -> None:
    """Raise UsageError if this run as a whole cannot be undone, with the reason and what to do."""
    if record.kind is RunKind.PREVIEW:
        raise UsageError(
            "A preview writes nothing, so there is nothing to take back.",
            "Choose a run that wrote something.",
        )
    if record.result is None:
        raise UsageError(
            "This run has not ended.", "Wait until it has ended, or stop it; then it can be undone."
        )
    if not record.counts.written:
        raise UsageError(
            "This run wrote nothing, so there is nothing to take back.", "Choose a run that wrote something."
        )
    if not record.target:
        raise UsageError(
            "This run was made by an earlier SyncDesk, which did not record where it wrote.",
            "Put the rows right in the job database, by the list of this run in History.",
        )
    if record.target != connection.target:
        raise UsageError(
            f"This run wrote to another place than '{connection.name}' writes to now.",
            f"Set the company to that place again, then undo: {record.target}.",
            f"now: {connection.target}",
        )


@dataclass(frozen=True, slots=True)
class UndoPlanner:
    """The tools of planning one undo of the run `record`, at the instant `now`."""

    record: RunRecord
    connection: Connection
    jobs: JobStore
    journal: Journal
    now: datetime

    def plan(self, some: Sequence[RowWrite], stories: dict[RowKey, "Story"]) -> list[UndoStep]:
        """What is to become of the rows of these writes.

        Raises UsageError if the journal no longer knows their documents, and what reading rows raises."""
        keys = {row_key(write) for write in some}
        rows = {row.key: row for row in self.jobs.get(keys)}
        owners = self.journal.owners(keys)
        documents = self.journal.documents([write.change.source_id for write in some])
        if any(write.change.source_id not in documents for write in some):
            raise UsageError(
                "This run read books that the company no longer reads; their links to rows are forgotten.",
                "Put the rows right in the job database, by the list of this run in History.",
            )
        steps = []
        for write in some:
            key, document = row_key(write), documents[write.change.source_id]
            row = rows.get(key)
            why = (
                self._overtaken(stories[key], write)
                or self._moved(write, row, document, owners.get(key))
                or self._changed(write, row)
            )
            steps.append(self._step(write, row, document, why))
        return steps

    def _step(self, write: RowWrite, row: JobRow | None, document: Document, why: Reason | None) -> UndoStep:
        wrote, restore = write.change, write.raw_old or ()
        change = replace(
            wrote,
            outcome=Outcome.CONFLICT if why is not None else Outcome.WRITTEN,
            reason=why if why is not None else self._put_back,
            job_number=row.number if row is not None else wrote.job_number,
            old=row.figures if row is not None and not row.problem else None,
            new=wrote.old,
            notes=(reason("note_empty_again"),) if restore and restore[0] in (None, "") else (),
            detail="",
            old_is_empty=row is not None and row.raw[0] in (None, ""),
        )
        # What was taken back as deleted had let go of its row.
        link = wrote.job_key if document.fingerprint == GONE else document.job_key
        return UndoStep(PlannedChange(change, self._finding(document), row), restore, link)

    def _finding(self, document: Document) -> Finding:
        today = self.now.astimezone(self.connection.zone).date()
        return finding_from_facts(document.facts, self.connection.rules, today)

    @property
    def _put_back(self) -> Reason:
        code = "brought_back" if self.record.kind is RunKind.UNDO else "restored"
        return reason(code, when=self._when(self.record.started_at))

    def _overtaken(self, story: "Story", write: RowWrite) -> Reason | None:
        later = story.in_the_way(write)
        if later is None:
            return None
        code = "undo_taken_back" if later.takes_back == write.run_id else "undo_written_again"
        return reason(code, when=self._when(later.started_at))

    def _moved(
        self, write: RowWrite, row: JobRow | None, document: Document, owner: str | None
    ) -> Reason | None:
        """Why the row no longer is the one of this invoice."""
        wrote = write.change
        if row is None:
            return reason("undo_gone")
        if not still_holds(replace(document, job_key=row.key, job_number=wrote.job_number), row):
            return reason("undo_other_job", key="/".join(map(str, row.key)), number=row.number)
        if owner not in (None, wrote.source_id):
            return reason("row_taken", number=row.number)
        if document.job_key not in (None, row.key):
            return reason("undo_elsewhere")
        return None

    def _changed(self, write: RowWrite, row: JobRow | None) -> Reason | None:
        """Why the values of the row cannot be put back."""
        wrote, raw = write.change, write.raw_old
        assert row is not None
        assert wrote.new is not None
        assert wrote.old is not None
        text = figures_text(wrote.new, wrote.currency)
        if row.problem:
            return reason("undo_unreadable", problem=row.problem, wrote=text)
        if row.figures != wrote.new:
            return reason("undo_changed", held=figures_text(row.figures, wrote.currency), wrote=text)
        lock = self.connection.lock_date
        if lock is not None and any(day <= lock for day in _days(wrote.old, wrote.new)):
            return reason("undo_locked", lock_date=lock)
        return None if raw else reason("undo_no_old")

    def _when(self, instant: datetime) -> str:
        return f"{instant.astimezone(self.connection.zone):%Y-%m-%d %H:%M}"


@dataclass(slots=True)
class Story:
    """The writes of one row, oldest first. `standing` are those whose word still counts, the newest last: an
    undo leads back to those that stood before the write it took back."""

    writes: list[RowWrite] = field(default_factory=list)
    standing: list[RowWrite] = field(default_factory=list)
    _before: dict[str, list[RowWrite]] = field(default_factory=dict)

    def add(self, write: RowWrite) -> None:
        """The next write."""
        self._before[write.run_id] = self.standing
        taken_back = self._before.get(write.takes_back, [])
        self.standing = taken_back if write.takes_back else [*self.standing, write]
        self.writes.append(write)

    def in_the_way(self, write: RowWrite) -> RowWrite | None:
        """The later write because of which this one cannot be taken back, None if it can: it is the last, or
        everything after it was taken back."""
        if write is self.writes[-1] or (self.standing and self.standing[-1] is write):
            return None
        after = self.writes[self.writes.index(write) + 1 :]
        if self.standing and any(self.standing[-1] is later for later in after):
            return self.standing[-1]
        return next((later for later in reversed(after) if later.takes_back == write.run_id), after[-1])


def stories(writes: Iterable[RowWrite]) -> dict[RowKey, Story]:
    """The story of each row, from its writes in order."""
    found: dict[RowKey, Story] = {}
    for write in writes:
        found.setdefault(row_key(write), Story()).add(write)
    return found


def row_key(write: RowWrite) -> RowKey:
    """The row of a write; each write has one."""
    key = write.change.job_key
    assert key is not None
    return key


def _days(*figures: Figures) -> list[date]:
    return [one.date_paid for one in figures if one.date_paid is not None]
