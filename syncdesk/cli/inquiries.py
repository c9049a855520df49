"""The commands that only look: invoices and history."""

from argparse import Namespace
from datetime import UTC, datetime

from syncdesk.app.desk import Desk
from syncdesk.app.search import parse, search
from syncdesk.cli.output import (
    change_record_json,
    instant_text,
    invoice_json,
    note,
    print_changes,
    print_json,
    print_table,
    run_record_json,
)
from syncdesk.model.changes import RunKind
from syncdesk.model.errors import UsageError


def invoices(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    """List invoices of the job database."""
    connection = desk.connection(arguments.name)
    rows = list(desk.invoices(connection.name))
    if arguments.search:
        query = parse(arguments.search, today=datetime.now(UTC).astimezone(connection.zone).date())
        if query.problems:
            told = "; ".join(str(problem) for problem in query.problems)
            raise UsageError(
                f"The search cannot be read: {told}",
                "Write words, field:value, paid>100, date:2026-01..2026-03 or -word.",
            )
        rows = search(rows, query, connection.zone)
    if arguments.state:
        rows = [row for row in rows if row.state is not None and row.state.value in arguments.state]
    rows = rows[: arguments.limit] if arguments.limit else rows
    shown = [invoice_json(row) for row in rows]
    if as_json:
        print_json(shown)
    elif not shown:
        note("No invoice matches.")
    else:
        names = (
            "invoice_number",
            "customer",
            "total",
            "currency",
            "paid_amount",
            "outstanding",
            "date_paid",
            "state",
        )
        head = ("Invoice", "Customer", "Total", "", "Paid Amount", "Outstanding", "Date Paid", "State")
        print_table(
            head, [[str(row[name] or "") for name in names] for row in shown], right=frozenset({2, 4, 5})
        )
    return 0


def history(desk: Desk, arguments: Namespace, as_json: bool) -> int:
    """Runs, the rows of one run, or the story of one invoice."""
    name = desk.connection(arguments.name).name
    if arguments.run or arguments.invoice:
        records = (
            desk.run_changes(arguments.run)
            if arguments.run
            else desk.changes_of_number(name, arguments.invoice)
        )
        if as_json:
            print_json([change_record_json(record) for record in records])
        elif records:
            print_changes([record.change for record in records])
        else:
            note("No run has changed anything there.")
        return 0
    runs = desk.runs(name)
    if as_json:
        print_json([run_record_json(run) for run in runs])
    elif not runs:
        note("No run yet.")
    else:
        head = ("Run", "Started", "By", "Since", "Result", "Found", "Written", "Waiting")
        rows = [
            (
                run.run_id,
                instant_text(run.started_at) or "",
                f"{run.user}@{run.computer}",
                run.since if run.kind is not RunKind.UNDO else f"undo of {run.since}",
                run.result.value if run.result is not None else "running",
                str(run.counts.found),
                str(run.counts.written),
                str(run.counts.conflict + run.counts.failed),
            )
            for run in runs
        ]
        print_table(head, rows, right=frozenset({5, 6, 7}))
    return 0
