"""The command `invoice`: the story of one invoice, and what can be done to it alone."""

from argparse import Namespace
from collections.abc import Callable

from syncdesk.app.desk import Desk
from syncdesk.app.story_views import Blocker, InvoiceStory, Obstacle, SyncEvent
from syncdesk.cli.output import (
    figures_json,
    instant_text,
    invoice_json,
    key_json,
    note,
    print_json,
    print_table,
)
from syncdesk.cli.runs import exit_code, show, with_bar
from syncdesk.model.by_hand import Act
from syncdesk.model.errors import BusyError, UsageError
from syncdesk.model.sync_state import EventKind

_OBSTACLES = {
    Obstacle.INVOICE_OFF: "Its own switch is off: --on turns it on.",
    Obstacle.CONNECTION_OFF: "Automatic runs are off for this company.",
    Obstacle.NOT_IN_BOOKS: "No invoice of the books belongs to this row yet: --link NUMBER ties one to it.",
    Obstacle.NO_RUN_YET: "No run has looked at the books yet.",
    Obstacle.UNREADABLE: "The row holds something that cannot be read.",
    Obstacle.FAILED: "The last try failed.",
    Obstacle.TO_DECIDE: "It waits for your word: syncdesk decide.",
    Obstacle.ANSWERED: "It is left as it is, as was decided.",
    Obstacle.UNDONE: "An undo took it back: the next run that a person starts takes it up.",
}
_WORDLESS = {
    EventKind.PENDING: "The next run takes it up.",
    EventKind.SUPERSEDED: "Asked for once more, so this was never carried out.",
}
_ACTS = {
    Act.SWITCHED_OFF: "Switched off",
    Act.SWITCHED_ON: "Switched on",
    Act.LINKED: "Linked to {detail}",
    Act.UNLINKED: "Unlinked from {detail}",
}


def invoice(desk: Desk, arguments: Namespace, as_json: bool, cancelled: Callable[[], bool]) -> int:
    """Show one invoice, or do one thing to it and then show it."""
    name = desk.connection(arguments.name).name
    key = desk.key_of(name, arguments.number)
    if arguments.action == "sync":
        summary = with_bar(lambda bar: desk.sync_invoice(name, key, cancelled, bar))
        if summary is None:
            raise BusyError(
                "Another run of this company is under way.", "This invoice is synced by the next run."
            )
        show(summary, as_json, with_unchanged=True)
        return exit_code(summary)
    if arguments.action in ("on", "off"):
        desk.switch_invoice(name, key, arguments.action == "on")
    elif arguments.action == "unlink":
        desk.unlink(name, key)
    elif arguments.link is not None:
        chosen = [one for one in desk.suggestions(name, key) if one.number == arguments.link]
        if len(chosen) != 1:
            raise UsageError(
                f"{len(chosen) or 'No'} free invoices of the books have the number '{arguments.link}'.",
                "See 'syncdesk compare' for what the books have without a row here.",
            )
        desk.link(name, key, chosen[0].source_id)
    told = desk.story(name, key)
    if as_json:
        print_json(story_json(told))
    else:
        _print(told)
    return 0


def story_json(told: InvoiceStory) -> dict[str, object]:
    """A story as JSON."""
    return {
        **invoice_json(told.row),
        "job_key": key_json(told.row.key),
        "source_id": told.row.source_id,
        "sync": told.state.value,
        "since": instant_text(told.since),
        "switch": "on" if told.switch_on else "off",
        "linked": told.is_linked,
        "blockers": [
            {
                "obstacle": blocker.obstacle.value,
                "text": _blocker_text(blocker),
                "next_try": instant_text(blocker.next_try),
            }
            for blocker in told.blockers
        ],
        "events": [_event_json(event) for event in told.events],
    }


def _event_json(event: SyncEvent) -> dict[str, object]:
    return {
        "event": event.kind.value,
        "at": instant_text(event.at),
        "trigger": event.trigger.value,
        "user": event.user,
        "computer": event.computer,
        "run_id": event.run_id or None,
        "text": _event_text(event),
        "old": figures_json(event.old, event.currency),
        "new": figures_json(event.new, event.currency),
        "payments": event.payments,
        "raw": event.raw,
    }


def _blocker_text(blocker: Blocker) -> str:
    text = _OBSTACLES[blocker.obstacle]
    return f"{text} {blocker.reason}" if blocker.reason is not None else text


def _event_text(event: SyncEvent) -> str:
    if event.act is not None:
        return _ACTS[event.act.act].format(detail=f"'{event.act.detail}'")
    return str(event.reason) if event.reason is not None else event.message or _WORDLESS.get(event.kind, "")


def _print(told: InvoiceStory) -> None:
    row = told.row
    print(f"{row.number}  {row.customer}  {told.state.value.replace('_', ' ')}")
    for blocker in told.blockers:
        print(f"  {_blocker_text(blocker)}")
    if not told.events:
        note("Nothing has happened to this invoice yet.")
        return
    head = ("When", "Event", "By", "What")
    rows = [
        (instant_text(event.at) or "", event.kind.value, event.trigger.value, _event_text(event))
        for event in told.events
    ]
    print_table(head, rows)
