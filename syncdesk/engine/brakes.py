"""Brakes: when a whole run waits for a person because it would change unusually much (D10)."""

from collections.abc import Sequence

from syncdesk.model.changes import PlannedChange
from syncdesk.model.connection import BrakeLimits
from syncdesk.model.job import Figures
from syncdesk.model.reasons import Reason, reason

SHARE_BRAKES = frozenset({"brake_falls", "brake_share"})
"""The reasons that :func:`share_brake` gives."""


def share_brake(
    changes: Sequence[PlannedChange],
    known_paid: int,
    first_run: bool,
    limits: BrakeLimits,
    let_go: Reason | None = None,
) -> Reason | None:
    """Why this plan changes too large a share of the paid rows, None if it does not.

    Paid rows are those that hold a figure: as many as the journal knows of, or as this plan itself meets if
    that is more. Rows that a person decided upon one by one do not count as changing. `let_go` is the brake
    that a person has accepted: it holds no longer, unless more is at stake now than she was told."""
    held = [
        (p.change.old, p.change.new, p.writes and p.change.reason.code != "accepted")
        for p in changes
        if p.change.old is not None and not p.change.old.says_nothing
    ]
    paid = max(known_paid, len(held))
    changing = [(old, new) for old, new, writes in held if writes and new is not None]
    falls = sum(1 for old, new in changing if _falls(old, new))
    most_falls = max(limits.falls, paid * limits.falls_percent // 100)
    if falls > most_falls and not _covers(let_go, "brake_falls", falls):
        return reason("brake_falls", count=falls, paid=paid, limit=most_falls)
    most_changes = max(limits.changes, paid * limits.changes_percent // 100)
    # Whoever has let so many figures fall has let them change.
    let_change = _covers(let_go, "brake_share", len(changing)) or _covers(
        let_go, "brake_falls", len(changing)
    )
    if not first_run and len(changing) > most_changes and not let_change:
        return reason("brake_share", count=len(changing), paid=paid, limit=most_changes)
    return None


def _falls(old: Figures, new: Figures) -> bool:
    return new.paid_amount < old.paid_amount or (old.date_paid is not None and new.date_paid is None)


def lets_go(accepted: Reason | None, brake: Reason) -> bool:
    """Whether a person has let go of just this brake: of what it says, word for word."""
    return accepted is not None and accepted == brake


def _covers(accepted: Reason | None, code: str, count: int) -> bool:
    return accepted is not None and accepted.code == code and count <= int(accepted.values["count"])
