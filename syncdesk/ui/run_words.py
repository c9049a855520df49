"""What the Update tab says of a run: one plain sentence with the tone it deserves, and the words for what
waits.
"""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from syncdesk.model.changes import Outcome, RunKind, RunResult, RunSummary
from syncdesk.ui.present import reason_text
from syncdesk.ui.theme import Tone

_DUE = ("unticked", "not_reached", "books_moving", "books_moved_on")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The sentence on a run. `text` adds what a person should know or do; it may be empty."""

    icon: str
    tone: Tone
    title: str
    text: str = ""


class RunWords(QObject):
    """Makes the sentence. Green is kept for runs in which everything is accounted for and nothing waits
    (F-40).
    """

    def verdict(self, summary: RunSummary) -> Verdict:
        """The sentence on this run."""
        if summary.result is RunResult.CANCELLED:
            return self._stopped(summary)
        if summary.brake is not None:
            title = self.tr("The whole run waits. Nothing was written.")
            remedy = self.tr(
                "Check that these are the right books and the right job database. "
                "Nothing is lost: the rows below stay due."
            )
            return Verdict("decision", Tone.WARNING, title, f"{reason_text(summary.brake)} {remedy}")
        if is_planned(summary):
            return self._previewed(summary)
        return self._ran(summary)

    def written(self, count: int) -> str:
        """The button that applies a preview."""
        return self.tr("&Write These %n Change(s)", "", count)

    def _previewed(self, summary: RunSummary) -> Verdict:
        counts = summary.counts
        nothing_yet = self.tr("Nothing has been written yet. Untick the rows that should be left out.")
        if counts.written:
            title = self.tr("%n change(s) would be written.", "", counts.written)
            return Verdict("preview", Tone.INFORMATION, title, self._with_waiting(nothing_yet, summary))
        title = self.tr("Nothing would be written: the job database already agrees with the books.")
        if counts.failed or counts.conflict:
            title = self.tr("Nothing would be written.")
        return Verdict("preview", self._tone(summary), title, self._with_waiting("", summary))

    def _ran(self, summary: RunSummary) -> Verdict:
        counts = summary.counts
        tone = self._tone(summary)
        icon = {Tone.GOOD: "success", Tone.INFORMATION: "information"}.get(tone, "warning")
        if not counts.found:
            title = self.tr("Nothing has changed in the books since then. Everything is up to date.")
        elif counts.written:
            title = self.tr("%n invoice(s) brought up to date.", "", counts.written)
        elif counts.failed or counts.conflict:
            title = self.tr("Nothing was written.")
        else:
            title = self.tr("Nothing had to be written: the job database already agrees with the books.")
        return Verdict(icon, tone, title, self._with_waiting("", summary))

    def _stopped(self, summary: RunSummary) -> Verdict:
        if not summary.counts.written:
            title = self.tr("Stopped. Nothing was written.")
        else:
            title = self.tr("Stopped after %n invoice(s) were written.", "", summary.counts.written)
        text = self.tr("Every row is whole. What was not reached stays due for the next run.")
        return Verdict("stop", Tone.WARNING, title, text)

    def _with_waiting(self, text: str, summary: RunSummary) -> str:
        counts = summary.counts
        parts = [text] if text else []
        if counts.failed:
            parts.append(
                self.tr(
                    "%n row(s) could not be brought up to date and will be tried again.", "", counts.failed
                )
            )
        if counts.conflict:
            parts.append(self.tr("%n row(s) wait for a person.", "", counts.conflict))
        if counts.unmatched:
            parts.append(self.tr("%n invoice(s) are not in the job database yet.", "", counts.unmatched))
        due = _left_out(summary)
        if due:
            parts.append(self.tr("%n row(s) were left out and stay due.", "", due))
        return " ".join(parts)

    def _tone(self, summary: RunSummary) -> Tone:
        counts = summary.counts
        if counts.failed:
            return Tone.BAD
        if counts.conflict or summary.result is not RunResult.SUCCESS:
            return Tone.WARNING
        return Tone.INFORMATION if counts.unmatched or _left_out(summary) else Tone.GOOD


def _left_out(summary: RunSummary) -> int:
    """How many rows were skipped this time only."""
    return sum(change.outcome is Outcome.SKIPPED and change.reason.code in _DUE for change in summary.changes)


def is_planned(summary: RunSummary) -> bool:
    """True when its rows say what would be written, not what was."""
    return summary.kind is RunKind.PREVIEW


def can_be_applied(summary: RunSummary) -> bool:
    """True for a preview whose changes a person may have written now."""
    return (
        is_planned(summary)
        and summary.plan is not None
        and summary.brake is None
        and summary.error is None
        and summary.counts.written > 0
    )
