"""How results are printed: JSON by the contract on standard output, or short tables for people."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal

from syncdesk.app.views import InvoiceRow
from syncdesk.model.changes import Change, Outcome, RunKind, RunResult, RunSummary
from syncdesk.model.errors import SyncDeskError
from syncdesk.model.job import Check, Figures, RowKey
from syncdesk.model.money import money_text
from syncdesk.model.records import ChangeRecord, RunRecord


def print_json(value: object) -> None:
    """Print one JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def note(text: str) -> None:
    """Say something to the person, on standard error."""
    print(text, file=sys.stderr)


def instant_text(instant: datetime | None) -> str | None:
    """An instant as ISO text in UTC."""
    return (
        None
        if instant is None
        else instant.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    )


def error_json(error: SyncDeskError) -> dict[str, object]:
    """An error as every command prints it."""
    return {
        "error": {
            "family": error.family,
            "title": error.title,
            "remedy": error.remedy,
            "detail": error.detail,
        }
    }


def run_json(summary: RunSummary, with_unchanged: bool) -> dict[str, object]:
    """The result of `sync --json`, and of every other command that runs. An undo names in `undoes` the run
    that it takes back."""
    result: dict[str, object] = {
        "run_id": summary.run_id,
        "connection": summary.connection,
        "kind": "undo" if summary.kind is RunKind.UNDO else "sync",
        "since": summary.since,
        "started_at": instant_text(summary.started_at),
        "finished_at": instant_text(summary.finished_at),
        "result": summary.result.value,
        "counts": summary.counts.as_dict(),
        "watermark": instant_text(summary.watermark),
        "changes": [
            change_json(change)
            for change in summary.changes
            if with_unchanged or change.outcome is not Outcome.UNCHANGED
        ],
        "preview": summary.is_preview,
        "brake": str(summary.brake) if summary.brake is not None else None,
        "notes": [str(text) for text in summary.notes],
    }
    if summary.kind is RunKind.UNDO:
        result |= {"run_id": summary.run_id or None, "since": None, "undoes": summary.since}
    return result | (error_json(summary.error) if summary.error is not None else {})


def change_json(change: Change) -> dict[str, object]:
    """One row of a run."""
    old, new = change.old, change.new
    return {
        "invoice_number": change.invoice_number,
        "source_id": change.source_id,
        "job_key": key_json(change.job_key),
        "outcome": change.outcome.value,
        "reason": str(change.reason),
        "paid_amount": {
            "old": None if change.old_is_empty else _paid(old, change.currency),
            "new": None if change.new_is_empty else _paid(new, change.currency),
        },
        "date_paid": {"old": _date(old), "new": _date(new)},
        "currency": change.currency,
        "customer": change.customer,
        "notes": [str(text) for text in change.notes],
    }


def key_json(key: RowKey | None) -> object:
    """A row key: the bare value for a key of one column, else the list."""
    if key is None:
        return None
    return key[0] if len(key) == 1 else list(key)


def run_record_json(run: RunRecord) -> dict[str, object]:
    """One run of the history."""
    return {
        "run_id": run.run_id,
        "kind": run.kind.value,
        "since": run.since if run.kind is not RunKind.UNDO else None,
        "undoes": run.since if run.kind is RunKind.UNDO else None,
        "since_instant": instant_text(run.since_instant),
        "started_at": instant_text(run.started_at),
        "finished_at": instant_text(run.finished_at),
        "result": run.result.value if run.result is not None else None,
        "counts": run.counts.as_dict(),
        "user": run.user,
        "computer": run.computer,
        "trigger": run.trigger,
        "watermark": instant_text(run.watermark),
        "message": run.message or (str(run.brake) if run.brake is not None else ""),
    }


def change_record_json(record: ChangeRecord) -> dict[str, object]:
    """One stored row of a run."""
    return {
        "run_id": record.run_id,
        "at": instant_text(record.at),
        **change_json(record.change),
        "payment_ids": list(record.payment_ids),
    }


def invoice_json(row: InvoiceRow) -> dict[str, object]:
    """One row of `invoices --json`."""
    return {
        "invoice_number": row.number,
        "customer": row.customer,
        "total": _amount(row.total, row.currency),
        "currency": row.currency or None,
        "paid_amount": _amount(row.paid_amount, row.currency),
        "credited": _amount(row.credited, row.currency),
        "outstanding": _amount(row.outstanding, row.currency),
        "date_paid": row.date_paid.isoformat() if row.date_paid is not None else None,
        "state": row.state.value if row.state is not None else None,
        "last_synced": instant_text(row.last_synced),
    }


def check_json(check: Check) -> dict[str, object]:
    """One line of a set-up check."""
    return {
        "title": check.title,
        "ok": check.ok,
        "remedy": check.remedy,
        "field": check.field,
        "detail": check.detail,
    }


def print_checks(checks: Iterable[Check]) -> None:
    """Checks for people, each failure with its remedy, and what is worth knowing with its hint."""
    for check in checks:
        print(f"{'ok  ' if check.ok else 'FAIL'}  {check.title}")
        if check.remedy:
            print(f"      {check.remedy}")


def print_table(
    head: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()
) -> None:
    """A plain table, columns as wide as their content; `right` columns are right-aligned."""
    widths = [max(len(cell) for cell in column) for column in zip(head, *rows, strict=True)]
    for row in (head, *rows):
        cells = [
            cell.rjust(w) if i in right else cell.ljust(w)
            for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())


def print_run(summary: RunSummary, with_unchanged: bool) -> None:
    """The result of a run for people: one sentence, the counters, the rows with reasons."""
    print(sentence(summary))
    counts = summary.counts.as_dict()
    print("   ".join(f"{name} {number}" for name, number in counts.items()))
    rows = [c for c in summary.changes if with_unchanged or c.outcome is not Outcome.UNCHANGED]
    if rows:
        print()
        print_changes(rows)


def print_changes(changes: Sequence[Change]) -> None:
    """Rows of a run, old and new for both figures."""
    head = ("Invoice", "Customer", "Outcome", "Paid Amount", "", "Date Paid", "", "Reason")
    rows = [
        (
            c.invoice_number,
            c.customer[:28],
            c.outcome.value,
            _paid(c.old, c.currency) or "-",
            f"-> {(not c.new_is_empty and _paid(c.new, c.currency)) or '-'}",
            _date(c.old) or "-",
            f"-> {_date(c.new) or '-'}",
            str(c.reason),
        )
        for c in changes
    ]
    print_table(head, rows, right=frozenset({3}))


def sentence(summary: RunSummary) -> str:
    """One plain sentence for how a run ended."""
    counts, would = summary.counts, "would be " if summary.is_preview else ""
    if summary.kind is RunKind.UNDO:
        return _undo_sentence(summary)
    if summary.result is RunResult.FAILED:
        return f"The run failed: {summary.message}"
    if summary.result is RunResult.CANCELLED:
        return f"Stopped. {counts.written} of {counts.found} invoices were written; the rest stays due."
    if summary.brake is not None:
        return f"Nothing was written: {summary.brake}"
    if summary.result is RunResult.NEEDS_DECISION:
        return "Nothing was written: the first run waits until its preview is accepted (--yes)."
    waiting = counts.conflict + counts.failed
    text = f"{counts.written} of {counts.found} invoices {would}written, {counts.unchanged} already right."
    return f"{text} {waiting} need a person." if waiting else text


def _undo_sentence(summary: RunSummary) -> str:
    counts, would = summary.counts, "would be " if summary.is_preview else ""
    if summary.result is RunResult.FAILED:
        return f"The undo failed: {summary.message} {counts.written} of {counts.found} rows were put back."
    stopped = "Stopped. " if summary.result is RunResult.CANCELLED else ""
    left = counts.found - counts.written
    text = f"{stopped}{counts.written} of {counts.found} rows {would}put back as they were before the run."
    return f"{text} {left} not touched: see the reason." if left else text


def figures_json(figures: Figures | None, currency: str) -> dict[str, object] | None:
    """Both figures of one side, None where they are unknown."""
    if figures is None:
        return None
    return {"paid_amount": _paid(figures, currency), "date_paid": _date(figures)}


def figures_line(figures: Figures | None, currency: str) -> str:
    """Both figures of one side for people."""
    if figures is None:
        return "-"
    day = _date(figures)
    return f"{_paid(figures, currency)} on {day}" if day is not None else f"{_paid(figures, currency)}"


def _paid(figures: Figures | None, currency: str) -> str | None:
    return None if figures is None else money_text(figures.paid_amount, currency)


def _date(figures: Figures | None) -> str | None:
    return figures.date_paid.isoformat() if figures is not None and figures.date_paid is not None else None


def _amount(amount: Decimal | None, currency: str) -> str | None:
    return None if amount is None else money_text(amount, currency)


def has_display() -> bool:
    """Whether there is a screen to open a window or a browser on."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
