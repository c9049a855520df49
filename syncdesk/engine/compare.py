"""Compare with the books: one line per invoice of either side, with the cause why the sides differ (UX-24).
Reads both in full, writes nothing and records nothing. Called by app/comparing.py.

It asks the very plan that a run from the beginning would make, so that a comparison and a run never disagree:
its causes are the plan's verdicts. What the plan does not speak of are the rows that nobody in the books
claims.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from syncdesk.engine.match import Match
from syncdesk.engine.prepare import Preparation, Preparer, Request
from syncdesk.engine.snapshot import Snapshot
from syncdesk.model.changes import Finding, Outcome, PlannedChange
from syncdesk.model.comparison import BooksSide, Cause, Comparison, JobSide, Line, Period, in_order
from syncdesk.model.errors import SetupError
from syncdesk.model.job import JobMapping, JobRow
from syncdesk.model.ledger import DocumentKind, InvoiceStatus
from syncdesk.model.money import money_text
from syncdesk.model.ports import Cancelled, Clock, JobRows, Journal, ReportProgress, Source
from syncdesk.model.reasons import Reason, reason
from syncdesk.model.settlement import PaymentState

_NO_BOOKS = ("brake_other_company", "brake_silent")
_LEFT_BY_DECISION = ("ignored", "decided_kept")
_NOT_BELIEVED = ("books_moving", "unreadable_invoice")
_DEPARTED = ("gone", "replaced")
_NO_INVOICES = ("credit_note", "negative_total")
_NOTHING_TO_PAY = (PaymentState.VOID, PaymentState.DRAFT, PaymentState.NOTHING_TO_PAY)
_CAUSES = {
    "changed_here": Cause.CHANGED_HERE,
    "changed_both": Cause.CHANGED_HERE,
    "kept": Cause.CHANGED_HERE,
    "other_total": Cause.OTHER_TOTAL,
    "note_total_differs": Cause.OTHER_TOTAL,
    "note_number_differs": Cause.OTHER_NUMBER,
    "other_customer": Cause.OTHER_CUSTOMER,
    "other_currency": Cause.OTHER_CURRENCY,
    "two_rows": Cause.TWO_ROWS,
    "two_invoices": Cause.TWO_INVOICES,
    "row_taken": Cause.TWO_INVOICES,
    "deleted_at_source": Cause.DELETED_AT_SOURCE,
    "deleted_locked": Cause.DELETED_AT_SOURCE,
    "unreadable": Cause.UNREADABLE,
    "unreadable_invoice": Cause.UNREADABLE,
    "no_row": Cause.NOT_IN_JOB_DATABASE,
    "no_row_similar": Cause.NOT_IN_JOB_DATABASE,
    "no_number": Cause.NOT_IN_JOB_DATABASE,
    "ignored": Cause.KEPT,
    "decided_kept": Cause.KEPT,
    "not_ours": Cause.NOT_OURS,
    "other_form": Cause.NOT_OURS,
    "credit_note": Cause.NOT_AN_INVOICE,
    "negative_total": Cause.NOT_AN_INVOICE,
    "number_elsewhere": Cause.NOTHING_TO_PAY,
    "draft_left_out": Cause.NOTHING_TO_PAY,
    "void_left_out": Cause.NOTHING_TO_PAY,
}
"""The cause of each verdict that is no write; any other that holds a row back is *waiting*."""


@dataclass(slots=True)
class Comparer:
    """The tools of one comparison. `request` is that of a run from the beginning."""

    request: Request
    source: Source
    jobs: JobRows
    journal: Journal
    clock: Clock
    pause: Callable[[float], None]
    cancelled: Cancelled
    progress: ReportProgress

    def compare(self, period: Period) -> Comparison:
        """Both sides, line by line. Raises RunCancelled, what reading the books and the job database raises,
        and SetupError where there are no books of this company to compare with."""
        rows = Snapshot(self.jobs, self.cancelled, self.progress)
        preparation = self._prepared(rows)
        plan, connection = preparation.plan, self.request.connection
        memory = plan.memory
        home = memory.home_currency if memory is not None else ""
        lines = in_order(_Lines(preparation, connection.mapping, home, self.journal).over(rows))
        inside = [line for line in lines if line.day is not None and period.covers(line.day)]
        undated = [line for line in lines if line.day is None]
        outside = len(lines) - len(inside) - len(undated)
        if period.is_open:
            inside, undated = lines, []
        return Comparison(
            connection=connection.name,
            period=period,
            as_of=plan.started_at,
            lines=tuple(inside),
            undated=tuple(undated),
            outside=outside,
            brake=plan.brake,
        )

    def _prepared(self, rows: JobRows) -> Preparation:
        preparation = Preparer(
            self.request,
            self.source,
            rows,
            self.journal,
            self.clock,
            self.pause,
            self.cancelled,
            self.progress,
        ).prepare()
        brake = preparation.plan.brake
        if brake is not None and brake.code in _NO_BOOKS:
            raise SetupError(
                str(brake),
                "Nothing was compared. Choose the right books in the settings of this company, or run a sync "
                "to decide about these.",
            )
        return preparation


@dataclass(slots=True)
class _Lines:
    """Makes the lines. `_left` are the rows that no line shows yet, by identity: a view may show a key
    twice."""

    preparation: Preparation
    mapping: JobMapping
    home_currency: str
    journal: Journal
    _left: dict[int, JobRow] = field(default_factory=dict, init=False)
    _claims: dict[str, tuple[Cause, Reason]] = field(default_factory=dict, init=False)

    def over(self, rows: JobRows) -> Iterator[Line]:
        """One line per document and row, in no order."""
        self._left = {id(row): row for row in rows.rows()}
        planned = self.preparation.plan.changes
        moving = self._rows_of_moving(planned, rows)
        for change in planned:
            if change.change.reason.code not in _DEPARTED:
                yield from self._of_document(change, change.row or moving.get(change.change.source_id))
        for row in self._left.values():
            yield self._of_row(row)

    def _rows_of_moving(self, planned: Iterable[PlannedChange], rows: JobRows) -> dict[str, JobRow]:
        """The rows of documents on which two readings disagree: the plan says nothing of them (D16)."""
        ids = [p.change.source_id for p in planned if p.change.reason.code == "books_moving"]
        documents = self.journal.documents(ids) if ids else {}
        keys = {id_: document.job_key for id_, document in documents.items()}
        found = {row.key: row for row in rows.get([key for key in keys.values() if key is not None])}
        return {id_: found[key] for id_, key in keys.items() if key is not None and key in found}

    def _of_document(self, planned: PlannedChange, row: JobRow | None) -> Iterator[Line]:
        finding = planned.finding
        match = self.preparation.matches.get(finding.source_id, Match())
        cause, why = _cause(planned, match)
        row = None if row is None else self._left.pop(id(row), None)
        if row is None:
            self._claim(finding, cause, why)
        books = _books_side(planned)
        if books is None and row is None:
            return  # gone from both sides
        line = Line(
            invoice_number=finding.number,
            source_id=finding.source_id,
            job_key=row.key if row is not None else None,
            job_number=row.number if row is not None else "",
            customer=finding.customer,
            currency=finding.currency,
            day=finding.invoice_date or (row.invoice_date if row is not None else None),
            cause=cause,
            reason=why,
            notes=_notes(planned, row, why),
            books=books,
            job=_job_side(row) if row is not None else None,
        )
        if row is None or self._currency(row) == finding.currency:
            yield line
            return
        if books is not None:
            yield replace(line, job_key=None, job_number="", job=None)
        yield replace(line, currency=self._currency(row), books=None)

    def _claim(self, finding: Finding, cause: Cause, why: Reason) -> None:
        """Rows of this number that are left over are left for the same cause."""
        if cause in (Cause.TWO_ROWS, Cause.TWO_INVOICES, Cause.OTHER_CURRENCY):
            for number in self.mapping.numbers.job_numbers(finding.number):
                self._claims.setdefault(number, (cause, why))

    def _of_row(self, row: JobRow) -> Line:
        number = self.mapping.numbers.source_number(row.number)
        cause, why = self._claims.get(row.number, (Cause.NOT_IN_BOOKS, reason("not_in_books", number=number)))
        return Line(
            invoice_number=number,
            source_id=None,
            job_key=row.key,
            job_number=row.number,
            customer=row.customer,
            currency=self._currency(row),
            day=row.invoice_date,
            cause=cause,
            reason=why,
            job=_job_side(row),
        )

    def _currency(self, row: JobRow) -> str:
        return row.currency or self.home_currency


def _cause(planned: PlannedChange, match: Match) -> tuple[Cause, Reason]:
    """The cause of a line by the plan's verdict, and the sentence for it."""
    change, finding = planned.change, planned.finding
    if change.outcome is Outcome.WRITTEN:
        return Cause.DUE, change.reason
    if change.outcome is Outcome.UNCHANGED:
        noted = next((note for note in change.notes if note.code in _CAUSES), None)
        return (Cause.AGREES, change.reason) if noted is None else (_CAUSES[noted.code], noted)
    code = change.reason.code
    if code in _LEFT_BY_DECISION and planned.row is None and match.reason is not None:
        code = match.reason.code  # ignored, but the sides differ for this all the same
    cause = _CAUSES.get(code, Cause.WAITING)
    if cause is Cause.NOT_IN_JOB_DATABASE and finding.settlement.state in _NOTHING_TO_PAY:
        return Cause.NOTHING_TO_PAY, change.reason
    if cause is Cause.CHANGED_HERE and (counted := _credits_counted(planned)) is not None:
        return Cause.CREDITS, counted
    return cause, change.reason


def _credits_counted(planned: PlannedChange) -> Reason | None:
    """The reason that the row holds what was paid and credited together, None if it does not."""
    settlement, row = planned.finding.settlement, planned.row
    if row is None or not settlement.credited:
        return None
    if row.figures.paid_amount != settlement.paid_amount + settlement.credited:
        return None
    currency = planned.finding.currency
    return reason("credits_counted", credited=f"{money_text(settlement.credited, currency)} {currency}")


def _books_side(planned: PlannedChange) -> BooksSide | None:
    """The books' side, None if they no longer have the document."""
    finding, code = planned.finding, planned.change.reason.code
    if finding.status is InvoiceStatus.DELETED:
        return None
    settlement = finding.settlement
    if finding.kind is DocumentKind.CREDIT_NOTE or code in _NO_INVOICES or code in _NOT_BELIEVED:
        return BooksSide(finding.total, None)
    return BooksSide(
        settlement.total,
        settlement.paid_amount,
        settlement.date_paid,
        settlement.credited,
        settlement.outstanding,
    )


def _job_side(row: JobRow) -> JobSide:
    if row.problem:
        return JobSide(row.total, None)
    return JobSide(row.total, row.figures.paid_amount, row.figures.date_paid)


def _notes(planned: PlannedChange, row: JobRow | None, why: Reason) -> tuple[Reason, ...]:
    notes: Sequence[Reason] = [note for note in planned.change.notes if note != why]
    books = planned.finding.invoice_date
    here = row.invoice_date if row is not None else None
    if books is not None and here is not None and books != here:
        return (*notes, reason("note_day_differs", here=here, books=books))
    return tuple(notes)
