"""How an invoice stands with syncing, and the events of its story (BBK-27, BBK-36). One pure rule, read by
window and command line alike."""

from enum import StrEnum

from syncdesk.model.changes import Outcome
from syncdesk.model.reasons import PUT_BACK, Reason
from syncdesk.model.settlement import PaymentState


class SyncState(StrEnum):
    """The state of one invoice. A conflict is FAILED too: nothing is synced until a person decides, and the
    reason says so."""

    SYNCED = "synced"
    SYNCING = "syncing"
    PENDING = "pending"
    FAILED = "failed"
    NOT_YET_SENT = "not_yet_sent"
    PAUSED = "paused"
    NOTHING_TO_PAY = "nothing_to_pay"


class EventKind(StrEnum):
    """What one event of an invoice's story is. LEFT: looked at and knowingly left as it is. BY_HAND: a
    switch, a link, or an undo."""

    SYNCED = "synced"
    FAILED = "failed"
    SYNCING = "syncing"
    PENDING = "pending"
    SUPERSEDED = "superseded"
    LEFT = "left"
    BY_HAND = "by_hand"


LEFT_ALONE = frozenset({"kept", "decided_kept", "ignored", "undone", "restored", "switched_off"})
"""Reasons for which a row is knowingly left as it is, until somebody acts."""
_STILL_DUE = frozenset(
    {
        "brought_back",
        "not_reached",
        "unticked",
        "books_moving",
        "books_moved_on",
        "awaits_brake",
        "awaits_first_preview",
    }
)


def sync_state(
    outcome: str | None,
    reason: Reason | None,
    state: PaymentState | None,
    *,
    problem: bool = False,
    paused: bool = False,
    asked: SyncState | None = None,
) -> SyncState:
    """The state of an invoice whose last outcome was this (None = no run has seen it). `problem`: its row
    cannot be read; `paused`: a switch keeps it from syncing by itself; `asked`: a request for it stands at
    PENDING or SYNCING, which comes before everything else."""
    if asked is not None:
        return asked
    if paused:
        return SyncState.PAUSED
    if problem or outcome in (Outcome.FAILED, Outcome.CONFLICT):
        return SyncState.FAILED
    if outcome is None:
        return SyncState.NOT_YET_SENT
    if reason is not None and reason.code in LEFT_ALONE:
        return SyncState.PAUSED
    if outcome == Outcome.UNMATCHED or (reason is not None and reason.code in _STILL_DUE):
        return SyncState.PENDING
    return SyncState.NOTHING_TO_PAY if state is PaymentState.NOTHING_TO_PAY else SyncState.SYNCED


def event_kind(outcome: Outcome, reason: Reason | None) -> EventKind:
    """Which event it is that a run left this outcome."""
    if reason is not None and reason.code in PUT_BACK:
        return EventKind.BY_HAND
    if outcome in (Outcome.FAILED, Outcome.CONFLICT):
        return EventKind.FAILED
    if outcome in (Outcome.WRITTEN, Outcome.UNCHANGED):
        return EventKind.SYNCED
    if outcome is Outcome.UNMATCHED or (reason is not None and reason.code in _STILL_DUE):
        return EventKind.PENDING
    return EventKind.LEFT
