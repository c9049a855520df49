"""What is said of automatic runs and of long silence (F-41). Pure but for translation; used by the connection
bar, the window's status bar and the overview."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from syncdesk.app.views import AutomaticEnd, AutomaticState, ConnectionState
from syncdesk.model.changes import RunResult
from syncdesk.ui.present import moment_text
from syncdesk.ui.theme import Tone

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner or a notice says. `failed`: automatic runs do not succeed; else it is about silence."""

    tone: Tone
    title: str
    text: str
    failed: bool


def lasting_notice(state: ConnectionState) -> Notice | None:
    """What lasts about the automatic runs of a connection and has to be said; None if all is well."""
    automatic, name = state.automatic, state.connection.name
    if automatic.failures and automatic.trouble:
        again = ""
        if automatic.next_run is not None:
            again = translate("automatic", "It is tried again at {when}.").format(
                when=moment_text(automatic.next_run)
            )
        return Notice(
            Tone.BAD,
            translate("automatic", "The automatic run of {name} did not succeed.").format(name=name),
            f"{automatic.trouble} {again}".strip(),
            failed=True,
        )
    if automatic.days_without_success:
        days = _Counts().days(automatic.days_without_success)
        return Notice(Tone.WARNING, days, _why_silent(automatic), failed=False)
    return None


def _why_silent(automatic: AutomaticState) -> str:
    if automatic.schedule is None:
        return translate("automatic", "Nothing runs by itself here. Figures may be out of date.")
    if not automatic.on:
        return translate("automatic", "Automatic runs are paused in Settings. Figures may be out of date.")
    return translate("automatic", "Automatic runs were missed or did not succeed. See History.")


def coming_text(automatic: AutomaticState) -> str:
    """When the next automatic run is, '' where none is to come."""
    if automatic.schedule is None:
        return ""
    if not automatic.on:
        return translate("automatic", "Automatic runs are paused")
    if automatic.awaits_first_run:
        return translate("automatic", "Automatic runs begin after your first run")
    return translate("automatic", "Next automatic run: {when}").format(when=moment_text(automatic.next_run))


def end_notice(end: AutomaticEnd) -> Notice:
    """What a notice says of an automatic run that needs a person."""
    name, summary = end.connection, end.summary
    if end.error is not None:
        title = translate("automatic", "The automatic run of {name} did not succeed.").format(name=name)
        return Notice(Tone.BAD, title, f"{end.error.title} {end.error.remedy}".strip(), failed=True)
    title = translate("automatic", "{name} needs you.").format(name=name)
    if summary is None or summary.result is RunResult.NEEDS_DECISION:
        text = translate("automatic", "The automatic run wrote nothing and waits for your word.")
    else:
        rows = summary.counts.conflict + summary.counts.failed
        text = _Counts().rows(rows)
    return Notice(Tone.WARNING, title, text, failed=False)


class _Counts(QObject):
    """Words that change with a number, which only `tr` can."""

    def days(self, days: int) -> str:
        """How long ago the last success was."""
        return self.tr("The last success was %n day(s) ago.", "", days)

    def rows(self, rows: int) -> str:
        """How much waits."""
        return self.tr("%n row(s) wait for a person.", "", rows)
