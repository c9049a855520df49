"""What a person decided about rows that wait: which of the two sides is right, or that the row is no longer
to be asked about (D9, D10, F-34, F-50)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from syncdesk.model.job import Figures
from syncdesk.model.reasons import Reason

DELETED = frozenset({"deleted_at_source", "deleted_locked"})
"""Reasons of a row that waits because its invoice was deleted in the books (D14)."""

_HELD_DIFFERS = frozenset({"changed_here", "changed_both", "kept"})
_OTHER_JOB = frozenset({"other_customer", "other_total"})
_KEEPABLE = frozenset({"changed_here", "changed_both", "lock_date"}) | DELETED
# A reason is asked about once those before it are answered: whoever accepts it has accepted them too.
_LIFTS = {
    **dict.fromkeys(_OTHER_JOB, _OTHER_JOB),
    **dict.fromkeys(_HELD_DIFFERS, _OTHER_JOB | _HELD_DIFFERS),
    "lock_date": _OTHER_JOB | _HELD_DIFFERS | {"lock_date"},
    "deleted_at_source": frozenset({"deleted_at_source"}),
    "deleted_locked": DELETED,
}


class Verdict(StrEnum):
    """The three answers. ACCEPT: the books are right, write them. KEEP: what the job database holds is right.
    IGNORE: leave the row alone and do not ask."""

    ACCEPT = "accept"
    KEEP = "keep"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer, remembered until either side changes (D9): it holds while the document has this
    `fingerprint` and its row holds these figures (`held` None = there was no row, or it could not be read).

    `reason` is what was answered, `run_id` the run that asked; `at` is aware UTC."""

    source_id: str
    verdict: Verdict
    fingerprint: str
    held: Figures | None
    reason: Reason
    run_id: str
    at: datetime
    user: str = ""
    computer: str = ""

    def holds(self, fingerprint: str, held: Figures | None) -> bool:
        """True while neither side has changed since."""
        return self.fingerprint == fingerprint and self.held == held

    @property
    def lifts(self) -> frozenset[str]:
        """The codes of the reasons to wait that this answer removes: those that were asked about, and those
        that stood before them."""
        if self.verdict is not Verdict.ACCEPT:
            return frozenset()
        return _LIFTS.get(self.reason.code, frozenset())


def can_answer(reason: Reason, verdict: Verdict) -> bool:
    """Whether a row that waits for this reason can be answered so. Whatever waits can be ignored; what no
    answer cures (two rows with one number, a column too narrow) has to be put right where it is wrong."""
    if verdict is Verdict.ACCEPT:
        return reason.code in _LIFTS
    return verdict is Verdict.IGNORE or reason.code in _KEEPABLE
