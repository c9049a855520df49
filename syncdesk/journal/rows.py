"""Values as rows of the journal's tables and back: money as decimal text, days as ISO text, instants as ISO
text in UTC."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from syncdesk.journal.schema import RUN_COLUMNS
from syncdesk.model.changes import Change, Counts, Outcome, RunKind, RunResult
from syncdesk.model.codec import (
    decode_key,
    decode_reasons,
    encode_key,
    encode_raw,
    encode_reasons,
    payment_ids,
)
from syncdesk.model.decisions import Decision, Verdict
from syncdesk.model.job import Figures, RowKey
from syncdesk.model.reasons import PUT_BACK, Reason
from syncdesk.model.records import ChangeRecord, KnownInvoice, Parked, RunRecord, RunStart, StoredOutcome

Cell = str | int | None
Row = tuple[Cell, ...]

_NO_NOTES = "[]"
_NO_FIGURES: Row = (None, None, None, None)
_PAYMENTS = "\n"  # between payment ids: no source puts a line break into one
_instant_of = lru_cache(4096)(datetime.fromisoformat)
_day_of = lru_cache(4096)(date.fromisoformat)


def instant_text(instant: datetime | None) -> str | None:
    """An aware instant as UTC text."""
    return None if instant is None else instant.astimezone(UTC).isoformat()


def to_instant(text: object) -> datetime | None:
    """The aware UTC instant of a stored text."""
    return _instant_of(text) if isinstance(text, str) else None


def stored_instant(text: object) -> datetime:
    """As :func:`to_instant`, for a column that is never empty."""
    instant = to_instant(text)
    assert instant is not None
    return instant


def figures_row(figures: Figures | None) -> Row:
    """The four columns of one set of figures."""
    if figures is None:
        return _NO_FIGURES
    day, credited, outstanding = figures.date_paid, figures.credited, figures.outstanding
    return (
        str(figures.paid_amount),
        None if day is None else day.isoformat(),
        None if credited is None else str(credited),
        None if outstanding is None else str(outstanding),
    )


def to_figures(cells: Sequence[Any]) -> Figures | None:
    """The figures of four columns, None where there are none."""
    paid, day, credited, outstanding = cells
    if paid is None:
        return None
    return Figures(
        Decimal(paid),
        None if day is None else _day_of(day),
        None if credited is None else Decimal(credited),
        None if outstanding is None else Decimal(outstanding),
    )


def reason_text(reason: Reason) -> str:
    """A reason as text, code and values."""
    return encode_reasons((reason,)) if reason.values else _bare_reason_text(reason.code)


@lru_cache
def _bare_reason_text(code: str) -> str:
    return encode_reasons((Reason(code),))


@lru_cache(4096)
def to_reason(text: str) -> Reason:
    """The reason of a stored text."""
    return decode_reasons(text)[0]


def key_text(key: RowKey | None) -> str | None:
    """A row key as text, None where there is none."""
    return None if key is None else _key_text(key)


# A run asks for the key and the payments of one batch's rows several times over.
_key_text = lru_cache(4096)(encode_key)
_payments_of = lru_cache(4096)(payment_ids)


def to_key(text: str | None) -> RowKey | None:
    """The row key of a stored text."""
    if text is None:
        return None
    inside = text[1:-1]
    return (int(inside),) if inside.isdecimal() else decode_key(text)  # one number: by far the usual key


def change_row(run: int, connection: int, at: str, stored: StoredOutcome) -> Row:
    """The columns CHANGE_COLUMNS of one outcome or intention."""
    change = stored.change
    return (
        run,
        connection,
        change.source_id,
        at,
        change.invoice_number,
        change.customer,
        change.currency,
        change.outcome.value,
        reason_text(change.reason),
        key_text(change.job_key),
        change.job_number,
        *figures_row(change.old),
        *figures_row(change.new),
        encode_reasons(change.notes) if change.notes else _NO_NOTES,
        change.detail,
        int(change.old_is_empty),
        None if stored.raw_old is None else encode_raw(stored.raw_old),
        _PAYMENTS.join(_payments_of(stored.finding.facts)),
    )


def document_row(connection: int, at: str, stored: StoredOutcome) -> Row:
    """The columns DOCUMENT_COLUMNS of one outcome. Last synced is set only where row and books were seen to
    agree; the fingerprint of a row that was put back is forgotten."""
    change, finding, settled, written = (
        stored.change,
        stored.finding,
        stored.finding.settlement,
        stored.written,
    )
    written_or_same = change.outcome is Outcome.WRITTEN or change.outcome is Outcome.UNCHANGED
    agrees = written_or_same and change.reason.code not in PUT_BACK
    day = settled.date_paid
    return (
        connection,
        change.source_id,
        finding.number,
        finding.customer,
        finding.currency,
        finding.kind.value,
        str(settled.total),
        str(settled.paid_amount),
        str(settled.credited),
        str(settled.outstanding),
        None if day is None else day.isoformat(),
        settled.state.value,
        key_text(stored.link),
        stored.link_number,
        *figures_row(written),
        int(written is not None and not written.says_nothing),
        change.outcome.value,
        reason_text(change.reason),
        at if agrees else None,
        instant_text(stored.first_seen),
        "" if change.reason.code in PUT_BACK else finding.fingerprint,
        finding.facts,
    )


def intention_row(run: int, connection: int, at: str, stored: StoredOutcome) -> Row:
    """The columns INTENTION_COLUMNS of one intention."""
    finding, settled = stored.finding, stored.finding.settlement
    day = settled.date_paid
    return (
        *change_row(run, connection, at, stored),
        finding.number,
        finding.kind.value,
        str(settled.total),
        str(settled.paid_amount),
        str(settled.credited),
        str(settled.outstanding),
        None if day is None else day.isoformat(),
        settled.state.value,
        stored.link_number,
        instant_text(stored.first_seen),
        finding.fingerprint,
        finding.facts,
    )


def parked_row(connection: int, parked: Parked) -> Row:
    """The columns PARKED_COLUMNS of one waiting document."""
    return (
        connection,
        parked.source_id,
        parked.outcome,
        reason_text(parked.reason),
        parked.fingerprint,
        parked.attempts,
        instant_text(parked.next_try),
        *figures_row(parked.refused),
        parked.facts,
    )


def run_row(connection: int, start: RunStart, watermark: str | None) -> Row:
    """The columns RUN_COLUMNS of a run that begins while this `watermark` is stored."""
    since, started = instant_text(start.since_instant), instant_text(start.started_at)
    what = (connection, start.run_id, start.kind.value, start.since, since, started, None, None)
    who = (start.user, start.computer, start.process, start.trigger)
    return (*what, *(0,) * 6, *who, None, None, "[]", "", "", start.target, watermark)


def to_change_record(run_id: str, row: Sequence[Any]) -> ChangeRecord:
    """One stored change; `row` holds CHANGE_COLUMNS. By position: a first run has 100,000 of these."""
    _, _, id_, at, number, customer, currency, outcome, reason, key, job_number = row[:11]
    notes, detail, old_is_empty, _, payments = row[19:]
    change = Change(
        id_,
        number,
        customer,
        currency,
        Outcome(outcome),
        to_reason(reason),
        to_key(key),
        job_number,
        to_figures(row[11:15]),
        to_figures(row[15:19]),
        () if notes == _NO_NOTES else decode_reasons(notes),
        detail,
        bool(old_is_empty),
    )
    return ChangeRecord(run_id, _instant_of(at), change, tuple(payments.split(_PAYMENTS)) if payments else ())


def to_run_record(row: Sequence[object]) -> RunRecord:
    """One run; `row` holds RUN_COLUMNS."""
    cell = dict(zip(RUN_COLUMNS, row, strict=True))
    brake, result = cell["brake"], cell["result"]
    return RunRecord(
        run_id=str(cell["run_id"]),
        kind=RunKind(str(cell["kind"])),
        since=str(cell["since"]),
        since_instant=to_instant(cell["since_instant"]),
        started_at=_instant_of(str(cell["started_at"])),
        finished_at=to_instant(cell["finished_at"]),
        result=None if result is None else RunResult(str(result)),
        counts=Counts(**{outcome.value: int(str(cell[outcome.value])) for outcome in Outcome}),
        user=str(cell["user"]),
        computer=str(cell["computer"]),
        trigger=str(cell["trigger"]),
        watermark=to_instant(cell["watermark"]),
        brake=None if brake is None else to_reason(str(brake)),
        notes=decode_reasons(str(cell["notes"])),
        message=str(cell["message"]),
        detail=str(cell["detail"]),
        target=str(cell["target"]),
        watermark_before=to_instant(cell["watermark_before"]),
    )


KNOWN_COLUMNS = (
    *("source_id", "job_key", "number", "customer", "currency", "total", "paid_amount", "credited"),
    *("outstanding", "date_paid", "state", "last_synced", "outcome", "reason"),
)


def to_known_invoice(row: Sequence[Any]) -> KnownInvoice:
    """One known invoice; `row` holds KNOWN_COLUMNS, all of them text. By position: lists ask for 100,000 of
    these at once."""
    (
        id_,
        key,
        number,
        customer,
        currency,
        total,
        paid,
        credited,
        outstanding,
        day,
        state,
        synced,
        outcome,
        reason,
    ) = row
    return KnownInvoice(
        id_,
        to_key(key),
        number,
        customer,
        currency,
        Decimal(total),
        Decimal(paid),
        Decimal(credited),
        Decimal(outstanding),
        None if day is None else _day_of(day),
        state,
        None if synced is None else _instant_of(synced),
        outcome,
        to_reason(reason),
    )


def decision_row(connection: int, decision: Decision) -> Row:
    """The columns DECISION_COLUMNS of one decision."""
    return (
        connection,
        decision.source_id,
        decision.verdict.value,
        decision.fingerprint,
        *figures_row(decision.held),
        reason_text(decision.reason),
        decision.run_id,
        instant_text(decision.at),
        decision.user,
        decision.computer,
    )


def to_decision(row: Sequence[Any]) -> Decision:
    """One decision; `row` holds DECISION_COLUMNS."""
    _, id_, verdict, fingerprint, *held, reason, run_id, at, user, computer = row
    return Decision(
        id_,
        Verdict(verdict),
        fingerprint,
        to_figures(held),
        to_reason(reason),
        run_id,
        _instant_of(at),
        user,
        computer,
    )


def to_parked(row: Sequence[object]) -> Parked:
    """One waiting document; `row` holds PARKED_COLUMNS."""
    _, id_, outcome, reason, fingerprint, attempts, next_try, *refused, facts = row
    return Parked(
        source_id=str(id_),
        outcome=str(outcome),
        reason=to_reason(str(reason)),
        facts=str(facts),
        fingerprint=str(fingerprint),
        attempts=int(str(attempts)),
        next_try=_instant_of(str(next_try)),
        refused=to_figures(refused),
    )
