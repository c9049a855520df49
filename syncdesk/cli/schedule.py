"""The command `schedule`: when a company is synced by itself, and the runs that are due."""

from argparse import Namespace
from collections.abc import Callable

from syncdesk.app.desk import Desk
from syncdesk.app.views import AutomaticEnd, ConnectionState
from syncdesk.cli.output import error_json, instant_text, note, print_json, print_table, run_json
from syncdesk.cli.runs import exit_code, show, with_bar
from syncdesk.model.errors import UsageError

_VALUES = {
    "off": {"schedule": "off"},
    "pause": {"automatic": "no"},
    "resume": {"automatic": "yes"},
    "install": {"while_closed": "yes"},
    "remove": {"while_closed": "no"},
}


def schedule(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Show or set the schedule, or run what is due."""
    if arguments.action == "run-due":
        return _run_due(desk, arguments.name, as_json, cancelled)
    values = _values(arguments)
    if not values:
        return _show(desk, arguments.name, as_json)
    if arguments.name is None:
        raise UsageError("It is not said for which company.", "Give its name: syncdesk schedule NAME …")
    connection = desk.connection(arguments.name)
    if values.get("while_closed") == "yes" and connection.schedule is None:
        raise UsageError(
            f"'{connection.name}' has no schedule yet, so there is nothing to install.",
            "Give it one first: --every MINUTES or --daily HH:MM.",
        )
    changed = desk.set_values(connection.name, values)
    return _show(desk, changed.name, as_json)


def _values(arguments: Namespace) -> dict[str, str]:
    if arguments.every is not None:
        return {"schedule": f"every {arguments.every}", "automatic": "yes"}
    if arguments.daily is not None:
        return {"schedule": f"daily {arguments.daily}", "automatic": "yes"}
    return dict(_VALUES.get(arguments.action or "", {}))


def _show(desk: Desk, name: str | None, as_json: bool) -> int:
    wanted = None if name is None else desk.connection(name).id
    states = [one for one in desk.states() if wanted in (None, one.connection.id)]
    if as_json:
        told = [_state_json(one) for one in states]
        print_json(told if wanted is None else told[0])
    elif not states:
        note("No company is connected yet. Try the sample company: syncdesk demo")
    else:
        heads = ("Name", "Automatic runs", "Schedule", "While closed", "Next run")
        print_table(heads, [_state_row(one) for one in states])
    return 0


def _state_json(one: ConnectionState) -> dict[str, object]:
    automatic = one.automatic
    return {
        "connection": one.connection.name,
        "automatic": automatic.on,
        "schedule": str(automatic.schedule or "off"),
        "while_closed": automatic.while_closed,
        "next_run": instant_text(automatic.next_run),
        "awaits_first_run": automatic.awaits_first_run,
        "failures": automatic.failures,
        "trouble": automatic.trouble,
        "last_success": instant_text(one.last_success),
        "days_without_success": automatic.days_without_success,
    }


def _state_row(one: ConnectionState) -> tuple[str, ...]:
    automatic = one.automatic
    coming = instant_text(automatic.next_run) or ""
    if automatic.awaits_first_run:
        coming = "after the first run, which a person starts"
    return (
        one.connection.name,
        "on" if automatic.on else "paused",
        str(automatic.schedule or "off"),
        "yes" if automatic.while_closed else "no",
        coming,
    )


def _run_due(desk: Desk, name: str | None, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Run what is due. The exit code is the gravest of the runs; 0 where nothing is due."""
    names = desk.due() if name is None else (desk.connection(name).name,)
    ends = []
    for one in names:
        end = with_bar(lambda bar, one=one: desk.run_due(one, cancelled, bar))  # type: ignore[misc]
        if end is not None:
            ends.append(end)
    if as_json:
        print_json([_end_json(end) for end in ends])
    else:
        for end in ends:
            if end.summary is not None:
                show(end.summary, as_json=False, with_unchanged=False)
            elif end.error is not None:
                note(f"{end.connection}: {end.error.title}\n{end.error.remedy}".strip())
        if not ends:
            note("No automatic run is due.")
    return max((_code(end) for end in ends), default=0)


def _code(end: AutomaticEnd) -> int:
    if end.summary is not None:
        return exit_code(end.summary)
    return 2 if end.error is not None and end.error.family in ("usage", "setup") else 3


def _end_json(end: AutomaticEnd) -> dict[str, object]:
    if end.summary is not None:
        return run_json(end.summary, with_unchanged=False)
    told = error_json(end.error) if end.error is not None else {}
    return {"connection": end.connection, "result": "failed", **told}
