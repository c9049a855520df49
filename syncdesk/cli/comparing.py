"""The command `compare`: both sides, the difference and its cause per line, sums that close (UX-24)."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from syncdesk.app.comparison_sheet import CAUSE_WORDS, comparison_sheet, period_text, reason_text
from syncdesk.app.desk import Desk
from syncdesk.app.export import write_csv, write_xlsx
from syncdesk.cli.output import instant_text, key_json, note, print_json, print_table
from syncdesk.cli.runs import Bar
from syncdesk.model.comparison import (
    BooksSide,
    Cause,
    Comparison,
    CurrencySums,
    JobSide,
    Line,
    Period,
    exact_text,
)
from syncdesk.model.errors import RunCancelled, UsageError

_STOPPED = 130
_AS_CSV, _AS_XLSX = ".csv", ".xlsx"


def compare(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Compare, print, export if asked to. 0 = everything agrees, 1 = there are differences."""
    connection = desk.connection(arguments.name)
    period = _period(arguments.first, arguments.last)
    target = None if arguments.export is None else _target(arguments.export)
    try:
        with Bar(sys.stderr.isatty()) as bar:
            comparison = desk.compare(connection.name, period, cancelled, bar)
    except RunCancelled:
        note("Stopped. Nothing was compared, and nothing was changed.")
        return _STOPPED
    if target is not None:
        sheet = comparison_sheet(comparison, arguments.all, datetime.now(UTC), connection.zone)
        count = write_xlsx(target, sheet) if target.suffix.lower() == _AS_XLSX else write_csv(target, sheet)
        note(f"{count} lines were written to {target}.")
    if as_json:
        print_json(comparison_json(comparison, arguments.all))
    else:
        print_comparison(comparison, arguments.all)
    return 0 if comparison.agrees else 1


def comparison_json(comparison: Comparison, everything: bool) -> dict[str, object]:
    """The result of `compare --json`: the lines that differ, or `everything`; sums and counts are always
    those of all."""
    period, counts = comparison.period, comparison.counts
    return {
        "connection": comparison.connection,
        "from": _day(period.first),
        "to": _day(period.last),
        "as_of": instant_text(comparison.as_of),
        "agrees": comparison.agrees,
        "lines": [line_json(line) for line in _listed(comparison.lines, everything)],
        "sums": [sums_json(sums) for sums in comparison.sums],
        "undated": {
            "lines": [line_json(line) for line in _listed(comparison.undated, everything)],
            "sums": [sums_json(sums) for sums in comparison.undated_sums],
        },
        "counts": {
            "lines": len(comparison.lines),
            "differing": sum(line.differs for line in comparison.lines),
            "undated": len(comparison.undated),
            "outside": comparison.outside,
            "by_cause": {cause.value: number for cause, number in counts.items()},
        },
        "brake": str(comparison.brake) if comparison.brake is not None else None,
        "run_under_way": comparison.run_under_way,
    }


def line_json(line: Line) -> dict[str, object]:
    """One line."""
    return {
        "invoice_number": line.invoice_number,
        "source_id": line.source_id,
        "job_key": key_json(line.job_key),
        "job_number": line.job_number or None,
        "customer": line.customer,
        "currency": line.currency,
        "invoice_date": _day(line.day),
        "cause": line.cause.value,
        "reason": str(line.reason),
        "notes": [str(each) for each in line.notes],
        "books": _books_json(line.books, line.currency),
        "job": _job_json(line.job, line.currency),
        "difference": exact_text(line.difference, line.currency),
    }


def sums_json(sums: CurrencySums) -> dict[str, object]:
    """The sums of one currency; `by_cause` adds up to `difference`."""
    return {
        "currency": sums.currency,
        "books_paid": exact_text(sums.books_paid, sums.currency),
        "job_paid": exact_text(sums.job_paid, sums.currency),
        "difference": exact_text(sums.difference, sums.currency),
        "by_cause": {c.value: exact_text(amount, sums.currency) for c, amount in sums.by_cause.items()},
        "counts": {cause.value: number for cause, number in sums.counts.items()},
        "lines": sums.lines,
    }


def print_comparison(comparison: Comparison, everything: bool) -> None:
    """The result for people: one sentence, the lines, the sums."""
    print(_sentence(comparison))
    _print_lines(_listed(comparison.lines, everything), "")
    _print_sums(comparison.sums, "")
    if comparison.undated:
        title = "Without a date on either side, and so in no period:"
        _print_lines(_listed(comparison.undated, everything), title)
        _print_sums(comparison.undated_sums, title)
    if comparison.brake is not None:
        note(f"A run would wait as a whole: {comparison.brake}")
    if comparison.run_under_way:
        note("A run was under way, or had broken off, while this was read. Compare again after it.")


def _sentence(comparison: Comparison) -> str:
    differing = sum(line.differs for line in comparison.lines)
    shown = f"{len(comparison.lines)} lines compared ({period_text(comparison.period)})"
    return f"{shown}: {differing} differ." if differing else f"{shown}: both sides agree."


def _print_lines(lines: Sequence[Line], title: str) -> None:
    if not lines:
        return
    head = ("Invoice", "Customer", "Date", "Cause", "", "Books", "Job database", "Difference", "Reason")
    rows = [
        (
            line.invoice_number or line.job_number,
            line.customer[:28],
            _day(line.day) or "-",
            CAUSE_WORDS[line.cause],
            line.currency,
            _side_text(line.books, line),
            _side_text(line.job, line),
            exact_text(line.difference, line.currency),
            reason_text(line),
        )
        for line in lines
    ]
    print("\n" + title if title else "")
    print_table(head, rows, right=frozenset({5, 6, 7}))


def _print_sums(all_sums: Iterable[CurrencySums], title: str) -> None:
    for sums in all_sums:
        currency = sums.currency
        figures = [
            ("Paid in the books", exact_text(sums.books_paid, currency), ""),
            ("Paid in the job database", exact_text(sums.job_paid, currency), ""),
            ("Difference", exact_text(sums.difference, currency), ""),
            *(
                (f"  {CAUSE_WORDS[cause]}", exact_text(amount, currency), str(sums.counts[cause]))
                for cause, amount in sums.by_cause.items()
            ),
        ]
        print("\n" + title if title else "")
        print_table((f"Sums {currency}".strip(), "Amount", "Lines"), figures, right=frozenset({1, 2}))


def _listed(lines: Iterable[Line], everything: bool) -> list[Line]:
    return [line for line in lines if everything or line.differs]


def _side_text(side: BooksSide | JobSide | None, line: Line) -> str:
    """Paid Amount and Date Paid of one side; '-' where there is none, '?' where it cannot be read."""
    if side is None or line.cause is Cause.NOT_AN_INVOICE:
        return "-"
    if side.paid_amount is None:
        return "?"
    amount = exact_text(side.paid_amount, line.currency)
    return f"{amount} on {side.date_paid.isoformat()}" if side.date_paid is not None else amount


def _books_json(side: BooksSide | None, currency: str) -> dict[str, object] | None:
    if side is None:
        return None
    return {
        "total": _amount(side.total, currency),
        "paid_amount": _amount(side.paid_amount, currency),
        "date_paid": _day(side.date_paid),
        "credited": _amount(side.credited, currency),
        "outstanding": _amount(side.outstanding, currency),
    }


def _job_json(side: JobSide | None, currency: str) -> dict[str, object] | None:
    if side is None:
        return None
    return {
        "total": _amount(side.total, currency),
        "paid_amount": _amount(side.paid_amount, currency),
        "date_paid": _day(side.date_paid),
    }


def _amount(amount: Decimal | None, currency: str) -> str | None:
    return None if amount is None else exact_text(amount, currency)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _period(first: str | None, last: str | None) -> Period:
    start, end = _read_day("--from", first), _read_day("--to", last)
    if start is not None and end is not None and end < start:
        raise UsageError(
            f"The period ends on {end.isoformat()}, before it begins on {start.isoformat()}.",
            "Give the earlier day to --from and the later one to --to.",
        )
    return Period(start, end)


def _read_day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"'{text}' is not a day.", f"Write {option} 2026-01-31.") from error


def _target(name: str) -> Path:
    """The file to export to. Raises UsageError for an ending that says nothing, before anything is read."""
    path = Path(name)
    if path.suffix.lower() not in (_AS_CSV, _AS_XLSX):
        raise UsageError(
            f"'{name}' ends neither in .csv nor in .xlsx.", "The ending says which kind of file is written."
        )
    return path
