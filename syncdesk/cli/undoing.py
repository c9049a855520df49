"""The command `undo`: take back what a run wrote. Giving it is the decision itself, so it acts; --preview
looks first."""

from argparse import Namespace
from collections.abc import Callable

from syncdesk.app.desk import Desk
from syncdesk.cli.output import note
from syncdesk.cli.runs import exit_code, show, with_bar
from syncdesk.model.changes import RunResult, RunSummary


def undo(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Take a run back row by row; what has changed since is left as it is, and listed."""
    name = desk.connection(arguments.name).name
    summary = with_bar(lambda bar: desk.undo(name, arguments.run, cancelled, bar, preview=arguments.preview))
    show(summary, as_json, with_unchanged=False)
    if not as_json:
        _say_what_next(name, summary)
    return exit_code(summary)


def _say_what_next(name: str, summary: RunSummary) -> None:
    if summary.is_preview:
        note(f"Nothing was written. To do it: syncdesk undo '{name}' --run {summary.since}")
    elif summary.counts.written and summary.result is not RunResult.FAILED:
        note(
            f"What was put back waits until a person starts a run (syncdesk sync '{name}'); automatic runs "
            f"leave it alone. To take this undo back: syncdesk undo '{name}' --run {summary.run_id}"
        )
