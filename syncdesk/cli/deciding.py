"""The commands about what waits: waiting, decide and retry."""

from argparse import Namespace
from collections.abc import Callable

from syncdesk.app.desk import Desk
from syncdesk.app.views import DecideRequest, WaitingRow
from syncdesk.cli.output import figures_json, figures_line, instant_text, note, print_json, print_table
from syncdesk.cli.runs import exit_code, show, with_bar
from syncdesk.model.changes import Counts
from syncdesk.model.decisions import Verdict
from syncdesk.model.errors import UsageError


def waiting(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    """List what waits, and what was kept or ignored by a person's word."""
    rows = desk.waiting(desk.connection(arguments.name).name)
    if as_json:
        print_json([_json(row) for row in rows])
    elif not rows:
        note("Nothing waits.")
    else:
        head = ("Invoice", "Customer", "Since", "Here", "Books", "Answers", "Reason")
        print_table(head, [_line(row) for row in rows])
    return 0


def decide(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Answer what waits, and write at once what was accepted."""
    if not arguments.run and not arguments.invoice:
        raise UsageError(
            "It is not said what this answers.",
            "Name the run that asked with --run ID, or single invoices with --invoice NUMBER.",
        )
    request = DecideRequest(
        connection=desk.connection(arguments.name).name,
        verdict=None if arguments.answer == "take-back" else Verdict(arguments.answer),
        run_id=arguments.run or "",
        invoices=tuple(arguments.invoice),
    )
    summary = with_bar(lambda bar: desk.decide(request, cancelled, bar))
    show(summary, as_json, with_unchanged=True)
    return exit_code(summary)


def retry(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Try what waits again now."""
    name = desk.connection(arguments.name).name
    summary = with_bar(lambda bar: desk.retry(name, tuple(arguments.invoice), cancelled, bar))
    if summary is not None:
        show(summary, as_json, with_unchanged=True)
        return exit_code(summary)
    if as_json:
        print_json({"run_id": None, "connection": name, "result": "success", "counts": Counts().as_dict()})
    else:
        note("Nothing waits to be tried again.")
    return 0


def _line(row: WaitingRow) -> tuple[str, ...]:
    since = f"{row.since:%Y-%m-%d}" if row.since is not None else "-"
    answer = f"{row.reason} ({row.asked})" if row.decision is not None else str(row.reason)
    return (
        row.invoice_number or row.source_id,
        row.customer[:28],
        since,
        figures_line(row.held, row.currency),
        figures_line(row.books, row.currency),
        ", ".join(_answers(row)),
        answer,
    )


def _answers(row: WaitingRow) -> list[str]:
    """The words of `decide` that fit."""
    fitting = [verdict.value for verdict in row.answers]
    return [*fitting, "take-back"] if row.decision is not None else fitting


def _json(row: WaitingRow) -> dict[str, object]:
    decision = row.decision
    return {
        "invoice_number": row.invoice_number,
        "job_number": row.job_number or None,
        "source_id": row.source_id,
        "customer": row.customer,
        "currency": row.currency,
        "outcome": row.outcome.value,
        "reason": str(row.reason),
        "here": figures_json(row.held, row.currency),
        "books": figures_json(row.books, row.currency),
        "since": instant_text(row.since),
        "last_try": instant_text(row.last_try),
        "next_try": instant_text(row.next_try),
        "attempts": row.attempts,
        "answers": _answers(row),
        "decision": None
        if decision is None
        else {
            "verdict": decision.verdict.value,
            "asked": str(decision.reason),
            "at": instant_text(decision.at),
            "user": decision.user,
            "computer": decision.computer,
        },
    }
